"""Long announced texts: readable, and not a character changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.prose import Prose
from plugins.procedures.readable import brief, broken_up, readable

WALL = "Bước 1: Tổ chức, cá nhân chuẩn bị đầy đủ hồ sơ theo quy định và nộp tại Trung tâm Phục vụ hành chính công. Bước 2: Công chức kiểm tra hồ sơ: - Nếu hồ sơ đầy đủ thì tiếp nhận; - Nếu chưa đầy đủ thì hướng dẫn. a) Bổ sung; b) Nộp lại. Bước 3. Trả kết quả."


def bare(text: str) -> str:
    return "".join(re.sub(r"<[^>]+>", "", text).split())


def test_a_wall_of_steps_becomes_a_line_a_step_and_a_line_a_marker():
    assert [line[:8] for line in broken_up(WALL).split("\n")] == ["Bước 1: ", "Bước 2: ", "- Nếu hồ", "- Nếu ch", "a) Bổ su", "b) Nộp l", "Bước 3. "]


def test_short_lines_and_citations_stay_whole():
    assert broken_up("Bước 1: Nộp. Bước 2: Nhận.") == "Bước 1: Nộp. Bước 2: Nhận."
    cited = "theo quy định tại điểm a, b khoản 1 Điều 77 Nghị định số 131/2021/NĐ-CP của Chính phủ và Thông tư số 02/2017/TT-VPCP hướng dẫn nghiệp vụ kiểm soát thủ tục hành chính tại TP. Hồ Chí Minh và các tỉnh"
    assert broken_up(cited) == cited


def test_a_wall_without_markers_is_broken_between_sentences():
    parts = broken_up("Người nộp hồ sơ phải kê khai đầy đủ, trung thực các thông tin. " * 20).split("\n")
    assert len(parts) > 2
    assert all(len(part) < 500 for part in parts)


@given(st.text(alphabet="abBướcđ 12.:;-+)a\n<&>\"'", max_size=900))
def test_no_character_is_lost_or_made_up(text):
    assert "".join(broken_up(text).split()) == "".join(text.split())


def test_prose_gets_paragraphs_and_strong_names_of_steps():
    made = readable(Prose("x", f"<p>{WALL}</p>\n<p>Xem <a href=\"a\">mẫu</a>. {WALL}</p>"))
    assert made.html.startswith("<p><strong>Bước 1:</strong> Tổ chức")
    assert made.html.count("<p>") == 8
    assert bare(made.html) == bare(f"{WALL}Xem mẫu. {WALL}")
    assert made.digest == "x"


@pytest.mark.parametrize("text", ["A &amp; B &lt;b&gt; " + WALL, "&lt;script&gt;. - a; - b. " * 20])
def test_references_stay_references(text):
    made = readable(Prose("x", f"<p>{text}</p>")).html
    assert bare(made) == bare(text)
    assert "<script" not in made


def test_a_brief_text_is_cut_between_words():
    assert brief("03 ngày") == "03 ngày"
    assert brief("một hai ba bốn", 10) == "một hai ba…"
    assert brief("x" * 200, 10) == "x" * 10 + "…"
