"""Tables that hold data, and tables that only place things on a page."""

import re

from bs4 import Tag

from plugins.model.text import fold

_OFFICIAL = re.compile(r"cong hoa xa hoi chu nghia|doc lap\s*[-–]\s*tu do|dang cong san viet nam|noi nhan\s*:|^\s*so\s*:.*/")
_BORDER = re.compile(r"border(?:-(?:top|left|bottom|right))?\s*:\s*(?!none|0|medium none)[^;]*(?:solid|double|\d)", re.IGNORECASE)


def rows_of(table: Tag) -> list[list[Tag]]:
    """Cells of a table's own rows, not of tables inside it."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    return [row.find_all(["td", "th"], recursive=False) for row in rows]


def is_data(table: Tag) -> bool:
    """A grid with a meaning: no table inside, two rows and two columns at least, no letterhead, no picture with its caption."""
    rows = [row for row in rows_of(table) if any(cell.get_text(strip=True) for cell in row)]
    if len(rows) < 2 or max(map(len, rows)) < 2 or (table.find("table") is not None and not _is_grid(rows)):
        return False
    text = fold(table.get_text("\n", strip=True)[:2000])
    if _OFFICIAL.search(text):
        return False
    if table.find("th") is not None or _has_border(table):
        return True
    if table.find("img") is not None:
        return False
    cells = [cell.get_text(strip=True) for row in rows for cell in row]
    filled = sum(map(bool, cells))
    links = sum(len(a.get_text(strip=True)) for a in table.find_all("a"))
    return filled >= 0.6 * len(cells) and max(map(len, cells)) <= 600 and 2 * links < sum(map(len, cells))


def is_framed_picture(table: Tag, rows: list[list[Tag]]) -> bool:
    """A table of one column that holds a picture and, below it, a line or two: its caption."""
    words = table.get_text(" ", strip=True)
    return table.find("img") is not None and table.find("table") is None and len(rows) <= 3 and all(len(row) == 1 for row in rows) and 0 < len(words) <= 250


def _is_grid(rows: list[list[Tag]]) -> bool:
    """Whether a table that holds another is a grid all the same: headed cells of its own, or three columns and rows of short cells around it."""
    own = [cell for row in rows for cell in row]
    holding = [cell for cell in own if cell.find("table") is not None]
    if len(holding) * 4 > len(own) or any(len(cell.get_text(strip=True)) > 600 or cell.find(["img", "h1", "h2", "form"]) for cell in own):
        return False
    headed = any(cell.name == "th" for cell in own)
    return headed or (len(rows) >= 3 and max(map(len, rows)) >= 3 and sum(bool(cell.get_text(strip=True)) for cell in own) >= 0.8 * len(own))


def _has_border(table: Tag) -> bool:
    border = str(table.get("border", "0")).strip()
    if border not in {"", "0", "0px"}:
        return True
    return any(_BORDER.search(str(tag.get("style", ""))) for tag in (table, *table.find_all("td", limit=6)))
