"""Documents of the unit from their readings, and which entry of the register each mention of the content means."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from sys import intern

from plugins.gate.prose import NO_SPANS, Spans
from plugins.gate.targets import Place
from plugins.model.addresses import Addresses
from plugins.model.answer_matter import AnswerMatter
from plugins.model.cited import Cited, slug_of
from plugins.model.dates import VIETNAM
from plugins.model.document import Document
from plugins.model.document_matter import DocumentMatter
from plugins.model.issuers import Here, split_place
from plugins.model.matter import Matter, PageMatter
from plugins.model.procedure import Form
from plugins.model.procedure_matter import ProcedureMatter
from plugins.model.profile import Profile
from plugins.model.prose import Prose
from plugins.model.register import Citing, Mentions, Register
from plugins.model.said import Said
from plugins.model.vocab import Standing
from plugins.reading.item import Reading


def here_of(profile: Profile | None) -> Here:
    """Whose site it is."""
    return Here(profile.unit.name, profile.unit.parent) if profile else Here()


def named(matter: DocumentMatter, here: Here) -> Cited | None:
    """A document as a mention would name it in full; None when its number cannot be read."""
    whole = matter.whole
    if whole is None:
        return None
    return Cited(matter.type or whole.type, whole.number, matter.date.isoformat(), matter.issuer or here.issuer(f"UBND {split_place(here.unit)[0].casefold()}"))


def document_slug(matter: DocumentMatter, here: Here) -> str:
    """Its entry in the register; "" when its number cannot be read."""
    one = named(matter, here)
    return slug_of(one, here) if one else ""


def register_of(readings: Mapping[str, Reading], places: Mapping[str, Place], here: Here) -> Register:
    """The register of a site: its own public documents are known, everything else is told by its mentions."""
    own = []
    for path, reading in readings.items():
        if isinstance(reading.matter, DocumentMatter) and reading.html is not None and places[path].standing is Standing.PUBLIC:
            one = named(reading.matter, here)
            own += [(slug_of(one, here), one)] if one else []
    return Register(here, tuple(own))


def spans_of(reading: Reading, register: Register, at: Addresses) -> Spans:
    """What becomes a link in a body: (start, end, address); nothing when the room of the register is taken out.

    A document does not lead to itself.
    """
    if not reading.said or not at.documents() or _earlier(reading):
        return NO_SPANS
    if _is_plain(reading, register):
        return Spans(f"{reading.said.key}{register.key}", partial(_spans, reading.said, register, at))
    told = _spans(reading.said, register, at, _own_slug(reading, register))
    return Spans(repr(told), lambda: told) if told else NO_SPANS


def _is_plain(reading: Reading, register: Register) -> bool:
    """Whether its mentions alone tell what they mean: it is no document, and none of them may be one of the unit's own."""
    return not isinstance(reading.matter, DocumentMatter) and not register.means_own(reading.said.numbers)


def _own_slug(reading: Reading, register: Register) -> str:
    return document_slug(reading.matter, register.here) if isinstance(reading.matter, DocumentMatter) else ""


def _spans(said: Said, register: Register, at: Addresses, own: str = "") -> tuple[tuple[int, int, str], ...]:
    slugs = ((one, register.slug(one)) for one in said.cited if one.end)
    return tuple((one.start, one.end, register.href(slug, one, at)) for one, slug in slugs if slug and slug != own)


def with_entries(reading: Reading, register: Register, at: Addresses) -> Reading:
    """A procedure's reading whose legal bases lead to their entries; any other as it is."""
    if reading.parts is None or not at.documents() or _earlier(reading):
        return reading
    entries = {one.number: register.href(register.slug(one), one, at) for one in reading.cited}
    laws = tuple(replace(law, href=entries.get(law.number.replace(" ", ""), "")) for law in reading.parts.legal_resources)
    return replace(reading, parts=replace(reading.parts, legal_resources=laws))


def _earlier(reading: Reading) -> bool:
    """Whether it is an earlier version of a procedure: the register does not count it, so it leads to no entry either."""
    return isinstance(reading.matter, ProcedureMatter) and bool(reading.matter.effective_to)


def citing_of(reading: Reading, path: str, register: Register) -> list[Citing]:
    """An item with what it cites, each document once, the fullest mention of it; nothing when it cites nothing."""
    matter = reading.matter
    if matter is None or _earlier(reading):
        return []
    if _is_plain(reading, register):
        face = f"{reading.said.key}{register.key}"
        return [Citing(_title(matter, register.here), path, _moment(matter), partial(_mentions, reading.said, register), face)] if reading.said else []
    told = _mentions(reading.said, register, _related(matter, register.here), _own_slug(reading, register))
    return [Citing(_title(matter, register.here), path, _moment(matter), told)] if told else []


def _mentions(said: Said, register: Register, more: tuple[Cited, ...] = (), own: str = "") -> Mentions:
    mentions: dict[str, Cited] = {}
    for one in (*said.cited, *more):
        slug = intern(register.slug(one))
        if slug and slug != own and (slug not in mentions or len(one.key) > len(mentions[slug].key)):
            mentions[slug] = one
    return tuple(mentions.items())


def _title(matter: Matter, here: Here) -> str:
    """As it stands in lists of items: a document is known by its number, not by what it is about."""
    own = named(matter, here) if isinstance(matter, DocumentMatter) else None
    return f"{own.base} số {own.number}: {matter.title}" if own else matter.title


def _related(matter: Matter, here: Here) -> tuple[Cited, ...]:
    """What a document replaces, and what replaces it: of the same issuer unless it says otherwise."""
    if not isinstance(matter, DocumentMatter):
        return ()
    own = named(matter, here)
    issuer = own.issuer if own else ""
    return tuple(Cited(one.type, one.number, one.date, one.issuer or issuer) for one in (*matter.replaces, *matter.replaced_by))


def _moment(matter: Matter) -> datetime | None:
    """The day of an item, where it tells one."""
    if isinstance(matter, ProcedureMatter):
        return None
    day = matter.updated if isinstance(matter, PageMatter) else matter.answered if isinstance(matter, AnswerMatter) else matter.date
    if isinstance(day, datetime) or day is None:
        return day
    return datetime.combine(day, time(), VIETNAM) if isinstance(day, date) else None


def bind_document(source: str, matter: DocumentMatter, path: str, body: Prose, file: Form | None, register: Register) -> Document:
    """One document; its number must be readable."""
    here, own = register.here, named(matter, register.here)
    if own is None:
        raise TypeError("not a document")
    related = {one.key: one for one in _related(matter, here)}
    pairs = [(register.slug(one), one) for one in related.values()]
    return Document(
        source_path=source,
        path=path,
        slug=slug_of(own, here),
        type=own.base,
        number=own.number,
        title=matter.title,
        date=matter.date,
        issuer=matter.issuer or own.issuer,
        place=matter.place or split_place(here.unit)[1],
        effective_from=matter.effective_from,
        effective_to=matter.effective_to,
        signer=matter.signer,
        signer_title=matter.signer_title,
        recipients=matter.recipients,
        file=file,
        replaces=tuple(pairs[: len(matter.replaces)]),
        replaced_by=tuple(pairs[len(matter.replaces) :]),
        body=body,
        tasks=matter.task,
    )
