"""Words that Word keeps in boxes, fields and controls, words it does not show, and documents of other programs."""

import unicodedata
import zipfile

import pytest
from docx import Document  # python-docx
from docx.enum.text import WD_BREAK

from importers.container import Kind, kind_of
from importers.news.item import Wishes
from tests.importers.news.writing import NAMES, Word, cell, level, p, photo, run, style, table

OTHER = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
NEWS = Wishes(kind="tin-tuc")


def box(*paragraphs: str, old_form: bool = True) -> str:
    """A text box, as Word stores it: twice, or as other programs do: once."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>" if old_form else ""
    drawing = f'<w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
    return f'<w:r><mc:AlternateContent {OTHER}><mc:Choice Requires="wps">{drawing}</mc:Choice>{fallback}</mc:AlternateContent></w:r>'


def field(code: str, *result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{char('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{char('separate')}{''.join(result)}{char('end')}"


@pytest.fixture
def imported(take, tmp_path):
    def call(word: Word, wishes: Wishes = NEWS):
        return take(word.save(tmp_path / "bai.docx"), wishes=wishes)

    return call


@pytest.fixture
def body(imported):
    """Paragraphs of the body, below a title."""

    def call(word: Word) -> list[str]:
        word.body.insert(0, p("Hướng dẫn nộp hồ sơ trực tuyến"))
        return imported(word).paragraphs()

    return call


@pytest.mark.parametrize("old_form", [True, False])
def test_words_of_a_text_box_stand_once_behind_their_paragraph_and_are_told(imported, old_form):
    word = Word(lists={1: [level(0, "decimal", "Điều %1.")]})
    word.add("Quy chế làm việc", p("Một", numbered=(1, 0)), p(run("Trước khung"), box(p("Hai", numbered=(1, 0)), old_form=old_form), run(" sau khung.")), p("Ba", numbered=(1, 0)))
    found = imported(word)
    assert found.paragraphs() == ["Điều 1. Một", "Trước khung sau khung.", "Điều 2. Hai", "Điều 3. Ba"]
    assert any("Text Box" in sentence for sentence in found.read.notes.decide)


def test_a_stamp_in_a_box_of_the_letterhead_is_no_agency(imported):
    left = cell(p("ỦY BAN NHÂN DÂN", bold=True), p(run("XÃ ĐỒNG TÂM"), box(p("BẢN SAO"))), "Số: 9/QĐ-UBND")
    word = Word().add(table((left, cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Đồng Tâm, ngày 9 tháng 7 năm 2026"))))
    found = imported(word.add("QUYẾT ĐỊNH", "Ban hành Quy chế", "Căn cứ Luật;", "Điều 1. Ban hành."), Wishes())
    assert found.values["issuer"] == "Ủy ban nhân dân xã Đồng Tâm"


def test_fields_and_controls_show_their_text_and_a_table_of_contents_is_left_out(body):
    word = Word()
    word.add(p(run("Xem "), field('HYPERLINK "https://dichvucong.gov.vn/a"', run("cổng")), f'<w:fldSimple w:instr=" REF x ">{run(", Bảng 1")}</w:fldSimple>', run(".")))
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    word.add(f"<w:sdt>{gallery}<w:sdtContent>{p('MỤC LỤC')}{p('Mở đầu 3')}</w:sdtContent></w:sdt>", p(field("TOC \\o", run("1. Mở đầu\t3"))))
    word.add(f"<w:p>{run('Đã nộp ')}<w:sdt><w:sdtPr/><w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>{run(' có')}</w:p>")
    assert body(word) == ["Xem [cổng](https://dichvucong.gov.vn/a), Bảng 1.", "Đã nộp ☒ có"]


def test_a_page_that_ends_inside_a_sentence_leaves_a_blank(body):
    word = Word().add('<w:p><w:r><w:t>Trưởng phòng</w:t><w:br w:type="page"/><w:t>Văn hóa</w:t><w:tab/><w:t>và</w:t><w:ptab/><w:t>Xã hội.</w:t><w:br w:type="column"/><w:t>Câu sau</w:t><w:cr/><w:t>dòng sau.</w:t></w:r></w:p>')
    assert body(word) == ["Trưởng phòng Văn hóa và Xã hội.", "Câu sau", "dòng sau."]


def test_words_that_a_style_hides_reach_nothing(imported):
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    styles = f'<w:style w:type="character" w:styleId="An"><w:name w:val="Ẩn"/>{hidden}</w:style><w:style w:type="paragraph" w:styleId="AnDoan"><w:name w:val="Ẩn đoạn"/>{hidden}</w:style>'
    word = Word(styles=styles).add("Thông báo của phường", p(run("Câu được thấy"), run(" BÍ MẬT 1", style="An"), run(".")), p("BÍ MẬT 2", style="AnDoan"))
    found = imported(word)
    assert found.paragraphs() == ["Câu được thấy."]
    assert any("Hidden" in sentence for sentence in found.read.notes.changed)


def test_deleted_rows_go_and_what_a_deleted_mark_parted_is_joined(body):
    marked = '<w:del w:id="1" w:author="Người Sửa"/>'
    word = Word().add(f"<w:p><w:pPr><w:rPr>{marked}</w:rPr></w:pPr>{run('Đoạn nối ')}</w:p>", "liền nhau.")
    word.add(f"<w:tbl><w:tr>{cell('A')}{cell('B')}</w:tr><w:tr><w:trPr>{marked}</w:trPr>{cell('XÓA')}{cell('XÓA')}</w:tr><w:tr>{cell('C')}{cell('D')}</w:tr></w:tbl>")
    assert body(word) == ["Đoạn nối liền nhau.", "| A | B |\n| --- | --- |\n| C | D |"]


def test_headings_are_known_by_their_outline_and_by_vietnamese_names_and_the_title_above_them_stays(imported):
    outline = '<w:style w:type="paragraph" w:styleId="RiengHai"><w:name w:val="Mục riêng"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    word = Word(styles=style("TD1", "Tiêu đề 1") + outline)
    word.add("Hướng dẫn nộp hồ sơ", "Lời dẫn của bài.", p("Mở đầu", style="TD1"), "Chữ.", p("Mục con", style="RiengHai"), "Chữ nữa.")
    found = imported(word)
    assert found.values["title"] == "Hướng dẫn nộp hồ sơ"
    assert found.paragraphs() == ["Lời dẫn của bài.", "## Mở đầu", "Chữ.", "### Mục con", "Chữ nữa."]


def test_a_letter_that_is_cut_between_runs_is_whole(body):
    loose = unicodedata.normalize("NFD", "tiếng Việt")
    word = Word().add("<w:p>" + "".join(run(char, bold=place == 2) for place, char in enumerate(loose)) + "</w:p>")
    assert body(word) == ["ti**ế**ng Việt"]


def test_a_floating_picture_does_not_cut_the_sentence_it_is_anchored_in(body):
    word = Word()
    word.add("Câu thứ nhất.", "Câu thứ hai.", p(run("Người dân "), word.picture(photo(300, 200), "Ở quầy").replace("wp:inline", "wp:anchor"), run("nộp hồ sơ tại quầy.")))
    assert body(word)[2:] == ["Người dân nộp hồ sơ tại quầy.", "![Ở quầy](hinh-anh/huong-dan-nop-ho-so-truc-tuyen-1.jpg)"]


def test_a_small_sign_that_libreoffice_lifts_is_an_exponent(body):
    word = Word().add("<w:p>" + run("Diện tích 25 m") + '<w:r><w:rPr><w:position w:val="8"/><w:sz w:val="19"/></w:rPr><w:t>2</w:t></w:r>' + run(".") + "</w:p>")
    assert body(word) == ["Diện tích 25 m²."]


def test_articles_are_counted_through_all_chapters_when_the_list_says_so(body):
    lists = {1: [level(0, "upperRoman", "Chương %1."), level(1, "decimal", "Điều %2.", more='<w:lvlRestart w:val="0"/>'), level(2, "lowerLetter", "%3)")]}
    word = Word(lists=lists)
    for depth, text in ((0, "Chung"), (1, "Phạm vi"), (2, "một"), (1, "Đối tượng"), (2, "một"), (0, "Riêng"), (1, "Hiệu lực")):
        word.add(p(text, numbered=(1, depth)))
    assert body(word) == ["Chương I. Chung", "Điều 1. Phạm vi", "a) một", "Điều 2. Đối tượng", "a) một", "Chương II. Riêng", "Điều 3. Hiệu lực"]


def test_a_number_is_bold_where_its_line_is(body):
    word = Word(lists={1: [level(0, "decimal", "Điều %1.")]}).add(p("Phạm vi", numbered=(1, 0), bold=True))
    assert body(word) == ["**Điều 1. Phạm vi**"]


def test_a_link_that_google_docs_leads_past_itself_is_the_link_that_was_meant(body):
    word = Word()
    word.add(p(run("Xem "), word.link("cổng", "https://www.google.com/url?q=https://vneid.gov.vn/a&sa=D"), "."))
    assert body(word) == ["Xem [cổng](https://vneid.gov.vn/a)."]


def test_a_table_with_a_small_table_in_a_cell_stays_a_table(take, tmp_path):
    document = Document()
    document.add_paragraph("Biểu tổng hợp hồ sơ")
    grid = document.add_table(3, 3)
    for place, one in enumerate(grid._cells):
        one.text = f"ô {place}"
    inner = grid.cell(2, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "trong 1", "trong 2"
    document.save(tmp_path / "bieu.docx")
    assert take(tmp_path / "bieu.docx").paragraphs() == ["| ô 0 | ô 1 | ô 2 |\n| --- | --- | --- |\n| ô 3 | ô 4 | ô 5 |\n| ô 6 | ô 7 | ô 8<br>trong 1; trong 2 |"]


def test_a_document_of_python_docx_keeps_depth_breaks_and_nothing_of_its_frame(take, tmp_path):
    document = Document()
    document.core_properties.author = "Người Soạn Kín"
    document.sections[0].header.paragraphs[0].text, document.sections[0].footer.paragraphs[0].text = "ĐẦU TRANG", "CHÂN TRANG"
    document.add_paragraph("Phường mở lớp kỹ năng số")
    broken = document.add_paragraph("một")
    broken.runs[0].add_break(WD_BREAK.COLUMN)
    broken.add_run("hai")
    document.add_paragraph("Chấm", style="List Bullet")
    document.add_paragraph("Chấm sâu", style="List Bullet 2")
    document.save(tmp_path / "lop.docx")
    found = take(tmp_path / "lop.docx")
    assert found.paragraphs() == ["một hai", "- Chấm", "+ Chấm sâu"]
    assert not any(word in found.item.text for word in ("Kín", "ĐẦU TRANG", "CHÂN TRANG"))


@pytest.mark.parametrize("name", ["mau.dotx", "bai.docm", "bai.docx"])
def test_a_main_part_of_another_name_is_found(take, tmp_path, name):
    with zipfile.ZipFile(Word().add("Tệp của Microsoft 365", "Nội dung.").save(tmp_path / "goc.zip")) as old, zipfile.ZipFile(tmp_path / name, "w") as new:
        for part in old.namelist():
            new.writestr(part.replace("document.xml", "document2.xml"), old.read(part).replace(b"word/document.xml", b"word/document2.xml"))
    assert take(tmp_path / name).paragraphs() == ["Nội dung."]


def test_a_document_of_the_strict_form_is_read_like_any_other(take, tmp_path):
    with zipfile.ZipFile(Word().add("Tệp dạng chặt", "Nội dung.").save(tmp_path / "goc.zip")) as old, zipfile.ZipFile(tmp_path / "chat.docx", "w") as new:
        for part in old.namelist():
            data = old.read(part).replace(b"schemas.openxmlformats.org/wordprocessingml/2006/main", b"purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(part, data.replace(b"schemas.openxmlformats.org/officeDocument/2006/relationships", b"purl.oclc.org/ooxml/officeDocument/relationships"))
    assert "wordprocessingml" in NAMES
    assert take(tmp_path / "chat.docx").paragraphs() == ["Nội dung."]


def test_a_picture_in_a_box_with_its_caption_is_saved_once(imported):
    word = Word().add("Tin có ảnh trong khung", "Câu thứ nhất.", "Câu thứ hai.")
    found = imported(word.add(p(run("Người dân nộp hồ sơ."), box(p(word.picture(photo(300, 200), "Ở quầy")), p("Ảnh: ở quầy", italic=True)))))
    assert found.paragraphs()[2:] == ["Người dân nộp hồ sơ.", "![Ở quầy](hinh-anh/tin-co-anh-trong-khung-1.jpg)", "*Ảnh: ở quầy*"]
    assert len(found.item.files) == 1


def test_rich_text_that_is_called_doc_is_read_as_a_doc(tmp_path):
    (tmp_path / "cu.doc").write_bytes(b"{\\rtf1\\ansi Noi dung}")
    assert kind_of(tmp_path / "cu.doc") is Kind.OLD_WORD
