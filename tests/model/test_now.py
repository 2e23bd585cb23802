"""The build's now comes from outside, never from a template or a library."""

import pytest

from plugins.model.dates import VIETNAM
from plugins.model.now import NowRefused, build_now


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"NOW": "2026-03-01T08:00"}, "2026-03-01T08:00:00+07:00"),
        ({"NOW": " 1/3/2026 "}, "2026-03-01T00:00:00+07:00"),
        ({"SOURCE_DATE_EPOCH": "0"}, "1970-01-01T07:00:00+07:00"),
        ({"NOW": "1/3/2026", "SOURCE_DATE_EPOCH": "0"}, "2026-03-01T00:00:00+07:00"),
    ],
)
def test_now_wins_over_source_date_epoch_and_both_are_told_in_vietnams_zone(environ, expected):
    assert build_now(environ).isoformat() == expected


@pytest.mark.parametrize("environ", [{"NOW": "hôm nay"}, {"SOURCE_DATE_EPOCH": "x"}, {"SOURCE_DATE_EPOCH": "9" * 30}])
def test_a_now_that_cannot_be_read_is_refused_and_named(environ):
    with pytest.raises(NowRefused, match=next(iter(environ.values()))):
        build_now(environ)


def test_without_either_the_clock_of_ha_noi_counts_in_whole_seconds():
    now = build_now({})
    assert now.tzinfo is VIETNAM
    assert now.microsecond == 0
