"""A page cut where its frame begins and ends. Pages share the parts around their own, so each of those is read once."""

import html as htmllib
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

# Begins with fixed bytes, which are found many times as fast as any white space; what stands before them is asked afterwards.
_SPACE = rb"[ \t\n\r\f]"
_ATTRIBUTE = re.compile(rb'="(?:(?<=%bhref=")|(?<=%bsrc=")|(?<=%b(id)=")|(?<=%b(srcset)="))([^"]*)"' % ((_SPACE,) * 4))
# Every white space made one blank, and small letters.
_PLAIN = bytes.maketrans(b"\t\n\r\fABCDEFGHIJKLMNOPQRSTUVWXYZ", b"    abcdefghijklmnopqrstuvwxyz")
# What must not stand in a page: a quick look for a trace of it in plain bytes, then the exact pattern.
_MARKS = (b" style=", b"javascript:", b"\x02")
_TRACES = tuple(
    (sign, re.compile(trace))
    for sign, trace in (
        (b"<script", rb"<script(?![^>]* src=)(?! type=\"application/ld\+json\">)"),
        (b" on", rb" on[a-z]+="),
        (b"{", rb"\{(?:filename|static|attach)\}"),
        (b"|", rb"\|(?:filename|static|attach)\|"),
    )
)
_FORBIDDEN = {
    "mã script viết trong trang": re.compile(r"<script(?![^>]*\ssrc=)(?! type=\"application/ld\+json\">)", re.IGNORECASE),
    "kiểu chữ viết trong thẻ (style=)": re.compile(r"<[a-z](?:[^>\"]|\"[^\"]*\")*?\sstyle=", re.IGNORECASE),
    "xử lý sự kiện trong thẻ (on…=)": re.compile(r"<[a-z](?:[^>\"]|\"[^\"]*\")*?\son[a-z]+=", re.IGNORECASE),
    "liên kết javascript:": re.compile(r"(?:href|src)=\"\s*javascript:", re.IGNORECASE),
    "chỗ giữ liên kết chưa được thay": re.compile(r"=\"[{|](?:filename|static|attach)[}|]|\x02"),
}
# Where a page is cut. Any cut between elements would be right; these leave parts that pages share.
_SEAMS = (b"<body>", b"<main ", b"</main>", b"<footer ")
_CRUMBS = b"<nav "  # the last one above the page's own part
_SHARED = 6_000  # bytes: what is longer is hardly shared, and to know it again would cost more than to read it
_RECENT = 64  # parts that are remembered


class Part(NamedTuple):
    """A part of a page: its ids, the addresses that it leads to (anchors of the page itself begin with ``#``), what it must
    not hold; and its text, where there is reason to look closer, else None."""

    ids: tuple[bytes, ...]
    links: frozenset[bytes]
    forbidden: tuple[str, ...]
    text: str | None


def reader(telling: Callable[[bytes], bool]) -> Callable[[list[bytes]], list[Part]]:
    """Reads pages in parts, one page after another; ``telling`` says of which the text is wanted."""

    def part(data: bytes) -> Part:
        return Part(*found(data), _forbidden(data), data.decode("utf-8", "replace") if telling(data) else None)

    known = lru_cache(maxsize=_RECENT)(part)
    return lambda parts: [known(data) if len(data) < _SHARED else part(data) for data in parts]


def cut(page: bytes) -> list[bytes]:
    """The parts of a page in order; together they are the page."""
    return list(_cut(page))


def _cut(page: bytes) -> Iterator[bytes]:
    start = 0
    for seam in _SEAMS:
        at = page.find(seam, start)
        if at <= start:
            continue
        crumbs = page.rfind(_CRUMBS, start, at) if seam == b"<main " else -1
        if crumbs > start:
            yield page[start:crumbs]
            start = crumbs
        yield page[start:at]
        start = at
    yield page[start:]


def found(data: bytes) -> tuple[tuple[bytes, ...], frozenset[bytes]]:
    """The ids in a part, and where its links and pictures lead to."""
    every = _ATTRIBUTE.findall(data)
    links = {value for an_id, srcset, value in every if not (an_id or srcset)}
    for _, srcset, value in every:
        if srcset:  # "a-320.webp 320w, a-700.webp 700w": addresses of pictures hold no comma
            links.update(one.split(b" ", 1)[0] for one in value.split(b", "))
    return tuple([value for an_id, _, value in every if an_id]), frozenset(links)


def _forbidden(data: bytes) -> tuple[str, ...]:
    if not _suspicious(data):
        return ()
    text = data.decode("utf-8", "replace")
    return tuple(what for what, pattern in _FORBIDDEN.items() if pattern.search(text))


def _suspicious(data: bytes) -> bool:
    plain = data.translate(_PLAIN)
    return any(mark in plain for mark in _MARKS) or any(sign in plain and trace.search(plain) for sign, trace in _TRACES)


def unescaped(value: bytes) -> str:
    """An attribute's value as it is meant."""
    text = value.decode("utf-8", "replace")
    return htmllib.unescape(text) if "&" in text else text
