"""Item pages: the item, earlier items of its category, one link forward."""

from plugins.model.prose import Figure, Picture
from plugins.news.plan import OTHERS, plan
from tests.factory import ROOM_NAMES, by_path, item, site

PICTURE = Picture("hinh-anh/a.jpg", 800, 600, 12345, "image/jpeg")


def pages(*news, **more):
    return by_path(plan(site(news, **more)))


def test_one_page_an_item_at_its_address():
    made = pages(item("a"), item("b", "2026-03-03"))
    assert list(made) == ["tin-tuc/b.html", "tin-tuc/a.html"]
    assert {page.template for page in made.values()} == {"article.html"}


def test_a_page_shows_the_whole_record():
    figure = Figure(PICTURE, "Một cửa", "Chú thích")
    record = item("a", tags=("một cửa",), figure=figure, source="Cổng tỉnh", source_url="https://tinh.example", correction="Sửa", exemplar="Chị Vy", recognition="Giấy khen")
    view = pages(record)["tin-tuc/a.html"].view
    for name in ("title", "date", "updated", "summary", "figure", "body", "author", "correction", "exemplar", "recognition"):
        assert getattr(view, name) == getattr(record, name)
    assert (view.source.label, view.source.href) == ("Cổng tỉnh", "https://tinh.example")
    assert [(tag.label, tag.href) for tag in view.tags] == [("một cửa", "the/mot-cua.html")]
    assert view.day == "ngay/2026/03/02.html"


def test_an_item_lists_earlier_items_of_its_category_newest_first_and_links_one_forward():
    news = [item(f"n{n}", f"{n:02d}/3/2026") for n in range(1, 12)] + [item("khac", "05/3/2026", "hoi-dap")]
    view = pages(*news)["tin-tuc/n9.html"].view
    assert [line.title for line in view.others] == [f"Bài n{n}" for n in range(8, 8 - OTHERS, -1)]
    assert view.newer.title == "Bài n10"


def test_the_newest_item_links_nothing_forward_and_the_oldest_lists_nothing():
    made = pages(item("a", "1/3/2026"), item("b", "2/3/2026"))
    assert made["tin-tuc/b.html"].view.newer is None
    assert made["tin-tuc/a.html"].view.others == ()


def test_neighbours_are_those_of_the_main_category_only():
    made = pages(item("a", "1/3/2026", "hoi-dap"), item("b", "2/3/2026", "chi-so hoi-dap"))
    assert made["tin-tuc/a.html"].view.newer is None
    assert [link.href for link in made["tin-tuc/b.html"].view.categories] == ["chuyen-muc/chi-so.html", "chuyen-muc/hoi-dap.html"]


def test_share_links_carry_the_full_address_encoded():
    view = pages(item("a"), site={"domain": "https://x.example/cchc"})["tin-tuc/a.html"].view
    assert all("https%3A%2F%2Fx.example%2Fcchc%2Ftin-tuc%2Fa.html" in link.href for link in view.share)


def test_without_their_rooms_categories_tags_and_days_are_labels_without_links():
    view = pages(item("a", tags=("một cửa",)), rooms=ROOM_NAMES - {"categories", "tags", "archive"})["tin-tuc/a.html"].view
    assert [link.href for link in (*view.categories, *view.tags)] == ["", ""]
    assert view.day == ""


def test_a_page_without_a_summary_is_described_by_its_title():
    assert pages(item("a", summary=""))["tin-tuc/a.html"].description == "Bài a"
