"""Plans for tests: whole, small, made by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

from plugins.model.periods import Unit
from plugins.model.plan import Done, Medium, Plan, Task
from plugins.model.site import Site
from plugins.model.vocab import category_by_name


def task(code: str = "01", category: str = "tuyen-truyen", **more: Any) -> Task:
    facts: dict[str, Any] = {
        "code": code,
        "ref": f"2026-{code}",
        "content": f"Việc {code}",
        "categories": (category_by_name(category),),
        "media": (Medium.WEBSITE,),
        "frequency": "",
        "minimum": 1,
        "per": Unit.MONTH,
        "deadline": date(2026, 12, 14),
        "lead": "Văn phòng",
        "partners": (),
        "done": (),
    }
    return Task(**{**facts, **more})


def done(day: str, medium: Medium = Medium.RADIO, content: str = "Số truyền thanh") -> Done:
    return Done(date.fromisoformat(day), medium, content, "Sổ theo dõi")


def plan_of(*tasks: Task, **more: Any) -> Plan:
    facts: dict[str, Any] = {
        "source_path": "ke-hoach/2026.toml",
        "path": "ke-hoach/2026.html",
        "year": 2026,
        "number": "21/KH-UBND",
        "title": "Tuyên truyền CCHC năm 2026",
        "date": date(2026, 1, 5),
        "issuer": "UBND phường Thử Nghiệm",
        "place": "Thử Nghiệm",
        "replaces": (),
        "basis": ("Căn cứ một;",),
        "purpose": (),
        "duties": (),
        "closing": "",
        "recipients": ("Lưu: VT",),
        "signer_title": ("Chủ tịch",),
        "signer": "Đỗ Thị Mẫu",
        "tasks": tasks or (task(),),
    }
    return Plan(**{**facts, **more})


def planned(of: Site, *plans: Plan, **more: Any) -> Site:
    """The site with plans, and with other fields changed."""
    return replace(of, plans=plans, **more)
