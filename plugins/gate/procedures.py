"""Procedure and decision records from their readings."""

import re
from datetime import datetime, timedelta

from plugins.gate.prose import Links, with_links
from plugins.model.dates import VIETNAM
from plugins.model.decision import Change, Decision
from plugins.model.life_events import life_events_of
from plugins.model.parts import Parts, TypedEvidence, TypedForm
from plugins.model.procedure import (
    Evidence,
    EvidenceCase,
    EvidenceKind,
    Form,
    LocalOverlay,
    Procedure,
    ProcedureStatus,
    Publication,
    StepCase,
    read_code,
)
from plugins.model.procedure_matter import DecisionMatter, ProcedureMatter
from plugins.model.prose import Prose
from plugins.model.text import fold
from plugins.model.vocab import Status
from plugins.model.workdays import working_days_between
from plugins.reading.assets import AssetInfo, ending
from plugins.reading.item import Reading

# Fields that the record takes from front matter and from the body as they are.
_FACTS = (
    *("title", "sector", "level", "audience", "kind", "keywords", "description", "receiving_address", "portal_link"),
    *("executing_authority", "competent_authority", "authorised_authority", "cooperating_authority"),
    *("online_level", "post_receive", "post_return", "one_stop", "borderless"),
)
_PARTS = ("channels", "file_count", "outputs", "conditions", "legal_resources")
# A comparison with the national database is due again after this many days, unless the file says otherwise.
COMPARE_EVERY = 90
_ARROW = re.compile(r"\s*(?:->|→)\s*")


def bind_procedure(source: str, reading: Reading, path: str, links: Links, infos: dict[str, AssetInfo]) -> Procedure:
    """One procedure; its matter must be a :class:`ProcedureMatter` and its parts read."""
    matter, parts = reading.matter, reading.parts or Parts()
    if not isinstance(matter, ProcedureMatter):
        raise TypeError("not a procedure")
    code, suffix = read_code(matter.code) or ("", "")

    def prose(html: str) -> Prose:
        return with_links(html, links, infos)

    publication = publication_of(matter)
    return Procedure(
        **{name: getattr(matter, name) for name in _FACTS},
        **{name: getattr(parts, name) for name in _PARTS},
        code=code,
        unit_suffix=suffix,
        source_path=source,
        path=path,
        life_events=matter.life_event or life_events_of(matter.sector, matter.title),
        steps=tuple(StepCase(title, text, prose(html)) for title, text, html in parts.steps),
        evidence=tuple(EvidenceCase(title, tuple(_evidence(row, title, links, infos) for row in rows)) for title, rows in parts.evidence),
        conditions_prose=prose(parts.conditions_html),
        publication=publication,
        local=LocalOverlay(matter.local_address, matter.local_hours, matter.local_phone, matter.local_cost, matter.local_note),
        extra=prose(parts.extra_html),
        modified=_modified(publication),
    )


def publication_of(matter: ProcedureMatter) -> Publication:
    """How a procedure was announced; counts only where both days are known."""
    posted, issued, effect = matter.posted_on, matter.decision_date, matter.effective_from
    due = matter.next_due or (matter.compared_on + timedelta(days=COMPARE_EVERY) if matter.compared_on else None)
    return Publication(
        decision=matter.decision,
        issued=issued,
        issuer=matter.decision_issuer,
        effective_from=effect,
        effective_to=matter.effective_to,
        status=ProcedureStatus.IN_FORCE if isinstance(matter.status, Status) else matter.status,
        changes=matter.changes,
        posted_on=posted,
        days_after_decision=working_days_between(issued, posted) if issued and posted else None,
        days_after_effect=working_days_between(effect, posted) if effect and posted else None,
        abolished_by=matter.abolished_by,
        replaced_by=(read_code(matter.replaced_by) or ("", ""))[0],
        compared_on=matter.compared_on,
        compared_by=matter.compared_by,
        next_due=due,
    )


def _modified(publication: Publication) -> datetime | None:
    """The last day that something was done about it; the day it takes effect may lie ahead and is none of them."""
    days = [day for day in (publication.posted_on, publication.issued, publication.compared_on) if day]
    return datetime.combine(max(days), datetime.min.time(), VIETNAM) if days else None


def _evidence(row: TypedEvidence, case: str, links: Links, infos: dict[str, AssetInfo]) -> Evidence:
    forms = tuple(_form(form, links, infos) for form in row.forms)
    return Evidence(row.name, _kind(row, case), row.originals, row.copies, forms)


def _kind(row: TypedEvidence, case: str) -> EvidenceKind:
    """What is typed in the column; else what the group says; a row without any copy is a note."""
    how, group = fold(row.how), fold(case)
    if "csdl" in how or "co so du lieu" in how or "khai thac" in how:
        return EvidenceKind.DATABASE
    if "luu y" in how or "ghi chu" in how:
        return EvidenceKind.NOTE
    if "xuat trinh" in how or ("xuat trinh" in group and "nop" not in how):
        return EvidenceKind.SHOW
    if "nop" in how:
        return EvidenceKind.SUBMIT
    none = all(count.strip() in {"", "0", "0.0"} for count in (row.originals, row.copies))
    return EvidenceKind.NOTE if none else EvidenceKind.SUBMIT


def _form(form: TypedForm, links: Links, infos: dict[str, AssetInfo]) -> Form:
    target = links.resolved.get(form.target)
    if target is None or not target.asset:
        return Form(form.label, form.target if form.target.startswith("http") else "")
    return Form(form.label, target.href, infos[target.asset].size, ending(target.asset))


def bind_decision(source: str, matter: DecisionMatter, path: str, body: Prose, file: Form | None) -> Decision:
    """One publication decision."""
    return Decision(
        source_path=source,
        path=path,
        number=matter.number,
        title=matter.title,
        date=matter.date,
        issuer=matter.issuer,
        signer=matter.signer,
        effective_from=matter.effective_from or matter.date,
        file=file,
        changes=changes_of(matter),
        body=body,
    )


def changes_of(matter: DecisionMatter) -> tuple[Change, ...]:
    """Every code that a decision names, with what happens to it."""
    changes = [Change(_base(code), ProcedureStatus.NEW) for code in matter.new]
    changes += [Change(_base(code), ProcedureStatus.AMENDED) for code in matter.amends]
    for entry in matter.replaces:
        old, _, new = _ARROW.sub("\n", entry).partition("\n")
        changes.append(Change(_base(old), ProcedureStatus.REPLACING, successor=_base(new) if new else ""))
    for entry in matter.abolishes:
        code, _, law = entry.partition(":")
        changes.append(Change(_base(code), ProcedureStatus.ABOLISHED, law=law.strip()))
    return tuple(sorted(changes, key=lambda change: change.code))


def _base(code: str) -> str:
    return (read_code(code) or (code.strip(), ""))[0]
