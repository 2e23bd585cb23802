"""Names of letters, and words that are spelled: addresses of the web, codes, abbreviations that nobody knows."""

import re
import unicodedata

from plugins.radio.numbers import one_by_one

NAMES = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "ê": "ê", "f": "ép phờ", "g": "giê", "h": "hát",
    "i": "i", "j": "gi", "k": "ca", "l": "e lờ", "m": "em mờ", "n": "en nờ", "o": "o", "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy",
    "r": "e rờ", "s": "ét sì", "t": "tê", "u": "u", "ư": "ư", "v": "vê", "w": "vê kép", "x": "ích xì", "y": "i dài", "z": "dét",
}  # fmt: skip
_SIGNS = {
    ".": "chấm", "/": "gạch chéo", "-": "gạch ngang", "_": "gạch dưới", "@": "a còng", ":": "hai chấm", "?": "dấu hỏi", "=": "bằng",
    "&": "và", "%": "phần trăm", "#": "dấu thăng", "~": "dấu ngã", "+": "dấu cộng",
}  # fmt: skip
# Parts of addresses that people say as words.
_WORDS = {"gov": "gờ o vê", "com": "com", "org": "o rờ gờ", "edu": "e đu", "dichvucong": "dịch vụ công", "chinhphu": "chính phủ", "zalo": "da lô", "facebook": "phây búc"}
_VOWEL = re.compile("[aeiouyăâêôơư]", re.IGNORECASE)
_SYLLABLE = re.compile(r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE)


def spelled(word: str) -> str:
    """``KSTT`` → ca ét sì tê tê; digits one by one."""
    bare = unicodedata.normalize("NFC", word).casefold()
    return " ".join(one_by_one(char) if char.isdigit() and char.isascii() else NAMES.get(char, NAMES.get(_base(char), "")) for char in bare).strip()


def _base(char: str) -> str:
    """The letter below a tone mark."""
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", char) if c not in "\u0300\u0301\u0303\u0309\u0323"))


def has_vowel(word: str) -> bool:
    """Whether there is anything to sound: ``Ths`` and ``trđ`` are short forms in small letters."""
    return any(_VOWEL.match(unicodedata.normalize("NFD", char)) or char in "ươƯƠ" for char in word)


def is_syllable(word: str) -> bool:
    """Whether letters can be said as one Vietnamese syllable: KHÔNG can, UBND cannot."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word.replace("Đ", "D").replace("đ", "d")) if not unicodedata.combining(c))
    return bool(_SYLLABLE.fullmatch(bare))


def address(typed: str) -> str:
    """``cchc@lamkhe.gov.vn`` → xê xê hát xê a còng lamkhe chấm gờ o vê chấm vê en nờ. What begins every address is not said."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", typed).rstrip("/")
    parts = re.findall(r"[^\W\d_]+|\d+|[\W_]", bare)
    return " ".join(filter(None, map(_part, parts)))


def _part(part: str) -> str:
    if part.isdigit():
        return one_by_one(part)
    if not part.isalpha():
        return _SIGNS.get(part, "")
    return _WORDS.get(part.casefold()) or (part.lower() if len(part) > 2 and _VOWEL.search(part) else spelled(part))
