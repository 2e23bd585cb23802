"""What an editor would want to mend: one example of each rule that speaks, and what is like it and passes."""

import time

import pytest

from plugins.model.dates import parse_date
from plugins.reading.item import read_item

NOW = parse_date("1/6/2026")
PARAGRAPH = "Trong quý I, Trung tâm Phục vụ hành chính công tiếp nhận và giải quyết hồ sơ đúng hạn, không để người dân đi lại nhiều lần.\n\n"


def told(render, body: str = "Nội dung.\n", kind: str = "tin-tuc", **keys: str) -> list[tuple[str, int]]:
    """(code, line); the body begins on line 7 unless there are further keys."""
    least = {
        "tin-tuc": {"title": "Bài thử", "date": "1/5/2026", "category": "chi-so"},
        "van-ban": {"title": "Cải cách hành chính", "number": "12/KH-UBND", "date": "1/5/2026", "file": "tai-lieu/a.pdf"},
        "trang": {"title": "Giới thiệu", "summary": "Một câu.", "order": "1"},
        "thu-tuc": {"title": "Khai sinh", "code": "1.001193", "sector": "Hộ tịch"},
    }[kind]
    lines = [f"{key}: {value}" for key, value in {**least, **keys}.items()]
    reading = read_item(kind, "\n".join(["---", *lines, "---", "", body]).encode(), NOW, render)
    return [(one.code, one.line) for one in reading.problems]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("THÔNG BÁO LỊCH TIẾP CÔNG DÂN", ["title-capitals"]),
        ("KẾ HOẠCH SỐ 12/KH-UBND NĂM 2026", ["title-capitals"]),
        ("UBND, HĐND 2026", []),
        ("Chỉ số PAR INDEX, SIPAS, PAPI", []),
        ("Bài " + "rất " * 50, ["title-wordy"]),
        ("Bài " + "rất " * 48, []),
    ],
)
def test_titles_are_sentences_and_no_longer_than_that(render, title, codes):
    assert [code for code, line in told(render, title=title) if line == 2] == codes


def test_a_document_is_called_as_it_was_signed_however_long(render):
    assert told(render, kind="van-ban", title="Về việc " + "ban hành " * 25) == []


def test_a_long_item_wants_a_lead_and_a_short_one_does_not(render):
    assert told(render, PARAGRAPH * 14) == [("lead-missing", 2)]
    assert told(render, PARAGRAPH * 14, summary="Quý I, hồ sơ được giải quyết đúng hạn.") == []
    assert told(render, PARAGRAPH) == []


def test_a_lead_says_more_than_the_title(render):
    assert told(render, summary="“Bài thử”.") == [("lead-title", 5)]


@pytest.mark.parametrize("alt", ["Ảnh minh họa", "ảnh minh hoạ.", "(Hình minh họa)", "IMG_2041.jpg", "image001", "z5012345_abc", "hop-giao-ban", "Hình 2", "hop.jpeg"])
def test_words_that_say_nothing_of_a_picture_are_told(render, alt):
    assert told(render, f"Chữ.\n\n![{alt}](hinh-anh/hop-giao-ban.jpg)\n") == [("image-alt-idle", 9)]


@pytest.mark.parametrize("alt", ["Quang cảnh cuộc họp", "Ảnh: ba người ngồi quanh bàn", "Sơ đồ", "P5 trên bản đồ phường"])
def test_words_that_tell_what_is_seen_pass(render, alt):
    assert told(render, f"![{alt}](hinh-anh/hop.jpg)\n") == []


def test_the_main_picture_is_told_at_its_key(render):
    assert told(render, image="hinh-anh/a.jpg", image_alt="Ảnh minh họa") == [("image-alt-idle", 6)]


@pytest.mark.parametrize("line", ["Ảnh minh họa", "*(Ảnh minh hoạ)*", "Ảnh: Thanh Mai", "Hình 1. Sơ đồ các bước"])
def test_a_caption_without_its_picture_is_told(render, line):
    assert told(render, f"Chữ.\n\n{line}\n") == [("caption-alone", 9)]
    assert told(render, f"Chữ.\n\n![Sơ đồ năm bước](hinh-anh/a.png)\n\n{line}\n") == []


def test_sentences_about_pictures_are_no_captions(render):
    assert told(render, "Hình thức: trực tiếp.\n\nHình ảnh người cán bộ được nhắc tới.\n\nẢnh 3x4 nộp kèm.\n") == []


def test_levels_of_headings_are_not_skipped(render):
    assert told(render, "## Một\n\nChữ.\n\n#### Ba\n") == [("heading-skipped", 11)]
    assert told(render, "### Một\n\nChữ.\n\n## Hai\n") == [("heading-skipped", 7)]
    assert told(render, "# Một\n\nChữ.\n\n## Hai\n\n### Ba\n\n# Bốn\n") == []


def test_a_table_has_heads(render):
    rows = "<tr><td>Tháng 3</td><td>412</td></tr><tr><td>Tháng 4</td><td>387</td></tr>"
    assert told(render, f"Chữ.\n\n<table>{rows}</table>\n") == [("table-headless", 9)]
    assert told(render, f"Chữ.\n\n<table><tr><th></th><th><b>Hồ sơ</b></th></tr>{rows}</table>\n") == []
    assert told(render, "|  |  |\n|---|---|\n| a | b |\n") == [("table-headless", 9)]
    assert told(render, "<table><tr><td>UBND PHƯỜNG</td><td>CỘNG HÒA</td></tr></table>\n") == []


@pytest.mark.parametrize(
    "left",
    ["Số: /KH-UBND", "Số:      /QĐ-UBND", "Số …/2026/QĐ-UBND", "Lam Khê, ngày tháng 01 năm 2026", "ngày … tháng … năm 2026", "ngày ...... tháng 5 năm 2026", "ngày 12 tháng … năm 2026", "ngày    tháng   năm 2026"],
)
def test_blanks_that_were_to_be_filled_are_told(render, left):
    assert told(render, f"Chữ.\n\n{left}\n") == [("blank-left", 9)]


@pytest.mark.parametrize("text", ["Số: 12/KH-UBND", "ngày 05 tháng 01 năm 2026", "ghi ngày tháng năm sinh", "ngày, tháng, năm", "số/ký hiệu", "bình quân mỗi ngày tháng 5 có 12 hồ sơ"])
def test_what_is_filled_in_passes(render, text):
    found = [code for code, _ in told(render, f"{text}\n")]
    assert found == (["blank-left"] if "ngày tháng 5" in text else [])


def test_a_blank_in_a_procedure_is_for_the_applicant(render):
    assert "blank-left" not in [code for code, _ in told(render, "## Thông tin thêm\n\nngày … tháng … năm …\n", "thu-tuc")]


@pytest.mark.parametrize(
    "left",
    ["Error! Bookmark not defined.", "Xem mục Error! Reference source not found.", "Lỗi! Thẻ đánh dấu không được xác định.", "Lỗi! Không tìm thấy nguồn tham chiếu.", "PAGEREF _Toc308930458 \\h 3", r"\* MERGEFORMAT", "Click or tap here to enter text.", "mso-bidi-font-size: 13.0pt"],
)
def test_what_word_left_is_told(render, left):
    assert told(render, f"Chữ.\n\n{left}\n") == [("word-leftover", 9)]


@pytest.mark.parametrize("text", ["Lỗi! Hệ thống báo như vậy thì thử lại.", "Nhấp vào nút Nộp hồ sơ.", "Error 404", "Click vào đây"])
def test_ordinary_words_about_errors_and_buttons_pass(render, text):
    assert told(render, f"{text}\n") == []


def test_a_document_signed_after_the_item_is_told_and_one_signed_before_is_not(render):
    assert told(render, "Chữ.\n\nTheo Kế hoạch số 12/KH-UBND ngày 15/01/2027 của UBND phường.\n") == [("date-later", 9)]
    assert told(render, "Theo Kế hoạch số 12/KH-UBND ngày 01/5/2026 của UBND phường.\n") == []
    assert told(render, "Theo Kế hoạch số 12/KH-UBND ngày 20/5/2026.\n", updated="25/5/2026") == []


def test_a_day_told_as_past_is_not_after_the_item_and_an_announcement_may_be(render):
    assert told(render, "Ngày 24/5/2027, UBND phường đã tổ chức hội nghị.\n") == [("date-later", 7)]
    assert told(render, "Ngày 24/5/2027, UBND phường tổ chức hội nghị.\n\nĐến ngày 30/6/2027 hoàn thành.\n") == []


def test_one_document_has_one_date_in_a_text(render):
    body = "Kế hoạch số 12/KH-UBND ngày 15/01/2026.\n\nTheo Kế hoạch số 12/KH-UBND ngày 16/01/2026, phường làm.\n"
    assert told(render, body) == [("cited-two-dates", 9)]
    assert told(render, body.replace("16/01/2026,", "15/01/2026,")) == []
    assert told(render, "Quyết định số 119/QĐ-UBND ngày 05/6/2009 và Quyết định số 119/QĐ-UBND ngày 07/7/2025.\n") == []


def test_two_ways_of_composing_letters_in_one_file_are_told_and_mended(render):
    assert told(render, "Ủy ban nhân dân phu\u031bo\u031b\u0300ng đa\u0303 họp\n") == [("text-decomposed", 7)]


def test_ten_thousand_ordinary_items_are_looked_at_in_a_second_or_two(render):
    from plugins.reading.habits import Piece, habit_problems
    from plugins.reading.personal import personal_problems

    body = PARAGRAPH * 20 + "## Kết quả\n\nĐạt 99,4% theo Kế hoạch số 12/KH-UBND.\n"
    piece = Piece("tin-tuc", None, {}, body, 7, render(body), ())
    began = time.perf_counter()
    for _ in range(200):
        assert [*habit_problems(piece), *personal_problems(body)] == []
    assert time.perf_counter() - began < 200 * 0.0005  # half a millisecond; ordinarily a tenth of it


@pytest.mark.parametrize("text", ["ngày " + "." * 90_000, "ngày " + " " * 90_000 + "tháng", "Số " + "…" * 90_000, "Ảnh " * 20_000, "Ngày 1/1/2030 " + "chữ " * 20_000, "Error! " * 10_000])
def test_no_body_takes_long(text):
    from plugins.reading.habits import Piece, habit_problems

    began = time.perf_counter()
    assert len(list(habit_problems(Piece("tin-tuc", None, {}, text, 1, f"<p>{text}</p>", ())))) < 20
    assert time.perf_counter() - began < 3
