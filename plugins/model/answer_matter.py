"""Front matter of answers to questions, complaints and proposals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict

from plugins.model.answer import Outcome, Scope
from plugins.model.fieldtypes import (
    Approver,
    Checker,
    Day,
    Slug,
    StatusWord,
    TagUri,
    TaskRefs,
    Text,
    Title,
    WordingCode,
    fail,
)
from plugins.model.problems import Problem, problem
from plugins.model.procedure import read_code
from plugins.model.text import fold
from plugins.model.vocab import Standing, Status

_SCOPES = {
    **dict.fromkeys(("mot don vi", "don vi", "thuoc tham quyen", "mot co quan"), Scope.OWN),
    **dict.fromkeys(("nhieu co quan", "nhieu don vi", "lien nganh", "phoi hop"), Scope.JOINT),
    **dict.fromkeys(("keo dai", "gia han", "phuc tap"), Scope.LONGEST),
}
_OUTCOMES = {
    **dict.fromkeys(("da giai quyet", "giai quyet xong", "da khac phuc", "da xu ly"), Outcome.SOLVED),
    **dict.fromkeys(("giai quyet mot phan", "mot phan"), Outcome.PARTLY),
    **dict.fromkeys(("dang giai quyet", "dang xu ly"), Outcome.UNDER_WAY),
    **dict.fromkeys(("chuyen co quan khac", "da chuyen", "chuyen cap tren", "chuyen co quan co tham quyen"), Outcome.FORWARDED),
    **dict.fromkeys(("khong co co so", "khong dung", "phan anh khong dung"), Outcome.UNFOUNDED),
}


def _words(value: Any) -> str:
    return " ".join(re.findall(r"\w+", fold(str(value))))


def _scope(value: Any) -> Scope:
    if isinstance(value, Scope):
        return value
    if _words(value) not in _SCOPES:
        raise fail("answer-scope", value=value)
    return _SCOPES[_words(value)]


def _outcome(value: Any) -> Outcome:
    if isinstance(value, Outcome):
        return value
    if _words(value) not in _OUTCOMES:
        raise fail("answer-outcome", value=value, choices=", ".join(Outcome))
    return _OUTCOMES[_words(value)]


def _codes(value: Any) -> tuple[str, ...]:
    """Base codes, each once."""
    typed = value if isinstance(value, (list, tuple)) else re.split("[,;]", str(value))
    found = []
    for one in (str(part).strip() for part in typed):
        code = read_code(one)
        if one and code is None:
            raise fail("procedure-code", value=one)
        found += [code[0]] if code else []
    return tuple(dict.fromkeys(found))


def _unnamed(value: str) -> str:
    """A unit or a sector is never empty: a page says who answered."""
    if not value.strip():
        raise fail("value-empty")
    return value


Required = Annotated[Text, AfterValidator(_unnamed)]
Codes = Annotated[tuple[str, ...], BeforeValidator(_codes)]
ScopeWord = Annotated[Scope, BeforeValidator(_scope)]
OutcomeWord = Annotated[Outcome, BeforeValidator(_outcome)]


@dataclass(frozen=True, slots=True)
class AnswerMatter:
    """Front matter of a question with its answer; the keys are those of :data:`plugins.model.keys.ANSWER_KEYS`."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    title: Title
    asked: Day
    answered: Day
    unit: Required
    sector: Required
    procedures: Codes = ()
    scope: ScopeWord = Scope.OWN
    correction: Text = ""
    task: TaskRefs = ()
    status: StatusWord = Status.PUBLISHED
    slug: Slug = ""
    id: TagUri = ""
    approved_by: Approver = ""
    approved_on: Day | None = None
    approved_text: WordingCode = ""
    personal_data_checked: Checker = ""

    @property
    def date(self) -> date:
        """The day from which it is public, under the name that the other kinds give it."""
        return self.answered

    def standing(self, now: datetime) -> Standing:
        """An answer is public from its own day on."""
        if self.status is Status.DRAFT:
            return Standing.DRAFT
        return Standing.SCHEDULED if self.answered > now.date() else Standing.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintMatter(AnswerMatter):
    """The same for a complaint or a proposal; the keys are those of :data:`plugins.model.keys.COMPLAINT_KEYS`."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    outcome: OutcomeWord
    channel: Text = ""


def asked_problems(matter: AnswerMatter, lines: Mapping[str, int]) -> tuple[Problem, ...]:
    """What is wrong between the keys of one answer."""
    if matter.answered < matter.asked:
        return (problem("answer-before-question", "", lines.get("answered", 0)),)
    return ()
