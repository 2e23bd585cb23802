"""The command itself, in a process of its own: exit codes, and the public folder after a refusal."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .cases import ALL
from .commune import GOOD, lay
from .line import ROOT

Run = Callable[..., "subprocess.CompletedProcess[str]"]
_BY_ID = {case.id: case for case in ALL}
# One of each kind of refusal; the others are judged in test_hostile.py, in this process.
REFUSED = ("date-words", "utf16-nobom", "nul-body", "slug-dup", "symlink-loop", "fifo-item", "brackets", "attach-far", "php-static")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    cache = tmp_path_factory.mktemp("cache")

    def publish(content: Path, public: Path, *more: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "commands", "publish", "--content", str(content), "--public", str(public), "--now", "2026-11-16T08:00", *more]
        environ = {**os.environ, "CCHC_NO_VENV": "1", "CCHC_CACHE": str(cache), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=15, check=False)
        assert "Traceback" not in done.stdout + done.stderr
        return done

    return publish


@pytest.fixture(scope="module")
def published(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to which the good commune has been published."""
    folder = tmp_path_factory.mktemp("published")
    lay(folder / "content", GOOD)
    done = run(folder / "content", folder / "public")
    assert done.returncode == 0, done.stderr
    return folder / "public"


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {str(p.relative_to(folder)): (p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("case_id", REFUSED)
def test_refused_content_ends_with_1_and_what_was_public_stays(case_id: str, run: Run, published: Path, tmp_path: Path) -> None:
    """The earlier site is byte-identical, the report names the file, the line and the remedy."""
    case, before = _BY_ID[case_id], snapshot(published)
    lay(tmp_path, {**GOOD, **case.files}, case.links, case.fifos)
    done = run(tmp_path, published)
    assert done.returncode == 1
    assert snapshot(published) == before
    path, line, code = case.problems[0]
    assert f"{path}:{line}: " in done.stderr or (not line and path in done.stderr)
    assert code in done.stderr
    assert "→" in done.stderr
    assert not (published.parent / f".{published.name}.cchc" / "next").exists()


def test_every_published_kind_ends_with_0(run: Run, tmp_path: Path) -> None:
    """Sanitised, warned, honest and withheld inputs together are published by the command itself."""
    cases = [c for c in ALL if c.is_one_item and c.expected in {"ok", "sanitised", "warning", "withheld"} and len(c.own_bytes) < 50_000]
    lay(tmp_path / "content", {**GOOD, **{case.own_path: case.own_bytes for case in cases}})
    done = run(tmp_path / "content", tmp_path / "public")
    assert done.returncode == 0, done.stderr[-3000:]
    assert (tmp_path / "public" / "index.html").is_file()
    assert "nháp" in done.stderr


def test_a_missing_content_folder_ends_with_2(run: Run, published: Path, tmp_path: Path) -> None:
    before = snapshot(published)
    done = run(tmp_path / "khong-co", published)
    assert done.returncode == 2
    assert snapshot(published) == before
    assert "khong-co" in done.stderr


def test_a_public_folder_below_a_file_ends_with_2(run: Run, tmp_path: Path) -> None:
    lay(tmp_path / "content", GOOD)
    (tmp_path / "tep").write_text("chữ", encoding="utf-8")
    assert run(tmp_path / "content", tmp_path / "tep" / "public").returncode == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_public_folder_without_right_to_write_ends_with_2(run: Run, tmp_path: Path) -> None:
    lay(tmp_path / "content", GOOD)
    (tmp_path / "khoa").mkdir(mode=0o500)
    assert run(tmp_path / "content", tmp_path / "khoa" / "public").returncode == 2


def test_a_folder_of_the_kernel_ends_with_2(run: Run, tmp_path: Path) -> None:
    """A place where not even root can write."""
    lay(tmp_path / "content", GOOD)
    assert run(tmp_path / "content", Path("/proc/cchc/public")).returncode == 2


def test_a_foreign_folder_is_not_replaced(run: Run, tmp_path: Path) -> None:
    """Somebody's photographs are not a release of ours."""
    lay(tmp_path / "content", GOOD)
    lay(tmp_path / "public", {"anh-gia-dinh.jpg": b"x"})
    done = run(tmp_path / "content", tmp_path / "public")
    assert done.returncode == 2
    assert snapshot(tmp_path / "public").keys() == {"anh-gia-dinh.jpg"}


def test_a_public_folder_inside_the_content_ends_with_2(run: Run, tmp_path: Path) -> None:
    lay(tmp_path, GOOD)
    assert run(tmp_path, tmp_path / "public").returncode == 2


def test_a_public_link_is_not_followed(run: Run, tmp_path: Path) -> None:
    lay(tmp_path / "content", GOOD)
    (tmp_path / "that").mkdir()
    (tmp_path / "public").symlink_to(tmp_path / "that")
    assert run(tmp_path / "content", tmp_path / "public").returncode == 2
    assert list((tmp_path / "that").iterdir()) == []


def test_an_unreadable_moment_ends_with_2(run: Run, published: Path, tmp_path: Path) -> None:
    lay(tmp_path, GOOD)
    assert run(tmp_path, published, "--now", "hôm nay").returncode == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("missing", None),
        ("empty", b""),
        ("syntax", b"[unit\nname = x"),
        ("not-utf8", b"[unit]\nname = \"\xff\""),
        ("deep", b"x = " + b"[" * 5_000),
        ("digits", b"x = " + b"9" * 5_000),
        ("key", GOOD["site.toml"].replace(b"hotline =", b"hot_line =")),
        ("script", GOOD["site.toml"].replace(b"https://thunghiem.example/cchc", b"javascript:alert(1)")),
    ],
)
def test_a_bad_profile_ends_with_1_and_names_it(name: str, data: bytes | None, run: Run, published: Path, tmp_path: Path) -> None:
    before = snapshot(published)
    lay(tmp_path, {path: text for path, text in GOOD.items() if path != "site.toml"})
    if data is not None:
        lay(tmp_path, {"site.toml": data})
    done = run(tmp_path, published)
    assert done.returncode == 1
    assert "site.toml" in done.stderr
    assert snapshot(published) == before
