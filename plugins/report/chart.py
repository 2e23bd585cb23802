"""Charts as SVG: horizontal bars, one small pure function. Colours are classes, so that the page's style sets them for light,
dark and print; every bar has its number beside it, so that no colour must be told from another."""

from html import escape

from plugins.report.records import Bar, Chart

WIDTH, LEFT, BAR, ROW, TOP = 640, 4, 18, 56, 34
_ROOM = 560  # the longest bar; what is right of it is for its number
_LETTERS = 80  # of a label on one line


def svg_of(chart: Chart) -> str:
    """The chart, or nothing without bars. ``title`` and ``desc`` say the same in words."""
    if not chart.bars:
        return ""
    height = TOP + ROW * len(chart.bars)
    most = max(max(bar.value, bar.of or 0) for bar in chart.bars) or 1
    rows = "".join(_row(bar, TOP + ROW * place, most) for place, bar in enumerate(chart.bars))
    ids = f"bieu-do-{chart.name}"
    return (
        f'<svg class="bieu-do" role="img" aria-labelledby="{ids}-ten {ids}-ke" viewBox="0 0 {WIDTH} {height}">'
        f'<title id="{ids}-ten">{escape(chart.title)}</title><desc id="{ids}-ke">{escape(chart.told)}</desc>'
        f"{_legend(chart)}{rows}</svg>\n"
    )


def _legend(chart: Chart) -> str:
    """What a filled bar and what a frame means."""
    parts = [f'<rect class="cot" x="{LEFT}" y="6" width="14" height="14"/><text class="chu" x="{LEFT + 22}" y="18">{escape(chart.value)}</text>']
    if chart.of:
        parts.append(f'<rect class="khung" x="{WIDTH // 2}" y="6" width="14" height="14"/><text class="chu" x="{WIDTH // 2 + 22}" y="18">{escape(chart.of)}</text>')
    return "".join(parts)


def _row(bar: Bar, top: int, most: int) -> str:
    """A label, below it the bar with its number at the end, and the frame of what was planned."""
    width = round(_ROOM * bar.value / most, 1)
    wanted = "" if bar.of is None else f'<rect class="khung" x="{LEFT}" y="{top + 26}" width="{round(_ROOM * bar.of / most, 1)}" height="{BAR}"/>'
    filled = f'<rect class="cot" x="{LEFT}" y="{top + 26}" width="{width}" height="{BAR}"/>' if bar.value else ""
    number = f"{bar.value}" if bar.of is None else f"{bar.value}/{bar.of}"
    end = LEFT + max(width, round(_ROOM * (bar.of or 0) / most, 1)) + 8
    label = bar.label if len(bar.label) <= _LETTERS else f"{bar.label[: _LETTERS - 1].rstrip()}…"
    return f'<text class="chu" x="{LEFT}" y="{top + 18}">{escape(label)}</text>{filled}{wanted}<text class="so" x="{end}" y="{top + 40}">{number}</text>'
