"""Dates: nothing is guessed, day before month, never the American order."""

from ..case import error, item, ok, pelican

CASES = (
    # no date
    error("date-missing", item(date=None), "key-missing@0"),
    error("date-missing-pelican", pelican("Title: Bài thử", "Category: Chỉ số CCHC"), "key-missing@0"),
    error("date-empty", item(date=""), "value-empty@3"),
    error("date-nbsp", item(date="\u00a0"), "value-empty@3"),
    # words instead of a date
    error("date-words", item(date="hôm qua"), "date-form@3"),
    error("date-words-pelican", pelican("Title: Bài thử", "Date: hôm qua", "Category: chi-so"), "date-form@2"),
    error("date-words-next-week", item(date="tuần sau"), "date-form@3"),
    error("date-words-english", item(date="March 2, 2026"), "date-form@3"),
    error("date-words-no-year", item(date="ngày 2 tháng 3"), "date-form@3"),
    error("date-after-text", item(date="2026-03-02 dự kiến"), "date-form@3"),
    # days that do not exist
    error("date-feb30", item(date="2026-02-30"), "date-impossible@3"),
    error("date-feb29", item(date="29/02/2025"), "date-impossible@3"),
    error("date-apr31", item(date="31/4/2026"), "date-impossible@3"),
    error("date-month-13", item(date="2026-13-01"), "date-impossible@3"),
    error("date-american", item(date="12/31/2025"), "date-impossible@3"),
    error("date-hour-25", item(date="2026-03-02 25:00"), "date-impossible@3"),
    error("date-minute-75", item(date="02/03/2026 08:75"), "date-impossible@3"),
    error("date-day-0", item(date="0/3/2026"), "date-impossible@3"),
    # day first
    ok("date-dmy", item(date="05/06/2026"), shows='datetime="2026-06-05', writes="ngay/2026/06/05.html"),
    ok("date-dmy-dots", item(date="5.6.2026 8h30"), shows='datetime="2026-06-05T08:30', writes="ngay/2026/06/05.html"),
    ok("date-dmy-hyphens", item(date="05-06-2026"), writes="ngay/2026/06/05.html"),
    ok("date-words-vietnamese", item(date="ngày 5 tháng 6 năm 2026"), writes="ngay/2026/06/05.html"),
    ok("date-weekday", item(date="Thứ Sáu, 05/06/2026 14:05"), shows='datetime="2026-06-05T14:05', writes="ngay/2026/06/05.html"),
    ok("date-zone", item(date="2026-06-05T20:00:00Z"), shows='datetime="2026-06-06T03:00', writes="ngay/2026/06/06.html"),
    # half a date
    error("date-two-digit-year", item(date="5/6/26"), "date-short-year@3"),
    error("date-two-digit-year-hyphens", item(date="05-06-26"), "date-short-year@3"),
    error("date-two-digit-year-clock", item(date="1.3.26 08:00"), "date-short-year@3"),
    error("date-partial", item(date="2026"), "date-form@3"),
    error("date-partial-month", item(date="2026-03"), "date-form@3"),
    error("date-partial-month-slash", item(date="3/2026"), "date-form@3"),
    error("date-bare-day", item(date="10"), "date-form@3"),
    error("date-bare-day-word", item(date="ngày 10"), "date-form@3"),
    error("date-clock-only", item(date="08:30"), "date-form@3"),
    error("date-epoch", item(date="1772413200"), "date-form@3"),
    # years that nobody means
    error("date-year-1", item(date="0001-01-01"), "date-year@3"),
    error("date-year-0", item(date="0000-01-01"), "date-impossible@3"),
    error("date-year-1899", item(date="31/12/1899"), "date-year@3"),
    error("date-year-9999", item(date="9999-12-31"), "date-year@3"),
    error("date-year-2101", item(date="01/01/2101"), "date-year@3"),
    error("date-year-1-other-zone", item(date="0001-01-01T00:00:00+14:00"), "date-year@3"),
    error("date-far-zone", item(date="2026-03-02T08:00+99:00"), "date-impossible@3"),
    # two dates, dates out of order
    error("date-twice", item(date="2026-03-02\ndate: 2026-03-03"), "key-twice@4"),
    error("date-twice-two-languages", item(date="2026-03-02", ngày="03/03/2026"), "key-twice@5"),
    error("date-list", item(date="[2026-03-02, 2026-03-03]"), "date-form@3"),
    error("updated-words", item(updated="mới đây"), "date-form@5"),
    error("updated-earlier", item(updated="2026-11-01"), "updated-before-date@5"),
    error("expires-earlier", item(expires="2026-11-01"), "expires-before-date@5"),
    error("expires-year", item(expires="9999-12-31"), "date-year@5"),
)
