"""The picture of a post: its size, its letters, titles of every length."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageFont

from plugins.share import picture
from plugins.share.picture import HEIGHT, MARGIN, PROOF, WIDTH, Card, NoFont, font_of, png, shows, wrapped

CARD = Card("Hội nghị tổng kết cải cách hành chính", "Phường Lam Khê", "24/05/2026", "lamkhe.songiang.example/cchc", "#0b5394", "#a63d1c")
TITLES = {
    "short": "Họp",
    "long": "Kế hoạch tuyên truyền cải cách hành chính nhà nước giai đoạn hai nghìn không trăm hai mươi sáu đến hai nghìn không trăm ba mươi trên địa bàn phường",
    "capitals": "KẾ HOẠCH TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2026 ĐỐI VỚI NGƯỜI CAO TUỔI",
    "longest": "chữ " * 75,
    "one word": "x" * 300,
}


def drawn(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(png(card))).convert("RGB")


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_of_any_length_stays_between_the_margins(title):
    image = drawn(replace(CARD, title=title))
    assert image.size == (WIDTH, HEIGHT)
    field = image.crop((0, 116, WIDTH, HEIGHT - 92)).convert("L").point(lambda level: 255 if level < 160 else 0)
    left, top, right, bottom = field.getbbox()
    assert left >= MARGIN - 4
    assert right <= WIDTH - MARGIN + 4
    assert top > 4
    assert bottom < field.height - 4


def test_equal_cards_are_equal_pictures_and_composed_letters_are_all_there():
    assert png(CARD) == png(replace(CARD, title="Hội nghị tổng kết cải cách hành chính"))
    assert shows(font_of("bold", 40), PROOF)


def test_the_picture_is_light_enough_for_a_phone():
    assert len(png(CARD)) < 60_000


def test_a_font_without_vietnamese_letters_is_not_taken(monkeypatch):
    monkeypatch.setattr(picture, "_packed", lambda _: ())
    monkeypatch.setattr(picture, "shows", lambda *_: False)
    with pytest.raises(NoFont):
        font_of("bold", 40)


def test_a_font_is_known_by_its_missing_letters():
    small = ImageFont.load_default()
    assert not isinstance(small, ImageFont.FreeTypeFont) or not shows(small, PROOF)


def test_words_are_wrapped_and_a_word_too_long_is_broken():
    assert wrapped(["ab", "cd", "efghij"], 5, len) == ["ab cd", "efghi", "j"]
