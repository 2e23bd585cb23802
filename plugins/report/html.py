"""A report as one HTML page that needs nothing else; as a public page its style stands in a file beside it (strict CSP)."""

from html import escape

from plugins.report.chart import svg_of
from plugins.report.records import Cell, Column, Report, Table
from plugins.report.shown import text_of
from plugins.report.style import STYLE

STATE, MOTTO, KIND = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Báo cáo"
GAPS, NO_GAPS = "Những điểm còn thiếu", "Không có điểm nào thiếu trong phạm vi trang ghi nhận."
_WIDE, _MIDDLE, _CODE, _SUM = 30, 14, 10, "SHA-256"


def page_of(report: Report, style_href: str = "") -> str:
    """The whole page; ``style_href`` is where the style stands, empty when it goes into the page."""
    style = f'<link rel="stylesheet" href="{escape(style_href)}">' if style_href else f"<style>{STYLE}</style>"
    robots = "" if style_href else '<meta name="robots" content="noindex">\n'
    facts = "".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>\n" for label, text in report.facts)
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{robots}<title>{KIND}: {escape(report.title)}</title>\n{style}\n</head>\n<body>\n<main>\n"
        f'<div class="dau"><p class="gach"><span>{escape(report.parent)}</span><b>{escape(report.unit)}</b></p>'
        f'<p class="gach"><b>{STATE}</b><b>{MOTTO}</b></p></div>\n'
        f"<h1><span>{KIND}</span> {escape(report.title)}</h1>\n<dl>\n{facts}</dl>\n{_gaps(report)}"
        f"{''.join(_table(place, table) for place, table in enumerate(report.tables, 1))}</main>\n</body>\n</html>\n"
    )


def _gaps(report: Report) -> str:
    points = "".join(f"<li>{escape(gap)}</li>\n" for gap in report.gaps)
    body = f"<ul>\n{points}</ul>" if points else f"<p>{NO_GAPS}</p>"
    return f'<section class="thieu"><h2>{GAPS}</h2>{body}</section>\n'


def _table(place: int, table: Table) -> str:
    """Heading, table, notes, then the chart: the figures come first."""
    heading = f'<section>\n<h2 id="bang-{table.name}">{place}. {escape(table.title)}</h2>\n'
    if not table.rows:
        return f'{heading}<p>{escape(table.empty)}</p>\n</section>\n'
    head = "".join(f'<th scope="col"{_class(column, head=True)}>{escape(column.label)}</th>' for column in table.columns)
    body = "".join(f"<tr>{''.join(_cell(column, cell) for column, cell in zip(table.columns, row, strict=True))}</tr>\n" for row in table.rows)
    notes = "".join(f'<p class="ghi">{escape(note)}</p>\n' for note in table.notes)
    chart = svg_of(table.chart) if table.chart else ""
    return (
        f'{heading}<div class="cuon" tabindex="0" role="region" aria-labelledby="bang-{table.name}"><table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n</table></div>\n{notes}{chart}</section>\n"
    )


def _class(column: Column, head: bool = False) -> str:
    if column.kind == "number":
        return ' class="n"'
    if head:
        return ""
    name = "m" if column.label == _SUM else {"date": "d", "link": "a"}.get(column.kind, "w" if column.width >= _WIDE else "t" if column.width >= _MIDDLE else "d" if column.width <= _CODE else "")
    return f' class="{name}"' if name else ""


def _cell(column: Column, cell: Cell) -> str:
    text = escape(text_of(cell))
    if column.kind == "link" and text.startswith(("https://", "http://")):
        text = f'<a href="{text}">{text}</a>'
    return f"<td{_class(column)}>{text}</td>"
