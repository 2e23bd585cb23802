"""HTML, CSV, Excel and Word of one report: the same figures, nothing from elsewhere, the same bytes each time."""

import csv
import io
import re
import zipfile
from datetime import datetime
from decimal import Decimal

import pytest
from docx import Document
from lxml import html as lxml_html
from python_calamine import CalamineWorkbook

from plugins.model.dates import VIETNAM
from plugins.report.html import page_of
from plugins.report.records import Column, Report, Table
from plugins.report.shown import text_of
from plugins.report.tablefile import csv_of, workbook_of
from plugins.report.wordfile import document_of
from tests.rooms.report.test_build import report, whole

CREATED = datetime(2026, 6, 14, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def made() -> Report:
    return report(whole())


def rows_of(table: Table) -> list[list[str]]:
    return [[text_of(cell) for cell in row] for row in table.rows]


def test_the_page_shows_every_cell_of_every_table(made):
    page = lxml_html.fromstring(page_of(made))
    shown = [[["".join(cell.itertext()) for cell in row.iter("td")] for row in table.iter("tr")][1:] for table in page.iter("table")]
    assert shown == [rows_of(table) for table in made.tables if table.rows]


def test_the_page_needs_nothing_else_and_is_not_indexed(made):
    page = lxml_html.fromstring(page_of(made))
    assert not list(page.iter("script", "link", "img", "iframe"))
    assert "@import" not in page_of(made)
    assert "url(" not in page_of(made)
    assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"]
    assert page.get("lang") == "vi"


def test_tables_come_before_their_charts_and_have_heads_with_scope(made):
    page = lxml_html.fromstring(page_of(made))
    assert {head.get("scope") for head in page.iter("th")} == {"col"}
    charts = list(page.iter("svg"))
    assert len(charts) == 3
    assert all(chart.getparent().find(".//table") is not None for chart in charts)
    ids = [one.get("id") for one in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))


def test_codes_and_days_are_not_broken_over_lines_and_a_chart_fits_one_printed_page(made):
    page = lxml_html.fromstring(page_of(made))
    codes = [cell for cell in page.iter("td") if "".join(cell.itertext()).startswith("MC-0")]
    assert {cell.get("class") for cell in codes if len("".join(cell.itertext())) == 6} == {"d"}
    style = page.xpath("string(//style)")
    assert "td.d{white-space:nowrap}" in style
    assert "max-height:17cm" in style.partition("@media print{main")[2]  # A4 on its side, less 15 mm above and below


def test_what_is_missing_stands_before_the_tables(made):
    html = page_of(made)
    assert all(gap in html[: html.index("<table>")] for gap in made.gaps)


def test_a_csv_file_holds_the_rows_with_iso_days_and_is_no_formula():
    columns = (Column("A", 5), Column("B", 5, "number"), Column("C", 5, "date"))
    data = csv_of(Table("a", "b", columns, (("=1+1", Decimal("0.50"), CREATED.date()), ("x", 3, None)), ""))
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig")))) == [["A", "B", "C"], ["'=1+1", "0,5", "2026-06-14"], ["x", "3", ""]]


def test_the_workbook_has_a_sheet_a_table_with_the_same_cells(made):
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook_of(made, CREATED)))
    assert book.sheet_names == ["Tóm tắt", *(table.name for table in made.tables)]
    for table in made.tables:
        sheet = book.get_sheet_by_name(table.name).to_python()
        assert sheet[2] == [column.label for column in table.columns]
        for row, cells in zip(sheet[3:], table.rows, strict=False):
            expected = [float(cell) if isinstance(cell, int | Decimal) else "" if cell is None else cell for cell in cells]
            assert row == expected, table.name


def test_the_word_file_has_the_parts_of_a_document_and_the_same_cells(made):
    word = Document(io.BytesIO(document_of(made, CREATED)))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert {"BÁO CÁO", made.title, "Những điểm còn thiếu"} <= set(texts)
    first, *tables, last = word.tables
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in [cell.text.strip() for row in first.rows for cell in row.cells]
    assert last.rows[0].cells[0].text.startswith("Nơi nhận:")
    shown = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    assert shown == [[[column.label for column in table.columns], *rows_of(table)] for table in made.tables if table.rows]


def test_heads_of_word_tables_are_repeated_on_each_page(made):
    word = Document(io.BytesIO(document_of(made, CREATED)))
    heads = [table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in word.tables[1:-1]]
    assert all(len(head) == 1 for head in heads)


def test_pages_of_the_word_file_are_numbered_from_the_second_on(made):
    section = Document(io.BytesIO(document_of(made, CREATED))).sections[0]
    assert section.different_first_page_header_footer
    assert not "".join(paragraph.text for paragraph in section.first_page_header.paragraphs)
    (number,) = section.header.paragraphs
    assert (number.alignment, number._p.xpath("./w:fldSimple/@w:instr")) == (1, ["PAGE"])


def test_the_word_file_has_one_font_for_all_letters_and_the_margins_of_the_decree(made):
    word = Document(io.BytesIO(document_of(made, CREATED)))
    fonts = word.styles["Normal"].element.rPr.rFonts.attrib.values()
    assert list(fonts) == ["Times New Roman"] * 4
    page = word.sections[0]
    assert [round(one.mm) for one in (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)] == [20, 20, 30, 15]


def test_columns_of_word_tables_have_their_widths_and_fill_the_page(made):
    """LibreOffice goes by the widths of the columns, Word by those of the cells: both have to say the same."""
    for table in Document(io.BytesIO(document_of(made, CREATED))).tables:
        columns = [column.width.mm for column in table.columns]
        cells = [[cell.width.mm for cell in row.cells] for row in table.rows]
        assert round(sum(columns)) == 252
        assert all(row == pytest.approx(columns, abs=0.1) for row in cells)


def test_no_row_of_a_word_table_is_torn_by_the_end_of_a_page(made):
    rows = [row for table in Document(io.BytesIO(document_of(made, CREATED))).tables[1:] for row in table.rows]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_rows_of_the_workbook_are_as_high_as_their_text_and_pages_are_numbered(made):
    """A row without a height shows only its first line in LibreOffice, and in print."""
    with zipfile.ZipFile(io.BytesIO(workbook_of(made, CREATED))) as packed:
        sheets = {name: packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/worksheets/")}
    for name, xml in sheets.items():
        rows = re.findall(r"<row r=\"(\d+)\"([^>]*)>", xml)
        assert all("customHeight" in facts for number, facts in rows if int(number) > 2), name
        assert all(part in xml for part in ('<pageSetup paperSize="9"', 'orientation="landscape"', "&amp;P/&amp;N")), name
    heights = [float(height) for height in re.findall(r" ht=\"([\d.]+)\"", sheets["xl/worksheets/sheet11.xml"])]
    assert max(heights) > 2 * min(heights)


def test_equal_reports_are_equal_files(made):
    for write in (workbook_of, document_of):
        assert write(made, CREATED) == write(report(whole()), CREATED)
    assert page_of(made) == page_of(report(whole()))
