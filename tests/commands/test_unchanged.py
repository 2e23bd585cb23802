"""When nothing changed, publishing says so before anything is loaded; with the least doubt it builds."""

import os
import time
from pathlib import Path

import pytest

from commands import unchanged
from tests.commune import Commune, publish, tree

OLD = 1_600_000_000


@pytest.fixture
def commune(tmp_path):
    made = Commune(tmp_path / "content")
    made.news("mot", date="1/5/2026")
    age(made.content)
    return made


def age(folder: Path) -> None:
    """As if the files had been written long ago: their entry in the folder cannot be set back, so a moment must pass."""
    time.sleep(0.2)
    for path in folder.rglob("*"):
        os.utime(path, (OLD, OLD))


def at_once(outcome) -> bool:
    assert outcome.code == 0, outcome.said
    return "Không có gì thay đổi." in outcome.said and "Thời điểm dựng" not in outcome.said


@pytest.mark.slow
def test_the_second_publish_is_answered_at_once_with_the_same_report_until_something_changes(commune, tmp_path):
    public = tmp_path / "public"
    time.sleep(0.2)
    first = publish(commune.content, public)
    assert not at_once(first)
    second = publish(commune.content, public)
    assert at_once(second)
    assert "Tìm thấy 1 bài: 1 đăng" in second.said
    before = tree(public)
    commune.news("hai", date="2/5/2026")
    assert not at_once(publish(commune.content, public))
    assert tree(public) != before


@pytest.mark.slow
@pytest.mark.parametrize("doubt", ["page", "manifest", "extra", "environ", "options"])
def test_any_doubt_builds(doubt, commune, tmp_path):
    public = tmp_path / "public"
    time.sleep(0.2)
    publish(commune.content, public)
    environ = {}
    if doubt == "page":
        (public / "index.html").write_text("thay", encoding="utf-8")
    if doubt == "manifest":
        (tmp_path / ".public.cchc" / "manifest.json").unlink()
    if doubt == "extra":
        (public / "la.php").write_text("<?php", encoding="utf-8")
    if doubt == "environ":
        environ["NOW"] = "2026-06-02T08:00"
    if doubt == "options":
        environ["CCHC_OTHER"] = "1"
    outcome = publish(commune.content, public, **environ)
    assert doubt == "manifest" or outcome.code == 0, outcome.said
    assert "Thời điểm dựng" in outcome.said or doubt == "manifest"


def test_a_file_written_a_moment_ago_may_be_written_again_within_the_same_tick(commune):
    commune.write("trang/moi.md", "---\ntitle: Mới\n---\nChữ.\n")
    assert not unchanged.look(commune.content, ()).settled


def test_what_is_not_valid_any_more_is_no_answer(commune, tmp_path):
    public = tmp_path / "public"
    (tmp_path / ".public.cchc").mkdir()
    (tmp_path / ".public.cchc" / "manifest.json").write_text("{}", encoding="utf-8")
    public.mkdir()
    before = unchanged.Before(unchanged.look(commune.content, ()).digest, True)
    now = time.time()
    for valid, told in (((0.0, now + 99), "báo cáo"), ((0.0, now - 1), None), ((now + 99, now + 199), None)):
        unchanged.remember(before, public, valid, "báo cáo")
        assert unchanged.report_of_same(before, public) == told
    unchanged.remember(before, public, (0.0, now + 99), "báo cáo")
    unchanged.forget(public)
    assert unchanged.report_of_same(before, public) is None
