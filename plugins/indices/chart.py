"""A chart of series over years as places in hundredths: the template draws, the style colours, and nothing needs a script.

Values of two scales, or on both sides of a break, are never joined. Every scale has its own axis: the earlier one left,
the later one right of its break. Years without a value are bridged by a faint dotted line.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from plugins.indices import words
from plugins.indices.views import Chart, ChartLine, Dot, Mark, Stroke, Tick
from plugins.model.indices import SCALES, Break, IndexStatus, IndexValue

LEFT, RIGHT, TOP, BOTTOM = 13, 91, 12, 86  # hundredths: where the field of the chart lies
LABELS = 6  # years told below at most: more do not fit a phone
SIZES = (Decimal("0.05"), Decimal("0.1"), Decimal("0.2"), Decimal("0.5"), 1, 2, 5, 10, 20, 50, 100, 200, 250)


def chart_of(series: Sequence[tuple[str, Sequence[IndexValue]]], breaks: Sequence[Break], letters: dict[int, str]) -> Chart:
    """The chart of (label, values by year), at least one value; ``letters`` name the breaks by year."""
    values = [value for _, row in series for value in row]
    first, last = min(v.year for v in values), max(v.year for v in values)
    shown = [one for one in breaks if first < one.year]
    last = max([last, *(one.year for one in shown)])
    axis = {scale: _range([v.value for v in values if v.scale == scale], scale) for scale in dict.fromkeys(v.scale for v in sorted(values, key=lambda v: v.year))}
    place = _Place(first, last, axis)
    lines = tuple(_line(number, label, row, place, [one.year for one in shown], len(series) == 1) for number, (label, row) in enumerate(series, 1))
    scales = list(axis)
    marks = tuple(Mark(_told(place.x(one.year, -0.5)), letters[one.year]) for one in shown)
    years = ", ".join(str(one.year) for one in shown)
    alt = words.ALT.format(series="; ".join(label for label, _ in series), breaks=words.ALT_BREAKS.format(years=years) if shown else "")
    gaps = any(stroke.kind == "gap" for line in lines for stroke in line.strokes)
    derived = any(value.status is IndexStatus.DERIVED for value in values)
    right = place.ticks(scales[1]) if len(scales) > 1 else ()
    axes = words.AXES.format(left=scales[0], right=scales[1]) if right else ""
    told = f"{alt} {axes}." if axes else alt
    return Chart(told, place.ticks(scales[0]), right, _years(place, first, last), lines, marks, gaps, derived, axes)


class _Place:
    """Years and values as hundredths of the chart."""

    def __init__(self, first: int, last: int, axis: dict[str, tuple[Decimal, Decimal, Decimal]]) -> None:
        self._first, self._last, self._axis = first, last, axis

    def x(self, year: int, more: float = 0) -> float:
        years = max(1, self._last - self._first)
        return LEFT + 3 + (RIGHT - LEFT - 6) * (year + more - self._first) / years if self._last > self._first else (LEFT + RIGHT) / 2

    def y(self, value: Decimal, scale: str) -> float:
        low, high, _ = self._axis[scale]
        return BOTTOM - (BOTTOM - TOP) * float((value - low) / (high - low))

    def ticks(self, scale: str) -> tuple[Tick, ...]:
        low, high, step = self._axis[scale]
        count = int((high - low) / step)
        return tuple(Tick(_told(self.y(low + step * n, scale)), _number(low + step * n)) for n in range(count + 1))


def _range(values: Sequence[Decimal], scale: str) -> tuple[Decimal, Decimal, Decimal]:
    """Lowest and highest line of an axis and the step between lines: round numbers around the values, inside the scale."""
    known = SCALES[scale]
    low, high = min(values), max(values)
    if low == high:  # one value alone is shown on its whole scale
        low, high = Decimal(known.low), Decimal(known.high)
        return low, high, Decimal(next(size for size in SIZES if (high - low) / Decimal(size) <= 5))
    span = max(high - low, Decimal(known.high - known.low) / 50)
    step = Decimal(next((size for size in SIZES if span / Decimal(size) <= 4), SIZES[-1]))
    low, high = ((end / step).to_integral_value(way) * step for end, way in ((low, ROUND_FLOOR), (high, ROUND_CEILING)))
    # A value on the edge of its scale stays there; any other has room around it.
    low = low - step if low == min(values) and low > known.low else low
    high = high + step if high == max(values) and high < known.high else high
    return low, max(high, low + step), step


def _line(number: int, label: str, row: Sequence[IndexValue], place: _Place, breaks: Sequence[int], alone: bool) -> ChartLine:
    told = {value.year: (_told(place.x(value.year)), _told(place.y(value.value, value.scale))) for value in row}
    strokes = tuple(
        Stroke(*told[a.year], *told[b.year], "whole" if b.year == a.year + 1 else "gap")
        for a, b in pairwise(row)
        if a.scale == b.scale and not any(a.year < year <= b.year for year in breaks)
    )
    dots = tuple(Dot(*told[value.year], "derived" if value.status is IndexStatus.DERIVED else "sure", value.text if alone and len(row) <= LABELS else "") for value in row)
    return ChartLine(number, label, strokes, dots)


def _years(place: _Place, first: int, last: int) -> tuple[Tick, ...]:
    """So many years that they fit, the last one always told."""
    step = -(-(last - first + 1) // LABELS)
    return tuple(Tick(_told(place.x(year)), str(year)) for year in range(first, last + 1) if (last - year) % step == 0)


def _told(place: float) -> str:
    """A place as it stands in the page; equal on every machine."""
    return f"{place:.2f}".rstrip("0").rstrip(".")


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
