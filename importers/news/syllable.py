"""What a Vietnamese syllable can look like: the measure by which text of an old font is told from text of today."""

import re
import unicodedata
from functools import lru_cache

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
_NUCLEUS = (
    r"(?:uyê|uya|uyu|uôi|ươi|ươu|iêu|yêu|oai|oay|oao|oeo|uây|uêu"
    r"|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
)
_SYLLABLE = re.compile(rf"{_ONSET}{_NUCLEUS}(?:ng|nh|ch|[cmnpt])?")
WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether a word, tones and case apart, is built as Vietnamese syllables are; two tones on one make none."""
    parts = unicodedata.normalize("NFD", word.lower())
    if sum(char in "\u0300\u0301\u0303\u0309\u0323" for char in parts) > 1:
        return False
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", parts.translate(_TONES))))
