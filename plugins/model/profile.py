"""The unit's profile ``content/site.toml``: one frozen record, every wrong key and value told at once."""

import re
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from plugins.model.dates import DateProblem, parse_date, short_date
from plugins.model.fieldtypes import fail
from plugins.model.problems import Problem, problem
from plugins.model.text import fold, nearest, nfc
from plugins.model.vocab import CATEGORIES, Category, Level

PROFILE = "site.toml"


def _says(remedy: str, test: Any) -> Any:
    """A validator that refuses with one remedy in Vietnamese."""

    def check(value: Any) -> Any:
        typed = nfc(value) if isinstance(value, str) else value
        if not test(typed):
            raise fail("profile-value", remedy=remedy)
        return typed

    return BeforeValidator(check)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 500 and value.isprintable()


def _is_url(value: Any) -> bool:
    if not isinstance(value, str) or re.search(r"[\s<>\"'\\]", value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_domain(value: Any) -> bool:
    if not _is_url(value):
        return False
    parts = urlsplit(value)
    clean = re.fullmatch(r"(?:/[A-Za-z0-9._~-]+)*/?", parts.path) and "/." not in parts.path
    return bool(clean) and not (parts.query or parts.fragment or parts.username or parts.password)


def _date_text(value: Any) -> str:
    try:
        return short_date(parse_date(str(value)))
    except DateProblem as error:
        raise fail("profile-value", remedy="ngày viết dạng 24/5/2026") from error


def _level(value: Any) -> Any:
    match = next((level for level in Level if isinstance(value, str) and fold(level) == fold(nfc(value))), None)
    if match is None:
        raise fail("profile-value", remedy="viết một trong ba: phường, xã, đặc khu")
    return match


Words = Annotated[str, _says("viết chữ trong ngoặc kép, trên một dòng, tối đa 500 ký tự", _is_text)]
Phone = Annotated[
    str,
    _says(
        "số điện thoại, ví dụ 0258 3821 001",
        lambda v: isinstance(v, str) and re.fullmatch(r"\+?[\d .()-]{3,20}", v) and re.search(r"\d{3}", v),
    ),
]
Email = Annotated[
    str,
    _says("địa chỉ thư, ví dụ phuong@tinh.gov.vn", lambda v: isinstance(v, str) and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", v)),
]
Url = Annotated[str, _says("địa chỉ đầy đủ, ví dụ https://dichvucong.gov.vn", _is_url)]
Domain = Annotated[
    str,
    _says("tên miền có https://, có thể kèm đường dẫn, ví dụ https://x.gov.vn/cchc", _is_domain),
    AfterValidator(lambda v: v.rstrip("/")),
]
Colour = Annotated[str, _says("mã màu sáu chữ số, ví dụ #0b5394", lambda v: isinstance(v, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", v))]
Target = Annotated[str, _says("đường dẫn tệp trong thư mục nội dung, ví dụ hinh-anh/logo.svg, hoặc địa chỉ https://…", _is_text)]
LevelWord = Annotated[Level, BeforeValidator(_level)]
DateText = Annotated[str, BeforeValidator(_date_text)]
Code = Annotated[
    str, _says("mã đơn vị hành chính gồm năm chữ số trong ngoặc kép, ví dụ \"26740\"", lambda v: isinstance(v, str) and re.fullmatch(r"\d{5}", v))
]
Authority = Annotated[
    str,
    _says(
        "tên miền đầu tiên và năm bắt đầu, ví dụ phuong.tinh.gov.vn,2025; đặt một lần, không bao giờ đổi",
        lambda v: isinstance(v, str) and re.fullmatch(r"[a-z0-9.-]+,\d{4}", v),
    ),
]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Unit(_Table):
    """Who publishes."""

    name: Words
    level: LevelWord
    parent: Words
    code: Code
    address: Words
    phone: Phone
    hotline: Phone
    email: Email
    working_hours: Words
    fax: Phone | None = None


class SiteTable(_Table):
    """Where the site stands and what it is called."""

    domain: Domain
    title: Words
    description: Words
    tag_authority: Authority
    logo: Target | None = None
    share_image: Target | None = None
    show_internal_procedures: bool = False


class Editorial(_Table):
    """Who answers for the content, and how it may be used again."""

    managing_agency: Words
    head: Words
    head_title: Words
    reuse_notice: Words
    standing_agency: Words | None = None


class Licence(_Table):
    """Licence of the site, where there is one: a state body's portal needs none (NĐ 147/2024/NĐ-CP, Điều 24)."""

    number: Words
    issuer: Words
    date: DateText


class Colours(_Table):
    primary: Colour = "#0b5394"
    accent: Colour = "#b3261e"


class Badge(_Table):
    """Trust badge (Tín nhiệm mạng)."""

    image: Target
    link: Url


class Social(_Table):
    zalo: Url | None = None
    facebook: Url | None = None
    youtube: Url | None = None


class Portals(_Table):
    national_portal: Url = "https://dichvucong.gov.vn"
    feedback: Url = "https://pakn.dichvucong.gov.vn"


class MenuEntry(_Table):
    label: Words
    link: Target


class Profile(_Table):
    """The whole of ``site.toml``."""

    unit: Unit
    site: SiteTable
    editorial: Editorial
    licence: Licence | None = None
    colours: Colours = Colours()
    trust_badge: Badge | None = None
    social: Social = Social()
    links: Portals = Portals()
    menu: tuple[MenuEntry, ...] = ()
    categories: dict[str, Words] = Field(default_factory=dict)

    @property
    def base_path(self) -> str:
        """Path of the site on its host, with a slash at both ends."""
        return f"{urlsplit(self.site.domain).path}/"

    def category_names(self) -> tuple[Category, ...]:
        """The closed list, under the names this unit uses."""
        return tuple(Category(c.slug, self.categories.get(c.slug, c.name), c.description, c.order) for c in CATEGORIES)


def read_profile(raw: Mapping[str, Any]) -> tuple[Profile | None, tuple[Problem, ...]]:
    """The record, or every problem: unknown key with the nearest right one, missing key, wrong value."""
    named = raw.get("categories")
    problems = [
        problem("profile-key", PROFILE, key=f"categories.{slug}", nearest=nearest(slug, [c.slug for c in CATEGORIES]) or CATEGORIES[0].slug)
        for slug in (named if isinstance(named, dict) else {})
        if slug not in {c.slug for c in CATEGORIES}
    ]
    try:
        profile = Profile.model_validate(dict(raw))
    except ValidationError as errors:
        return None, (*problems, *(_problem(e) for e in errors.errors(include_url=False)))
    return (None if problems else profile), tuple(problems)


def _problem(error: Mapping[str, Any]) -> Problem:
    path = [str(part) for part in error["loc"]]
    key = ".".join(path)
    if error["type"] == "extra_forbidden":
        return problem("profile-key", PROFILE, key=key, nearest=_nearest_key(path))
    if error["type"] == "missing":
        return problem("profile-value-missing", PROFILE, key=key, remedy=_remedy_for_missing(path))
    remedy = error.get("ctx", {}).get("remedy", "xem docs/ho-so-don-vi.md để biết cách viết khóa này")
    return problem("profile-value", PROFILE, key=key, value=error.get("input", ""), remedy=remedy)


def _table(path: list[str]) -> type[BaseModel]:
    """The record class that holds the last key of a path."""
    current: type[BaseModel] = Profile
    for part in path[:-1]:
        field = current.model_fields.get(part)
        if field is None:
            continue
        for candidate in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(candidate, type) and issubclass(candidate, BaseModel):
                current = candidate
    return current


def _nearest_key(path: list[str]) -> str:
    fields = list(_table(path).model_fields)
    return nearest(path[-1], fields) or ", ".join(fields)


def _remedy_for_missing(path: list[str]) -> str:
    if len(path) == 1:
        return f"thêm bảng [{path[0]}] vào site.toml"
    return f"thêm dòng {path[-1]} = \"…\" dưới [{'.'.join(p for p in path[:-1] if not p.isdigit())}]"
