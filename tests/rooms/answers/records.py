"""Answers for tests: whole, small, made by hand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from plugins.model.answer import Answer, AnswerKind, Outcome
from plugins.model.site import Site
from tests.factory import prose

BODY = "<h2>Câu hỏi</h2><p>Hỏi gì?</p><h2>Trả lời</h2><p>Đáp.</p>"


def answer(name: str = "mot", kind: AnswerKind = AnswerKind.QUESTION, answered: str = "2026-04-14", **more: Any) -> Answer:
    facts: dict[str, Any] = {
        "id": f"tag:thunghiem.example,2023:{kind}/{name}",
        "source_path": f"{kind}/{name}.md",
        "path": f"{kind}/{name}.html",
        "kind": kind,
        "title": f"Câu {name}?",
        "asked": date(2026, 4, 9),
        "answered": date.fromisoformat(answered),
        "unit": "Trung tâm Phục vụ hành chính công",
        "sector": "Hộ tịch",
        "procedures": (),
        "days": 3,
        "limit": 0,
        "outcome": Outcome.SOLVED if kind is AnswerKind.COMPLAINT else None,
        "channel": "Đường dây nóng" if kind is AnswerKind.COMPLAINT else "",
        "correction": "",
        "body": prose(BODY),
    }
    return Answer(**{**facts, **more})


def complaint(name: str = "hai", answered: str = "2026-05-12", **more: Any) -> Answer:
    return answer(name, AnswerKind.COMPLAINT, answered, **more)


def answered(of: Site, answers: Iterable[Answer]) -> Site:
    """The site with answers, newest first."""
    return replace(of, answers=tuple(sorted(answers, key=lambda one: one.sort_key)))
