"""The contact for reports of security holes is renewed in time."""

import pytest

from tests.commune import Commune, run

CONTACT = "mailto:baomat@x.example"


def check(tmp_path, now: str, **security: str):
    commune = Commune(tmp_path / "content", security={"contact": CONTACT, "expires": "31/12/2026", **security})
    commune.news("a", date="1/3/2026")
    return run("check", "--content", commune.content, "--now", now, cache=tmp_path / "cache")


@pytest.mark.parametrize(("now", "told"), [("2026-12-31T23:00", False), ("2027-01-01T00:10", True)])
def test_a_date_that_has_passed_is_told_and_stops_nothing(tmp_path, now, told):
    outcome = check(tmp_path, now)
    assert (outcome.code, "hết hạn ngày 31/12/2026, hôm nay là 01/01/2027" in " ".join(outcome.said.split())) == (0, told), outcome.said


@pytest.mark.parametrize("contact", ["baomat@x.example", "gọi Văn phòng", "http://", "mailto:x"])
def test_a_contact_that_no_program_can_follow_is_refused(tmp_path, contact):
    outcome = check(tmp_path, "2026-06-01T08:00", contact=contact)
    assert (outcome.code, "security.contact" in outcome.said, "mailto:baomat@tinh.gov.vn" in " ".join(outcome.said.split())) == (1, True, True), outcome.said
