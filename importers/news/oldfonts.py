"""TCVN3 (.VnTime) and VNI: one byte, or a vowel and a mark, for each Vietnamese letter. Tables of our own.

TCVN 5712:1993 gives a code to each letter; VNI types the bare vowel and its mark after it. Programs that know neither
show both as letters of Western Europe (U+00A1 … U+00FF); that is the text that is turned back here.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum


class OldFont(StrEnum):
    """Families of fonts; a ``.Vn…H`` font draws small letters as capitals."""

    TCVN3 = "TCVN3 (.VnTime)"
    TCVN3_CAPITALS = "TCVN3 (.VnTimeH)"
    VNI = "VNI"


# Each letter with the character that its font's code shows as; U+00AD, a soft hyphen today, is ư.
_TCVN3 = dict(
    zip(
        "\u00b5\u00b8\u00b6\u00b7\u00b9\u00a8\u00bb\u00be\u00bc\u00bd\u00c6\u00a9\u00c7\u00ca\u00c8\u00c9\u00cb"
        "\u00cc\u00d0\u00ce\u00cf\u00d1\u00aa\u00d2\u00d5\u00d3\u00d4\u00d6\u00d7\u00dd\u00d8\u00dc\u00de"
        "\u00df\u00e3\u00e1\u00e2\u00e4\u00ab\u00e5\u00e8\u00e6\u00e7\u00e9\u00ac\u00ea\u00ed\u00eb\u00ec\u00ee"
        "\u00ef\u00f3\u00f1\u00f2\u00f4\u00ad\u00f5\u00f8\u00f6\u00f7\u00f9\u00fa\u00fd\u00fb\u00fc\u00fe"
        "\u00ae\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7",
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ",
        strict=True,
    )
)


def _vni() -> Mapping[str, str]:
    plain = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "â": "\u0302"}
    roof = {"à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
    bowl = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
    table = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "iø": "ì", "iù": "í"}
    for vowel in "aeouy":
        marks = {mark: sign for mark, sign in plain.items() if sign != "\u0302" or vowel in "aeo"}
        table |= {vowel + mark: vowel + sign for mark, sign in marks.items()}
    table |= {vowel + mark: f"{vowel}\u0302{sign}" for vowel in "aeo" for mark, sign in roof.items()}
    table |= {"a" + mark: f"a\u0306{sign}" for mark, sign in bowl.items()}
    for horned, letter in (("ô", "ơ"), ("ö", "ư")):
        table |= {horned + mark: letter + sign for mark, sign in plain.items() if sign != "\u0302"}
    whole = {}
    for typed, meant in table.items():
        letter = unicodedata.normalize("NFC", meant)
        whole[typed] = letter
        whole[typed.upper()] = letter.upper()
        if len(typed) == 2:
            whole[typed[0].upper() + typed[1]] = letter.upper()
    return whole


_VNI = _vni()
_VNI_FORMS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_TCVN3_TABLE = str.maketrans(_TCVN3)
# What Word and PDF readers put in the place of a code: a symbol font's private area, a minus for ư, a dot for ã.
_PRIVATE = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}
_SUBSTITUTES = re.compile(r"(?<=[^\W\d_])[\u2212\u2219]|[\u2212\u2219](?=[^\W\d_])")


def font_of(name: str) -> OldFont | None:
    """The family of a font by its name; None for a font of today."""
    bare = name.strip(" '\"").lower()
    if bare.startswith((".vn", "vntime", "vnarial")):
        return OldFont.TCVN3_CAPITALS if bare.endswith("h") else OldFont.TCVN3
    return OldFont.VNI if re.match(r"vni[- _]", bare) else None


def to_unicode(text: str, font: OldFont) -> str:
    """Text of an old font in the letters of today (NFC)."""
    text = unicodedata.normalize("NFC", text.translate(_PRIVATE))
    if font is OldFont.VNI:
        return unicodedata.normalize("NFC", _VNI_FORMS.sub(lambda m: _VNI[m[0]], text))
    text = _SUBSTITUTES.sub(lambda m: "\u00ad" if m[0] == "\u2212" else "\u00b7", text).translate(_TCVN3_TABLE)
    return text.upper() if font is OldFont.TCVN3_CAPITALS else text
