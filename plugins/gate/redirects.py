"""``content/chuyen-huong.txt`` and the keys ``aliases``: where old addresses lead.

One line ``old address -> new address`` for every page that has moved; ``old address -`` for one that is gone for good.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.gate.targets import Place
from plugins.model.oldaddress import old_address
from plugins.model.problems import Problem, problem
from plugins.model.site import Redirect
from plugins.model.vocab import Standing
from plugins.reading.item import Reading

REDIRECTS = "chuyen-huong.txt"
_LINE = re.compile(r"(\S+)\s*(?:->|→)\s*(\S+)")
_GONE = re.compile(r"(\S+)\s+(?:(?:->|→)\s*)?-")
_ANY = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*")

Planned = tuple[str, str, str, int]


def read_redirects(
    content: Path, readings: Mapping[str, Reading] | None = None, places: Mapping[str, Place] | None = None
) -> tuple[tuple[Redirect, ...], list[Problem], list[Planned]]:
    """The redirects, what is wrong with them, and the targets to look for in the plan (source, page, as typed, line)."""
    found: dict[str, Redirect] = {}
    problems: list[Problem] = []
    targets: list[Planned] = []
    for redirect in _lines(content, problems):
        if redirect.old in found:
            problems.append(problem("redirect-twice", REDIRECTS, redirect.line, value=redirect.old))
            continue
        found[redirect.old] = redirect
        targets += [(REDIRECTS, redirect.new, redirect.new, redirect.line)] if redirect.new else []
    for redirect in _aliases(readings or {}, places or {}):
        other = found.setdefault(redirect.old, redirect)
        if other is not redirect and (other.source, other.new) != (redirect.source, redirect.new):
            where = f"{other.source}:{other.line}"
            problems.append(problem("alias-twice", redirect.source, redirect.line, value=redirect.old, other=where))
    return tuple(sorted(found.values(), key=lambda redirect: redirect.old)), problems, targets


def _lines(content: Path, problems: list[Problem]) -> Iterator[Redirect]:
    """Every well-formed line of the file."""
    file = content / REDIRECTS
    if not file.is_file() or file.is_symlink():
        return
    try:
        lines = file.read_bytes().decode("utf-8-sig").splitlines()
    except OSError as error:
        problems.append(problem("file-unreadable", REDIRECTS, reason=error.strerror or "?"))
        return
    except UnicodeDecodeError:
        problems.append(problem("encoding-not-utf8", REDIRECTS, guess="cần UTF-8"))
        return
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].strip()
        redirect = _redirect(text, number)
        if redirect is not None:
            yield redirect
        elif text:
            problems.append(problem("redirect-form", REDIRECTS, number, value=text))


def _redirect(text: str, number: int) -> Redirect | None:
    if gone := _GONE.fullmatch(text):
        # Anything may be gone: a feed, a file of the open data. Only pages can lead on.
        old = old_address(gone[1]) or gone[1].lstrip("/")
        return Redirect(old, "", REDIRECTS, number) if _ANY.fullmatch(old) else None
    match = _LINE.fullmatch(text)
    old, new = (old_address(part) for part in match.groups()) if match else ("", "")
    return Redirect(old, new, REDIRECTS, number) if old and new and old != new else None


def _aliases(readings: Mapping[str, Reading], places: Mapping[str, Place]) -> Iterator[Redirect]:
    """Old addresses that public items name themselves; what is kept back is not told."""
    for path, reading in readings.items():
        place = places.get(path)
        if place is None or place.standing is not Standing.PUBLIC or not place.path:
            continue
        for old in getattr(reading.matter, "aliases", ()):
            yield Redirect(old, place.path, path, reading.line("aliases"))


def taken(redirects: tuple[Redirect, ...], count: Mapping[str, int]) -> list[Problem]:
    """Old addresses at which a page stands; ``count`` are the planned pages at each address, redirects among them."""
    return [
        problem("redirect-taken", redirect.source or REDIRECTS, redirect.line, value=redirect.old)
        for redirect in redirects
        if count.get(redirect.old, 0) > (1 if redirect.new else 0)
    ]
