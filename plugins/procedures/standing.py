"""The banner of a procedure: new, amended, abolished, replaced, or an earlier version."""

from datetime import date

from plugins.model.dates import short_date
from plugins.model.page import Link
from plugins.model.procedure import Procedure, ProcedureStatus
from plugins.procedures import words
from plugins.procedures.shelf import Shelf, status_of
from plugins.procedures.views import Banner

_KINDS = {
    ProcedureStatus.NEW: ("new", words.NEW_TEXT),
    ProcedureStatus.AMENDED: ("amended", words.AMENDED_TEXT),
    ProcedureStatus.REPLACING: ("replacing", words.REPLACING_TEXT),
}


def banner_of(procedure: Procedure, shelf: Shelf) -> Banner | None:
    """None for what simply is in force."""
    publication = procedure.publication
    if publication.effective_to is not None:
        return _earlier(procedure, publication.effective_to, shelf)
    if publication.status is ProcedureStatus.ABOLISHED:
        return _abolished(procedure, shelf)
    label = status_of(procedure)
    if publication.replaced_by:
        successor = shelf.link(publication.replaced_by)
        link = Link(words.SUCCESSOR.format(title=successor.label), successor.href)
        return Banner("replaced", label, _sentence(words.REPLACED_TEXT), (link, *_decided(procedure, shelf)))
    if publication.status not in _KINDS:
        return None
    kind, text = _KINDS[publication.status]
    since = words.SINCE.format(date=short_date(publication.effective_from)) if publication.effective_from else ""
    before = tuple(
        Link(words.PREDECESSOR.format(title=p.title), p.path) for p in shelf.past if p.publication.replaced_by == procedure.code
    )
    return Banner(kind, label, _sentence(text, since), (*before, *_decided(procedure, shelf)))


def changes_of(procedure: Procedure) -> str:
    """What the decision in force changed; it stands below the answers, which follow it already."""
    publication = procedure.publication
    told = publication.status in _KINDS and publication.effective_to is None and not publication.replaced_by
    return publication.changes if told else ""


def _earlier(procedure: Procedure, until: date, shelf: Shelf) -> Banner:
    current = shelf.current.get(procedure.code)
    links = (Link(words.CURRENT, current.path),) if current else ()
    return Banner("earlier", words.UNTIL, _sentence(words.EARLIER_TEXT.format(date=short_date(until))), links)


def _abolished(procedure: Procedure, shelf: Shelf) -> Banner:
    """The reason stands in the procedure; the day is that of the decision's effect."""
    publication = procedure.publication
    acts = [d for d, change in shelf.named.get(procedure.code, ()) if change.status is ProcedureStatus.ABOLISHED]
    day = acts[0].effective_from if acts else publication.effective_from
    law = words.BY.format(law=publication.abolished_by) if publication.abolished_by else ""
    links = tuple(Link(words.DECIDED.format(number=d.number), d.path) for d in acts[:1])
    if publication.replaced_by:
        successor = shelf.link(publication.replaced_by)
        links = (Link(words.SUCCESSOR.format(title=successor.label), successor.href), *links)
    return Banner("abolished", status_of(procedure), _sentence(words.ABOLISHED_TEXT, words.ENDED.format(date=short_date(day)) if day else "", law), links)


def _decided(procedure: Procedure, shelf: Shelf) -> tuple[Link, ...]:
    """The latest decision that names the procedure."""
    return tuple(Link(words.DECIDED.format(number=d.number), d.path) for d, _ in shelf.named.get(procedure.code, ())[:1])


def _sentence(*parts: str) -> str:
    """Parts as sentences, each with one full stop."""
    return " ".join(f"{part.strip().rstrip('.')}." for part in parts if part.strip())
