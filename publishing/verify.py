"""Check what was written, not what was meant: links, anchors, well-formed XML, nothing active, nothing left over; and,
where a watch is kept (:mod:`publishing.guard`), nothing leaked, nothing too heavy, no hidden data in pictures."""

import html as htmllib
import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from publishing.guard.budgets import heavy
from publishing.guard.fault import Fault, Kind
from publishing.guard.leaks import Watch, leaks
from publishing.guard.pictures import ENDINGS, hidden

__all__ = ["Built", "Fault", "lost_anchors", "named", "referring", "verify"]

# Bytes with every white space made one blank, and in small letters: expressions that begin with fixed bytes are found
# ten times as fast as any white space or case.
_BLANKS = bytes.maketrans(b"\t\n\r\f", b"    ")
_PLAIN = bytes.maketrans(b"\t\n\r\fABCDEFGHIJKLMNOPQRSTUVWXYZ", b"    abcdefghijklmnopqrstuvwxyz")
_ATTRIBUTE = re.compile(rb" (href|srcset|src|id)=\"([^\"]*)\"")
_ID = re.compile(rb"id=(?<=[ \t\n\r\f]id=)\"([^\"]*)\"")  # begins with fixed bytes, as above
# What must not stand in a page: a quick look for a trace of it, then the exact pattern.
_TRACES = tuple(map(re.compile, (rb"<script(?![^>]* src=)(?! type=\"application/ld\+json\">)", rb" on[a-z]+=")))
_MARKS = (b" style=", b"javascript:", b"{filename}", b"{static}", b"{attach}", b"|filename|", b"|static|", b"|attach|", b"\x02")
_FORBIDDEN = {
    "mã script viết trong trang": re.compile(r"<script(?![^>]*\ssrc=)(?! type=\"application/ld\+json\">)", re.IGNORECASE),
    "kiểu chữ viết trong thẻ (style=)": re.compile(r"<[a-z](?:[^>\"]|\"[^\"]*\")*?\sstyle=", re.IGNORECASE),
    "xử lý sự kiện trong thẻ (on…=)": re.compile(r"<[a-z](?:[^>\"]|\"[^\"]*\")*?\son[a-z]+=", re.IGNORECASE),
    "liên kết javascript:": re.compile(r"(?:href|src)=\"\s*javascript:", re.IGNORECASE),
    "chỗ giữ liên kết chưa được thay": re.compile(r"=\"[{|](?:filename|static|attach)[}|]|\x02"),
}
_SEAMS = (b"<body>", b"</header>", b"<main ", b"</main>")
_RECENT = 64  # parts of pages that are remembered
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


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: its ids and the anchors that it links to, what is wrong with its other links, what it must not hold."""

    ids: tuple[bytes, ...]
    anchors: tuple[str, ...]
    wrong: tuple[str, ...]
    forbidden: tuple[str, ...]


Share = Callable[[Callable[[str], list[Fault]], list[str]], list[list[Fault]]]


def verify(built: Built, share: Share) -> list[Fault]:
    """Faults of the fresh files. ``share`` maps a function over paths, in one process or in several."""
    ids = lru_cache(maxsize=4096)(lambda path: _ids(built.folder / path))
    link = lru_cache(maxsize=100_000)(lambda folder, typed: _link(built, folder, _unescaped(typed), ids))
    part = lru_cache(maxsize=_RECENT)(lambda folder, data: _part(data, lambda typed: link(folder, typed)))
    text = lru_cache(maxsize=_RECENT)(lambda data: data.decode("utf-8", "replace"))

    def check(path: str) -> list[Fault]:
        data = (built.folder / path).read_bytes() if path.endswith(_TEXTS) else b""
        parts = _parts(data) if path.endswith(".html") else [data]
        folder = posixpath.dirname(path)
        faults = _page(path, [part(folder, data) for data in parts]) if path.endswith(".html") else []
        faults += _xml(path, data) if path.endswith(".xml") else []
        return faults + (_guarded(built, built.watch, path, list(map(text, parts))) if built.watch else [])

    return sorted(fault for faults in share(check, sorted(built.fresh)) for fault in faults)


def named(built: Built, watch: Watch, paths: Iterable[str], share: Share) -> list[Fault]:
    """Leaks in files that were written earlier: what has been withdrawn since then must be gone from them too."""
    texts = sorted(path for path in paths if path.endswith(_TEXTS) and path not in built.copied)
    return [fault for faults in share(lambda path: leaks(watch, path, [_text(built.folder, path)]), texts) for fault in faults]


def lost_anchors(old: Path, new: Path, paths: Iterable[str], share: Callable[[Callable[[str], bool], list[str]], list[bool]]) -> list[str]:
    """Rewritten pages that no longer have an id that they had."""
    pages = sorted(path for path in paths if path.endswith(".html"))
    lost = share(lambda path: (old / path).is_file() and not _ids(old / path) <= _ids(new / path), pages)
    return [path for path, is_lost in zip(pages, lost, strict=True) if is_lost]


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


def _text(folder: Path, path: str) -> str:
    """A text file; only files of the content may be in another encoding."""
    return (folder / path).read_bytes().decode("utf-8", "replace")


def _attributes(data: bytes) -> list[tuple[bytes, bytes]]:
    return _ATTRIBUTE.findall(data.translate(_BLANKS))


def _ids(file: Path) -> frozenset[str]:
    return frozenset(map(_unescaped, _ID.findall(file.read_bytes())))


def _suspicious(data: bytes) -> bool:
    plain = data.translate(_PLAIN)
    return any(mark in plain for mark in _MARKS) or any(trace.search(plain) for trace in _TRACES)


def _xml(path: str, data: bytes) -> list[Fault]:
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        return [Fault(path, f"không phải XML đúng dạng: {error.msg}", _BUG, Kind.BROKEN)]
    return []


def _guarded(built: Built, watch: Watch, path: str, texts: list[str]) -> list[Fault]:
    """Leaks, weight and hidden data of one file, whose text comes in parts."""
    if path in built.copied:
        texts = []
    elif path.endswith(".xlsx"):
        texts = [_workbook(built.folder / path)]
    faults = leaks(watch, path, texts)
    faults += hidden(built.folder, path) if path.lower().endswith(ENDINGS) else []
    size = built.sizes.get(path) or (built.folder / path).stat().st_size
    return faults + heavy(path, size, texts, built.folder)


def _workbook(file: Path) -> str:
    """The text of a workbook of our own, as it lies in its parts."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in sorted(parts.namelist()) if name.endswith((".xml", ".rels")))


def _unescaped(value: bytes) -> str:
    return htmllib.unescape(value.decode("utf-8", "replace"))


def _parts(data: bytes) -> list[bytes]:
    """A page cut where its frame begins and ends: pages share the parts around their own, which are looked at once."""
    cuts = [0]
    for seam in _SEAMS:
        if (at := data.find(seam, cuts[-1])) > 0:
            cuts.append(at)
    return [data[start:end] for start, end in zip(cuts, [*cuts[1:], len(data)], strict=True)]


def _part(data: bytes, link: Callable[[bytes], str]) -> Part:
    forbidden: tuple[str, ...] = ()
    if _suspicious(data):
        text = data.decode("utf-8", "replace")
        forbidden = tuple(what for what, pattern in _FORBIDDEN.items() if pattern.search(text))
    attributes = _attributes(data)
    found = {value for name, value in attributes if name in (b"href", b"src")}
    # "a-320.webp 320w, a-700.webp 700w": addresses of pictures hold no comma.
    found |= {one.split(b" ", 1)[0] for name, value in attributes if name == b"srcset" for one in value.split(b", ")}
    anchors = tuple(_unescaped(value) for value in found if value.startswith(b"#"))
    wrong = tuple(filter(None, (link(value) for value in found if not value.startswith(b"#"))))
    return Part(tuple(value for name, value in attributes if name == b"id"), anchors, wrong, forbidden)


def _page(path: str, parts: list[Part]) -> list[Fault]:
    own = [value for part in parts for value in part.ids]
    ids = set(map(_unescaped, own))
    twice = sorted({i for i in own if own.count(i) > 1}) if len(set(own)) < len(own) else []
    faults = [Fault(path, f"có {what}", _BUG, Kind.BROKEN) for what in {what for part in parts for what in part.forbidden}]
    faults += [Fault(path, f"mã id '{_unescaped(value)}' xuất hiện hai lần", _BUG) for value in twice]
    wrong = {what for part in parts for what in part.wrong}
    wrong |= {f"liên kết tới mục không có: '{to}'" for part in parts for to in part.anchors if unquote(to[1:]) not in ids}
    return faults + [Fault(path, what, _LINK_REMEDY) for what in wrong]


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
