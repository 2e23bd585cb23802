"""Text of another age: UTF-8 shown as Windows-1252 (mojibake), TCVN3 and VNI fonts. Told, never changed."""

import re

from plugins.model.problems import Problem, problem

# A letter that Vietnamese never uses, beside a Latin one: what a TCVN3 typist's font shows as a marked letter.
_ODD = "¡¢£¤¥¦§¨©¬®¯±´µ¶·¸¹º»¼½¾¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ\u00ad"
_TCVN3 = re.compile(rf"\b[^\W\d_]+[{_ODD}]|(?<!\w)[{_ODD}][a-zA-Z]")
_TCVN3_LETTER = re.compile(f"[{_ODD}]")
# VNI types a vowel and its mark as two letters, in pairs that no Vietnamese word holds.
_VNI_PAIRS = (
    *(("aA", "âáàãêéèúåäëüÂÁÀÃÊÉÈÚÅÄËÜ"), ("eE", "âáàãåäÂÁÀÃÅÄ"), ("oO", "âåäÂÅÄ")),
    *(("aeouyöôAEOUYÖÔ", "øûïõùØÛÏÕÙ"), ("ñ", "aeiouyöô"), ("öÖ", "ôÔøûïõ")),
)
_VNI = re.compile("|".join(f"[{first}][{second}]" for first, second in _VNI_PAIRS))


def _bytes(letters: str) -> bytes:
    """A class of the last bytes of letters in UTF-8."""
    return b"[" + b"".join(re.escape(letter.encode()[-1:]) for letter in letters) + b"]"


# The same as far as ordinary letters hide it, many times as fast: the second letter of a pair begins with the byte C3.
_MAY_BE_VNI = re.compile(
    b"\xc3(?<=" + _bytes("".join(first for first, _ in _VNI_PAIRS)) + b"\xc3)"
    b"(?:" + b"|".join(b"(?<=" + _bytes(first) + b"\xc3)" + _bytes(second) for first, second in _VNI_PAIRS) + b")"
)
_PAIRS = re.compile(r"(?:Ã[\u0080-\u00bf]|(?<![A-ZÀ-Ỹ])Ã[\u0152-\u2122 ]|á[º»][\u0080-\u00bf\u0152-\u2122 ]?|Æ[°¡]|Ä[\u0090\u0091‘ƒ])")
# "hÃ nh": the second letter of "à" is a blank that does not break, and seldom outlives a paste.
_LOST_BLANK = re.compile(r"Ã (?=[\w.,;:])")
_WORD = re.compile(r"\w+")


def old_text(text: str, ordinary: bool = False) -> list[Problem]:
    """At most one warning of each kind; 15 % of the words of a line must look broken, and two at least.

    ``ordinary`` says that the text holds letters of Vietnamese only: then VNI can hide in it, and words such as ``vÃ  lÃ ``.
    """
    mojibake = (not ordinary or "Ã" in text) and _PAIRS.search(text)
    fonts = [("VNI", _VNI)] if (not ordinary or _MAY_BE_VNI.search(text.encode())) and _VNI.search(text) else []
    fonts += [] if ordinary or not _TCVN3_LETTER.search(text) else [("TCVN3 (.VnTime)", _TCVN3)]
    found: dict[str, Problem] = {}
    for number, line in enumerate(text.split("\n") if mojibake or fonts else (), 1):
        if mojibake and "mojibake" not in found and len(_PAIRS.findall(line)) >= 2:
            found["mojibake"] = problem("mojibake", "", number, sample=line[:60], likely=_likely(line)[:60])
            continue
        for font, pattern in fonts:
            if "legacy" not in found and _share(pattern, line) >= 0.15:
                found["legacy"] = problem("legacy-font", "", number, font=font, sample=line[:60])
    return list(found.values())


def _share(pattern: re.Pattern[str], line: str) -> float:
    """Part of a line's words that look broken; 0 when fewer than two do."""
    if len(pattern.findall(line)) < 2:
        return 0
    words = _WORD.findall(line)
    hits = sum(bool(_VNI.search(word)) for word in words) if pattern is _VNI else len(pattern.findall(line))
    return hits / max(len(words), 1) if hits >= 2 else 0


def _likely(line: str) -> str:
    """The text that was meant, as far as the broken letters can be turned back."""
    line = _LOST_BLANK.sub("Ã\u00a0", line)
    try:
        return line.encode("cp1252", errors="strict").decode("utf-8")
    except UnicodeError:
        raw = b"".join(c.encode("cp1252", errors="ignore") or c.encode("latin-1", errors="ignore") for c in line)
        return raw.decode("utf-8", errors="ignore")
