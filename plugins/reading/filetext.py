"""The text of attached files as far as it lies at hand: Word, Excel, OpenDocument, plain text. Of a PDF only whether it has any."""

import html as htmllib
import io
import re
import zipfile
import zlib
from itertools import islice

# Parts of a package that hold its text.
_PARTS = {
    "docx": re.compile(r"word/(?:document|footnotes|header\d*|footer\d*)\.xml"),
    "xlsx": re.compile(r"xl/sharedStrings\.xml"),
    **dict.fromkeys(("odt", "ods"), re.compile(r"content\.xml")),
}
LIMIT = 5_000_000
MOST_STREAMS = 300
_BREAK = re.compile(r"</(?:w:p|w:tc|si|text:p|text:h|table:table-cell)>|<(?:w:br|w:tab|text:line-break|text:tab)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_STREAM = re.compile(rb"/ObjStm\b.{0,300}?stream\r?\n", re.DOTALL)


def text_of(end: str, data: bytes) -> str:
    """The text of a file with this ending; "" for kinds that are not read, and for files that cannot be or hold too much."""
    if end in {"txt", "csv"}:
        return data[:LIMIT].decode("utf-8", "ignore")
    if end not in _PARTS:
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [part for part in package.infolist() if _PARTS[end].fullmatch(part.filename)]
            if sum(part.file_size for part in parts) > LIMIT:
                return ""
            return "\n".join(_plain(package.read(part)) for part in parts)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        return ""


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
