"""Amounts with what they count: money, percentages, units, telephone numbers, fractions, Roman numbers, ranges."""

import re

from plugins.radio.dates import Rule
from plugins.radio.letters import spelled
from plugins.radio.numbers import Voice, amount, cardinal, one_by_one, ordinal, roman

UNITS = {
    "%": "phần trăm", "‰": "phần nghìn", "đồng": "đồng", "đ": "đồng", "VNĐ": "đồng", "VND": "đồng", "vnđ": "đồng", "tr.đ": "triệu đồng", "trđ": "triệu đồng", "tr đ": "triệu đồng", "tr": "triệu", "USD": "đô la Mỹ", "$": "đô la Mỹ", "EUR": "ơ rô",
    "km": "ki lô mét", "m": "mét", "dm": "đề xi mét", "cm": "xen ti mét", "mm": "mi li mét",
    "km²": "ki lô mét vuông", "km2": "ki lô mét vuông", "m²": "mét vuông", "m2": "mét vuông", "cm²": "xen ti mét vuông", "cm2": "xen ti mét vuông", "ha": "héc ta",
    "cm³": "xen ti mét khối", "cm3": "xen ti mét khối", "kV": "ki lô vôn", "kVA": "ki lô vôn am pe", "m³": "mét khối", "m3": "mét khối", "l": "lít", "ml": "mi li lít", "kg": "ki lô gam", "g": "gam", "mg": "mi li gam",
    "°C": "độ xê", "oC": "độ xê", "°": "độ", "kW": "ki lô oát", "kWh": "ki lô oát giờ", "MW": "mê ga oát", "V": "vôn",
    "kB": "ki lô bai", "KB": "ki lô bai", "MB": "mê ga bai", "GB": "ghi ga bai", "TB": "tê ra bai", "Mbps": "mê ga bít một giây",
    "Hz": "héc", "kHz": "ki lô héc", "MHz": "mê ga héc", "GHz": "ghi ga héc", "km/h": "ki lô mét một giờ", "MB/s": "mê ga bai một giây", "h": "giờ", "m/s": "mét một giây", "s": "giây", "ph": "phút",
}  # fmt: skip
# What a rate is counted by: "đồng/tháng" is đồng một tháng.
_PER = (
    r"ngày|tháng|năm|quý|tuần|giờ|phút|giây|người|lượt|trường hợp|bản|trang|hộ|khẩu|hồ sơ|lần|cuộc|tổ|phiếu|văn bản|giao dịch|chữ ký|thôn|xã|phường"
    r"|suất|con|cây|lớp|ca|vụ|sào|buổi|tiết|chuyến|xe|em|cháu|học sinh|đối tượng|lao động|nhân khẩu|đơn vị|cơ sở|điểm|giấy|bài|bộ|tờ|tấn|tạ|kg|km²|km2|km|m²|m2|m³|m3|ha|lít|ml|l|kWh"
)
_NUM = r"\d+(?:\.\d{3})*(?:,\d+)?(?![\d]|,\d)"
_DASH = r"\s?[-–—−]\s?"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_AMOUNT = re.compile(rf"(?<![\w.,])(?P<sign>(?<![\w)%] )[-+](?=\d)|−\s?)?(?P<a>{_NUM})(?:{_DASH}(?P<b>{_NUM}))?(?:\s?(?P<unit>{_UNIT})(?![\w²³])|(?!\w))")
_MONEY_BEFORE = re.compile(rf"(?<!\w)\$\s?(?P<a>{_NUM})")
_RATE = re.compile(rf"(?<=[^\W\d_²³])\s?/\s?(?P<per>{_PER})(?!\w)|(?<=[%²³23])\s?/\s?(?P<by>{_PER})(?!\w)|(?<=[đg])/(?P<each>[a-zà-ỹđ]+)(?!\w)")
# What is counted before it: "300.000 đồng/người", "5 văn bản/tháng". Without a number the slash means "or": "xã/phường".
_COUNTED = re.compile(r"\d[\d.,]*\s?(?:[%²³]|[^\W\d_][\w²³]*)?(?:\s[^\W\d_]+){0,2}(?:\s?/\s?[^\W\d_][\w²³]*(?:\s[^\W\d_]+)?){0,2}$")
_MONEY = re.compile(r"\d[\d.,]*(?:\s?(?:nghìn|ngàn|triệu|tỷ))?\s?(?:đồng|đ)$")
_PLACE = r"(?:xã|phường|thôn|thị trấn|đặc khu|ấp|buôn|tổ)"
_PLACES = re.compile(rf"(?<!\w){_PLACE}$")
_MEASURE = re.compile(r"(?<!\w)(?:k?m[²³]|cm²|km2|m[23])(?!\w)")
_PERCENT = re.compile(r"(?<=\w)\s%(?!\w)")
_FRACTION = re.compile(rf"(?<![\w.,/])(?P<a>{_NUM})\s?/\s?(?P<b>{_NUM})(?![\w/])")
_PHONE = re.compile(r"(?<![\w.,/])(?:(?:\(0\d{2,3}\)\s?|0\d{2,3}[\s.])\d[.\s]\d{3}[.\s]\d{3}|\(?(?:\+84|0)\)?[\s.]?\d{2,3}\)?(?:[\s.-]?\d{2,4}){2,3}|1[89]00(?:[\s.-]?\d{2,4}){1,2})(?![\w/])")
_SHORT_PHONE = re.compile(r"(?:(?<=[Gg]ọi )|(?<=[Ss]ố máy )|(?<=[Tt]ổng đài ))(?:1\d\d|1022)(?:(?:, | và | hoặc )(?:1\d\d|1022))*(?!\d|[.,]\d)")
_ACCOUNT = re.compile(r"(?:(?<=tài khoản )|(?<=tài khoản: )|(?<=tài khoản số )|(?<=[Gg]ửi ))(?:\d(?:[ .]?\d){5,22}|(?<=ửi )\d{4})(?![\d.,]\d|\d|\s?(?:đồng|đ|hồ sơ|người|bản|triệu|tin|giấy|thư)(?!\w))")
_DIGITS = re.compile(r"(?:(?<=bưu chính )|(?<=số thuế )|(?<=MST )|(?<=MST: )|(?<=thuế: ))\d{5,13}(?![\d.,]\d|\d)")
_CODE = re.compile(r"(?<![\w.,])(\d\.\d{6}(?:\.\d{2,3})*)(?:\.([A-Z]\d{2}))?(?!\d)")
# A form: TP/HT-2020-TKĐKKS. A file: H61.18-260305-0012 (NĐ 118/2025/NĐ-CP: body, day, number).
FORM = re.compile(r"(?<![\w/-])[A-ZĐ]{1,8}(?:/[A-ZĐ]{1,8})+-(?:19|20)\d\d(?:[-.][A-ZĐ\d]+)*(?!\w)")
_FILE = re.compile(r"(?<![\w.-])[A-Z]\d{2}(?:\.\d{1,3})*-\d{6}-\d{4,}(?!\w)")
_MONEY_SHORT = re.compile(r"(?<=tỷ|ệu|ìn|àn)\s?(?:vnđ|VNĐ|VND|đ)(?!\w)")
_NAMED = re.compile(r"(?<=Đề án )0\d(?!\d)")
_ROMAN_AFTER = re.compile(
    r"((?:giai đoạn|phần|chương|mục|khóa|khoá|kỳ|đợt|thế kỷ|loại|hạng|bậc|vùng|khu vực|cấp|nhóm|mức|phụ lục|đại hội|quyển|tập|kì|thứ|đô thị)\s+)([IVXLC]+)(?![\w-])",
    re.IGNORECASE,
)
_ROMAN_ALONE = re.compile(r"(?<![\w/-])(?=[IVX]{2,})([IVX]+)(?![\w-])")
_ORDINAL = re.compile(r"(?<=[Tt]hứ )(\d{1,3})(?:\s?/\s?(\d{1,3}))?(?![\d.,/]\d|\d)")
_SECTION = re.compile(r"(?<![\w.,/])\d{1,3}(?:\.\d{1,2})+(?![\w,.]?\d)(?!\w)")
_MIXED = re.compile(r"(?<![\w])(?=\w*\d)(?=\w*[A-ZĐa-z])([A-ZĐa-zđ]{0,4})(\d{1,6})([A-ZĐa-zđ]{0,4})(?![\w])")
_HALVES = {"½": "một phần hai", "¼": "một phần tư", "¾": "ba phần tư", "⅓": "một phần ba", "⅔": "hai phần ba"}


def _amount(match: "re.Match[str]", voice: Voice) -> str:
    sign = (match["sign"] or "").strip()
    words = amount(f"{sign}{match['a']}", voice)
    if match["b"]:
        words += f" đến {amount(match['b'], voice)}"
    return f"{words} {UNITS[match['unit']]}" if match["unit"] else words


def _rate(match: "re.Match[str]", _voice: Voice) -> str:
    per, before = match["per"] or match["by"] or match["each"], match.string[: match.start()]
    if not (_MONEY if match["each"] else _COUNTED).search(before[-80:]) or (_PLACES.search(before) and re.fullmatch(_PLACE, per)):
        return match[0]
    return f" một {UNITS.get(per, per)}"


def _place(match: "re.Match[str]", voice: Voice) -> str:
    """``thứ 12/34``: the twelfth of thirty-four."""
    return ordinal(int(match[1]), voice) + (f" trên {cardinal(int(match[2]), voice)}" if match[2] else "")


def _fraction(match: "re.Match[str]", voice: Voice) -> str:
    """Small proper fractions are parts (2/3 hai phần ba), others are so many out of so many (41/42)."""
    a, b = match["a"], match["b"]
    if a.isdigit() and b.isdigit() and int(a) < int(b) <= 10:
        return f"{amount(a, voice)} phần {'tư' if int(b) == 4 else amount(b, voice)}"
    return f"{amount(a, voice)} trên {amount(b, voice)}"


def _phone(match: "re.Match[str]", _voice: Voice) -> str:
    """Digit by digit, with a halt where the number is typed apart."""
    digits = re.sub(r"\D", "", match[0])
    if not 8 <= len(digits) <= 12:
        return match[0]
    groups = [group for group in re.split(r"\D+", match[0].replace("+84", "")) if group]
    lead = ["cộng tám bốn"] if "+84" in match[0] else []
    return ", ".join([*lead, *map(one_by_one, groups)])


def _code(match: "re.Match[str]", _voice: Voice) -> str:
    digits = " chấm ".join(map(one_by_one, match[1].split(".")))
    return f"{digits}{f' chấm {spelled(match[2])}' if match[2] else ''}"


def _file(match: "re.Match[str]", _voice: Voice) -> str:
    signs = {".": "chấm", "-": "gạch ngang"}
    return " ".join(signs.get(part) or spelled(part) for part in re.findall(r"\w+|[.-]", match[0]))


def form(match: "re.Match[str]", voice: Voice) -> str:
    """The number of a form: letters are spelled, its year is a number."""
    parts = re.findall(r"[A-ZĐ]+|\d+", match[0])
    return " ".join(cardinal(int(part), voice) if part.isdigit() else spelled(part) for part in parts)


def _roman(match: "re.Match[str]", voice: Voice) -> str:
    value = roman(match[2].upper()) if match[2].isupper() else 0
    if not value:
        return match[0]
    said = ordinal(value, voice) if match[1].strip().casefold() == "thứ" else cardinal(value, voice)
    return f"{match[1]}{said}"


def _mixed(match: "re.Match[str]", voice: Voice) -> str:
    number = one_by_one(match[2]) if match[2].startswith("0") else cardinal(int(match[2]), voice)
    return " ".join(filter(None, (spelled(match[1]), number, spelled(match[3]))))


# Numbers that are names rather than amounts come before everything else, and so do rates, which need to see the number.
NAMES: tuple[Rule, ...] = (
    (_RATE, _rate),
    (_CODE, _code),
    (_FILE, _file),
    (_ACCOUNT, lambda match, _: ", ".join(map(one_by_one, re.findall(r"\d+", match[0])))),
    (_PHONE, _phone),
    (_SHORT_PHONE, lambda match, _: re.sub(r"\d+", lambda number: one_by_one(number[0]), match[0])),
    (_DIGITS, lambda match, _: one_by_one(match[0])),
    (_NAMED, lambda match, _: one_by_one(match[0])),
)
RULES: tuple[Rule, ...] = (
    (re.compile("|".join(_HALVES)), lambda match, _: f" {_HALVES[match[0]]}"),
    (_ORDINAL, _place),
    (_FRACTION, _fraction),
    (_SECTION, lambda match, voice: amount(match[0], voice)),
    (_MONEY_BEFORE, lambda match, voice: f"{amount(match['a'], voice)} đô la Mỹ"),
    (_AMOUNT, _amount),
    (_MONEY_SHORT, lambda _match, _: " đồng"),
    (_MEASURE, lambda match, _: UNITS[match[0]]),
    (_PERCENT, lambda _match, _: " phần trăm"),
    (_ROMAN_AFTER, _roman),
    (_ROMAN_ALONE, lambda match, voice: cardinal(roman(match[1]), voice) if roman(match[1]) else match[0]),
    (_MIXED, _mixed),
)
