"""What ``theme/README.md`` promises, what the templates use, and records filled from their own types."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from importlib import import_module
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import nodes
from pydantic import BaseModel

from plugins import INDEX_ROOMS, ROOMS
from plugins.model import frame, page, profile, prose, views
from plugins.model.dates import parse_date
from plugins.press.theme import environment
from tests.conftest import ROOT

THEME = ROOT / "theme"
TEMPLATES = THEME / "templates"
# Lists that the rooms always fill: there are twelve months, eleven categories, and a day page only for a day with items.
NEVER_EMPTY = {
    ("CategoriesView", "rows"),
    ("CategoryYearView", "items"),
    ("DayView", "items"),
    ("HomeView", "quick"),
    ("MonthView", "items"),
    ("MonthView", "weekdays"),
    ("MonthView", "weeks"),
    ("SiteMapView", "sections"),
    ("MapSection", "links"),
    ("WorkplanView", "tasks"),
    ("WorkplansView", "rows"),
    ("YearView", "months"),
    ("YearRow", "months"),
}


def records() -> dict[str, type]:
    """Every record that a template may see, by name."""
    rooms = [import_module(f"plugins.{name}.plan") for name, _ in (*ROOMS, *INDEX_ROOMS)]
    modules = (*rooms, frame, page, profile, prose, views)
    return {
        name: kind
        for module in modules
        for name, kind in vars(module).items()
        if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, BaseModel)) and kind.__module__.startswith("plugins.")
    }


def names_of(kind: type) -> list[str]:
    """The fields of a record in their order."""
    return list(kind.model_fields) if issubclass(kind, BaseModel) else [name for field in fields(kind) if (name := field.metadata.get("shown_as", field.name))]


@dataclass(frozen=True)
class Promise:
    """One list of ``theme/README.md``: the template (or ""), the record, and field → what is said of it."""

    template: str
    record: str
    said: dict[str, str]


def promises() -> list[Promise]:
    """The lists of the contract, in order."""
    found: list[Promise] = []
    for line in (THEME / "README.md").read_text(encoding="utf-8").split("\n"):
        heading = re.fullmatch(r"##+ (?:([\w.]+) — )?(\w+)", line)
        bullet = re.fullmatch(r"- `(\w+)` (.+)", line)
        if heading:
            found.append(Promise(heading[1] or "", heading[2], {}))
        elif bullet and found:
            found[-1].said[bullet[1]] = bullet[2]
    return [promise for promise in found if promise.said]


def view_of(template: str) -> type:
    """The record that a page template shows, as the contract says."""
    (promise,) = [p for p in promises() if p.template == template]
    return records()[promise.record]


def page_templates() -> list[str]:
    return sorted(path.name for path in TEMPLATES.glob("*.html") if path.name != "base.html")


def all_templates() -> list[str]:
    return sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))


def source(template: str) -> str:
    return (TEMPLATES / template).read_text(encoding="utf-8")


def tree(template: str) -> nodes.Template:
    return environment(THEME).parse(source(template))


def attributes(template: str, name: str) -> set[str]:
    """``x`` of every ``name.x`` in a template."""
    return {node.attr for node in tree(template).find_all(nodes.Getattr) if isinstance(node.node, nodes.Name) and node.node.name == name}


def used_words(template: str) -> Iterator[tuple[str, str]]:
    """(table, key) of ``words.toml`` for every word that a template uses itself or hands to a macro."""
    whole = tree(template)
    imported = {alias if alias else name: (part.template.value, name) for part in whole.find_all(nodes.FromImport) for name, alias in map(_pair, part.names)}
    for node in whole.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Getattr) and _is_w(node.node.node):
            yield node.node.attr, node.attr
    for node in whole.find_all(nodes.Getitem):
        if isinstance(node.node, nodes.Getattr) and _is_w(node.node.node):
            yield node.node.attr, "*"
    for call in whole.find_all(nodes.Call):
        for place, argument in enumerate(call.args):
            if isinstance(argument, nodes.Getattr) and _is_w(argument.node):
                component, macro = imported[call.node.name]
                yield from ((argument.attr, key) for key in _keys_of_parameter(component, macro, place))


def _pair(name: str | tuple[str, str]) -> tuple[str, str | None]:
    return name if isinstance(name, tuple) else (name, None)


def _is_w(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "w"


def _keys_of_parameter(component: str, macro: str, place: int) -> set[str]:
    (found,) = [m for m in tree(component).find_all(nodes.Macro) if m.name == macro]
    parameter = found.args[place].name
    return {node.attr for node in found.find_all(nodes.Getattr) if isinstance(node.node, nodes.Name) and node.node.name == parameter}


def fill(kind: Any, text: str, count: int, whole: bool) -> Any:
    """A record of a type with one text in every field and ``count`` entries in every list.

    Without ``whole``, what may be absent is: optional values are None, and texts that the contract lets be empty are.
    """
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Any:
        return ""
    if kind is str:
        return text
    if kind is int:
        return 3
    if kind is bool:
        return whole
    if kind in (date, datetime):
        return parse_date("5/3/2026 08:30")
    if origin is UnionType or NoneType in arguments:
        (other,) = [a for a in arguments if a is not NoneType]
        return fill(other, text, count, whole) if whole else None
    if origin is tuple and arguments[-1] is ...:
        return (fill(arguments[0], text, count, whole),) * count
    if origin is tuple:
        return tuple(fill(argument, text, count, whole) for argument in arguments)
    if hasattr(kind, "__metadata__"):
        return fill(kind.__origin__, text, count, whole)
    if kind is prose.Prose:
        return prose.Prose("digest", "<p>Nội dung.</p>")
    return _record(kind, text, count, whole)


def _record(kind: type, text: str, count: int, whole: bool) -> Any:
    if not (is_dataclass(kind) or issubclass(kind, BaseModel)):
        return next(iter(kind))  # an enumeration
    said = next((p.said for p in promises() if p.record == kind.__name__), {})
    values = {}
    own = set(kind.model_fields) if issubclass(kind, BaseModel) else {field.name for field in fields(kind)}
    for name, hint in get_type_hints(kind).items():
        if name not in own:
            continue
        empty = not whole and re.search(r"\bempty\b", said.get(name, ""))
        # Links of these lists always lead somewhere: what leads nowhere is left out when they are planned.
        complete = whole or name in {"asked", "sectors", "menu", "social", "portals", "share", "quick", "ways", "links", "versions", "others", "questions", "procedures"}
        entries = max(count, 1) if (kind.__name__, name) in NEVER_EMPTY else count
        values[name] = "" if empty and hint is str else fill(hint, text, entries, complete)
    return kind.model_construct(**values) if issubclass(kind, BaseModel) else kind(**values)
