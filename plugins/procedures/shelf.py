"""All procedures and decisions, put where the pages find them: by code, by facet, by number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.model.decision import Change, Decision
from plugins.model.page import Link
from plugins.model.procedure import Procedure, ProcedureStatus
from plugins.model.site import Site
from plugins.model.text import fold, slugify, sort_key
from plugins.procedures import words


@dataclass(frozen=True, slots=True)
class Shelf:
    """``current`` by code, earlier ``versions`` by code (latest first), ``named``: decisions by code, newest first.

    ``facets`` holds (facet, slug) → label and procedures; a facet value without procedures is not in it.
    """

    site: Site
    current: Mapping[str, Procedure]
    versions: Mapping[str, tuple[Procedure, ...]]
    named: Mapping[str, tuple[tuple[Decision, Change], ...]]
    facets: Mapping[tuple[str, str], tuple[str, tuple[Procedure, ...]]]

    @property
    def in_force(self) -> tuple[Procedure, ...]:
        return tuple(p for p in self.current.values() if p.in_force)

    @property
    def past(self) -> tuple[Procedure, ...]:
        return tuple(p for p in self.current.values() if not p.in_force)

    def facet_link(self, facet: str, label: str) -> Link:
        """The page of a facet value by its label; no address when no procedure in force has it."""
        slug = slug_of(label)
        there = (facet, slug) in self.facets
        return Link(label, self.site.addresses.procedure_list(facet, slug) if there else "")

    def link(self, code: str) -> Link:
        """A procedure by code: its name and page, or the code alone when it is not on the site."""
        found = self.current.get(code)
        return Link(found.title, found.path) if found else Link(code, "")

    def decision_of(self, procedure: Procedure) -> Decision | None:
        """The decision that announced a version, when it is on the site."""
        number, issued = procedure.publication.decision, procedure.publication.issued
        for decision in self.site.decisions:
            if number and bare(decision.number) == bare(number) and issued in (None, decision.date):
                return decision
        return None

    def root(self) -> Link:
        return Link(words.ALL, self.site.addresses.procedures())


def shelf_of(site: Site) -> Shelf:
    """Everything in its place; ``site.procedures`` is sorted by code."""
    current = {p.code: p for p in site.procedures if p.publication.effective_to is None}
    versions: dict[str, list[Procedure]] = {}
    named: dict[str, list[tuple[Decision, Change]]] = {}
    for procedure in site.procedures:
        if procedure.publication.effective_to is not None:
            versions.setdefault(procedure.code, []).append(procedure)
    for decision in site.decisions:
        for change in decision.changes:
            named.setdefault(change.code, []).append((decision, change))
    return Shelf(
        site,
        current,
        {code: tuple(sorted(group, key=lambda p: p.path, reverse=True)) for code, group in versions.items()},
        {code: tuple(group) for code, group in named.items()},
        _facets(current.values()),
    )


def _facets(procedures: Iterable[Procedure]) -> dict[tuple[str, str], tuple[str, tuple[Procedure, ...]]]:
    """Facet values in the order of :data:`words.FACETS`, their labels in Vietnamese order."""
    found: dict[tuple[str, str], tuple[str, list[Procedure]]] = {}
    for procedure in procedures:
        for facet, slug, label in values_of(procedure):
            group = found.setdefault((facet, slug), (label, []))[1]
            group += [] if procedure in group[-1:] else [procedure]
    order = list(words.FACETS)
    ordered = sorted(found.items(), key=lambda pair: (order.index(pair[0][0]), sort_key(pair[1][0]), pair[0][1]))
    return {key: (label, tuple(group)) for key, (label, group) in ordered}


def values_of(procedure: Procedure) -> Iterable[tuple[str, str, str]]:
    """(facet, slug, label) of a procedure. One that no longer applies is found by its status alone."""
    yield ("tinh-trang", slug_of(status_of(procedure)), status_of(procedure))
    if not procedure.in_force:
        return
    yield ("linh-vuc", slug_of(procedure.sector), procedure.sector)
    yield from (("doi-tuong", slug_of(one), one) for one in procedure.audience)
    yield from (("su-kien", slug_of(one), one) for one in procedure.life_events)
    if procedure.online_level is not None:
        yield ("muc-do", *words.LEVELS[procedure.online_level])
    yield from (("cach-nop", slug_of(kind), kind) for kind in dict.fromkeys(str(c.kind) for c in procedure.channels))
    if procedure.borderless:
        yield ("cach-nop", *words.BORDERLESS)


def slug_of(label: str) -> str:
    slug = slugify(label)
    return "khac" if slug in {"", "index"} else slug


def status_of(procedure: Procedure) -> str:
    """In words: what the latest decision did, or that another procedure has taken its place."""
    abolished = procedure.publication.status is ProcedureStatus.ABOLISHED
    replaced = procedure.publication.replaced_by and not abolished
    return words.REPLACED if replaced else words.STATUS[procedure.publication.status]


def bare(number: str) -> str:
    """A decision's number without ``Quyết định số``, blanks and punctuation."""
    return "".join(c for c in fold(number).replace("quyet dinh", "").replace("so ", "") if c.isalnum())


def newest(procedures: Iterable[Procedure]) -> datetime | None:
    return max((p.modified for p in procedures if p.modified), default=None)
