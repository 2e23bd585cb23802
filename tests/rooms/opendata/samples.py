"""Procedures and decisions for tests of the open data, with every field filled, or with hostile texts."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from plugins.model.dates import parse_date
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
from plugins.model.site import Site
from tests.factory import ROOM_NAMES, prose, site

DOMAIN = "https://thunghiem.example/cchc"
ROOMS = ROOM_NAMES | {"procedures", "opendata", "feeds"}
HOSTILE = "\"Trích\" 'dẫn' \\ <b>&amp;</b> </script><script>alert(1)</script>\n=1+1\t{{ 7*7 }} \u2028 ; , | `"
PUBLICATION = Publication(
    decision="163/QĐ-UBND",
    issued=date(2026, 1, 20),
    issuer="Chủ tịch Ủy ban nhân dân tỉnh Mẫu",
    effective_from=date(2026, 2, 1),
    effective_to=None,
    status=ProcedureStatus.AMENDED,
    changes="Giảm thời hạn",
    posted_on=date(2026, 2, 2),
    days_after_decision=9,
    days_after_effect=1,
    abolished_by="",
    replaced_by="",
    compared_on=date(2026, 3, 2),
    compared_by="Đỗ Thị Mẫu",
    next_due=date(2026, 5, 31),
)


def procedure(code: str = "1.001193", text: str = "Đăng ký khai sinh", **more: Any) -> Procedure:
    """Whole, with ``text`` in every free text; keys of the publication may be given beside the procedure's own."""
    announced = {key: more.pop(key) for key in list(more) if key in {field.name for field in fields(Publication)}}
    papers = (
        Evidence(text, EvidenceKind.SUBMIT, "1", "0", (Form(text, "tai-lieu/to-khai.docx", 9, "docx"), Form("Mẫu 2", "https://x.example/a b?c={d}|e"))),
        Evidence("Giấy chứng minh cư trú", EvidenceKind.DATABASE, "0", "1", (Form("Chỉ nêu tên"),)),
        Evidence("Nộp đủ một lần", EvidenceKind.NOTE, "0", "0", ()),
    )
    facts: dict[str, Any] = {
        "code": code,
        "unit_suffix": "H29",
        "source_path": f"thu-tuc/{code}.md",
        "path": f"thu-tuc/{code}.html",
        "title": text,
        "sector": "Hộ tịch",
        "level": "Cấp xã",
        "audience": ("Công dân Việt Nam", text),
        "kind": text,
        "keywords": ("khai sinh", text),
        "life_events": ("Có con nhỏ", "Kinh doanh"),
        "description": text,
        "executing_authority": "Ủy ban nhân dân cấp xã",
        "competent_authority": text,
        "authorised_authority": text,
        "cooperating_authority": text,
        "receiving_address": text,
        "online_level": OnlineLevel.FULL,
        "post_receive": True,
        "post_return": False,
        "one_stop": True,
        "borderless": None,
        "portal_link": "https://dichvucong.gov.vn",
        "channels": (Channel(ChannelKind.DIRECT, "30 ngày", "8.000 đồng", text), Channel(ChannelKind.ONLINE, text, text, "")),
        "steps": (StepCase("", text, prose()), StepCase(text, text, prose())),
        "evidence": (EvidenceCase("Giấy tờ phải nộp", papers), EvidenceCase("", papers[:1])),
        "file_count": "01 bộ",
        "outputs": ("Giấy khai sinh", text),
        "conditions": text,
        "conditions_prose": prose(),
        "legal_resources": (LegalResource("60/2014/QH13", "Luật Hộ tịch", "Quốc hội", "20-11-2014", "01/01/2016"), LegalResource("12", text, "", "không rõ", "")),
        "publication": replace(PUBLICATION, **announced),
        "local": LocalOverlay(text, "7 giờ 30 – 17 giờ", "0200 3850 003", "", text),
        "extra": prose("<p>Thêm.</p>"),
        "modified": parse_date("2/3/2026"),
    }
    return Procedure(**{**facts, **more})


def bare(code: str = "2.000815") -> Procedure:
    """Nothing but what a file must say."""
    empty = dict.fromkeys(("level", "kind", "description", "executing_authority", "competent_authority", "authorised_authority", "cooperating_authority"), "")
    nothing = dict.fromkeys(("audience", "keywords", "life_events", "channels", "steps", "evidence", "outputs", "legal_resources"), ())
    unknown = dict.fromkeys(("issued", "effective_from", "posted_on", "days_after_decision", "days_after_effect", "compared_on", "next_due"))
    more = {"online_level": None, "conditions": "", "file_count": "", "decision": "", "changes": "", "status": ProcedureStatus.IN_FORCE}
    return procedure(code, "Chứng thực bản sao", **empty, **nothing, **unknown, **more)


def decision(number: str = "163/QĐ-UBND", *changes: Change, day: date = date(2026, 1, 20)) -> Decision:
    slug = f"{''.join(c for c in number if c.isdigit())}-qd-ubnd-{day.year}"
    return Decision(
        source_path=f"quyet-dinh/{slug}.md",
        path=f"quyet-dinh/{slug}.html",
        number=number,
        title="Về việc công bố thủ tục hành chính",
        date=day,
        issuer="Chủ tịch Ủy ban nhân dân tỉnh Mẫu",
        signer="",
        effective_from=day,
        file=None,
        changes=changes,
        body=prose(),
    )


CHANGES = (
    decision(
        "200/QĐ-UBND",
        Change("1.001193", ProcedureStatus.AMENDED),
        Change("2.000815", ProcedureStatus.REPLACING, successor="1.001193"),
        day=date(2026, 3, 10),
    ),
    decision("163/QĐ-UBND", Change("1.001193", ProcedureStatus.NEW), Change("2.001009", ProcedureStatus.ABOLISHED, law="Nghị định 280/2025/NĐ-CP")),
)
EARLIER = procedure(path="thu-tuc/1.001193/den-2026-01-31.html", effective_to=date(2026, 1, 31), decision="9/QĐ-UBND", issued=date(2025, 7, 1))
ABOLISHED = procedure("2.001009", "Khai nhận di sản", status=ProcedureStatus.ABOLISHED, abolished_by="Nghị định 280/2025/NĐ-CP")


def data_site(*procedures: Procedure, decisions: tuple[Decision, ...] = (), **more: Any) -> Site:
    """A site with procedures and decisions; a domain with a path, as most units have."""
    made = site(rooms=ROOMS, site={"domain": DOMAIN}, **more)
    return replace(made, procedures=tuple(sorted(procedures, key=lambda p: p.sort_key)), decisions=decisions)


WHOLE = data_site(procedure(), EARLIER, ABOLISHED, bare(), decisions=CHANGES)
WITH_HOSTILE = data_site(procedure("1.000001", HOSTILE), procedure("1.000002", "=HYPERLINK(\"https://x\")"), procedure("1.000003", "@SUM(A1)"))
