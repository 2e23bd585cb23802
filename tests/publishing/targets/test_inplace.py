"""Sending in place, over a real folder: what is cut anywhere is whole everywhere, and is finished by the next run."""

import json
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.changes import compare
from publishing.targets.contract import MANIFEST, Entry, Manifest, Release, TargetRefused
from publishing.targets.inplace import MovingStore, Store, TargetFull, send, temporary
from publishing.targets.journal import JOURNAL, Journal
from tests.publishing.targets.linked_site import faults, files_in, is_exactly, site
from tests.publishing.targets.publisher import bytes_of_release, held_by, release_of

EDITIONS = 4


@dataclass
class FolderStore:
    """Files of a folder, each put in one step, as an object store does. After ``left`` steps the line is cut."""

    root: Path
    left: int = 10**9
    steps: int = 0

    def get(self, path: str) -> bytes | None:
        self._step()
        return (self.root / path).read_bytes() if (self.root / path).is_file() else None

    def put(self, path: str, data: bytes) -> None:
        self._step()
        self._write(temporary(path), data)
        self._step()
        (self.root / temporary(path)).replace(self.root / path)

    def drop(self, path: str) -> None:
        self._step()
        (self.root / path).unlink(missing_ok=True)
        self._step()
        for folder in (self.root / path).parents:
            if folder == self.root or (folder.exists() and any(folder.iterdir())):
                break
            if folder.exists():
                folder.rmdir()

    def list(self) -> Mapping[str, int]:
        self._step()
        return {path: len(data) for path, data in files_in(self.root).items()}

    def _write(self, path: str, data: bytes) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data if self.left else data[: len(data) // 2])

    def _step(self) -> None:
        if self.left <= 0:
            raise TargetRefused("Kết nối bị ngắt.")
        self.left -= 1
        self.steps += 1


@dataclass
class MovingFolder(FolderStore):
    """The same where files can be sent beside and moved."""

    room: int = 10**9

    def put(self, path: str, data: bytes) -> None:
        self.upload(temporary(path), data)
        self.move(temporary(path), path)

    def upload(self, path: str, data: bytes) -> None:
        self._step()
        if sum(map(len, files_in(self.root).values())) + len(data) > self.room:
            raise TargetFull("Hết chỗ.")
        self._write(path, data)

    def move(self, path: str, onto: str) -> None:
        self._step()
        (self.root / path).replace(self.root / onto)


KINDS: tuple[Callable[..., FolderStore], ...] = (FolderStore, MovingFolder)


@pytest.fixture(scope="module")
def releases(tmp_path_factory) -> list[Release]:
    folder = tmp_path_factory.mktemp("dựng")
    return [release_of(folder, n, site(n, pages=5)) for n in range(1, EDITIONS + 1)]


def publish(store: Store, release: Release, told: dict[str, int] | None = None) -> None:
    held = held_by(store.get(MANIFEST))
    send(store, release, held, compare(held, release.manifest), ({} if told is None else told).__setitem__)


def holding(root: Path, release: Release) -> Path:
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(release.folder, root)
    (root / MANIFEST).write_bytes(release.signed)
    return root


def test_the_stores_of_this_file_are_what_sending_wants(tmp_path):
    assert isinstance(MovingFolder(tmp_path), MovingStore)
    assert not isinstance(FolderStore(tmp_path), MovingStore)


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_and_a_next_release_become_the_tree_with_their_manifest(kind, tmp_path, releases):
    for release in releases:
        publish(kind(tmp_path / "public"), release)
        assert is_exactly(tmp_path / "public", release)


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_that_changed_is_told_with_its_bytes_and_no_other_is_sent(kind, tmp_path, releases):
    old, new = releases[:2]
    told: dict[str, int] = {}
    publish(kind(holding(tmp_path / "public", old)), new, told)
    put = compare(old.manifest, new.manifest).put
    assert told == {path: new.manifest.files[path].size for path in put}
    assert len(told) < len(new.manifest.files)


@pytest.mark.parametrize("kind", KINDS)
def test_at_every_step_of_a_sending_files_are_whole_links_live_and_the_next_run_completes(kind, tmp_path, releases):
    old, new = releases[:2]
    whole = kind(holding(tmp_path / "public", old))
    publish(whole, new)
    for left in range(whole.steps):
        root = holding(tmp_path / "public", old)
        with pytest.raises(TargetRefused):
            publish(kind(root, left=left), new)
        assert not faults(files_in(root), old, new), left
        publish(kind(root), new)
        assert is_exactly(root, new), left


@settings(max_examples=60)
@given(runs=st.lists(st.tuples(st.integers(0, EDITIONS - 1), st.integers(0, 120)), max_size=5), kind=st.sampled_from(KINDS), last=st.integers(0, EDITIONS - 1))
def test_whatever_was_cut_in_whatever_order_the_next_whole_run_puts_right(runs, kind, last, releases, tmp_path_factory):
    root = holding(tmp_path_factory.mktemp("public"), releases[0])
    for edition, left in runs:
        with suppress(TargetRefused):
            publish(kind(root, left=left), releases[edition])
        assert not faults(files_in(root), *releases)
    publish(kind(root), releases[last])
    assert is_exactly(root, releases[last])


@pytest.mark.parametrize("kind", KINDS)
def test_two_cuts_of_two_releases_anywhere_and_the_first_of_them_again_end_well(kind, tmp_path, releases):
    old, new, newest = releases[:3]
    whole = kind(holding(tmp_path / "public", old))
    publish(whole, new)
    for left in range(2, whole.steps, 3):
        with pytest.raises(TargetRefused):
            publish(kind(holding(tmp_path / "public", old), left=left), new)
        shutil.rmtree(tmp_path / "cut", ignore_errors=True)
        (tmp_path / "public").rename(tmp_path / "cut")
        for again in range(4, whole.steps, 5):
            root = tmp_path / "public"
            shutil.copytree(tmp_path / "cut", root)
            with suppress(TargetRefused):
                publish(kind(root, left=again), newest)
            assert not faults(files_in(root), old, new, newest), (left, again)
            publish(kind(root), new)
            assert is_exactly(root, new), (left, again)
            shutil.rmtree(root)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_somebody_took_away_after_a_cut_is_sent_again(kind, tmp_path):
    release = release_of(tmp_path, 1, {f"trang-{n}.html": f"{n}" for n in range(120)})
    root = tmp_path / "public"
    with pytest.raises(TargetRefused):
        publish(kind(root, left=200), release)
    sorted(path for path in root.iterdir() if path.suffix == ".html")[0].write_bytes(b"")
    publish(kind(root), release)
    assert is_exactly(root, release)


def test_while_bytes_travel_readers_have_exactly_the_old_site(tmp_path, releases):
    old, new = releases[:2]
    root = holding(tmp_path / "public", old)
    there: list[dict[str, bytes]] = []
    held = held_by(old.signed)
    send(MovingFolder(root), new, held, compare(held, new.manifest), lambda *_: there.append(files_in(root)))
    for moment in there:
        assert {path: data for path, data in moment.items() if path in old.manifest.files} == bytes_of_release(old)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_cut_run_had_sent_is_not_sent_again(kind, tmp_path):
    many = {f"trang-{n}.html": f"{n}" for n in range(200)}
    release = release_of(tmp_path, 1, many)
    with pytest.raises(TargetRefused):
        publish(kind(tmp_path / "public", left=330), release)
    told: dict[str, int] = {}
    publish(kind(tmp_path / "public"), release, told)
    assert told.keys() == many.keys()
    assert sum(size > 0 for size in told.values()) < 110


def size_of(root: Path) -> int:
    return sum(map(len, files_in(root).values()))


def test_a_full_target_keeps_the_old_site_and_gets_its_room_back(tmp_path, releases):
    old = releases[0]
    large = release_of(tmp_path / "dựng", 2, {**site(2, pages=5), "tai-lieu/lon.pdf": bytes(50_000), "tai-lieu/vua.pdf": bytes(9_000)})
    root = holding(tmp_path / "public", old)
    with pytest.raises(TargetFull):
        publish(MovingFolder(root, room=size_of(root) + 52_000), large)
    assert not [path for path in files_in(root) if path.endswith("~cchc")]
    assert not faults(files_in(root), old)
    publish(MovingFolder(root), large)
    assert is_exactly(root, large)


def test_what_a_cut_run_left_is_cleared_away_before_anything_needs_its_room(tmp_path, releases):
    old, smaller = releases[:2]
    large = release_of(tmp_path / "dựng", 2, {**site(2, pages=5), "tai-lieu/lon.pdf": bytes(50_000)})
    root = holding(tmp_path / "public", old)
    with pytest.raises(TargetRefused):
        publish(MovingFolder(root, left=12), large)
    assert size_of(root) > 50_000
    publish(MovingFolder(root, room=size_of(root)), smaller)
    assert is_exactly(root, smaller)


@pytest.mark.parametrize("kind", KINDS)
def test_a_journal_that_cannot_be_read_puts_everything_in_doubt(kind, tmp_path, releases):
    root = holding(tmp_path / "public", releases[0])
    (root / "index.html").write_bytes(b"x" * len((root / "index.html").read_bytes()))
    (root / JOURNAL).write_bytes(b'{"paths": ')
    publish(kind(root), releases[0])
    assert is_exactly(root, releases[0])


@pytest.mark.parametrize("kind", KINDS)
def test_files_of_others_stay(kind, tmp_path, releases):
    root = holding(tmp_path / "public", releases[0])
    (root / "tin-tuc" / "google123.html").write_text("của người khác", encoding="utf-8")
    publish(kind(root), releases[1])
    assert (root / "tin-tuc" / "google123.html").exists()


def test_a_journal_never_leads_out_of_the_folder():
    manifest = Manifest(1, datetime(2026, 11, 22, tzinfo=UTC), {"a.html": Entry(1, "0" * 64)}, "")
    paths = {"../b": None, "/etc/passwd": None, "a/../../b": None, "a\\b": None, "": None, "tin/a.html": None}
    written = json.dumps({"paths": paths, "done": [], "placing": True}).encode()
    assert Journal.read(written, None, manifest).paths == {"tin/a.html": None}


def test_a_file_of_the_build_that_was_changed_while_it_was_sent_is_refused_and_nothing_is_replaced(tmp_path, releases):
    old = releases[0]
    new = release_of(tmp_path / "dựng", 2, site(2, pages=5))
    (new.folder / "index.html").write_text("đang sửa dở", encoding="utf-8")
    root = holding(tmp_path / "public", old)
    with pytest.raises(TargetRefused, match=r"index\.html.*bị đổi trong lúc gửi"):
        publish(MovingFolder(root), new)
    assert not faults(files_in(root), old)
