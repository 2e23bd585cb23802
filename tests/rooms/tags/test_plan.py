"""Tag pages, and one identity for every spelling of a tag."""

from plugins.gate.examine import Examination, examine
from plugins.model.dates import parse_date
from plugins.reading.cache import Cache
from plugins.tags.plan import plan
from tests.commune import Commune
from tests.factory import ROOM_NAMES, by_path, item, site


def test_tags_are_listed_in_vietnamese_order_with_their_counts():
    news = [item("a", "1/3/2026", tags=("đất đai", "dịch vụ công", "ấp văn hóa")), item("b", "2/3/2026", tags=("đất đai",))]
    rows = by_path(plan(site(news)))["the/index.html"].view.tags
    assert [(row.label, row.href, row.count) for row in rows] == [
        ("ấp văn hóa", "the/ap-van-hoa.html", 1),
        ("dịch vụ công", "the/dich-vu-cong.html", 1),
        ("đất đai", "the/dat-dai.html", 2),
    ]


def test_a_tag_shows_its_items_by_year_newest_first():
    news = [item("a", "1/3/2025", tags=("x",)), item("b", "1/3/2026", tags=("x",)), item("c", "2/3/2026", tags=("x",))]
    years = by_path(plan(site(news)))["the/x.html"].view.years
    assert [(group.year, [line.title for line in group.lines]) for group in years] == [
        (2026, ["Bài c", "Bài b"]),
        (2025, ["Bài a"]),
    ]


def test_a_site_without_tags_has_an_empty_list():
    made = by_path(plan(site([item("a")])))
    assert list(made) == ["the/index.html"]
    assert made["the/index.html"].view.tags == ()


def test_spellings_of_one_tag_are_one_page_under_the_label_of_the_earliest_item(tmp_path):
    commune = Commune(tmp_path / "content")
    commune.news("sau", date="3/3/2026", tags="MỘT CỬA, mot cua")
    commune.news("truoc", date="1/3/2026", tags="Một cửa")
    verdict = examine(Examination(commune.content, parse_date("1/4/2026"), ROOM_NAMES, lambda: str, Cache(None)))
    made = by_path(plan(verdict.site))
    assert [row.label for row in made["the/index.html"].view.tags] == ["Một cửa"]
    (year,) = made["the/mot-cua.html"].view.years
    assert len(year.lines) == 2
    assert "tag-spelling" in {problem.code for problem in verdict.problems}
