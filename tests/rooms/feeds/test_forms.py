"""The feed rules (../shared/feed_rules.md) of one form or one page each.

RFC 4287 (Atom), JSON Feed 1.1, and the pages that announce feeds.
"""

import re
from datetime import datetime
from urllib.parse import urljoin

from lxml import html as lxml_html

from tests.rooms.feeds.built import ATOM, BASE, NAMES, each, entries

# — 8 and 9: Atom —


@each
def test_an_atom_feed_has_all_that_rfc_4287_wants(name, built):
    feed = built.atom[name]
    assert feed.findtext(f"{ATOM}title")
    assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated")).tzinfo
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}feeds/{name}.atom.xml", "alternate": BASE if name == "tat-ca" else f"{BASE}chuyen-muc/{name}.html"}
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Phường Thử Nghiệm"
    for entry in entries(feed):
        updated, published_at = (datetime.fromisoformat(entry.findtext(f"{ATOM}{tag}")) for tag in ("updated", "published"))
        assert updated >= published_at
        assert entry.findtext(f"{ATOM}title")
        assert entry.find(f"{ATOM}content").get("type") == "html"
        (link,) = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert link.get("type") == "text/html"
        assert all(term.get("term") in NAMES for term in entry.findall(f"{ATOM}category"))


def test_an_entry_counts_as_updated_only_when_its_editor_says_so(built):
    dates = {e.findtext(f"{ATOM}title"): (e.findtext(f"{ATOM}published"), e.findtext(f"{ATOM}updated")) for e in entries(built.atom["chi-so"])}
    assert dates["Bài cap-nhat"] == ("2026-05-10T00:00:00+07:00", "2026-05-25T10:00:00+07:00")
    assert all(published_at == updated for title, (published_at, updated) in dates.items() if title != "Bài cap-nhat")


# — 10: JSON Feed —


@each
def test_a_json_feed_has_all_that_version_1_1_wants(name, built):
    feed = built.json[name]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["home_page_url"] == (BASE if name == "tat-ca" else f"{BASE}chuyen-muc/{name}.html")
    assert feed["feed_url"] == f"{BASE}feeds/{name}.json"
    assert feed["language"] == "vi"
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["url"].startswith(BASE)
        assert item["title"]
        assert item["content_html"]
        for key in ("date_published", "date_modified"):
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00", item[key])
        assert item["tags"]
        assert all(author["name"] for author in item.get("authors", []))


# — 11: discovery —


def announced(page: lxml_html.HtmlElement) -> list[tuple[str, str]]:
    return [(link.get("type"), link.get("href")) for link in page.iterfind(".//link[@rel='alternate']")]


def three(name: str) -> list[tuple[str, str]]:
    kinds = (("application/rss+xml", "rss.xml"), ("application/atom+xml", "atom.xml"), ("application/feed+json", "json"))
    return [(media, f"feeds/{name}.{kind}") for media, kind in kinds]


@each
def test_the_home_page_announces_the_feeds_of_the_site_and_each_category_page_its_own(name, built):
    path = "index.html" if name == "tat-ca" else f"chuyen-muc/{name}.html"
    found = [(media, urljoin(BASE + path, href).removeprefix(BASE)) for media, href in announced(built.page(path))]
    assert found == three(name)
