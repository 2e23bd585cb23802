"""The home page: pinned items, the latest, the latest of each category."""

from plugins.home.plan import IN_SECTION, LATEST, PINNED, plan
from tests.factory import ROOM_NAMES, item, many, page, site


def home(of):
    (made,) = plan(of)
    assert (made.path, made.template) == ("index.html", "index.html")
    return made.view


def test_pinned_items_stand_first_and_not_again_among_the_latest():
    news = [item("a", "1/3/2026", pinned=True), item("b", "2/3/2026"), item("c", "3/3/2026")]
    view = home(site(news))
    assert [teaser.title for teaser in view.pinned] == ["Bài a"]
    assert [teaser.title for teaser in view.latest] == ["Bài c", "Bài b"]


def test_a_fourth_pinned_item_is_news_like_any_other():
    news = [item(f"p{n}", f"{n}/3/2026", pinned=True) for n in range(1, PINNED + 2)]
    view = home(site(news))
    assert len(view.pinned) == PINNED
    assert [teaser.title for teaser in view.latest] == ["Bài p1"]


def test_lists_are_newest_first_and_bounded():
    view = home(site(many(100)))
    assert len(view.latest) == LATEST
    assert view.latest[0].title == "Bài bai-099"
    assert all(len(section.lines) == IN_SECTION for section in view.sections)
    for section in view.sections:
        assert [line.date for line in section.lines] == sorted((line.date for line in section.lines), reverse=True)


def test_a_category_without_items_has_no_section():
    view = home(site([item("a", category="hoi-dap")]))
    assert [section.category.href for section in view.sections] == ["chuyen-muc/hoi-dap.html"]


def test_quick_links_lead_to_the_national_portal_to_feedback_and_to_the_first_pages():
    view = home(site(pages=[page("c", order=3), page("a", order=1), page("b", order=2)]))
    assert [link.href for link in view.quick] == [
        "https://dichvucong.gov.vn",
        "https://pakn.dichvucong.gov.vn",
        "trang/a.html",
        "trang/b.html",
    ]


def test_without_the_archive_and_the_feeds_their_links_are_empty():
    view = home(site(rooms=ROOM_NAMES - {"archive", "feeds"}))
    assert (view.archive, view.feeds) == ("", ())
