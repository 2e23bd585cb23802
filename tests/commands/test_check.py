"""``check`` as a person types it: three forms of the report, a file for it, colours, exit codes."""

import json
from pathlib import Path

import pytest

from plugins.gate.report import as_text
from plugins.model.problems import problem
from tests.commune import Commune, Outcome, run
from tests.gate.test_webreport import VERDICT


@pytest.fixture
def commune(tmp_path: Path) -> Commune:
    made = Commune(tmp_path / "content")
    made.news("a", "Gọi 0912 345 678.", title="THÔNG BÁO LỊCH TIẾP CÔNG DÂN")
    return made


def check(commune: Commune, *more: str | Path, **environ: str) -> Outcome:
    return run("check", "--content", commune.content, *more, cache=commune.content.parent / "cache", **environ)


def test_errors_end_with_one_warnings_with_nothing_and_wrong_use_with_two(commune, tmp_path):
    assert check(commune).code == 1
    commune.news("a", "Nội dung.", title="THÔNG BÁO LỊCH TIẾP CÔNG DÂN")
    warned = check(commune)
    assert (warned.code, "[title-capitals]" in warned.said, "0 lỗi" in warned.said) == (0, True, False)
    assert check(commune, "--out", tmp_path / "none" / "x.html").code == 2
    assert run("check", "--content", tmp_path / "none", cache=tmp_path / "cache").code == 2


def test_a_report_is_written_into_a_file_in_every_form(commune, tmp_path):
    said = {}
    for form in ("text", "json", "html"):
        out = tmp_path / f"bao-cao.{form}"
        done = check(commune, "--format", form, "--out", out)
        assert (done.code, "personal-mobile" in done.said) == (1, False)
        said[form] = out.read_text(encoding="utf-8")
        assert not list(tmp_path.glob("*.part"))
    assert all("personal-mobile" in text for text in said.values())
    assert [one["code"] for one in json.loads(said["json"])["problems"]] == ["title-capitals", "personal-mobile"]
    assert said["html"].startswith("<!doctype html>")
    assert not any("345 678" in text or "912345678" in text for text in said.values())


def test_a_flood_of_one_warning_is_counted_on_a_screen_and_errors_are_all_told():
    flood = [problem("title-capitals", f"tin-tuc/{number:04d}.md", 2) for number in range(120)]
    errors = [problem("file-empty", f"tin-tuc/{number:04d}.md") for number in range(120)]
    said = as_text(VERDICT, [*flood, *errors])
    assert (said.count("[title-capitals]\n"), said.count("[file-empty]\n")) == (50, 120)
    assert "Còn nữa, cùng loại với những điều đã kể: 70 [title-capitals]." in said
    assert "120 lỗi, 120 cảnh báo" in said


def test_two_reports_of_the_same_content_are_the_same_bytes(commune, tmp_path):
    for name in ("a", "b"):
        check(commune, "--format", "html", "--out", tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_colours_are_for_terminals_whose_owner_wants_them(monkeypatch):
    from commands.session import in_colours

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert in_colours(Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not in_colours(Terminal())
    problems = [problem("file-empty", "a.md")]
    assert "\x1b[31m" in as_text(VERDICT, problems, colours=True)
    assert "\x1b" not in as_text(VERDICT, problems)
