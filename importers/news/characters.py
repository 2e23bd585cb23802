"""Characters as they may stand in a content file: composed, visible, in their plain form; what was taken out is counted."""

import re
import unicodedata
from collections import Counter

_SPACES = {0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x2009: " ", 0x2002: " ", 0x2003: " ", 0x3000: " ", 0x0009: " "}
_BREAKS = {0x2028: "\n", 0x2029: "\n", 0x000B: "\n", 0x000C: "\n", 0x0085: "\n"}
_PLAIN = {0x2011: "-", 0x2010: "-", 0x00AD: "", 0x2024: "."}
# Bullets of the fonts Symbol and Wingdings, as Word stores them; check marks, arrows and the rest stay and are told.
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC, 0xF0A8, 0xF06E, 0xF075, 0xF02D, 0xF0E0), "-")
_CLASSES = {
    "ký tự độ rộng bằng 0": re.compile(r"[\u200b\u200c\u2060-\u2064\ufeff\u180e]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"),
    "ký tự đảo chiều chữ": re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]"),
    "gạch nối mềm": re.compile("\u00ad"),
    "ký tự điều khiển": re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]"),
    "dấu chồng quá ba lần trên một chữ": re.compile(r"(?<=[\u0300-\u036f]{3})[\u0300-\u036f]+"),
}
# Most texts hold none of it.
_UNUSUAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u0300-\u036f\u061c\u180e\u2002-\u2011\u2024\u2028-\u202f\u2060-\u2069\u3000\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


def tidy(text: str, removed: Counter[str] | None = None) -> str:
    """NFC text without what nobody sees. ``removed`` is added to: what was taken out, or composed, and how often."""
    if not _UNUSUAL.search(text):
        return text
    count = Counter[str]() if removed is None else removed
    for name, pattern in _CLASSES.items():
        text, found = pattern.subn("", text)
        if found:
            count[name] += found
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        count["chữ có dấu rời (NFD)"] += sum(map(bool, map(unicodedata.combining, text)))
    return composed.translate(_SPACES | _BREAKS | _PLAIN | _BULLETS)


def one_line(text: str) -> str:
    """Blanks and line ends folded."""
    return " ".join(text.split())
