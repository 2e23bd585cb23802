"""Days, months, quarters, years and times of day in words."""

import re
from collections.abc import Callable

from plugins.radio.numbers import Voice, cardinal, day, month, roman

Rule = tuple["re.Pattern[str]", Callable[["re.Match[str]", Voice], str]]

_DASH = r"\s*[-–—−]\s*"
_YEAR = r"(?:19|20)\d\d"
_D, _M = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_FULL = rf"({_D})\s?[/.-]\s?({_M})\s?[/.-]\s?({_YEAR})(?![\d/])"
# Words before "2/9" that make it a day; without them two thirds are two thirds.
_TIMELY = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|nay|hôm|mùng|mồng|từ|đến|tới|trước|sau|hết|dịp|lễ|khánh|tết|vào|qua|thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật|nhi|lao\s+động|phụ\s+nữ)[,\s(]{0,3}$",
    re.IGNORECASE,
)
# A day before it: "30/4 và 1/5".
_AFTER_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})\s*(?:,|;|và|đến)\s*$")
# Holidays that would be fractions; "đạt 2/9 chỉ tiêu" and "2/9 thôn" are some.
_HOLIDAYS = frozenset({(1, 5), (1, 6), (2, 9)})
_COUNTS = re.compile(r"(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|khoảng|được|còn|mới)\s*$", re.IGNORECASE)
_STANDS_ALONE = re.compile(r"\s*(?:[.,;)–-]|$|và\s|hằng|hàng|năm)")
# What is counted: "03/07 phòng", "2/5 tiêu chí".
_COUNTED = re.compile(r"\s+(?:phòng|đơn vị|cơ quan|thôn|xã|phường|tổ|khu|ấp|hồ sơ|tiêu chí|chỉ tiêu|nội dung|nhiệm vụ|đại biểu|thành viên|người|hộ|thủ tục|văn bản|trường|điểm|lĩnh vực|ngành|mục|câu)(?!\w)")
# "Ngày Pháp luật Việt Nam 9/11"
_DAY_OF = re.compile(r"(?<!\w)[Nn]gày\s+[A-ZĐ][^\d.,;:!?]{2,60}$")
# A house, not a day: "ngõ 12/5".
_HOUSE = re.compile(r"(?:lớp|ngõ|ngách|hẻm|kiệt|số nhà|nhà số|căn hộ|phòng|thửa|tờ)\s*$", re.IGNORECASE)
# What is named after a day: "đường 2/9".
_NAMED = re.compile(r"(?:đường|phố|quảng trường|công viên|trường|nhà máy)\s*$", re.IGNORECASE)
_KIND = {"1": "một", "2": "hai", "3": "ba", "4": "bốn"}


def _lead(match: "re.Match[str]", several: bool) -> str:
    """``ngày`` before a day, ``từ ngày`` before two, unless the text says so itself."""
    before = match.string[: match.start()].rstrip().casefold()
    if before.endswith("ngày"):
        return ""
    return "ngày " if not several or before.endswith("từ") else "từ ngày "


def _one(match: "re.Match[str]", voice: Voice) -> str:
    return _lead(match, False) + _whole(match[1], match[2], match[3], voice)


def _whole(d: str, m: str, y: str | None, voice: Voice) -> str:
    words = f"{day(int(d), voice)} tháng {month(int(m), voice)}"
    return f"{words} năm {cardinal(int(y), voice)}" if y else words


def _two(match: "re.Match[str]", voice: Voice) -> str:
    """Two days; "1/3 – 1/2", where the second would be the earlier one, are two fractions."""
    d, m, e, n = (int(match[key]) for key in "dmen")
    if d < m and e < n and (n, e) < (m, d) and not match["y"] and not match["z"] and not _TIMELY.search(match.string[: match.start()]):
        return f"{cardinal(d, voice)} phần {month(m, voice)} đến {cardinal(e, voice)} phần {month(n, voice)}"
    first = _whole(match["d"], match["m"], match["y"], voice)
    return f"{_lead(match, True)}{first} đến ngày {_whole(match['e'], match['n'], match['z'], voice)}"


def _days(match: "re.Match[str]", voice: Voice) -> str:
    last = _whole(match["e"], match["n"], match["z"], voice)
    return f"{_lead(match, True)}{day(int(match['d']), voice)} đến ngày {last}"


def _listed(match: "re.Match[str]", voice: Voice) -> str:
    """``ngày 05, 07 và 09/3`` names each of its days."""
    return re.sub(r"\d+", lambda one: day(int(one[0]), voice), match[0])


def _dashed(match: "re.Match[str]", voice: Voice) -> str:
    """``lễ 30-4`` and ``ngày 5.3`` are days; ``ngày 3-6`` may be four of them."""
    d, m = int(match[1]), int(match[3])
    before = match.string[: match.start()]
    if match[2] == ".":
        is_day = bool(re.search(r"(?<!mỗi )(?<!một )(?<!hằng )ngày\s*$", before, re.IGNORECASE))
    else:
        after = _AFTER_DAY.search(before)
        is_day = ((d > m or (d, m) in _HOLIDAYS) and bool(_TIMELY.search(before))) or (after is not None and int(after[1]) > int(after[2]))
    return _lead(match, False) + _whole(match[1], match[3], None, voice) if is_day else match[0]


def _short(match: "re.Match[str]", voice: Voice) -> str:
    d, m = int(match[1]), int(match[2])
    before = match.string[: match.start()]
    if _NAMED.search(before):
        return f"{cardinal(d, voice)} tháng {month(m, voice)}"
    if _HOUSE.search(before):
        return f"{cardinal(d, voice)} trên {cardinal(m, voice)}"
    if _COUNTED.match(match.string, match.end()) and not before.rstrip().casefold().endswith(("ngày", "hết", "từ", "đến", "sáng", "chiều")):
        return f"{cardinal(d, voice)} trên {cardinal(m, voice)}" if "0" in (match[1][0], match[2][0]) else match[0]
    zero = match[1].startswith("0") or match[2].startswith("0")
    after = _AFTER_DAY.search(before)
    timely = zero or bool(_TIMELY.search(before) or _DAY_OF.search(before)) or (after is not None and int(after[1]) > int(after[2]))
    if (d, m) == (24, 7):  # round the clock, unless the day is named
        timely = bool(re.search(r"(?:ngày|sáng|trưa|chiều|tối|đêm)\s*$", before, re.IGNORECASE))
        return f"{_lead(match, False)}{_whole(match[1], match[2], None, voice)}" if timely else match[0]
    holiday = (d, m) in _HOLIDAYS and not _COUNTS.search(before) and _STANDS_ALONE.match(match.string, match.end()) is not None
    if not timely and not holiday and d <= m:
        return match[0]  # a fraction
    return _lead(match, False) + _whole(match[1], match[2], None, voice)


def _years(match: "re.Match[str]", voice: Voice) -> str:
    before = match.string[: match.start()].rstrip().casefold()
    first, last = (cardinal(int(year), voice) for year in (match[1], match[2]))
    if before.endswith(("năm", "năm học")):
        return f"{first} đến {last}"
    return f"{'' if before.endswith('từ') else 'từ '}năm {first} đến năm {last}"


def _quarter(match: "re.Match[str]", voice: Voice) -> str:
    typed = match[2].upper()
    value = _KIND.get(typed) or {1: "một", 2: "hai", 3: "ba", 4: "bốn"}[roman(typed)]
    return f"{match[1]} {value}{f' năm {cardinal(int(match[3]), voice)}' if match[3] else ''}"


def _time(match: "re.Match[str]", voice: Voice) -> str:
    hour, minute = int(match["h"]), int(match["n"] or 0)
    if hour > 24 or minute > 59:
        return match[0]
    words = f"{cardinal(hour, voice)} giờ"
    if minute:
        # "ba mươi ngày" would be thirty days.
        full = match["word"] or minute < 10 or re.match(r",?\s+(?:ngày|tháng)(?!\w)|\s+\d", match.string[match.end() :])
        words += f" {cardinal(minute, voice)}{' phút' if full else ''}"
    return words


_CLOCK = r"(?<![\d.,/])(?P<h>\d{1,2})(?:\s?(?:giờ|h|g)\s?(?P<n>[0-5]\d)(?![.,]?\d|\s?%)(?P<word>\s?phút|\s?p(?!\w))?|h(?!\w))"
_COLON = r"(?<![\d.,/:])(?P<h>[01]?\d|2[0-4]):(?P<n>[0-5]\d)(?P<word>)(?![\d:])"
_BETWEEN_TIMES = rf"(?P<one>\d{{1,2}}\s?(?:giờ|h|g|:)\s?(?:[0-5]\d)?(?:\s?phút)?){_DASH}(?=\d{{1,2}}\s?(?:giờ|h|g|:))"

_WEEKDAY = r"(?:thứ\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật|CN|T[2-7])"

RULES: tuple[Rule, ...] = (
    (re.compile(rf"(?<!\w)({_WEEKDAY}){_DASH}(?={_WEEKDAY}(?!\w))", re.IGNORECASE), lambda match, _: f"{match[1]} đến "),
    (re.compile(r"(?<!\w)T([2-7])(?=\s+đến\s+(?:T[2-7]|CN)(?!\w))|(?<=đến )T([2-7])(?!\w)"), lambda match, _: f"thứ {match[1] or match[2]}"),
    (re.compile(r"(?<=đến )CN(?!\w)"), lambda _match, _: "chủ nhật"),
    (re.compile(rf"(?<!\w)Q([1-4])\s?/\s?({_YEAR})(?!\d)"), lambda match, voice: f"quý {_KIND[match[1]]} năm {cardinal(int(match[2]), voice)}"),
    (re.compile(rf"(?<=tháng)/(?={_YEAR}(?!\d))"), lambda _match, _: " năm "),
    (re.compile(_BETWEEN_TIMES), lambda match, _: f"{match['one']} đến "),
    (re.compile(_CLOCK), _time),
    (re.compile(_COLON), _time),
    (re.compile(rf"(?<![\d/])(?P<d>{_D})/(?P<m>{_M})(?:/(?P<y>{_YEAR}))?{_DASH}(?P<e>{_D})/(?P<n>{_M})(?:/(?P<z>{_YEAR}))?(?![\d/])"), _two),
    (re.compile(rf"(?<![\d/.,])(?P<d>{_D}){_DASH}(?P<e>{_D})/(?P<n>{_M})(?:/(?P<z>{_YEAR}))?(?![\d/])"), _days),
    (re.compile(rf"(?<=ngày )(?:{_D}(?:, | và | đến | hoặc ))+(?={_D}/{_M})", re.IGNORECASE), _listed),
    (re.compile(rf"(?<![\d/.-]){_FULL}"), _one),
    (re.compile(rf"([Qq]uý|QUÝ)\s+(IV|I{{1,3}}|[1-4])(?:\s?[/-]\s?({_YEAR}))?(?!\w)"), _quarter),
    (re.compile(rf"(?<![\d/.,-])({_YEAR}){_DASH}({_YEAR})(?![\d/])"), _years),
    (
        re.compile(rf"([Tt]háng|THÁNG)\s+({_M})\s?[/-]\s?({_YEAR})(?!\d)"),
        lambda match, voice: f"{match[1]} {month(int(match[2]), voice)} năm {cardinal(int(match[3]), voice)}",
    ),
    (
        re.compile(rf"((?:đợt|kỳ|số|lần|học kỳ|Đợt|Kỳ|Số|Lần)\s+)(\d{{1,3}})\s?[/-]\s?({_YEAR})(?!\d)"),
        lambda match, voice: f"{match[1]}{cardinal(int(match[2]), voice)} năm {cardinal(int(match[3]), voice)}",
    ),
    (
        re.compile(rf"(?<![\w/.,])({_M})/({_YEAR})(?!\w)"),
        lambda match, voice: f"tháng {month(int(match[1]), voice)} năm {cardinal(int(match[2]), voice)}",
    ),
    (re.compile(rf"(?<![\w/.,])({_D})/({_M})(?![\d/.,]\d|\w|/)"), _short),
    (re.compile(rf"(?<![\w/.,-])({_D})([-.])({_M})(?![\w/-]|[.,]\d|\s?%)"), _dashed),
    (
        re.compile(rf"(?<=[Nn]gày )({_D})(?=\s+tháng\s|\s+hằng\s|\s+hàng\s|\s+và\s|\s+đến\s|\s*[.;,)]|\s*$)(?!,\d|\.\d)"),
        lambda match, voice: day(int(match[1]), voice),
    ),
    (re.compile(rf"(?<=[Tt]háng )({_M})(?![\d.,/%]\d|\d|\s+ngày)"), lambda match, voice: month(int(match[1]), voice)),
)
