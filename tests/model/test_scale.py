"""Rules of scoring: what they mean, and that none overlaps or leaves a hole."""

from contextlib import suppress
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.scale import ScaleProblem, read_scale, shown

ONE = Decimal(1)


def percent(text: str, most: Decimal = ONE):
    return read_scale(text, most, percent=True)


def count(text: str, most: Decimal = ONE):
    return read_scale(text, most, percent=False, whole=True)


@pytest.mark.parametrize(
    ("rule", "marks"),
    [
        ("≥ 100 % = 1; 90 % – < 100 % = 0,5; < 90 % = 0", {"100": "1", "99,99": "0,5", "90": "0,5", "89,99": "0", "0": "0"}),
        (">=100% = 1; 90%-<100% = 0,5; <90% = 0", {"100": "1", "95": "0,5", "12": "0"}),
        ("≥ 100 % = 1; 90 % – < 100 % = tỷ lệ; < 90 % = 0", {"100": "1", "95": "0,95", "90": "0,9", "89": "0", "97,5": "0,98"}),
        ("từ 80 % trở lên = 1; từ 50 % đến dưới 80 % = 0,5; dưới 50 % = 0", {"80": "1", "79,9": "0,5", "50": "0,5", "49,9": "0"}),
        ("> 50 % = 1; ≤ 50 % = 0", {"50": "0", "50,01": "1", "100": "1"}),
        ("< 90 % = 0; 100 % = 1; 90 % – < 100 % = 0,5", {"100": "1", "90": "0,5", "0": "0"}),
    ],
)
def test_a_rule_of_percents_gives_each_value_its_mark(rule, marks):
    scale = percent(rule)
    assert {value: shown(scale.score(Decimal(value.replace(",", ".")), ONE)) for value in marks} == marks


def test_counts_have_nothing_between_two_of_them():
    scale = count("≥ 3 = 1; 1 – 2 = 0,5; 0 = 0")
    assert [shown(scale.score(Decimal(value), ONE)) for value in (0, 1, 2, 3, 90)] == ["0", "0,5", "0,5", "1", "1"]


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("≥ 100 % = 1; < 90 % = 0", "từ 90 % đến dưới 100 %"),
        ("> 90 % = 1; < 90 % = 0", "đúng 90 %"),
        ("90 % – < 100 % = 0,5; < 90 % = 0", "đúng 100 %"),
        ("≥ 90 % = 1; 10 % – < 90 % = 0", "từ 0 % đến dưới 10 %"),
    ],
)
def test_a_hole_is_refused_and_told(rule, part):
    with pytest.raises(ScaleProblem) as refused:
        percent(rule)
    assert (refused.value.code, refused.value.facts) == ("criterion-hole", {"part": part})


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("≥ 90 % = 1; 80 % – 90 % = 0,5; < 80 % = 0", "đúng 90 %"),
        ("≥ 90 % = 1; 80 % – < 95 % = 0,5; < 80 % = 0", "từ 90 % đến dưới 95 %"),
        ("≥ 0 % = 1; < 50 % = 0", "từ 0 % đến dưới 50 %"),
    ],
)
def test_an_overlap_is_refused_and_told(rule, part):
    with pytest.raises(ScaleProblem) as refused:
        percent(rule)
    assert (refused.value.code, refused.value.facts["part"]) == ("criterion-overlap", part)


@pytest.mark.parametrize(("rule", "code"), [("≥ 5 = 1; < 3 = 0", "criterion-hole"), ("0 – 4 = 1", "criterion-hole"), ("≥ 3 = 1; 0 – 3 = 0", "criterion-overlap")])
def test_counts_have_holes_and_overlaps_too(rule, code):
    with pytest.raises(ScaleProblem) as refused:
        count(rule)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("", "criterion-rule"),
        ("tốt", "criterion-rule"),
        ("≥ 100 % = ", "criterion-rule"),
        ("≥ 100 % = 1.0; < 100 % = 0", "criterion-rule"),
        ("≥ 120 % = 1; < 120 % = 0", "criterion-rule"),
        ("90 % – 80 % = 1", "criterion-rule"),
        ("≥ 100 = 1; < 100 = 0", "criterion-unit"),
        ("≥ 100 % = 2; < 100 % = 0", "criterion-points"),
    ],
)
def test_what_is_no_rule_is_refused(rule, code):
    with pytest.raises(ScaleProblem) as refused:
        percent(rule)
    assert refused.value.code == code


@given(st.lists(st.integers(1, 99), min_size=1, max_size=6, unique=True), st.decimals(0, 100, places=2))
def test_every_value_of_a_rule_that_was_read_has_exactly_one_band(cuts, value):
    edges = sorted(cuts)
    clauses = [f"< {edges[0]} % = 0", *(f"{low} % – < {high} % = 0,5" for low, high in pairwise(edges)), f"≥ {edges[-1]} % = 1"]
    scale = percent("; ".join(clauses))
    assert sum(band.holds(value) for band in scale.bands) == 1


@given(st.text(alphabet="0123456789,.;=<>≥≤%–- ", max_size=30))
def test_any_text_is_a_rule_or_is_refused(text):
    bands = None
    with suppress(ScaleProblem):
        bands = percent(text).bands
    assert bands is None or all(sum(band.holds(Decimal(value)) for band in bands) == 1 for value in range(101))
