"""TCVN3 and VNI against tables of others, and text of today left alone."""

import unicodedata

import pytest

from importers.news.oldcontent import finding, mended
from importers.news.oldfonts import OldFont, font_of, to_unicode
from importers.news.syllable import is_syllable

VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
TODAY = (
    "Bộ phận Tiếp nhận và Trả kết quả của Ủy ban nhân dân phường hướng dẫn người dân nộp hồ sơ trực tuyến.",
    "Uỷ ban nhân dân xã Hoà Bình thông báo: thuỷ lợi phí, hoà giải ở cơ sở, quý III năm 2026.",
    "Ông Müller (Đức) và bà Françoise dự hội nghị tại Đà Nẵng, cà phê Trung Nguyên.",
    "Diện tích 5 m², nhiệt độ 30 °C, giá 1.000 ± 5 £, © 2026 §5.",
    "Đăng ký khai sinh",
)
OLD = {
    OldFont.TCVN3: "Bé phËn tiÕp nhËn vµ tr¶ kÕt qu¶ h­íng dÉn ng­êi d©n nép hå s¬.",
    OldFont.VNI: "Boä phaän tieáp nhaän vaø traû keát quaû höôùng daãn ngöôøi daân noäp hoà sô.",
}
MEANT = "Bộ phận tiếp nhận và trả kết quả hướng dẫn người dân nộp hồ sơ."


def back(font: OldFont) -> dict[str, str]:
    """Each Vietnamese letter as the other library's table types it."""
    pytest.importorskip("viparse")
    from viparse.normalize.tcvn3 import TCVN3
    from viparse.normalize.vni import VNI

    return {meant: typed for typed, meant in (TCVN3 if font is OldFont.TCVN3 else VNI).pairs}


@pytest.mark.parametrize("font", [OldFont.TCVN3, OldFont.VNI])
def test_every_letter_is_that_of_the_tables_of_viparse(font):
    for letter, typed in back(font).items():
        assert to_unicode(typed, font) == unicodedata.normalize("NFC", letter), (typed, letter)


@pytest.mark.parametrize("font", [OldFont.TCVN3, OldFont.VNI])
def test_every_letter_of_vietnamese_can_be_typed(font):
    known = set(back(font)) | {letter for letter in VOWELS if letter.isascii()}
    missing = {letter for letter in VOWELS if unicodedata.normalize("NFC", letter) not in known}
    assert missing <= {"ẳ", "ì", "í", "ỵ"}  # which viparse has no VNI form for
    assert to_unicode("aúAÚìíîÎ", OldFont.VNI) == "ẳẲìíỵỴ"


@pytest.mark.parametrize("font", OLD)
def test_a_paragraph_is_turned_by_its_content(font):
    found = finding(OLD[font])
    assert found is not None
    assert found.how == font.value
    assert mended(OLD[font]) == MEANT


@pytest.mark.parametrize("text", TODAY)
def test_text_of_today_is_left_as_typed(text):
    assert finding(text) is None
    assert mended(text) == text


@pytest.mark.parametrize("font", OLD)
def test_words_of_an_old_font_inside_text_of_today_are_turned_alone(font):
    mixed = f"Ủy ban nhân dân phường Lam Khê thông báo với bà con về việc niêm yết thủ tục hành chính, đề nghị {OLD[font]} Trân trọng!"
    assert mended(mixed) == f"Ủy ban nhân dân phường Lam Khê thông báo với bà con về việc niêm yết thủ tục hành chính, đề nghị {MEANT} Trân trọng!"


def test_utf8_that_was_read_as_windows_1252_is_read_again():
    text = "Thủ tục hành chính của phường"
    assert mended(text.encode().decode("latin-1")) == text


def test_fonts_are_known_by_their_names():
    assert [font_of(name) for name in (".VnTime", "'.VnTimeH'", ".VNARIALH", "VNI-Times", "VNI Helve")] == [
        OldFont.TCVN3,
        OldFont.TCVN3_CAPITALS,
        OldFont.TCVN3_CAPITALS,
        OldFont.VNI,
        OldFont.VNI,
    ]
    assert [font_of(name) for name in ("Times New Roman", "VNPT Sans", "Arial", "")] == [None] * 4


def test_syllables_are_built_as_vietnamese_builds_them():
    words = "nghiêng khuỷu giếng quốc thuở hoà hòa Uỷ Ủy người ướt yêu oăng đoàn quyết gì"
    assert [word for word in words.split() if not is_syllable(word)] == []
    assert [word for word in ["cäng", "nhaân", "viÖc", "straße", "tiÕp", "hoòa"] if is_syllable(word)] == []
