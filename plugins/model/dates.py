"""Dates as Vietnamese portals write them: day first, clock of Hà Nội.

Nothing is guessed: a text that proves no whole date is refused, with the reason as a code
of :mod:`plugins.model.words`.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone

# Vietnam has kept UTC+7 without summer time since 1975; a fixed zone needs no zone database on Windows.
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
FIRST_YEAR, LAST_YEAR = 1945, 2100

_ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"(?:[T ]+(?P<h>\d{1,2}):(?P<n>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_DAY = r"(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})"
_DAY_WORDS = r"(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})"
_TIME = r"(?P<h>\d{1,2})\s*(?::|h|giờ)\s*(?P<n>\d{2})?\s*(?:phút)?(?::(?P<s>\d{2}))?\s*:?\s*(?P<half>AM|PM|SA|CH)?"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for day in (_DAY, _DAY_WORDS)
    for form in (day, rf"{day}[\s,–-]+(?:lúc\s+)?{_TIME}", rf"{_TIME}[\s,–-]+(?:ngày\s+)?{day}")
]
_NOISE = re.compile(
    r"^(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|cn|chủ nhật)\s*[,.-]\s*|(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s+"
    r"|(?:đăng |cập nhật |đăng tải )?(?:lúc|ngày)(?:\s+(?:cập nhật|đăng))?\s*:?\s*)+",
    re.IGNORECASE,
)
# The zone that portals print; another one would be another moment, and is refused.
_HERE = re.compile(r"\s*\(?\s*(?:GMT|UTC)\s*\+\s*0?7(?::?00)?\s*\)?$", re.IGNORECASE)


class DateProblem(ValueError):
    """A date that cannot be read; ``code`` names the rule."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_date(raw: str) -> datetime:
    """One moment from a typed date, in Vietnam's zone; midnight when no time is given.

    Raises :class:`DateProblem` for a text of another form, an impossible day, or a far year.
    """
    text = _HERE.sub("", " ".join(raw.split())).strip("()[] ")
    text = _NOISE.sub("", text).strip("()[] ,")
    match = _ISO.fullmatch(text) or next(filter(None, (f.fullmatch(text) for f in _FORMS)), None)
    if match is None:
        short_year = re.fullmatch(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2}(?:\D.*)?", text)
        raise DateProblem("date-short-year" if short_year else "date-form")
    part = match.groupdict()
    year, month, day = int(part["y"]), int(part["m"]), int(part["d"])
    try:
        hour, minute, second = _clock(part)
        moment = datetime(year, month, day, hour, minute, second, tzinfo=VIETNAM)
    except ValueError as error:
        raise DateProblem("date-impossible") from error
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateProblem("date-year")
    return _shift(moment, part.get("zone"))


def _clock(part: dict[str, str | None]) -> tuple[int, int, int]:
    hour, minute, second = (int(part.get(key) or 0) for key in ("h", "n", "s"))
    half = (part.get("half") or "").upper()
    if half in {"AM", "SA"} and hour > 12:
        raise ValueError("an afternoon hour marked as morning")
    if half in {"PM", "CH"} and hour < 12:
        hour += 12
    if half in {"AM", "SA"} and hour == 12:
        hour = 0
    return hour, minute, second


def _shift(moment: datetime, zone: str | None) -> datetime:
    """The same typed clock time read in another zone, told in Vietnam's."""
    if not zone:
        return moment
    if zone.upper() == "Z":
        return moment.replace(tzinfo=UTC).astimezone(VIETNAM)
    digits = zone[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= timedelta(hours=24):
        raise DateProblem("date-impossible")
    there = timezone(-offset if zone[0] == "-" else offset)
    return moment.replace(tzinfo=there).astimezone(VIETNAM)


def long_date(moment: datetime | date) -> str:
    """``ngày 05 tháng 3 năm 2026``: two digits below 10, and for months 1 and 2 (NĐ 30/2020, Phụ lục I)."""
    month = f"{moment.month:02d}" if moment.month < 3 else str(moment.month)
    return f"ngày {moment.day:02d} tháng {month} năm {moment.year}"


def short_date(moment: datetime | date) -> str:
    return f"{moment.day:02d}/{moment.month:02d}/{moment.year}"
