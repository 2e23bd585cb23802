"""``content/tieu-chi.toml``: a good sheet, and what is told of a wrong one."""

from decimal import Decimal

import pytest

from plugins.model.criteria import Measure
from plugins.model.criteria_matter import read_criteria
from plugins.model.plan import Medium

HEAD = 'name = "Bảng điểm"\nbasis = "Quyết định số 1/QĐ-UBND"\n'
CRITERION = """[[criterion]]
code = "4.1"
name = "Thực hiện kế hoạch"
points = 1
measure = "nhiệm vụ hoàn thành"
rule = "≥ 100 % = 1; < 100 % = 0"
evidence = "Báo cáo"
"""


def told(text: str) -> list[tuple[int, str]]:
    sheet, problems = read_criteria(text)
    assert sheet is None
    return sorted((problem.line, problem.code) for problem in problems)


def test_a_sheet_is_read():
    forms = CRITERION.replace("4.1", "4.2").replace("nhiệm vụ hoàn thành", "số hình thức").replace("≥ 100 % = 1; < 100 % = 0", "≥ 1 = 1; < 1 = 0")
    sheet, problems = read_criteria(HEAD + CRITERION + forms + 'forms = ["loa", "Zalo"]\n')
    assert problems == ()
    first, second = sheet.criteria
    assert (first.code, first.points, first.measure) == ("4.1", Decimal(1), Measure.TASKS)
    assert second.forms == (Medium.RADIO, Medium.SOCIAL)


def test_points_may_have_a_comma_or_be_a_number_of_toml():
    for points in ('"0,25"', "0.25"):
        sheet, _ = read_criteria(HEAD + CRITERION.replace("points = 1", f"points = {points}").replace("% = 1;", "% = 0,25;"))
        assert sheet.criteria[0].points == Decimal("0.25")


def test_typed_values_belong_to_a_period():
    typed = CRITERION.replace("nhiệm vụ hoàn thành", "tự nhập") + '[[criterion.value]]\nperiod = "2026-h1"\nvalue = "95,2"\nproof = "Báo cáo"\n'
    sheet, problems = read_criteria(HEAD + typed)
    assert problems == ()
    assert [(one.period, one.value) for one in sheet.criteria[0].typed] == [("2026-H1", Decimal("95.2"))]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("≥ 100 % = 1; < 100 % = 0", "≥ 100 % = 1; < 90 % = 0", (8, "criterion-hole")),
        ("≥ 100 % = 1; < 100 % = 0", "≥ 90 % = 1; < 100 % = 0", (8, "criterion-overlap")),
        ("≥ 100 % = 1; < 100 % = 0", "≥ 100 % = 5; < 100 % = 0", (8, "criterion-points")),
        ("≥ 100 % = 1; < 100 % = 0", "≥ 100 = 1; < 100 = 0", (8, "criterion-unit")),
        ("≥ 100 % = 1; < 100 % = 0", "đạt thì được", (8, "criterion-rule")),
        ("points = 1", 'points = "một"', (6, "criterion-number")),
        ('measure = "nhiệm vụ hoàn thành"', 'measure = "cảm tính"', (7, "criterion-measure")),
        ('measure = "nhiệm vụ hoàn thành"', 'measure = "thủ tục công khai đúng hạn"', (3, "toml-missing")),
        ('evidence = "Báo cáo"\n', 'evidence = "Báo cáo"\nforms = ["loa"]\n', (10, "criterion-key")),
        ('evidence = "Báo cáo"\n', "", (3, "toml-missing")),
        ('evidence = "Báo cáo"\n', 'evidence = "Báo cáo"\nmau = "đỏ"\n', (10, "key-unknown")),
    ],
)
def test_a_wrong_criterion_is_told_where_it_stands(old, new, expected):
    assert told((HEAD + CRITERION).replace(old, new)) == [expected]


def test_two_criteria_with_one_code_and_none_at_all_are_told():
    assert told(HEAD + CRITERION + CRITERION) == [(11, "criterion-twice")]
    assert told(HEAD) == [(0, "criterion-none")]


def test_a_code_twice_is_told_although_one_of_the_criteria_has_another_error_too():
    found = told(HEAD + CRITERION + CRITERION.replace("points = ", "points = -"))
    assert sorted(code for _, code in found) == ["criterion-number", "criterion-twice"]


def test_a_number_with_a_dot_before_three_digits_may_be_two_numbers_and_is_refused():
    for typed, codes in (('"1.234"', ["criterion-number"]), ('"1.5"', []), ('"1,5"', []), ("1.5", [])):
        text = (HEAD + CRITERION).replace("points = 1", f"points = {typed}")
        assert [problem.code for problem in read_criteria(text)[1]] == codes, typed


def test_typed_values_are_judged_too():
    typed = HEAD + CRITERION.replace("nhiệm vụ hoàn thành", "tự nhập")
    value = '[[criterion.value]]\nperiod = "2026"\nvalue = "95"\nproof = "x"\n'
    assert told(typed + value.replace('"95"', '"950"')) == [(12, "criterion-value")]
    assert told(typed + value.replace('"2026"', '"nay"')) == [(11, "criterion-period")]
    assert told(typed + value + value) == [(3, "criterion-period-twice")]
    assert told(HEAD + CRITERION + value) == [(3, "criterion-key")]
