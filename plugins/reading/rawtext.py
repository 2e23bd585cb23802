"""Bytes to text: size limit, UTF-8 or UTF-16 with its mark, NFC, and characters that a reader cannot see."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from plugins.model.problems import Problem, problem
from plugins.reading.oldtext import old_text

SIZE_LIMIT = 1_000_000
# A joiner between two pictographs makes one emoji of them and stays.
_INVISIBLE = re.compile(r"[\u200b\u200c\u2060-\u2064\ufeff\u00ad\u180e\u200e\u200f\u061c]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])")
_SPACES = {0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x2028: "\n", 0x2029: "\n\n", 0x000B: "\n", 0x000C: "\n"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ufdd0-\ufdef]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_MARKS = re.compile(r"(?:[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]){4,}")
# A letter with a mark of its own that could be one sign, and letters that are one sign: both in one text come of two sources.
_APART = re.compile(r"[A-Za-zĂÂÊÔƠƯăâêôơư][\u0300-\u0303\u0306\u0309\u031b\u0323]")
_TWO_SOURCES = 3  # fewer are a word or two: mended without a word
_COMPOSED = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĨĩŨũƠơƯưẠ-ỹ]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_LATIN, _OTHER = "A-Za-z\u00c0-\u024f\u1e00-\u1eff", "\u0370-\u03ff\u0400-\u04ff"
_WORD = re.compile(r"\w+")
# What nearly every text is made of alone: none of it is looked for by the other patterns, and all of it is NFC.
ORDINARY = r"\t\n -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–—“”‘’…•₫→≥≤"
_UNUSUAL = re.compile(rf"[^{ORDINARY}]")
_MIXED = re.compile(rf"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")


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
    if _is_wide(data):
        return RawText(None, (problem("encoding-not-utf8", "", 1, guess=_guess(data)),))
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


def _is_wide(data: bytes) -> bool:
    """UTF-32, or UTF-16 without its mark: bytes that a UTF-8 reader would take for text full of NUL."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return True
    return not data.startswith((b"\xff\xfe", b"\xfe\xff")) and data[:400].count(0) > len(data[:400]) // 4


def _guess(data: bytes) -> str:
    if b"\x00" in data[:200]:
        return "có vẻ là UTF-16 hoặc UTF-32"
    if any(byte in data for byte in (0xCC, 0xD2, 0xDE, 0xEC, 0xF2)):
        return "có vẻ là Windows-1258"
    return "có byte hỏng, hoặc bảng mã cũ của Windows"


def _clean(text: str) -> RawText:
    if not _UNUSUAL.search(text):
        return RawText(text, tuple(old_text(text, ordinary=True)))
    problems = [*_at(text, _CONTROL, "control-character"), *_at(text, _BIDI, "bidi-character")]
    old = old_text(text)
    text, invisible = _INVISIBLE.subn("", _CONTROL.sub("", text))
    text = text.translate(_SPACES)
    if invisible:
        problems.append(problem("invisible-removed", "", count=invisible))
    apart = len(_APART.findall(text))
    composed = unicodedata.normalize("NFC", text)
    if apart >= _TWO_SOURCES and _COMPOSED.search(text):
        problems.append(problem("text-decomposed", "", _line(text, _first(_APART, text)), count=apart))
    text = composed
    problems += [problem("marks-flood", "", _line(text, m.start())) for m in list(_MARKS.finditer(text))[:1]]
    problems += _at(text, _PRIVATE, "private-character")
    mixed = (m for m in _WORD.finditer(text) if _MIXED.search(m.group())) if _MIXED.search(text) else iter(())
    problems += [
        problem("lookalike-letter", "", _line(text, m.start()), word=m.group(), shown=_codes(m.group())) for m in islice(mixed, 3)
    ]
    if "\ufffd" in text:
        problems.append(problem("replacement-character", "", _line(text, text.index("\ufffd"))))
    return RawText(text, (*problems, *old))


def _first(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else 0


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
