"""Put the last good release back: nothing is built, nothing is read from content."""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from publishing.folder import Earlier, FolderTarget
from publishing.identity import files_id
from publishing.localrelease import altered, entry_of
from publishing.targets.contract import Entry, TargetRefused

# From a manifest on this machine to its rows; empty when there is none that can be trusted.
Read = Callable[[Path], Mapping[str, Entry]]


@dataclass(frozen=True, slots=True)
class Choice:
    """The release to put back, and those newer ones that cannot be: changed since, or the same as what is public."""

    release: Earlier
    files: Mapping[str, Entry]
    damaged: tuple[str, ...]


def choose(target: FolderTarget, read: Read) -> Choice:
    """The newest earlier release that differs from what is public and is whole. Raises :class:`TargetRefused`."""
    now = files_id(read(target.manifest))
    damaged = []
    for earlier in reversed(target.earlier()):
        listed = read(earlier.manifest)
        files = listed or entries_of(earlier.folder)
        if listed and altered(earlier.folder, listed):
            # Releases share unchanged files by hard links: what is written into one changes the others.
            damaged.append(earlier.folder.name)
        elif files_id(files) != now and files:
            return Choice(earlier, files, tuple(damaged))
    found = f" ({len(damaged)} bản trước đã bị sửa hoặc hỏng, không dùng được)" if damaged else ""
    raise TargetRefused(f"Không có bản nào trước bản đang đăng ở {target.public} để đặt lại{found}. Sửa nội dung rồi chạy make publish.")


def put_back(target: FolderTarget, choice: Choice) -> None:
    """One switch, as in publishing. A manifest for ``choice`` must lie at ``target.manifest_next``.

    The earlier release stays until the switch is done, so that a kill before it changes nothing.
    """
    _copy(choice.release.folder, target.staging)
    target.switch_back()
    with suppress(OSError):  # the site has gone back; what is left here is passed over by the next rollback
        for earlier in target.earlier():
            if earlier.folder.name >= choice.release.folder.name:
                earlier.forget()


def entries_of(folder: Path) -> dict[str, Entry]:
    """What lies in a folder that has no manifest."""
    found = (Path(base, name) for base, _, names in os.walk(folder) for name in names)
    rows = ((path.relative_to(folder).as_posix(), entry_of(path)) for path in found)
    return {path: entry for path, entry in rows if entry}


def _copy(source: Path, staging: Path) -> None:
    """Linked where the file system can, so that nothing is read and times stay."""
    shutil.rmtree(staging, ignore_errors=True)
    shutil.copytree(source, staging, copy_function=_link, symlinks=True)


def _link(source: str, aim: str) -> None:
    try:
        Path(aim).hardlink_to(source)
    except OSError:
        shutil.copy2(source, aim)
