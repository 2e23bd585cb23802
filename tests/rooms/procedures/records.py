"""Procedures and decisions for tests: whole, small, made by hand."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from plugins.model.dates import VIETNAM
from plugins.model.decision import Change, Decision
from plugins.model.procedure import (
    Channel,
    ChannelKind,
    Evidence,
    EvidenceCase,
    EvidenceKind,
    Form,
    LegalResource,
    LocalOverlay,
    OnlineLevel,
    Procedure,
    ProcedureStatus,
    Publication,
    StepCase,
)
from plugins.model.prose import Prose
from plugins.model.site import Site
from plugins.model.text import slugify
from tests.factory import prose, site

NOTHING = Prose("", "")
_PUBLICATION: dict[str, Any] = {
    "decision": "1250/QĐ-UBND",
    "issued": date(2026, 3, 2),
    "issuer": "Chủ tịch UBND tỉnh Mẫu",
    "effective_from": date(2026, 3, 10),
    "effective_to": None,
    "status": ProcedureStatus.IN_FORCE,
    "changes": "",
    "posted_on": date(2026, 3, 4),
    "days_after_decision": 2,
    "days_after_effect": 0,
    "abolished_by": "",
    "replaced_by": "",
    "compared_on": None,
    "compared_by": "",
    "next_due": None,
}


def paper(name: str = "Tờ khai", kind: EvidenceKind = EvidenceKind.SUBMIT, originals: str = "1", copies: str = "", *forms: Form) -> Evidence:
    return Evidence(name, kind, originals, copies, forms)


def channel(kind: ChannelKind = ChannelKind.DIRECT, time: str = "03 ngày làm việc", cost: str = "8.000 đồng", note: str = "") -> Channel:
    return Channel(kind, time, cost, note)


def steps(text: str, title: str = "") -> StepCase:
    return StepCase(title, text, prose(f"<p>{text}</p>"))


def procedure(code: str = "1.001193", **changes: Any) -> Procedure:
    """One procedure; names of :class:`Publication` go there."""
    publication = Publication(**{**_PUBLICATION, **{key: changes.pop(key) for key in list(changes) if key in _PUBLICATION}})
    until = publication.effective_to
    facts: dict[str, Any] = {
        "code": code,
        "unit_suffix": "",
        "source_path": f"thu-tuc/{code}.md",
        "path": f"thu-tuc/{code}/den-{until}.html" if until else f"thu-tuc/{code}.html",
        "title": f"Thủ tục {code}",
        "sector": "Hộ tịch",
        "level": "Cấp xã",
        "audience": ("Công dân Việt Nam",),
        "kind": "",
        "keywords": (),
        "life_events": ("Có con nhỏ",),
        "description": "",
        "executing_authority": "UBND phường",
        "competent_authority": "",
        "authorised_authority": "",
        "cooperating_authority": "",
        "receiving_address": "",
        "online_level": OnlineLevel.FULL,
        "post_receive": None,
        "post_return": None,
        "one_stop": True,
        "borderless": None,
        "portal_link": "",
        "channels": (channel(), channel(ChannelKind.ONLINE)),
        "steps": (steps("Bước 1: Nộp hồ sơ."),),
        "evidence": (EvidenceCase("", (paper(),)),),
        "file_count": "01 bộ",
        "outputs": ("Giấy khai sinh",),
        "conditions": "",
        "conditions_prose": NOTHING,
        "legal_resources": (LegalResource("60/2014/QH13", "Luật Hộ tịch", "Quốc hội", "20/11/2014", "01/01/2016"),),
        "publication": publication,
        "local": LocalOverlay("", "", "", "", ""),
        "extra": NOTHING,
        "modified": datetime(2026, 3, 10, tzinfo=VIETNAM),
    }
    return Procedure(**{**facts, **changes})


def decision(number: str = "1250/QĐ-UBND", day: date = date(2026, 3, 2), *changes: Change, **more: Any) -> Decision:
    facts: dict[str, Any] = {
        "source_path": f"quyet-dinh/{slugify(number)}.md",
        "path": f"quyet-dinh/{slugify(number)}-{day.year}.html",
        "number": number,
        "title": "Công bố thủ tục hành chính",
        "date": day,
        "issuer": "Chủ tịch UBND tỉnh Mẫu",
        "signer": "",
        "effective_from": day,
        "file": None,
        "changes": changes,
        "body": prose("<p>Điều 1.</p>"),
    }
    return Decision(**{**facts, **more})


def with_records(procedures: tuple[Procedure, ...] = (), decisions: tuple[Decision, ...] = (), of: Site | None = None) -> Site:
    """A site with procedures and decisions, sorted as behind the gate."""
    return replace(
        of or site(),
        procedures=tuple(sorted(procedures, key=lambda p: p.sort_key)),
        decisions=tuple(sorted(decisions, key=lambda d: d.sort_key)),
    )


def announced(of: Site) -> Site:
    """A site with a procedure of every status, an earlier version, and the decision that says so."""
    new, amended, abolished = ProcedureStatus.NEW, ProcedureStatus.AMENDED, ProcedureStatus.ABOLISHED
    return with_records(
        (
            procedure("1.000001", status=new),
            procedure("1.000002", status=amended, changes="Rút ngắn thời hạn."),
            procedure("1.000002", effective_to=date(2026, 3, 9), decision="7/QĐ-UBND"),
            procedure("1.000003", status=abolished, abolished_by="Nghị định số 280/2025/NĐ-CP"),
            procedure("1.000004", replaced_by="1.000005"),
            procedure("1.000005", sector="Chứng thực"),
        ),
        (
            decision(
                "1250/QĐ-UBND",
                date(2026, 3, 2),
                Change("1.000001", new),
                Change("1.000002", amended),
                Change("1.000003", abolished),
                Change("1.000004", ProcedureStatus.REPLACING, "1.000005"),
                effective_from=date(2026, 3, 10),
            ),
        ),
        of,
    )
