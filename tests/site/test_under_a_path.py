"""A commune under a path of its host: no link leaves the path, and the site can be moved as a folder."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html as lxml_html

from tests.commune import published
from tests.site.golden import INPUTS, NOW

HOST, PATH = "thunghiem.example", "/cchc/"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> dict[str, bytes]:
    return published(INPUTS / "duoi-duong-dan", tmp_path_factory.mktemp("path") / "public", NOW=NOW)


def targets(page: bytes) -> list[str]:
    """Every address in a page, wherever it stands."""
    whole = lxml_html.fromstring(page)
    found = [element.get(name) for element in whole.iter() for name in ("href", "src", "action", "data-copy") if element.get(name) is not None]
    found += [content for meta in whole.iter("meta") if (content := meta.get("content", "")).startswith("http")]
    return found


def test_every_link_of_every_page_stays_under_the_path_and_leads_to_a_file(built):
    pages = [path for path in built if path.endswith(".html")]
    assert len(pages) > 20
    for path in pages:
        for target in targets(built[path]):
            address = urlsplit(urljoin(f"https://{HOST}{PATH}{path}", target))
            if address.hostname != HOST:
                continue
            assert address.path.startswith(PATH), f"{path}: {target}"
            file = unquote(address.path.removeprefix(PATH))
            assert (file or "index.html") in built, f"{path}: {target}"


def test_no_page_but_the_404_knows_where_it_stands_on_its_host(built):
    for path, data in built.items():
        if path.endswith(".html") and path != "404.html":
            rooted = [t for t in targets(data) if t.startswith("/")]
            assert rooted == [], path


def test_the_page_for_lost_addresses_has_links_that_hold_wherever_it_is_served(built):
    for target in targets(built["404.html"]):
        assert re.match(r"[a-z]+:|/cchc/|#", target), target


def test_stylesheets_reach_for_nothing_outside(built):
    for path, data in built.items():
        if path.endswith(".css"):
            assert not re.search(rb"url\(\s*[\"']?(?:https?:|//|/)|@import", data), path


def test_feeds_and_sitemaps_name_the_full_address_with_its_path(built):
    for path, data in built.items():
        if path.endswith((".xml", ".json", ".txt")):
            for address in re.findall(rf"https://{HOST}[^\s<\"']*", data.decode()):
                assert f"{address}/".startswith(f"https://{HOST}{PATH}"), f"{path}: {address}"


def test_nothing_of_the_machine_is_in_any_file(built):
    for path, data in built.items():
        for word in (b"/tmp/", str(Path.cwd()).encode() + b"/", str(Path.home()).encode() + b"/", b"pelicanconf", b".md\""):
            assert word not in data, f"{path}: {word!r}"
