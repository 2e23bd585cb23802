"""Ways of typing that the rules do not know, turned into the usual one: decimal points, roads, wards, minutes, years first."""

import re
from collections.abc import Callable

# What stands before the short form of a ward, a district, a commune.
BEFORE_WARD = r"(?:^|(?<=, )|(?<=dân )|(?<=tại )|(?<=của )|(?<=ở ))"
_YEAR = r"(?:19|20)\d\d"
_QUARTER = r"(?:IV|I{1,3}|[1-4])"
_COUNTED = r"(?:đồng|đ|VNĐ|VND|người|hộ|lượt|hồ sơ|nhân khẩu|m2|m²|ha|tấn)(?!\w)"


def _dots(match: "re.Match[str]") -> str:
    return re.sub("[, ]", ".", match[0])


def _weekdays(match: "re.Match[str]") -> str:
    return re.sub(r"T([2-7])", r"thứ \1", match[0]).replace("CN", "chủ nhật")


_USUAL: tuple[tuple[str, str | Callable[["re.Match[str]"], str]], ...] = (
    # numbers
    (r"(?<![\d.,])(\d{1,3})\.(\d{1,2})(?=\s?(?:%|(?:triệu|tỷ|tỉ|điểm phần trăm)(?!\w)))", r"\1,\2"),
    (r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])", _dots),
    (rf"(?<![\d.,])(?<!\d )\d{{1,3}}(?: \d{{3}})+(?=\s?{_COUNTED})", _dots),
    (r"(?<=\d)½", ",5"),
    ("º", "°"),
    (r"\s?(?:→|[-=]>)\s?", " đến "),
    (r"((?:[Tt]ỷ|[Tt]ỉ) số\s+\d+)\s?-\s?(?=\d)", r"\1 "),
    # times and days
    (rf"(?<![\w-])({_YEAR})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])", r"\3/\2/\1"),
    (r"(?<=[hg:]\d\d)['’′]", ""),
    (r"(?<=\d)\s?['’′](?![\w'’])", " phút"),
    (r"(?<=/24)\s?h(?!\w)", " giờ"),
    (r"(?<=[^\W\d_])\s?/\s?(?=\d+\s?(?:giờ|ngày|phút)(?!\w))", " trong "),
    (rf"(?<!\w)(\d{{1,2}})T(?=/{_YEAR}|\s+(?:đầu|cuối)\s)", r"\1 tháng"),
    (rf"([Qq]uý\s+{_QUARTER}\s?(?:và|,|đến)\s?)(?={_QUARTER}\s?/\s?{_YEAR})", r"\1quý "),
    (r"(?<!\w)(?:T[2-7]|CN)(?:\s?(?:[,;]|và)\s?(?:T[2-7]|CN)(?!\w))+", _weekdays),
    (r"([Tt]hứ\s+(?:[2-7]|bảy|sáu)(?:\s?[,;/]|\s+và|\s+hoặc)\s*)CN(?!\w)", r"\1chủ nhật"),
    (r"((?:lúc|từ|đến|trước|sau)\s\d{1,2})g(?!\w)", r"\1 giờ"),
    # places and measures
    (r"(?<![\w.,])(\d)m([1-9]\d?)(?!\w)", r"\1 mét \2"),
    (r"(?<!\w)QL\.?\s?(?=\d)", "quốc lộ "),
    (r"(?<!\w)(?:ĐT|TL)\.?\s?(?=\d{3}[A-Z]?(?![\d.\s-]*\d))", "đường tỉnh "),
    (r"(?<!\w)[Kk]m\s?(?=\d+\s?\+\s?\d)", "ki lô mét "),
    (r"(?<!\w)KP\.?\s?(?=\d)", "khu phố "),
    (BEFORE_WARD + r"P\.\s?(?=\d{1,2}(?!\d))", "phường "),
    (BEFORE_WARD + r"H\.\s?(?=[A-ZĐ][^\W\dA-ZĐ])", "huyện "),
    (BEFORE_WARD + r"X\.\s?(?=[A-ZĐ][^\W\dA-ZĐ])", "xã "),
    (r"(?<!\w)([Tt][Pp]|TX|TT)\.(?=[A-ZĐ][^\W\dA-ZĐ])", r"\1. "),
    # names of people by their letters: "ông N.V.A"
    (r"(?<![\w.])(?:[A-ZĐ]\.){2,3}[A-ZĐ](?!\w|\.\w)", lambda match: match[0].replace(".", " ")),
    # two offices: "HĐND&UBND"
    (r"(?<![\w&-])([A-ZĐƯ]{3,})&([A-ZĐƯ]{3,})(?![\w&-])", r"\1 và \2"),
)


def as_usual(text: str) -> str:
    """The text as the rules expect it."""
    for pattern, usual in _USUAL:
        text = re.sub(pattern, usual, text)
    return text
