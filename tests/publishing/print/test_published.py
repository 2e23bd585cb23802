"""Sheets that the verb prints, and sheets that are published with the site when its profile says so."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.model.profile import read_profile
from tests.commune import Commune, publish, published, run, tree
from tests.conftest import ROOT
from tests.factory import profile_table
from tests.publishing.print.reading import text

# — the verb —

PROCEDURE = """---
code: "2.000815"
title: "Chứng thực bản sao từ bản chính"
sector: "Chứng thực"
decision: "1/QĐ-UBND"
---

## Cách thức thực hiện

| Hình thức nộp | Thời hạn giải quyết | Phí, lệ phí | Mô tả |
| --- | --- | --- | --- |
| Trực tiếp | Trong ngày | Phí: 2.000 đồng/trang | |
"""


@pytest.fixture
def commune(tmp_path) -> Commune:
    made = Commune(tmp_path / "content")
    made.write("thu-tuc/chung-thuc/2.000815.md", PROCEDURE)
    return made


def test_a_commune_without_procedures_and_a_missing_folder_are_wrong_use(tmp_path):
    Commune(tmp_path / "content").news("a")
    asked = run("print", "--content", tmp_path / "content", "--out", tmp_path / "print", cache=tmp_path / "cache")
    assert (asked.code, "Chưa có thủ tục hành chính nào" in asked.said) == (2, True)
    assert run("print", "--content", tmp_path / "none", cache=tmp_path / "cache").code == 2
    assert not (tmp_path / "print").exists()


def test_the_verb_prints_what_was_asked_for_and_tells_its_progress(commune, tmp_path):
    def asked(*more: str):
        return run("print", "--content", commune.content, "--out", tmp_path / "print", *more, cache=tmp_path / "cache")

    first = asked("--all")
    assert first.code == 0, first.said
    assert "[3/3]" in first.said
    assert "3 tệp PDF (3 dựng mới, 3 tệp thay đổi)" in first.said
    assert sorted(tree(tmp_path / "print")) == ["2.000815.pdf", "danh-muc.pdf", "linh-vuc/chung-thuc.pdf"]
    assert "1 tệp PDF (0 dựng mới, 0 tệp thay đổi)" in asked("--code", "2.000815.000.00.00.H61").said
    assert "Phí: 2.000 đồng/trang" in text((tmp_path / "print" / "2.000815.pdf").read_bytes())
    wrong = asked("--sector", "Chứng thưc đất")
    assert (wrong.code, "Có phải 'Chứng thực'?" in wrong.said) == (2, True)
    wrong = asked("--code", "2.000816")
    assert (wrong.code, "Có phải '2.000815'?" in wrong.said) == (2, True)


def test_refused_content_prints_nothing(commune, tmp_path):
    commune.news("hong", date="31/2/2026")
    asked = run("print", "--content", commune.content, "--out", tmp_path / "print", cache=tmp_path / "cache")
    assert asked.code == 1
    assert "tin-tuc/hong.md:3" in asked.said
    assert not (tmp_path / "print").exists()


# — published with the site —

SHEETS = ["thu-tuc/ban-in/1.001193.pdf", "thu-tuc/ban-in/2.000815.pdf", "thu-tuc/ban-in/danh-muc.pdf"]


def with_sheets(tmp_path: Path, of: bool = True) -> Path:
    """A commune with two current procedures and one that is abolished; its profile says whether sheets are published."""
    made = Commune(tmp_path / "content", print={"published": of})
    made.write("thu-tuc/chung-thuc/2.000815.md", PROCEDURE)
    made.write("thu-tuc/ho-tich/1.001193.md", PROCEDURE.replace("2.000815", "1.001193").replace('sector: "Chứng thực"', 'sector: "Hộ tịch"'))
    made.write("thu-tuc/ho-tich/1.000656.md", PROCEDURE.replace("2.000815", "1.000656").replace("\n---\n", '\nstatus: "Bãi bỏ"\nabolished_by: "2/QĐ-UBND"\n---\n', 1))
    return made.content


def sheets_of(files: dict[str, bytes]) -> list[str]:
    return [path for path in files if path.startswith("thu-tuc/ban-in/")]


def links_of(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Page → the sheets that it links."""
    found = {path: re.findall(r'href="([^"]*/?ban-in/[^"]*)"', data.decode()) for path, data in files.items() if path.endswith(".html")}
    return {path: links for path, links in found.items() if links}


def test_sheets_are_published_when_the_profile_says_so_and_their_pages_link_them(tmp_path):
    files = published(with_sheets(tmp_path), tmp_path / "public")
    assert sheets_of(files) == SHEETS
    assert "Phí: 2.000 đồng/trang" in text(files[SHEETS[1]])
    assert "Tổng số: 2 thủ tục" in text(files[SHEETS[2]])
    assert links_of(files) == {f"thu-tuc/{code}.html": [f"../thu-tuc/ban-in/{code}.pdf"] for code in ("1.001193", "2.000815")}
    assert "Bản in A4 (PDF)" in files["thu-tuc/1.001193.html"].decode()
    assert "thu-tuc/1.000656.html" in files


def test_publishing_again_makes_and_touches_nothing_and_a_change_makes_its_own_sheets(tmp_path):
    content, public = with_sheets(tmp_path), tmp_path / "public"
    published(content, public)
    before = {path: (public / path).stat() for path in SHEETS}
    again = publish(content, public)
    assert (again.code, "Không có gì thay đổi" in again.said, ".pdf" in again.said) == (0, True, False), again.said
    changed = content / "thu-tuc/chung-thuc/2.000815.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("Trong ngày", "Trong 2 giờ"), encoding="utf-8")
    other = publish(content, public)
    assert re.findall(r"\] ([\w.-]+)\.pdf", other.said) == ["2.000815", "danh-muc"], other.said
    after = {path: (public / path).stat() for path in SHEETS}
    assert [path for path in SHEETS if (after[path].st_ino, after[path].st_mtime_ns) != (before[path].st_ino, before[path].st_mtime_ns)] == SHEETS[1:]


def test_a_release_is_kept_without_the_cache_and_two_builds_are_the_same(tmp_path):
    content = with_sheets(tmp_path)
    first = published(content, tmp_path / "one" / "public")
    assert published(content, tmp_path / "two" / "public", PYTHONHASHSEED="7", WORKERS="4") == first
    again = publish(content, tmp_path / "one" / "public", cache=tmp_path / "other")
    assert (again.code, "Không có gì thay đổi" in again.said) == (0, True), again.said


def test_sheets_are_not_published_unless_the_profile_says_so(tmp_path):
    files = published(with_sheets(tmp_path, of=False), tmp_path / "public")
    assert (sheets_of(files), links_of(files)) == ([], {})
    with_sheets(tmp_path)
    assert sheets_of(published(tmp_path / "content", tmp_path / "public")) == SHEETS
    with_sheets(tmp_path, of=False)
    assert published(tmp_path / "content", tmp_path / "public") == files


def test_a_commune_without_procedures_publishes_no_sheet(tmp_path):
    made = Commune(tmp_path / "content", print={"published": True})
    made.news("a")
    assert sheets_of(published(made.content, tmp_path / "public")) == []


def test_check_makes_no_sheet(tmp_path):
    asked = run("check", "--content", with_sheets(tmp_path), cache=tmp_path / "cache")
    assert asked.code == 0, asked.said
    assert not (tmp_path / "cache" / "print").exists()


def test_the_preview_makes_no_sheet_and_links_none(tmp_path, monkeypatch):
    monkeypatch.setenv("CCHC_CACHE", str(tmp_path / "cache"))
    script = "import sys; from pathlib import Path; from commands.serve import Preview; Preview(Path(sys.argv[1])).build(Path(sys.argv[2]), '')"
    command = [sys.executable, "-c", script, str(tmp_path / "room"), str(with_sheets(tmp_path))]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    files = tree(tmp_path / "room" / "1")
    assert "thu-tuc/1.001193.html" in files
    assert (sheets_of(files), links_of(files)) == ([], {})


def test_a_site_that_cannot_make_its_sheets_says_why_and_stays_as_it_is(tmp_path):
    content, public = with_sheets(tmp_path, of=False), tmp_path / "public"
    before = published(content, public)
    with_sheets(tmp_path)
    (tmp_path / "without" / "weasyprint").mkdir(parents=True)
    (tmp_path / "without" / "weasyprint" / "__init__.py").write_text("raise ImportError('weasyprint')")
    asked = publish(content, public, PYTHONPATH=f"{tmp_path / 'without'}{os.pathsep}{ROOT}")
    assert (asked.code, "thiếu thư viện Python 'weasyprint'" in asked.said) == (2, True), asked.said
    assert "Traceback" not in asked.said
    assert tree(public) == before


@pytest.mark.parametrize("typed", ["có", "true", 1])
def test_the_key_is_a_plain_true_or_false(typed):
    made, problems = read_profile(profile_table(print={"published": typed}))
    assert (made, [problem.code for problem in problems]) == (None, ["profile-value"])
    assert "true hoặc false" in problems[0].remedy
