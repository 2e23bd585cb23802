"""A disk that is full or read-only, files that may not be read, two publishers at once: told clearly, nothing lost, then it works."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commune import Commune, Outcome, publish, published, tree
from tests.faults.driver import BECOME_NOBODY, NOBODY, Warm, command, nobody_may_read_the_program

LEVELS = 9
needs_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root, to mount a small disk and to become another user")


def write(base: Path, title: str, items: int) -> Commune:
    commune = Commune(base / "content")
    commune.picture("hinh-anh/anh.png")
    for number in range(items):
        commune.news(f"bai-{number:02d}", title=f"{title} {number}", date=f"{1 + number % 28}/3/2026", image="hinh-anh/anh.png", image_alt="Ảnh")
    return commune


class Disk:
    """A small file system in memory, of which the size can be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.mount("size=100m")

    def mount(self, options: str) -> None:
        again = "remount," if self.folder.is_mount() else ""
        subprocess.run(["mount", "-t", "tmpfs", "-o", again + options, "tmpfs", str(self.folder)], check=True)

    @property
    def used(self) -> int:
        found = os.statvfs(self.folder)
        return (found.f_blocks - found.f_bfree) * found.f_frsize


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    made = Disk(tmp_path / "disk")
    yield made
    subprocess.run(["umount", "-l", str(made.folder)], check=True)


def refused(outcome: Outcome) -> None:
    """Ended with 2 and a sentence in Vietnamese, without anything of the program's inside."""
    assert outcome.code == 2, outcome.said
    assert "Không ghi được" in outcome.said
    assert "Traceback" not in outcome.said


@needs_root
def test_a_disk_that_is_full_at_any_level_keeps_the_old_site_and_room_for_more_is_all_it_takes(disk: Disk, warm: Warm):
    base = disk.folder
    write(base, "Cũ", 5)
    assert warm.publish(base).code == 0
    old = tree(base / "public")
    write(base, "Mới", 30)
    before = disk.used
    kept = base.with_name("kept")
    subprocess.run(["cp", "-a", base, kept], check=True)
    assert warm.publish(base).code == 0
    new, need = tree(base / "public"), disk.used - before
    stopped = 0
    for level in range(LEVELS):
        disk.mount("size=100m")
        for path in base.iterdir():
            shutil.rmtree(path)
        subprocess.run(["cp", "-a", f"{kept}/.", base], check=True)
        disk.mount(f"size={before + need * level // LEVELS}")
        outcome = warm.publish(base)
        if outcome.code:
            stopped += 1
            refused(outcome)
            assert tree(base / "public") == old
        else:  # a cache without room is no error
            assert tree(base / "public") == new
        disk.mount("size=100m")
        assert warm.publish(base).code == 0
        assert tree(base / "public") == new
    assert stopped >= LEVELS - 2


@needs_root
def test_a_read_only_disk_keeps_the_old_site(disk: Disk, warm: Warm):
    base = disk.folder
    write(base, "Cũ", 3)
    assert warm.publish(base).code == 0
    old = tree(base / "public")
    write(base, "Mới", 3)
    disk.mount("ro")
    refused(warm.publish(base))
    disk.mount("rw")
    assert tree(base / "public") == old
    assert warm.publish(base).code == 0
    assert tree(base / "public") != old


@pytest.fixture
def others(memory: Path, request: pytest.FixtureRequest) -> Path:
    """A published commune that belongs to a user who is not root, for whom permissions count."""
    if not nobody_may_read_the_program():
        pytest.skip("needs root, setpriv (util-linux), and a program that other users may read")
    memory.chmod(0o755)
    base = memory / request.node.name
    write(base, "Cũ", 3)
    (base / "out").mkdir()
    os.chown(base / "out", NOBODY, NOBODY)
    assert command(base, *BECOME_NOBODY).code == 0
    return base


def test_what_may_not_be_read_is_named_all_at_once_and_the_old_site_stays(others: Path):
    old = tree(others / "out" / "public")
    content = others / "content"
    (content / "tin-tuc" / "kin").mkdir(mode=0o700)
    closed = ["tin-tuc/bai-00.md", "hinh-anh/anh.png", "tin-tuc/kin"]
    for path in closed:
        (content / path).chmod(0)
    outcome = command(others, *BECOME_NOBODY)
    assert outcome.code == 1, outcome.said
    assert [path for path in closed if path not in outcome.said] == [], outcome.said
    assert "Traceback" not in outcome.said
    assert tree(others / "out" / "public") == old
    for path in closed:
        (content / path).chmod(0o755)
    assert command(others, *BECOME_NOBODY).code == 0


def test_a_place_that_may_not_be_written_is_told_and_the_old_site_stays(others: Path):
    out = others / "out"
    old = tree(out / "public")
    write(others, "Mới", 3)
    for path in (out / ".public.cchc", out):
        path.chmod(0o555)
        os.chown(path, 0, 0)
    refused(command(others, *BECOME_NOBODY))
    assert tree(out / "public") == old
    refused(command(others, *BECOME_NOBODY, public="content-2/public"))


def test_of_two_publishers_the_second_is_sent_away_and_the_first_ends_well(memory: Path, warm: Warm, request: pytest.FixtureRequest):
    base = memory / request.node.name
    commune = write(base, "Cũ", 3)
    assert warm.publish(base).code == 0
    old = tree(base / "public")
    write(base, "Mới", 3)
    first = warm.start(base)
    while not (base / ".public.cchc" / "next").exists():  # then it holds the lock
        time.sleep(0.001)
    os.kill(first, signal.SIGSTOP)
    second = publish(commune.content, base / "public", cache=base / "cache")
    held = tree(base / "public")
    os.kill(first, signal.SIGCONT)
    assert warm.end().code == 0
    assert (second.code, "Đang có lượt đăng khác" in second.said) == (2, True), second.said
    assert held == old
    assert tree(base / "public") == published(commune.content, base / "fresh" / "public")


def test_a_clock_set_back_before_the_last_release_is_told(memory: Path, warm: Warm, request: pytest.FixtureRequest):
    base = memory / request.node.name
    commune = write(base, "Cũ", 3)
    assert warm.publish(base).code == 0
    old = tree(base / "public")
    commune.news("bai-00", title="Sửa", date="1/3/2026")
    outcome = warm.publish(base, "--now", "2026-05-01T08:00")
    assert outcome.code == 1, outcome.said
    assert "đồng hồ" in outcome.said
    assert tree(base / "public") == old
    assert warm.publish(base).code == 0
    assert tree(base / "public") != old
