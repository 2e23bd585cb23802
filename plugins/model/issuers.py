"""Who issued a document: what its symbol tells, and what an issuer's name in a text means on the site of a unit."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plugins.model.citations import Citation

# What the last part of a symbol says of the issuer, where it can say one thing only.
_ISSUERS = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "VPCP": "Văn phòng Chính phủ", "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội", "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính", "BTP": "Bộ Tư pháp", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng",
    "BYT": "Bộ Y tế", "BXD": "Bộ Xây dựng", "BCT": "Bộ Công Thương", "BNG": "Bộ Ngoại giao", "BKHCN": "Bộ Khoa học và Công nghệ",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BTNMT": "Bộ Tài nguyên và Môi trường", "BGDĐT": "Bộ Giáo dục và Đào tạo", "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội", "BGTVT": "Bộ Giao thông vận tải",
}  # fmt: skip
# Who signs for a body issues what the body issues: its numbers run in one series.
_ROLE = re.compile(r"(?:Phó\s+|Quyền\s+)?(?:Chủ tịch|Giám đốc|Bộ trưởng|Chánh Văn phòng|Cục trưởng|Trưởng phòng|Bí thư)\s+(?=[A-ZĐỦ])")
_SPELT = ((re.compile(r"(?:Ủy|Uỷ) ban nhân dân", re.IGNORECASE), "UBND"), (re.compile(r"Hội đồng nhân dân", re.IGNORECASE), "HĐND"))
_LONG_LEVELS = ("đặc khu", "thành phố", "thị xã")
_TP = re.compile(r"\bTP\.?\s*(?=[A-ZĐ])", re.IGNORECASE)


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
