"""The text of a post: never too long, the address always whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.share.text import LIMIT, post, shortened

ADDRESS = "https://thunghiem.example/tin-tuc/bai.html"


def test_a_post_is_title_summary_address_and_hashtags():
    assert post("Tiêu đề", "Tóm tắt.", ADDRESS, ("CaiCach", "LamKhê")) == f"Tiêu đề\nTóm tắt.\n{ADDRESS}\n#CaiCach #LamKhê"


def test_what_is_empty_leaves_no_line():
    assert post("Tiêu đề", "", ADDRESS, ()) == f"Tiêu đề\n{ADDRESS}"


def test_a_long_summary_is_cut_at_a_word_and_a_long_title_before_the_address():
    made = post("Tiêu đề", "chữ " * 200, ADDRESS, ("CaiCach",))
    assert LIMIT - 5 <= len(made) <= LIMIT
    assert "chữ…\n" in made
    assert post("dài " * 200, "Tóm tắt", ADDRESS, ("CaiCach",)).endswith(f"dài…\n{ADDRESS}")


@given(st.text(min_size=1, max_size=400), st.text(max_size=600), st.lists(st.from_regex(r"\w{2,40}", fullmatch=True), max_size=6))
def test_no_post_is_longer_than_is_shown(title, summary, hashtags):
    made = post(title, summary, ADDRESS, hashtags)
    assert len(made) <= LIMIT
    assert ADDRESS in made.splitlines()


def test_an_address_without_room_for_a_title_is_refused():
    with pytest.raises(ValueError, match="example"):
        post("Tiêu đề", "", f"https://example/{'a' * 290}", ())


def test_a_text_is_cut_where_a_word_ends():
    assert shortened("một hai, ba", 9) == "một hai…"
