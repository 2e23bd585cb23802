"""One source file, whatever it is, as an item or as the reason why there is none."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from importers.container import Kind, SourceRefused, kind_of
from importers.news.blocks import Block, blocks_of
from importers.news.footnotes import take_footnotes
from importers.news.item import Item, Wishes, item_of
from importers.news.notes import Notes
from importers.news.plaintext import read_text
from importers.news.source import Source
from importers.news.today import in_todays_letters
from importers.news.webpage import SINGLE_FILES, main_part, read_page
from importers.news.wordfile import read_word
from importers.word import as_docx
from plugins.model.problems import Problem, problem

TEXTS, PAGES, WORDS = frozenset({".txt", ".text"}), frozenset({".html", ".htm", ".xhtml"}), frozenset({".docx", ".doc", ".docm", ".dotx", ".dotm"})
ENDINGS = TEXTS | PAGES | WORDS | SINGLE_FILES


@dataclass(frozen=True, slots=True)
class Read:
    """``mark`` tells a source by its content, wherever it lies and whatever it is called."""

    name: str
    mark: str
    item: Item | None
    notes: Notes
    problem: Problem | None = None


def read_source(path: Path, name: str, wishes: Wishes) -> Read:
    """An item, or the problem that refuses the source; nothing is raised and nothing written."""
    notes, mark = Notes(), ""
    try:
        mark = blake2b(path.read_bytes(), digest_size=8).hexdigest() if path.stat().st_size <= 200_000_000 else ""
        return Read(name, mark, _item(path, name, mark, wishes, notes), notes)
    except SourceRefused as refused:
        return Read(name, mark, None, notes, problem(refused.code, name, **refused.facts))
    except RecursionError:
        return Read(name, mark, None, notes, problem("import-corrupt", name, reason="bảng hoặc danh sách lồng nhau quá sâu"))
    except OSError as error:
        return Read(name, mark, None, notes, problem("import-unreadable", name, reason=error.strerror or "?"))


def _item(path: Path, name: str, mark: str, wishes: Wishes, notes: Notes) -> Item:
    source, blocks = _opened(path, notes)
    footnotes: list[Block] = []
    if not blocks:
        footnotes = take_footnotes(source.body)
        blocks = blocks_of(main_part(source.body, source.titles))
    blocks = in_todays_letters(blocks, notes)
    footnotes = in_todays_letters(footnotes, notes)
    return item_of(blocks, footnotes, source, name, mark, wishes, notes)


def _opened(path: Path, notes: Notes) -> tuple[Source, list[Block]]:
    """The source by what it is; text comes as blocks at once."""
    suffix = path.suffix.lower()
    if path.stat().st_size == 0:
        raise SourceRefused("import-corrupt", reason="tệp rỗng")
    if suffix in TEXTS:
        return read_text(path, notes)
    if suffix in SINGLE_FILES or (suffix in PAGES and not path.read_bytes()[:4].startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"))):
        return read_page(path, notes), []
    kind = kind_of(path)
    if kind is Kind.WORD:
        return read_word(path, notes), []
    if kind is Kind.PAGE:
        return read_page(path, notes), []
    if kind is Kind.OLD_WORD:
        with as_docx(path) as made:
            notes.guess("Tệp .doc đã được LibreOffice chuyển sang .docx: so lại số thứ tự và bảng")
            return read_word(made, notes), []
    raise SourceRefused("import-kind", name=path.name)
