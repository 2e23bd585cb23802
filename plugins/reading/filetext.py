"""The text of attached files as far as it lies at hand: Word, Excel, OpenDocument, PDF with a layer of text, plain text."""

import html as htmllib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice

# Parts of a package that hold its text.
_PARTS = {
    "docx": re.compile(r"word/(?:document|footnotes|header\d*|footer\d*)\.xml"),
    "xlsx": re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+)\.xml"),
    **dict.fromkeys(("odt", "ods"), re.compile(r"content\.xml")),
}
LIMIT = 20_000_000  # letters of XML
PAGES = 1_000  # of a PDF: some milliseconds each
MOST_STREAMS = 300
CELLS = 5_000_000
_CELL = re.compile(rb" r=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_BREAK = re.compile(r"</(?:w:p|w:tc|si|text:p|text:h|table:table-cell)>|<(?:w:br|w:tab|text:line-break|text:tab)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_STREAM = re.compile(rb"/ObjStm\b.{0,300}?stream\r?\n", re.DOTALL)


def text_of(end: str, data: bytes) -> str:
    """The text of a file with this ending; "" for kinds that are not read, and for files that cannot be or hold too much."""
    if end in {"txt", "csv"}:
        return data[:LIMIT].decode("utf-8", "ignore")
    if end == "pdf":
        return _pages(data)
    if end not in _PARTS:
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [part for part in package.infolist() if _PARTS[end].fullmatch(part.filename)]
            if sum(part.file_size for part in parts) > LIMIT:
                return ""
            if end == "xlsx":
                wide = any(_is_wide(package.read(part)) for part in parts)
                return "" if wide else "\n".join(_rows(data))
            return "\n".join(_plain(package.read(part)) for part in parts)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        return ""


def _pages(data: bytes) -> str:
    """What a PDF says in letters; a scan says nothing, and so does one that is locked or broken."""
    import pypdfium2  # only where there is one

    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = [document[number].get_textpage().get_text_range() for number in range(min(len(document), PAGES))]
    except (pypdfium2.PdfiumError, ValueError, IndexError):
        return ""
    return "\n".join(pages).replace("\r\n", "\n")[:LIMIT]


def _is_wide(sheet: bytes) -> bool:
    """Whether a sheet spans too many cells: its reader makes a full rectangle of it."""
    places = set(_CELL.findall(sheet))
    height = max((int(row) for _, row in places), default=0)
    width = max((int(column.decode(), 36) for column, _ in places), default=0)  # at least the number of columns
    return height * width > CELLS


def _rows(data: bytes) -> Iterator[str]:
    """Rows of all sheets as those of a Markdown table, so that a column names its numbers; one cell alone is a line of text."""
    from python_calamine import CalamineError, CalamineWorkbook  # only where there is a sheet

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except CalamineError as error:
        raise ValueError("no workbook") from error
    for rows in sheets:
        for row in rows:
            cells = [str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell) for cell in row]
            filled = [cell for cell in cells if cell]
            yield " ".join(f"| {' | '.join(cells)} |".split("\n")) if len(filled) > 1 else "".join(filled)


def _plain(xml: bytes) -> str:
    return htmllib.unescape(_TAG.sub("", _BREAK.sub("\n", xml.decode("utf-8", "ignore"))))


def is_scan(data: bytes) -> bool:
    """Whether a PDF shows pictures and no text: a page with text names a font (ISO 32000-1, 9.2). An encrypted one tells nothing."""
    if b"/Font" in data or b"/Encrypt" in data:
        return False
    pictures = b"/Image" in data
    for match in islice(_STREAM.finditer(data), MOST_STREAMS):
        try:
            objects = zlib.decompressobj().decompress(data[match.end() : match.end() + 1_000_000], 1_000_000)
        except zlib.error:
            return False
        if b"/Font" in objects:
            return False
        pictures = pictures or b"/Image" in objects
    return pictures
