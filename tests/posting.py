"""Procedures for the tests of posting at the desk: QR codes and A4 sheets."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from plugins.model.dates import parse_date
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

ROOMS_OF_POSTING = ROOM_NAMES | {"procedures", "codes"}
_PUBLICATION = Publication(
    decision="163/QĐ-BTP",
    issued=date(2026, 1, 20),
    issuer="Chủ tịch Ủy ban nhân dân tỉnh Mẫu",
    effective_from=date(2026, 2, 1),
    effective_to=None,
    status=ProcedureStatus.IN_FORCE,
    changes="",
    posted_on=date(2026, 2, 2),
    days_after_decision=9,
    days_after_effect=1,
    abolished_by="",
    replaced_by="",
    compared_on=None,
    compared_by="",
    next_due=None,
)


def procedure(code: str = "1.001193", sector: str = "Hộ tịch", **more: Any) -> Procedure:
    """One whole procedure; keys of the publication record may be given beside the procedure's own."""
    announced = {key: more.pop(key) for key in list(more) if key in Publication.__slots__}
    facts: dict[str, Any] = {
        "code": code,
        "unit_suffix": "",
        "source_path": f"thu-tuc/{code}.md",
        "path": f"thu-tuc/{code}.html",
        "title": f"Thủ tục đăng ký khai sinh {code}",
        "sector": sector,
        "level": "Cấp xã",
        "audience": ("Công dân Việt Nam", "Người nước ngoài"),
        "kind": "",
        "keywords": (),
        "life_events": (),
        "description": "",
        "executing_authority": "Ủy ban nhân dân cấp xã",
        "competent_authority": "",
        "authorised_authority": "",
        "cooperating_authority": "",
        "receiving_address": "Trung tâm Phục vụ hành chính công",
        "online_level": OnlineLevel.FULL,
        "post_receive": True,
        "post_return": True,
        "one_stop": True,
        "borderless": True,
        "portal_link": "",
        "channels": (
            Channel(ChannelKind.DIRECT, "Ngay trong ngày làm việc", "Lệ phí: 8000 Đồng\nMiễn lệ phí cho hộ nghèo", "Nộp tại quầy số 2"),
            Channel(ChannelKind.ONLINE, "Ngay trong ngày làm việc", "Phí : Đồng (miễn phí)", ""),
        ),
        "steps": (StepCase("", "Bước 1", prose("<p>Bước 1: Người yêu cầu đăng ký khai sinh nộp hồ sơ.</p>")),),
        "evidence": (
            EvidenceCase(
                "* Giấy tờ phải nộp:",
                (
                    Evidence("Tờ khai đăng ký khai sinh", EvidenceKind.SUBMIT, "1", "0", (Form("Mẫu số 01", "tai-lieu/to-khai.docx", 9, "docx"),)),
                    Evidence("Giấy chứng minh cư trú", EvidenceKind.DATABASE, "0", "1", ()),
                    Evidence("Nộp đủ một lần", EvidenceKind.NOTE, "0", "0", ()),
                ),
            ),
        ),
        "file_count": "01 bộ",
        "outputs": ("Giấy khai sinh",),
        "conditions": "",
        "conditions_prose": prose(""),
        "legal_resources": (LegalResource("60/2014/QH13", "Luật Hộ tịch", "Quốc hội", "20/11/2014", "01/01/2016"),),
        "publication": replace(_PUBLICATION, **announced),
        "local": LocalOverlay("", "", "", "", ""),
        "extra": prose(""),
        "modified": parse_date("2/2/2026"),
    }
    return Procedure(**{**facts, **more})


def posting_site(procedures: Iterable[Procedure] = (), rooms: Iterable[str] = ROOMS_OF_POSTING, **changes: Any) -> Site:
    """A site with procedures and nothing else."""
    return replace(site(rooms=rooms, **changes), procedures=tuple(sorted(procedures, key=lambda p: p.sort_key)))
