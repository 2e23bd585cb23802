"""Periods: what may be typed, the days that each holds, and the stretches that lie in it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from plugins.model.periods import Period, PeriodProblem, Unit, read_period

# Công văn 581/BNV-CCHC names the first, the second, the fourth and the last of these; the others lie between them.
REPORTED = {
    "2026-Q1": ("15/12/2025", "14/03/2026"),
    "2026-H1": ("15/12/2025", "14/06/2026"),
    "2026-Q2": ("15/03/2026", "14/06/2026"),
    "2026-Q3": ("15/06/2026", "14/09/2026"),
    "2026-Q4": ("15/09/2026", "14/12/2026"),
    "2026-H2": ("15/06/2026", "14/12/2026"),
    "2026-01": ("15/12/2025", "14/01/2026"),
    "2026-03": ("15/02/2026", "14/03/2026"),
    "2026-12": ("15/11/2026", "14/12/2026"),
    "2026": ("15/12/2025", "14/12/2026"),
}
CALENDAR = {
    "2026-Q1": ("01/01/2026", "31/03/2026"),
    "2026-H2": ("01/07/2026", "31/12/2026"),
    "2026-02": ("01/02/2026", "28/02/2026"),
    "2028-02": ("01/02/2028", "29/02/2028"),
    "2026": ("01/01/2026", "31/12/2026"),
}


@pytest.mark.parametrize(("typed", "days"), REPORTED.items())
def test_the_year_of_reports_runs_from_15_12_to_14_12(typed, days):
    period = read_period(typed)
    assert (f"{period.first:%d/%m/%Y}", f"{period.last:%d/%m/%Y}") == days


@pytest.mark.parametrize(("typed", "days"), CALENDAR.items())
def test_calendar_periods_are_those_of_the_calendar(typed, days):
    period = read_period(typed, calendar=True)
    assert (f"{period.first:%d/%m/%Y}", f"{period.last:%d/%m/%Y}") == days


@pytest.mark.parametrize("calendar", [False, True])
@pytest.mark.parametrize("unit", list(Unit))
def test_stretches_of_a_year_follow_each_other_without_a_day_between(calendar, unit):
    parts = list(Period(2026, 1, 12, calendar).parts(unit))
    assert (parts[0].first, parts[-1].last) == (Period(2026, 1, 12, calendar).first, Period(2026, 1, 12, calendar).last)
    assert all(later.first - earlier.last == timedelta(1) for earlier, later in pairwise(parts))


@pytest.mark.parametrize("typed", ["2026", "2026-H1", "2026-H2", "2026-Q3", "2026-03", "2026-12"])
def test_the_name_of_a_period_is_what_was_typed(typed):
    assert read_period(typed).name == typed


def test_a_period_is_named_as_reports_name_it():
    assert [read_period(typed).label for typed in ("2026", "2026-h1", "2026-H2", "2026-q2", "2026-3")] == [
        "năm 2026",
        "sáu tháng đầu năm 2026",
        "sáu tháng cuối năm 2026",
        "quý II/2026",
        "tháng 3/2026",
    ]


def test_only_whole_stretches_count():
    assert [part.name for part in read_period("2026-Q2").parts(Unit.MONTH)] == ["2026-04", "2026-05", "2026-06"]
    assert list(read_period("2026-Q2").parts(Unit.HALF)) == []
    assert [part.name for part in read_period("2026-H2").so_far.parts(Unit.HALF)] == ["2026-H1", "2026-H2"]


def test_a_period_holds_its_first_and_its_last_day():
    period = read_period("2026-H1")
    assert [period.holds(day) for day in (date(2025, 12, 14), date(2025, 12, 15), date(2026, 6, 14), date(2026, 6, 15))] == [False, True, True, False]


@pytest.mark.parametrize("typed", ["", "26", "2026-13", "2026-00", "2026-H3", "2026-Q5", "2026/03", "03-2026", "2026-3-1", "1900", "٢٠٢٦"])
def test_anything_else_is_refused(typed):
    with pytest.raises(PeriodProblem):
        read_period(typed)
