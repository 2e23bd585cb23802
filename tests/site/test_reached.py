"""Nothing that is published is an orphan: every page can be reached from the home page by links."""

import posixpath
import re

import pytest

from tests.commune import published
from tests.conftest import ROOT

_LINK = re.compile(r'<a\b[^>]*\shref="([^"#?]*)')


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Path → text of every page of the sample commune."""
    made = published(ROOT / "content", tmp_path_factory.mktemp("sample") / "public", NOW="2026-11-20")
    return {path: data.decode() for path, data in made.items() if path.endswith(".html")}


def links_of(path: str, text: str) -> set[str]:
    found = (href for href in _LINK.findall(text) if not re.match(r"[a-z]+:", href))
    joined = (posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) for href in found if href)
    return {"index.html" if target == "." else target for target in joined}


def test_every_page_is_reached_from_the_home_page(pages):
    seen, todo = set(), ["index.html"]
    while todo:
        path = todo.pop()
        if path in pages and path not in seen:
            seen.add(path)
            todo += links_of(path, pages[path])
    assert sorted(pages.keys() - seen - {"404.html"}) == []
