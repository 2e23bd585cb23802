"""The date of a document beside its number. Nothing is guessed: what proves no day proves perhaps a year, perhaps nothing."""

import re
from datetime import date

from plugins.model.dates import FIRST_YEAR, LAST_YEAR

_SIGNED = r"(?:(?:được\s+)?(?:ký\s+ban\s+hành|ban\s+hành|ký|đề|ra|thông\s+qua|công\s+bố|lập)\s+)?(?:vào\s+)?"
_MARK = r"\s{0,2}[/.–-]{1,2}\s{0,2}"
_NUMERIC = rf"(?P<d>\d{{1,2}}){_MARK}(?P<m>\d{{1,2}}){_MARK}(?P<y>\d{{4}})(?!\d)"
_WORDS = r"(?P<dw>\d{1,2}|[.…_]{1,20})?\s{0,3}tháng\s{1,3}(?P<mw>\d{1,2}|[.…_]{1,20})?(?:\s{0,3}năm\s{1,3}|\s{0,2}[/,-]\s{0,2}(?=\d{4}))(?P<yw>\d{4})(?!\d)"
# "ngày 23/3" and "ngày 19/8/19999" are dates that prove nothing; they are read over, so that the issuer behind them is found.
_PART = rf"(?:\d{{1,2}}{_MARK}\d{{1,2}}(?!\d)(?:{_MARK}\d{{1,9}})?|\d{{1,2}}\s{{1,3}}tháng\s{{1,3}}\d{{1,2}}(?!\d)|cùng\s+ngày)"
_DATE = rf"(?:(?:(?:cùng\s{{1,2}})?ngày\s{{0,3}}(?:(?:ký|ban\s+hành)\s{{0,2}}:?\s{{0,2}})?)?(?:{_NUMERIC}|{_WORDS})|ngày\s{{1,3}}(?P<part>{_PART})|(?:cùng\s+)?năm\s{{1,3}}(?P<only>\d{{4}})(?!\d|\s?[-–]\s?\d)|(?<=\()(?P<alone>(?:19|20)\d\d)(?=\))|(?<=\()\d{{1,2}}/(?P<month>(?:19|20)\d\d)(?=\))|tháng\s{{1,3}}\d{{1,2}}{_MARK}(?P<of>\d{{4}})(?!\d))"
AFTER = re.compile(rf"\s{{0,3}}\)?[,;(]?\s{{0,3}}{_SIGNED}{_DATE}", re.IGNORECASE)
# The year alone that titles have: "Kế hoạch 02-KH/BCĐTW 2025 của Ban Chỉ đạo Trung ương".
_BARE = re.compile(r"\s(?P<only>(?:19|20)\d\d)(?=\s[^\W\d]|[,.;)]|\s?$)")
_MEETING = r"(?:(?:tại\s+)?(?:kỳ|phiên)\s+họp\s+thứ\s+\w{1,6},?\s{1,2})?"
FRONT = re.compile(rf"(?:ngày\s{{1,3}}|^)(?:{_NUMERIC}|{_WORDS})\s{{0,2}}[,:]?\s{{0,2}}{_MEETING}$", re.IGNORECASE)


def after_number(text: str, place: int, limit: int, *, is_first: bool) -> "re.Match[str] | None":
    """The date that stands here; right behind a symbol (``is_first``) perhaps a year alone."""
    return AFTER.match(text, place, limit) or (_BARE.match(text, place, limit) if is_first else None)


def told(match: "re.Match[str]") -> str:
    """ISO date, a year, or "" of a match of :data:`AFTER` or :data:`FRONT`."""
    if match.lastgroup == "y":  # the usual way, in figures
        return _day(*match.group("d", "m", "y"))
    groups = match.groupdict()
    day, month, year = (groups.get(name) or groups.get(f"{name}w") for name in "dmy")
    if year is None:
        return _year(groups.get("only") or groups.get("alone") or groups.get("month") or groups.get("of") or "")
    return _day(day, month, year) if day and day.isdigit() and month and month.isdigit() else _year(year)


def _day(day: str, month: str, year: str) -> str:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if FIRST_YEAR <= found.year <= LAST_YEAR else ""


def _year(typed: str) -> str:
    return typed if typed and FIRST_YEAR <= int(typed) <= LAST_YEAR else ""
