"""What an editor would want to mend, though nothing of it stops publishing: titles, leads, dates, leftovers, headings, tables, pictures.

Every look begins with a test that nearly all texts pass at once: ten thousand items are read in one go.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from plugins.model.cited import Cited
from plugins.model.dates import short_date
from plugins.model.matter import Matter, NewsMatter, PageMatter
from plugins.model.problems import Problem, problem
from plugins.reading.leftovers import leftovers
from plugins.reading.pageshape import is_idle, shape_problems

TITLE_LIMIT = 200
# A text of this many letters of HTML fills more than a screen of a telephone: a list should say more of it than its title.
LEAD_FROM = 1500
_BEFORE = 20  # letters of "Chiều ngày 24/12"
_MARKS = 12  # quotes and stops that two texts of the same words may differ in
_LETTERS = 12  # fewer may be an abbreviation
_WHOLE = 5  # letters of a date that is more than a year
# "Ngày 24/5/2027, UBND phường đã tổ chức …": a day that is told as past.
# Its year is looked for first, since nothing else of it is as rare.
_PAST = re.compile(r"/([12][0-9]{3})(?![0-9])[^.;:\n]{0,120}? (?:đã|vừa) ")
_DAY = re.compile(r"(?:Ngày|Sáng|Chiều|Tối|Trưa) (?:ngày )?([0-9]{1,2})/([0-9]{1,2})$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One item as it was read. ``lines`` are those of its keys, ``first`` the line on which ``body`` begins."""

    kind: str
    matter: Matter | None
    lines: dict[str, int]
    body: str
    first: int
    html: str
    cited: tuple[Cited, ...]


def habit_problems(piece: Piece) -> Iterator[Problem]:
    """Warnings of one item; problems have an empty path."""
    if piece.matter is not None:
        yield from _titles(piece.matter, piece.lines, len(piece.html))
        yield from _dates(piece, piece.matter)
    yield from _twice_dated(piece)
    yield from leftovers(piece.kind, piece.body, piece.first, "<img" in piece.html or bool(getattr(piece.matter, "image", "")))
    yield from shape_problems(piece.html, piece.body, piece.first)


def _titles(matter: Matter, lines: dict[str, int], length: int) -> Iterator[Problem]:
    title, line = matter.title, lines.get("title", 0)
    if title.isupper() and " " in title and sum(c.isalpha() for c in title) >= _LETTERS:
        yield problem("title-capitals", "", line)
    if not isinstance(matter, (NewsMatter, PageMatter)):
        return  # what a document or a procedure is called was decided elsewhere
    if len(title) > TITLE_LIMIT:
        yield problem("title-wordy", "", line, length=len(title), limit=TITLE_LIMIT)
    if matter.summary:
        if abs(len(matter.summary) - len(title)) < _MARKS and _bare(matter.summary) == _bare(title):
            yield problem("lead-title", "", lines.get("summary", 0))
    elif isinstance(matter, NewsMatter) and length > LEAD_FROM:
        yield problem("lead-missing", "", line)
    if isinstance(matter, NewsMatter) and matter.image_alt and is_idle(matter.image_alt, matter.image):
        yield problem("image-alt-idle", "", lines.get("image_alt", 0), alt=matter.image_alt)


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def day_of(matter: Matter) -> date | None:
    """The last day on which an item was written, where it tells one."""
    typed: Iterable[date | None] = (getattr(matter, key, None) for key in ("date", "updated"))
    days = [day.date() if isinstance(day, datetime) else day for day in typed if day is not None]
    return max(days, default=None)


def _dates(piece: Piece, matter: Matter) -> Iterator[Problem]:
    """The first document signed, and the first day told as past, after the item: a year or a month was mistyped."""
    own = day_of(matter)
    if own is None:
        return
    late = next((one for one in piece.cited if len(one.date) > _WHOLE and one.number and one.date > own.isoformat()), None)
    if late is not None:
        sample = f"{late.type} số {late.number} ngày {short_date(date.fromisoformat(late.date))}"
        yield problem("date-later", "", _line(piece, late.number), sample=sample, own=short_date(own))
    for match in _PAST.finditer(piece.body):
        begun = _DAY.search(piece.body, max(0, match.start() - _BEFORE), match.start())
        if begun and (int(match[1]), int(begun[2]), int(begun[1])) > (own.year, own.month, own.day):
            line = piece.first + piece.body.count("\n", 0, match.start())
            yield problem("date-later", "", line, sample=piece.body[begun.start() : match.end()].strip()[:60], own=short_date(own))
            return


def _twice_dated(piece: Piece) -> Iterator[Problem]:
    """One number with two days in one text. A number that may be of two bodies is left alone."""
    first: dict[tuple[str, str], Cited] = {}
    for one in piece.cited:
        if not one.number or len(one.date) <= _WHOLE:
            continue
        other = first.setdefault((one.base, one.number), one)
        apart = other.year != one.year or (one.issuer and other.issuer and one.issuer != other.issuer)
        if other.date != one.date and not apart:
            line = _line(piece, one.number)
            where = f"dòng {line}" if line else "phần đầu bài"
            yield two_dates("", _line(piece, one.number, last=True), one, where, other.date)


def two_dates(path: str, line: int, one: Cited, where: str, other: str) -> Problem:
    """A document that is dated otherwise elsewhere; ``other`` is that date, ISO."""
    days = [short_date(date.fromisoformat(day)) for day in (one.date, other)]
    return problem("cited-two-dates", path, line, document=f"{one.type} số {one.number}", day=days[0], where=where, other=days[1])


def _line(piece: Piece, number: str, last: bool = False) -> int:
    """Where a number stands in the body, as far as it was typed without blanks; 0 when it stands in the front matter."""
    place = piece.body.rfind(number) if last else piece.body.find(number)
    return piece.first + piece.body.count("\n", 0, place) if place >= 0 else 0
