"""Every change of every procedure: from the decisions on the site, and from procedures whose decision is not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from plugins.model.dates import VIETNAM
from plugins.model.decision import Change, Decision
from plugins.model.page import Link
from plugins.model.procedure import Procedure, ProcedureStatus
from plugins.procedures import words
from plugins.procedures.changeviews import ChangedRow
from plugins.procedures.shelf import Shelf, bare


@dataclass(frozen=True, slots=True)
class Entry:
    """A change; ``told`` is when it was announced or posted."""

    kind: ProcedureStatus
    row: ChangedRow
    told: datetime

    @property
    def sort_key(self) -> tuple[date, int, str]:
        return (self.row.date, list(words.CHANGE).index(self.kind), self.row.code)


def entries_of(shelf: Shelf) -> tuple[Entry, ...]:
    """Earliest first."""
    decided = [_decided(decision, change, shelf) for decision in shelf.site.decisions for change in decision.changes]
    own = (_own(p, shelf) for p in shelf.site.procedures if not _named(p, shelf))
    return tuple(sorted((*decided, *(entry for one in own for entry in one)), key=lambda entry: entry.sort_key))


def _decided(decision: Decision, change: Change, shelf: Shelf) -> Entry:
    found, link = shelf.current.get(change.code), shelf.link(change.code)
    law = change.law or (found.publication.abolished_by if found and change.status is ProcedureStatus.ABOLISHED else "")
    row = ChangedRow(
        decision.effective_from,
        change.code,
        link.label,
        link.href,
        found.sector if found else "",
        Link(decision.number, decision.path),
        shelf.link(change.successor) if change.successor else Link("", ""),
        law,
    )
    return Entry(change.status, row, datetime.combine(decision.date, time(), VIETNAM))


def _named(procedure: Procedure, shelf: Shelf) -> bool:
    """Whether a decision on the site tells this version's change already."""
    p = procedure.publication
    return any(
        bare(decision.number) == bare(p.decision) or (change.status is p.status and p.effective_from in (None, decision.effective_from))
        for decision, change in shelf.named.get(procedure.code, ())
    )


def _own(procedure: Procedure, shelf: Shelf) -> Iterable[Entry]:
    """What a procedure says of itself; without a day there is no change to tell."""
    p = procedure.publication
    day = p.effective_from or p.issued
    kind = ProcedureStatus.REPLACING if p.replaced_by and p.status is not ProcedureStatus.ABOLISHED else p.status
    if day is None or kind not in words.CHANGE:
        return
    successor = shelf.link(p.replaced_by) if p.replaced_by else Link("", "")
    row = ChangedRow(day, procedure.code, procedure.title, procedure.path, procedure.sector, Link(p.decision, ""), successor, p.abolished_by)
    yield Entry(kind, row, procedure.modified or datetime.combine(day, time(), VIETNAM))
