"""Dates as editors type them: day first, clock of Hà Nội, never guessed."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.dates import VIETNAM, DateProblem, long_date, parse_date, short_date

# What is typed → the moment, or the code of the rule that refuses it.
TYPED = [
    # — the dates of the real texts (../shared/seeds) —
    ("30/05/2022 10:43:AM", "2022-05-30T10:43:00+07:00"),
    ("Ngày cập nhật 10/01/2022", "2022-01-10T00:00:00+07:00"),
    ("10/01/2022", "2022-01-10T00:00:00+07:00"),
    ("06/01-2022", "2022-01-06T00:00:00+07:00"),
    ("24/5/2022", "2022-05-24T00:00:00+07:00"),
    ("(25/03/2020, 13:52)", "2020-03-25T13:52:00+07:00"),
    # — day, month, year —
    ("05/06/2025", "2025-06-05T00:00:00+07:00"),
    ("5/6/2025", "2025-06-05T00:00:00+07:00"),
    ("24.5.2022", "2022-05-24T00:00:00+07:00"),
    ("24-05-2022", "2022-05-24T00:00:00+07:00"),
    ("24 / 5 / 2022", "2022-05-24T00:00:00+07:00"),
    ("  24/5/2022  ", "2022-05-24T00:00:00+07:00"),
    ("[24/5/2022]", "2022-05-24T00:00:00+07:00"),
    ("29/02/2024", "2024-02-29T00:00:00+07:00"),
    ("01/01/1945", "1945-01-01T00:00:00+07:00"),
    ("31/12/2100", "2100-12-31T00:00:00+07:00"),
    # — with a clock —
    ("24/5/2022 08:30", "2022-05-24T08:30:00+07:00"),
    ("24/05/2022 - 08:30", "2022-05-24T08:30:00+07:00"),
    ("24/05/2022 – 08:30", "2022-05-24T08:30:00+07:00"),
    ("24/5/2022, 08:30:59", "2022-05-24T08:30:59+07:00"),
    ("24/5/2022 8h30", "2022-05-24T08:30:00+07:00"),
    ("24/5/2022 8 giờ", "2022-05-24T08:00:00+07:00"),
    ("24/5/2022, 8 giờ 30 phút", "2022-05-24T08:30:00+07:00"),
    ("08:30 24/05/2022", "2022-05-24T08:30:00+07:00"),
    ("08:30, ngày 24/05/2022", "2022-05-24T08:30:00+07:00"),
    ("Lúc 8 giờ 30 phút ngày 24/5/2022", "2022-05-24T08:30:00+07:00"),
    ("24/5/2022 12:05 AM", "2022-05-24T00:05:00+07:00"),
    ("24/5/2022 12:05 PM", "2022-05-24T12:05:00+07:00"),
    ("24/5/2022 1:05 PM", "2022-05-24T13:05:00+07:00"),
    ("24/5/2022 8:05 SA", "2022-05-24T08:05:00+07:00"),
    ("24/5/2022 1:05 CH", "2022-05-24T13:05:00+07:00"),
    ("24/5/2022 13:05 PM", "2022-05-24T13:05:00+07:00"),
    # — in words —
    ("24 tháng 05 năm 2022", "2022-05-24T00:00:00+07:00"),
    ("ngày 24 tháng 5 năm 2022", "2022-05-24T00:00:00+07:00"),
    ("Thứ Ba, ngày 24/05/2022", "2022-05-24T00:00:00+07:00"),
    ("Thứ 2, 23/5/2022", "2022-05-23T00:00:00+07:00"),
    ("Chủ nhật, 22/05/2022 07:15", "2022-05-22T07:15:00+07:00"),
    ("Thứ ba, ngày 24 tháng 5 năm 2022, 08:30", "2022-05-24T08:30:00+07:00"),
    ("Ngày đăng: 24/5/2022", "2022-05-24T00:00:00+07:00"),
    # — ISO 8601 —
    ("2022-05-24", "2022-05-24T00:00:00+07:00"),
    ("2022-5-4", "2022-05-04T00:00:00+07:00"),
    ("2022-05-24 08:30", "2022-05-24T08:30:00+07:00"),
    ("2022-05-24T08:30:15", "2022-05-24T08:30:15+07:00"),
    ("2022-05-24T08:30:15Z", "2022-05-24T15:30:15+07:00"),
    ("2022-05-24T08:30+07:00", "2022-05-24T08:30:00+07:00"),
    ("2022-05-24T08:30:15.123-0500", "2022-05-24T20:30:15+07:00"),
    ("2022-05-24T23:30-01:00", "2022-05-25T07:30:00+07:00"),
    # — no such day or hour —
    ("29/02/2023", "date-impossible"),
    ("31/04/2022", "date-impossible"),
    ("00/01/2022", "date-impossible"),
    ("32/01/2022", "date-impossible"),
    ("01/13/2022", "date-impossible"),
    ("2022-02-30", "date-impossible"),
    ("2022-13-01", "date-impossible"),
    ("24/5/2022 24:00", "date-impossible"),
    ("24/5/2022 10:60", "date-impossible"),
    ("24/5/2022 13:05 AM", "date-impossible"),
    ("2022-05-24T08:30+99:00", "date-impossible"),
    # — a year of two digits, a far year —
    ("24/5/22", "date-short-year"),
    ("24-5-22 08:00", "date-short-year"),
    ("05.06.25", "date-short-year"),
    ("24/5/1944", "date-year"),
    ("01/01/2101", "date-year"),
    ("24/5/0022", "date-year"),
    ("9999-01-01T00:00Z", "date-year"),
    # — no whole date —
    ("", "date-form"),
    ("2022", "date-form"),
    ("2026", "date-form"),
    ("05/2022", "date-form"),
    ("24/5", "date-form"),
    ("tháng 5 năm 2022", "date-form"),
    ("hôm nay", "date-form"),
    ("sáng thứ Hai", "date-form"),
    ("2022/05/24", "date-form"),
    ("20220524", "date-form"),
    ("May 24, 2022", "date-form"),
    ("24 May 2022", "date-form"),
    ("24/5/2022 và 25/5/2022", "date-form"),
]


def told(typed: str) -> str:
    try:
        return parse_date(typed).isoformat()
    except DateProblem as problem:
        return problem.code


@pytest.mark.parametrize(("typed", "expected"), TYPED)
def test_a_typed_date_is_one_moment_or_one_reason(typed, expected):
    assert told(typed) == expected


@given(st.datetimes(min_value=datetime(1945, 1, 1), max_value=datetime(2100, 12, 31, 23, 59)))
def test_every_moment_survives_being_written_as_iso_and_as_day_first(moment):
    there = moment.replace(microsecond=0, tzinfo=VIETNAM)
    assert parse_date(there.isoformat()) == there
    assert parse_date(f"{there:%d/%m/%Y %H:%M:%S}") == there


@given(st.text(max_size=40))
def test_any_text_is_a_moment_in_vietnams_zone_or_a_reason(typed):
    assert told(typed).startswith("date-") or told(typed).endswith("+07:00")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5/1/2026", "ngày 05 tháng 01 năm 2026"),
        ("28/02/2026", "ngày 28 tháng 02 năm 2026"),
        ("5/3/2026", "ngày 05 tháng 3 năm 2026"),
        ("15/12/2026", "ngày 15 tháng 12 năm 2026"),
    ],
)
def test_a_long_date_has_zeros_where_the_decree_on_documents_wants_them(typed, expected):
    assert long_date(parse_date(typed)) == expected


def test_a_short_date_has_two_digits_for_day_and_month():
    assert short_date(parse_date("2026-03-05 08:30")) == "05/03/2026"

