"""Bytes of a saved page or a text file to characters: declared, proved, or refused; never guessed in silence."""

import re
import unicodedata

from importers.container import SourceRefused
from importers.news.notes import Notes
from importers.news.oldcontent import mended
from importers.news.syllable import WORD, is_syllable

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(data: bytes, notes: Notes) -> str:
    """Characters of a file. Raises :class:`SourceRefused` when no code gives Vietnamese."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    if data[:400].count(0) > len(data[:400]) // 4:
        raise SourceRefused("import-encoding", guess="có vẻ là UTF-16 hoặc tệp không phải chữ")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _old(data, notes)


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise SourceRefused("import-encoding", guess=f"tệp ghi là {name.upper()} nhưng có byte hỏng") from error


def _old(data: bytes, notes: Notes) -> str:
    """Windows-1258, or bytes of an old font; the one that makes Vietnamese is taken, and told."""
    match = _DECLARED.search(data[:4096])
    declared = (match[1] or match[2]).decode("ascii", "replace").lower() if match else ""
    if declared in {"utf-8", "utf8"} and _mostly(data):
        notes.ask("Tệp ghi là UTF-8 nhưng có byte hỏng: tìm dấu � trong bài và gõ lại chữ bị mất")
        return data.decode("utf-8", "replace")
    western = data.decode("cp1252", "replace") if declared not in {"iso-8859-1", "latin1"} else data.decode("latin-1")
    windows = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    fonts = "\n".join(mended(line) for line in western.split("\n"))
    best = max((windows, fonts), key=_vietnamese)
    if _vietnamese(best) < 0.9:
        raise SourceRefused("import-encoding", guess=f"tệp ghi là {declared}" if declared else "không ghi bảng mã")
    if best is windows:
        notes.guess("Chữ được đọc theo bảng mã Windows-1258")
        return windows
    return western  # its paragraphs are turned, and told, later


def _mostly(data: bytes) -> bool:
    """UTF-8 but for a few bytes."""
    return data.decode("utf-8", "replace").count("\ufffd") <= max(3, len(data) // 2000)


def _vietnamese(text: str) -> float:
    """Part of the marked words that are Vietnamese syllables; 0 when there are none, or when bytes were lost."""
    marked = [word for word in WORD.findall(text) if not word.isascii()]
    return sum(map(is_syllable, marked)) / len(marked) if marked and text.count("\ufffd") * 50 < len(marked) else 0.0
