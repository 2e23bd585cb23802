"""Who issued a document, by where the name of a body stands beside its number."""

import re
from functools import lru_cache

from plugins.model.citations import when
from plugins.model.citations.agencies import ROLE
from plugins.model.citations.body import body_at, body_in_letters
from plugins.model.text import fold

_LEAD = re.compile(r"\s{0,3}[),(]?\s{0,3}(?:của|do|(?:được\s+)?ban\s+hành\s+bởi|(?P<between>giữa)|(?P<passive>(?:đã\s+)?được))(?:\s{1,3}|(?<=của)(?-i:(?=[A-ZĐ])))", re.IGNORECASE)
_DONE = re.compile(r"\s{1,3}(?:ký\s+)?(?:ban\s+hành|thông\s+qua|ký)(?!\w)", re.IGNORECASE)
_LETTERS = re.compile(r"([A-ZĐ][\w&]{1,11})(?!\w)(?!\s+(?:các|những)\b)(?:\s[A-ZĐ]\w*){0,3}")
_BARE = re.compile(r"\s{0,3}(?:(?P<mark>[(,–-])\s{0,2}|(?<=\s))(?=[A-ZĐ])")
# How the name ends that nothing announces; in brackets, or between a comma and the date, it must fit the symbol too.
_ENDS = {
    None: re.compile(r"\s{0,3}(?:$|[.;),]|ngày\b|năm\b|ban\s+hành\b|ký\b)", re.IGNORECASE),
    "(": re.compile(r"\s{0,2}\)"),
    "–": re.compile(r"\s{0,2}(?:$|[.;)])"),
    "-": re.compile(r"\s{0,2}(?:$|[.;)])"),
    ",": re.compile(r"\s{1,3}(?:ban\s+hành\s+)?ngày\s|\s{0,2}(?:$|[.;)])", re.IGNORECASE),
}
_ABOUT_BEGINS = re.compile(r"\s{1,3}về\s", re.IGNORECASE)  # without "của": "ngày 23 tháng 4 năm 2018 Chính phủ về thực hiện"
_CLAUSE = re.compile(r"(?:[^.;:()\n]|\([^().;\n]{0,60}\))*")
_ABOUT = re.compile(r"\s{1,3}(?:về|phòng)\s[^.;:()\n]{3,90}?(?=\s{1,3}ban\s+hành)", re.IGNORECASE)  # "do Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm ban hành"
# Not behind what the body has or does: "thuộc thẩm quyền giải quyết của UBND tỉnh".
_HAD = ("quyền", "giải quyết", "quyết định", "quản lý", "nhiệm vụ", "chức năng", "hoạt động", "làm việc", "trách nhiệm", "tổ chức", "pháp luật", "chỉ đạo")
_OF = re.compile(rf"\s(?:{''.join(rf'(?<!{word}.)' for word in _HAD)}(?:của|CỦA)|(?P<do>do))\s{{1,3}}")
# "Thông tư 285/2016/TT-BTC, quy định mức thu (ngày 14/11/2016) - Bộ Tài chính".
_LISTED = re.compile(r"[,\s:–-]{1,4}[^\d.;\n]{3,200}?[,(](?=\s{0,2}ngày\s{1,2}(?:ban\s+hành\s{0,2}:\s{0,2})?\d)", re.IGNORECASE)
_LISTED_MARK = re.compile(r"\)?\s{0,2}[,–-]\s{1,2}(?:cơ\s+quan\s+ban\s+hành\s{0,2}:\s{0,2})?(?=[A-ZĐ])")
_COMMA = re.compile(r",\s{1,3}(?=[A-ZĐ])")
_AT = re.compile(r"(?:^\s{0,2}|[.,;:]\s{1,3}|\n)(?:tại|trong)\s{1,3}(?:các\s{1,3})?$|(?:^|\s)(?:Tại|Trong)\s{1,3}$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s{1,3}(?:đã\s+|cũng\s+|có\s+)?[a-zđà-ỹ]")
_PLACE = re.compile(r"(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường)\s+[A-ZĐ]\w*(?:\s[A-ZĐ]\w*){0,3}")
_JOINT = re.compile(r"\s{0,2}(?:[-–,&]|,?\s(?:và|VÀ)\s)\s{0,2}")
_PARTY = re.compile(r"Trung\s+ương|Bộ\s+Chính\s+trị|Ban\s+Bí\s+thư", re.IGNORECASE)
_FIRST_WORD = re.compile(r"(?:Phòng|Ban|Sở|Bộ|Cục|Vụ)\s+", re.IGNORECASE)


def issuer_after(text: str, place: int, limit: int, symbol: str) -> tuple[str, int]:
    """The issuer that stands after a number or its date, and where it ends; ("", place) when none does.

    ``của`` or ``do`` announce it; without them it must end the mention or have the date behind it.
    """
    lead = _LEAD.match(text, place, limit)
    if lead:
        name, end = body_at(text, lead.end(), limit)
        for group in () if name else symbol.split("-"):
            name, end = (name, end) if name else body_in_letters(text, lead.end(), limit, fold(group).upper())
        letters = None if name else _LETTERS.match(text, lead.end(), limit)
        if letters and letters[1] in {group.rstrip("0123456789") for group in symbol.split("-")}:
            name, end = letters[0], letters.end()  # "của TTg", "của VPCP", "của VNPT Sơn Giang"
        if lead["between"] and issuers_together(text, end, limit, tuple(symbol.split("-"))) == end:
            return "", place  # of one of the two it proves nothing
        passive = lead["passive"] and not _DONE.match(text, end, limit)
        return (name, end) if name and not passive else ("", place)
    bare = _BARE.match(text, place, limit)
    if bare:
        name, end = body_at(text, bare.end(), limit)
        follows = _ENDS[bare["mark"]].match(text, end) or (not bare["mark"] and _ABOUT_BEGINS.match(text, end))
        if name and follows and ((not bare["mark"] and follows.re is not _ABOUT_BEGINS) or fits(symbol, name)):
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
    """The issuer behind a summary, one that fits the symbol: "Kế hoạch số 29/KH-SKHCN … tuyên truyền năm 2022 của Sở", "… do tỉnh Phú Thọ ban hành"."""
    clause = _CLAUSE.match(text, place, min(limit, place + 320))
    leads = list(_OF.finditer(text, place, clause.end())) if clause else []
    for lead in sorted(leads, key=lambda lead: not lead["do"]):  # who "do … ban hành" names before whom "của" names
        name, end = body_at(text, lead.end(), limit)
        if lead["do"]:
            name = _issued_by(text, lead.end(), (name, end), clause.end() if clause else end, symbol)
        elif not fits(symbol, name):
            name = ""
        if name:
            return name
    return ""


def issuer_listed(text: str, place: int, limit: int, symbol: str) -> "tuple[str, re.Match[str]] | None":
    """The issuer and the day of an entry of a list of sources: "Thông tư 285/2016/TT-BTC, quy định mức thu, ngày 14/11/2016, Bộ Tài chính"."""
    day = _LISTED.match(text, place, min(limit, place + 320))
    signed = when.AFTER.match(text, day.end() - 1) if day else None
    mark = _LISTED_MARK.match(text, signed.end(), limit) if signed else None
    name, end = body_at(text, mark.end(), limit) if mark else ("", place)
    return (name, signed) if signed and name and fits(symbol, name) and _ENDS["-"].match(text, end) else None


def issuer_said(text: str, start: int, place: int, limit: int, symbol: str) -> str:
    """The issuer that goes on after what it wrote: "Tại Công văn số 12/UBND-NC, UBND thành phố yêu cầu"."""
    comma = _COMMA.match(text, place, limit)
    if not comma or not _AT.search(text, max(0, start - 40), start):
        return ""
    name, end = body_at(text, comma.end(), limit)
    return name if fits(symbol, name) and _GOES_ON.match(text, end) else ""


def _issued_by(text: str, place: int, body: tuple[str, int], limit: int, symbol: str) -> str:
    """Who stands in "do … ban hành": a body, several, one with its task, a place; "" when the words say something else."""
    name, end = body
    if not name and (where := _PLACE.match(text, place, limit)):
        name, end = where[0], where.end()
    if name and (about := _ABOUT.match(text, end, limit)):
        end = about.end()
    elif name:
        end = issuers_together(text, end, limit, tuple(symbol.split("-")))
    return " ".join(text[place:end].split()) if name and _DONE.match(text, end) else ""


@lru_cache(maxsize=4_096)
def fits(symbol: str, name: str) -> bool:
    """Whether the letters of a symbol are the first letters of a name: UBND, SKHCN, BNV, VHXH; TTg is the Thủ tướng, TW the Party's bodies."""
    body = fold(symbol.split("-")[0]).upper().replace("&", "")
    if body == "TW":
        return _PARTY.search(name) is not None
    body = body.replace("TW", "TU")  # Trung ương
    if _PLACE.fullmatch(name):
        return body in {"UBND", "HDND"}
    role = ROLE.match(name)
    office = name[role.end() :] if role else name
    return len(body) > 1 and any(_begins(body, one) for one in (office, name, _FIRST_WORD.sub("", office, count=1)))


@lru_cache(maxsize=4_096)
def is_named_by(symbol: str, name: str) -> bool:
    """Whether a symbol is all the first letters of a name: VPCP, and not CP, is the Văn phòng Chính phủ."""
    return fold(symbol.split("-")[0]).upper() == fold("".join(word[:1] for word in name.split() if word[:1].isalpha() and word != "và")).upper()


def _begins(body: str, name: str) -> bool:
    words = [word for word in name.split() if word[:1].isalpha() and word != "và"]
    first = fold("".join(word if word.isupper() else word[:1] for word in words)).upper()[:4]
    return bool(first) and (body.startswith(first) or first.startswith(body) or (len(first) > 3 and first in body) or (body == "TTG" and first[:2] == "TT"))
