"""Documents and items that cite, for tests: whole, small, made by hand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from plugins.model.cited import Cited, slug_of
from plugins.model.dates import parse_date
from plugins.model.document import Document
from plugins.model.issuers import Here
from plugins.model.register import Citing, Register
from plugins.model.site import Site
from tests.factory import prose

HERE = Here("Phường Thử Nghiệm", "Tỉnh Mẫu")
DECREE = Cited("Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ")
PLAN = Cited("Kế hoạch", "12/KH-UBND", "2026-01-15", "UBND phường")


def document(one: Cited = PLAN, **more: Any) -> Document:
    slug = slug_of(one, HERE)
    facts: dict[str, Any] = {
        "source_path": f"van-ban/{slug}.md",
        "path": f"van-ban/{slug}.html",
        "slug": slug,
        "type": one.type,
        "number": one.number,
        "title": "Cải cách hành chính năm 2026",
        "date": date.fromisoformat(one.date),
        "issuer": "Ủy ban nhân dân phường Thử Nghiệm",
        "place": "Thử Nghiệm",
        "effective_from": None,
        "effective_to": None,
        "signer": "Đoàn Văn Mẫu",
        "signer_title": ("TM. Ủy ban nhân dân", "Chủ tịch"),
        "recipients": ("Như trên", "Lưu: VT"),
        "file": None,
        "replaces": (),
        "replaced_by": (),
        "body": prose(),
    }
    return Document(**{**facts, **more})


def citing(name: str, *mentions: Cited, day: str = "5/3/2026", own: Iterable[Document] = ()) -> Citing:
    register = Register(HERE, tuple((one.slug, one.cited) for one in own))
    return Citing(f"Bài {name}", f"tin-tuc/{name}.html", parse_date(day) if day else None, tuple((register.slug(one), one) for one in mentions))


def registered(of: Site, items: Iterable[Citing] = (), documents: Iterable[Document] = ()) -> Site:
    """The site with documents and what cites them."""
    return replace(of, citing=tuple(sorted(items, key=lambda one: one.href)), documents=tuple(sorted(documents, key=lambda one: one.sort_key)))
