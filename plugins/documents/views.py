"""What the pages of the register show."""

from dataclasses import dataclass
from datetime import datetime

from plugins.model.page import Link
from plugins.model.procedure import Form
from plugins.model.prose import Prose
from plugins.model.views import CountLink, LetterheadView


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A label and what stands beside it; ``href`` may be empty."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list; ``day``, ``issuer`` and ``title`` may be empty."""

    label: str
    href: str
    day: str
    issuer: str
    title: str


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """Documents of one year, or of one type."""

    label: str
    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class CitingLine:
    """An item that cites a document; ``date`` may be none."""

    title: str
    href: str
    date: datetime | None

    @property
    def key(self) -> str:
        return f"{self.title}\x1f{self.href}\x1f{self.date.isoformat() if self.date else ''}"


@dataclass(frozen=True, slots=True)
class CitedBy:
    """Who cites a document: newest items, and where there are very many a page for each year; procedures and pages, which
    have no day."""

    lines: tuple[CitingLine, ...]
    years: tuple[CountLink, ...]
    lasting: tuple[CitingLine, ...]

    @property
    def key(self) -> str:
        told = [line.key for line in (*self.lines, *self.lasting)]
        return "\x1e".join([*told, str(len(self.lines)), *map(repr, self.years)])


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What ``document.html`` shows: a document of the unit. ``kind`` is empty for a letter, which names no type."""

    head: LetterheadView
    kind: str
    title: str
    body: Prose
    recipients: tuple[str, ...]
    signer_title: tuple[str, ...]
    signer: str
    facts: tuple[DocumentFact, ...]
    file: Form | None
    cited_by: CitedBy
    cites: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CitedView:
    """A document of somebody else; ``slug`` is its anchor."""

    slug: str
    title: str
    facts: tuple[DocumentFact, ...]
    same: tuple[DocumentRow, ...]
    cited_by: CitedBy


@dataclass(frozen=True, slots=True)
class SharedView:
    """What ``cited.html`` shows: documents of one year, type and hundred of numbers."""

    title: str
    entries: tuple[CitedView, ...]


@dataclass(frozen=True, slots=True)
class CitingYearView:
    """What ``cited_year.html`` shows: items of one year that cite a document."""

    title: str
    lines: tuple[CitingLine, ...]


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """What ``documents.html`` shows."""

    own: tuple[DocumentRow, ...]
    more: Link | None
    types: tuple[CountLink, ...]
    issuers: tuple[CountLink, ...]
    years: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class DocumentListView:
    """What ``document_list.html`` shows: all documents of a list, or where its years stand."""

    groups: tuple[DocumentGroup, ...]
    years: tuple[CountLink, ...]
