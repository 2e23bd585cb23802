"""Values of indices as an editor types them: one CSV file, every problem at once."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from plugins.model.indices import INDICES, SCALES, Index, IndexStatus, IndexValue
from plugins.model.problems import Problem, problem
from plugins.model.text import fold, nearest, nfc

COLUMNS = {
    "index": ("index", "chỉ số"),
    "series": ("series", "chuỗi", "đơn vị"),
    "year": ("year", "năm"),
    "value": ("value", "giá trị", "điểm"),
    "scale": ("scale", "thang", "thang điểm"),
    "status": ("status", "trạng thái", "cách có"),
    "source": ("source", "nguồn"),
}
FIRST_YEAR = 2005  # no index of ours is older
MOST_ROWS = 2000
_NUMBER = re.compile(r"\d{1,4}(?:([.,])\d{1,4})?")
_STATUS = {
    **dict.fromkeys(("cong bo", "published", "da cong bo"), IndexStatus.PUBLISHED),
    **dict.fromkeys(("suy ra", "derived", "tinh lai"), IndexStatus.DERIVED),
    **dict.fromkeys(("don vi tinh", "tu tinh", "own", "don vi tu tinh"), IndexStatus.OWN),
}


def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


_NAMES = {_bare(name): one for one in INDICES for name in (one.slug, one.short, one.name)} | {"766": INDICES[-1], "boso766": INDICES[-1]}
_HEADS = {_bare(name): key for key, names in COLUMNS.items() for name in names}


@dataclass
class Reading:
    """What reading gathers on its way; ``seen`` is (index, series, year) → where it was first, over all files."""

    seen: dict[tuple[str, str, int], str]
    latest: int  # the newest year that a value can have
    values: list[IndexValue] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    later: set[int] = field(default_factory=set)  # years to come, whose values wait for them


def read_rows(path: str, text: str, reading: Reading) -> None:
    """All rows of one file into the reading. Cells are parted by commas or, as Excel does here, by semicolons."""
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        columns = _columns(path, next(rows, []), reading)
        if columns is None:
            return
        first_sign = ""
        for count, (line, cells) in enumerate(_numbered(rows)):
            if count == MOST_ROWS:
                reading.problems.append(problem("index-many", path, line, limit=MOST_ROWS))
                return
            first_sign = _row(path, line, cells, columns, first_sign, reading)
    except csv.Error:
        reading.problems.append(problem("index-csv", path, rows.line_num))


def _numbered(rows: "csv._reader") -> Iterator[tuple[int, list[str]]]:  # type: ignore[name-defined]
    for row in rows:
        cells = [nfc(cell) for cell in row]
        if any(cells) and not cells[0].startswith("#"):
            yield rows.line_num, cells


def _columns(path: str, head: list[str], reading: Reading) -> list[str] | None:
    keys = [_HEADS.get(_bare(cell), "") for cell in head]
    missing = [key for key in COLUMNS if key not in keys]
    if missing or "" in keys or len(set(keys)) != len(keys):
        reading.problems.append(problem("index-head", path, 1, value=", ".join(head), columns=", ".join(COLUMNS)))
        return None
    return keys


def _row(path: str, line: int, cells: list[str], columns: list[str], first_sign: str, reading: Reading) -> str:
    """One row; returns the decimal sign that the file uses, once one is known."""
    if len(cells) != len(columns):
        reading.problems.append(problem("index-cells", path, line, found=len(cells), count=len(columns)))
        return first_sign
    typed = dict(zip(columns, cells, strict=True))
    found = [problem("index-empty", path, line, column=key) for key in COLUMNS if not typed[key]]
    number = _NUMBER.fullmatch(typed["value"]) if typed["value"] else None
    sign = number[1] or "" if number else ""
    if typed["value"] and number is None:
        found.append(problem("index-number", path, line, value=typed["value"]))
    elif sign and first_sign and sign != first_sign:
        found.append(problem("index-mixed", path, line, value=typed["value"], other=first_sign))
    index = _index(path, line, typed, found)
    year = _year(path, line, typed["year"], reading, found)
    status = _STATUS.get(" ".join(re.findall(r"\w+", fold(typed["status"]))))
    if typed["status"] and status is None:
        found.append(problem("index-status", path, line, value=typed["status"], choices=", ".join(IndexStatus)))
    value = Decimal(typed["value"].replace(",", ".")) if number else Decimal(0)
    if index and year and number:
        found += _scale(path, line, typed["scale"], index, year, value)
        found += _twice(path, line, typed, index, year, reading)
    reading.problems += found
    if index and year and status and not found:
        reading.values.append(IndexValue(index.slug, typed["series"], year, value, typed["scale"], status, typed["source"]))
    return first_sign or sign


def _index(path: str, line: int, typed: Mapping[str, str], found: list[Problem]) -> Index | None:
    index = _NAMES.get(_bare(typed["index"]))
    if typed["index"] and index is None:
        near = nearest(typed["index"], [one.short for one in INDICES]) or INDICES[0].short
        found.append(problem("index-unknown", path, line, value=typed["index"], nearest=near, choices=", ".join(one.short for one in INDICES)))
    return index


def _year(path: str, line: int, typed: str, reading: Reading, found: list[Problem]) -> int:
    year, latest = int(typed) if re.fullmatch(r"\d{4}", typed) else 0, reading.latest
    if year > latest:
        reading.later.add(year)
        found.append(problem("index-later", path, line, value=typed, last=latest))
        return 0
    if typed and year < FIRST_YEAR:
        found.append(problem("index-year", path, line, value=typed, first=FIRST_YEAR, last=latest))
        return 0
    return year


def _scale(path: str, line: int, typed: str, index: Index, year: int, value: Decimal) -> list[Problem]:
    scale = SCALES.get(typed)
    if typed and (scale is None or not index.scale_fits(typed, year)):
        return [problem("index-scale", path, line, value=typed, index=index.short, year=year, choices=", ".join(index.scales_of(year)))]
    if scale and not scale.low <= value <= scale.high:
        return [problem("index-beyond", path, line, value=str(value).replace(".", ","), scale=typed)]
    return []


def _twice(path: str, line: int, typed: Mapping[str, str], index: Index, year: int, reading: Reading) -> list[Problem]:
    key = (index.slug, typed["series"].casefold(), year)
    first = reading.seen.setdefault(key, f"{path}:{line}")
    if first == f"{path}:{line}":
        return []
    return [problem("index-twice", path, line, index=index.short, series=typed["series"], year=year, first=first)]
