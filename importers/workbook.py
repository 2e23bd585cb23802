"""Sheets of a workbook as rows with their numbers; tables in them found by the labels of their columns."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import python_calamine as calamine
from lxml import etree

from importers.container import SourceRefused
from importers.labels import Spellings, columns
from importers.values import text_of

CELLS_LIMIT = 5_000_000
_HEADER_ROWS = 60
_NS = "{*}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows`` begin at row 1 of the sheet; cells that were merged downwards repeat their value."""

    name: str
    rows: list[list[Any]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet: where each wanted column stands, and the rows below the header."""

    sheet: str
    place: Mapping[str, int]
    first: int
    rows: list[list[Any]]

    def records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """(row number, column → raw cell) of every row that holds something; repeated headers and column numbers skipped."""
        header = {text_of(cell) for cell in self.rows[self.first - 2] if text_of(cell)} if self.first >= 2 else set()
        for number, row in enumerate(self.rows[self.first - 1 :], self.first):
            texts = [text for cell in row if (text := text_of(cell))]
            if not texts or (len(texts) > 1 and set(texts) <= header) or _numbering(texts):
                continue
            yield number, {name: row[i] if i < len(row) else "" for name, i in self.place.items()}


def _numbering(texts: list[str]) -> bool:
    """A row that only counts the columns: 1, 2, 3 or (1), (2), (3)."""
    return len(texts) > 2 and [text.strip("()[] ") for text in texts] == [str(i) for i in range(1, len(texts) + 1)]


def sheets(path: Path) -> list[Sheet]:
    """All sheets of a workbook that :mod:`importers.container` has passed. Raises :class:`SourceRefused`."""
    _measure(path)
    found = []
    try:
        with calamine.CalamineWorkbook.from_path(path) as book:
            for meta in book.sheets_metadata:
                if meta.typ is calamine.SheetTypeEnum.WorkSheet:
                    sheet = book.get_sheet_by_name(meta.name)
                    rows = sheet.to_python(skip_empty_area=False)
                    found.append(Sheet(meta.name, _unmerged(rows, sheet.merged_cell_ranges or [])))
    except calamine.PasswordError as error:
        raise SourceRefused("import-locked") from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise SourceRefused("import-corrupt", reason="không đọc được trang tính") from error
    return found


def _unmerged(rows: list[list[Any]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> list[list[Any]]:
    for (top, left), (bottom, right) in merged:
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and top < len(rows) and right - left < len(row):
                row[left] = rows[top][left]
    return rows


def _measure(path: Path) -> None:
    """The reader makes a full rectangle of each sheet: two far corners must not ask for a billion cells."""
    try:
        with zipfile.ZipFile(path) as box:
            for name in (n for n in box.namelist() if re.fullmatch(r"/?xl/worksheets/[^/]+\.xml", n)):
                with box.open(name) as file:
                    height, width = _extent(file)
                if height * width > CELLS_LIMIT:
                    raise SourceRefused("import-cells", rows=height, columns=width)
    except (etree.XMLSyntaxError, zipfile.BadZipFile, OSError) as error:
        raise SourceRefused("import-corrupt", reason="trang tính sai cấu trúc") from error


def _extent(file: Any) -> tuple[int, int]:
    """Last row and column that hold a value."""
    height = width = row = column = 0
    events = etree.iterparse(file, events=("start", "end"), tag=(f"{_NS}row", f"{_NS}c"), resolve_entities=False, no_network=True, huge_tree=True)
    for event, element in events:
        is_cell = element.tag.endswith("}c") or element.tag == "c"
        if event == "start":
            if is_cell:
                match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", element.get("r") or "")
                column = _letters(match[1]) if match else column + 1
                row = int(match[2]) if match else row
            else:
                typed = element.get("r") or ""
                row, column = int(typed) if typed.isdecimal() else row + 1, 0
            continue
        if is_cell and len(element):
            height, width = max(height, row), max(width, column)
        element.clear()
        if not is_cell:
            while element.getprevious() is not None:
                del element.getparent()[0]
    return height, width


def _letters(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def find_table(sheet: Sheet, wanted: Spellings, needed: frozenset[str]) -> Table | None:
    """The table whose header names most of the wanted columns, all of the needed ones among them."""
    best: Table | None = None
    for i, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        header = [text_of(cell) if isinstance(cell, str) and len(cell) < 200 else "" for cell in row]
        place, first = columns(header, wanted), i + 2
        if not place:
            continue
        below = sheet.rows[i + 1] if i + 1 < len(sheet.rows) else []
        if len(place) < len(wanted):
            place, first = _two_lines(header, below, wanted, place, first)
        if needed <= place.keys() and (best is None or len(place) > len(best.place)):
            best = Table(sheet.name, place, first, sheet.rows)
    return best


def _two_lines(header: list[str], below: list[Any], wanted: Spellings, place: dict[str, int], first: int) -> tuple[dict[str, int], int]:
    """A header of two lines: "Số lượng" above, "Bản chính" and "Bản sao" below."""
    lower = [text_of(cell) if isinstance(cell, str) else "" for cell in below]
    more = columns(lower, wanted)
    both = [low if low and i in more.values() else (header[i] if i < len(header) else "") for i, low in enumerate(lower)]
    joined = columns(both, wanted)
    taken = {i for i in place.values() if i < len(lower) and lower[i] and lower[i] != header[i] and i not in more.values()}
    return (joined, first + 1) if more and len(joined) > len(place) and not taken else (place, first)
