"""What an import of news would write: decided for every source before anything is."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from importers.news.item import Item, Wishes
from importers.news.notes import Notes
from importers.news.places import Shelf, address_of
from importers.news.reader import ENDINGS, Read, read_source
from plugins.model.problems import Problem, problem

# Folders in which browsers and Word keep what belongs to a page.
_BESIDE = ("_files", ".files", "_tep", "-files", "_tap_tin")


class State(StrEnum):
    """What happens to one source."""

    NEW = "mới"
    DONE = "đã nhập"
    REFUSED = "từ chối"


@dataclass(frozen=True, slots=True)
class Change:
    """One source. ``path`` is its content file, existing or to be written."""

    state: State
    name: str
    path: str = ""
    item: Item | None = None
    notes: Notes | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class NewsPlan:
    changes: tuple[Change, ...]

    def count(self, state: State) -> int:
        return sum(change.state is state for change in self.changes)

    @property
    def problems(self) -> list[Problem]:
        return [change.problem for change in self.changes if change.problem is not None]


def sources_in(source: Path) -> list[tuple[Path, str]]:
    """(file, its name in the folder) of everything that may be an item; leftovers of Word and parts of saved pages are none."""
    return files_in(source, ENDINGS) if source.is_dir() else [(source, source.name)]


def files_in(source: Path, endings: frozenset[str]) -> list[tuple[Path, str]]:
    """(file, its name in the folder) of everything with one of these endings."""
    found = []
    for folder, folders, names in os.walk(source):
        folders[:] = sorted(name for name in folders if not name.lower().endswith(_BESIDE) and not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if path.suffix.lower() in endings and not name.startswith(("~$", ".")) and path.is_file() and not path.is_symlink():
                found.append((path, path.relative_to(source).as_posix()))
    return found


def make_plan(sources: Iterable[tuple[Path, str]], shelf: Shelf, wishes: Wishes) -> NewsPlan:
    """A source that was imported before is left alone; two that ask for one address are both refused."""
    changes: list[Change] = []
    seen: dict[str, str] = {}
    for path, name in sources:
        read = read_source(path, name, wishes)
        if read.mark and read.mark in shelf.imported:
            changes.append(Change(State.DONE, name, shelf.imported[read.mark]))
        elif read.mark and read.mark in seen:
            changes.append(Change(State.DONE, name, f"giống hệt {seen[read.mark]}"))
        else:
            if read.mark and read.item is not None:
                seen[read.mark] = name
            changes.append(_fresh(read))
    return NewsPlan(tuple(_without_clashes(changes, shelf)))


def _fresh(read: Read) -> Change:
    if read.item is None:
        return Change(State.REFUSED, read.name, problem=read.problem)
    return Change(State.NEW, read.name, read.item.path, read.item, read.notes)


def _without_clashes(changes: list[Change], shelf: Shelf) -> list[Change]:
    """An address that another day's item has gets the day behind it; one of the same day, or without any, is refused."""
    changes = [_moved(change, shelf) for change in _apart(changes)]
    by_address: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in changes:
        if change.state is State.NEW:
            by_address[address_of(change.path)].append(change)
    done = []
    for change in changes:
        address = address_of(change.path) if change.state is State.NEW else ("", "")
        others = [other.name for other in by_address.get(address, ()) if other is not change]
        if others:
            change = _refused(change, "import-address-twice", address="/".join(address), other=others[0])
        elif change.state is State.NEW and address in shelf.addresses:
            change = _refused(change, "import-address-taken", address="/".join(address), other=shelf.addresses[address])
        done.append(change)
    return done


def _apart(changes: list[Change]) -> list[Change]:
    """Items of one title and of different days, told apart by the day."""
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    for change in changes:
        if change.state is State.NEW:
            days[address_of(change.path)].append(_day(change.path))
    return [
        _with_day(c) if c.state is State.NEW and len(found := days[address_of(c.path)]) > 1 and len(set(found)) == len(found) and all(found) else c
        for c in changes
    ]


def _moved(change: Change, shelf: Shelf) -> Change:
    """The same beside what the content folder holds."""
    other = shelf.addresses.get(address_of(change.path)) if change.state is State.NEW else None
    return _with_day(change) if other and _day(change.path) and _day(other) and _day(other) != _day(change.path) else change


def _day(path: str) -> str:
    name = path.rpartition("/")[2]
    return name[:10] if name[:4].isdecimal() and name[4:5] == "-" else ""


def _with_day(change: Change) -> Change:
    day = _day(change.path)
    path = f"{change.path.removesuffix('.md')}-{'-'.join(reversed(day.split('-')))}.md"
    if change.notes is not None:
        change.notes.guess("Có bài khác cùng tiêu đề: địa chỉ được thêm ngày đăng ở cuối")
    item = replace(change.item, path=path) if change.item is not None else None
    return replace(change, path=path, item=item)


def _refused(change: Change, code: str, **facts: object) -> Change:
    return Change(State.REFUSED, change.name, problem=problem(code, change.name, **facts))
