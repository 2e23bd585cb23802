"""Which files of a source are exports of procedures, and which are news, pages and documents."""

import re
import zipfile
from pathlib import Path

from importers.container import Kind, SourceRefused, kind_of
from importers.news.plan import files_in, sources_in
from importers.news.reader import ENDINGS as NEWS_ENDINGS
from importers.news.reader import TEXTS
from importers.sources import ENDINGS as EXPORT_ENDINGS
from importers.sources import exports_in
from importers.values import bare

_OTHERS = frozenset({".rtf", ".odt", ".wps", ".pages", ".ppt", ".pptx", ".eml", ".msg", ".xps"})
_READ = 3_000_000  # bytes of a document that are looked at
# Heads of a detail export of the national database; an article about procedures does not name three of them.
_HEADS = ("ma thu tuc", "trinh tu thuc hien", "cach thuc thuc hien", "thanh phan ho so", "doi tuong thuc hien", "can cu phap ly")


def divide(source: Path) -> tuple[list[tuple[Path, str]], list[tuple[Path, str]]]:
    """(exports, news) as (file, name in the folder) each."""
    news = [(path, name) for path, name in sources_in(source) if path.suffix.lower() in NEWS_ENDINGS and not is_export(path)]
    taken = {path for path, _ in news}
    exports = [(path, name) for path, name in exports_in(source) if path not in taken]
    if source.is_dir():
        pages = [(path, name) for path, name in sources_in(source) if path not in taken and path.suffix.lower() not in EXPORT_ENDINGS]
        exports += pages
    return exports, news


def left_out(source: Path) -> list[str]:
    """Names of documents below a folder that nothing here reads; pictures and parts of saved pages are no documents."""
    return [name for _, name in files_in(source, _OTHERS)] if source.is_dir() else []


def is_export(path: Path) -> bool:
    """Whether a document has the heads of a procedure's detail export. A file that cannot be opened has none."""
    if path.suffix.lower() in TEXTS:
        return False
    try:
        kind = kind_of(path)
        text = _text(path, kind)
    except (SourceRefused, OSError, zipfile.BadZipFile, KeyError, RuntimeError):
        return False
    folded = bare(text)
    return sum(head in folded for head in _HEADS) >= 3


def _text(path: Path, kind: Kind) -> str:
    if kind is Kind.WORD:
        with zipfile.ZipFile(path) as box, box.open("word/document.xml") as file:
            return _untagged(file.read(_READ))
    with path.open("rb") as opened:
        data = opened.read(_READ)
    if kind is Kind.OLD_WORD:
        return data.decode("utf-16-le", "replace")
    return _untagged(data)


def _untagged(data: bytes) -> str:
    """Text of a document; paragraphs and breaks leave a blank, runs none."""
    return re.sub(r"<[^>]{0,2000}>", "", re.sub(r"<(?:w:p|w:tab|w:br|p|br|td|tr|div)\b", " <", data.decode("utf-8", "replace")))
