"""Publication decisions: the timeline, and a page a decision with the columns of an annex."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from itertools import groupby

from plugins.model.dates import VIETNAM, short_date
from plugins.model.decision import Change, Decision
from plugins.model.page import Link, Page
from plugins.model.procedure import Channel, Procedure, ProcedureStatus
from plugins.procedures import words
from plugins.procedures.answers import terms_of
from plugins.procedures.changeviews import (
    AbolishedRow,
    AnnouncedRow,
    DecisionLine,
    DecisionsView,
    DecisionView,
    DecisionYear,
    ReplacedRow,
)
from plugins.procedures.shelf import Shelf
from plugins.procedures.views import Fact


def decision_pages(shelf: Shelf) -> Iterable[Page]:
    """The timeline and one page a decision; nothing when there is none."""
    at, decisions = shelf.site.addresses, shelf.site.decisions
    if not decisions:
        return
    years = tuple(
        DecisionYear(year, tuple(_line(d) for d in group)) for year, group in groupby(decisions, key=lambda d: d.date.year)
    )
    newest = max(_moment(d.date) for d in decisions)
    yield Page(at.decisions(), "decisions.html", words.DECISIONS, words.DECISIONS_DESCRIPTION, DecisionsView(years), newest, (shelf.root(),))
    crumbs = (shelf.root(), Link(words.DECISIONS, at.decisions()))
    for decision in decisions:
        title = words.DECISION_TITLE.format(number=decision.number, date=short_date(decision.date))
        yield Page(decision.path, "decision.html", title, decision.title, _view(decision, shelf), _moment(decision.date), crumbs)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)


def _line(decision: Decision) -> DecisionLine:
    counts = Counter(change.status for change in decision.changes)
    said = (words.COUNT.format(count=counts[status], kind=kind.lower()) for status, kind in words.CHANGE.items() if counts[status])
    return DecisionLine(decision.number, decision.title, decision.path, decision.date, decision.issuer, "; ".join(said))


def _view(decision: Decision, shelf: Shelf) -> DecisionView:
    def of(status: ProcedureStatus) -> list[Change]:
        return [change for change in decision.changes if change.status is status]

    facts = (
        Fact(words.NUMBER, decision.number),
        Fact(words.ISSUED, short_date(decision.date)),
        Fact(words.ISSUER, decision.issuer),
        Fact(words.SIGNER, decision.signer),
        Fact(words.FROM, short_date(decision.effective_from)),
    )
    return DecisionView(
        title=decision.title,
        facts=tuple(fact for fact in facts if fact.text),
        file=decision.file,
        body=decision.body,
        new=tuple(_announced(change, decision, shelf) for change in of(ProcedureStatus.NEW)),
        amended=tuple(_announced(change, decision, shelf) for change in of(ProcedureStatus.AMENDED)),
        replaced=tuple(_replaced(change, shelf) for change in of(ProcedureStatus.REPLACING)),
        abolished=tuple(_abolished(change, shelf) for change in of(ProcedureStatus.ABOLISHED)),
    )


def _announced(change: Change, decision: Decision, shelf: Shelf) -> AnnouncedRow:
    """What this decision announced: the facts of the version it decided; of a later one only the name."""
    versions = [p for p in shelf.site.procedures if p.code == change.code]
    decided = next((p for p in versions if shelf.decision_of(p) is decision), None)
    link = shelf.link(change.code)
    if decided is None:
        return AnnouncedRow(change.code, link.label, link.href, "", "", "", "", words.CHANGED_LATER if link.href else "")
    return AnnouncedRow(
        change.code,
        decided.title,
        decided.path,
        _joined(decided.channels, lambda c: c.processing_time),
        _place(decided),
        _joined(decided.channels, lambda c: c.cost),
        "\n".join(dict.fromkeys(law.number for law in decided.legal_resources if law.number)),
        decided.publication.changes,
    )


def _joined(channels: tuple[Channel, ...], text_of: Callable[[Channel], str]) -> str:
    terms = terms_of(channels, text_of)
    return terms[0].text if len(terms) == 1 else "\n".join(f"{term.label}: {term.text}" for term in terms)


def _place(procedure: Procedure) -> str:
    kinds = ", ".join(dict.fromkeys(str(channel.kind) for channel in procedure.channels))
    where = procedure.local.address or procedure.receiving_address or procedure.executing_authority
    return "\n".join(filter(None, (where, kinds)))


def _replaced(change: Change, shelf: Shelf) -> ReplacedRow:
    return ReplacedRow(change.code, shelf.link(change.code), change.successor, shelf.link(change.successor))


def _abolished(change: Change, shelf: Shelf) -> AbolishedRow:
    found, link = shelf.current.get(change.code), shelf.link(change.code)
    law = change.law or (found.publication.abolished_by if found else "")
    return AbolishedRow(change.code, link.label, link.href, law, found.sector if found else "", found.executing_authority if found else "")
