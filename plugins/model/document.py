"""Documents of the unit itself, in the parts that Nghị định 30/2020/NĐ-CP gives a document (Điều 8, Phụ lục I)."""

import datetime as dt
from dataclasses import dataclass

from plugins.model.cited import Cited
from plugins.model.dates import VIETNAM
from plugins.model.procedure import Form
from plugins.model.prose import Prose


@dataclass(frozen=True, slots=True)
class Document:
    """One public document. ``slug`` is its entry in the register; ``replaces`` and ``replaced_by`` are entries, with what
    the file says of them; days may be None."""

    source_path: str
    path: str
    slug: str
    type: str
    number: str
    title: str
    date: dt.date
    issuer: str
    place: str
    effective_from: dt.date | None
    effective_to: dt.date | None
    signer: str
    signer_title: tuple[str, ...]
    recipients: tuple[str, ...]
    file: Form | None
    replaces: tuple[tuple[str, Cited], ...]
    replaced_by: tuple[tuple[str, Cited], ...]
    body: Prose
    tasks: tuple[str, ...] = ()

    @property
    def cited(self) -> Cited:
        """The document as a mention names it."""
        return Cited(self.type, self.number, self.date.isoformat(), self.issuer)

    @property
    def moment(self) -> dt.datetime:
        """The beginning of its day, as lists and maps want it."""
        return dt.datetime.combine(self.date, dt.time(), VIETNAM)

    @property
    def sort_key(self) -> tuple[int, str]:
        """Newest first; equal days by address."""
        return (-self.date.toordinal(), self.path)
