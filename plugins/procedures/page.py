"""The page of one procedure, current or earlier."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from plugins.model.dates import short_date
from plugins.model.page import Link, Page
from plugins.model.procedure import Form, Procedure
from plugins.model.prose import Prose
from plugins.procedures import words
from plugins.procedures.announced import facts_of
from plugins.procedures.answers import checklist, papers_of, places_of, portal_of, terms_of
from plugins.procedures.readable import broken_up, readable
from plugins.procedures.service import service_data
from plugins.procedures.shelf import Shelf
from plugins.procedures.standing import banner_of, changes_of
from plugins.procedures.views import Fact, ProcedureView, StepView

OTHERS = 6
QUESTIONS = 10


def procedure_pages(shelf: Shelf) -> Iterable[Page]:
    """One page a version."""
    others = _others(shelf)
    for procedure in shelf.site.procedures:
        sector = shelf.facet_link("linh-vuc", procedure.sector)
        current = procedure.publication.effective_to is None
        crumbs = (shelf.root(), sector, *(() if current else _current(procedure, shelf)))
        description = procedure.description or words.PROCEDURE_DESCRIPTION.format(title=procedure.title, code=procedure.code)
        view = _view(procedure, shelf, others.get(procedure.code, ()) if current else ())
        yield Page(procedure.path, "procedure.html", _title(procedure), description, view, procedure.modified, tuple(c for c in crumbs if c.href))


def _title(procedure: Procedure) -> str:
    """As tabs and search engines show it: two procedures of one name are told apart when one of them is over."""
    p = procedure.publication
    if p.effective_to is not None:
        return f"{procedure.title} ({_version(procedure)})"
    over = "" if procedure.in_force else words.REPLACED if p.replaced_by else words.ABOLISHED
    return f"{procedure.title} ({over.lower()})" if over else procedure.title


def _view(procedure: Procedure, shelf: Shelf, others: tuple[Link, ...]) -> ProcedureView:
    level = procedure.online_level
    channels = tuple(replace(c, processing_time=broken_up(c.processing_time), cost=broken_up(c.cost), note=broken_up(c.note)) for c in procedure.channels)
    evidence = tuple(checklist(case) for case in procedure.evidence)
    return ProcedureView(
        title=procedure.title,
        code=procedure.code,
        sector=shelf.facet_link("linh-vuc", procedure.sector),
        description=procedure.description,
        banner=banner_of(procedure, shelf),
        changes=changes_of(procedure),
        papers=papers_of(procedure),
        places=places_of(procedure),
        times=terms_of(procedure.channels, lambda c: c.processing_time),
        costs=terms_of(procedure.channels, lambda c: c.cost),
        local=procedure.local,
        online=words.LEVELS[level][1] if level else words.LEVEL_UNKNOWN,
        online_means=words.LEVEL_MEANS[level] if level else "",
        portal=portal_of(procedure, shelf.site),
        steps=tuple(StepView(case.title, readable(case.prose)) for case in procedure.steps if case.prose.html.strip()),
        channels=channels,
        evidence=tuple(case for case in evidence if case.papers),
        file_count=procedure.file_count,
        audience=tuple(shelf.facet_link("doi-tuong", one) for one in procedure.audience),
        authorities=_authorities(procedure),
        outputs=procedure.outputs,
        forms=_forms(procedure),
        conditions=_prose(procedure.conditions_prose),
        legal=procedure.legal_resources,
        extra=_prose(procedure.extra),
        facts=facts_of(procedure, shelf),
        versions=_versions(procedure, shelf),
        others=others,
        questions=_questions(procedure, shelf),
        feedback=shelf.site.profile.links.feedback,
        sheet=shelf.site.addresses.sheet(procedure.code) if procedure.in_force else "",
        data=service_data(procedure, shelf.site),
    )


def _prose(body: Prose) -> Prose | None:
    return readable(body) if body.html.strip() else None


def _authorities(procedure: Procedure) -> tuple[Fact, ...]:
    facts = (
        (words.EXECUTING, procedure.executing_authority),
        (words.COMPETENT, procedure.competent_authority),
        (words.AUTHORISED, procedure.authorised_authority),
        (words.COOPERATING, procedure.cooperating_authority),
        (words.RECEIVING, procedure.receiving_address),
    )
    return tuple(Fact(label, broken_up(text)) for label, text in facts if text.strip())


def _forms(procedure: Procedure) -> tuple[Form, ...]:
    """Every form of every paper once."""
    return tuple(dict.fromkeys(form for case in procedure.evidence for paper in case.evidence for form in paper.forms))


def _current(procedure: Procedure, shelf: Shelf) -> tuple[Link, ...]:
    found = shelf.current.get(procedure.code)
    return (Link(found.title, found.path),) if found else ()


def _version(procedure: Procedure) -> str:
    until = procedure.publication.effective_to
    return words.VERSION.format(date=short_date(until)) if until else ""


def _versions(procedure: Procedure, shelf: Shelf) -> tuple[Link, ...]:
    """Earlier versions than this one, latest first; an old page never learns of newer ones."""
    earlier = shelf.versions.get(procedure.code, ())
    if procedure in earlier:
        earlier = earlier[earlier.index(procedure) + 1 :]
    return tuple(Link(_version(p), p.path) for p in earlier)


def _questions(procedure: Procedure, shelf: Shelf) -> tuple[Link, ...]:
    """What citizens asked about it, newest first; an earlier version shows none."""
    if procedure.publication.effective_to is not None:
        return ()
    asked = (a for a in shelf.site.answers if procedure.code in a.procedures and a.path)
    return tuple(Link(answer.title, answer.path) for answer in islice(asked, QUESTIONS))


def _others(shelf: Shelf) -> dict[str, tuple[Link, ...]]:
    """The nearest codes of the same sector: a new procedure changes the pages of its neighbours only."""
    found = {}
    for (facet, _), (_, group) in shelf.facets.items():
        if facet != "linh-vuc":
            continue
        for place, procedure in enumerate(group):
            first = max(0, min(place - OTHERS // 2, len(group) - OTHERS - 1))
            near = [p for p in group[first : first + OTHERS + 1] if p is not procedure]
            found[procedure.code] = tuple(Link(p.title, p.path) for p in near)
    return found
