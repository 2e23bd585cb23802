"""Check what was written, not what was meant: links, anchors, well-formed XML, nothing active, nothing left over; and,
where a watch is kept (:mod:`publishing.guard`), nothing leaked, nothing too heavy, no hidden data in pictures."""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from publishing.guard.budgets import heavy
from publishing.guard.fault import Fault, Kind
from publishing.guard.leaks import Watch, leaks
from publishing.guard.pictures import ENDINGS, hidden
from publishing.parts import Part, cut, reader, unescaped

__all__ = ["Built", "Fault", "lost_anchors", "named", "referring", "verify"]

_ID = re.compile(rb"id=(?<=[ \t\n\r\f]id=)\"([^\"]*)\"")
_KNOWN = 50_000  # links of one folder that are remembered
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_TEXTS = (".html", ".xml", ".json", ".jsonld", ".csv", ".txt", ".ttl", ".js", ".css", ".svg")
_LINK_REMEDY = "sửa liên kết trong bài hoặc trong site.toml (đăng gấp: URGENT=\"lý do\")"
_BUG = "không do bài viết gây ra: báo người quản trị; đây là lỗi của chương trình hoặc giao diện"


@dataclass(frozen=True, slots=True)
class Built:
    """A build to verify: its folder, all its paths, those written anew, the site's path on its host.

    With a ``watch`` the fresh files are also guarded; ``copied`` are files of the content, whose text is the editors'
    own; ``sizes`` are those of written files, in bytes.
    """

    folder: Path
    paths: Collection[str]
    fresh: Collection[str]
    base_path: str
    watch: Watch | None = None
    copied: Collection[str] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)


Share = Callable[[Callable[[str], list[Fault]], list[str]], list[list[Fault]]]


def verify(built: Built, share: Share) -> list[Fault]:
    """Faults of the fresh files. ``share`` maps a function over paths, in one process or in several."""
    ids = lru_cache(maxsize=4096)(lambda path: _ids(built.folder / path))
    right: dict[str, set[bytes]] = {}
    read = reader(built.watch.glance if built.watch else lambda _: False)

    def wrong(folder: str, links: frozenset[bytes]) -> set[str]:
        """What is wrong with links of a page in a folder. Those that are right stand in many pages and are asked once."""
        known = right.setdefault(folder, set())
        told = {link: _link(built, folder, unescaped(link), ids) for link in links - known}
        known.update(link for link, what in told.items() if not what)
        if len(known) > _KNOWN:
            known.clear()
        return set(filter(None, told.values()))

    def check(path: str) -> list[Fault]:
        data = _bytes(built.folder, path) if path.endswith(_TEXTS) else b""
        if path.endswith(".html"):
            pieces = cut(data)
            parts = read(pieces)
            texts = [part.text for part in parts if part.text]
            return _page(path, parts, partial(wrong, path.rpartition("/")[0])) + _guarded(built, path, pieces, texts)
        texts = [_decoded(data)] if built.watch and built.watch.glance(data) else []
        return (_xml(path, data) if path.endswith(".xml") else []) + _guarded(built, path, [data], texts)

    return sorted(fault for faults in share(check, sorted(built.fresh)) for fault in faults)


def named(built: Built, watch: Watch, paths: Iterable[str], share: Share) -> list[Fault]:
    """Leaks in files that were written earlier: what has been withdrawn since then must be gone from them too."""
    texts = sorted(path for path in paths if path.endswith(_TEXTS) and path not in built.copied)

    def check(path: str) -> list[Fault]:
        data = _bytes(built.folder, path)
        return leaks(watch, path, [_decoded(data)]) if watch.glance(data) else []

    return [fault for faults in share(check, texts) for fault in faults]


def lost_anchors(old: Path, new: Path, paths: Iterable[str], share: Callable[[Callable[[str], bool], list[str]], list[bool]]) -> list[str]:
    """Rewritten pages that no longer have an id that they had."""

    def is_lost(path: str) -> bool:
        try:
            before = set(_ID.findall(_bytes(old, path)))
        except FileNotFoundError:
            return False
        gone = before.difference(_ID.findall(_bytes(new, path)))  # nearly always none, as they are written
        return bool(gone) and not set(map(unescaped, gone)) <= _ids(new / path)

    pages = sorted(path for path in paths if path.endswith(".html"))
    return [path for path, lost in zip(pages, share(is_lost, pages), strict=True) if lost]


def referring(folder: Path, pages: Iterable[str], lost: Iterable[str], anchors: Iterable[str]) -> list[str]:
    """Pages that may link to a lost address, or to a lost anchor of a page: those that hold its name at all."""
    names = {path.encode() for path in lost} | {path.encode() + b"#" for path in anchors}
    bases = {name.rpartition(b"/")[2] for name in names}
    # From elsewhere a link ends with folder and name; from the same folder and from those in it, it is the name alone.
    spellings = {mark + name.rpartition(b"/")[2] for name in names for mark in (b'"', b"./")}
    spellings |= {b"/".join(name.split(b"/")[-2:]) if b"/" in name else b"/" + name for name in names}
    if bases & {b"index.html", b"index.html#"}:  # a link to a folder does not name it
        bases, spellings = bases | {b'/"', b"/#"}, spellings | {b'/"', b"/#"}
    pattern = re.compile(b"|".join(map(re.escape, sorted(spellings))))
    found = []
    for path in pages if names else ():
        if path.endswith(".html"):
            data = (folder / path).read_bytes()
            if any(base in data for base in bases) and pattern.search(data):
                found.append(path)
    return found


def _bytes(folder: Path, path: str) -> bytes:
    with open(f"{folder}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - a third of the time, ten thousand times
        return file.read()


def _decoded(data: bytes) -> str:
    """A text file; only files of the content may be in another encoding."""
    return data.decode("utf-8", "replace")


def _ids(file: Path) -> frozenset[str]:
    return frozenset(map(unescaped, _ID.findall(file.read_bytes())))


def _xml(path: str, data: bytes) -> list[Fault]:
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        return [Fault(path, f"không phải XML đúng dạng: {error.msg}", _BUG, Kind.BROKEN)]
    return []


def _guarded(built: Built, path: str, parts: list[bytes], texts: list[str]) -> list[Fault]:
    """Leaks, weight and hidden data of one file in parts; ``texts`` are those in which the watch may find something."""
    if built.watch is None:
        return []
    if path in built.copied:
        parts, texts = [], []
    elif path.endswith(".xlsx"):
        texts = [_workbook(built.folder / path)]
    faults = leaks(built.watch, path, texts) if texts else []
    faults += hidden(built.folder, path) if path.lower().endswith(ENDINGS) else []
    size = built.sizes.get(path) or (built.folder / path).stat().st_size
    return faults + heavy(path, size, parts, built.folder)


def _workbook(file: Path) -> str:
    """The text of a workbook of our own, as it lies in its parts."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in sorted(parts.namelist()) if name.endswith((".xml", ".rels")))


def _page(path: str, parts: list[Part], wrong: Callable[[frozenset[bytes]], set[str]]) -> list[Fault]:
    own = [value for part in parts for value in part.ids]
    twice = sorted({i for i in own if own.count(i) > 1}) if len(set(own)) < len(own) else []
    faults = [Fault(path, f"có {what}", _BUG, Kind.BROKEN) for what in {what for part in parts for what in part.forbidden}]
    faults += [Fault(path, f"mã id '{unescaped(value)}' xuất hiện hai lần", _BUG) for value in twice]
    links = frozenset[bytes]().union(*[part.links for part in parts])
    anchors = {link for link in links if link.startswith(b"#")}
    told = wrong(links - anchors)
    if lost := [to for to in anchors if to[1:] not in own]:  # nearly all are there as they are written
        ids = set(map(unescaped, own))
        told |= {f"liên kết tới mục không có: '{to}'" for to in map(unescaped, lost) if unquote(to[1:]) not in ids}
    return faults + [Fault(path, what, _LINK_REMEDY) for what in told]


def _plainly_there(built: Built, folder: str, link: str, ids: Callable[[str], frozenset[str]]) -> bool:
    """Whether a link names a file of the site, or an id there, without any quoting or detour: nearly all do."""
    link, _, fragment = link.partition("#")
    while folder and link.startswith("../"):
        folder, link = folder.rpartition("/")[0], link[3:]
    target = f"{folder}/{link}" if folder else link
    return target in built.paths and (not fragment or fragment in ids(target))


def _link(built: Built, folder: str, link: str, ids: Callable[[str], frozenset[str]]) -> str:
    """What is wrong with a link in a page of a folder; empty when nothing is."""
    if _SCHEME.match(link) or _plainly_there(built, folder, link, ids):
        return ""
    parts = urlsplit(link)
    if link.startswith("/"):
        if not parts.path.startswith(built.base_path):
            return f"liên kết '{link}' ra khỏi phần trang {built.base_path}"
        target = parts.path[len(built.base_path) :]
    else:
        target = posixpath.normpath(posixpath.join(folder, parts.path))
        target = "" if target == "." else target
    target = unquote(target)
    if target.startswith(".."):
        return f"liên kết '{link}' ra khỏi trang"
    target = posixpath.join(target, "index.html") if target == "" or parts.path.endswith("/") else target
    if target not in built.paths:
        return f"liên kết hỏng: '{link}'"
    if parts.fragment and target.endswith(".html") and unquote(parts.fragment) not in ids(target):
        return f"liên kết tới mục không có: '{link}'"
    return ""
