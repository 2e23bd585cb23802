"""Changes of procedures as feed entries: what decisions say, and what procedures say of their own publication."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from html import escape

from plugins.feeds import words
from plugins.feeds.values import Entry
from plugins.model.dates import VIETNAM, short_date
from plugins.model.procedure import ProcedureStatus
from plugins.model.prose import ROOT_MARK, Prose
from plugins.model.site import Site
from plugins.model.text import slugify


@dataclass(frozen=True, slots=True)
class Told:
    """One change before it is an entry. ``where`` is the decision's slug, or the status when no decision is known."""

    code: str
    where: str
    day: date
    status: ProcedureStatus
    title: str
    sector: str
    path: str
    facts: tuple[tuple[str, str, str], ...]  # label, value, site path behind it


def change_entries(site: Site) -> tuple[Entry, ...]:
    """Newest first. A change that a decision tells is not told again by the procedure: both have the same id."""
    base, authority = f"{site.profile.site.domain}/", site.profile.site.tag_authority
    told: dict[str, Told] = {}
    for one in (*_by_decisions(site), *_by_procedures(site)):
        told.setdefault(f"tag:{authority}:thu-tuc/{one.code}/{one.where}", one)
    ordered = sorted(told.items(), key=lambda pair: (-pair[1].day.toordinal(), pair[0]))
    return tuple(_entry(name, one, base) for name, one in ordered)


def _by_decisions(site: Site) -> Iterable[Told]:
    current = {p.code: p for p in site.procedures if p.publication.effective_to is None}
    for decision in site.decisions:
        where = decision.path.rpartition("/")[2].removesuffix(".html") or _slug(decision.number, decision.date)
        for change in decision.changes:
            known = current.get(change.code)
            successor = current.get(change.successor)
            facts = (
                (words.DECISION, words.NUMBER.format(number=decision.number, date=short_date(decision.date)), decision.path),
                (words.EFFECTIVE, short_date(decision.effective_from), ""),
                (words.SUCCESSOR, f"{change.successor} {successor.title if successor else ''}".strip(), successor.path if successor else ""),
                (words.LAW, change.law, ""),
            )
            title, sector, path = (known.title, known.sector, known.path) if known else ("", "", decision.path)
            yield Told(change.code, where, decision.date, change.status, title, sector, path, facts)


def _by_procedures(site: Site) -> Iterable[Told]:
    """What a procedure says of itself, where a day is known; the decision's slug is the one its page has or would have."""
    latest_first = sorted(site.procedures, key=lambda p: p.publication.effective_to or date.max, reverse=True)
    for p in latest_first:
        said = p.publication
        day = said.issued or said.posted_on
        if day is None:
            continue
        where = _slug(said.decision, said.issued) if said.decision and said.issued else slugify(said.status.value)
        number = words.NUMBER.format(number=said.decision, date=short_date(said.issued)) if said.issued else said.decision
        facts = (
            (words.DECISION, number if said.decision else "", ""),
            (words.EFFECTIVE, short_date(said.effective_from) if said.effective_from else "", ""),
            (words.POSTED, short_date(said.posted_on) if said.posted_on else "", ""),
            (words.CHANGES, said.changes, ""),
            (words.SUCCESSOR, said.replaced_by, ""),
            (words.LAW, said.abolished_by, ""),
        )
        yield Told(p.code, where, day, said.status, p.title, p.sector, p.path, facts)


def _slug(number: str, day: date) -> str:
    return f"{slugify(number)}-{day.year}"


def _entry(name: str, one: Told, base: str) -> Entry:
    moment = datetime.combine(one.day, datetime.min.time(), VIETNAM)
    label = words.STATUS[one.status]
    rows = "".join(f"<li>{escape(fact)}: {_linked(value, path)}</li>" for fact, value, path in one.facts if value)
    html = f"<p>{escape(label)}: {_linked(one.title or one.code, one.path)} ({one.code}).</p><ul>{rows}</ul>"
    return Entry(
        id=name,
        title=f"{label}: {one.title} ({one.code})" if one.title else f"{label}: {one.code}",
        address=base + one.path,
        published=moment,
        updated=moment,
        summary=". ".join(f"{fact}: {value}" for fact, value, _ in one.facts if value),
        body=Prose(blake2b(html.encode(), digest_size=16).hexdigest(), html),
        base=base,
        author="",
        terms=(),
        tags=tuple(filter(None, (one.status.value, one.sector))),
        enclosure=None,
        source="",
        source_url="",
    )


def _linked(text: str, path: str) -> str:
    return f'<a href="{ROOT_MARK}{escape(path)}">{escape(text)}</a>' if path else escape(text)
