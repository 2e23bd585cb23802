"""Figures of visits: two files know them, and only our own pages are named."""

from dataclasses import replace
from datetime import date, timedelta

from plugins.model.visits import DayCount, PageCount, Visits
from plugins.visits.plan import DAYS, plan
from tests.factory import by_path, item, site
from tests.factory import plan as plan_all
from tests.rooms.documents.records import document

WANTED = {"site": {"visits": True}}
COUNTED = Visits(
    (DayCount(date(2026, 10, 31), 10, 20), DayCount(date(2026, 11, 1), 7, 9), DayCount(date(2026, 11, 2), 1000, 2000)),
    (PageCount("index.html", 50), PageCount("tin-tuc/a.html", 40), PageCount("<script>.html", 30), PageCount("khong-co.html", 20)),
    date(2026, 11, 1),
    date(2026, 11, 2),
)


def test_a_site_that_does_not_want_them_shows_none():
    assert list(plan(replace(site(), visits=COUNTED))) == []


def test_the_page_holds_sums_months_and_days_newest_first():
    made = by_path(plan(replace(site(**WANTED), visits=COUNTED)))
    view = made["thong-ke.html"].view
    assert (view.total, view.views, view.first, view.last) == (1017, 2029, date(2026, 10, 31), date(2026, 11, 2))
    assert [(row.label, row.visits, row.views) for row in view.months] == [("Tháng 11/2026", 1007, 2009), ("Tháng 10/2026", 10, 20)]
    assert [row.visits for row in view.days] == [1000, 7, 10]


def test_only_pages_of_the_site_are_named_under_their_own_titles():
    of = document()
    counted = replace(COUNTED, pages=(*COUNTED.pages, PageCount(of.path, 5)))
    made = by_path(plan(replace(site([item("a")], **WANTED), documents=(of,), visits=counted)))
    named = [(row.title, row.href) for row in made["thong-ke.html"].view.pages]
    assert named == [("Trang chủ", "index.html"), ("Bài a", "tin-tuc/a.html"), (of.title, of.path)]


def test_the_small_file_holds_the_number_alone():
    file = by_path(plan(replace(site(**WANTED), visits=COUNTED)))["thong-ke.json"]
    assert file.make(file.view) == b'{"total":1017,"until":"2026-11-02"}\n'


def test_before_any_count_the_page_says_so_and_the_file_holds_nothing():
    made = by_path(plan(site(**WANTED)))
    assert made["thong-ke.html"].view.first is None
    assert made["thong-ke.json"].make(made["thong-ke.json"].view) == b'{"total":null,"until":null}\n'


def test_new_figures_change_these_two_files_and_no_page_besides():
    of = replace(site([item("a")], **WANTED), visits=COUNTED)
    more = replace(COUNTED, days=(*COUNTED.days, DayCount(date(2026, 11, 3), 5, 6)))
    before, after = ({made.path: repr((made, made.view)) for made in plan_all(one)} for one in (of, replace(of, visits=more)))
    assert before.keys() == after.keys()
    assert {path for path in before if before[path] != after[path]} == {"thong-ke.html", "thong-ke.json"}


def test_the_page_does_not_grow_for_ever():
    days = tuple(DayCount(date(2020, 1, 1) + timedelta(n), 1, 1) for n in range(2000))
    view = by_path(plan(replace(site(**WANTED), visits=Visits(days))))["thong-ke.html"].view
    assert len(view.days) == DAYS
    assert len(view.months) == 24
    assert view.total == 2000
