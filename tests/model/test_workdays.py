"""Working days: the data against the library ``holidays`` for 2023–2026, and lateness counted by hand."""

from datetime import date, timedelta

import pytest

from plugins.model.workdays import is_working_day, working_days_between

holidays = pytest.importorskip("holidays")

YEARS = (2023, 2024, 2025, 2026)
# Where the published schedule says more than the library, with who published it.
CLOSED_BESIDES = {
    date(2026, 1, 2): "Friday after New Year, exchanged for Saturday 10 January (notice of the Ministry of Home Affairs, 25/12/2025)",
}
WORKED_BESIDES = {
    date(2026, 1, 10): "the Saturday worked for it",
}


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", YEARS)
def test_closed_weekdays_are_those_of_the_library_and_of_the_published_schedule(year):
    library = {day for day in holidays.country_holidays("VN", years=year) if day.weekday() < 5}
    ours = {day for day in days_of(year) if day.weekday() < 5 and not is_working_day(day)}
    assert ours - library == {day for day in CLOSED_BESIDES if day.year == year}
    assert library - ours == set()


def test_saturdays_worked_in_exchange_are_those_of_the_library_and_of_the_published_schedule():
    weekend = {day for day in holidays.country_holidays("VN", years=YEARS).weekend_workdays if day.year in YEARS}
    ours = {day for year in YEARS for day in days_of(year) if day.weekday() >= 5 and is_working_day(day)}
    assert ours - weekend == set(WORKED_BESIDES)
    assert weekend - ours == set()


def test_every_day_off_that_was_exchanged_has_its_saturday():
    for off, worked in (("2024-04-29", "2024-05-04"), ("2025-05-02", "2025-04-26"), ("2026-01-02", "2026-01-10"), ("2026-08-31", "2026-08-22")):
        assert not is_working_day(date.fromisoformat(off))
        assert is_working_day(date.fromisoformat(worked))


@pytest.mark.parametrize(
    ("signed", "posted", "days"),
    [
        ("2026-03-02", "2026-03-02", 0),  # the same day
        ("2026-03-02", "2026-03-03", 1),
        ("2026-03-06", "2026-03-09", 1),  # Friday to Monday
        ("2026-03-06", "2026-03-08", 0),  # to Sunday
        ("2026-02-13", "2026-02-23", 1),  # over Tết: a Friday, then the Monday after nine days off
        ("2026-04-24", "2026-05-04", 3),  # Hùng Kings (27/4, in lieu), 30/4 and 1/5 are not counted
        ("2025-12-31", "2026-01-05", 1),  # 1/1, and 2/1 exchanged
        ("2026-01-09", "2026-01-12", 2),  # the Saturday that was worked counts
        ("2026-08-21", "2026-09-03", 7),  # 22/8 worked; 31/8, 1/9 and 2/9 closed
        ("2026-11-23", "2026-11-25", 1),  # Ngày Văn hóa Việt Nam
        ("2026-03-09", "2026-03-02", 0),  # posted before it was signed
    ],
)
def test_lateness_counts_working_days_after_the_signature_up_to_the_posting(signed, posted, days):
    assert working_days_between(date.fromisoformat(signed), date.fromisoformat(posted)) == days
