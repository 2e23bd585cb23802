"""The unit's profile ``content/site.toml``: one frozen record, every wrong key and value told at once."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plugins.model.answer import Scope
from plugins.model.outreach import Radio, Share
from plugins.model.problems import Problem, problem
from plugins.model.profilevalues import (
    Authority,
    Code,
    Colour,
    Contact,
    DateText,
    Days,
    Domain,
    Email,
    Flag,
    LevelWord,
    Megabytes,
    PeriodName,
    Phone,
    ProcedureCode,
    Reachable,
    SearchUrl,
    ShortForm,
    Target,
    Url,
    Words,
)
from plugins.model.publishtargets import Entry, read_targets
from plugins.model.text import nearest
from plugins.model.vocab import CATEGORIES, Category

PROFILE = "site.toml"


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
    reception_hours: Words | None = None


class SiteTable(_Table):
    """Where the site stands and what it is called."""

    domain: Domain
    title: Words
    description: Words
    tag_authority: Authority
    logo: Target | None = None
    share_image: Target | None = None
    show_internal_procedures: Flag = False
    visits: Flag = False
    offline: Flag = False


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
    feedback_form: Url | None = None
    portal_search: SearchUrl | None = None


class Answers(_Table):
    """Within how many working days citizens are answered, and the rule that says so. 5, 7 and 10 are those of
    QĐ 80/2025/QĐ-UBND Bắc Ninh, Điều 9 khoản 2; without a rule of its own province no unit is judged by them."""

    basis: Words
    days: Days = 5
    days_joint: Days = 7
    days_longest: Days = 10

    def limit(self, scope: Scope) -> int:
        """Working days from the question to the answer."""
        return {Scope.OWN: self.days, Scope.JOINT: self.days_joint, Scope.LONGEST: self.days_longest}[scope]


class Print(_Table):
    """A4 sheets: whether they are published with the site."""

    published: Flag = False


class Reports(_Table):
    """Periods whose report is a public page; reports are private without it."""

    public: tuple[PeriodName, ...] = ()


class Server(_Table):
    """What the web server is given besides the site's own files."""

    precompressed: Flag = False
    brotli: Flag = False
    netlify: Flag = False


class Security(_Table):
    """Whom to tell of a security hole (RFC 9116), and until when that holds."""

    contact: Reachable
    expires: DateText


class Home(_Table):
    """What the home page puts first: procedures by code, in the order that they are shown."""

    procedures: tuple[ProcedureCode, ...] = ()


class Check(_Table):
    """What the checker takes as this unit's own: telephones and mail boxes that may be shown anywhere, and how heavy a file may be."""

    contacts: tuple[Contact, ...] = ()
    attachment_mb: Megabytes = 10


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
    home: Home = Home()
    trust_badge: Badge | None = None
    social: Social = Social()
    links: Portals = Portals()
    answers: Answers | None = None
    radio: Radio = Radio()
    share: Share = Share()
    abbreviations: dict[ShortForm, Words] = Field(default_factory=dict)
    print: Print = Print()
    report: Reports = Reports()
    server: Server = Server()
    security: Security | None = None
    check: Check = Check()
    menu: tuple[MenuEntry, ...] = ()
    categories: dict[str, Words] = Field(default_factory=dict)
    publish: dict[str, Entry] = Field(default_factory=dict)

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
    targets, wrong = read_targets(raw.get("publish", {}), PROFILE)
    problems += wrong
    try:
        profile = Profile.model_validate({**raw, "publish": targets})
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
