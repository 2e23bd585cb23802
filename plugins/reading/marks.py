"""Short forms and dates in clean HTML: where ``<abbr>`` and ``<time>`` will stand. No letter of the text is touched.

Found once, when an item is read. The meaning of a short form stands at its first use in a body; dates wherever they are whole.
"""

import html as htmllib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plugins.model.cited import Cited

_CAPITAL = "A-ZĐƯ"
# A first character that is one of a set is found quickest, so what may not stand before is asked afterwards.
_SHORT = re.compile(rf"[{_CAPITAL}](?:[{_CAPITAL}]|-(?=[{_CAPITAL}])|&amp;(?=[{_CAPITAL}]))+(?![\w/]|[-.]\w|&amp;)")
_SPACE = r"(?:\s|&nbsp;)+"
_DATE = re.compile(rf"([0-9][0-9]?)(?:([/-])([0-9][0-9]?)\2|{_SPACE}tháng{_SPACE}([0-9][0-9]?){_SPACE}năm{_SPACE})([0-9]{{4}})(?![\w/]|\.\w)")
# The rest of a symbol that was typed with blanks: "12/QĐ - UBND".
_SYMBOL = re.compile(r"/\s*(?:[^\W\d]+\s*[-–]\s*)*$")
_JOINED = re.compile(r"\w-$")
_LOOK_BACK = 30
# What is opened here is left alone to its end; of any other tag, its attributes are.
_LEFT_ALONE = "a|abbr|time|code|pre|kbd|sup|caption|summary|h[1-6]"
_VALUES = r"[^>\"']*(?:\"[^\"]*\"[^>\"']*)*>"
_ZONE = re.compile(rf"<(?:({_LEFT_ALONE})(?:\s{_VALUES}|>).*?</\1>|[a-z0-9]+\s{_VALUES})", re.DOTALL)


def marks_in(html: str, meanings: Mapping[str, str], cited: Iterable[Cited] = ()) -> str:
    """Lines of ``start end value`` in the order of the HTML; a value is an ISO date or what a short form means.

    ``cited`` are stretches that become links: nothing is marked in them.
    """
    shorts = [match for match in _SHORT.finditer(html) if match[0].replace("&amp;", "&") in meanings]
    dates = [match for match in _DATE.finditer(html) if _day(match)]
    if not shorts and not dates:
        return ""
    zones = [match.span() for match in _ZONE.finditer(html)]
    free = _Free(sorted([*zones, *((one.start, one.end) for one in cited if one.end)]))
    found = [*_first_uses(html, shorts, meanings, free)]
    found += [(*match.span(), _day(match)) for match in dates if free.holds(match) and _stands_alone(html, match)]
    return "\n".join(f"{start} {end} {value}" for start, end, value in sorted(found))


def marks_of(lead: str, html: str, meanings: Mapping[str, str], cited: Iterable[Cited] = ()) -> tuple[str, str]:
    """Marks of a lead, as :func:`escaped` text, and of the body below it: what the lead explains, the body does not explain again."""
    text = escaped(lead)
    above = marks_in(text, meanings) if lead else ""
    told = {htmllib.unescape(text[start:end]) for start, end, _ in spans(above)}
    return above, marks_in(html, {short: means for short, means in meanings.items() if short not in told} if told else meanings, cited)


def escaped(text: str) -> str:
    """Plain text as it stands in HTML."""
    return htmllib.escape(text, quote=False)


def spans(marks: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, value) of the lines that :func:`marks_in` made."""
    for line in marks.split("\n") if marks else ():
        start, end, value = line.split(" ", 2)
        yield int(start), int(end), value


class _Free:
    """Places that may be marked: all but these stretches, which are sorted, and of which one may hold another."""

    def __init__(self, taken: Iterable[tuple[int, int]]) -> None:
        self._taken: list[tuple[int, int]] = []
        for start, end in taken:
            if self._taken and start < self._taken[-1][1]:
                self._taken[-1] = (self._taken[-1][0], max(end, self._taken[-1][1]))
            else:
                self._taken.append((start, end))
        self._starts = [start for start, _ in self._taken]

    def around(self, match: "re.Match[str]") -> tuple[int, int]:
        """The stretch that a match is in or touches; (0, 0) when there is none."""
        number = bisect_right(self._starts, match.end() - 1)
        near = self._taken[number - 1] if number else (0, 0)
        return near if near[1] > match.start() else (0, 0)

    def holds(self, match: "re.Match[str]") -> bool:
        return self.around(match) == (0, 0)


def _first_uses(html: str, shorts: Iterable["re.Match[str]"], meanings: Mapping[str, str], free: _Free) -> Iterator[tuple[int, int, str]]:
    done: set[str] = set()
    for match in shorts:
        short = match[0].replace("&amp;", "&")
        if short in done or not _is_word(html, match.start()):
            continue
        start, end = free.around(match)
        if not end:
            yield (*match.span(), meanings[short])
        if not end or html.startswith("<abbr", start):  # the writer has explained it already
            done.add(short)


def _is_word(html: str, start: int) -> bool:
    """Whether nothing before it makes a short form a part of a longer word or of a document's symbol."""
    before = html[max(0, start - _LOOK_BACK) : start]
    if before and (before[-1].isalnum() or before[-1] in "/_." or before.endswith("&amp;")):
        return False
    # A hyphen that begins a line of a list made by hand is none of a word.
    return not (before.endswith("-") and _JOINED.search(before)) and not ("/" in before and _SYMBOL.search(before))


def _stands_alone(html: str, match: "re.Match[str]") -> bool:
    """A number more beside it makes it something else; a hyphen beside slashes makes a period of two dates."""
    before, after = html[match.start() - 1 : match.start()], html[match.end() : match.end() + 1]
    return not (before.isalnum() or before in {"/", ".", "_"} or (match[2] == "-" and "-" in {before, after}))


def _day(match: "re.Match[str]") -> str:
    """The date in ISO form; "" for one that is none."""
    try:
        return date(int(match[5]), int(match[3] or match[4]), int(match[1])).isoformat()
    except ValueError:
        return ""
