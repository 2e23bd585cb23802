"""Renames become content: the publisher writes the lines that an editor would have to write."""

import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import click

from plugins.gate.redirects import REDIRECTS
from plugins.model.dates import short_date
from publishing.guard.fault import Fault, Kind


def lines_to_add(moves: Mapping[str, str]) -> list[str]:
    return [f"{old} -> {new}" for old, new in sorted(moves.items())]


def write_moves(content: Path, moves: Mapping[str, str], ids: Iterable[tuple[str, str]], now: datetime) -> list[Fault]:
    """Add a line for each moved page to ``chuyen-huong.txt``, and tell so. A fault for each when it cannot be written.

    ``ids`` are items (content path) whose id in the feeds changed with the move, and the id that they had.
    """
    lines = lines_to_add(moves)
    try:
        _append(content / REDIRECTS, lines, f"# tự ghi khi đăng ngày {short_date(now)}: bài đổi địa chỉ")
    except OSError as error:
        return [_unwritten(old, new, error) for old, new in sorted(moves.items())]
    for line in lines:
        click.echo(f"Bài đổi địa chỉ; đã tự thêm vào content/{REDIRECTS}: {line}", err=True)
    for source, known in ids:
        click.echo(f"{source}: đổi tên tệp nên người đọc RSS nhận bài này như bài mới; muốn tránh, thêm dòng 'id: {known}' vào phần đầu bài.", err=True)
    return []


def _unwritten(old: str, new: str, error: OSError) -> Fault:
    what = f"bài đã đổi địa chỉ thành {new}, nhưng không tự ghi được vào {REDIRECTS} ({error.strerror})"
    return Fault(old, what, f"thêm dòng '{old} -> {new}' vào content/{REDIRECTS}", Kind.LOSS)


def _append(file: Path, lines: list[str], comment: str) -> None:
    """At the end, as the file is written so far; all or nothing. A link is never followed out of the content."""
    before = file.read_bytes() if file.exists() and not file.is_symlink() else b""
    end = "\r\n" if b"\r\n" in before else "\n"
    start = end if before and not before.endswith(b"\n") else ""
    added = (start + end.join([comment, *lines]) + end).encode()
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        with os.fdopen(handle, "wb", buffering=0) as out:
            if out.write(added) != len(added):
                raise OSError(28, os.strerror(28), str(file))
            os.fsync(out.fileno())
    except OSError:
        os.truncate(file, len(before))
        raise
