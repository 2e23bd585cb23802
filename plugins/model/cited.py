"""What an item says of the documents that it cites, and which of them mean one document.

A number alone names no document: 119/QĐ-UBND is a decision of a province in 2009 and of a commune in 2025. What names one
is (issuer, year, type, number); numbers that carry their year, and those of central bodies, need less. A mention that
tells less than that stays an entry of its own: nothing is guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from plugins.model.addresses import Addresses
from plugins.model.citations import Citation
from plugins.model.packed import Packed
from plugins.model.text import fold, slugify

# Bodies of which there is one in the country; a number of theirs needs no issuer (NĐ 30/2020/NĐ-CP, Phụ lục III and practice).
_CENTRAL = re.compile(
    r"(?:.*-)?(?:CP|TTg|CTN|LCT|QH\.?\d*|UBTVQH\d*|VPCP|VPQH|TW|HĐBT|TANDTC|VKSNDTC|BHXH|KTNN|TTCP|NHNN|UBDT|B(?:CA|CT|CĐ|DTTG|GDĐT|GD&ĐT|GTVT|KHCN|KH&CN|KHĐT|KH&ĐT|LĐTBXH|NN|NNPTNT|NNMT|NN&MT"
    r"|NV|NG|QP|TC|TNMT|TN&MT|TP|TTTT|TT&TT|VHTTDL|VHTT&DL|XD|YT))(?:-.*)?"
)
# What the last part of a symbol says of the issuer, where it can say one thing only.
_ISSUERS = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "VPCP": "Văn phòng Chính phủ", "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội", "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính", "BTP": "Bộ Tư pháp", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng",
    "BYT": "Bộ Y tế", "BXD": "Bộ Xây dựng", "BCT": "Bộ Công Thương", "BNG": "Bộ Ngoại giao", "BKHCN": "Bộ Khoa học và Công nghệ",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BTNMT": "Bộ Tài nguyên và Môi trường", "BGDĐT": "Bộ Giáo dục và Đào tạo", "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội", "BGTVT": "Bộ Giao thông vận tải",
}  # fmt: skip
_BASE = {
    **dict.fromkeys(("Báo cáo thẩm tra", "Báo cáo tiếp thu", "Báo cáo thẩm định", "Báo cáo giải trình", "Báo cáo đánh giá"), "Báo cáo"),
    **dict.fromkeys(("Chương trình hành động", "Chương trình công tác", "Chương trình phối hợp"), "Chương trình"),
    **{"Hướng dẫn liên ngành": "Hướng dẫn", "Kế hoạch liên tịch": "Kế hoạch", "Thông báo kết luận": "Thông báo", "Văn bản": "Công văn"},
}
# Who signs for a body issues what the body issues: its numbers run in one series.
_ROLE = re.compile(r"(?:Phó\s+|Quyền\s+)?(?:Chủ tịch|Giám đốc|Bộ trưởng|Chánh Văn phòng|Cục trưởng|Trưởng phòng|Bí thư)\s+(?=[A-ZĐỦ])")
_SPELT = ((re.compile(r"(?:Ủy|Uỷ) ban nhân dân", re.IGNORECASE), "UBND"), (re.compile(r"Hội đồng nhân dân", re.IGNORECASE), "HĐND"))
_LONG_LEVELS = ("đặc khu", "thành phố", "thị xã")
_TP = re.compile(r"\bTP\.?\s*(?=[A-ZĐ])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited(Packed):
    """One mention. ``name`` is that of a law without a number. ``html[start:end]`` is what becomes a link; both 0: nothing does."""

    type: str
    number: str
    date: str
    issuer: str
    name: str = ""
    start: int = 0
    end: int = 0

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
        return _year(self.type, self.number, self.date)


@lru_cache(maxsize=65_536)
def _year(type_: str, number: str, date: str) -> str:
    return Citation(type_, number, date, "", 0, 0).year


@dataclass(frozen=True, slots=True)
class Here:
    """Whose site it is: "UBND phường" is this ward's, "UBND tỉnh" that of its province."""

    unit: str = ""
    parent: str = ""

    def issuer(self, typed: str) -> str:
        """An issuer without offices and abbreviated as usual, with the name of the place that the text leaves out."""
        return _issuer(self.unit, self.parent, typed)


@lru_cache(maxsize=16_384)
def _issuer(unit: str, parent: str, typed: str) -> str:
    name = _ROLE.sub("", typed)
    for pattern, short in _SPELT:
        name = pattern.sub(short, name)
    name = _TP.sub("thành phố ", name)
    if parent:
        name = name.removesuffix(f", {_small(parent)}")  # "UBND phường Lam Khê, tỉnh Sơn Giang"
    for place in (unit, parent):
        level = split_place(place)[0].casefold()
        if level and name.casefold().endswith(f" {level}"):
            return f"{name[: -len(level)]}{_small(place)}"
    # A province has one office of each kind.
    return name.removesuffix(f" {_small(parent)}") if name.startswith("Sở ") and parent else name


@lru_cache(maxsize=65_536)
def central_issuer(number: str) -> str:
    """The issuer that a symbol of one group after the type tells; "" when it tells none."""
    parts = Citation("", number, "", "", 0, 0).symbol.split("-")
    return _ISSUERS.get(re.sub(r"\.?\d+$", "", parts[-1]), "") if len(parts) < 3 else ""


def split_place(place: str) -> tuple[str, str]:
    """Level and name: ("Phường", "Lam Khê"); a special zone's and a city's level has two words: ("Đặc khu", "Cô Tô")."""
    words = place.split(" ")
    size = 2 if " ".join(words[:2]).casefold() in _LONG_LEVELS else 1
    return " ".join(words[:size]), " ".join(words[size:])


def _small(place: str) -> str:
    return f"{place[:1].lower()}{place[1:]}"


def slug_of(one: Cited, here: Here) -> str:
    """The entry of the register that a mention means, as it stands in its address."""
    if not one.number:
        return slugify(one.name or f"{one.base} {one.issuer} {one.date}", 90)
    stem, has_year, central = _numbered(one.type, one.number)
    year = "" if has_year else one.date[:4]
    issuer = "" if central else _issuer_slug(here, one.issuer)
    return f"{stem}{'-' if year else ''}{year}{'-' if issuer else ''}{issuer}"


# Ten thousand items name some thousand numbers and some hundred bodies, again and again.
@lru_cache(maxsize=65_536)
def _numbered(type_: str, number: str) -> tuple[str, bool, bool]:
    """Type and number of an address; whether the number tells the year, and whether it is one of a central body."""
    bare = re.sub(r"^0+(?=\d)", "", number)
    parts = (slugify(_BASE.get(type_, type_), 25), slugify(bare, 30))
    has_year = bool(Citation(type_, number, "", "", 0, 0).year)
    return "-".join(part for part in parts if part), has_year, bool(_CENTRAL.fullmatch(Citation("", number, "", "", 0, 0).symbol))


@lru_cache(maxsize=65_536)
def _issuer_slug(here: Here, issuer: str) -> str:
    return slugify(here.issuer(issuer), 45)


@dataclass
class Register:
    """Which entry each mention of a site means. Documents of the unit itself may be meant by less: a number with its whole
    date, or with its issuer when there is one such document only."""

    here: Here
    own: tuple[tuple[str, Cited], ...] = ()
    _known: dict[str, str] = field(default_factory=dict, repr=False)
    _hrefs: dict[str, str] = field(default_factory=dict, repr=False)

    def href(self, slug: str, one: Cited, at: Addresses) -> str:
        """Where an entry is: a document of the unit has a page, any other a place in the register."""
        found = self._hrefs.get(slug)
        if found is None:
            own = any(slug == known for known, _ in self.own)
            found = self._hrefs[slug] = at.document(slug) if own else at.document_entry(slug, bool(one.number))
        return found

    def slug(self, one: Cited) -> str:
        """The entry's slug."""
        found = self._known.get(one.key)
        if found is None:
            found = self._known[one.key] = self._own(one) or slug_of(one, self.here)
        return found

    def _own(self, one: Cited) -> str:
        if not one.number or not self.own:
            return ""
        number = _bare(one.number)
        same = [(slug, other) for slug, other in self.own if _bare(other.number) == number and other.base == one.base]
        if not same:
            return ""
        issuer = fold(self.here.issuer(one.issuer))
        same = [(slug, other) for slug, other in same if not issuer or fold(self.here.issuer(other.issuer)) == issuer]
        same = [(slug, other) for slug, other in same if other.date.startswith(one.date)]
        sure = len(one.date) > 4 or issuer
        return same[0][0] if len(same) == 1 and sure else ""


@lru_cache(maxsize=65_536)
def _bare(number: str) -> str:
    return fold(number).lstrip("0")


@dataclass(frozen=True, slots=True)
class Citing:
    """One public item with what it cites: slug of the entry and the mention. ``date`` None: the item tells none."""

    title: str
    href: str
    date: datetime | None
    cited: tuple[tuple[str, Cited], ...]

    @property
    def key(self) -> str:
        told = "\x1e".join([f"{slug}\x1d{one.key}" for slug, one in self.cited])
        return f"{self.title}\x1f{self.href}\x1f{self.date.isoformat() if self.date else ''}\x1f{told}"


def completed(mentions: Iterable[Cited]) -> tuple[Cited, ...]:
    """Mentions of one text: the first citation of a document is whole, later ones only name it (Phụ lục I, mục II.3).

    A shorter mention takes date and issuer from a fuller one of the same type and number, unless there are two that differ.
    """
    all_of = tuple(mentions)
    groups: dict[tuple[str, str], list[Cited]] = {}
    for one in all_of:
        groups.setdefault((one.base, _bare(one.number)), []).append(one)
    return tuple(_completed(one, groups[one.base, _bare(one.number)]) if one.number else one for one in all_of)


def _completed(one: Cited, same: list[Cited]) -> Cited:
    dates = {other.date for other in same if len(other.date) > 4} or {other.date for other in same if other.date}
    issuers = {other.issuer for other in same if other.issuer}
    fits = len(dates) == 1 and next(iter(dates)).startswith(one.date)
    date = next(iter(dates)) if fits and len(dates) == 1 else one.date
    # Who differs in date is another document, and its issuer is not this one's.
    issuer = next(iter(issuers)) if len(issuers) == 1 and len(dates) < 2 else one.issuer
    return Cited(one.type, one.number, date or one.date, one.issuer or issuer, one.name, one.start, one.end)
