"""Working days in Vietnam: public holidays as data (Bộ luật Lao động 2019, Điều 112; yearly notices for swaps and Tết)."""

from datetime import date, timedelta

# Weekdays that public offices are closed, year by year; a test compares them with a library.
# 24 November: Ngày Văn hóa Việt Nam, since 2026 (Nghị quyết 80-NQ/TW, 7/1/2026).
_CLOSED: dict[int, tuple[str, ...]] = {
    2023: ("01-02", "01-20", "01-23", "01-24", "01-25", "01-26", "05-01", "05-02", "05-03", "09-01", "09-04"),
    2024: ("01-01", "02-08", "02-09", "02-12", "02-13", "02-14", "04-18", "04-29", "04-30", "05-01", "09-02", "09-03"),
    2025: ("01-01", "01-27", "01-28", "01-29", "01-30", "01-31", "04-07", "04-30", "05-01", "05-02", "09-01", "09-02"),
    2026: ("01-01", "01-02", "02-16", "02-17", "02-18", "02-19", "02-20", "04-27", "04-30", "05-01", "08-31", "09-01", "09-02", "11-24"),
}
# Saturdays worked in exchange for a day off.
_WORKED = frozenset(date.fromisoformat(d) for d in ("2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"))
_HOLIDAYS = frozenset(date.fromisoformat(f"{year}-{day}") for year, days in _CLOSED.items() for day in days)


def is_working_day(day: date) -> bool:
    """Monday to Friday outside public holidays, and the Saturdays worked in exchange."""
    return day in _WORKED or (day.weekday() < 5 and day not in _HOLIDAYS)


def is_known(year: int) -> bool:
    """Whether the holidays of a year stand here; without them a count would be a guess."""
    return year in _CLOSED


def working_days_between(start: date, end: date) -> int:
    """Working days after ``start`` up to and including ``end``; 0 when ``end`` is not later."""
    return sum(is_working_day(start + timedelta(n)) for n in range(1, (end - start).days + 1))
