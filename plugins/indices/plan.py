"""The list of all indices, a page and a CSV file for each that has values."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from plugins.indices import words
from plugins.indices.chart import chart_of
from plugins.indices.views import (
    BreakNote,
    Chart,
    ChartLine,
    Dot,
    IndexFact,
    IndexPart,
    IndexRow,
    IndexView,
    IndicesView,
    Mark,
    Stroke,
    Tick,
    ValueCell,
    ValueRow,
)
from plugins.model.indices import INDICES, SCALES, Break, Index, IndexValue
from plugins.model.page import File, Later, Link, Page
from plugins.model.site import Site
from plugins.model.vocab import INDEX_NEWS

TOGETHER = 4  # series in one chart: more cannot be told apart
# Every record that a template of the room sees: the contract of the theme is checked against them.
SHOWN = (BreakNote, Chart, ChartLine, Dot, IndexFact, IndexPart, IndexRow, IndexView, IndicesView, Mark, Stroke, Tick, ValueCell, ValueRow)


def plan(site: Site) -> Iterable[Page | File]:
    """Nothing where no value is known."""
    if not site.indices:
        return
    at = site.addresses
    known = {slug: tuple(values) for slug, values in groupby(site.indices, key=lambda value: value.index)}
    news = next((Link(c.name, at.category(c.slug)) for c in site.categories if c.slug == INDEX_NEWS), Link("", ""))
    rows = tuple(_row(index, known.get(index.slug, ()), at.indices(f"{index.slug}.html")) for index in INDICES)
    everything = at.indices("chi-so.csv")
    yield Page(at.indices(), "indices.html", words.TITLE, words.DESCRIPTION, IndicesView(rows, everything, news))
    yield File(everything, site.indices, csv_of)
    every = Link(words.TITLE, at.indices())
    for index in INDICES:
        values = known.get(index.slug)
        if values:
            table = at.indices(f"{index.slug}.csv")
            title = words.ONE_TITLE.format(short=index.short, name=index.name)
            facts = {"short": index.short, "years": _span([value.year for value in values])}
            shown = Later(index_view, (index.slug, values, table, every))
            yield Page(at.indices(f"{index.slug}.html"), "index_values.html", title, words.ONE_DESCRIPTION.format(**facts), shown, None, (every,))
            yield File(table, values, csv_of)


def _row(index: Index, values: Sequence[IndexValue], address: str) -> IndexRow:
    counts = Counter(value.series for value in values)
    newest = max(values, key=lambda value: (value.year, value.series.startswith(words.COUNTRY), counts[value.series], value.series), default=None)
    told = words.LATEST.format(series=newest.series, year=newest.year, value=_with_unit(newest)) if newest else ""
    return IndexRow(Link(index.short, address if values else ""), index.name, index.publisher, index.measures, told)


def _with_unit(value: IndexValue) -> str:
    return words.WITH_UNIT[SCALES[value.scale].unit].format(value=value.text)


def index_view(slug: str, values: Sequence[IndexValue], table: str, every: Link) -> IndexView:
    """The page of one index."""
    index = next(one for one in INDICES if one.slug == slug)
    letters = {one.year: chr(ord("A") + number) for number, one in enumerate(index.breaks)}
    notes = tuple(BreakNote(letters[one.year], words.BREAK.format(year=one.year, why=one.why)) for one in index.breaks)
    parts = tuple(_part(index, group, letters) for group in _groups(index, values))
    return IndexView(index.name, _facts(index), notes, parts, _sources(values), table, every)


def _facts(index: Index) -> tuple[IndexFact, ...]:
    scales = [words.SCALE_SINCE.format(name=name, since=since) if since else words.SCALE_ONE.format(name=name) for since, name in index.scales]
    told = ((words.PUBLISHER, (index.publisher,)), (words.MEASURES, (index.measures,)), (words.PARTS, index.parts), (words.SCALE, tuple(scales)), (words.SOURCES, index.sources))
    return tuple(IndexFact(label, texts) for label, texts in told if texts)


def _groups(index: Index, values: Sequence[IndexValue]) -> Iterable[list[tuple[str, list[IndexValue]]]]:
    """Series that share a chart: totals apart from parts, few at a time, the country first, then the fullest."""
    series = [(name, sorted(rows, key=lambda value: value.year)) for name, rows in groupby(values, key=lambda value: value.series)]
    for of_parts in (False, True):
        chosen = sorted((one for one in series if (one[1][0].scale in index.part_scales) is of_parts), key=lambda one: (not one[0].startswith(words.COUNTRY), -len(one[1]), one[0]))
        yield from (chosen[start : start + TOGETHER] for start in range(0, len(chosen), TOGETHER))


def _part(index: Index, series: list[tuple[str, list[IndexValue]]], letters: dict[int, str]) -> IndexPart:
    years = sorted({value.year for _, rows in series for value in rows})
    scale = series[0][1][0].scale
    form = words.CHART_PART if scale in index.part_scales else words.CHART
    heading = form.format(short=index.short, scale=scale, years=_span(years))
    by_year = [{value.year: value for value in rows} for _, rows in series]
    rows, before = [], years[0]
    for year in years:
        broken = " ".join(_broken(one) for one in index.breaks if before < one.year <= year)
        rows.append(ValueRow(str(year), tuple(_cell(known.get(year)) for known in by_year), broken))
        before = year
    scales = dict.fromkeys(value.scale for value in sorted((one for _, rows in series for one in rows), key=lambda one: one.year))
    return IndexPart(heading, words.AND.join(scales), chart_of(series, index.breaks, letters), tuple(name for name, _ in series), tuple(rows))


def _span(years: Sequence[int]) -> str:
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def _broken(one: Break) -> str:
    return words.BREAK.format(year=one.year, why=one.why)


def _cell(value: IndexValue | None) -> ValueCell:
    return ValueCell(value.text, words.STATUS[value.status]) if value else ValueCell("", "")


def _sources(values: Sequence[IndexValue]) -> tuple[IndexFact, ...]:
    """Each source with the series that it tells."""
    found: dict[str, dict[str, None]] = {}
    for value in values:
        found.setdefault(value.source, {})[value.series] = None
    return tuple(IndexFact("; ".join(series), (source,)) for source, series in found.items())


def csv_of(values: Sequence[IndexValue]) -> bytes:
    """What the editor typed, in order, with a dot before decimals: for spreadsheets and programs."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(words.CSV_HEAD)
    short = {index.slug: index.short for index in INDICES}
    for value in values:
        cells = (short[value.index], value.series, str(value.year), str(value.value), value.scale, str(value.status), value.source)
        writer.writerow([f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell for cell in cells])
    return made.getvalue().encode("utf-8-sig")
