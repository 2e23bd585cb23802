"""Every template with least, full and hostile values: nothing empty, nothing unescaped, one h1."""

import gzip
import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from plugins.model.frame import Frame, frame_of
from plugins.model.page import Page
from plugins.press.theme import environment, load_words
from tests.commune import published
from tests.conftest import ROOT
from tests.factory import site
from tests.theme.contract import THEME, fill, page_templates, view_of

HOSTILE = "<script>alert(1)</script>\"'&{{ 7*7 }}"
EMPTY_TAG = re.compile(r"<(?!td\b)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>\s*</\1>")
EMPTY_VALUE = re.compile(r"\s(href|src|datetime|content|title|aria-label|width|height|id|class)=\"\"")
each = pytest.mark.parametrize("template", page_templates())


def render(template: str, text: str, count: int, whole: bool) -> str:
    frame = fill(Frame, text, count, whole)
    object.__setattr__(frame, "base_url", "https://thunghiem.example/cchc/")
    object.__setattr__(frame, "portals", frame_of(site()).portals)
    made = fill(Page, text, count, whole)
    object.__setattr__(made, "path", "tin-tuc/bai.html")
    object.__setattr__(made, "template", template)
    names = {"page": made, "view": fill(view_of(template), text, count, whole), "frame": frame, "root": "../", "w": load_words(THEME), "css": "theme/site.css", "js": "theme/site.js"}
    return environment(THEME).get_template(template).render(names)


def empty_parts(html: str) -> list[str]:
    tags = [match.group() for match in EMPTY_TAG.finditer(html) if match[1] != "script" and 'role="status"' not in match[2]]
    return tags + [match.group() for match in EMPTY_VALUE.finditer(html)]


@each
@pytest.mark.parametrize(("count", "whole"), [(0, False), (1, False), (2, True)], ids=["least", "short", "full"])
def test_a_page_with_absent_values_has_no_empty_tags_and_no_empty_addresses(template, count, whole):
    assert empty_parts(render(template, "Chữ", count, whole)) == []


@each
def test_hostile_text_in_every_field_is_only_text(template):
    html = render(template, HOSTILE, 2, True)
    assert "<script>alert" not in html
    assert "49" not in re.findall(r"\b49\b", html)
    page = lxml_html.fromstring(html)
    assert [script.get("src") for script in page.iter("script") if script.get("type") != "application/ld+json"] == [
        "../theme/site.js",
        *(["../theme/search.js"] if template == "search.html" else []),
    ]
    for element in page.iter():
        assert not [name for name in element.attrib if name.startswith("on") or not re.fullmatch(r"[a-z][a-z0-9-]*", name)], element.attrib
    assert "&lt;script&gt;" in html


@each
@pytest.mark.parametrize(("text", "count", "whole"), [("Chữ", 0, False), (HOSTILE, 2, True)], ids=["least", "hostile"])
def test_a_page_has_one_h1_one_main_and_its_language(template, text, count, whole):
    html = render(template, text, count, whole)
    page = lxml_html.fromstring(html)
    assert html.startswith("<!DOCTYPE html>")
    assert page.get("lang") == "vi"
    assert len(list(page.iter("h1"))) == 1
    assert len(list(page.iter("main"))) == 1
    assert page.findtext(".//title").strip()
    assert page.find(".//a[@href='#trang-noi-dung']") is not None
    assert page.get_element_by_id("trang-noi-dung").tag == "main"


@each
def test_every_picture_has_words_and_every_table_its_heads(template):
    page = lxml_html.fromstring(render(template, "Chữ", 2, True))
    assert all(picture.get("alt") is not None for picture in page.iter("img"))
    for table in page.iter("table"):
        assert table.find("caption") is not None
        assert all(head.get("scope") for head in table.iter("th"))


def test_a_name_that_the_record_does_not_have_stops_the_build():
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        environment(THEME).from_string("{{ view.nothing }}").render(view=fill(view_of("tag.html"), "a", 1, True))


# — weight of the first view —


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> dict[str, bytes]:
    """The sample commune of the project."""
    return published(ROOT / "content", tmp_path_factory.mktemp("sample") / "public", NOW="2026-11-01T08:00")


def packed(*parts: bytes) -> int:
    return sum(len(gzip.compress(part, 6)) for part in parts)


def test_home_and_every_article_of_the_sample_weigh_at_most_30_kilobytes_packed(sample):
    common = [data for path, data in sample.items() if Path(path).match("theme/site.*")]
    assert len(common) == 2
    pages = {path: data for path, data in sample.items() if path == "index.html" or path.startswith("tin-tuc/")}
    assert len(pages) > 20
    weights = {path: packed(data, *common) for path, data in pages.items()}
    assert max(weights.values()) <= 30_000, max(weights.items(), key=lambda pair: pair[1])


def test_every_page_of_the_sample_has_one_h1_and_nothing_empty(sample):
    for path, data in sample.items():
        if path.endswith(".html"):
            assert data.count(b"<h1") == 1, path
            assert empty_parts(data.decode()) == [], path
