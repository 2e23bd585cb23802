"""Number and symbol ("số, ký hiệu") as typed and as they should be (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3)."""

import re
from functools import lru_cache
from typing import NamedTuple

from plugins.model.citations.kinds import ABBREVIATIONS

_UP = "A-ZĐƯƠÂÊÔĂ"
# A group of a symbol: capitals, the small letters of TTr, TTg, QyĐ, QĐi, ThU, digits after a letter, dots inside (V.I, QH.11).
_GROUP = rf"[{_UP}](?:[{_UP}\drgiytđ]|[hx](?=[{_UP}])){{0,19}}(?:\s?&\s?[{_UP}]{{1,9}})?(?:\.[{_UP}\d][{_UP}\drgiyt]{{0,9}}){{0,4}}"
_JOIN = r"(?:\s{0,2}[-–—_/]|[-–—_/]\s{0,2})"
# A type that a blank parts from its number ("298 KH/TWĐTN"), and a symbol typed in small letters ("21/nq-hđnd").
_TYPED = "NQ|QĐ|QD|CT|TB|HD|KH|BC|TTr|CV|KL|CTr|NĐ|TT"
_SMALL = "(?:(?:nq|qđ|qd|ct|tb|hd|kh|bc|ttr|cv|nđ|tt|cđ|gm|hđ)[-–][a-zđ]{2,9}|(?(year)[a-zđ]{2,5}|(?!)))"
# A symbol of which the end is sure may have the next word glued to it: "131/2025/NĐ-CPQuy định".
_RUN_ON = r"(?:(?<=-CP)|(?<=-TTg)|(?<=/TW)|(?<=-UBND)|(?<=-HĐND))(?=[A-ZĐ][a-zà-ỹ])"
# A number with its symbol, or alone with a year, or alone after "số", or before a date or an issuer. Every quantifier is bounded, so that
# no text takes longer than its length.
NUMBER = re.compile(
    rf"[0-9](?:(?<![\w/–—-][0-9])|(?<=[sS][ốỐ][0-9])|(?<=SỐ[0-9]))(?<![0-9][.,:][0-9])(?P<so>(?<=[ốỐ]\s[0-9])|(?<=[ốỐ][0-9]))?"
    rf"(?P<more>[0-9]{{0,5}}(?:\.[0-9]{{1,3}})?[a-zđA-H]?)"
    rf"(?:(?:\s{{0,2}}[/-]\s{{0,2}}(?P<year>(?:19|20)\d\d))?(?:\s{{0,2}}[/\\–—-]\s{{0,2}}|\s{{1,2}}(?=(?:{_TYPED})\s?[/–-]\s?[{_UP}]))"
    rf"(?:(?P<first>{_GROUP})(?P<wide>\s{{1,2}}[-–/]\s{{1,2}}{_GROUP})?(?P<rest>(?:{_JOIN}{_GROUP}){{0,6}})(?P<house>(?<=QH)\s\d\d|(?<=HĐNN)\s\d(?!\d)|(?<=-BGD)\sĐT(?:-[A-ZĐ]{{2,9}})?|(?<=-BTN)\sMT|(?<=-BKH)\s(?:CN|ĐT)|(?<=-BTT)\sTT|-[a-zđ]|/nb)?"
    rf"|(?P<small>{_SMALL}))(?P<late>(?(year)(?!)|/(?:19|20)\d\d))?(?:(?!\w)|{_RUN_ON})"
    r"|(?P<of>/(?:19|20)\d\d)?(?P<glued>(?<=\d)[A-ZĐ]{2,5})?(?![\w/–-])(?(of)|(?(so)|(?=\s{0,2}[,(]?\s{0,2}(?:(?:[Nn]gày|NGÀY|của|CỦA|về)\s|(?:năm|NĂM)\s{1,3}(?:19|20)\d\d(?!\s?[-–]\s?\d)|(?:và\s{1,2})?(?:Nghị|Chỉ|Kết|Quyết)\s\w{2,5}\s\d)))))"
)
# Types and bodies that are run together or parted by a blank.
_TYPE = "NQ|NĐ|QĐ|QD|TT|CT|KH|TB|BC"
_MINISTRY = "CA|CT|CĐ|GDĐT|GD&ĐT|GTVT|KHCN|KH&CN|KHĐT|KH&ĐT|LĐTBXH|NN|NNPTNT|NNMT|NV|NG|QP|TC|TNMT|TN&MT|TP|TTTT|TT&TT|VHTTDL|VHTT&DL|XD|YT"
_BODY = rf"CP|UBND|HĐND|TTg|CTUBND|VPCP|B(?:{_MINISTRY})"
_RUN_TOGETHER = re.compile(rf"({_TYPE})({_BODY})")
_APART = re.compile(rf"({_TYPE}|TTr)\s{{1,2}}({_BODY})(?!\w)")
_NAME_AFTER = re.compile(r"\s{1,2}[-–/]\s{1,2}(?:UBND|HĐND|Sở|TP)\s+[a-zđ]")
# First groups of letters that tell a body without further proof.
_KNOWN_BODY = re.compile(rf"(?:UBND|HĐND|VP[A-ZĐ]{{2,5}}|[BS](?:{_MINISTRY}))")
_CASE = {name.casefold(): name for name in ("TTg", *reversed(ABBREVIATIONS))}  # the first spelling is the law's
_OTHER_THINGS = {"TTHĐND", "TTUBND", "TTCP", "TTTTg", "BCCP", "BCTTg", "BCBCĐ"}  # Thường trực HĐND, Thanh tra Chính phủ; the others were never issued
# Judgments, licences, certificates and tenders are numbered like documents and are none of Điều 7.
_OTHER_PAPER = re.compile(r"(?:DS|HS|HC|HNGĐ|KDTM|LĐ|QĐST)(?:-(?:ST|PT|GĐT))?|(?:GP|GCN|GPXD|GPKD|GXN|ĐKKD|CCHN|GCNQSDĐ|TLK[SHT]|HSMT|HSDT)")
_LICENCES = frozenset({"CCHN", "GPHĐ", "GPXD", "ĐKKD", "GCN", "GCNĐKKD"})


class Number(NamedTuple):
    """A number where it stands; ``groups`` of its symbol, none when it stands alone; ``slashed`` unless a hyphen precedes the symbol."""

    text: str
    start: int
    end: int
    year: str
    groups: tuple[str, ...]
    slashed: bool
    shouted: bool = True  # in capitals, as symbols are

    @property
    def head(self) -> str:
        """The first group: a type, or the issuer of a letter (Công văn)."""
        return self.groups[0] if self.groups else ""

    @property
    def last(self) -> str:
        """The last group, when a slash parts it from the others: the type of "308-BNV/NC/NĐ"."""
        return self.groups[-1] if len(self.groups) > 1 and self.text.endswith(f"/{self.groups[-1]}") else ""

    @property
    def body(self) -> str:
        """The issuing body's part of the symbol: ``UBND`` of ``KH-UBND``."""
        return "-".join(self.groups[1:]) if self.head in ABBREVIATIONS else self.head

    @property
    def is_of_known_body(self) -> bool:
        return len(self.groups) > 1 and _KNOWN_BODY.fullmatch(self.head) is not None

    @property
    def is_other_paper(self) -> bool:
        return bool(self.groups) and _is_other_paper(self.groups)


# Some hundred symbols stand behind all the numbers of a site.
@lru_cache(maxsize=4_096)
def _is_other_paper(groups: tuple[str, ...]) -> bool:
    return bool(_OTHER_PAPER.fullmatch("-".join(groups[:2])) or _OTHER_PAPER.fullmatch(groups[0]) or _LICENCES.intersection(groups[-1:]))


def read_number(match: "re.Match[str]", text: str) -> Number:
    """One match of :data:`NUMBER` as it should be written."""
    year, first, wide, rest, house, small, late, of = match.group("year", "first", "wide", "rest", "house", "small", "late", "of")
    start, end = match.span()
    if small:
        return _small(match, text)
    if first is None:
        return Number(match.group(), start, end, (of or "/")[1:], (), True)
    late, more = late or "", (wide or "") + rest
    if wide and first not in ABBREVIATIONS and _NAME_AFTER.match(text, match.start("wide")):
        # "12/UBND - UBND tỉnh": a dash between blanks, and then a name.
        more, end, late = "", match.end("first"), ""
    apart = _APART.match(text, match.start("first")) if not more else None
    if apart:
        first, more, end = apart[1], f"-{apart[2]}", apart.end()
    before = _front(text[start : match.start("first")], more)
    symbol, groups = _symbol(first, more, house or "")
    return Number(before + symbol + late, start, end, year or late[1:], groups, before.endswith("/"))


@lru_cache(maxsize=4_096)
def _symbol(first: str, more: str, house: str) -> tuple[str, tuple[str, ...]]:
    """A symbol as it should be, and its groups."""
    symbol = _mended(_tight(first)) + _tight(more) + house.strip()
    return symbol, tuple(re.split("[-/_]", symbol))


def _small(match: "re.Match[str]", text: str) -> Number:
    """A symbol typed in small letters, in the letters of the law: ``21/nq-hđnd`` is 21/NQ-HĐND."""
    groups = tuple(_CASE.get(part, part.upper()) for part in re.split("[-–]", match["small"]))
    front = _front(text[match.start() : match.start("small")], "")
    return Number(front + "-".join(groups) + (match["late"] or ""), match.start(), match.end(), match["year"] or "", groups, True, shouted=False)


def _front(typed: str, more: str) -> str:
    """What stands before the symbol; a blank stands for the mark that the rest of the symbol asks for ("298 KH/TWĐTN" is of the Party)."""
    front = _tight(typed)
    return front if front[-1] in "/-" else front + ("-" if "/" in more else "/")


_MARKS = str.maketrans({"–": "-", "—": "-", "\\": "/"})


def _tight(text: str) -> str:
    return "".join(text.split()).translate(_MARKS)


def _mended(first: str) -> str:
    """The first group with the hyphen that is missing, where that is sure, and the Đ of QĐ typed without its bar."""
    together = _RUN_TOGETHER.fullmatch(first) if first not in _OTHER_THINGS else None
    mended = f"{together[1]}-{together[2]}" if together else first
    return re.sub(r"^QD(?![A-ZĐ])", "QĐ", mended)
