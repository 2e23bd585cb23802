"""The walk over ``content/``: regular files inside it, nothing else, and every other entry named."""

import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.model.problems import Problem, problem

# Folder of items → the room that publishes them.
ITEM_FOLDERS = {"tin-tuc": "news", "thu-tuc": "procedures", "quyet-dinh": "procedures", "trang": "pages", "hoi-dap": "answers", "phan-anh": "answers", "van-ban": "documents"}
# Folder of tables → the room that shows them, and the ending of its files.
TABLE_FOLDERS = {"chi-so": ("indices", ".csv"), "ke-hoach": ("workplan", ".toml")}
ASSET_FOLDERS = ("hinh-anh", "tai-lieu")
# Bên Pelican quen dùng "images"; the folders of Pelican's habit are taken as they are.
FOLDERS = (*ITEM_FOLDERS, *TABLE_FOLDERS, *ASSET_FOLDERS, "images", "files")

# The unit's profile, the official list that the procedures are compared with, old addresses, counted visits, everyday words,
# the scoring sheet; none is published.
ROOT_FILES = ("site.toml", "danh-muc.xlsx", "chuyen-huong.txt", "luot-truy-cap.json", "tu-dong-nghia.txt", "tieu-chi.toml")

_LEFTOVER = re.compile(
    r"~\$.*|.*~|\..*\.sw[a-p]|.*\.(?:bak|tmp|temp|orig|old|crdownload|part)|~.*\.tmp|thumbs\.db|desktop\.ini|\.ds_store|\._.*|__macosx",
    re.IGNORECASE,
)
# Formats of other generators, which somebody may take for an item.
_OTHER_MARKUP = (".html", ".htm", ".rst", ".markdown", ".mkd", ".mdown", ".mdx", ".adoc", ".textile")
_HOUSEKEEPING = frozenset({".git", ".gitkeep", ".gitignore", ".gitattributes"})


# Size, times of change of content and of entry in nanoseconds, inode: the kernel changes one of them with every write.
Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a content folder, as sorted paths with ``/``, relative to it; ``stamps`` of items, tables and assets."""

    items: tuple[str, ...]
    assets: tuple[str, ...]
    problems: tuple[Problem, ...]
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    tables: tuple[str, ...] = ()

    def tables_of(self, folder: str) -> tuple[str, ...]:
        return tuple(path for path in self.tables if path.startswith(f"{folder}/"))


_ROOMS = {**ITEM_FOLDERS, **{folder: room for folder, (room, _) in TABLE_FOLDERS.items()}}


def walk(content: Path, rooms: Collection[str] = frozenset(_ROOMS.values())) -> Found:
    """Every entry is an item (.md), a table, an asset, or a problem; symbolic links are never followed.

    The folder of a room that is taken out is not used, and said so.
    """
    folders = [folder for folder in FOLDERS if _ROOMS.get(folder) in {None, *rooms}]
    items: list[str] = []
    assets: list[str] = []
    tables: list[str] = []
    problems: list[Problem] = []
    stamps: dict[str, Stamp] = {}
    for path, kind in _entries(content, "", folders):
        if isinstance(kind, Problem):
            problems.append(kind)
            continue
        stamps[path] = kind
        if path.split("/")[0] in TABLE_FOLDERS and "/" in path:
            _table(path, tables, problems)
        elif path.lower().endswith(".md"):
            _item(path, items, problems)
        elif "/" in path:
            if path.split("/")[0] in ITEM_FOLDERS and path.lower().endswith(_OTHER_MARKUP):
                problems.append(problem("file-kind", path, name=path.rpartition("/")[2]))
            else:
                assets.append(path)
        elif path not in ROOT_FILES:
            problems.append(problem("file-leftover", path, name=path))
    return Found(tuple(sorted(items)), tuple(sorted(assets)), tuple(sorted(problems)), stamps, tuple(sorted(tables)))


def _table(path: str, tables: list[str], problems: list[Problem]) -> None:
    folder, _, name = path.rpartition("/")
    ending = TABLE_FOLDERS[path.split("/")[0]][1]
    if "/" not in folder and name.lower().endswith(ending):
        tables.append(path)
    else:
        problems.append(problem("table-place", path, name=name, ending=ending, folder=path.split("/")[0]))


def _item(path: str, items: list[str], problems: list[Problem]) -> None:
    if path.split("/")[0] in ITEM_FOLDERS and "/" in path:
        items.append(path)
    else:
        problems.append(problem("file-place", path, folders=", ".join(ITEM_FOLDERS)))


def _entries(content: Path, folder: str, folders: Sequence[str]) -> Iterator[tuple[str, Problem | Stamp]]:
    try:
        entries = sorted(os.scandir(content / folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, problem("file-unreadable", folder or ".", reason=error.strerror or "?")
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name in _HOUSEKEEPING:
            continue
        finding = _finding(content, path, entry, folders)
        if isinstance(finding, Problem):
            yield path, finding
        elif stat.S_ISDIR(finding.st_mode):
            yield from _entries(content, path, folders)
        else:
            yield path, (finding.st_size, finding.st_mtime_ns, finding.st_ctime_ns, finding.st_ino)


def _finding(content: Path, path: str, entry: "os.DirEntry[str]", folders: Sequence[str]) -> Problem | os.stat_result:
    """Why an entry is not walked into or read; else what the system knows of a plain file or folder to use."""
    if not entry.name.isprintable() or "\\" in entry.name:
        return problem("file-name", path.encode("unicode_escape").decode("ascii"), name=entry.name)
    if entry.is_symlink():
        dangling = not os.path.exists(os.path.realpath(content / path)) and not _loops(content / path)
        return problem("link-dangling" if dangling else "link-outside", path)
    if _LEFTOVER.fullmatch(entry.name):
        return problem("file-leftover", path, name=entry.name)
    status = entry.stat(follow_symlinks=False)
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        return problem("file-special", path, name=entry.name)
    if stat.S_ISDIR(status.st_mode) and "/" not in path and path not in folders:
        return problem("folder-unknown", path, name=path, folders=", ".join(folders[:-2]))
    return status


def _loops(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        return not isinstance(error, FileNotFoundError)
    return False
