"""The slot: which items, in which order, how long, what is left out."""

import io
import re
import zipfile
from datetime import date

import pytest

from plugins.radio.files import document, text
from plugins.radio.period import read_period
from plugins.radio.prose import body_of
from plugins.radio.script import PAUSE, script_of, seconds_of
from plugins.radio.table import clock, remarks, rows
from tests.factory import item, prose, site
from tests.radio.test_readings import UNSPEAKABLE, bare_abbreviations
from tests.rooms.answers.records import answer, answered, complaint

MARCH = read_period("2026-03")
LONG = prose(f"<p>{'Một hai ba bốn năm sáu bảy tám chín mười. ' * 60}</p>")  # 600 syllables: 200 seconds at 180 a minute


def titles(script) -> list[str]:
    return [piece.title for piece in script.pieces]


def test_periods_are_those_of_the_calendar():
    assert (MARCH.first, MARCH.last, MARCH.name) == (date(2026, 3, 1), date(2026, 3, 31), "tháng 3 năm 2026")
    assert (read_period("2026-Q1").last, read_period("2026-H2").first, read_period("2026").name) == (date(2026, 3, 31), date(2026, 7, 1), "năm 2026")
    assert date(2026, 2, 28) not in MARCH


@pytest.mark.parametrize("typed", ["", "3/2026", "2026-13", "2026-00", "2026-Q5", "26-03", "2026-03-01", "tháng 3"])
def test_what_is_no_period_is_refused(typed):
    assert read_period(typed) is None


def test_items_come_by_pin_weight_of_category_and_date():
    news = [
        item("cu", "2026-03-02", "cai-cach-thu-tuc-hanh-chinh"),
        item("moi", "2026-03-20", "cai-cach-thu-tuc-hanh-chinh"),
        item("khac", "2026-03-30", "cai-cach-tai-chinh-cong"),
        item("ghim", "2026-03-01", "cai-cach-tai-chinh-cong", pinned=True),
        item("thang-hai", "2026-02-28"),
    ]
    of = answered(site(news), [answer(answered="2026-03-10")])
    assert titles(script_of(of, MARCH, 15)) == ["Bài ghim", "Bài moi", "Bài cu", "Câu mot?", "Bài khac"]


def test_the_profile_may_set_other_weights():
    of = site([item("a", "2026-03-20", "cai-cach-thu-tuc-hanh-chinh"), item("b", "2026-03-02", "cai-cach-tai-chinh-cong")], radio={"first": ["cai-cach-tai-chinh-cong"]})
    assert titles(script_of(of, MARCH, 15)) == ["Bài b", "Bài a"]


def test_what_does_not_fit_whole_is_read_in_brief_and_the_rest_is_left_out_and_told():
    news = [item(f"n{number}", f"2026-03-{20 - number}", body=LONG, summary="Tóm tắt " + "dài " * (600 if number == 4 else 3)) for number in range(5)]
    script = script_of(site(news), MARCH, 10)
    assert [piece.form for piece in script.pieces] == ["đọc đủ bài", "đọc đủ bài", "đọc tóm tắt", "đọc tóm tắt"]
    assert [(left.title, left.why) for left in script.left] == [("Bài n4", "không đủ thời lượng")]
    assert script.seconds <= 600
    assert any("Bài n4 (tin-tuc/n4.md): không đủ thời lượng" in remark for remark in remarks(script))


def test_reading_time_is_counted_in_syllables_and_told_for_each_item():
    assert seconds_of(["một hai ba"] * 60, 180) == 60 + PAUSE
    script = script_of(site([item("a", "2026-03-02", body=LONG)], radio={"words_per_minute": 200}), MARCH, 15)
    assert rows(script)[1] == ("1. Bài a", clock(script.pieces[0].seconds), "đọc đủ bài")
    assert script.seconds == sum((script.opening.seconds, script.pieces[0].seconds, script.closing.seconds))
    assert rows(script)[-1] == ("Cả buổi", clock(script.seconds), "")


def test_a_month_that_is_too_short_is_told():
    assert any("chưa đến 10 phút" in remark for remark in remarks(script_of(site([item("a", "2026-03-02")]), MARCH, 15)))


def test_words_written_for_the_radio_take_the_place_of_the_item():
    script = script_of(site([item("a", "2026-03-02", radio="Mời bà con đến lúc 7h30 ngày 05/3.")]), MARCH, 15)
    assert script.pieces[0].form == "lời viết riêng (radio)"
    assert script.pieces[0].paragraphs == ("Bài a.", "Mời bà con đến lúc bảy giờ ba mươi phút ngày mùng năm tháng ba.")


def test_a_complaint_is_read_with_its_outcome():
    script = script_of(answered(site(), [complaint(answered="2026-03-12")]), MARCH, 15)
    assert script.pieces[0].paragraphs[0] == "Người dân phản ánh: Câu hai?"
    assert "Kết quả của Trung tâm Phục vụ hành chính công." in script.pieces[0].paragraphs


def test_a_month_without_items_has_no_script():
    assert script_of(site([item("a", "2026-04-02")]), MARCH, 15) is None


def test_opening_and_closing_name_the_unit():
    script = script_of(site([item("a", "2026-03-02")], radio={"programme": "Mười phút cùng một cửa"}), MARCH, 15)
    assert script.opening.paragraphs[0] == "Mười phút cùng một cửa của phường Thử Nghiệm."
    assert "phường Thử Nghiệm" in script.closing.paragraphs[0]
    assert "không hai không không, ba tám năm không, không không hai" in " ".join(script.closing.paragraphs)


# — bodies —


def test_a_body_is_its_paragraphs_without_pictures_and_footnotes():
    html = '<p>Một<sup>1</sup>.</p><figure><img src="a"><figcaption>Ảnh</figcaption></figure><ul><li>Hai</li><li>Ba<ul><li>Bốn</li></ul></li></ul><div class="footnote"><p>Chú</p></div><p>Năm<br>Sáu</p>'
    body = body_of(html)
    assert body.paragraphs == ("Một.", "Hai", "Ba", "Bốn", "Năm", "Sáu")
    assert (body.pictures, body.tables) == (1, 0)


def test_a_small_table_is_read_row_by_row_and_a_large_one_is_left_out():
    head, row = "<tr><th>Tuần</th><th>Nơi</th></tr>", "<tr><td>03 – 06/3</td><td>Gò Vàng</td></tr>"
    assert body_of(f"<table>{head}{row}</table>").paragraphs == ("Tuần 03 – 06/3: Nơi: Gò Vàng.",)
    large = body_of(f"<table>{head}{row * 7}</table>")
    assert (large.paragraphs, large.tables) == ((), 1)


# — files —


def spoken_of_docx(data: bytes) -> list[str]:
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    found = re.findall(r'<w:p><w:pPr><w:pStyle w:val="(\w+)"/></w:pPr><w:r><w:t xml:space="preserve">([^<]*)</w:t>', xml)
    start = next(number for number, (style, _) in enumerate(found) if style == "LoiDoc")
    return [said for style, said in found[start:] if style in {"LoiDoc", "TenBai"}]


def test_both_files_hold_the_same_words_and_the_text_nothing_else():
    script = script_of(site([item("a", "2026-03-02", body=prose("<p>Quyết định số 766/QĐ-TTg: 99,5% &amp; 2.718 hồ sơ của UBND.</p>"))]), MARCH, 15)
    lines = [line for line in text(script).decode().splitlines() if line]
    assert lines == list(script.paragraphs) == spoken_of_docx(document(script))
    assert not [line for line in lines if UNSPEAKABLE.search(line) or bare_abbreviations(line)]
    assert document(script) == document(script)


def test_word_opens_the_file():
    docx = pytest.importorskip("docx")
    script = script_of(site([item("a", "2026-03-02")]), MARCH, 15)
    opened = docx.Document(io.BytesIO(document(script)))
    assert opened.paragraphs[0].text == "Chuyên mục Cải cách hành chính – tháng 3 năm 2026"
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == ["Phần", "Thời gian", "Cách đọc"]
    assert opened.tables[0].rows[-1].cells[0].text == "Cả buổi"


def test_the_word_file_numbers_its_pages_and_tears_no_paragraph_that_is_read():
    """Who reads aloud turns no page inside a sentence, and puts sheets that fell down back into their order."""
    docx = pytest.importorskip("docx")
    opened = docx.Document(io.BytesIO(document(script_of(site([item("a", "2026-03-05")]), MARCH, 15))))
    fields = opened.sections[0].header._element.xpath(".//w:fldSimple/@w:instr")
    assert fields == ["PAGE", "NUMPAGES"]
    assert opened.styles["Lời đọc"].element.xpath("./w:pPr/w:keepLines")
    assert [cell.width.twips for cell in opened.tables[0].rows[0].cells] == [5000, 1900, 2171]
