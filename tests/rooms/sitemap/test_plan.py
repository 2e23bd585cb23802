"""The people's map, the XML maps and robots.txt."""

from lxml import etree

from plugins.model.page import File, Page
from plugins.sitemap.plan import SITEMAP_NS
from tests.factory import ROOM_NAMES, by_path, item, many, page, plan, site

NS = {"s": SITEMAP_NS}


def files(of) -> dict[str, bytes]:
    return {path: made.make(made.view) for path, made in by_path(plan(of)).items() if isinstance(made, File) and not path.startswith("feeds/")}


def test_every_page_to_be_found_stands_in_exactly_one_sitemap_under_its_full_address():
    of = site(many(60), [page(updated=many(1)[0].date)], site={"domain": "https://x.example/cchc"})
    made = files(of)
    addresses = [loc.text for path, data in made.items() if path.startswith("sitemap-") for loc in etree.fromstring(data).iterfind("s:url/s:loc", NS)]
    found = {path for path, one in by_path(plan(of)).items() if isinstance(one, Page) and one.indexed and path != "so-do-trang.html"}
    assert len(addresses) == len(set(addresses))
    assert set(addresses) == {f"https://x.example/cchc/{'' if path == 'index.html' else path}" for path in found}


def test_the_index_names_every_part_with_the_date_of_its_newest_entry():
    made = files(site(many(60)))
    index = etree.fromstring(made["sitemap.xml"])
    parts = {loc.text.removeprefix("https://thunghiem.example/"): date.text for loc, date in index.iterfind("s:sitemap", NS)}
    assert set(parts) == {path for path in made if path.startswith("sitemap-")}
    for path, newest in parts.items():
        assert newest == max(date.text for date in etree.fromstring(made[path]).iterfind("s:url/s:lastmod", NS))


def test_dates_of_change_are_those_of_the_items_with_their_zone():
    made = files(site([item("a", "1/3/2026 08:00")]))
    (entry,) = etree.fromstring(made["sitemap-tin-2026.xml"])
    assert [part.text for part in entry] == ["https://thunghiem.example/tin-tuc/a.html", "2026-03-01T08:00:00+07:00"]


def test_robots_names_the_sitemap_and_hides_nothing():
    assert files(site())["robots.txt"] == b"User-agent: *\nAllow: /\n\nSitemap: https://thunghiem.example/sitemap.xml\n"


def test_security_txt_tells_whom_and_until_when_where_the_profile_names_somebody():
    wanted = {"site": {"domain": "https://x.example/cchc"}, "security": {"contact": "mailto:baomat@x.example", "expires": "31/12/2026"}}
    assert files(site(**wanted))[".well-known/security.txt"].decode().splitlines() == [
        "Contact: mailto:baomat@x.example",
        "Expires: 2026-12-31T23:59:59+07:00",
        "Preferred-Languages: vi, en",
        "Canonical: https://x.example/cchc/.well-known/security.txt",
    ]
    assert ".well-known/security.txt" not in files(site())


def test_a_site_without_items_names_its_pages_and_claims_no_date_for_them():
    made = files(site())
    assert len(etree.fromstring(made["sitemap.xml"])) == 1
    addresses = [url[0].text for url in etree.fromstring(made["sitemap-trang.xml"])]
    assert addresses
    assert not any(address.endswith("404.html") for address in addresses)
    assert b"lastmod" not in made["sitemap-trang.xml"] + made["sitemap.xml"]


def test_the_peoples_map_links_what_is_there_and_nothing_of_rooms_taken_out():
    whole = by_path(plan(site([item("a")], [page()])))["so-do-trang.html"].view.sections
    assert [section.label for section in whole] == ["Chuyên mục", "Theo ngày", "Trang thông tin", "Từ khóa", "Nguồn tin RSS"]
    less = by_path(plan(site([item("a")], rooms=ROOM_NAMES - {"tags", "feeds", "archive", "categories", "search"})))["so-do-trang.html"].view.sections
    assert less == ()
