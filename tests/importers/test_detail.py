"""Detail exports: both layouts, Word and PDF, and what is no such document."""

import os
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from PIL import Image

from importers.detail import read_detail
from importers.layout import Grid, Paragraph
from importers.sources import gather
from importers.word import page_blocks
from tests.importers.conftest import told

NEWER = """
<p>CHI TIẾT THỦ TỤC HÀNH CHÍNH</p>
<p><b>Mã thủ tục:</b> 1.001193</p><p><b>Số quyết định:</b> 163/QĐ-BTP</p><p><b>Tên thủ tục:</b> Đăng ký khai sinh</p>
<p><b>Cấp thực hiện:</b> Cấp Xã</p><p><b>Lĩnh vực:</b> Hộ tịch</p>
<p><b>TRÌNH TỰ THỰC HIỆN</b></p>
<p>Trường hợp 1: Nộp trực tiếp</p><p>- Nộp tại Trung tâm.</p><p>- Nhận kết quả.</p>
<p>Trường hợp 2: Nộp trực tuyến</p><p>- Nộp trên Cổng.</p>
<p><b>CÁCH THỨC THỰC HIỆN</b></p>
<table><tr><td>Hình thức nộp</td><td>Thời hạn giải quyết</td><td>Phí, lệ phí</td><td>Mô tả</td></tr>
<tr><td>Trực tiếp</td><td>1 Ngày</td><td>Lệ phí: 8000 Đồng</td><td></td></tr></table>
<p><b>THÀNH PHẦN HỒ SƠ</b></p>
<p>Trường hợp 1: Nộp trực tiếp</p>
<table><tr><td>Tên giấy tờ</td><td>Mẫu đơn, tờ khai</td><td>Số lượng</td></tr>
<tr><td>Tờ khai</td><td>Mẫu 01.docx</td><td>1 bản chính</td></tr><tr><td>Giấy chứng sinh</td><td></td><td>1 bản chính, 2 bản sao</td></tr></table>
<p>Trường hợp 2: Nộp trực tuyến</p>
<table><tr><td>Tên giấy tờ</td><td>Mẫu đơn, tờ khai</td><td>Số lượng</td></tr><tr><td>Biểu mẫu điện tử</td><td></td><td>Không có</td></tr></table>
<p><b>SỐ LƯỢNG HỒ SƠ</b></p><p>01 bộ</p>
<p><b>ĐỐI TƯỢNG THỰC HIỆN</b></p><p>Công dân Việt Nam, Cán bộ, công chức, viên chức</p>
<p><b>CƠ QUAN PHỐI HỢP</b></p><p>Không có</p>
<p><b>KẾT QUẢ THỰC HIỆN</b></p><p>Giấy khai sinh</p>
<p><b>CĂN CỨ PHÁP LÝ</b></p>
<table><tr><td>Tên văn bản pháp lý</td><td>Mã văn bản</td></tr><tr><td>Luật Hộ tịch</td><td>60/2014/QH13</td></tr></table>
<p><b>YÊU CẦU, ĐIỀU KIỆN THỰC HIỆN</b></p><p>Không có</p>
"""


@pytest.fixture
def newer():
    harvest = read_detail(page_blocks(NEWER), "moi.docx")
    assert told(harvest) == []
    return harvest.extracts[0]


def test_the_newer_layout_with_heads_in_capitals_is_read(newer):
    assert newer.facts["title"] == "Đăng ký khai sinh"
    assert newer.facts["audience"] == "Công dân Việt Nam; Cán bộ, công chức, viên chức"
    assert newer.steps == (("Trường hợp 1: Nộp trực tiếp", "- Nộp tại Trung tâm.\n- Nhận kết quả."), ("Trường hợp 2: Nộp trực tuyến", "- Nộp trên Cổng."))
    assert newer.evidence == (
        ("Trường hợp 1: Nộp trực tiếp", "Tờ khai", "", "1", "", "Mẫu 01.docx"),
        ("Trường hợp 1: Nộp trực tiếp", "Giấy chứng sinh", "", "1", "2", ""),
        ("Trường hợp 2: Nộp trực tuyến", "Biểu mẫu điện tử", "", "", "", ""),
    )
    assert newer.file_count == "01 bộ"
    assert newer.outputs == ("Giấy khai sinh",)
    assert newer.legal == (("60/2014/QH13", "Luật Hộ tịch", "", "", ""),)


def test_the_newer_layout_says_that_there_is_nothing(newer):
    assert newer.conditions == ""
    assert "cooperating_authority" not in newer.facts


def word(path: Path, html: str) -> Path:
    """A small .docx with the paragraphs and tables of a page."""

    def run(text: str, bold: bool = False) -> str:
        return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t xml:space='preserve'>{escape(text)}</w:t></w:r>" if text else ""

    def paragraph(block: Paragraph) -> str:
        return f"<w:p>{run(block.lead, True)}{run(block.text[len(block.lead) :])}</w:p>"

    def grid(block: Grid) -> str:
        rows = "".join("<w:tr>" + "".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) + "</w:tr>" for row in block.rows)
        return f"<w:tbl>{rows}</w:tbl>"

    body = "".join(paragraph(b) if isinstance(b, Paragraph) else grid(b) for b in page_blocks(html))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{types}"/></Types>')
        file.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        file.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    return path


def test_the_newer_layout_as_a_word_file_gives_the_same(tmp_path, newer):
    assert gather(word(tmp_path / "moi.docx", NEWER)).extracts == (newer,)


def test_a_page_saved_as_doc_is_read_as_the_page_that_it_is(tmp_path, newer):
    (tmp_path / "moi.doc").write_text(f"<html><body>{NEWER}</body></html>", encoding="utf-8")
    assert gather(tmp_path / "moi.doc").extracts == (newer,)


def old_word(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"))
    return path


def test_an_old_word_file_without_libreoffice_tells_how_to_save_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    harvest = gather(old_word(tmp_path / "cu.doc"))
    assert told(harvest) == [("import-old-word", "cu.doc")]
    assert ".docx" in harvest.problems[0].remedy


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_an_old_word_file_is_converted_where_libreoffice_is_installed(tmp_path, monkeypatch, newer):
    made = word(tmp_path / "made.docx", NEWER)
    office = tmp_path / "bin" / "soffice"
    office.parent.mkdir()
    office.write_text(f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n/bin/cp "{made}" "$2/tep.docx"\n')
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(office.parent))
    assert gather(old_word(tmp_path / "cu.doc")).extracts == (newer,)
    office.write_text("#!/bin/sh\nexit 1\n")
    assert told(gather(tmp_path / "cu.doc")) == [("import-old-word-failed", "cu.doc")]


def test_a_scanned_pdf_says_that_it_is_a_picture(tmp_path):
    Image.new("RGB", (600, 800), "white").save(tmp_path / "quet.pdf")
    assert told(gather(tmp_path / "quet.pdf")) == [("import-scan", "quet.pdf")]


def test_another_document_is_no_detail_export(tmp_path):
    assert told(gather(word(tmp_path / "kh.docx", "<p>KẾ HOẠCH</p><p>Số: 12/KH-UBND</p>"))) == [("import-not-detail", "kh.docx")]


def test_a_detail_with_a_strange_channel_or_code_is_refused_with_the_part():
    strange = NEWER.replace("<td>Trực tiếp</td>", "<td>Qua bồ câu</td>")
    harvest = read_detail(page_blocks(strange), "a.docx")
    assert told(harvest) == [("import-channel", "a.docx, mục 'Cách thức thực hiện'")]
    assert harvest.refused == {"1.001193"}
    assert told(read_detail(page_blocks(NEWER.replace("1.001193", "1.00119")), "a.docx"))[0][0] == "import-code-number"


def test_text_where_a_table_should_be_is_told_and_not_lost_in_silence():
    loose = NEWER.replace("<p><b>THÀNH PHẦN HỒ SƠ</b></p>", "<p>Nộp lúc nào cũng được.</p><p><b>THÀNH PHẦN HỒ SƠ</b></p>")
    assert told(read_detail(page_blocks(loose), "a.docx")) == [("import-text", "a.docx, mục 'Cách thức thực hiện'")]


def test_a_bold_head_that_nobody_knows_is_told():
    more = NEWER.replace("<p><b>CƠ QUAN PHỐI HỢP</b></p>", "<p><b>Mã ngành:</b> 12</p><p><b>CƠ QUAN PHỐI HỢP</b></p>")
    assert told(read_detail(page_blocks(more), "a.docx")) == [("import-head-unknown", "a.docx")]


def test_words_of_a_step_that_look_like_a_head_stay_in_the_step():
    more = NEWER.replace("<p>- Nhận kết quả.</p>", "<p>Kết quả thực hiện: giấy khai sinh.</p>")
    assert read_detail(page_blocks(more), "a.docx").extracts[0].steps[0][1] == "- Nộp tại Trung tâm.\nKết quả thực hiện: giấy khai sinh."
