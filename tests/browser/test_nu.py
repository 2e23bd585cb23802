"""Every published page and style sheet, as the Nu HTML checker reads it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

JAR = Path(os.environ.get("VNU_JAR") or ROOT / ".cache/tools/node_modules/vnu-jar/build/dist/vnu.jar")


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command line of the checker."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java on this machine: apt-get install default-jre-headless")
    if not JAR.is_file():
        pytest.skip(f"no Nu HTML checker at {JAR}: run .ci/tools, or set VNU_JAR")
    command = [java, "-jar", str(JAR)]
    found = subprocess.run([*command, "--version"], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip(f"this Java does not run the Nu HTML checker, which needs 17 or newer: {found.stderr.strip()}")
    return command


def faults(checker: list[str], *what: str | Path) -> list[str]:
    command = [*checker, "--stdout", "--format", "json", "--errors-only", *map(str, what)]
    report = subprocess.run(command, capture_output=True, text=True, check=False)
    assert report.stdout, report.stderr
    return [f"{m.get('url')}:{m.get('lastLine')} {m['message']}" for m in json.loads(report.stdout)["messages"]]


def test_the_checker_reports_a_broken_page_and_a_broken_style_sheet(checker: list[str], tmp_path: Path) -> None:
    (tmp_path / "trang.html").write_text("<!DOCTYPE html><html lang=vi><title>a</title><p><div></p></html>", encoding="utf-8")
    (tmp_path / "kieu.css").write_text("p { colour: red }", encoding="utf-8")
    assert any("trang.html" in fault for fault in faults(checker, "--skip-non-html", tmp_path))
    assert any("kieu.css" in fault for fault in faults(checker, "--css", tmp_path / "kieu.css"))


def test_every_page_of_the_sample_site_is_valid_html(checker: list[str], published: Path) -> None:
    assert len(list(published.rglob("*.html"))) > 200
    assert faults(checker, "--skip-non-html", published) == []


def test_every_style_sheet_of_the_sample_site_is_valid_css(checker: list[str], published: Path) -> None:
    sheets = sorted(published.rglob("*.css"))
    assert sheets
    assert faults(checker, "--css", *sheets) == []
