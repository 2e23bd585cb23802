"""Publishing to a folder: one switch, nothing of others lost, three earlier releases kept."""

import sys

import pytest
from filelock import FileLock

from publishing import folder as folder_module
from publishing.folder import KEPT, FolderTarget, TargetRefused, changes
from publishing.switch import exchange
from tests.commune import tree


@pytest.fixture
def target(tmp_path) -> FolderTarget:
    return FolderTarget(tmp_path / "public")


def release(target: FolderTarget, text: str) -> None:
    """One publish by hand."""
    with target.locked():
        target.prepare()
        (target.staging / "index.html").write_text(text, encoding="utf-8")
        target.manifest_next.write_text(text, encoding="utf-8")
        target.switch()


def test_a_first_release_becomes_the_public_folder(target):
    release(target, "một")
    assert tree(target.public) == {"index.html": "một".encode()}
    assert not target.staging.exists()


@pytest.mark.parametrize("atomic", [True, False], ids=["exchange", "two renames"])
def test_a_next_release_takes_the_place_of_the_last_which_is_kept(atomic, target, monkeypatch):
    if not atomic:
        monkeypatch.setattr(folder_module, "exchange", lambda *_: False)
    for text in ("1", "2", "3", "4", "5", "6"):
        release(target, text)
    assert tree(target.public) == {"index.html": b"6"}
    kept = sorted((target.state / "previous").iterdir())
    assert [tree(one)["index.html"] for one in kept] == [b"3", b"4", b"5"]
    assert len(kept) == KEPT


def test_a_publisher_killed_between_two_renames_is_mended_by_the_next(target):
    release(target, "1")
    release(target, "2")
    target.public.rename(target.state / "previous" / "000002")
    with target.locked():
        target.prepare()
    assert tree(target.public) == {"index.html": b"2"}


def test_a_folder_with_files_of_others_is_never_replaced(target):
    target.public.mkdir()
    (target.public / "quan-trong.txt").write_text("của người khác", encoding="utf-8")
    with target.locked(), pytest.raises(TargetRefused, match="đã có tệp không do chương trình này tạo ra"):
        target.prepare()
    assert (target.public / "quan-trong.txt").exists()


def test_an_empty_folder_may_be_published_to(target):
    target.public.mkdir()
    release(target, "một")
    assert tree(target.public) == {"index.html": "một".encode()}


def test_a_link_or_a_file_in_the_place_of_the_folder_is_refused(target, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    target.public.symlink_to(tmp_path / "elsewhere")
    with target.locked(), pytest.raises(TargetRefused, match="không phải thư mục thường"):
        target.prepare()
    target.public.unlink()
    target.public.write_text("")
    with target.locked(), pytest.raises(TargetRefused, match="không phải thư mục thường"):
        target.prepare()


def test_two_publishers_do_not_work_at_once(target):
    target.state.mkdir()
    with FileLock(target.state / "lock"), pytest.raises(TargetRefused, match="Đang có lượt đăng khác"), target.locked():
        pass
    with target.locked():
        pass


def test_what_was_staged_is_thrown_away_when_it_may_not_go_out(target):
    with target.locked():
        target.prepare()
        (target.staging / "index.html").write_text("hỏng", encoding="utf-8")
        target.discard()
    assert not target.public.exists()
    assert not target.staging.exists()


def test_strangers_in_the_public_folder_are_named(target):
    release(target, "1")
    (target.public / "google123.html").write_text("")
    assert target.strangers({"index.html"}) == ["google123.html"]


def test_changes_count_what_is_new_changed_and_gone():
    assert changes({"a": "1", "b": "1", "c": "1"}, {"b": "1", "c": "2", "d": "1", "e": "1"}) == (2, 1, 1)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="renameat2 is Linux's")
def test_exchange_swaps_two_folders_or_says_that_it_cannot(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text("")
    if exchange(tmp_path / "a", tmp_path / "b"):
        assert (tmp_path / "a" / "b").exists()
        assert (tmp_path / "b" / "a").exists()
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "a", tmp_path / "missing")


def test_a_publisher_killed_between_the_first_switch_and_its_manifest_is_mended_by_the_next(target):
    release(target, "1")
    target.manifest.rename(target.manifest_next)
    with target.locked():
        target.prepare()
    assert target.manifest.read_text(encoding="utf-8") == "1"


def test_nobody_but_the_publisher_reads_what_was_withdrawn(target):
    release(target, "1")
    assert target.state.stat().st_mode & 0o077 == 0
