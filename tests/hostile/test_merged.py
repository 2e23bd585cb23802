"""All bad inputs in one tree: one run names every one of them, and no innocent file."""


import pytest

from plugins.gate.report import as_json, as_text
from plugins.model.problems import ContentRefused, Severity

from .cases import ALL
from .commune import GOOD, lay
from .line import judge_folder

_HEAVY = {"md-50mb", "long-line-2mb"}
BAD = [case for case in ALL if case.expected == "error" and case.is_one_item and case.id not in _HEAVY]
INNOCENT = [case for case in ALL if case.expected == "ok" and case.is_one_item]
# Planned addresses are looked up only when nothing else stops the line, so these are told in the next run.
LATER = {"relative-dead", "relative-dead-section", "relative-dead-folder", "attach-far"}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> ContentRefused:
    folder = tmp_path_factory.mktemp("merged")
    lay(folder, {**GOOD, **{case.own_path: case.own_bytes for case in (*BAD, *INNOCENT)}})
    lay(folder, {"hinh-anh/x.php": b"<?php", "tai-lieu/mau.pdf.exe": b"MZ"}, {"hinh-anh/loop": ".."}, ("tin-tuc/ong.md",))
    with pytest.raises(ContentRefused) as raised:
        judge_folder(folder)
    return raised.value


def test_one_run_names_every_bad_file(refused: ContentRefused) -> None:
    """Far more than the 21 of the bar, each with the same code and line as when it stands alone."""
    errors = {(p.path, p.line, p.code) for p in refused.problems if p.severity is Severity.ERROR}
    wanted = {(case.own_path, line, code) for case in BAD if case.id not in LATER for _, line, code in case.problems}
    others = {("hinh-anh/x.php", 0, "asset-kind"), ("tai-lieu/mau.pdf.exe", 0, "asset-kind")}
    others |= {("hinh-anh/loop", 0, "link-outside"), ("tin-tuc/ong.md", 0, "file-special")}
    warnings = {(p.path, p.line, p.code) for p in refused.problems} - errors
    assert len(BAD) >= 21
    assert (wanted | others) - errors - warnings == set()


def test_no_innocent_file_is_named(refused: ContentRefused) -> None:
    """A problem in one file never blames another."""
    named = {p.path for p in refused.problems}
    assert named & {case.own_path for case in INNOCENT} == set()
    assert named & set(GOOD) == set()


def test_the_count_adds_up(refused: ContentRefused) -> None:
    """Found = published + kept back + refused."""
    verdict = refused.verdict
    assert verdict.found == verdict.public + len(verdict.withheld) + verdict.refused  # type: ignore[attr-defined]
    assert verdict.found == len(BAD) + len(INNOCENT) + 3  # type: ignore[attr-defined]


def test_the_report_is_one_that_a_person_and_a_program_can_read(refused: ContentRefused) -> None:
    """Each problem stands in both forms with its place; no control character, no English trace."""
    text, data = as_text(refused.verdict, refused.problems), as_json(refused.verdict, refused.problems)  # type: ignore[arg-type]
    assert "Traceback" not in text
    assert all(line.isprintable() for line in text.split("\n"))
    for problem in refused.problems:
        assert problem.where in text
        assert problem.code in data
