"""Going back: the last good release again, byte for byte, and from any moment of a kill."""

import os
import shutil
import time
from pathlib import Path

import pytest

from plugins.press.manifest import Written, read_manifest, write_manifest
from publishing import folder as folder_module
from publishing.folder import FolderTarget, TargetRefused
from publishing.rollback import choose, entries_of, put_back
from publishing.targets.contract import MANIFEST, Entry
from tests.commune import Commune, Outcome, publish, run, tree


def rows(path: Path) -> dict[str, Entry]:
    return {name: Entry(one.size, one.sha256) for name, one in read_manifest(path).items()}


def release(target: FolderTarget, text: str) -> None:
    """One publish by hand, with a manifest as the press writes it."""
    with target.locked():
        target.prepare()
        (target.staging / "index.html").write_text(text, encoding="utf-8")
        (target.staging / "a").mkdir()
        (target.staging / "a" / "b.html").write_text("bền", encoding="utf-8")
        files = {path: Written("", e.size, e.sha256, (target.staging / path).stat().st_mtime_ns) for path, e in entries_of(target.staging).items()}
        write_manifest(target.manifest_next, files)
        target.switch()


def back(target: FolderTarget) -> None:
    with target.locked():
        target.recover()
        choice = choose(target, rows)
        shutil.copy2(choice.release.manifest, target.manifest_next)
        put_back(target, choice)


def text(target: FolderTarget) -> str:
    assert rows(target.manifest) == entries_of(target.public), "the manifest is not that of what is public"
    return (target.public / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def target(tmp_path) -> FolderTarget:
    made = FolderTarget(tmp_path / "public")
    for number in "1234":
        release(made, number)
    return made


@pytest.mark.parametrize("atomic", [True, False], ids=["exchange", "two renames"])
def test_each_rollback_goes_one_release_further_back(atomic, target, monkeypatch):
    if not atomic:
        monkeypatch.setattr(folder_module, "exchange", lambda *_: False)
    for expected in "321":
        back(target)
        assert text(target) == expected
    with pytest.raises(TargetRefused, match="Không có bản nào trước bản đang đăng"):
        back(target)
    assert text(target) == "1"


def test_what_was_taken_away_does_not_come_back_by_another_rollback(target):
    back(target)
    release(target, "5")
    back(target)
    assert text(target) == "3"
    back(target)
    assert text(target) == "2"


def test_what_was_taken_away_is_set_aside_until_the_next_publish(target):
    back(target)
    assert (target.undone / "index.html").read_text(encoding="utf-8") == "4"
    release(target, "5")
    assert not target.undone.exists()


def test_releases_and_their_manifests_come_and_go_together(target):
    for number in "56":
        release(target, number)
    assert [one.folder.name for one in target.earlier()] == ["000003", "000004", "000005"]
    assert sorted(path.stem for path in (target.state / "manifests").iterdir()) == ["000003", "000004", "000005"]
    back(target)
    assert sorted(path.stem for path in (target.state / "manifests").iterdir()) == ["000003", "000004"]


def test_a_release_that_was_changed_since_is_passed_over(target):
    (target.previous / "000003" / "index.html").write_text("bị sửa", encoding="utf-8")
    assert choose(target, rows).damaged == ("000003",)
    back(target)
    assert text(target) == "2"


def test_when_every_earlier_release_is_damaged_nothing_is_switched(target):
    for one in target.earlier():
        (one.folder / "a" / "b.html").unlink()
    with pytest.raises(TargetRefused, match="3 bản trước đã bị sửa hoặc hỏng"):
        back(target)
    assert text(target) == "4"


def test_releases_of_an_older_program_have_no_manifest_and_can_be_put_back(target):
    shutil.rmtree(target.state / "manifests")
    choice = choose(target, rows)
    assert choice.files == entries_of(target.previous / "000003")


class Killed(BaseException):
    """As SIGKILL: nothing is cleaned up after it."""


def kill_at(monkeypatch, moment: int) -> None:
    """Every change of the file system counts one; at the moment's, the program is gone."""
    left = [moment]

    def counted(real):
        def call(*args, **kwargs):
            if left[0] == 0:
                raise Killed
            left[0] -= 1
            return real(*args, **kwargs)

        return call

    for name in ("rename", "replace", "unlink", "mkdir", "write_text", "hardlink_to"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    monkeypatch.setattr(folder_module, "exchange", counted(folder_module.exchange))


def test_a_kill_at_any_moment_leaves_a_whole_site_and_the_next_rollback_goes_the_same_step(tmp_path):
    seen = set()
    for moment in range(60):
        target = FolderTarget(tmp_path / str(moment) / "public")
        target.public.parent.mkdir()
        for number in "123":
            release(target, number)
        with pytest.MonkeyPatch.context() as patch:
            kill_at(patch, moment)
            try:
                back(target)
                break
            except Killed:
                assert moment < 59
        served = tree(target.public)["index.html"].decode()
        assert served in "23", moment
        with target.locked():
            target.recover()
        assert text(target) == served, moment
        if served == "3":
            back(target)
        assert text(target) == "2", moment
        seen.add(served)
        back(target)
        assert text(target) == "1", moment
    assert seen == {"2", "3"}


def test_a_kill_at_any_moment_of_a_publish_loses_no_earlier_release(tmp_path):
    seen = set()
    for moment in range(60):
        target = FolderTarget(tmp_path / str(moment) / "public")
        target.public.parent.mkdir()
        for number in "12":
            release(target, number)
        with pytest.MonkeyPatch.context() as patch:
            kill_at(patch, moment)
            try:
                release(target, "3")
                break
            except Killed:
                assert moment < 59
        with target.locked():
            target.recover()
        served = text(target)
        assert served in "23", moment
        back(target)
        assert text(target) == str(int(served) - 1), moment
        seen.add(served)
    assert seen == {"2", "3"}


# — as a person runs it —


def rollback(commune: Commune, public: Path, *more: str) -> Outcome:
    return run("rollback", "--content", commune.content, "--public", public, *more, cache=public.parent / "cache")


def served(folder: Path) -> dict[str, bytes]:
    found = tree(folder / "current")
    found.pop(MANIFEST)
    return found


@pytest.mark.slow
def test_the_rolled_back_release_is_byte_identical_here_and_at_every_target_that_can(tmp_path):
    profile = {"publish.kho": {"kind": "folder", "path": "kho"}, "publish.giao": {"kind": "zip", "file": "giao.zip"}}
    commune, public = Commune(tmp_path / "content", **profile), tmp_path / "public"
    (tmp_path / "kho").mkdir()
    states = []
    for name in ("mot", "hai", "ba"):
        commune.news(f"bai-{name}")
        assert publish(commune.content, public).code == 0
        states.append(tree(public))
    handed_over = (tmp_path / "giao.zip").read_bytes()
    for state in (states[1], states[0]):
        outcome = rollback(commune, public)
        assert outcome.code == 0, outcome.said
        assert tree(public) == served(tmp_path / "kho") == state
        assert "giao: không lùi được" in outcome.said
    assert (tmp_path / "giao.zip").read_bytes() == handed_over
    outcome = rollback(commune, public)
    assert outcome.code == 2
    assert "Không có bản nào trước" in outcome.said
    outcome = publish(commune.content, public)
    assert outcome.code == 0, outcome.said
    assert tree(public) == served(tmp_path / "kho") == states[2]
    outcome = run("log", "--public", public, cache=tmp_path / "cache")
    assert outcome.code == 0, outcome.said
    assert outcome.said.count("quay lại bản trước") == 2


@pytest.mark.slow
def test_a_target_that_failed_gets_the_same_release_without_going_further_back(tmp_path):
    commune, public, kho = Commune(tmp_path / "content", **{"publish.kho": {"kind": "folder", "path": "kho"}}), tmp_path / "public", tmp_path / "kho"
    kho.mkdir()
    for name in ("mot", "hai", "ba"):
        commune.news(f"bai-{name}")
        publish(commune.content, public)
    kho.rename(tmp_path / "tat-may")
    outcome = rollback(commune, public)
    assert outcome.code == 2
    assert "make rollback RESEND=1" in outcome.said
    gone_back = tree(public)
    (tmp_path / "tat-may").rename(kho)
    outcome = rollback(commune, public, "--resend", "--target", "kho")
    assert outcome.code == 0, outcome.said
    assert tree(public) == served(kho) == gone_back


def test_a_rollback_where_nothing_was_published_is_told(tmp_path):
    commune = Commune(tmp_path / "content")
    outcome = rollback(commune, tmp_path / "public")
    assert outcome.code == 2
    assert "Chưa từng đăng vào" in outcome.said
    assert os.listdir(tmp_path) == ["content"]


def test_two_thousand_pages_are_put_back_within_five_seconds(tmp_path):
    target = FolderTarget(tmp_path / "public")
    for number in "12":
        with target.locked():
            target.prepare()
            for page in range(2000):
                (target.staging / f"{page}.html").write_text(number * 5000, encoding="utf-8")
            files = {path: Written("", e.size, e.sha256, 0) for path, e in entries_of(target.staging).items()}
            write_manifest(target.manifest_next, files)
            target.switch()
    began = time.monotonic()
    back(target)
    assert time.monotonic() - began < 5
    assert (target.public / "7.html").read_text(encoding="utf-8") == "1" * 5000
