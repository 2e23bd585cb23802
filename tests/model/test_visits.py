"""Counted visits: the file and back, two counts joined, nothing else taken for a count."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.visits import PAGES_KEPT, DayCount, PageCount, Visits, joined, read_visits, totals_by_month, written

counts = st.integers(0, 10**6)
day_counts = st.dictionaries(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.tuples(counts, counts), max_size=20)


def visits(days: dict[date, tuple[int, int]]) -> Visits:
    return Visits(tuple(DayCount(day, *days[day]) for day in sorted(days)))


@given(day_counts)
def test_what_is_written_is_read_back(days):
    of = visits(days)
    assert read_visits(json.loads(json.dumps(written(of)))) == of


@given(day_counts, day_counts)
def test_a_log_that_is_counted_twice_changes_nothing_and_the_order_of_logs_does_not_matter(one, two):
    whole = joined(visits(one), visits(two))
    assert joined(whole, visits(two)).days == whole.days
    assert joined(visits(two), visits(one)).days == whole.days


def test_a_day_that_was_counted_in_part_takes_the_larger_figures():
    day = date(2026, 11, 1)
    assert joined(visits({day: (5, 9)}), visits({day: (7, 8)})).days == (DayCount(day, 7, 9),)


def test_pages_are_those_of_the_newer_period_and_not_all_of_them():
    old = Visits((), (PageCount("cu.html", 1),), date(2026, 1, 1), date(2026, 1, 31))
    new = Visits((), tuple(PageCount(f"{n}.html", 9) for n in range(PAGES_KEPT + 5)), date(2026, 2, 1), date(2026, 2, 28))
    assert len(joined(old, new).pages) == PAGES_KEPT
    assert joined(new, old).since == date(2026, 2, 1)
    assert joined(old, Visits(())).pages == old.pages


def test_months_are_summed_newest_first():
    days = visits({date(2026, 1, 31): (1, 2), date(2026, 2, 1): (3, 4), date(2026, 2, 2): (5, 6)}).days
    assert list(totals_by_month(days).items()) == [((2026, 2), (8, 10)), ((2026, 1), (1, 2))]


PAGES = {"since": "", "until": "", "views": {}}


@pytest.mark.parametrize(
    "raw",
    [
        *({}, [], None, {"days": {}}),
        {"days": {"1/11/2026": [1, 2]}, "pages": PAGES},
        {"days": {"2026-11-01": [-1, 2]}, "pages": PAGES},
        {"days": {"2026-11-01": [True, 2]}, "pages": PAGES},
        {"days": {"2026-11-01": ["1", 2]}, "pages": PAGES},
        {"days": {"2026-11-01": [1]}, "pages": PAGES},
    ],
)
def test_anything_else_is_refused(raw):
    with pytest.raises((ValueError, TypeError, KeyError, IndexError)):
        read_visits(raw)
