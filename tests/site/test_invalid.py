"""Everything wrong, in news, procedures, documents and the profile: the whole report, word by word."""

import re
from pathlib import Path

import pytest

from tests.site.invalid import HERE, NAMES, REPORT, report_of


@pytest.mark.parametrize("name", NAMES)
def test_everything_wrong_is_told_in_one_report(name: str, tmp_path: Path) -> None:
    assert report_of(name, tmp_path) == (HERE / name / REPORT).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_report_shows_no_number_of_a_person(name: str) -> None:
    report = (HERE / name / REPORT).read_text(encoding="utf-8")
    bare = re.sub(r"[ .]", "", report)
    assert [number for number in ("001085012345", "079190012346", "012345678", "19033456789012", "0987654321", "0345678901", "tunguyen@") if number in bare] == []


def test_most_rules_about_items_are_broken_by_some_file() -> None:
    told = {code for name in NAMES for code in re.findall(r"\[([a-z-]+)\]$", (HERE / name / REPORT).read_text(encoding="utf-8"), re.MULTILINE)}
    assert len(told) >= 60
    assert {"personal-identity", "personal-card", "personal-account", "personal-mobile", "personal-mail", "personal-births", "personal-file"} <= told
