"""Pictures in bodies: their size, their copies, when they are loaded; and which files are published for them."""

import re

import pytest

from plugins.gate.pictures import COLUMN, FIRST_SCREEN, published_assets, with_copies
from plugins.gate.prose import Links, body_with_links, with_links
from plugins.gate.targets import Target
from plugins.model.matter import read_matter
from plugins.model.page import Asset
from plugins.model.prose import ROOT_MARK
from plugins.reading.assets import AssetInfo
from plugins.reading.item import Reading

PHOTO = AssetInfo("d1", "image/jpeg", 9, 1280, 720, (320, 700, 1280), "picture")
SMALL = AssetInfo("d2", "image/png", 9, 200, 100, (), "picture")
DRAWING = AssetInfo("d3", "image/svg+xml", 9)
INFOS = {"hinh-anh/a.jpg": PHOTO, "hinh-anh/b.png": SMALL, "hinh-anh/c.svg": DRAWING}


def img(path: str, more: str = "") -> str:
    return f'<img src="{ROOT_MARK}{path}" alt="Ảnh"{more}>'


def attributes(html: str, tag: str) -> dict[str, str]:
    found = re.search(rf"<{tag} ([^>]*)>", html)
    assert found, html
    return dict(re.findall(r'([a-z]+)="([^"]*)"', found[1]))


def test_a_photograph_gets_its_size_its_copies_and_the_place_that_it_fills():
    html = with_copies(img("hinh-anh/a.jpg"), INFOS, False)
    assert html.startswith("<picture><source ")
    assert html.endswith("></picture>")
    assert attributes(html, "source") == {
        "type": "image/webp",
        "srcset": ", ".join(f"{ROOT_MARK}hinh-anh/a.jpg.{width}.webp {width}w" for width in (320, 700, 1280)),
        "sizes": COLUMN,
    }
    assert attributes(html, "img") == {"src": f"{ROOT_MARK}hinh-anh/a.jpg", "alt": "Ảnh", "width": "1280", "height": "720", "loading": "lazy", "decoding": "async"}


def test_a_thumbnail_stands_alone_and_a_drawing_of_unknown_size_claims_none():
    assert with_copies(img("hinh-anh/b.png"), INFOS, False) == img("hinh-anh/b.png", ' width="200" height="100" loading="lazy" decoding="async"')
    assert with_copies(img("hinh-anh/c.svg"), INFOS, False) == img("hinh-anh/c.svg", ' loading="lazy" decoding="async"')


@pytest.mark.parametrize(
    ("typed", "size", "slot"),
    [
        (' width="320"', ("320", "180"), "320px"),
        (' height="180"', ("320", "180"), "320px"),
        (' width="320" height="320"', ("320", "180"), "320px"),
        (' width="800"', ("800", "450"), COLUMN),
        (' width="100%"', ("1280", "720"), COLUMN),
        (' width="5000" loading="eager"', ("1280", "720"), COLUMN),
        (' width="0"', ("1280", "720"), COLUMN),
    ],
)
def test_a_typed_size_is_kept_in_the_pictures_own_proportion(typed, size, slot):
    html = with_copies(img("hinh-anh/a.jpg", typed), INFOS, False)
    found = attributes(html, "img")
    assert (found["width"], found["height"]) == size
    assert attributes(html, "source")["sizes"] == slot
    assert found["loading"] == "lazy"


def test_a_picture_of_elsewhere_is_left_alone():
    tag = '<img src="https://elsewhere.example/x.jpg" alt="Ảnh">'
    assert with_copies(tag, INFOS, True) == tag


def body(text: str, image: str = "") -> str:
    """The HTML of an item's body with two photographs after a text."""
    matter = read_matter("tin-tuc", {"title": "T", "date": "1/2/2026", "category": "chi-so", **({"image": image} if image else {})}, {})
    html = f'<p>{text}</p><img src="a" alt="1"><img src="b" alt="2">'
    links = Links({"a": Target("hinh-anh/a.jpg", "hinh-anh/a.jpg"), "b": Target("hinh-anh/b.png", "hinh-anh/b.png")}, (), (), (), ())
    return body_with_links(Reading(matter, (), (), digest="d"), lambda: html, links, INFOS).html


def loading(html: str) -> list[str]:
    return ["at once" if 'fetchpriority="high"' in tag else "later" for tag in re.findall(r"<img[^>]*>", html) if 'loading="lazy"' in tag or "fetchpriority" in tag]


def test_the_first_picture_of_the_first_screen_is_loaded_at_once_and_no_other():
    assert loading(body("Ngắn.")) == ["at once", "later"]
    assert loading(body("Dài. " * FIRST_SCREEN)) == ["later", "later"]
    assert loading(body("Ngắn.", "hinh-anh/a.jpg")) == ["later", "later"], "the main picture comes first"


def test_parts_of_a_procedure_load_their_pictures_when_they_come_near():
    links = Links({"a": Target("hinh-anh/a.jpg", "hinh-anh/a.jpg")}, (), (), (), ())
    assert loading(with_links('<img src="a" alt="1">', links, INFOS).html) == ["later"]


def test_one_file_at_the_pictures_own_address_and_copies_of_what_pages_show():
    infos = {"hinh-anh/Ảnh A.JPG": PHOTO, "tai-lieu/b.pdf": AssetInfo("d4", "application/pdf", 9), "hinh-anh/hong.jpg": AssetInfo("", "", 0)}
    assert list(published_assets(set(infos), set(), infos)) == [
        Asset("hinh-anh/anh-a.jpg", "hinh-anh/Ảnh A.JPG", "d1", "picture"),
        Asset("tai-lieu/b.pdf", "tai-lieu/b.pdf", "d4", ""),
    ]
    copies = [asset for asset in published_assets(set(infos), {"hinh-anh/Ảnh A.JPG"}, infos) if asset.made.startswith("webp")]
    assert [(asset.path, asset.made) for asset in copies] == [(f"hinh-anh/anh-a.jpg.{width}.webp", f"webp-{width}") for width in (320, 700, 1280)]


def test_pictures_of_one_name_and_two_kinds_share_no_address():
    infos = {"hinh-anh/a.jpg": PHOTO, "hinh-anh/a.png": PHOTO, "hinh-anh/a.jpg.700.webp": PHOTO}
    paths = [asset.path for asset in published_assets(set(infos), set(infos), infos)]
    assert len(paths) == len(set(paths)) == 12
