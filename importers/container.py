"""What a file really is, and whether it may be opened: before any library touches it."""

import re
import zipfile
import zlib
from enum import Enum
from pathlib import Path

SIZE_LIMIT = 100_000_000
UNPACKED_LIMIT = 300_000_000
RATIO_LIMIT = 200
SMALL = 10_000_000  # a small member may be packed as tightly as it likes: styles of Word are
MEMBERS_LIMIT = 10_000
MAIN_PART = re.compile(r"word/document\d*\.xml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Kind(Enum):
    """Formats that are read."""

    WORKBOOK = ".xlsx"
    WORD = ".docx"
    OLD_WORD = ".doc"
    PDF = ".pdf"
    PAGE = ".html"


class SourceRefused(Exception):
    """A source that cannot be read; ``code`` is one of :mod:`plugins.model.words`."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def megabytes(size: float) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",")


def kind_of(path: Path) -> Kind:
    """The format by content, not by name. Raises :class:`SourceRefused`."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
            rest = b"" if not head.startswith(_OLE) else file.read(SIZE_LIMIT)
    except OSError as error:
        raise SourceRefused("import-unreadable", reason=error.strerror or "") from error
    if size > SIZE_LIMIT:
        raise SourceRefused("import-large", size=megabytes(size), limit=megabytes(SIZE_LIMIT))
    if head.startswith(b"PK"):
        return _packed(path)
    if head.startswith(_OLE):
        return _old(head + rest, path.suffix.lower())
    if head.lstrip().startswith(b"{\\rtf"):  # often called .doc; LibreOffice reads it as it reads that
        return Kind.OLD_WORD
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", head, re.IGNORECASE):
        return Kind.PAGE
    if not head:
        raise SourceRefused("import-corrupt", reason="tệp rỗng")
    named = path.suffix.lower() in {".xlsx", ".xlsm", ".docx", ".pdf", ".doc", ".xls"}
    raise SourceRefused("import-corrupt", reason="nội dung không phải Excel, Word hay PDF") if named else SourceRefused("import-kind", name=path.name)


def _old(data: bytes, suffix: str) -> Kind:
    """The OLE2 box: an encrypted new file, an old Word or Excel file."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise SourceRefused("import-locked")
    if "WordDocument".encode("utf-16-le") in data or (suffix == ".doc" and "Workbook".encode("utf-16-le") not in data):
        return Kind.OLD_WORD
    raise SourceRefused("import-old-excel")


def _packed(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as box:
            members = box.infolist()
            _check(members)
            for member in members:
                with box.open(member) as file:
                    while file.read(1 << 20):  # a wrong checksum or a false size raises here
                        pass
            names = {member.filename for member in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, UnicodeError, ValueError) as error:
        raise SourceRefused("import-corrupt", reason="không giải nén được") from error
    except RuntimeError as error:
        raise SourceRefused("import-locked") from error
    if "xl/workbook.xml" in names:
        return Kind.WORKBOOK
    if any(map(MAIN_PART.fullmatch, names)):
        return Kind.WORD
    raise SourceRefused("import-kind", name=path.name)


def _check(members: list[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in members)
    if total > UNPACKED_LIMIT or len(members) > MEMBERS_LIMIT:
        raise SourceRefused("import-unpacked", size=megabytes(total), limit=megabytes(UNPACKED_LIMIT))
    if any(member.flag_bits & 1 for member in members):
        raise SourceRefused("import-locked")
    for member in members:
        if member.file_size > SMALL and member.file_size > RATIO_LIMIT * max(1, member.compress_size):
            raise SourceRefused("import-unpacked", size=megabytes(total), limit=f"tỷ lệ nén {RATIO_LIMIT} lần")
