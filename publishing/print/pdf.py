"""HTML to PDF with WeasyPrint and one full font.

Subset files of a web font print wrong Vietnamese letters without a word, so the font is the whole TTF of a package.
The files are PDF/UA-1: tagged, with title and language.
"""

import contextlib
import io
import logging
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from publishing.print.document import Document, PrintRefused

FAMILY = "Be Vietnam Pro"
_FACES = (("Regular", 400, "normal"), ("Italic", 400, "italic"), ("Bold", 700, "normal"), ("BoldItalic", 700, "italic"))
_LIBRARIES = ("weasyprint", "pydyf", "pillow", "fontpkg-be-vietnam-pro")
_WIDEST = 1600  # a picture as wide as the sheet: 200 dots an inch


@lru_cache(maxsize=1)
def _weasyprint() -> Any:
    """The library; it prints its own advice in English when Pango is missing, which is held back."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return import_module("weasyprint")
    except ImportError as error:
        raise PrintRefused("Chưa in được: thiếu thư viện Python 'weasyprint'. Chạy lại lệnh này khi máy có mạng để cài.") from error
    except OSError as error:
        raise PrintRefused(
            "Chưa in được: máy chưa có thư viện hệ thống Pango. Trên Debian, Ubuntu cài bằng lệnh "
            "'apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0', rồi chạy lại."
        ) from error


@lru_cache(maxsize=1)
def _fonts() -> tuple[Path, ...]:
    try:
        folder = Path(import_module("fontpkg_be_vietnam_pro").__file__ or "").parent / "files"
    except ImportError as error:
        raise PrintRefused(f"Chưa in được: thiếu phông chữ {FAMILY} (gói Python 'fontpkg-be-vietnam-pro'). Chạy lại lệnh này khi máy có mạng để cài.") from error
    files = tuple(folder / f"BeVietnamPro-{face}.ttf" for face, _, _ in _FACES)
    missing = [file.name for file in files if not file.is_file()]
    if missing:
        raise PrintRefused(f"Chưa in được: gói phông chữ {FAMILY} thiếu tệp {', '.join(missing)}. Cài lại gói 'fontpkg-be-vietnam-pro'.")
    return files


def maker() -> str:
    """What makes the PDF; raises :class:`PrintRefused` when something is missing."""
    _fonts()
    pango = _weasyprint().text.ffi.pango.pango_version()
    source = (Path(__file__).read_text(encoding="utf-8"),)
    return repr((source, pango, [metadata.version(name) for name in _LIBRARIES]))


def make(document: Document) -> bytes:
    """The PDF of a document: the same bytes for the same document."""
    weasyprint = _weasyprint()
    logging.getLogger("weasyprint").disabled = True  # what it would say is refused by the fetcher below
    fetcher = _fetcher(document.pictures)
    fonts = weasyprint.text.fonts.FontConfiguration()
    styles = weasyprint.CSS(string=_faces() + document.styles, font_config=fonts, url_fetcher=fetcher)
    whole = weasyprint.HTML(string=document.html, url_fetcher=fetcher)
    made = whole.write_pdf(stylesheets=[styles], font_config=fonts, pdf_variant="pdf/ua-1")
    return bytes(made)


def _faces() -> str:
    faces = zip(_fonts(), _FACES, strict=True)
    return "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-style:{style};src:url("{file.as_uri()}")}}\n'
        for file, (_, weight, style) in faces
    )


def _fetcher(pictures: Mapping[str, tuple[Path, str]]) -> Any:
    """Reads the fonts, the pictures of the document, and data addresses; no network and no other file."""
    urls: Any = _weasyprint().urls
    fonts = {file.as_uri() for file in _fonts()}

    class Fetcher(urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url in pictures:
                return urls.URLFetcherResponse(url, _pixels(pictures[url][0].read_bytes()))
            if url in fonts or url.startswith("data:"):
                return super().fetch(url, headers)
            raise ValueError(f"not a part of the document: {url}")

    return Fetcher()


def _pixels(data: bytes) -> bytes:
    """A photograph without the place where it was taken: WeasyPrint would put the file into the PDF as it is. A drawing stays."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            upright = ImageOps.exif_transpose(image)
            clear = upright.has_transparency_data
    except UnidentifiedImageError:
        return data
    out = io.BytesIO()
    bare = upright.convert("RGBA" if clear else "RGB")
    bare.thumbnail((_WIDEST, 10 * _WIDEST))
    bare.info = {}
    bare.save(out, "PNG" if clear or image.format == "PNG" else "JPEG", quality=85)
    return out.getvalue()
