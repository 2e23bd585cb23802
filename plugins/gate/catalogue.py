"""The official list ``danh-muc.xlsx`` against the site, code by code: what is missing, too many, out of date, named otherwise.

Everything found here is a warning: the list may be older than the site.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from plugins.model.problems import Problem, problem
from plugins.model.procedure import Procedure, ProcedureStatus, read_code
from plugins.model.text import fold, nfc

CATALOGUE = "danh-muc.xlsx"
MEGABYTE = 1_000_000
FILE_LIMIT, UNPACKED_LIMIT, RATIO_LIMIT, CELL_LIMIT = 20 * MEGABYTE, 300 * MEGABYTE, 200, 2_000_000
HEADER_WITHIN = 30
# Labels of the columns, folded; an exact label goes before one that only begins so.
_LABELS = {
    "code": ("ma so", "ma tthc", "ma thu tuc", "ma thu tuc hanh chinh", "ma so tthc", "ma so thu tuc hanh chinh", "ma"),
    "name": ("ten tthc", "ten thu tuc", "ten thu tuc hanh chinh", "ten"),
    "sector": ("linh vuc",),
}
_CELL = re.compile(rb"\br\s*=\s*[\"']([A-Z]{0,3})([0-9]{1,7})[\"']")


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list; ``row`` as the spreadsheet counts. The sector is None when the list has no such column."""

    code: str
    name: str
    sector: str | None
    row: int


def catalogue_problems(content: Path, procedures: Sequence[Procedure]) -> list[Problem]:
    """Nothing when there is no list."""
    file = content / CATALOGUE
    if file.is_symlink() or not file.is_file():
        return []
    refused = _refusal(file)
    if refused:
        return [problem("catalogue-refused", CATALOGUE, reason=refused)]
    listed, problems = _read(file)
    return [*problems, *_compare(listed, procedures)] if listed else problems


def _refusal(file: Path) -> str:
    """Why a file is not opened: what it would unpack to is asked of its directory first, its cells afterwards."""
    size = file.stat().st_size
    if size > FILE_LIMIT:
        return f"nặng {size // MEGABYTE} MB, tối đa {FILE_LIMIT // MEGABYTE} MB"
    try:
        with ZipFile(file) as archive:
            entries = archive.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            if unpacked > UNPACKED_LIMIT or unpacked > max(size, 1) * RATIO_LIMIT:
                return f"giải nén ra {unpacked // MEGABYTE} MB, giống bom nén"
            # Reading an entry whole also proves that the directory did not lie about its size (its CRC is checked).
            wide = any(_extent(archive.read(entry)) > CELL_LIMIT for entry in entries)
            return f"bảng rộng quá {CELL_LIMIT} ô" if wide else ""
    except PermissionError as error:
        return f"không được quyền đọc ({error.strerror})"
    except (BadZipFile, OSError, RuntimeError, EOFError, ValueError, ZlibError) as error:
        return f"không phải tệp .xlsx ({type(error).__name__})"


def _extent(sheet: bytes) -> int:
    """Cells of the rectangle that a sheet spans: two lonely cells in far corners fill a machine's memory."""
    width = height = 1
    for cell in _CELL.finditer(sheet):
        width, height = max(width, _column(cell[1])), max(height, int(cell[2]))
    return width * height


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _read(file: Path) -> tuple[list[Listed], list[Problem]]:
    from python_calamine import CalamineError, CalamineWorkbook  # only where there is a list

    try:
        book = CalamineWorkbook.from_path(str(file))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        return [], [problem("catalogue-refused", CATALOGUE, reason=str(error))]
    for rows in sheets:
        header = _header(rows)
        if header:
            return _rows(rows, *header)
    return [], [problem("catalogue-header", CATALOGUE)]


def _header(rows: Sequence[Sequence[object]]) -> tuple[int, dict[str, int]] | None:
    """(index of the header row, column of each field); a header has at least a code and a name."""
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        labels = [" ".join(re.findall(r"\w+", fold(str(cell)))) for cell in row]
        columns = {field: labels.index(name) for field, names in _LABELS.items() for name in reversed(names) if name in labels}
        if {"code", "name"} <= columns.keys():
            return number, columns
    return None


def _rows(rows: Sequence[Sequence[object]], header: int, columns: dict[str, int]) -> tuple[list[Listed], list[Problem]]:
    listed: dict[str, Listed] = {}
    problems = []
    for number, row in enumerate(rows[header + 1 :], header + 2):
        typed, name = row[columns["code"]], _text(row[columns["name"]])
        code = _code(typed)
        if not code:
            if name or (_text(typed) and any(map(str.isdigit, _text(typed)))):
                problems.append(problem("catalogue-row", CATALOGUE, number, value=_text(typed)))
            continue
        if isinstance(typed, float | int):
            problems.append(problem("catalogue-number", CATALOGUE, number, code=code))
        if code in listed:
            problems.append(problem("catalogue-twice", CATALOGUE, number, code=code, other=listed[code].row))
        sector = _text(row[columns["sector"]]) if "sector" in columns else None
        listed.setdefault(code, Listed(code, name, sector, number))
    if not listed and not problems:
        problems.append(problem("catalogue-header", CATALOGUE))
    return list(listed.values()), problems


def _code(typed: object) -> str:
    """The base code. A number lost only zeros at its end, so six decimals give it back; 1001193.0 is no code."""
    shown = f"{typed:.6f}" if isinstance(typed, float) and typed < 10 and round(typed, 6) == typed else str(typed)
    return (read_code(shown) or ("", ""))[0]


def _text(cell: object) -> str:
    return " ".join(nfc(str(cell)).split())


def _compare(listed: Iterable[Listed], procedures: Sequence[Procedure]) -> Iterator[Problem]:
    current = {p.code: p for p in procedures if p.publication.effective_to is None}
    rows = {row.code: row for row in listed}
    for row in rows.values():
        p = current.get(row.code)
        if p is None and row.code[0] in "56":
            continue  # internal procedures are on no page for citizens unless the unit asks for it
        if p is None:
            yield problem("catalogue-missing", CATALOGUE, row.row, code=row.code, name=row.name)
        elif not p.in_force:
            status = "đã bãi bỏ" if p.publication.status is ProcedureStatus.ABOLISHED else f"đã thay bằng {p.publication.replaced_by}"
            yield problem("catalogue-expired", CATALOGUE, row.row, code=row.code, status=status, where=p.source_path)
        elif row.name and not _same(row.name, p.title):
            yield problem("catalogue-name", CATALOGUE, row.row, code=row.code, listed=row.name, found=p.title, where=p.source_path)
        if p is not None and p.in_force and row.sector and not _same(row.sector, p.sector):
            yield problem("catalogue-sector", CATALOGUE, row.row, code=row.code, listed=row.sector, found=p.sector, where=p.source_path)
    for code, p in current.items():
        if p.in_force and code not in rows:
            yield problem("catalogue-extra", p.source_path, 0, code=code, name=p.title)


def _same(one: str, other: str) -> bool:
    """Equal but for case, blanks, and a full stop at the end: exports differ in these everywhere."""
    return _text(one).casefold().rstrip(" .") == _text(other).casefold().rstrip(" .")
