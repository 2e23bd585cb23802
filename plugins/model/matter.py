"""Front matter as typed records: one constructor a kind, every problem at once.

The types below are the rules; their messages stand in :mod:`plugins.model.words`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from plugins.model import vocab
from plugins.model.dates import DateProblem, parse_date
from plugins.model.keys import NEWS_KEYS, PAGE_KEYS, Key
from plugins.model.problems import Problem, problem
from plugins.model.text import fold, is_slug, nearest, slugify
from plugins.model.vocab import Standing, Status
from plugins.model.words import RULES

TITLE_LIMIT, TEXT_LIMIT, TAG_LIMIT = 300, 1000, 50
_TAG_URI = re.compile(r"tag:[a-z0-9.@-]+,\d{4}(?:-\d{2}){0,2}:[\w./~!$&'()*+;=@%-]{1,200}")


def fail(code: str, **facts: object) -> PydanticCustomError:
    """An error of a value; pydantic collects them and :func:`read_matter` turns them into problems."""
    return PydanticCustomError(code, "refused", {k: str(v) for k, v in facts.items()})


def _text(value: Any) -> str:
    return ", ".join(value) if isinstance(value, (list, tuple)) else str(value)


def _parts(pattern: str) -> Callable[[Any], tuple[str, ...]]:
    def split(value: Any) -> tuple[str, ...]:
        listed = value if isinstance(value, (list, tuple)) else re.split(pattern, value)
        return tuple(part for part in (str(p).strip() for p in listed) if part)

    return split


def _title(value: str) -> str:
    if len(value) > TITLE_LIMIT:
        raise fail("title-long", length=len(value), limit=TITLE_LIMIT)
    if not any(c.isalnum() for c in value):
        raise fail("title-letters", value=value)
    return value


def _moment(value: Any) -> datetime:
    try:
        return parse_date(_text(value))
    except DateProblem as error:
        raise fail(error.code, value=_text(value)) from error


def _categories(value: Any) -> tuple[str, ...]:
    typed = _text(value)
    # A name may hold a comma ("Chỉ đạo, điều hành"): try the whole, then ";", then ",".
    found: list[str] = []
    for part in _parts(";")(value):
        whole = vocab.category_by_name(part)
        for name in [part] if whole else _parts(",")(part):
            category = vocab.category_by_name(name)
            if category is None:
                names = [c.name for c in vocab.CATEGORIES]
                near = nearest(name, [*names, *(c.slug for c in vocab.CATEGORIES)]) or vocab.CATEGORIES[1].name
                raise fail("category-unknown", value=name, nearest=near, choices="; ".join(names))
            if category.slug in found:
                raise fail("category-twice", value=name)
            found.append(category.slug)
    if not found:
        raise fail("category-unknown", value=typed, nearest=vocab.CATEGORIES[1].name, choices="…")
    return tuple(found)


def _status(value: Any) -> Status:
    typed = " ".join(re.findall(r"\w+", fold(_text(value))))
    if typed not in vocab.STATUS_WORDS:
        raise fail("status-unknown", value=_text(value), nearest=nearest(typed, vocab.STATUS_WORDS) or "published")
    return vocab.STATUS_WORDS[typed]


def _yes(value: Any) -> bool:
    typed = fold(_text(value)).strip()
    if typed in vocab.YES_WORDS:
        return True
    if typed in vocab.NO_WORDS:
        return False
    raise fail("yes-or-no", value=_text(value))


def _slug(value: str) -> str:
    if not is_slug(value):
        raise fail("slug-form", value=value)
    return value


def _tags(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(value) > TAG_LIMIT:
        raise fail("tags-many", count=len(value), limit=TAG_LIMIT)
    for tag in value:
        if len(tag) > 60 or not is_slug(slugify(tag)):
            raise fail("tag-form", value=tag)
    return tuple(dict.fromkeys(value))


def _id(value: str) -> str:
    if not _TAG_URI.fullmatch(value):
        raise fail("id-form", value=value)
    return value


def _short(value: str) -> str:
    if len(value) > TEXT_LIMIT:
        raise fail("text-long", length=len(value), limit=TEXT_LIMIT)
    return value


def _order(value: Any) -> int:
    try:
        return int(_text(value))
    except ValueError as error:
        raise fail("number-form", value=_text(value)) from error


Text = Annotated[str, BeforeValidator(_text), AfterValidator(_short)]
Title = Annotated[str, BeforeValidator(_text), AfterValidator(_title)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Slug = Annotated[str, BeforeValidator(_text), AfterValidator(_slug)]
StatusWord = Annotated[Status, BeforeValidator(_status)]
Yes = Annotated[bool, BeforeValidator(_yes)]


@dataclass(frozen=True, slots=True)
class NewsMatter:
    """Front matter of a news item; the keys are those of :data:`plugins.model.keys.NEWS_KEYS`."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    title: Title
    date: Moment
    category: Annotated[tuple[str, ...], BeforeValidator(_categories)]
    updated: Moment | None = None
    tags: Annotated[tuple[str, ...], BeforeValidator(_parts(",|;")), AfterValidator(_tags)] = ()
    summary: Text = ""
    author: Text = ""
    source: Text = ""
    image: Text = ""
    image_caption: Text = ""
    image_alt: Text = ""
    status: StatusWord = Status.PUBLISHED
    expires: Moment | None = None
    pinned: Yes = False
    slug: Slug = ""
    correction: Text = ""
    id: Annotated[str, BeforeValidator(_text), AfterValidator(_id)] = ""

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
    order: Annotated[int, BeforeValidator(_order)] = 1000

    def standing(self, now: datetime) -> Standing:  # noqa: ARG002 - pages know no clock; the kinds share one form
        return Standing.DRAFT if self.status is Status.DRAFT else Standing.PUBLIC


Matter = NewsMatter | PageMatter
KINDS: dict[str, tuple[type[Matter], dict[str, Key]]] = {
    "tin-tuc": (NewsMatter, NEWS_KEYS),
    "trang": (PageMatter, PAGE_KEYS),
}
_READERS = {kind: TypeAdapter(record) for kind, (record, _) in KINDS.items()}


class MatterRefused(ValueError):
    """Front matter with errors; carries all of them, with ``path`` left empty."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def read_matter(kind: str, raw: Mapping[str, str | list[str]], lines: Mapping[str, int]) -> Matter:
    """The record of one file's front matter; ``lines`` gives the line of each key.

    Raises :class:`MatterRefused` with every problem at once.
    """
    try:
        return _READERS[kind].validate_python(dict(raw))
    except ValidationError as errors:
        keys = KINDS[kind][1]
        raise MatterRefused(tuple(_problem(e, keys, lines) for e in errors.errors(include_url=False))) from None


def _problem(error: Mapping[str, Any], keys: Mapping[str, Key], lines: Mapping[str, int]) -> Problem:
    name = str(error["loc"][0]) if error["loc"] else "title"
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
    found = []
    if matter.updated is not None and matter.updated.date() < matter.date.date():
        found.append(problem("updated-before-date", "", lines.get("updated", 0)))
    if matter.expires is not None and matter.expires < matter.date:
        found.append(problem("expires-before-date", "", lines.get("expires", 0)))
    if not matter.image:
        captions = [key for key in ("image_caption", "image_alt") if getattr(matter, key)]
        found += [problem("caption-without-image", "", lines.get(key, 0), key=key) for key in captions]
    elif not matter.image_alt:
        found.append(problem("image-alt-missing", "", lines.get("image", 0), how="dòng image_alt: tả điều thấy trong ảnh"))
    return tuple(found)
