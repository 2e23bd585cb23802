"""The unit's profile ``content/site.toml``: one frozen record, every wrong key and value told at once."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, ValidationError

from plugins.model.outreach import Radio, Share
from plugins.model.problems import Problem, problem
from plugins.model.profiletables import (
    Answers,
    Badge,
    Check,
    Colours,
    Editorial,
    Home,
    Licence,
    MenuEntry,
    Portals,
    Print,
    Reports,
    Security,
    Server,
    SiteTable,
    Social,
    Table,
    Unit,
)
from plugins.model.profilevalues import ShortForm, Words
from plugins.model.publishtargets import Entry, read_targets
from plugins.model.text import nearest
from plugins.model.vocab import CATEGORIES, Category

PROFILE = "site.toml"


class Profile(Table):
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
