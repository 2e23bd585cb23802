"""``content/chuyen-huong.txt``: one line ``old address -> new address`` for every page that has moved."""

import re
from pathlib import Path

from plugins.model.problems import Problem, problem
from plugins.model.site import Redirect

REDIRECTS = "chuyen-huong.txt"
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*\.html")
_LINE = re.compile(r"(\S+)\s*(?:->|→)\s*(\S+)")


def read_redirects(content: Path) -> tuple[tuple[Redirect, ...], list[Problem], list[tuple[str, str, str, int]]]:
    """The lines, what is wrong with them, and the targets to look for in the plan (source, page, as typed, line)."""
    file = content / REDIRECTS
    if not file.is_file() or file.is_symlink():
        return (), [], []
    try:
        lines = file.read_bytes().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return (), [problem("encoding-not-utf8", REDIRECTS, guess="cần UTF-8")], []
    found: dict[str, Redirect] = {}
    problems = []
    targets = []
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].strip()
        match = _LINE.fullmatch(text)
        old, new = (part.lstrip("/") for part in match.groups()) if match else ("", "")
        if (text and not (_ADDRESS.fullmatch(old) and _ADDRESS.fullmatch(new))) or (text and old == new):
            problems.append(problem("redirect-form", REDIRECTS, number, value=text))
        elif old in found:
            problems.append(problem("redirect-twice", REDIRECTS, number, value=old))
        elif text:
            found[old] = Redirect(old, new)
            targets.append((REDIRECTS, new, new, number))
    return tuple(sorted(found.values(), key=lambda redirect: redirect.old)), problems, targets
