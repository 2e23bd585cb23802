"""Front matter of procedures and publication decisions."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict

from plugins.model.fieldtypes import Approver, Checker, Day, Listed, StatusWord, Text, Title, WordingCode, Yes, fail
from plugins.model.procedure import OnlineLevel, ProcedureStatus, read_code
from plugins.model.text import fold
from plugins.model.vocab import STATUS_WORDS, Standing, Status

_STATUS = {
    "hien hanh": ProcedureStatus.IN_FORCE,
    "con hieu luc": ProcedureStatus.IN_FORCE,
    "chuan hoa": ProcedureStatus.IN_FORCE,
    "published": ProcedureStatus.IN_FORCE,
    "moi ban hanh": ProcedureStatus.NEW,
    "moi": ProcedureStatus.NEW,
    "sua doi bo sung": ProcedureStatus.AMENDED,
    "sua doi": ProcedureStatus.AMENDED,
    "thay the": ProcedureStatus.REPLACING,
    "bai bo": ProcedureStatus.ABOLISHED,
    "bi bai bo": ProcedureStatus.ABOLISHED,
    "het hieu luc": ProcedureStatus.ABOLISHED,
}
# "mức độ 3, 4" are words of 2011–2022 for today's two levels (Nghị định 42/2022/NĐ-CP, Điều 11 khoản 1).
_LEVELS = {
    "toan trinh": OnlineLevel.FULL,
    "dich vu cong truc tuyen toan trinh": OnlineLevel.FULL,
    "muc do 4": OnlineLevel.FULL,
    "mot phan": OnlineLevel.PARTIAL,
    "dich vu cong truc tuyen mot phan": OnlineLevel.PARTIAL,
    "muc do 3": OnlineLevel.PARTIAL,
    "thong tin": OnlineLevel.INFORMATION,
    "cung cap thong tin": OnlineLevel.INFORMATION,
    "dich vu cung cap thong tin": OnlineLevel.INFORMATION,
}


def _words(value: Any) -> str:
    return " ".join(re.findall(r"\w+", fold(str(value))))


def _code(value: str) -> str:
    if read_code(value) is None:
        raise fail("procedure-code", value=value)
    return re.sub(r"\s+", "", value)


def _status(value: Any) -> ProcedureStatus | Status:
    if isinstance(value, (ProcedureStatus, Status)):
        return value
    typed = _words(value)
    if STATUS_WORDS.get(typed) is Status.DRAFT:
        return Status.DRAFT
    if typed not in _STATUS:
        raise fail("procedure-status", value=value)
    return _STATUS[typed]


def _level(value: Any) -> OnlineLevel:
    if _words(value) not in _LEVELS:
        raise fail("procedure-level", value=value)
    return _LEVELS[_words(value)]


def _codes(key: str) -> Any:
    def check(value: tuple[str, ...]) -> tuple[str, ...]:
        for entry in value:
            for code in re.split(r"->|→|:", entry)[: 2 if re.search(r"->|→", entry) else 1]:
                if read_code(code) is None:
                    raise fail("decision-codes", value=entry, key=key)
        return value

    return AfterValidator(check)


Code = Annotated[str, BeforeValidator(str), AfterValidator(_code)]
Level = Annotated[OnlineLevel, BeforeValidator(_level)]
ProcedureStatusWord = Annotated[ProcedureStatus | Status, BeforeValidator(_status)]


@dataclass(frozen=True, slots=True)
class ProcedureMatter:
    """Front matter of a procedure; the keys are those of :data:`plugins.model.keys.PROCEDURE_KEYS`."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    code: Code
    title: Annotated[str, BeforeValidator(str)]
    sector: Text
    level: Text = ""
    audience: Listed = ()
    kind: Text = ""
    keywords: Listed = ()
    life_event: Listed = ()
    description: Annotated[str, BeforeValidator(str)] = ""
    executing_authority: Text = ""
    competent_authority: Text = ""
    authorised_authority: Text = ""
    cooperating_authority: Text = ""
    receiving_address: Annotated[str, BeforeValidator(str)] = ""
    online_level: Level | None = None
    post_receive: Yes | None = None
    post_return: Yes | None = None
    one_stop: Yes | None = None
    borderless: Yes | None = None
    portal_link: Text = ""
    decision: Text = ""
    source_decision: Text = ""
    decision_date: Day | None = None
    decision_issuer: Text = ""
    effective_from: Day | None = None
    effective_to: Day | None = None
    status: ProcedureStatusWord = ProcedureStatus.IN_FORCE
    changes: Text = ""
    posted_on: Day | None = None
    abolished_by: Text = ""
    replaced_by: Text = ""
    compared_on: Day | None = None
    compared_by: Text = ""
    next_due: Day | None = None
    local_address: Text = ""
    local_hours: Text = ""
    local_phone: Text = ""
    local_cost: Text = ""
    local_note: Text = ""
    approved_by: Approver = ""
    approved_on: Day | None = None
    approved_text: WordingCode = ""
    personal_data_checked: Checker = ""
    slug = ""

    def standing(self, now: datetime) -> Standing:
        """A procedure is public unless it is a draft, or is to be posted later."""
        if self.status is Status.DRAFT:
            return Standing.DRAFT
        return Standing.SCHEDULED if self.posted_on is not None and self.posted_on > now.date() else Standing.PUBLIC


@dataclass(frozen=True, slots=True)
class DecisionMatter:
    """Front matter of a publication decision; the keys are those of :data:`plugins.model.keys.DECISION_KEYS`."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    number: Text
    title: Title
    date: Day
    issuer: Text
    signer: Text = ""
    effective_from: Day | None = None
    file: Text = ""
    new: Annotated[Listed, _codes("new")] = ()
    amends: Annotated[Listed, _codes("amends")] = ()
    replaces: Annotated[Listed, _codes("replaces")] = ()
    abolishes: Annotated[Listed, _codes("abolishes")] = ()
    status: StatusWord = Status.PUBLISHED
    approved_by: Approver = ""
    approved_on: Day | None = None
    approved_text: WordingCode = ""
    personal_data_checked: Checker = ""
    slug = ""

    def standing(self, now: datetime) -> Standing:
        """A decision is public from the day of its signature."""
        if self.status is Status.DRAFT:
            return Standing.DRAFT
        return Standing.SCHEDULED if self.date > now.date() else Standing.PUBLIC


