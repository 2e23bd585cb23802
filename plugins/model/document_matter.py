"""Front matter of the unit's own documents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict

from plugins.model.citations import Citation, citations_in
from plugins.model.citations.kinds import TYPES
from plugins.model.fieldtypes import (
    Approver,
    Checker,
    Day,
    Listed,
    StatusWord,
    TaskRefs,
    Text,
    Title,
    WordingCode,
    fail,
)
from plugins.model.problems import Problem, problem
from plugins.model.text import nearest
from plugins.model.vocab import Standing, Status

_PARTS = re.compile(r"\s*[;\n]\s*|\s*/\s+")


def _type(value: Any) -> str:
    """A type of Điều 7, in its own spelling."""
    typed = " ".join(str(value).split())
    found = TYPES.get(typed.casefold())
    if found is None:
        raise fail("document-type", value=typed, nearest=nearest(typed, TYPES.values()) or "Kế hoạch")
    return found


def cited(value: Any) -> tuple[Citation, ...]:
    """Documents named as in a text: ``Kế hoạch số 5/KH-UBND ngày 2/1/2024; 7/KH-UBND``."""
    typed = "; ".join(value) if isinstance(value, (list, tuple)) else str(value)
    found: list[Citation] = []
    for part in filter(None, (one.strip() for one in typed.split(";"))):
        here = citations_in(part) or citations_in(f"số {part}")
        if not here:
            raise fail("document-cited", value=part)
        found += here
    return tuple(found)


def _signing(value: Any) -> tuple[str, ...]:
    """Lines above a signature: ``TM. Ủy ban nhân dân; Chủ tịch``."""
    typed = ";".join(value) if isinstance(value, (list, tuple)) else str(value)
    return tuple(line for line in _PARTS.split(typed.strip()) if line)


def _recipients(value: tuple[str, ...]) -> tuple[str, ...]:
    """Each without the marks of its line: ``- Như trên;`` → ``Như trên``."""
    return tuple(bare for one in value if (bare := one.strip().lstrip("-–+ ").rstrip(" ;.")))


TypeWord = Annotated[str, BeforeValidator(_type)]
Documents = Annotated[tuple[Citation, ...], BeforeValidator(cited)]
Signing = Annotated[tuple[str, ...], BeforeValidator(_signing)]
Recipients = Annotated[Listed, AfterValidator(_recipients)]


@dataclass(frozen=True, slots=True)
class DocumentMatter:
    """Front matter of one document; the keys are those of :data:`plugins.model.keys.DOCUMENT_KEYS`."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    number: Text
    title: Title
    date: Day
    symbol: Text = ""
    type: TypeWord = ""
    issuer: Text = ""
    place: Text = ""
    effective_from: Day | None = None
    effective_to: Day | None = None
    signer: Text = ""
    signer_title: Signing = ()
    recipients: Recipients = ()
    file: Text = ""
    replaces: Documents = ()
    replaced_by: Documents = ()
    task: TaskRefs = ()
    status: StatusWord = Status.PUBLISHED
    approved_by: Approver = ""
    approved_on: Day | None = None
    approved_text: WordingCode = ""
    personal_data_checked: Checker = ""
    slug = ""

    @property
    def whole(self) -> Citation | None:
        """Type, number and symbol as the grammar reads them; None for a number that is none."""
        typed = f"{self.number}/{self.symbol}" if self.symbol and self.symbol not in self.number else self.number
        found = citations_in(f"{self.type or ''} số {typed}".strip())
        fits = len(found) == 1 and len(found[0].number) == len(re.sub(r"\s", "", typed)) and found[0].symbol != found[0].number
        return found[0] if fits else None

    def standing(self, now: datetime) -> Standing:
        """A document is public from the day of its signature."""
        if self.status is Status.DRAFT:
            return Standing.DRAFT
        return Standing.SCHEDULED if self.date > now.date() else Standing.PUBLIC


def document_problems(matter: DocumentMatter, lines: Mapping[str, int]) -> tuple[Problem, ...]:
    """What is wrong with one document, and between its keys."""
    whole = matter.whole
    if whole is None:
        return (problem("document-number", "", lines.get("number", 0), value=f"{matter.number} {matter.symbol}".strip()),)
    found: list[Problem] = []
    if len(whole.year) == 4 and int(whole.year) != matter.date.year:
        found.append(problem("document-year", "", lines.get("date", 0), number=whole.number, year=matter.date.year))
    named = citations_in(f"số {whole.number}")
    if matter.type and named and named[0].type not in {matter.type, "Công văn"} and not matter.type.startswith(named[0].type) and whole.symbol[:2] != "QĐ":
        found.append(problem("document-symbol", "", lines.get("type", 0), type=matter.type, number=whole.number, likely=named[0].type))
    found += _days(matter, lines)
    if any(one.number == whole.number and one.date[:4] in {"", str(matter.date.year)} for one in (*matter.replaces, *matter.replaced_by)):
        found.append(problem("document-self", "", lines.get("replaces", 0) or lines.get("replaced_by", 0), number=whole.number))
    if not matter.file:
        found.append(problem("document-file", "", lines.get("number", 0)))
    return tuple(found)


def _days(matter: DocumentMatter, lines: Mapping[str, int]) -> list[Problem]:
    def out_of_order(key: str, day: date | None, first: date | None) -> list[Problem]:
        return [problem("document-days", "", lines.get(key, 0), key=key)] if day and first and day < first else []

    return [
        *out_of_order("effective_from", matter.effective_from, matter.date),
        *out_of_order("effective_to", matter.effective_to, matter.effective_from or matter.date),
    ]
