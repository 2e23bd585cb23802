"""A report as a Word file that an officer completes and attaches: the layout of NĐ 30/2020/NĐ-CP (Phụ lục I). A4 lies on its side,
as the decree allows a text with tables."""

import io
import zipfile
from datetime import datetime
from typing import Any

from plugins.report.html import GAPS, KIND, MOTTO, NO_GAPS, STATE
from plugins.report.records import Report
from plugins.report.wordtable import add_table, kept_together

FONT, LETTERS = "Times New Roman", 13  # points
_STAMP = (1980, 1, 1, 0, 0, 0)  # the zip holds no clock: equal reports are equal files
_LEFT, _RIGHT = 97, 155  # millimetres of the two halves of head and foot; together the page between its margins
# Millimetres of the lines below issuer, motto and title (Phụ lục I: a third to a half of the issuer's line; the motto's length).
_ISSUER_LINE, _MOTTO_LINE, _TITLE_LINE = 34, 58, 70


def document_of(report: Report, created: datetime) -> bytes:
    """The whole file. ``created`` stands in it instead of the clock."""
    from docx import Document

    word = Document()
    _page(word)
    _letters(word)
    facts = word.core_properties
    facts.title, facts.author, facts.language = report.title, report.unit, "vi-VN"
    facts.created = facts.modified = created.replace(tzinfo=None)
    facts.last_modified_by, facts.comments = "", ""
    _head(word, report)
    for place, table in enumerate(report.tables, 1):
        _heading(word, f"{place}. {table.title}")
        add_table(word, table, is_last=place == len(report.tables))
    _foot(word)
    out = io.BytesIO()
    word.save(out)
    return _without_clock(out.getvalue())


def _page(word: Any) -> None:
    """Margins in millimetres: 20 above and below, 30 left, 15 right. The number of the page stands above it, not on the first."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = 1
    number._p.append(_element("w:fldSimple", instr="PAGE"))


def _letters(word: Any) -> None:
    """One font for every script, so that no letter with a tone mark is taken from another; the language for the speller."""
    from docx.shared import Pt

    style = word.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(LETTERS)
    fonts = style.element.rPr.rFonts
    for script in ("cs", "eastAsia"):
        fonts.set(_named(f"w:{script}"), FONT)
    style.element.rPr.append(_element("w:lang", val="vi-VN"))
    style.paragraph_format.space_after = Pt(4)


def _head(word: Any, report: Report) -> None:
    """Issuer left, the state's name right; number and day are left open for whoever signs."""
    frame = _frame(word, rows=2)
    _lines(frame.rows[0].cells[0], (report.parent.upper(), ""), (report.unit.upper(), "b"))
    _line(frame.rows[0].cells[0], _LEFT, _ISSUER_LINE)
    _lines(frame.rows[0].cells[1], (STATE, "b"), (MOTTO, "b"))
    _line(frame.rows[0].cells[1], _RIGHT, _MOTTO_LINE)
    _lines(frame.rows[1].cells[0], ("Số:       /BC-", ""))
    _lines(frame.rows[1].cells[1], ("…, ngày … tháng … năm …", "i"))
    word.add_paragraph()
    _centred(word, KIND.upper())
    _centred(word, report.title)
    _line(word, _LEFT + _RIGHT, _TITLE_LINE)
    for label, text in report.facts:
        line = word.add_paragraph()
        line.add_run(f"{label}: ").bold = True
        line.add_run(text)
    _heading(word, GAPS)
    for gap in report.gaps or (NO_GAPS,):
        word.add_paragraph(f"- {gap}").alignment = 3


def _foot(word: Any) -> None:
    """Recipients left, signature right, both open; never alone on a page."""
    from docx.shared import Pt

    frame = _frame(word, rows=1)
    left, right = frame.rows[0].cells
    run = left.paragraphs[0].add_run("Nơi nhận:")
    run.bold = run.italic = True
    run.font.size = Pt(12)
    for text in ("- Như trên;", "- Lưu: VT."):
        left.add_paragraph().add_run(text).font.size = Pt(11)
    _lines(right, ("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "b"), ("(Chữ ký, dấu)", "i"), ("", ""), ("", ""), ("Họ và tên", "b"))
    kept_together(frame)


def _frame(word: Any, rows: int) -> Any:
    """A table without lines, in the two halves of head and foot."""
    from docx.shared import Mm

    frame = word.add_table(rows=rows, cols=2)
    frame.autofit = False
    for place, width in enumerate((Mm(_LEFT), Mm(_RIGHT))):
        frame.columns[place].width = width
        for cell in frame.columns[place].cells:
            cell.width = width
    return frame


def _lines(cell: Any, *lines: tuple[str, str]) -> None:
    """Lines in the middle; ``b`` bold, ``i`` italic."""
    from docx.shared import Pt

    for place, (text, look) in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.alignment = 1
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.bold, run.italic = look == "b", look == "i"


def _line(where: Any, width: int, length: int) -> None:
    """A line in the middle of ``width``, both in millimetres: the upper edge of a paragraph as low as can be."""
    from docx.shared import Mm, Pt

    paragraph = where.add_paragraph()
    around = paragraph.paragraph_format
    around.left_indent = around.right_indent = Mm((width - length) / 2 - 2)
    around.space_before, around.space_after, around.line_spacing = Pt(2), Pt(4), Pt(4)
    edges = _element("w:pBdr")
    edges.append(_element("w:top", val="single", sz="6", space="1", color="auto"))
    paragraph._p.get_or_add_pPr().insert_element_before(
        edges, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def _centred(word: Any, text: str) -> None:
    from docx.shared import Pt

    paragraph = word.add_paragraph()
    paragraph.alignment = 1
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.font.size = True, Pt(14)


def _heading(word: Any, text: str) -> None:
    from docx.shared import Pt

    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.add_run(text).bold = True


def _element(name: str, **facts: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(name)
    for key, value in facts.items():
        made.set(_named(f"w:{key}"), value)
    return made


def _named(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _without_clock(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(given.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            made.writestr(zipfile.ZipInfo(name, _STAMP), given.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
