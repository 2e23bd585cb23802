"""Charts as SVG: horizontal bars, one small pure function. Colours are classes, so that the page's style sets them for light,
dark and print; every bar has its number beside it, so that no colour must be told from another."""

from html import escape
from textwrap import wrap

from plugins.report.records import Bar, Chart

# Narrow, so that letters can be read on a phone, where the whole is drawn smaller.
WIDTH, LEFT, TOP = 420, 4, 30
_ROOM = 350  # the longest bar; what is right of it is for its number
_LETTERS, _LINES, _LINE, _BAR, _GAP = 54, 2, 18, 16, 12


def svg_of(chart: Chart) -> str:
    """The chart, or nothing without bars. ``title`` and ``desc`` say the same in words."""
    if not chart.bars:
        return ""
    most = max(max(bar.value, bar.of or 0) for bar in chart.bars) or 1
    rows, height = "", TOP
    for bar in chart.bars:
        lines = wrap(bar.label, _LETTERS, max_lines=_LINES, placeholder="…") or [""]
        rows += _row(bar, lines, height, most)
        height += len(lines) * _LINE + _BAR + _GAP
    ids = f"bieu-do-{chart.name}"
    return (
        f'<svg class="bieu-do" role="img" preserveAspectRatio="xMinYMin meet" aria-labelledby="{ids}-ten {ids}-ke" viewBox="0 0 {WIDTH} {height}">'
        f'<title id="{ids}-ten">{escape(chart.title)}</title><desc id="{ids}-ke">{escape(chart.told)}</desc>'
        f"{_legend(chart)}{rows}</svg>\n"
    )


def _legend(chart: Chart) -> str:
    """What a filled bar and what a frame means."""
    parts = [f'<rect class="cot" x="{LEFT}" y="4" width="14" height="14"/><text class="chu" x="{LEFT + 22}" y="16">{escape(chart.value)}</text>']
    if chart.of:
        parts.append(f'<rect class="khung" x="{WIDTH // 2}" y="4" width="14" height="14"/><text class="chu" x="{WIDTH // 2 + 22}" y="16">{escape(chart.of)}</text>')
    return "".join(parts)


def _row(bar: Bar, lines: list[str], top: int, most: int) -> str:
    """A label, below it the bar with its number at the end, and the frame of what was planned."""
    labels = "".join(f'<text class="chu" x="{LEFT}" y="{top + 14 + place * _LINE}">{escape(line)}</text>' for place, line in enumerate(lines))
    here = top + len(lines) * _LINE + 2
    width, wanted = (round(_ROOM * number / most, 1) for number in (bar.value, bar.of or 0))
    filled = f'<rect class="cot" x="{LEFT}" y="{here}" width="{width}" height="{_BAR}"/>' if bar.value else ""
    frame = "" if bar.of is None else f'<rect class="khung" x="{LEFT}" y="{here}" width="{wanted}" height="{_BAR}"/>'
    number = f"{bar.value}" if bar.of is None else f"{bar.value}/{bar.of}"
    return f'{labels}{filled}{frame}<text class="so" x="{LEFT + max(width, wanted) + 8}" y="{here + 13}">{number}</text>'
