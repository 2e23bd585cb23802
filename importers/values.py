"""Values of cells and fields: word for word, but for characters that nobody sees and for dates kept as numbers."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from plugins.model.dates import DateProblem, parse_date, short_date
from plugins.model.procedure import is_empty_word
from plugins.model.text import fold

# Who a procedure is for, where the name itself holds commas (official list of the national export).
_WITH_COMMAS = ("Cán bộ, công chức, viên chức",)
_SPACES = {0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x2009: " ", 0x3000: " ", 0x0009: " ", 0x2028: "\n", 0x2029: "\n", 0x000B: "\n", 0x000C: "\n"}
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u180e\u061c\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|_x000[dD]_")
_MARKS = re.compile(r"([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3})[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
_EPOCH = date(1899, 12, 30)  # day 0 of Excel's serial numbers
_FIRST_SERIAL, _LAST_SERIAL = 16_438, 73_415  # 1945–2100


def text_of(value: Any) -> str:
    """A cell as text: ``1.0`` → ``1``, dates as dd/mm/yyyy, "Không có thông tin" → nothing, lines trimmed."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return short_date(value) + (f" {value:%H:%M}" if value.time() != time() else "")
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, (int, float, time, timedelta)):
        return str(value)
    return clean(str(value))


@lru_cache(maxsize=20_000)
def clean(text: str) -> str:
    """Composed text without unseen characters; blank lines and blanks at the ends of lines removed."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(_SPACES)))
    lines = [line.strip() for line in _MARKS.sub(r"\1", text).split("\n")]
    text = "\n".join(line for line in lines if line)
    return "" if any(map(str.isalnum, text)) and is_empty_word(text) else text


def one_line(text: str, between: str = " ") -> str:
    """Lines joined, blanks folded."""
    return between.join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def audience(text: str) -> str:
    """Names separated by ``; ``; commas inside parentheses, and inside a known name, belong to the name."""
    for i, name in enumerate(_WITH_COMMAS):
        text = re.sub(re.escape(name).replace(r",\ ", r"\s*,\s*"), f"\ue000{i}\ue001", text, flags=re.IGNORECASE)
    names: list[str] = []
    depth, start = 0, 0
    for at, char in enumerate(text + ","):
        depth = max(0, depth + (char == "(") - (char == ")"))
        if (char in ",;\n" and depth == 0) or at == len(text):
            names.append(" ".join(text[start:at].split()))
            start = at + 1
    whole = "; ".join(dict.fromkeys(name for name in names if name))
    return re.sub("\ue000(\\d)\ue001", lambda m: _WITH_COMMAS[int(m[1])], whole)


def keywords(text: str) -> str:
    """Words separated by ``; ``."""
    return "; ".join(dict.fromkeys(word for part in re.split(r"[,;\n]", text) if (word := " ".join(part.split()))))


def day(value: Any) -> str | None:
    """A date as dd/mm/yyyy, from a serial number, a date or a typed text; None when it proves no day."""
    found = _day(value)
    if found is None:
        try:
            found = parse_date(text_of(value)).date()
        except DateProblem:
            return None
    return short_date(found)


def legal_day(value: Any) -> str:
    """A date of a legal basis: serial numbers and dates as dd/mm/yyyy, text as it stands."""
    found = _day(value)
    return short_date(found) if found else text_of(value)


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{5}(?:\.0+)?", value.strip()):
        value = float(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return _EPOCH + timedelta(days=int(value))
    return None


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """A label as it is compared: letters and digits without marks and case, single blanks."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(unicodedata.normalize("NFC", text))))
