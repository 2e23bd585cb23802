"""Static pages, and the page for a lost address."""

from plugins.pages.plan import plan
from tests.factory import by_path, page, site


def test_every_page_of_trang_and_the_404_are_planned():
    made = by_path(plan(site(pages=[page("gioi-thieu"), page("lien-he")])))
    assert {path: one.template for path, one in made.items()} == {
        "trang/gioi-thieu.html": "page.html",
        "trang/lien-he.html": "page.html",
        "404.html": "404.html",
    }


def test_a_page_is_described_by_its_summary_or_its_title():
    made = by_path(plan(site(pages=[page("a", summary="Tóm tắt"), page("b")])))
    assert made["trang/a.html"].description == "Tóm tắt"
    assert made["trang/b.html"].description == "Trang b"


def test_the_404_stays_out_of_the_sitemap():
    assert by_path(plan(site()))["404.html"].modified is None
