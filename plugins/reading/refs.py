"""Links and pictures of a body: what they point at, to be resolved when all files are known."""

import html as htmllib
import re
from dataclasses import dataclass

from plugins.model.packed import Packed

_REF = re.compile(r"<(a|img)\b([^>]*?)\s(href|src)=\"([^\"]*)\"([^>]*)>")
_ALT = re.compile(r"\salt=\"([^\"]*)\"")
_ID = re.compile(r" id=\"([^\"]+)\"")  # the sanitiser writes one space before each attribute
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_PLACEHOLDER = re.compile(r"^[{|](?:filename|static|attach|index)[}|]")
BARE_LINK = re.compile(r"(?:\]\(\s*<?|<[^<>]{0,300}?\s(?:href|src)\s*=\s*[\"']?)([^)\"'\s>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ref(Packed):
    """One target as typed, its tag, its line in the file, and whether it is a picture with words."""

    target: str
    tag: str
    line: int
    has_alt: bool


def refs_of(html: str, body: str, first_line: int) -> tuple[Ref, ...]:
    """Every link and picture of clean HTML, in order, each target once a tag."""
    found: dict[tuple[str, str], Ref] = {}
    for tag, before, _, value, after in _REF.findall(html) if "<a " in html or "<img " in html else ():
        target = htmllib.unescape(value)
        alt = _ALT.search(before + after)
        ref = Ref(target, tag, _line_of(target, body, first_line), bool(alt and alt[1].strip()))
        found.setdefault((target, tag), ref)
    # The sanitiser takes a bad scheme away, so it is looked for in what was typed.
    for match in BARE_LINK.finditer(body) if "](" in body or "<" in body else ():
        target = match[1]
        if _SCHEME.match(target) and not target.lower().startswith(("http:", "https:", "mailto:", "tel:")):
            line = first_line + body.count("\n", 0, match.start())
            found.setdefault((target, "a"), Ref(target, "a", line, True))
    return tuple(found.values())


def _line_of(target: str, body: str, first_line: int) -> int:
    place = body.find(target)
    return first_line + body.count("\n", 0, place) if place >= 0 else first_line


def anchors_of(html: str) -> tuple[str, ...]:
    """Every id in clean HTML."""
    return tuple(dict.fromkeys(htmllib.unescape(i) for i in _ID.findall(html)))


def is_local(target: str) -> bool:
    """Whether a target is a file or page of this site, as opposed to a full address."""
    return not _SCHEME.match(target) and not target.startswith("//")


def without_placeholder(target: str) -> tuple[str, bool]:
    """A target without Pelican's ``{filename}``, ``{static}``, ``{attach}``; and whether it had one."""
    bare = _PLACEHOLDER.sub("", target)
    return bare, bare != target
