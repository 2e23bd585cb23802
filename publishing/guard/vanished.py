"""Addresses that were public and would be lost. The rule stands in :mod:`publishing.guard`."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.model.text import fold
from plugins.model.vocab import Standing
from publishing.guard.fault import Fault, Kind
from publishing.guard.ledger import Ledger, Row

# What others link to, subscribe to or read by machine. Pictures, styles and attachments go with the pages that use them;
# pages on which cited documents stand come and go with the words of items: who mends the name of an issuer loses nothing.
# To the notice without signal only the worker leads, and it goes with the setting.
_LASTING = re.compile(r"(?!van-ban/[^/]+/|ngoai-tuyen\.html$).*\.html|(?:feeds|du-lieu)/.*")
_PRINTED = re.compile(r"thu-tuc/(?:index|linh-vuc/[^/]+|[1-9]\.\d{6})\.html")
_LINK = re.compile(r"\shref=\"([^\"]*)\"")

ON_PAPER = "địa chỉ này đã in trên mã QR, không được mất"
ON_PAPER_REMEDY = "giữ tệp thủ tục với status: bãi bỏ, hoặc thêm dòng vào content/chuyen-huong.txt (cố ý bỏ: GONE=1)"
REMEDY = (
    "đã chuyển chỗ: thêm dòng '{path} -> địa chỉ mới' vào content/chuyen-huong.txt; "
    "cố ý gỡ: thêm dòng '{path} -', hoặc giữ tệp với status: draft (gỡ nhiều trang một lần: GONE=1)"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """An item of the content that is not public now. ``address`` is where its page would stand, "" when unknown."""

    source: str
    title: str
    address: str
    standing: Standing
    moment: datetime | None


@dataclass(frozen=True, slots=True)
class Change:
    """Two releases side by side. ``dropped`` are addresses that the content says are gone, ``led_on`` those that lead on."""

    old: Ledger
    new: Ledger
    old_paths: Collection[str]
    new_paths: Collection[str]
    kept: tuple[Kept, ...] = ()
    dropped: frozenset[str] = frozenset()
    led_on: frozenset[str] = frozenset()

    def away(self) -> Iterator[Row]:
        """Items whose address is no page any more, and which neither the content nor a line accounts for."""
        sources, addresses = {k.source for k in self.kept}, {k.address for k in self.kept}
        for path, row in self.old.rows.items():
            if path in self.new_paths or path in self.dropped or path in self.led_on:
                continue
            if row.source not in sources and path not in addresses:
                yield row


_Key = Callable[[Row], tuple[str, ...]]
# What makes two rows one item, the surest first; an empty part proves nothing.
_KEYS: tuple[_Key, ...] = (
    lambda row: (row.source,),
    lambda row: (row.folder, row.id),
    lambda row: (row.folder, row.day or row.folder, fold(row.title)),
    lambda row: (row.folder, row.body),
)


def renamed(change: Change) -> dict[str, str]:
    """Old address → new address of items that only moved. Certain or nothing: a key must name one item on both sides.

    Procedures never move: their address is their code, and another code is another procedure.
    """
    gone = [row for row in change.away() if row.folder != "thu-tuc"]
    # What only led on to an item is no item: an address that had been left may be taken again.
    fresh = [row for path, row in change.new.rows.items() if path not in change.old.rows and row.folder != "thu-tuc"] if gone else []
    moves: dict[str, str] = {}
    for key in _KEYS:
        moves.update(_pairs(gone, fresh, key))
        gone = [row for row in gone if row.path not in moves]
        fresh = [row for row in fresh if row.path not in moves.values()]
    return moves


def _pairs(gone: Iterable[Row], fresh: Iterable[Row], key: _Key) -> Iterator[tuple[str, str]]:
    sides = [[(key(row), row.path) for row in rows if all(key(row))] for rows in (gone, fresh)]
    counts = [Counter(name for name, _ in side) for side in sides]
    new = dict(sides[1])
    for name, path in sides[0]:
        if counts[0][name] == 1 and counts[1][name] == 1:
            yield path, new[name]


def vanished(change: Change, old_folder: Path, moves: Mapping[str, str]) -> list[Fault]:
    """A fault for each lasting address that is lost; ``moves`` are accounted for."""
    unexplained = {row.path: row for row in change.away()}
    lost = sorted(set(change.old_paths) - set(change.new_paths) - set(moves) - change.dropped - change.led_on)
    lists = [path for path in lost if path not in change.old.rows and _LASTING.fullmatch(path) and not _PRINTED.fullmatch(path)]
    emptied = _emptied(change, old_folder, lists)
    faults = []
    for path in lost:
        if _PRINTED.fullmatch(path):
            faults.append(Fault(path, ON_PAPER, ON_PAPER_REMEDY, Kind.LOSS))
        elif path in unexplained:
            faults.append(_lost(unexplained[path]))
        elif path in lists and path not in emptied:
            faults.append(Fault(path, "địa chỉ đang có sẽ mất", REMEDY.format(path=path), Kind.LOSS))
    return faults


def _lost(row: Row) -> Fault:
    source = f": không còn tệp {row.source}" if row.source else ""
    title = f" “{row.title}”" if row.title else ""
    return Fault(row.path, f"trang đang có{title} sẽ mất{source}", REMEDY.format(path=row.path), Kind.LOSS)


def _emptied(change: Change, old_folder: Path, lists: Iterable[str]) -> set[str]:
    """Lists that go because something that they listed went or changed its place: an item, or another such list."""
    open_lists = {path: set(_targets(old_folder, path)) for path in lists if path.endswith(".html")}
    went = {path for path, row in change.old.rows.items() if _went(change, row)} if open_lists else set()
    emptied: set[str] = set()
    while found := {path for path, targets in open_lists.items() if targets & (went | emptied)} - emptied:
        emptied |= found
    return emptied


def _went(change: Change, row: Row) -> bool:
    now = change.new.rows.get(row.path)
    return now is None or now.facets != row.facets


def _targets(folder: Path, path: str) -> Iterator[str]:
    try:
        text = (folder / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    for link in set(_LINK.findall(text)):
        parts = urlsplit(link)
        if not parts.scheme and parts.path:
            yield unquote(posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path)))
