"""A procedure as a JSON record with the names of CPSV-AP; complete, in the order of an announced procedure."""

import json
from datetime import date
from typing import Any

from plugins.model.procedure import Evidence, Form, LocalOverlay, Procedure, Publication
from plugins.model.site import Site


def as_json(site: Site, base: str, schema: str, modified: str) -> bytes:
    """All public procedures, earlier versions too. ``base`` is the full address of the site, ``schema`` that of the schema."""
    unit = site.profile.unit
    facts = {
        "$schema": schema,
        "publisher": {"name": unit.name, "code": unit.code, "parent": unit.parent},
        "language": "vi",
        "reuse_notice": site.profile.editorial.reuse_notice,
        "modified": modified,
    }
    # A line a procedure: what changed is seen at once, and the fast encoder can be used.
    head = json.dumps(facts, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n".join(json.dumps(record(procedure, base), ensure_ascii=False) for procedure in site.procedures)
    return f'{head},\n "procedures": [\n{lines}\n]}}\n'.encode()


def dump(document: Any) -> bytes:
    """JSON that a person can read and a version control can compare."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def record(procedure: Procedure, base: str) -> dict[str, Any]:
    """Every field of one procedure at one time; what is not known is null or empty."""
    p = procedure
    return {
        "code": p.code,
        "unit_suffix": p.unit_suffix,
        "title": p.title,
        "sector": p.sector,
        "level": p.level,
        "audience": list(p.audience),
        "kind": p.kind,
        "keywords": list(p.keywords),
        "life_events": list(p.life_events),
        "description": p.description,
        "executing_authority": p.executing_authority,
        "competent_authority": p.competent_authority,
        "authorised_authority": p.authorised_authority,
        "cooperating_authority": p.cooperating_authority,
        "receiving_address": p.receiving_address,
        "online_level": p.online_level.value if p.online_level else None,
        "post_receive": p.post_receive,
        "post_return": p.post_return,
        "one_stop": p.one_stop,
        "borderless": p.borderless,
        "portal_link": p.portal_link,
        "steps": [{"case": step.title, "text": step.text} for step in p.steps],
        "channels": [
            {"kind": c.kind.value, "processing_time": c.processing_time, "cost": c.cost, "note": c.note} for c in p.channels
        ],
        "evidence": [{"case": case.title, "items": [_evidence(item, base) for item in case.evidence]} for case in p.evidence],
        "file_count": p.file_count,
        "outputs": list(p.outputs),
        "conditions": p.conditions,
        "legal_resources": [
            {"number": r.number, "title": r.title, "issuer": r.issuer, "issued": r.issued, "effective": r.effective}
            for r in p.legal_resources
        ],
        "extra_html": p.extra.at(base),
        "publication": _publication(p.publication),
        "local": _local(p.local),
        "in_force": p.in_force,
        "current": is_current(p),
        "modified": _day(p.modified.date()) if p.modified else None,
        "url": address(p, base),
    }


def is_current(procedure: Procedure) -> bool:
    """Whether this is the latest version of its code, in force or not."""
    return procedure.publication.effective_to is None


def address(procedure: Procedure, base: str) -> str:
    return base + procedure.path if procedure.path else ""


def form_address(form: Form, base: str) -> str:
    """Where a form can be fetched; empty when it is only named."""
    return form.path if not form.path or form.path.startswith(("http://", "https://")) else base + form.path


def _evidence(item: Evidence, base: str) -> dict[str, Any]:
    return {
        "name": item.name,
        "kind": item.kind.value,
        "originals": item.originals,
        "copies": item.copies,
        "forms": [{"label": form.label, "url": form_address(form, base), "size": form.size} for form in item.forms],
    }


def _publication(p: Publication) -> dict[str, Any]:
    return {
        "decision": p.decision,
        "issued": _day(p.issued),
        "issuer": p.issuer,
        "effective_from": _day(p.effective_from),
        "effective_to": _day(p.effective_to),
        "status": p.status.value,
        "changes": p.changes,
        "posted_on": _day(p.posted_on),
        "days_after_decision": p.days_after_decision,
        "days_after_effect": p.days_after_effect,
        "abolished_by": p.abolished_by,
        "replaced_by": p.replaced_by,
        "compared_on": _day(p.compared_on),
        "compared_by": p.compared_by,
        "next_due": _day(p.next_due),
    }


def _local(local: LocalOverlay) -> dict[str, str]:
    return {"address": local.address, "hours": local.hours, "phone": local.phone, "cost": local.cost, "note": local.note}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
