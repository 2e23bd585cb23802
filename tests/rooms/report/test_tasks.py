"""Tasks against what was done: what is due, what makes up for what, what is missing."""

from datetime import date
from decimal import Decimal

import pytest

from plugins.model.periods import read_period
from plugins.report.evidence import evidence_of
from plugins.report.tasks import percent, results_of
from tests.rooms.report.records import working
from tests.rooms.workplan.records import plan_of, planned, task

LATER = date(2027, 1, 1)


def results(period: str, today: date = LATER, of=None, calendar: bool = False):
    asked, where = read_period(period, calendar), of or working()
    found = results_of(where.plans[0], evidence_of(where, asked.so_far), asked, today)
    return {one.task.code: one for one in found}


def figures(one) -> tuple[int, int, int, int]:
    """In the period, since the year began, wanted, reached."""
    return (one.in_period, one.so_far, one.wanted, one.reached)


def test_each_month_is_judged_for_itself():
    # months of the reports: 15/12–14/1: 1 · 15/1–14/2: 2 · 15/2–14/3: 1 · then none
    first = results("2026-H1")["01"]
    assert figures(first) == (4, 4, 12, 4)
    assert first.missing == (
        "tháng 1/2026 (đạt 1/2)",
        "tháng 3/2026 (đạt 1/2)",
        "tháng 4/2026 (đạt 0/2)",
        "tháng 5/2026 (đạt 0/2)",
        "tháng 6/2026 (đạt 0/2)",
    )
    assert (first.gap, first.ratio, first.is_met) == (8, Decimal("33.33"), False)


def test_more_than_is_wanted_in_one_month_makes_up_for_no_other():
    of = planned(working(), plan_of(task("01", minimum=1)))
    assert figures(results("2026-Q1", of=of)["01"]) == (4, 4, 3, 3)


def test_months_before_the_plan_was_signed_are_not_asked_for():
    of = planned(working(), plan_of(task("01", minimum=1), date=date(2026, 2, 20)))
    assert figures(results("2026-Q1", of=of)["01"]) == (4, 4, 1, 1)


def test_months_after_the_deadline_are_not_asked_for():
    of = planned(working(), plan_of(task("01", minimum=1, deadline=date(2026, 1, 31))))
    assert figures(results("2026-H1", of=of)["01"]) == (4, 4, 2, 2)


def test_a_quarter_counts_what_was_reached_since_the_year_began():
    assert figures(results("2026-Q2")["01"]) == (0, 4, 12, 4)


def test_what_the_unit_says_of_itself_counts():
    radio = results("2026-Q1")["02"]
    assert figures(radio) == (2, 2, 3, 2)
    assert radio.missing == ("tháng 1/2026 (đạt 0/1)",)


def test_a_task_of_the_year_is_due_with_its_deadline_and_late_work_is_seen_but_not_reached():
    assert results("2026-Q1")["03"].is_due is False
    assert figures(results("2026-Q2")["03"]) == (1, 2, 2, 1)  # 10 April is after 31 March
    assert results("2026-Q2")["03"].missing == ("năm 2026 (đạt 1/2)",)


def test_without_a_number_one_proof_is_enough():
    assert results("2026-H1")["04"].is_due is False
    whole = results("2026")["04"]
    assert (figures(whole), whole.is_met) == ((1, 1, 1, 1), True)


def test_nothing_is_due_before_its_day_has_come():
    assert [one.wanted for one in results("2026", today=date(2026, 1, 10)).values()] == [0, 0, 0, 0]
    assert results("2026", today=date(2026, 2, 14))["01"].wanted == 4


def test_calendar_months_are_others():
    # January 1, February 1, March 1
    assert figures(results("2026-Q1", calendar=True)["01"]) == (3, 3, 6, 3)


@pytest.mark.parametrize(("part", "whole", "expected"), [(2, 3, "66.66"), (1, 1, "100"), (99_999, 100_000, "99.99"), (0, 7, "0")])
def test_a_share_is_never_rounded_up(part, whole, expected):
    assert percent(part, whole) == Decimal(expected)
