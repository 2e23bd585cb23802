"""Text as it is compared: folded syllables. ``theme/static/search.js`` folds in the same way, and a test holds them together."""

import re

from plugins.model.text import fold

# Letters with marks up to the Latin extensions, and the marks themselves: all that a Vietnamese keyboard gives, in NFC or NFD.
_BARE = {point: fold(chr(point)) for point in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00), 0x212A, 0x212B)} | dict.fromkeys(range(0x300, 0x370))
# "kí" and "ký", "lí" and "lý", "quí" and "quý" are one word; "tai" and "tay" are not.
_Y = re.compile(r"(^|[^a-z0-9]|[b-df-hj-np-tv-xz]|qu)y(?![a-z0-9])")
_SYLLABLE = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[\w\u0300-\u036f]+")


def plain(text: str) -> str:
    """A text without marks, in lower case."""
    return text.translate(_BARE)


def bare(text: str) -> str:
    """The same, with one spelling of i and y."""
    return _Y.sub(r"\1i", plain(text))


def syllables(text: str) -> list[str]:
    """``Đăng kí, 131/KH-UBND`` → ``dang ki 131 kh ubnd``."""
    return _SYLLABLE.findall(bare(text))


class Folded(dict[str, tuple[str, ...]]):
    """Words with their syllables, each folded once: ten thousand titles are made of a few thousand words."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        self[word] = made = tuple(syllables(word))
        return made

    def of(self, text: str) -> list[str]:
        """The same as :func:`syllables`."""
        return [one for word in _WORD.findall(text) for one in self[word]]
