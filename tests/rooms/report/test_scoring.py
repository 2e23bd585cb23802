"""The self-score: every measure, its points, its proof, and that nothing is invented."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plugins.model.criteria import Measure
from plugins.model.periods import read_period
from plugins.model.plan import Medium
from plugins.report.build import report_of
from plugins.report.evidence import evidence_of
from plugins.report.records import UNKNOWN
from plugins.report.scoring import Findings, mark_of
from plugins.report.tasks import results_of
from tests.factory import site
from tests.rooms.answers.records import answer
from tests.rooms.procedures.records import procedure
from tests.rooms.report.records import criterion, scored, typed, working

LATER = date(2027, 1, 1)
ALL_OR_NOTHING = "≥ 100 % = 1; < 100 % = 0"


def mark(of, one, period: str = "2026-H1", calendar: bool = False, today: date = LATER):
    asked = read_period(period, calendar)
    results = results_of(of.plans[0], evidence_of(of, asked.so_far), asked, today) if of.plans else ()
    return mark_of(one, Findings(of, asked, today, evidence_of(of, asked), results))


def posted(code: str, days: int | None, on: str = "2026-03-20"):
    made = procedure(code)
    return replace(made, publication=replace(made.publication, posted_on=date.fromisoformat(on), days_after_decision=days))


def test_tasks_are_counted_as_far_as_they_are_due():
    found = mark(working(), criterion(Measure.TASKS, ALL_OR_NOTHING))
    assert (found.value, found.points, found.said) == (Decimal(0), Decimal(0), "0/3 nhiệm vụ đến hạn (0 %)")


def test_procedures_are_judged_by_the_days_of_the_criterion():
    of = replace(working(), procedures=(posted("1.000001", 3), posted("1.000002", 4), posted("1.000003", None), posted("1.000004", 9, "2026-07-01")))
    found = mark(of, criterion(Measure.POSTED, "≥ 100 % = 1; 50 % – < 100 % = 0,5; < 50 % = 0", within=3))
    assert (found.value, found.points, found.said) == (Decimal(50), Decimal("0.5"), "1/2 thủ tục công khai, biết số ngày (50 %)")


def test_answers_without_a_limit_are_judged_by_nobody():
    late = answer("tre", answered="2026-04-20", days=9, limit=5)
    of = replace(working(), answers=(answer("mot", days=3, limit=5), late, answer("khong-han", days=30, limit=0)))
    found = mark(of, criterion(Measure.ANSWERED, ALL_OR_NOTHING))
    assert (found.value, found.points) == (Decimal(50), Decimal(0))
    assert len(found.lines) == 2


@pytest.mark.parametrize(
    ("measure", "rule", "said"),
    [
        (Measure.MONTHS, ALL_OR_NOTHING, "4/6 tháng (66,66 %)"),
        (Measure.ITEMS, "≥ 5 = 1; < 5 = 0", "5 tin, bài"),
        (Measure.CONTENTS, "≥ 1 = 1; < 1 = 0", "1/6 nội dung của Nghị quyết 76/NQ-CP"),
    ],
)
def test_items_are_counted(measure, rule, said):
    assert mark(working(), criterion(measure, rule)).said == said


def test_forms_count_with_proof_only():
    forms = (Medium.RADIO, Medium.MEETING, Medium.WEBSITE)
    found = mark(working(), criterion(Measure.FORMS, "≥ 2 = 1; < 2 = 0", forms=forms))
    assert found.said == "2/3 hình thức có minh chứng: truyền thanh, trang thông tin điện tử"
    assert found.points == Decimal(1)


def test_a_typed_value_is_that_of_its_own_period():
    one = criterion(Measure.MANUAL, "≥ 95 % = 1; < 95 % = 0", typed=(typed("2026-H1", "95.2"),))
    assert (mark(working(), one).points, mark(working(), one).proof) == (Decimal(1), "Báo cáo số 1")
    assert mark(working(), one, "2026").points is None
    assert mark(working(), one, "2026-H1", calendar=True).points is None


@pytest.mark.parametrize("measure", [Measure.TASKS, Measure.POSTED, Measure.ANSWERED, Measure.MANUAL])
def test_what_cannot_be_measured_gets_no_points_and_is_a_gap(measure):
    of = scored(site(), criterion(measure, ALL_OR_NOTHING))
    found = mark(of, of.criteria.criteria[0])
    assert (found.value, found.points, found.lines) == (None, None, ())
    report = report_of(of, read_period("2026-H1"), LATER, {})
    table = next(one for one in report.tables if one.name == "tu-cham")
    assert table.rows[0][5] == UNKNOWN
    assert table.rows[1][4:6] == ("0/1 tiêu chí có số liệu để chấm", 0)
    assert any(gap.startswith("Tiêu chí 1 (Tiêu chí): chưa chấm được") for gap in report.gaps)


def test_points_that_are_missing_are_a_gap():
    report = report_of(scored(working(), criterion(Measure.ITEMS, "≥ 9 = 1; < 9 = 0,25")), read_period("2026-H1"), LATER, {})
    assert "Tiêu chí 1 (Tiêu chí): 5 tin, bài, được 0,25/1 điểm." in report.gaps


@pytest.mark.parametrize(("period", "today"), [("2019", LATER), ("2027-Q1", date(2026, 6, 1))], ids=["before the first item", "not begun"])
@pytest.mark.parametrize(("measure", "rule"), [(Measure.ITEMS, "≥ 1 = 1; < 1 = 0"), (Measure.FORMS, "≥ 1 = 1; < 1 = 0"), (Measure.MONTHS, ALL_OR_NOTHING)])
def test_nought_is_no_figure_where_there_can_be_nothing_yet(period, today, measure, rule):
    found = mark(working(), criterion(measure, rule, forms=(Medium.WEBSITE,) if measure is Measure.FORMS else ()), period, today=today)
    assert (found.value, found.points, found.said) == (None, None, "trang không có số liệu của kỳ này")


def test_a_month_with_nothing_after_the_first_item_is_nought():
    assert mark(working(), criterion(Measure.ITEMS, "≥ 1 = 1; < 1 = 0"), "2026-06").points == Decimal(0)
