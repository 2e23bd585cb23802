"""What an item says of the documents that it cites, and which of them mean one document.

A number alone names no document: 119/QĐ-UBND is a decision of a province in 2009 and of a commune in 2025. What names one
is (issuer, year, type, number); numbers that carry their year, and those of central bodies, need less. A mention that
tells less than that stays an entry of its own: nothing is guessed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from plugins.model.citations.mention import symbol_of, year_of
from plugins.model.issuers import Here
from plugins.model.packed import Packed
from plugins.model.text import fold, slugify

# Bodies of which there is one in the country; a number of theirs needs no issuer (NĐ 30/2020/NĐ-CP, Phụ lục III and practice).
_CENTRAL = re.compile(
    r"(?:.*-)?(?:CP|TTg|CTN|LCT|QH\.?\d*|UBTVQH\d*|VPCP|VPQH|TW|HĐBT|TANDTC|VKSNDTC|BHXH|KTNN|TTCP|NHNN|UBDT|B(?:CA|CT|CĐ|DTTG|GDĐT|GD&ĐT|GTVT|KHCN|KH&CN|KHĐT|KH&ĐT|LĐTBXH|NN|NNPTNT|NNMT|NN&MT"
    r"|NV|NG|QP|TC|TNMT|TN&MT|TP|TTTT|TT&TT|VHTTDL|VHTT&DL|XD|YT))(?:-.*)?"
)
_PADDING = re.compile(r"^0+(?=\d)")
_BASE = {
    **dict.fromkeys(("Báo cáo thẩm tra", "Báo cáo tiếp thu", "Báo cáo thẩm định", "Báo cáo giải trình", "Báo cáo đánh giá"), "Báo cáo"),
    **dict.fromkeys(("Chương trình hành động", "Chương trình công tác", "Chương trình phối hợp"), "Chương trình"),
    **{"Hướng dẫn liên ngành": "Hướng dẫn", "Kế hoạch liên tịch": "Kế hoạch", "Thông báo kết luận": "Thông báo", "Văn bản": "Công văn"},
}


class Told(NamedTuple):
    """What one place says, before the other places of its text complete it; as in :class:`Cited`."""

    type: str
    number: str
    date: str
    issuer: str
    name: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Cited(Packed):
    """One mention. ``name`` is that of a law without a number. ``html[start:end]`` is what becomes a link; both 0: nothing does.

    ``stem`` is :func:`stem_of` the mention, told when it was read, so that no build need tell it again; it may be empty.
    """

    type: str
    number: str
    date: str
    issuer: str
    name: str = ""
    start: int = 0
    end: int = 0
    stem: str = field(default="", repr=False, compare=False)

    @property
    def key(self) -> str:
        return "\x1f".join((self.type, self.number, self.date, self.issuer, self.name))

    @property
    def base(self) -> str:
        """The type without what was added to it."""
        return _BASE.get(self.type, self.type)

    @property
    def year(self) -> str:
        """The year that the number or the date tells; may be empty."""
        return year_of(self.number) or self.date[:4]


def slug_of(one: Cited, here: Here) -> str:
    """The entry of the register that a mention means, as it stands in its address."""
    stem = one.stem or stem_of(one)
    return f"{stem}{_issuer_slug(here, one.issuer)}".rstrip("-") if stem.endswith("-") else stem


def stem_of(one: "Cited | Told") -> str:
    """Its entry but for the issuer, whose full name the unit tells; ends with a hyphen when the issuer belongs to it."""
    return _stem(one.type, one.number, one.date, one.issuer, one.name)


def _stem(type_: str, number: str, date: str, issuer: str, name: str) -> str:
    if not number:
        return slugify(name or f"{_BASE.get(type_, type_)} {issuer} {date}", 90)
    stem, has_year, central = _numbered(type_, number)
    year = "" if has_year else date[:4]
    return f"{stem}{'-' if year else ''}{year}{'' if central else '-'}"


# Ten thousand items name some thousand numbers and some hundred bodies, again and again.
@lru_cache(maxsize=65_536)
def _numbered(type_: str, number: str) -> tuple[str, bool, bool]:
    """Type and number of an address; whether the number tells the year, and whether it is one of a central body."""
    bare = _PADDING.sub("", number) if number[0] == "0" else number
    parts = (slugify(_BASE.get(type_, type_), 25), slugify(bare, 30))
    return "-".join(part for part in parts if part), bool(year_of(number)), _is_central(symbol_of(number))


@lru_cache(maxsize=4_096)
def _is_central(symbol: str) -> bool:
    return _CENTRAL.fullmatch(symbol) is not None


@lru_cache(maxsize=65_536)
def _issuer_slug(here: Here, issuer: str) -> str:
    return slugify(here.issuer(issuer), 45)


@lru_cache(maxsize=65_536)
def bare(number: str) -> str:
    return fold(number).lstrip("0")


def completed(mentions: "Iterable[Cited | Told]") -> tuple[Cited, ...]:
    """Mentions of one text: the first citation of a document is whole, later ones only name it (Phụ lục I, mục II.3).

    A shorter mention takes date and issuer from a fuller one of the same type and number, unless there are two that differ.
    """
    all_of = [(one, (_BASE.get(one.type, one.type), bare(one.number))) for one in mentions]
    groups: dict[tuple[str, str], list[Cited | Told]] = {}
    for one, key in all_of:
        groups.setdefault(key, []).append(one)
    return tuple([_completed(one, groups[key]) for one, key in all_of])


def _completed(one: "Cited | Told", same: "Sequence[Cited | Told]") -> Cited:
    date, issuer = _said(one, same) if one.number and len(same) > 1 else (one.date, one.issuer)
    return Cited(one.type, one.number, date, issuer, one.name, one.start, one.end, _stem(one.type, one.number, date, issuer, one.name))


def _said(one: "Cited | Told", same: "Sequence[Cited | Told]") -> tuple[str, str]:
    """Date and issuer, its own or those that all others of its number tell."""
    dates = {other.date for other in same if len(other.date) > 4} or {other.date for other in same if other.date}
    issuers = {other.issuer for other in same if other.issuer}
    fits = len(dates) == 1 and next(iter(dates)).startswith(one.date)
    date = next(iter(dates)) if fits else one.date
    # Who differs in date is another document, and its issuer is not this one's.
    issuer = next(iter(issuers)) if len(issuers) == 1 and len(dates) < 2 else one.issuer
    return date, one.issuer or issuer
