"""Text of an old font, or shown in a wrong code, known by the text alone: where no font is named, or a wrong one is."""

import re
from collections.abc import Callable
from typing import NamedTuple

from importers.news.oldfonts import OldFont, to_unicode
from importers.news.syllable import WORD, is_syllable

# Words as an old font breaks them: its signs (¸, ­, ©, ½ …) stand inside, though they are no letters today.
_BROKEN = re.compile(r"[A-Za-z\u00a1-\u00ff]+")
_OLD = re.compile(r"[\u00a1-\u00ff]")
_PLAIN = re.compile("[A-Za-z]")  # a sign alone (©, £) is a sign
_TODAY = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_PAIR = re.compile(r"Ã[\u0080-\u00bf\u0152-\u2122 ]|á[º»][\u0080-\u00bf\u0152-\u2122]?|Æ[°¡]|Ä[\u0090\u0091‘ƒ]")


Turn = Callable[[str], str]


class Finding(NamedTuple):
    """What a paragraph seems to be typed in, and what turns it, or a part of it, into today's letters."""

    how: str
    turn: Turn
    font: OldFont | None = None


def finding(text: str, sure: OldFont | None = None) -> Finding | None:
    """None for text of today. ``sure`` is an old font that the rest of the document is known to use.

    A paragraph without any letter of today alone (ệ, ư …) is turned whole; in one that has some, what lies between them is.
    """
    if not _OLD.search(text):
        return None
    if len(_PAIR.findall(text)) >= 2 and _from_mojibake(text):
        return Finding("UTF-8 bị đọc nhầm", lambda part: _from_mojibake(part) or part)
    best = max(((_gain(text, font), font) for font in (OldFont.TCVN3, OldFont.VNI)), key=lambda found: found[0])
    gained, font = best
    if gained < (1 if sure is font else 2) or (gained < 0.15 * len(WORD.findall(text)) and sure is not font):
        return None
    if not _TODAY.search(text):
        return Finding(font.value, lambda part: to_unicode(part, font), font)
    return Finding(font.value, lambda part: _between(part, font), font)


def _between(text: str, font: OldFont) -> str:
    """Stretches without a letter of today, turned where a word in them proves the font; sentences are proved one by one."""
    done: list[str] = []
    stretch: list[str] = []

    def close() -> None:
        joined = "".join(stretch)
        done.append(to_unicode(joined, font) if any(_becomes(word, font) for word in _BROKEN.findall(joined)) else joined)
        stretch.clear()

    for token in re.findall(r"\S+|\s+", text):
        if _TODAY.search(token):
            close()
            done.append(token)
            continue
        stretch.append(token)
        if re.search(r"[.;:!?]$", token):
            close()
    close()
    return "".join(done)


def mended(text: str) -> str:
    """A text as it was meant."""
    found = finding(text)
    return found.turn(text) if found else text


def _gain(text: str, font: OldFont) -> int:
    """Words that become Vietnamese with a table, and are none without."""
    return sum(_becomes(word, font) for word in _BROKEN.findall(text))


def _becomes(word: str, font: OldFont) -> bool:
    return bool(_OLD.search(word)) and bool(_PLAIN.search(word)) and not is_syllable(word) and is_syllable(to_unicode(word, font))


def _from_mojibake(text: str) -> str:
    """UTF-8 that was read as Windows-1252, read again; empty when it cannot be."""
    raw = b""
    for char in text.replace("Ã ", "Ã\u00a0"):  # the byte A0 of à is shown, and typed again, as a blank
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return ""
            raw += bytes([ord(char)])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
