"""What an A4 sheet shows: a procedure as it is posted (niêm yết), a sector's booklet, the whole list. Pure values.

The parts stand in the order 1.1–1.11 of an announced procedure; times and fees are word for word (Nghị định 63/2010/NĐ-CP,
Điều 8 khoản 2).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import segno

from plugins.model.dates import short_date
from plugins.model.procedure import Channel, Evidence, EvidenceKind, Procedure
from plugins.model.site import Site
from plugins.model.text import fold

# A cell of a list holds no more than this; a longer text is told on the procedure's own sheet.
CELL = 160


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """The page on the site: full address and its QR code as a data address; both empty when there is no such page."""

    address: str
    code: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One line of the checklist; a remark has no box."""

    name: str
    has_box: bool
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Papers of one case."""

    title: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Posted:
    """One procedure as it is posted."""

    record: Procedure
    place: Place
    facts: tuple[Fact, ...]
    local_heading: str
    local: tuple[Fact, ...]
    post: tuple[Fact, ...]
    evidence: tuple[Case, ...]
    times: tuple[Fact, ...]
    authority: tuple[Fact, ...]
    costs: tuple[Fact, ...]
    forms: tuple[str, ...]
    legal: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One procedure in a list."""

    code: str
    name: str
    sector: str
    level: str
    time: str
    cost: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, and in a booklet the procedures behind it."""

    heading: str
    lead: str
    count: str
    place: Place
    rows: tuple[Row, ...]
    procedures: tuple[Posted, ...]


def place_of(site: Site, path: str) -> Place:
    if not path:
        return Place("", "")
    address = f"{site.profile.site.domain}/{path}"
    return Place(address, segno.make_qr(address, error="m").svg_data_uri(border=4, svgclass=None, lineclass=None, omitsize=True))


def posted(site: Site, p: Procedure, w: Any) -> Posted:
    """The sheet of one procedure; ``w`` are the words of ``theme/print/words.toml``."""
    words = w.procedure
    return Posted(
        record=p,
        place=place_of(site, site.addresses.procedure(p.code)),
        facts=_announced(p, words),
        local_heading=words.local.format(unit=site.profile.unit.name),
        local=_facts(
            (words.local_address, p.local.address),
            (words.local_hours, p.local.hours),
            (words.local_phone, p.local.phone),
            (words.local_cost, p.local.cost),
            (words.local_note, p.local.note),
        ),
        post=_facts((w.channels.post_receive, _yes(p.post_receive, words)), (w.channels.post_return, _yes(p.post_return, words))),
        evidence=tuple(Case(case.title, tuple(_paper(one, w.evidence) for one in case.evidence)) for case in p.evidence),
        times=_grouped(p.channels, "processing_time"),
        authority=_facts(
            (w.authority.executing, p.executing_authority),
            (w.authority.competent, p.competent_authority),
            (w.authority.authorised, p.authorised_authority),
            (w.authority.cooperating, p.cooperating_authority),
            (w.authority.receiving, p.receiving_address),
        ),
        costs=_grouped(p.channels, "cost"),
        forms=tuple(dict.fromkeys(form.label for case in p.evidence for one in case.evidence for form in one.forms)),
        legal=tuple(_legal(p, w.legal)),
    )


def _announced(p: Procedure, words: Any) -> tuple[Fact, ...]:
    """What it is, and how it was announced."""
    said = p.publication
    issued = said.issued and f"{words.decision_date} {short_date(said.issued)}"
    decision = (said.decision, issued, said.issuer and f"{words.decision_issuer} {said.issuer}")
    return _facts(
        (words.code, p.code),
        (words.sector, p.sector),
        (words.level, p.level),
        (words.type, p.kind),
        (words.online_level, _capital(p.online_level or "")),
        (words.decision, " ".join(part for part in decision if part)),
        (words.effective_from, short_date(said.effective_from) if said.effective_from else ""),
        (words.status, _capital(said.status)),
        (words.changes, said.changes),
        (words.borderless, _yes(p.borderless, words)),
        (words.description, p.description),
    )


def listed(site: Site, procedures: Sequence[Procedure], sector: str, path: str, w: Any) -> Listed:
    """A list of procedures: of one sector with their sheets behind it, or of all (``sector`` empty) without."""
    words = w.list
    return Listed(
        heading=words.sector_title.format(sector=sector) if sector else words.title,
        lead=words.place.format(unit=site.profile.unit.name),
        count=words.count.format(count=len(procedures)),
        place=place_of(site, path),
        rows=tuple(_row(p, words) for p in procedures),
        procedures=tuple(posted(site, p, w) for p in procedures) if sector else (),
    )


def _facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(label, str(value)) for label, value in pairs if value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _yes(value: bool | None, words: Any) -> str:
    return str(words.yes if value else "" if value is None else words.no)


def _paper(one: Evidence, words: Any) -> Paper:
    counts = []
    if _is_count(one.originals) or _is_count(one.copies):
        counts = [f"{label} {count}" for label, count in ((words.originals, one.originals), (words.copies, one.copies)) if count]
    how = {EvidenceKind.SHOW: words.show, EvidenceKind.DATABASE: words.database}.get(one.kind, "")
    forms = [f"{words.form} {form.label}" for form in one.forms]
    return Paper(one.name, one.is_paper and one.kind is not EvidenceKind.DATABASE, tuple(part for part in ("; ".join(counts), how, *forms) if part))


def _is_count(typed: str) -> bool:
    return typed.strip(" 0.,") != ""


def _grouped(channels: Iterable[Channel], part: str) -> tuple[Fact, ...]:
    """Texts of the channels, each once, under the channels that have it."""
    found: dict[str, list[str]] = {}
    for channel in channels:
        text = getattr(channel, part)
        if text:
            kinds = found.setdefault(text, [])
            kinds += [] if channel.kind.value in kinds else [channel.kind.value]
    return tuple(Fact(", ".join(kinds), text) for text, kinds in found.items())


def _legal(p: Procedure, words: Any) -> Iterable[Fact]:
    for one in p.legal_resources:
        issued = one.issued and f"{words.issued} {one.issued}"
        effective = one.effective and f"{words.effective} {one.effective}"
        more = ", ".join(part for part in (one.issuer, issued, effective) if part)
        yield Fact(one.number, one.title + (f" ({more})" if more else ""))


def _row(p: Procedure, words: Any) -> Row:
    level = _capital(p.online_level or "")
    return Row(p.code, p.title, p.sector, level, _cell(_grouped(p.channels, "processing_time"), words), _cell(_grouped(p.channels, "cost"), words))


def _cell(groups: Sequence[Fact], words: Any) -> str:
    """Word for word, or where to read it: never cut."""
    text = groups[0].value if len(groups) == 1 else "\n".join(f"{group.label}: {group.value}" for group in groups)
    return text if len(fold(text)) <= CELL else words.long
