"""What an FTP folder holds, read from the listings that servers give: MLSD, or LIST as Unix and Windows write it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from ftplib import error_perm

_DEEPEST = 20  # folders; a site has five, a server that follows links in circles has no end
# drwxr-xr-x 2 ftp ftp 4096 Nov 22 13:22 tin-tuc: one space stands before the name, which may begin with another.
_UNIX = re.compile(r"([-dlbcps])\S{9,10}\s+\d+\s.*?\s(\d+)\s+\w{3,4}\s+\d{1,2}\s+(?:\d{4}|\d{1,2}:\d\d) (.+)")
_WINDOWS = re.compile(r"\d\d-\d\d-\d{2,4}\s+\d\d:\d\d(?:[AP]M)?\s+(<DIR>|\d+)\s+(.+)")


@dataclass(frozen=True, slots=True)
class Item:
    """A file or a folder; a link counts as a file where the server tells. ``size`` in bytes; ``unique`` where MLSD has it."""

    name: str
    folder: bool
    size: int
    unique: str = ""


def from_mlsd(line: str) -> Item | None:
    """One line of MLSD; None for the folder itself and the one above."""
    facts, _, name = line.partition(" ")
    told = dict(fact.lower().split("=", 1) for fact in facts.split(";") if "=" in fact)
    if told.get("type") in ("cdir", "pdir") or name in (".", ".."):
        return None
    size = told.get("size", "")
    return Item(name, told.get("type") == "dir", int(size) if size.isdecimal() else 0, told.get("unique", ""))


def from_list(line: str) -> Item | None:
    """One line of LIST; None for sums and dots. A line of another form is kept whole as a name: nothing is overlooked."""
    if unix := _UNIX.fullmatch(line):
        kind, size, name = unix.groups()
        name = name.partition(" -> ")[0] if kind == "l" else name
        return None if name in (".", "..") else Item(name, kind == "d", int(size))
    if windows := _WINDOWS.fullmatch(line):
        return Item(windows[2], windows[1] == "<DIR>", int(windows[1]) if windows[1].isdecimal() else 0)
    return None if re.fullmatch(r"total\s+\d+|\s*", line) else Item(line, False, 0)


def walk(items: Callable[[str], Sequence[Item]]) -> Iterator[tuple[str, int]]:
    """All files below the root with their sizes. A folder that is not looked into stands here itself, with a slash at
    its end: it may not be, it lies too deep, or it was seen before (some servers follow links)."""
    waiting, seen = [""], set[str]()
    while waiting:
        folder = waiting.pop()
        try:
            found = items(folder)
        except error_perm:
            if not folder:
                raise
            yield f"{folder}/", 0
            continue
        for item in found:
            path = f"{folder}/{item.name}" if folder else item.name
            if not item.folder:
                yield path, item.size
            elif path.count("/") >= _DEEPEST or item.unique in seen:
                yield f"{path}/", 0
            else:
                waiting.append(path)
                seen |= {item.unique} - {""}
