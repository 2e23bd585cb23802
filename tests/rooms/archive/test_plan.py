"""The archive by year, month and day, with calendars whose weeks begin on Monday."""

import calendar

import pytest

from plugins.archive.plan import plan
from tests.factory import by_path, item, many, site


def pages(*news):
    return by_path(plan(site(news)))


def test_years_months_and_days_with_items_have_pages_and_no_others():
    assert list(pages(item("a", "2/3/2026"), item("b", "2/3/2026 10:00"), item("c", "31/12/2025"))) == [
        "ngay/2026.html",
        "ngay/2026/03.html",
        "ngay/2026/03/02.html",
        "ngay/2025.html",
        "ngay/2025/12.html",
        "ngay/2025/12/31.html",
        "ngay/index.html",
    ]


def test_a_calendar_has_whole_weeks_from_monday_with_each_day_in_its_place():
    view = pages(item("a", "2/3/2026"), item("b", "2/3/2026 10:00"), item("c", "29/3/2026"))["ngay/2026/03.html"].view
    assert [short for short, _ in view.weekdays] == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
    assert [[cell.day for cell in week] for week in view.weeks] == [
        [0, 0, 0, 0, 0, 0, 1],  # 1 March 2026 is a Sunday
        [2, 3, 4, 5, 6, 7, 8],
        [9, 10, 11, 12, 13, 14, 15],
        [16, 17, 18, 19, 20, 21, 22],
        [23, 24, 25, 26, 27, 28, 29],
        [30, 31, 0, 0, 0, 0, 0],
    ]
    posted = {cell.day: (cell.href, cell.count) for week in view.weeks for cell in week if cell.count}
    assert posted == {2: ("ngay/2026/03/02.html", 2), 29: ("ngay/2026/03/29.html", 1)}


@pytest.mark.parametrize(("year", "month", "days"), [(2024, 2, 29), (2026, 2, 28), (2023, 12, 31), (2026, 6, 30)])
def test_every_month_has_all_its_days_under_the_right_weekday(year, month, days):
    view = pages(item("a", f"1/{month}/{year}"))[f"ngay/{year}/{month:02d}.html"].view
    cells = [(cell.day, place) for week in view.weeks for place, cell in enumerate(week) if cell.day]
    assert cells == [(day, calendar.weekday(year, month, day)) for day in range(1, days + 1)]


def test_an_item_at_midnight_belongs_to_its_own_day():
    made = pages(item("a", "1/3/2026 00:00"), item("b", "28/2/2026 23:59"))
    assert [teaser.title for teaser in made["ngay/2026/03/01.html"].view.items] == ["Bài a"]
    assert [teaser.title for teaser in made["ngay/2026/02/28.html"].view.items] == ["Bài b"]


def test_a_year_shows_twelve_months_of_which_empty_ones_lead_nowhere():
    view = pages(item("a", "2/3/2026"))["ngay/2026.html"].view
    assert [month.label for month in view.months] == [f"Tháng {n}" for n in range(1, 13)]
    assert [(month.href, month.count) for month in view.months if month.href or month.count] == [("ngay/2026/03.html", 1)]


def test_the_entry_page_lists_all_years_newest_first_with_true_counts():
    news = many(200)
    years = by_path(plan(site(news)))["ngay/index.html"].view.years
    assert [row.year.label for row in years] == ["Năm 2026", "Năm 2025", "Năm 2024", "Năm 2023"]
    assert sum(row.year.count for row in years) == 200
    assert all(sum(month.count for month in row.months) == row.year.count for row in years)


def test_every_item_stands_on_one_day_and_in_one_month():
    news = many(60)
    made = by_path(plan(site(news)))
    for depth in (2, 3):
        titles = [teaser.title for path, page in made.items() if path.count("/") == depth - 0 and hasattr(page.view, "items") for teaser in page.view.items]
        assert sorted(titles) == sorted(one.title for one in news)


def test_crumbs_lead_up_through_year_and_month():
    page = pages(item("a", "2/3/2026"))["ngay/2026/03/02.html"]
    assert [link.href for link in page.crumbs] == ["ngay/index.html", "ngay/2026.html", "ngay/2026/03.html"]
