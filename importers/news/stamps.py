"""Lines of an article that say when it was posted and who wrote it."""

import re
from datetime import datetime

from importers.news.chrome import is_tool
from importers.values import bare
from plugins.model.dates import DateProblem, parse_date

_DAY = r"(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}-\d{2}-\d{2}|(?:ngày\s+)?\d{1,2}\s+tháng\s+(?:\d{1,2}|(?:mười )?(?:một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))(?:\s+năm|,)?\s+\d{4})"
_TIME = r"\d{1,2}\s*(?::|h|giờ)\s*\d{0,2}(?::\d{2})?\s*:?\s*(?:phút|AM|PM|SA|CH)?"
_MOMENT = re.compile(rf"(?:(?P<before>{_TIME})[\s,|–-]*(?:ngày\s*)?)?(?P<day>{_DAY})(?:[\s,|–T-]*(?:lúc\s*)?(?P<after>{_TIME}))?", re.IGNORECASE)
_WORDS = re.compile(
    r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn|ngay|gio|luc|dang|tai|cap nhat|dang tin|xuat ban|post(?:ed)?|date|update[d]?|on|thoi gian|gmt ?0?7?(?: 00)?|utc|vao"
    r"|co chu(?: a)*|(?:ban )?in(?: trang| bai)?|chia se|facebook|zalo|lan cap nhat cuoi|cuoi|luot xem|luot doc|xem|lan|nguoi|boi|by|admin|quan tri(?: vien)?|viet|tin|bai|\d+)\b"
)
_TAIL = re.compile(r"^(?P<title>.{10,}?)\s*[(\[](?P<date>[^()\[\]]*\d{4}[^()\[\]]*)[)\]]$", re.DOTALL)
_LETTER = "[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ]"
_NAME = rf"{_LETTER}[^\W\d_]*(?:\s+{_LETTER}[^\W\d_]*){{1,4}}"
_SIGNED = re.compile(rf"(?:{_NAME})(?:\s*(?:[-–,&/]|và)\s*(?:{_NAME}))*")
_LABEL = re.compile(
    r"(?:(?:Người|Tác)\s+(?:viết|giả|đăng)(?:\s+bài(?:\s+viết)?)?|(?:Viết|Đăng)\s+bởi|(?:Tin|Bài|Ảnh|Tin bài|Bài viết)(?:\s*(?:,|và|-|–)\s*(?:tin|bài|ảnh|clip|video))*|PV|CTV|BBT|Thực hiện|Biên tập|Theo|Nguồn(?:\s+tin)?)\s*(?::|\s)\s*(?P<who>.+)",
    re.IGNORECASE,
)
_MONTHS = {name: n for n, name in enumerate(["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"], 1)} | {"bốn": 4, "mười một": 11, "mười hai": 12}
_TOLD = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\S*")
_ADMIN = frozenset({"admin", "administrator", "quan tri", "quan tri vien", "quan tri vien he thong"})
_PEN = re.compile(r"(?:BBT|PV|CTV|Ban biên tập|Phóng viên)(?:\s.{1,40})?")


def moment_in(line: str) -> datetime | None:
    """The moment of a line that says nothing else: ``Cập nhật lúc 10:43 | 30/05/2022 - Lượt xem: 20``."""
    if _TOLD.fullmatch(line.strip()):
        return _parsed(line.strip())  # with its zone
    if len(line) > 120 or not (match := _MOMENT.search(line)):
        return None
    rest = _WORDS.sub(" ", bare(line[: match.start()] + " " + line[match.end() :]))
    if len(rest.replace(" ", "")) > 24 or len(rest.split()) > 4:
        return None
    return _moment(match)


def _moment(match: re.Match[str]) -> datetime | None:
    time = (match["after"] or match["before"] or "").strip()
    day = re.sub(r"tháng\s+(\D+?|\d+)(?:\s+năm|,)?\s+(?=\d{4})", lambda m: f"tháng {_MONTHS.get(m[1].lower(), m[1])} năm ", match["day"], flags=re.IGNORECASE)
    return _parsed(f"{day} {time}".strip()) or _parsed(day)


def _parsed(typed: str) -> datetime | None:
    try:
        return parse_date(typed)
    except DateProblem:
        return None


def byline(text: str) -> tuple[datetime | None, str] | None:
    """(moment, author) of a line below a title that tells them between bars or tabs, with counters; None for any other line."""
    when, who = None, ""
    for part in re.split(r"\s*[|\t]\s*|\s{3,}", text.strip().lstrip("-•* ")):
        name, is_source = author_of(part) if _LABEL.fullmatch(part) else ("", False)
        moment = moment_in(part)
        if moment is None and (is_source or not name) and not is_tool(part):
            return None
        when, who = when or moment, who or name
    return (when, who) if when or who else None


def moment_of_place(line: str) -> datetime | None:
    """The day of a line that an author signs with: ``Lam Khê, ngày 3 tháng 7 năm 2026``."""
    place, _, day = line.strip().strip("()").partition(",")
    return moment_in(day) if re.match(r"\s*ngày\b", day, re.IGNORECASE) and re.fullmatch(rf"(?:(?:xã|phường|đặc khu|huyện|tỉnh|tp\.?)\s+)?(?:{_NAME}|{_LETTER}\w+)", place.strip(), re.IGNORECASE) else None


def split_title(line: str) -> tuple[str, datetime | None]:
    """A title without the moment that an old portal prints behind it in brackets."""
    match = _TAIL.match(line)
    found = moment_in(match["date"]) if match else None
    return (match["title"].strip(), found) if match and found else (line, None)


def author_of(line: str) -> tuple[str, bool]:
    """(name, is it a source) of a closing line: ``Thanh Tâm``, ``Tin, ảnh: Thanh Tâm``, ``(Theo Báo Tỉnh)``; empty for another."""
    line = line.strip().strip("()[]*").rstrip(".").strip()
    if len(line) > 80 or re.search(r"[;!?…]|\.{2}|/\.", line):
        return "", False
    labelled = _LABEL.fullmatch(line)
    if labelled:
        who = labelled["who"].strip(" :()")
        if bare(who) in _ADMIN:
            return "", False
        is_source = bool(re.match(r"(?:theo|nguồn)\b", line, re.IGNORECASE))
        if is_source and (":" in line or re.match(r"(?:Cổng|Trang|Báo|Tạp chí|Đài|TTXVN|VOV|VTV|VGP|[A-Z]{2,}|\w+\.\w)", who)):
            return who, True
        if not is_source and (":" in line or line[:2].isupper()) and (_SIGNED.fullmatch(who) or _PEN.fullmatch(who)):
            return who, False
    if _PEN.fullmatch(line):
        return line, False
    if len(line) <= 60 and _SIGNED.fullmatch(line) and not line.isupper():
        return line, False
    return "", False


def is_person(line: str) -> bool:
    """A name as it stands below a signature."""
    return len(line) <= 50 and bool(re.fullmatch(rf"(?:(?:ThS|TS|BS|KS|CN|Thạc sĩ|Tiến sĩ|Bác sĩ|Đại tá|Thượng tá|Trung tá|Thiếu tá)\.?\s*)?{_NAME}", line))
