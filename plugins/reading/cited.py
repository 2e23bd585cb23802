"""Documents that an item cites: found once, when the item is read, with their places in its clean HTML."""

import html as htmllib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plugins.model.citations import Citation, citations_in
from plugins.model.cited import Cited, Told, completed
from plugins.model.dates import DateProblem, parse_date
from plugins.model.parts import Parts
from plugins.model.procedure import LegalResource

_NO_TEXT = frozenset({"code", "pre", "sup", "kbd"})  # neither read nor linked
_NO_LINK = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "summary"})  # read, but not linked
_MATTERS = _NO_TEXT | _NO_LINK
# A value of an attribute may hold ">".
_VALUES = r"[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>"
# Tags that end a line of text: all but those that stand inside one.
# Of plain tags that stand behind each other, as at the end of a line of a list, the first is enough.
_PLAIN = r"(?:[^<0-9]{0,3}</?(?:p|ul|ol|li|table|thead|tbody|tr|th|td)>)*"
_BLOCK = re.compile(rf"<(/?)(?!(?:a|strong|em|b|i|u|s|span|small|sub|sup|code|mark|abbr|time|del|ins|q|cite|kbd)\b)([a-zA-Z0-9]+){_VALUES}{_PLAIN}")
_PIECE = re.compile(rf"<(/?)([a-zA-Z0-9]+){_VALUES}|&(?:#\w{{1,8}}|\w{{1,31}});|[^<&]+|[<&]")
_TAG = re.compile(r"<(/?)([a-z0-9]+)")
_DIGIT = re.compile(r"[0-9]")
_SHORTEST = 4  # characters of a mention; between most tags of blocks stands the end of a line


@dataclass
class _Line:
    """Text of one block: its characters, where pieces of it begin in the HTML, and which pieces may not be linked."""

    shown: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)  # in the text
    places: list[int] = field(default_factory=list)  # in the HTML
    lengths: list[int] = field(default_factory=list)  # of the HTML that makes the piece
    free: list[bool] = field(default_factory=list)

    def add(self, shown: str, place: int, length: int, free: bool) -> None:
        self.starts.append(self.length)
        self.places.append(place)
        self.lengths.append(length)
        self.free.append(free)
        self.shown.append(shown)
        self.length += len(shown)

    @property
    def text(self) -> str:
        return "".join(self.shown)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the HTML; (0, 0) when a part of it may not be linked."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        if not all(self.free[first : last + 1]):
            return 0, 0
        begin, offset = self.places[first] + start - self.starts[first], end - self.starts[last]
        is_entity = self.lengths[last] != len(self.shown[last])
        return begin, self.places[last] + (self.lengths[last] if is_entity else offset)


def cited_in(html: str, *texts: str) -> tuple[Cited, ...]:
    """Mentions in clean HTML, in order, then those in plain texts beside it (title, summary), which are no links."""
    found: list[Told] = []
    for start, end, inside in _blocks(html):
        text = html[start:end]
        if "<" in text or "&" in text or not _NO_TEXT.isdisjoint(inside):
            line = _line(html, start, end, inside)
            text = line.text
            found += [_told(one, text, *_stretch(html, *line.span(one.start, one.end))) for one in citations_in(text)]
        else:  # most paragraphs are nothing but text
            found += [_told(one, text, *((0, 0) if inside else (start + one.start, start + one.end))) for one in citations_in(text)]
    for text in texts:
        found += [_told(one, text) for one in citations_in(text)]
    return completed(found)


def _blocks(html: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Stretches between tags of blocks that may cite, and the tags around each that matter. A number, a year or a day
    stands in every citation, but for resolutions of congresses."""
    place, inside = 0, frozenset[str]()
    for match in _BLOCK.finditer(html):
        start = match.start()
        if start - place >= _SHORTEST and (_DIGIT.search(html, place, start) or "ại hội" in html[place:start]):
            yield place, start, inside
        place = match.end()
        tag = match[2].lower()
        if tag in _MATTERS:
            inside = inside - {tag} if match[1] else inside | {tag}
    yield place, len(html), inside


def _line(html: str, start: int, end: int, around: frozenset[str]) -> _Line:
    """The text of one block."""
    line, inside = _Line(), list(around)
    for match in _PIECE.finditer(html, start, end):
        tag = match[2]
        if tag is None:
            if not inside or not _NO_TEXT.intersection(inside):
                piece = match[0]
                line.add(htmllib.unescape(piece) if piece[0] == "&" else piece, match.start(), len(piece), not inside)
            elif line.length:
                line.add(" ", match.start(), 0, True)
        elif match[1] and tag in inside:
            inside.remove(tag)
        elif not match[1] and tag in _MATTERS:
            inside.append(tag)
    return line


def _stretch(html: str, start: int, end: int) -> tuple[int, int]:
    """A stretch that can be wrapped in a link: what is opened in it is closed in it, or right beside it; else (0, 0)."""
    depth: list[str] = []
    for closing, tag in _TAG.findall(html[start:end]):
        if not closing:
            depth.append(tag)
        elif depth and depth[-1] == tag:
            depth.pop()
        elif html.endswith(f"<{tag}>", 0, start):
            start -= len(tag) + 2
        else:
            return 0, 0
    for tag in reversed(depth):
        if not html.startswith(f"</{tag}>", end):
            return 0, 0
        end += len(tag) + 3
    return start, end


def _told(one: Citation, text: str, start: int = 0, end: int = 0) -> Told:
    name = "" if one.number else " ".join(text[one.start : one.end].split())
    return Told(one.type, one.number, one.date, one.issuer, name, start, end)


def cited_by_law(parts: Parts) -> tuple[Cited, ...]:
    """The legal bases of a procedure: a table whose columns say what prose says in a sentence."""
    return completed(cited for law in parts.legal_resources if (cited := _legal(law)) is not None)


def _legal(law: LegalResource) -> Told | None:
    found = _first(law.title, law.number) or _first(f"số {law.number}", law.number)
    if found is None:
        return None
    kind = _named(law.title) or found.type
    return Told(kind, found.number, found.date if len(found.date) > 4 else _day(law.issued) or found.date, law.issuer or found.issuer)


def _first(text: str, number: str) -> Citation | None:
    return next((one for one in citations_in(text) if one.number and one.number in number.replace(" ", "")), None)


def _named(title: str) -> str:
    return next((kind for kind in ("Bộ luật", "Luật", "Nghị quyết", "Pháp lệnh", "Nghị định", "Thông tư liên tịch", "Thông tư", "Quyết định") if title.startswith(f"{kind} ")), "")


def _day(typed: str) -> str:
    try:
        return parse_date(typed).date().isoformat()
    except DateProblem:
        return ""


def texts_of(matter: object) -> Iterable[str]:
    """Plain texts of front matter that may cite."""
    return (text for key in ("title", "summary", "correction") if isinstance(text := getattr(matter, key, ""), str) and text)
