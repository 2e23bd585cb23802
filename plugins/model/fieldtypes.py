"""Types of typed values: each one reads what editors write and refuses the rest with a code of :mod:`plugins.model.words`."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from plugins.model import vocab
from plugins.model.dates import DateProblem, parse_date
from plugins.model.plan import task_ref
from plugins.model.text import fold, is_slug, nearest, slugify
from plugins.model.vocab import Status

TITLE_LIMIT, TEXT_LIMIT, TAG_LIMIT = 300, 1000, 50
_DONE_WORDS = ("roi", "da", "da kiem tra", "da duyet", "duyet", "dong y", "xong", "ok", "done", "checked", "dung")
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


def _expiry(value: Any) -> datetime:
    """A day without a time lasts until its end: ``31/12/2026`` expires when that day is over."""
    moment = _moment(value)
    has_time = re.search(r"\d\s*(?::|h|giờ)\s*\d|\d\s*giờ", _text(value))
    return moment if has_time else moment + timedelta(days=1)


def _categories(value: Any, info: ValidationInfo) -> tuple[str, ...]:
    known = (info.context or {}).get("categories", vocab.CATEGORIES)
    typed = _text(value)
    # A name may hold a comma ("Chỉ đạo, điều hành"): try the whole, then ";", then ",".
    found: list[str] = []
    for part in _parts(";")(value):
        whole = vocab.category_by_name(part, known)
        for name in [part] if whole else _parts(",")(part):
            category = vocab.category_by_name(name, known)
            if category is None:
                names = [c.name for c in known]
                near = nearest(name, [*names, *(c.slug for c in known)]) or known[1].name
                raise fail("category-unknown", value=name, nearest=near, choices="; ".join(names))
            if category.slug in found:
                raise fail("category-twice", value=name)
            found.append(category.slug)
    if not found:
        raise fail("category-unknown", value=typed, nearest=known[1].name, choices="…")
    return tuple(found)


def _status(value: Any) -> Status:
    typed = " ".join(re.findall(r"\w+", fold(_text(value))))
    if typed not in vocab.STATUS_WORDS:
        raise fail("status-unknown", value=_text(value), nearest=nearest(typed, vocab.STATUS_WORDS) or "published")
    return vocab.STATUS_WORDS[typed]


def _exemplar(value: Any) -> vocab.ExemplarKind:
    typed = " ".join(re.findall(r"\w+", fold(_text(value))))
    kind = next((one for one in vocab.ExemplarKind if fold(one) == typed), None)
    if kind is None:
        raise fail("exemplar-kind", value=_text(value), choices=", ".join(vocab.ExemplarKind))
    return kind


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


def _person(code: str) -> AfterValidator:
    """The name of a person who answers for it: neither a yes nor a mark."""

    def check(value: str) -> str:
        words = " ".join(re.findall(r"\w+", fold(value)))
        if sum(c.isalpha() for c in words) < 2 or words in {*vocab.YES_WORDS, *vocab.NO_WORDS, *_DONE_WORDS}:
            raise fail(code, value=value)
        return value

    return AfterValidator(check)


def _wording(value: str) -> str:
    code = re.sub(r"[\s-]", "", value).lower()
    if code and not re.fullmatch(r"[0-9a-f]{8}", code):
        raise fail("approved-code", value=value)
    return code


def _order(value: Any) -> int:
    try:
        return int(_text(value))
    except ValueError as error:
        raise fail("number-form", value=_text(value)) from error


def _refs(value: Any) -> tuple[str, ...]:
    found = [(one, task_ref(one)) for one in _parts("[,;]")(value)]
    wrong = next((one for one, ref in found if not ref), "")
    if wrong:
        raise fail("task-form", value=wrong)
    return tuple(dict.fromkeys(ref for _, ref in found))


Text = Annotated[str, BeforeValidator(_text), AfterValidator(_short)]
Title = Annotated[str, BeforeValidator(_text), AfterValidator(_title)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Expiry = Annotated[datetime, BeforeValidator(_expiry)]
Slug = Annotated[str, BeforeValidator(_text), AfterValidator(_slug)]
StatusWord = Annotated[Status, BeforeValidator(_status)]
ExemplarWord = Annotated[vocab.ExemplarKind, BeforeValidator(_exemplar)]
Yes = Annotated[bool, BeforeValidator(_yes)]
Checker = Annotated[str, BeforeValidator(_text), AfterValidator(_short), _person("personal-checker")]
Approver = Annotated[str, BeforeValidator(_text), AfterValidator(_short), _person("approved-name")]
WordingCode = Annotated[str, BeforeValidator(_text), AfterValidator(_wording)]
Order = Annotated[int, BeforeValidator(_order)]
Categories = Annotated[tuple[str, ...], BeforeValidator(_categories)]
Tags = Annotated[tuple[str, ...], BeforeValidator(_parts(",|;")), AfterValidator(_tags)]
Listed = Annotated[tuple[str, ...], BeforeValidator(_parts(";"))]
# Tasks of a plan that an item carries out: ``2026-03; 2026-05``.
TaskRefs = Annotated[tuple[str, ...], BeforeValidator(_refs)]
TagUri = Annotated[str, BeforeValidator(_text), AfterValidator(_id)]
Day = Annotated[date, BeforeValidator(lambda value: _moment(value).date())]
