"""Who issued a document, by where the name of a body stands beside its number."""

import re

from plugins.model.citations.agencies import ROLE
from plugins.model.citations.body import body_at
from plugins.model.text import fold

_LEAD = re.compile(r"\s{0,3}[,(]?\s{0,3}(?:của|do)\s{1,3}", re.IGNORECASE)
_BARE = re.compile(r"\s{1,3}(?=[A-ZĐ])")
_END = re.compile(r"\s{0,3}(?:$|[.;),]|ngày\b|năm\b|ban\s+hành\b|ký\b)", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.;:()\n“”\"]*")
_OF = re.compile(r"\s(?:của|CỦA)\s{1,3}")
_JOINT = re.compile(r"\s{0,2}(?:[-–,&]|,?\s(?:và|VÀ)\s)\s{0,2}")


def issuer_after(text: str, place: int, limit: int) -> tuple[str, int]:
    """The issuer that stands after a number or its date, and where it ends; ("", place) when none does.

    ``của`` or ``do`` announce it; without them it must end the mention or have the date behind it.
    """
    lead = _LEAD.match(text, place, limit)
    if lead:
        name, end = body_at(text, lead.end(), limit)
        return (name, end) if name else ("", place)
    bare = _BARE.match(text, place, limit)
    if bare:
        name, end = body_at(text, bare.end(), limit)
        if name and _END.match(text, end):
            return name, end
    return "", place


def issuers_together(text: str, end: int, limit: int, groups: tuple[str, ...]) -> int:
    """Where a joint document's issuers end: "Bộ trưởng Bộ Quốc phòng - Bộ trưởng Bộ Công an" for ``BQP-BCA``."""
    for group in groups[1:]:
        joint = _JOINT.match(text, end, limit)
        name, following = body_at(text, joint.end(), limit) if joint else ("", end)
        if not fits(group, name):
            return end
        end = following
    return end


def issuer_further(text: str, place: int, limit: int, symbol: str) -> str:
    """The issuer behind a summary: "Kế hoạch số 29/KH-SKHCN … tuyên truyền năm 2022 của Sở"; one that fits the symbol."""
    clause = _CLAUSE.match(text, place, min(limit, place + 160))
    for lead in _OF.finditer(text, place, clause.end()) if clause else ():
        name, _ = body_at(text, lead.end(), limit)
        if name and fits(symbol, name):
            return name
    return ""


def fits(symbol: str, name: str) -> bool:
    """Whether the letters of a symbol are the first letters of a name: UBND, SKHCN, BNV; TTg is the Thủ tướng."""
    role = ROLE.match(name)
    words = (name[role.end() :] if role else name).split()
    first = fold("".join(word if word.isupper() else word[:1] for word in words if word[:1].isalpha() and word != "và")).upper()[:4]
    body = fold(symbol.split("-")[0]).upper().replace("&", "")
    return len(body) > 1 and bool(first) and (body.startswith(first) or (len(first) > 3 and body[:4] == first) or (body == "TTG" and first[:2] == "TT"))
