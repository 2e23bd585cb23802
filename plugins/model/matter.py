"""Front matter as typed records: one constructor a kind, every problem at once.

The types are those of :mod:`plugins.model.fieldtypes`; their messages stand in :mod:`plugins.model.words`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, TypeAdapter, ValidationError

from plugins.model.answer_matter import AnswerMatter, ComplaintMatter
from plugins.model.document_matter import DocumentMatter
from plugins.model.fieldtypes import (
    Approver,
    Categories,
    Checker,
    Day,
    ExemplarWord,
    Expiry,
    Moment,
    Order,
    Slug,
    StatusWord,
    Tags,
    TagUri,
    TaskRefs,
    Text,
    Title,
    WordingCode,
    Yes,
    fail,
)
from plugins.model.keys import (
    ANSWER_KEYS,
    ASKER_NAMES,
    COMPLAINT_KEYS,
    DECISION_KEYS,
    DOCUMENT_KEYS,
    NEWS_KEYS,
    PAGE_KEYS,
    PROCEDURE_KEYS,
    Key,
    bare,
)
from plugins.model.oldaddress import old_address
from plugins.model.packed import Packed
from plugins.model.problems import Problem, problem
from plugins.model.procedure_matter import DecisionMatter, ProcedureMatter
from plugins.model.text import nearest
from plugins.model.vocab import CATEGORIES, EXEMPLARS, Category, Standing, Status
from plugins.model.words import RULES


def _aliases(value: Any) -> tuple[str, ...]:
    typed = value if isinstance(value, (list, tuple)) else re.split("[,;]", str(value))
    found = {old_address(str(one)): str(one).strip() for one in typed if str(one).strip()}
    if "" in found:
        raise fail("alias-form", value=found[""])
    return tuple(found)


Aliases = Annotated[tuple[str, ...], BeforeValidator(_aliases)]


@dataclass(frozen=True, slots=True)
class NewsMatter(Packed):
    """Front matter of a news item; the keys are those of :data:`plugins.model.keys.NEWS_KEYS`."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    title: Title
    date: Moment
    category: Categories
    updated: Moment | None = None
    tags: Tags = ()
    summary: Text = ""
    author: Text = ""
    source: Text = ""
    image: Text = ""
    image_caption: Text = ""
    image_alt: Text = ""
    status: StatusWord = Status.PUBLISHED
    expires: Expiry | None = None
    pinned: Yes = False
    slug: Slug = ""
    correction: Text = ""
    exemplar: Text = ""
    exemplar_kind: ExemplarWord | None = None
    recognition: Text = ""
    task: TaskRefs = ()
    radio: Text = ""
    aliases: Aliases = ()
    id: TagUri = ""
    approved_by: Approver = ""
    approved_on: Day | None = None
    approved_text: WordingCode = ""
    personal_data_checked: Checker = ""

    def standing(self, now: datetime) -> Standing:
        """Public, or the reason why not, at a moment."""
        if self.status is Status.DRAFT:
            return Standing.DRAFT
        if self.date > now:
            return Standing.SCHEDULED
        if self.expires is not None and self.expires <= now:
            return Standing.EXPIRED
        return Standing.PUBLIC


@dataclass(frozen=True, slots=True)
class PageMatter:
    """Front matter of a static page; the keys are those of :data:`plugins.model.keys.PAGE_KEYS`."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    title: Title
    summary: Text = ""
    slug: Slug = ""
    status: StatusWord = Status.PUBLISHED
    updated: Moment | None = None
    aliases: Aliases = ()
    order: Order = 1000
    approved_by: Approver = ""
    approved_on: Day | None = None
    approved_text: WordingCode = ""
    personal_data_checked: Checker = ""

    def standing(self, now: datetime) -> Standing:  # noqa: ARG002 - pages know no clock; the kinds share one form
        return Standing.DRAFT if self.status is Status.DRAFT else Standing.PUBLIC


Matter = NewsMatter | PageMatter | ProcedureMatter | DecisionMatter | AnswerMatter | DocumentMatter
KINDS: dict[str, tuple[type[Matter], dict[str, Key]]] = {
    "tin-tuc": (NewsMatter, NEWS_KEYS),
    "trang": (PageMatter, PAGE_KEYS),
    "thu-tuc": (ProcedureMatter, PROCEDURE_KEYS),
    "quyet-dinh": (DecisionMatter, DECISION_KEYS),
    "hoi-dap": (AnswerMatter, ANSWER_KEYS),
    "phan-anh": (ComplaintMatter, COMPLAINT_KEYS),
    "van-ban": (DocumentMatter, DOCUMENT_KEYS),
}
_READERS = {kind: TypeAdapter(record) for kind, (record, _) in KINDS.items()}


class MatterRefused(ValueError):
    """Front matter with errors; carries all of them, with ``path`` left empty."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def read_matter(
    kind: str, raw: Mapping[str, str | list[str]], lines: Mapping[str, int], categories: tuple[Category, ...] = CATEGORIES
) -> Matter:
    """The record of one file's front matter; ``lines`` gives the line of each key, ``categories`` the unit's names.

    Raises :class:`MatterRefused` with every problem at once.
    """
    try:
        return _READERS[kind].validate_python(dict(raw), context={"categories": categories})
    except ValidationError as errors:
        keys = KINDS[kind][1]
        raise MatterRefused(tuple(_problem(e, keys, lines) for e in errors.errors(include_url=False))) from None


def _problem(error: Mapping[str, Any], keys: Mapping[str, Key], lines: Mapping[str, int]) -> Problem:
    name = str(error["loc"][0]) if error["loc"] else "title"
    if name not in keys and "asked" in keys and bare(name) in map(bare, ASKER_NAMES):
        return problem("answer-asker", "", lines.get(name, 0), key=name)
    if name not in keys:
        near = nearest(name, keys)
        hint = f"có phải '{near}'? " if near else ""
        return problem("key-unknown", "", lines.get(name, 0), key=name, hint=hint, keys=", ".join(keys))
    entry = keys[name]
    facts = {"key": name, "label": entry.label, "example": entry.example}
    if error["type"] == "missing":
        return problem("key-missing", "", 0, **facts)
    code = error["type"] if error["type"] in RULES else "value-empty"
    return problem(code, "", lines.get(name, 0), **{**facts, **error.get("ctx", {})})


def order_problems(matter: NewsMatter, lines: Mapping[str, int]) -> tuple[Problem, ...]:
    """What is wrong between the keys of one item: dates out of order, a caption without its picture."""
    found = [problem("title-html", "", lines.get("title", 0))] if re.search(r"</?[a-zA-Z]", matter.title) else []
    if matter.updated is not None and matter.updated.date() < matter.date.date():
        found.append(problem("updated-before-date", "", lines.get("updated", 0)))
    if matter.expires is not None and matter.expires < matter.date:
        found.append(problem("expires-before-date", "", lines.get("expires", 0)))
    if EXEMPLARS not in matter.category:
        found += [problem("exemplar-category", "", lines.get(key, 0), key=key) for key in ("exemplar", "exemplar_kind", "recognition") if getattr(matter, key)]
    elif not matter.exemplar:
        found += [problem("exemplar-missing", "", lines.get(key, 0), key=key) for key in ("exemplar_kind", "recognition") if getattr(matter, key)]
    if not matter.image:
        captions = [key for key in ("image_caption", "image_alt") if getattr(matter, key)]
        found += [problem("caption-without-image", "", lines.get(key, 0), key=key) for key in captions]
    elif not matter.image_alt:
        found.append(problem("image-alt-missing", "", lines.get("image", 0), how="dòng image_alt: tả điều thấy trong ảnh"))
    return tuple(found)
