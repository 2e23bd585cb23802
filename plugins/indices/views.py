"""What the pages of indices show."""

from dataclasses import dataclass

from plugins.model.page import Link


@dataclass(frozen=True, slots=True)
class IndexFact:
    """A label and what stands beside it, one text a line."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis in hundredths of the chart, and what stands there."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between two values. ``kind``: ``whole``, or ``gap`` over years without a value."""

    x1: str
    y1: str
    x2: str
    y2: str
    kind: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One value. ``kind``: ``sure``, or ``derived`` for what was not printed itself; ``text`` the value where there is room for it."""

    x: str
    y: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One series: its number from 1 on is its look."""

    number: int
    label: str
    strokes: tuple[Stroke, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """An upright line where the series breaks, with the letter of its note."""

    place: str
    letter: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: all places in hundredths of its width and height. ``axes`` tells what the two axes are; empty where there is one."""

    alt: str
    left: tuple[Tick, ...]
    right: tuple[Tick, ...]
    years: tuple[Tick, ...]
    lines: tuple[ChartLine, ...]
    marks: tuple[Mark, ...]
    gaps: bool
    derived: bool
    axes: str = ""


@dataclass(frozen=True, slots=True)
class ValueCell:
    """A value in the table: ``text`` may be empty; ``note`` tells where it comes from when it was not published as it stands."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One year; ``broken`` is the note of a break before it, empty when there is none."""

    year: str
    cells: tuple[ValueCell, ...]
    broken: str


@dataclass(frozen=True, slots=True)
class IndexPart:
    """Some series on one scale: chart and table."""

    heading: str
    scale: str
    chart: Chart
    heads: tuple[str, ...]
    rows: tuple[ValueRow, ...]


@dataclass(frozen=True, slots=True)
class BreakNote:
    """A break in words, with the letter that marks it in charts."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """What ``index_values.html`` shows."""

    name: str
    facts: tuple[IndexFact, ...]
    breaks: tuple[BreakNote, ...]
    parts: tuple[IndexPart, ...]
    sources: tuple[IndexFact, ...]
    csv: str
    every: Link


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One index in the list of all; ``latest`` may be empty, as its address when nothing is known of it."""

    index: Link
    name: str
    publisher: str
    measures: str
    latest: str


@dataclass(frozen=True, slots=True)
class IndicesView:
    """What ``indices.html`` shows."""

    rows: tuple[IndexRow, ...]
    csv: str
    news: Link
