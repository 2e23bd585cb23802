"""Vietnamese text: folding, addresses, alphabetical order, the nearest word."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.text import SLUG_LIMIT, fold, is_slug, nearest, nfc, slugify, sort_key

# Letters first (a ă â … d đ e ê … o ô ơ … u ư), then tones (level, grave, hook, tilde, acute, dot), then case.
DICTIONARY = """
    1 2024 A a à ả ã á ạ An an an ninh an toàn anh ăn ân ba bà bả bã bá bạ cá chi chỉ chị công da
    dân dấu đa đan đặc đến em ê ga hoa hoá khu lễ ma mà mả mã má mạ nhi o ô ơ quà quê sổ thủ trang trăng
    tư u ư văn vịnh xã y ý
"""


def words() -> list[str]:
    merged = DICTIONARY.replace("an ninh", "an_ninh").replace("an toàn", "an_toàn")
    return [word.replace("_", " ") for word in merged.split()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đăng ký", "dang ky"),
        ("ĐẶC KHU Côn Đảo", "dac khu con dao"),
        ("Thừa Thiên Huế", "thua thien hue"),
        ("Ưu đãi, Ơn nghĩa, Ăn, Âm", "uu dai, on nghia, an, am"),
        (unicodedata.normalize("NFD", "Phường Đức Xuân"), "phuong duc xuan"),
    ],
)
def test_folding_takes_marks_and_case_away_and_makes_đ_a_d(text, expected):
    assert fold(text) == expected


@given(st.text() | st.text(alphabet="ĐđÂâẤấ\u0300\u0323\u031bΣσİıK가Å"))
def test_folding_letter_by_letter_is_folding_the_whole_text(text: str):
    bare = unicodedata.normalize("NFD", text.replace("Đ", "đ")).replace("đ", "d")
    assert fold(text) == "".join(c for c in bare if not unicodedata.combining(c)).lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đăng ký khai sinh", "dang-ky-khai-sinh"),
        ("Phường  Lam–Khê (mới)", "phuong-lam-khe-moi"),
        ("Kế hoạch số 131/KH-UBND", "ke-hoach-so-131-kh-ubnd"),
        ("--- a --- b ---", "a-b"),
        ("!!!", ""),
        ("", ""),
        ("một " * 40, "mot-" * 19 + "mot"),
        ("a" * 100, "a" * 80),
    ],
)
def test_an_address_has_letters_digits_and_single_hyphens_and_is_cut_between_words(text, expected):
    assert slugify(text) == expected


@given(st.text(max_size=200))
def test_an_address_made_of_any_text_is_one_or_empty_or_a_device_name(text):
    slug = slugify(text)
    assert slug == "" or is_slug(slug) or slug in {"index", "con", "prn", "aux", "nul"} or slug[:3] in {"com", "lpt"}
    assert slugify(slug) == slug


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "đ", "a b", "a/b", "a.b", "index", "con", "lpt1", "a" * (SLUG_LIMIT + 1)])
def test_what_may_not_stand_in_an_address(text):
    assert not is_slug(text)


@pytest.mark.parametrize("text", ["a", "7", "ke-hoach-cchc-2026", "con-dao", "a" * SLUG_LIMIT])
def test_what_may_stand_in_an_address(text):
    assert is_slug(text)


def test_words_are_sorted_as_in_a_vietnamese_dictionary():
    shuffled = words()
    random.Random(7).shuffle(shuffled)
    assert len(shuffled) > 30
    assert sorted(shuffled, key=sort_key) == words()


@given(st.text(max_size=20), st.text(max_size=20))
def test_order_does_not_depend_on_how_letters_are_composed(one, other):
    one, other = (unicodedata.normalize("NFC", t) for t in (one, other))
    apart = (unicodedata.normalize("NFD", t) for t in (one, other))
    assert [sort_key(t)[:2] for t in (one, other)] == [sort_key(t)[:2] for t in apart]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Cai cach the che", "Cải cách thể chế"),
        ("cải cách thẻ chế", "Cải cách thể chế"),
        ("tuyen truen", "Tuyên truyền"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_the_nearest_choice_forgives_marks_case_and_a_slip(typed, expected):
    assert nearest(typed, ["Cải cách thể chế", "Tuyên truyền"]) == expected


def test_text_is_composed_and_its_no_break_spaces_are_plain():
    assert nfc(unicodedata.normalize("NFD", "\u00a0Phường\u202fĐức Xuân ")) == "Phường Đức Xuân"
