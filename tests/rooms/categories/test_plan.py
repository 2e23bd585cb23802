"""Category pages: the latest items, then whole years."""

from plugins.categories.plan import LATEST, plan
from plugins.model.vocab import CATEGORIES
from tests.factory import by_path, item, site


def test_every_category_has_a_page_even_when_it_is_empty():
    made = by_path(plan(site()))
    assert set(made) == {"chuyen-muc/index.html", *(f"chuyen-muc/{c.slug}.html" for c in CATEGORIES)}
    assert made["chuyen-muc/chi-so.html"].modified is None
    assert made["chuyen-muc/chi-so.html"].view.items == ()


def test_the_list_of_categories_keeps_their_order_and_counts_their_items():
    rows = by_path(plan(site([item("a"), item("b", category="hoi-dap chi-so")])))["chuyen-muc/index.html"].view.rows
    assert [row.category.label for row in rows] == [c.name for c in CATEGORIES]
    assert {row.category.href: row.count for row in rows if row.count} == {"chuyen-muc/chi-so.html": 2, "chuyen-muc/hoi-dap.html": 1}


def test_a_category_shows_its_latest_and_a_link_a_year():
    news = [item(f"n{n}", f"{n:02d}/3/2026") for n in range(1, 20)] + [item("cu", "1/3/2024")]
    made = by_path(plan(site(news)))
    view = made["chuyen-muc/chi-so.html"].view
    assert len(view.items) == LATEST
    assert [(year.label, year.href, year.count) for year in view.years] == [
        ("Năm 2026", "chuyen-muc/chi-so/2026.html", 19),
        ("Năm 2024", "chuyen-muc/chi-so/2024.html", 1),
    ]
    assert [teaser.title for teaser in made["chuyen-muc/chi-so/2024.html"].view.items] == ["Bài cu"]


def test_an_item_of_two_categories_stands_in_both_and_names_its_main_one():
    made = by_path(plan(site([item("a", category="hoi-dap chi-so")])))
    for slug in ("hoi-dap", "chi-so"):
        (teaser,) = made[f"chuyen-muc/{slug}.html"].view.items
        assert teaser.category.href == "chuyen-muc/hoi-dap.html"


def test_a_category_page_announces_its_own_feeds():
    page = by_path(plan(site()))["chuyen-muc/chi-so.html"]
    assert [feed.href for feed in page.feeds] == ["feeds/chi-so.rss.xml", "feeds/chi-so.atom.xml", "feeds/chi-so.json"]


def test_a_renamed_category_keeps_its_address():
    page = by_path(plan(site(categories={"chi-so": "Chỉ số và xếp hạng"})))["chuyen-muc/chi-so.html"]
    assert page.title == "Chỉ số và xếp hạng"
