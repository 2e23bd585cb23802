"""Laws: cited by their name, with a number of the Quốc hội, a year or a day (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6)."""

import re

from plugins.model.citations import when
from plugins.model.citations.agencies import LAW_FIELDS
from plugins.model.citations.body import body_at
from plugins.model.citations.kinds import TYPES
from plugins.model.citations.mention import Citation

_KIND = re.compile(r"(?:luật(?<!pháp.luật)(?<!kỷ.luật)(?<!quy.luật)(?<!định.luật)(?<!dự.luật)|bộ\s+luật|Bộ\s+Luật|hiến pháp|pháp lệnh|Bộ\s+luật|Luật|Pháp lệnh|Hiến pháp|BỘ\s+LUẬT|LUẬT|PHÁP LỆNH|HIẾN PHÁP)(?!\w)")
_RESOLUTION = r"(?:Nghị\s+quyết|NGHỊ\s+QUYẾT)"
_STARTS = re.compile(rf"(?:{_KIND.pattern}|{_RESOLUTION}(?!\w))")
_AMENDS = re.compile(r"\s{1,3}[sS]ửa\s{1,3}đổi")
_AMENDED = re.compile(rf"{_AMENDS.pattern}[^.;:()“”\"\n]{{0,200}}?(?=\s{{1,3}}ngày\s{{1,3}}\d)")
_NAME = re.compile(r"(?:[^.;:()“”\"0-9]|\(sửa đổi(?:, bổ sung)?\)){0,150}", re.IGNORECASE)
_PASSED = re.compile(r",?\s{1,3}(?:đã\s+)?được\s+(?P<body>(?:(?:Ủy|Uỷ)\s+ban\s+Thường\s+vụ\s+)?Quốc\s+hội(?:\s+khó?[aá]\s+\w+)?)\s[^.;:()0-9]{0,60}?thông\s+qua(?=\s+ngày\s+$)", re.IGNORECASE)
_MARK = re.compile(r"\s{0,3},?\s{0,3}(?:(?P<day>ngày)|năm)?\s{0,3}$", re.IGNORECASE)
_YEAR = re.compile(r"\s{0,2}\(?(?:năm\s{1,2})?((?:19|20)[0-9]{2})(?![\w/])", re.IGNORECASE)
_DAY_BEHIND = re.compile(r"\s{0,2}[(,]?\s{0,2}ngày\s", re.IGNORECASE)
# A name of a law holds none of these; a sentence about it does.
_SENTENCE = frozenset({"đã", "được", "thì", "là", "tại", "từ", "khi", "sẽ", "phải", "này", "đến", "sau", "trước", "những", "nêu", "nay", "đang", "bị", "giai"})
_CONGRESS = re.compile(rf"{_RESOLUTION}\s{{1,3}}(?:của\s{{1,3}})?(?P<body>[Đđ]ại hội|ĐẠI HỘI)\s{{1,3}}(?=\w)")


def law_before(text: str, floor: int, end: int) -> tuple[str, int]:
    """The law whose name ends here, before its number: type and start; ("", end) when none does."""
    window = text[max(floor, end - 180) : end].rstrip(" (")
    piece = re.split(r"[.;:()“”\"]", window)[-1]
    begin = max(floor, end - 180) + len(window) - len(piece)
    starts = list(_STARTS.finditer(piece))
    if not starts:
        return "", end
    first = next((m for m in starts if _AMENDS.match(piece, m.end())), starts[-1])
    return _type(first.group()), begin + first.start()


def may_hold_laws(text: str) -> bool:
    """A cheap look before a thorough one: every line of a site is looked at, most hold none."""
    if "uật" in text and ("luật" in text or "Luật" in text):
        return True
    if "háp lệnh" in text or "iến pháp" in text or "ại hội" in text:
        return True
    # One letter is looked for much faster than a word, and few texts hold these.
    return ("Ậ" in text and "LUẬT" in text) or ("Ệ" in text and "HÁP LỆNH" in text) or ("Ế" in text and "IẾN PHÁP" in text) or ("Ạ" in text and "ẠI HỘI" in text)


def may_hold_congress(text: str) -> bool:
    """The same for what has no digit in it: resolutions of congresses."""
    return "ại hội" in text or "ẠI HỘI" in text


def laws_in(text: str, taken: list[tuple[int, int]]) -> list[tuple[Citation, int]]:
    """Laws without a number, each with where its mention ends; none inside what is ``taken`` already. Asked when the text may hold some."""
    found, place = _resolutions(text), 0
    while match := _KIND.search(text, place):
        place = match.end()
        if match.start() and text[match.start() - 1].isalnum():
            continue
        one = _law(text, match) or _amending(text, match)
        if one and not any(start < one[1] and match.start() < end for start, end in taken):
            found.append(one)
            place = one[1]
    return found


def _law(text: str, kind: "re.Match[str]") -> tuple[Citation, int] | None:
    """The law that begins here, when its name and then a year or a day follow."""
    region = _NAME.match(text, kind.end())
    region_end = region.end() if region else kind.end()
    mark = _MARK.search(text, kind.end(), region_end)
    name_end = mark.start() if mark else region_end
    passed = _PASSED.search(text, kind.end(), region_end)
    name = text[kind.end() : passed.start() if passed else name_end]
    inner = _STARTS.search(name)
    if not _is_name(kind.group(), name) or (inner and not _AMENDS.match(name)):
        return None
    year = _YEAR.match(text, region_end)
    if year and not (mark and mark["day"]):
        day = _DAY_BEHIND.match(text, year.end())  # "Luật Đất đai 2024 (Ngày 01/02/2024)"
        signed = when.AFTER.match(text, year.end()) if day else None
        date = (when.told(signed) if signed else "") or year[1]
        return Citation(_type(kind.group()), "", date, "", kind.start(), year.end()), signed.end() if signed else year.end()
    signed = when.AFTER.match(text, name_end) if mark and mark["day"] else None
    date = when.told(signed) if signed else ""
    issuer, end = (" ".join(passed["body"].split()), passed.start()) if passed else ("", name_end)
    return (Citation(_type(kind.group()), "", date, issuer, kind.start(), end), signed.end()) if signed and date else None


def _amending(text: str, kind: "re.Match[str]") -> tuple[Citation, int] | None:
    """A law that amends others, whose number its name may tell: "Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch ngày 20/11/2018"."""
    name = _AMENDED.match(text, kind.end())
    signed = when.AFTER.match(text, name.end()) if name else None
    date = when.told(signed) if signed else ""
    return (Citation(_type(kind.group()), "", date, "", kind.start(), name.end()), signed.end()) if name and signed and date else None


def _type(typed: str) -> str:
    return TYPES[" ".join(typed.split()).casefold()]


def _resolutions(text: str) -> list[tuple[Citation, int]]:
    """Resolutions of congresses of the Party bear no number: "Nghị quyết Đại hội đại biểu Đảng bộ huyện Phú Lộc"."""
    found = []
    for match in _CONGRESS.finditer(text):
        issuer, end = body_at(text, match.start("body"), len(text))
        found.append((Citation("Nghị quyết", "", "", issuer, match.start(), end), end))
    return found


def _is_name(kind: str, name: str) -> bool:
    words = name.replace("liên quan đến", "").replace("tại Việt Nam", "").split()
    if not words:
        return kind.casefold().startswith("hiến")
    if words[0].casefold() == "nước":
        return kind.casefold().startswith("hiến") and words[-1].casefold() == "nam"
    field = " ".join(words[:2]).casefold().rstrip(",")
    shown = (words[0][:1].isupper() and words[0] != "Việt") or words[0] == "sửa" or (words[0] == "về" and kind[0].isupper()) or field in LAW_FIELDS or words[0].rstrip(",") in LAW_FIELDS or (kind.casefold().startswith("bộ") and len(words) > 1)
    return shown and not _SENTENCE.intersection(word.casefold().strip(",") for word in words)
