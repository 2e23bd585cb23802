"""A report as a Word file that an officer completes and attaches: the layout of NĐ 30/2020/NĐ-CP (Phụ lục I), tables in landscape."""

import io
import zipfile
from datetime import datetime
from typing import Any

from plugins.report.html import GAPS, KIND, MOTTO, NO_GAPS, STATE
from plugins.report.records import Report, Table
from plugins.report.shown import text_of

_FONT = "Times New Roman"
_STAMP = (1980, 1, 1, 0, 0, 0)  # the zip holds no clock: equal reports are equal files
_WIDEST = 34


def document_of(report: Report, created: datetime) -> bytes:
    """The whole file. ``created`` stands in it instead of the clock."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    word = Document()
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    style = word.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(13)
    style.paragraph_format.space_after = Pt(4)
    facts = word.core_properties
    facts.title, facts.author, facts.language = report.title, report.unit, "vi-VN"
    facts.created = facts.modified = created.replace(tzinfo=None)
    facts.last_modified_by, facts.comments = "", ""
    _head(word, report)
    for place, table in enumerate(report.tables, 1):
        _heading(word, f"{place}. {table.title}")
        _table(word, table)
    _foot(word)
    out = io.BytesIO()
    word.save(out)
    return _without_clock(out.getvalue())


def _head(word: Any, report: Report) -> None:
    """Issuer left, the state's name right; number and day are left open for whoever signs."""
    frame = word.add_table(rows=2, cols=2)
    _lines(frame.rows[0].cells[0], (report.parent.upper(), False), (report.unit.upper(), True))
    _lines(frame.rows[0].cells[1], (STATE, True), (MOTTO, True))
    _lines(frame.rows[1].cells[0], ("Số:       /BC-", False))
    _lines(frame.rows[1].cells[1], ("…, ngày … tháng … năm …", False))
    _centred(word, KIND.upper())
    _centred(word, report.title)
    for label, text in report.facts:
        line = word.add_paragraph()
        line.add_run(f"{label}: ").bold = True
        line.add_run(text)
    _heading(word, GAPS)
    for gap in report.gaps or (NO_GAPS,):
        word.add_paragraph(f"- {gap}")


def _lines(cell: Any, *lines: tuple[str, bool]) -> None:
    for place, (text, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.alignment = 1
        paragraph.add_run(text).bold = bold


def _centred(word: Any, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.alignment = 1
    paragraph.add_run(text).bold = True


def _heading(word: Any, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(text).bold = True


def _table(word: Any, table: Table) -> None:
    """Rows of the table with its head on every page, then its notes; small letters, since tables are wide."""
    from docx.shared import Mm

    if not table.rows:
        word.add_paragraph(table.empty)
        return
    made = word.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    made.autofit = False
    widths = [min(max(column.width, 9), _WIDEST) for column in table.columns]
    room = [Mm(252 * width / sum(widths)) for width in widths]
    _fill(made.rows[0].cells, [column.label for column in table.columns], room, bold=True)
    _repeat(made.rows[0])
    for row in table.rows:
        _fill(made.add_row().cells, [text_of(cell) for cell in row], room)
    for note in table.notes:
        word.add_paragraph().add_run(note).italic = True


def _fill(cells: Any, texts: list[str], room: list[Any], bold: bool = False) -> None:
    from docx.shared import Pt

    for cell, text, width in zip(cells, texts, room, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(8), bold


def _repeat(row: Any) -> None:
    """The head of a table on each of its pages (ECMA-376, 17.4.49 ``tblHeader``)."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _foot(word: Any) -> None:
    """Recipients left, signature right, both open."""
    word.add_paragraph()
    frame = word.add_table(rows=1, cols=2)
    left, right = frame.rows[0].cells
    run = left.paragraphs[0].add_run("Nơi nhận:")
    run.bold = run.italic = True
    left.add_paragraph("- Như trên;")
    left.add_paragraph("- Lưu: VT.")
    _lines(right, ("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", True), ("(Chữ ký, dấu)", False), ("Họ và tên", True))


def _without_clock(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(given.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            made.writestr(zipfile.ZipInfo(name, _STAMP), given.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
