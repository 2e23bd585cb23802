"""The shape of a rendered body: levels of headings, heads of tables, words for pictures."""

import html as htmllib
import re
from collections.abc import Iterator

from plugins.model.problems import Problem, problem

_HEADING = re.compile(r"<h([2-6])[^>]*>(.*?)</h\1>", re.DOTALL)
_TABLE = re.compile(r"<table[^>]*>(.*?)</table>", re.DOTALL)
_HEAD = re.compile(r"<th(?=[\s>])[^>]*>(?:\s|&nbsp;|<(?!/th)[^>]*>)*[^<\s&]")
_TAG = re.compile(r"<[^<>]*>")
_ALT = re.compile(r"<img\b(?=[^>]*?\ssrc=\"([^\"]*)\")[^>]*?\salt=\"([^\"]+)\"")
_FILE = re.compile(r"[\w .()+-]+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)", re.IGNORECASE)
# What cameras, telephones, Word and Zalo call their files.
_MADE_UP = re.compile(r"(?:(?:IMG|DSC[NF]?|PXL|P|z|FB_IMG|received|screenshot)[ _-]?[0-9]{4}[\w().-]*|(?:image|picture|photo|anh|hinh|untitled)[ _-]?\(?[0-9]{1,5}\)?)", re.IGNORECASE)
_IDLE = re.compile(r"(?:(?:ảnh|hình|hình ảnh|tranh|hình vẽ) (?:minh h(?:ọa|oạ)|đại diện|bài viết|[0-9]{1,3})|minh h(?:ọa|oạ)|image|picture|photo|img|alt|untitled|no alt)", re.IGNORECASE)


def shape_problems(html: str, body: str, first: int) -> Iterator[Problem]:
    """What is wrong with the shape of clean HTML; lines are those of the ``body`` that begins on line ``first``."""
    if "<h" in html:
        yield from _headings(html, body, first)
    if "<table" in html:
        yield from _tables(html, body, first)
    if "<img" in html:
        for match in _ALT.finditer(html):
            src, alt = (htmllib.unescape(part) for part in match.groups())
            if is_idle(alt, src):
                yield problem("image-alt-idle", "", _at(alt, body, first), alt=alt)


def is_idle(alt: str, src: str) -> bool:
    """Whether words for a picture say nothing of it: "Ảnh minh họa", or the name of its file."""
    bare = alt.strip(" .()[]*_")
    stem = src.rpartition("/")[2].rpartition(".")[0]
    return any(pattern.fullmatch(bare) for pattern in (_IDLE, _FILE, _MADE_UP)) or (len(bare) > 3 and bare == stem)


def _headings(html: str, body: str, first: int) -> Iterator[Problem]:
    """The first level that is skipped. The page's title is level 1."""
    before = 1
    for level, inner in _HEADING.findall(html):
        if int(level) > before + 1:
            heading = " ".join(htmllib.unescape(_TAG.sub("", inner)).split())
            yield problem("heading-skipped", "", _at(heading, body, first), heading=heading[:60], before=before, level=int(level))
            return
        before = int(level)


def _tables(html: str, body: str, first: int) -> Iterator[Problem]:
    """Tables of several rows, none of whose columns is named; a table of one row is a frame."""
    for match in _TABLE.finditer(html):
        inner = match[1]
        if inner.count("<tr") > 1 and "</td>" in inner and not _HEAD.search(inner):
            words = _TAG.sub("\n", inner).split("\n")
            yield problem("table-headless", "", _at(next((htmllib.unescape(w.strip()) for w in words if w.strip()), "\0"), body, first))


def _at(text: str, body: str, first: int) -> int:
    """The line of a text in the body; 0 when it is not typed like that."""
    place = body.find(text)
    return first + body.count("\n", 0, place) if place >= 0 else 0
