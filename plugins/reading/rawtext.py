"""Bytes to text: size limit, UTF-8 or UTF-16 with its mark, NFC, and characters that a reader cannot see."""

import re
import unicodedata
from dataclasses import dataclass

from plugins.model.problems import Problem, problem
from plugins.reading.oldtext import old_text

SIZE_LIMIT = 1_000_000
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u2061\u2062\u2063\u2064"))
_SPACES = {0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x2028: "\n", 0x2029: "\n\n", 0x000B: "\n", 0x000C: "\n"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ufdd0-\ufdef]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_MARKS = re.compile(r"(?:[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]){4,}")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_MIXED = re.compile(r"\w*(?:[A-Za-zÀ-ỹ][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-zÀ-ỹ])\w*")


@dataclass(frozen=True, slots=True)
class RawText:
    """Text of a file with ``\\n`` line ends, or None when it cannot be read; and what was noticed."""

    text: str | None
    problems: tuple[Problem, ...]


def decode(data: bytes) -> RawText:
    """Readable NFC text, or the reason why not. Problems have an empty path."""
    if len(data) > SIZE_LIMIT:
        size = f"{len(data) / 1e6:.1f} MB".replace(".", ",")
        return RawText(None, (problem("file-too-large", "", size=size, limit=f"{SIZE_LIMIT // 1_000_000} MB"),))
    try:
        text = _characters(data)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return RawText(None, (problem("encoding-not-utf8", "", line, guess=_guess(data)),))
    if not text.strip("\ufeff \t\r\n\u00a0\u200b"):
        return RawText(None, (problem("file-empty", ""),))
    return _clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def _characters(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    return data.decode("utf-8").lstrip("\ufeff")


def _guess(data: bytes) -> str:
    if b"\x00" in data[:200]:
        return "có vẻ là UTF-16"
    if any(byte in data for byte in (0xCC, 0xD2, 0xDE, 0xEC, 0xF2)):
        return "có vẻ là Windows-1258"
    return "có byte hỏng, hoặc bảng mã cũ của Windows"


def _clean(text: str) -> RawText:
    problems = [*_at(text, _CONTROL, "control-character"), *_at(text, _BIDI, "bidi-character")]
    invisible = sum(text.count(chr(code)) for code in _INVISIBLE)
    text = text.translate(_INVISIBLE).translate(_SPACES)
    if invisible:
        problems.append(problem("invisible-removed", "", count=invisible))
    text = unicodedata.normalize("NFC", text)
    problems += [problem("marks-flood", "", _line(text, m.start())) for m in list(_MARKS.finditer(text))[:1]]
    problems += _at(text, _PRIVATE, "private-character")
    problems += [
        problem("lookalike-letter", "", _line(text, m.start()), word=m.group(), shown=_codes(m.group()))
        for m in list(_MIXED.finditer(text))[:3]
    ]
    if "\ufffd" in text:
        problems.append(problem("replacement-character", "", _line(text, text.index("\ufffd"))))
    return RawText(text, (*problems, *old_text(text)))


def _codes(word: str) -> str:
    return " ".join(f"U+{ord(c):04X}" for c in word if "\u0370" <= c <= "\u04ff")


def _at(text: str, pattern: re.Pattern[str], code: str) -> list[Problem]:
    """The first place of a kind of character on each of the first three lines that hold it."""
    lines: dict[int, str] = {}
    for match in pattern.finditer(text):
        lines.setdefault(_line(text, match.start()), f"U+{ord(match.group()):04X}")
        if len(lines) == 3:
            break
    return [problem(code, "", line, shown=shown) for line, shown in lines.items()]


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
