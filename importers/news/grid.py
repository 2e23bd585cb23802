"""A table of any merging as a plain grid: one header row, and every cell that was merged repeated where it counts."""

from collections.abc import Callable
from dataclasses import dataclass

from bs4 import Tag

from importers.news.layouttables import rows_of

COLUMNS_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Grid:
    """``titles`` are rows that spanned the table above its header. ``merged``: whether any cell was merged."""

    titles: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    merged: bool


def grid_of(table: Tag, render: Callable[[Tag], str]) -> Grid:
    """``render`` gives the Markdown of a cell."""
    cells, merged = _laid_out(table)
    cells = [row for row in cells if any(cell is not None and (cell.get_text(strip=True) or cell.find("img")) for cell in row)]
    rendered: dict[int, str] = {}

    def text(cell: Tag | None) -> str:
        return rendered.setdefault(id(cell), render(cell)) if cell is not None else ""

    titles = []
    while len(cells) > 1 and _spans(cells[0]):
        titles.append(text(cells.pop(0)[0]))
    height = _header_height(cells)
    columns = range(len(cells[0]) if cells else 0)
    header = tuple(" – ".join(dict.fromkeys(filter(None, (text(row[i]) for row in cells[:height])))) for i in columns)
    rows = tuple(tuple(text(cell) if not (_spans(row) and i) else "" for i, cell in enumerate(row)) for row in cells[height:])
    kept = [i for i in columns if header[i] or any(row[i] for row in rows)]
    return Grid(tuple(filter(None, titles)), tuple(header[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows), merged)


def _laid_out(table: Tag) -> tuple[list[list[Tag | None]], bool]:
    """Every place of the grid with the cell that covers it."""
    places: dict[tuple[int, int], Tag] = {}
    merged = False
    source = rows_of(table)
    for y, row in enumerate(source):
        x = 0
        for cell in row:
            while (y, x) in places:
                x += 1
            wide, high = _span(cell, "colspan", COLUMNS_LIMIT), _span(cell, "rowspan", len(source) - y)
            merged = merged or wide > 1 or high > 1
            for dy in range(high):
                for dx in range(wide):
                    places.setdefault((y + dy, x + dx), cell)
            x += wide
    width = min(max((x for _, x in places), default=-1) + 1, COLUMNS_LIMIT)
    return [[places.get((y, x)) for x in range(width)] for y in range(len(source))], merged


def _span(cell: Tag, name: str, most: int) -> int:
    typed = str(cell.get(name, "1")).strip()
    number = int(typed) if typed.isdecimal() else 1
    return max(1, min(number or most, most))


def _spans(row: list[Tag | None]) -> bool:
    """One cell over the whole width of a table."""
    return len(row) > 1 and row[0] is not None and all(cell is row[0] for cell in row)


def _header_height(cells: list[list[Tag | None]]) -> int:
    """Rows of the header: those that cells of the first row reach down to, where another groups columns; rows of ``th``."""
    height = 1
    first = [cell for cell in cells[0] if cell is not None] if cells else []
    grouped = len({id(cell) for cell in first}) < len(first)
    while height < len(cells) and grouped and any(one is other for one in first for other in cells[height]):
        height += 1
    while height < len(cells) and all(cell is not None and cell.name == "th" for cell in cells[height]):
        height += 1
    return height if height < len(cells) else 1
