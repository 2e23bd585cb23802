"""Folding: marks, tones, đ, and the two spellings of i."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.text import fold
from plugins.search.fold import Folded, syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đăng ký khai sinh", ["dang", "ki", "khai", "sinh"]),
        ("đăng kí", ["dang", "ki"]),
        ("ủy ban Uỷ ban", ["uy", "ban", "uy", "ban"]),
        ("hoà hòa", ["hoa", "hoa"]),
        ("quý quí lý lí y tế", ["qui", "qui", "li", "li", "i", "te"]),
        ("tay tai thúy", ["tay", "tai", "thuy"]),
        ("1.001193", ["1", "001193"]),
        ("131/KH-UBND", ["131", "kh", "ubnd"]),
        ("01/2023/NĐ-CP", ["01", "2023", "nd", "cp"]),
        ("", []),
    ],
)
def test_a_text_becomes_syllables(text, expected):
    assert syllables(text) == expected
    assert syllables(unicodedata.normalize("NFD", text)) == expected


@given(st.text(st.characters(codec="utf-8", max_codepoint=0x1EFF)))
def test_words_that_are_folded_once_are_the_same_syllables(text):
    composed = unicodedata.normalize("NFC", text)
    assert Folded().of(composed) == [one for word in composed.split() for one in Folded().of(word)]


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵAĂÂĐÊÔƠƯ ", max_size=60))
def test_vietnamese_text_is_folded_as_everywhere_else(text):
    assert [one.replace("y", "i") for one in syllables(text)] == [one.replace("y", "i") for one in fold(text).split()]
    assert Folded().of(text) == syllables(text)
