"""A typed text as an announcer says it: no digit, no sign, no bare abbreviation is left.

Rules run one after another; what an earlier one has put into words no later one touches. The last step holds the
promise whatever came before: what is still no letter, blank or stop is taken out, what is still an abbreviation is spelled.
"""

import re
import unicodedata
from dataclasses import dataclass

from plugins.model.glossary import Glossary
from plugins.model.text import nfc
from plugins.radio import dates, quantities
from plugins.radio.documents import say_documents
from plugins.radio.letters import NAMES, address, has_vowel, is_syllable, spelled
from plugins.radio.numbers import Voice, amount, cardinal, one_by_one, roman
from plugins.radio.typed import BEFORE_WARD, as_usual

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"'()]*[\w/]|(?<![\w.@-])(?:[\w-]+\.)+(?:vn|com|org|net|gov|edu|info|me|io|app|link|page|example)(?![\w-])(?:/[\w./?=&%-]*[\w/])?", re.IGNORECASE)
_INTRODUCED = re.compile(r"\s*\(([^\W\d_][\w&. -]{1,18})\)")
_BULLET = re.compile(r"^\s*(?:[-+*•–—●▪◦·]\s+|[-+•●▪](?=[^\W\d]))")
_PART = re.compile(r"^\s*([IVX]{1,5})\s?[.)]\s+")
_FIRST = re.compile(r"^\s*(\d{1,2})\s?[.)]\s+(?=\D)")
_UNDER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=\D)")
_LETTER = re.compile(r"^\s*([a-zđ])\)\s+")
_SIGNS = (
    (r"\s?&\s?", " và "), (">=", "≥"), ("<=", "≤"), (r"≥\s?(\d+(?:[.,]\d+)*(?:\s?%|\s?(?:tuổi|điểm|ngày|tháng|năm|lần|người|hộ|triệu đồng|đồng)(?!\w))?)", r"từ \1 trở lên"), (r"≤\s?", "không quá "), (r"<\s?(?=\d)", "dưới "), (r">\s?(?=\d)", "trên "),
    (r"(?<=\w)\s?[×x]\s?(?=\d)", " nhân "), (r"(?<![^\W_])([A-D])\+(?!\w)", r"\1 cộng"), (r"(?<=[^\W\d])\s\+\s(?=\w)", " và "), (r"~\s?(?=\d)", "khoảng "), (r"±\s?", "cộng trừ "), (r"\s?=\s?", " bằng "), (r"(?<=\d)\s?÷\s?(?=\d)", " chia "), (r"(?<=\d)\s?\+\s?(?=\d)", " cộng "),
    ("№", "số "), (r"§\s?", "mục "), ("và/hoặc", "và hoặc"), (r"(?<=\d)k(?!\w)", " nghìn"),
    (r"(?<!\w)Q\.\s?(?=\d)", "quận "), (BEFORE_WARD + r"P\.\s?(?=[^\W\d_])", "phường "), (r"(?<!\w)[Tt]r\.\s?(?=\d)", "trang "),
    (r"(?<=\dđ)\s?[-–—]\s?(?=\d)|(?<=đồng)\s[-–—]\s(?=\d)|(?<=%)\s?[-–—]\s?(?=\d[\d.,]*\s?%)", " đến "),
    (r"((?:bản đồ|tỷ lệ|tỉ lệ)\s+\d+)\s?:\s?(?=\d)", r"\1 trên "), (r"(?<![\w.])([A-ZĐ])\.(?=[,;)])", r"\1"),
)  # fmt: skip
_STOPS = ".,;:?!"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said, and the short forms that had to be spelled since no list knows them."""

    text: str
    spelled: tuple[str, ...] = ()


@dataclass(frozen=True)
class Speaker:
    """Puts typed text into words, in the way of one place."""

    voice: Voice
    terms: Glossary

    def say(self, typed: str) -> Spoken:
        """One paragraph; "" when it holds nothing to say."""
        text = re.sub(r"\s+", " ", nfc(typed))
        text = as_usual(text)
        text = self._marker(text)
        text = re.sub(r"\./\.\s*$", ".", text)
        text = _WEB.sub(lambda match: address(match[0]), _MAIL.sub(lambda match: address(match[0]), text))
        text = quantities.FORM.sub(lambda match: quantities.form(match, self.voice), text)
        text = _INTRODUCED.sub(self._once, text)
        text = say_documents(text, self.voice, self.terms)
        text = self.terms.pattern.sub(self._term, text)
        for sign, said in _SIGNS:
            text = re.sub(sign, said, text)
        for pattern, rule in (*quantities.NAMES, *dates.RULES, *quantities.RULES):
            text = pattern.sub(lambda match, rule=rule: rule(match, self.voice), text)  # type: ignore[misc]
        return self._finished(text)

    def _term(self, match: "re.Match[str]") -> str:
        """A short form in words, without those that are typed before it: "Chỉ số PAR INDEX", "thủ tục TTHC"."""
        if any(c.isdigit() for c in match[0]):
            return match[0]
        said = self.terms.said(match[0])
        words, before = said.split(), match.string[: match.start()].casefold().split()[-4:]
        twice = next((count for count in (4, 3, 2) if len(words) > count and before[-count:] == [word.casefold() for word in words[:count]]), 0)
        return " ".join(words[twice:]) if twice else said

    def _once(self, match: "re.Match[str]") -> str:
        """A short form in brackets behind the words that it stands for is not said: cải cách hành chính (CCHC)."""
        term = self.terms.terms.get(match[1])
        before = match.string[: match.start()].rstrip().casefold()
        return "" if term and before.endswith((term.meaning.casefold(), term.spoken.casefold())) else match[0]

    def _marker(self, text: str) -> str:
        """The mark of a list or a part at the head of a paragraph."""
        part = _PART.match(text)
        if part and roman(part[1]):
            return f"Phần {cardinal(roman(part[1]), self.voice)}. {text[part.end() :]}"
        text = _BULLET.sub("", text)
        if under := _UNDER.match(text):
            return f"Mục {amount(under[1], self.voice)}, {text[under.end() :]}"
        if first := _FIRST.match(text):
            return f"{cardinal(int(first[1]), self.voice).capitalize()} là, {text[first.end() :]}"
        if letter := _LETTER.match(text):
            return f"Ý {NAMES[letter[1]]}, {text[letter.end() :]}"
        return text

    def _finished(self, text: str) -> Spoken:
        unknown: list[str] = []
        text = re.sub(r"\d+", lambda match: f" {one_by_one(match[0])} " if match[0].isascii() else " ", text)
        text = re.sub(r"[^\W\d_]+", lambda match: _word(match[0], unknown), text)
        return Spoken(_sentences(_stops(text)), tuple(dict.fromkeys(unknown)))


def _word(word: str, unknown: list[str]) -> str:
    """A word as it can be said: capitals are softened, what is no syllable or has no vowel is spelled, a lone consonant is named."""
    if len(word) == 1:
        return NAMES[word.casefold()] if word.casefold() in NAMES and not re.fullmatch("[aeiouyăâêôơư]", word.casefold()) else word
    if sum(char.isupper() for char in word) < 2 and has_vowel(word):
        return word
    if word.isupper() and is_syllable(word):
        return word.lower()
    unknown.append(word)
    return spelled(word)


def _stops(text: str) -> str:
    """Brackets and dashes as halts, quotation marks and every other sign gone."""
    text = re.sub(r"\s*(?:…|\.{3,})\s*$", ".", text)
    text = re.sub(r"\s*(?:…|\.{2,})", ",", text)
    text = re.sub(r"\s+[-–—−]+\s+|\s*[–—]\s*|\s*[()\[\]{}|/]\s*", ", ", text)
    text = text.replace("-", " ")
    kept = "".join(char if char in _STOPS or char.isspace() or unicodedata.category(char)[0] in "LM" else " " for char in text)
    kept = re.sub(r"\s+", " ", kept)
    kept = re.sub(r"\s+([.,;:?!])", r"\1", kept)
    kept = re.sub(r"([.;:?!])(?:[.,;:?!])+", r"\1", re.sub(r",+([.;:?!])", r"\1", re.sub(r",{2,}", ",", kept)))
    return re.sub(r"([.,;:?!])(?=\w)", r"\1 ", kept).strip(" ,;:")


def _sentences(text: str) -> str:
    """Each sentence begins with a capital, the last one ends."""
    text = re.sub(r"(^|[.?!]\s+)(\w)", lambda match: match[1] + match[2].upper(), text.lstrip(_STOPS + " "))
    return text if not text or text[-1] in ".?!" else f"{text}."
