"""What an announced text says for certain: a length of time, an amount of money."""

import re

from plugins.model.text import fold

# Hours and days as ISO 8601 says them. Working days have no such form; a range or a condition is not certain.
_TIME = re.compile(r"0*([1-9]\d{0,3}) (phut|gio|ngay|tuan|thang)")
_ISO = {"phut": "PT{}M", "gio": "PT{}H", "ngay": "P{}D", "tuan": "P{}W", "thang": "P{}M"}
_MONEY = re.compile(r"(?:(?:le )?phi ?: ?)?(\d{1,3}(?:[.,]\d{3})+|\d+) ?(?:dong|vnd|d)")
_FREE = {"mien phi", "khong", "khong thu phi", "khong mat phi", "phi : khong dong", "le phi : khong dong"}


def duration(announced: str) -> str:
    """``P30D`` for "30 ngày"; empty when the announced text says more than one plain length."""
    match = _TIME.fullmatch(fold(" ".join(announced.split())))
    return _ISO[match[2]].format(match[1]) if match else ""


def amount(announced: str) -> str:
    """Đồng, for a text that is one amount and nothing else. Less than 1,000 đồng is a slip of the national export."""
    text = fold(" ".join(announced.split())).rstrip(".")
    match = _MONEY.fullmatch(text)
    value = int(re.sub(r"\D", "", match[1])) if match else 0 if text in _FREE else -1
    return str(value) if value == 0 or value >= 1000 else ""
