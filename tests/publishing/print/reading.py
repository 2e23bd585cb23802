"""What a PDF says: its text layer, and what is written in the file."""

import contextlib
import io
import re
import zlib

import pypdfium2


def opened(data: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(io.BytesIO(data))


def text(data: bytes) -> str:
    """The text layer, page after page, blanks made one."""
    pages = (page.get_textpage().get_text_bounded() for page in opened(data))
    return re.sub(r"\s+", " ", " ".join(pages))


def inside(data: bytes) -> bytes:
    """Everything in the file that is written as text, unpacked."""
    parts = [data]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompress(stream))
    return b"\n".join(parts)
