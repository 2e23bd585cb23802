"""All rooms together: one address a page, any order, each can be taken out, and publishing stays cheap (HOUSE.md, 5)."""

import random

import pytest

from plugins import ROOMS
from plugins.gate.examine import Examination, examine
from plugins.generator import plan as plan_all
from plugins.model.dates import parse_date
from plugins.model.page import Page
from plugins.press.press import AddressTwice, Release, press
from plugins.reading.cache import Cache
from publishing.verify import Built, verify
from tests.commune import Commune
from tests.factory import ROOM_NAMES, by_path, item, many, page, plan, site


def changed(before, after) -> tuple[list[str], list[str], list[str]]:
    """Paths that are new, changed, gone between two sites."""
    old, new = (by_path(plan(of)) for of in (before, after))
    return (
        sorted(new.keys() - old.keys()),
        sorted(path for path in old.keys() & new.keys() if repr(old[path]) != repr(new[path])),
        sorted(old.keys() - new.keys()),
    )


def feeds(*names: str) -> list[str]:
    return [f"feeds/{name}.{kind}" for name in names for kind in ("atom.xml", "json", "rss.xml")]


def without_search(lists: tuple[list[str], list[str], list[str]]) -> list[list[str]]:
    """The same without the index of the search, of which a new item touches six files at most."""
    assert len([path for paths in lists for path in paths if path.startswith("tim-kiem/")]) <= 6
    return [[path for path in paths if not path.startswith("tim-kiem/")] for paths in lists]


def faults(release: Release) -> list:
    """What the check of a whole release finds."""
    paths = frozenset(release.files)
    return verify(Built(release.folder, paths, paths, "/"), lambda check, work: [check(path) for path in work])


OLD = many(200)
NEWEST = OLD[-1].date  # Wednesday, 28 October 2026


def test_the_site_of_200_items_covers_several_years():
    assert sorted({one.date.year for one in OLD}) == [2023, 2024, 2025, 2026]


def test_a_new_item_changes_a_handful_of_pages_and_no_others():
    previous = next(one for one in reversed(OLD) if one.category.slug == "chi-so")
    new, changes, gone = without_search(changed(site(OLD), site([*OLD, item("moi", "2026-10-30 08:00", "chi-so", ("một cửa",))])))
    assert new == ["ngay/2026/10/30.html", "tin-tuc/moi.html"]
    assert changes == sorted(
        [
            "index.html",  # latest, and the latest of its category
            previous.path,  # its one link forward
            "chuyen-muc/index.html",  # counts
            "chuyen-muc/chi-so.html",
            "chuyen-muc/chi-so/2026.html",
            "ngay/index.html",  # counts
            "ngay/2026.html",
            "ngay/2026/10.html",
            "the/index.html",  # counts
            "the/mot-cua.html",
            *feeds("tat-ca", "chi-so"),
            "sitemap.xml",
            "sitemap-tin-2026.xml",
            "sitemap-trang.xml",
        ]
    )
    assert gone == []


def test_the_first_item_of_a_year_opens_its_pages_and_touches_no_old_list():
    new, changes, gone = without_search(changed(site(OLD), site([*OLD, item("moi", "2027-01-04 08:00", "chi-so")])))
    assert new == [
        "chuyen-muc/chi-so/2027.html",
        "ngay/2027.html",
        "ngay/2027/01.html",
        "ngay/2027/01/04.html",
        "sitemap-tin-2027.xml",
        "tin-tuc/moi.html",
    ]
    assert "so-do-trang.html" in changes
    assert not [path for path in changes if path.startswith(("ngay/20", "chuyen-muc/chi-so/", "the/"))]
    assert len(changes) <= 15
    assert gone == []


def test_an_item_posted_late_into_an_old_month_changes_that_month_and_its_neighbours_only():
    _, changes, gone = changed(site(OLD), site([*OLD, item("muon", "2024-05-07 08:00", "hoi-dap")]))
    assert [path for path in changes if path.startswith("ngay/")] == ["ngay/2024.html", "ngay/2024/05.html", "ngay/index.html"]
    assert [path for path in changes if path.startswith("chuyen-muc/")] == [
        "chuyen-muc/hoi-dap.html",
        "chuyen-muc/hoi-dap/2024.html",
        "chuyen-muc/index.html",
    ]
    articles = [path for path in changes if path.startswith("tin-tuc/")]
    assert len(articles) <= 7  # the one before, and the six later ones that list it among their earlier ones
    assert gone == []


def test_a_corrected_title_changes_the_pages_that_show_it():
    wrong = OLD[150]
    corrected = item("bai-150", wrong.date, wrong.category.slug, [tag.label for tag in wrong.tags], title="Đã sửa")
    new, changes, gone = changed(site(OLD), site([*OLD[:150], corrected, *OLD[151:]]))
    assert (new, gone) == ([], [])
    assert wrong.path in changes
    assert len(changes) <= 16
    assert not [path for path in changes if path.startswith("sitemap") or path in {"ngay/2025.html", "the/index.html"}]


def test_the_number_of_changed_pages_does_not_grow_with_the_site():
    counts = {}
    for count in (50, 100, 200):
        new, changes, _ = changed(site(many(count)), site([*many(count), item("moi", "2026-12-30 08:00", "chi-so", ("một cửa",))]))
        counts[count] = len(new) + len(changes)
    assert max(counts.values()) <= 30, counts


def test_no_two_pages_share_an_address():
    paths = [made.path.casefold() for made in plan(site(OLD, [page(), page("lien-he")]))]
    assert len(paths) == len(set(paths))


def test_two_pages_with_one_address_are_seen_before_anything_is_written(theme, tmp_path):
    twice = site([item("a"), item("a", "2026-03-03")])
    with pytest.raises(AddressTwice, match=r"tin-tuc/a\.html"):
        press(twice, plan(twice), theme, tmp_path, tmp_path / "out", None, 1)
    assert not (tmp_path / "out").exists()


def test_pages_of_a_site_are_the_same_in_any_order_of_the_rooms(monkeypatch):
    of = site(OLD[:40], [page()])
    expected = {path: repr(made) for path, made in by_path(plan_all(of)).items()}
    shuffled = list(ROOMS)
    random.Random(5).shuffle(shuffled)
    for order in (ROOMS[::-1], tuple(shuffled)):
        monkeypatch.setattr("plugins.generator.ROOMS", order)
        assert {path: repr(made) for path, made in by_path(plan_all(of)).items()} == expected


def test_planning_twice_gives_equal_values_and_leaves_the_site_as_it_was():
    of = site(OLD[:20], [page()])
    before = repr(of)
    assert [repr(made) for made in plan(of)] == [repr(made) for made in plan(of)]
    assert repr(of) == before


def test_every_planned_value_is_frozen_and_can_be_compared():
    for made in plan(site(OLD[:5], [page()])):
        assert hash(made) is not None


@pytest.fixture
def content(tmp_path):
    """A commune with a bit of everything."""
    commune = Commune(tmp_path / "content")
    commune.news("mot", date="30/12/2025", tags="một cửa")
    commune.news("hai", date="2/1/2026", tags="một cửa", pinned="có")
    commune.news("ba", date="3/1/2026", category="hoi-dap; chi-so", image="hinh-anh/a.jpg", image_alt="Ảnh")
    commune.page("gioi-thieu")
    commune.picture("hinh-anh/a.jpg")
    return commune.content


@pytest.mark.parametrize("out", ["none", *sorted(ROOM_NAMES)])
def test_a_room_that_is_taken_out_leaves_no_dead_link(out, content, theme, tmp_path):
    verdict = examine(Examination(content, parse_date("1/2/2026"), ROOM_NAMES - {out}, lambda: str, Cache(None)))
    assert {problem.code for problem in verdict.problems} == ({"folder-unknown"} if out in {"news", "pages"} else set())
    of = verdict.site
    release = press(of, plan(of), theme, content, tmp_path / "out", None, 1)
    assert faults(release) == []
    assert len(release.files) > 15


def test_a_site_without_any_item_has_all_its_fixed_pages_and_no_dead_link(theme, tmp_path):
    of = site()
    planned = by_path(plan(of))
    assert {"index.html", "404.html", "chuyen-muc/index.html", "ngay/index.html", "the/index.html", "so-do-trang.html"} <= planned.keys()
    release = press(of, plan(of), theme, tmp_path, tmp_path / "out", None, 1)
    assert faults(release) == []


def test_every_page_tells_its_newest_change_to_the_sitemap_or_stays_out_of_it():
    for made in plan(site(OLD[:30])):
        if isinstance(made, Page) and made.modified is not None:
            assert made.modified <= parse_date("31/12/2026")
            assert made.modified.tzinfo is not None
