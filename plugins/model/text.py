"""Vietnamese text: composing, folding, slugs, alphabetical order, nearest word.

The letter đ has no Unicode decomposition, so folding is NFD-strip *and* đ → d.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

SLUG_LIMIT = 100
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Tones in dictionary order: level, grave, hook, tilde, acute, dot below.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_MARKS = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex and horn make another letter


def nfc(text: str) -> str:
    """Precomposed Unicode (TCVN 6909:2001), no-break spaces made plain, trimmed."""
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u202f", " ").strip()


class _Bare(dict[int, str]):
    """Each letter without its marks, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code)).replace("Đ", "d").replace("đ", "d")
        return self.setdefault(code, "".join(c for c in bare if not unicodedata.combining(c)))


_BARE = _Bare()


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower-case letters without marks: ``Đăng ký`` → ``dang ky``."""
    return (text if text.isascii() else text.translate(_BARE)).lower()


@lru_cache(maxsize=20_000)
def slugify(text: str, limit: int = 80) -> str:
    """Address form of a text, cut at a hyphen to at most ``limit`` characters; may be empty."""
    slug = text if _SLUG.fullmatch(text) else _BETWEEN.sub("-", fold(text)).strip("-")
    if len(slug) > limit:
        slug = slug[: limit + 1].rpartition("-")[0] or slug[:limit]
    return slug


def is_slug(text: str) -> bool:
    """Whether a text may stand in an address: a-z, 0-9, single hyphens, not a device name."""
    return len(text) <= SLUG_LIMIT and bool(_SLUG.fullmatch(text)) and text not in _RESERVED


@lru_cache(maxsize=20_000)
def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Key of Vietnamese alphabetical order: letters first, tones second, case last."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text).lower():
        tone, base = 0, char
        parts = unicodedata.normalize("NFD", char)
        if len(parts) > 1:
            tone = next((_TONES[p] for p in parts if p in _TONES), 0)
            base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
        place = _ALPHABET.find(base)
        letters.append(100 + place if place >= 0 else min(ord(base[0]), 99))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice most like a word, marks and case forgiven; empty when none is near."""
    by_fold = {fold(c): c for c in reversed(list(choices))}
    starting = [c for folded, c in by_fold.items() if len(word) > 3 and folded.startswith(fold(word))]
    if starting:
        return min(starting, key=len)
    found = difflib.get_close_matches(fold(word), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""
