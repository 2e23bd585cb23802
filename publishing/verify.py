"""Check what was written, not what was meant: links, anchors, well-formed XML, nothing active, nothing left over."""

import html as htmllib
import posixpath
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

_LINK = re.compile(r"\s(?:href|src)=\"([^\"]*)\"")
_ID = re.compile(r"\sid=\"([^\"]*)\"")
# What must not stand in a page: a quick look for a trace of it, then the exact pattern.
_TRACE = re.compile(r"<script(?!\s[^>]*\ssrc=)|\sstyle=|\son[a-z]+=|javascript:|[{|](?:filename|static|attach)[}|]|\x02", re.IGNORECASE)
_FORBIDDEN = {
    "mã script viết trong trang": re.compile(r"<script(?![^>]*\ssrc=)(?! type=\"application/ld\+json\">)", re.IGNORECASE),
    "kiểu chữ viết trong thẻ (style=)": re.compile(r"<[a-z](?:[^>\"]|\"[^\"]*\")*?\sstyle=", re.IGNORECASE),
    "xử lý sự kiện trong thẻ (on…=)": re.compile(r"<[a-z](?:[^>\"]|\"[^\"]*\")*?\son[a-z]+=", re.IGNORECASE),
    "liên kết javascript:": re.compile(r"(?:href|src)=\"\s*javascript:", re.IGNORECASE),
    "chỗ giữ liên kết chưa được thay": re.compile(r"=\"[{|](?:filename|static|attach)[}|]|\x02"),
}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A page or file of the build that must not go out, and why."""

    path: str
    what: str


@dataclass(frozen=True, slots=True)
class Built:
    """A build to verify: its folder, all its paths, those written anew, the site's path on its host."""

    folder: Path
    paths: Collection[str]
    fresh: Collection[str]
    base_path: str


def verify(built: Built, share: Callable[[Callable[[str], list[Fault]], list[str]], list[list[Fault]]]) -> list[Fault]:
    """Faults of the fresh files. ``share`` maps a function over paths, in one process or in several."""
    ids = lru_cache(maxsize=512)(lambda path: frozenset(map(htmllib.unescape, _ID.findall(_read(built.folder, path)))))
    link = lru_cache(maxsize=100_000)(lambda folder, target: _link(built, folder, target, ids))

    def check(path: str) -> list[Fault]:
        if path.endswith(".xml"):
            return _xml(built.folder, path)
        return _page(built, path, link) if path.endswith(".html") else []

    return sorted(fault for faults in share(check, sorted(built.fresh)) for fault in faults)


def lost_anchors(old: Path, new: Path, paths: Iterable[str]) -> bool:
    """Whether a rewritten page no longer has an id that it had."""
    pages = [path for path in paths if path.endswith(".html") and (old / path).is_file()]
    return any(not set(_ID.findall(_read(old, path))) <= set(_ID.findall(_read(new, path))) for path in pages)


def _read(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")


def _xml(folder: Path, path: str) -> list[Fault]:
    try:
        etree.parse(str(folder / path), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return [Fault(path, f"không phải XML đúng dạng: {error.msg}")]
    return []


def _page(built: Built, path: str, link: Callable[[str, str], str]) -> list[Fault]:
    text = _read(built.folder, path)
    faults = []
    if _TRACE.search(text):
        faults += [Fault(path, f"có {what}") for what, pattern in _FORBIDDEN.items() if pattern.search(text)]
    own = _ID.findall(text)
    faults += [Fault(path, f"mã id '{name}' xuất hiện hai lần") for name in sorted({i for i in own if own.count(i) > 1})]
    folder = posixpath.dirname(path)
    for found in sorted(set(_LINK.findall(text))):
        target = htmllib.unescape(found)
        if target.startswith("#"):
            wrong = "" if unquote(target[1:]) in map(htmllib.unescape, own) else f"liên kết tới mục không có: '{target}'"
        else:
            wrong = link(folder, target)
        faults += [Fault(path, wrong)] if wrong else []
    return faults


def _link(built: Built, folder: str, link: str, ids: Callable[[str], frozenset[str]]) -> str:
    """What is wrong with a link in a page of a folder; empty when nothing is."""
    if _SCHEME.match(link):
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
