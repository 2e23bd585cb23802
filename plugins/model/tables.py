"""Tables of a TOML file as records: keys by their Vietnamese names too, each with its line, every problem at once."""

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from plugins.model.keys import Key, bare, known_names
from plugins.model.problems import Problem, problem
from plugins.model.text import nearest, nfc
from plugins.model.tomlwords import toml_fault
from plugins.model.words import RULES

Record = TypeVar("Record", covariant=True)
Where = tuple[str | int, ...]
_HEAD = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*(\"[^\"]+\"|'[^']+'|[\w-]+)\s*=")


class Reader(Protocol[Record]):
    """Makes a record of values: a TypeAdapter of pydantic."""

    def validate_python(self, values: Any, /, *, context: Any = None) -> Record: ...


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what stands in it, the line of its heading and of each of its keys (as typed)."""

    path: str
    raw: Mapping[str, Any]
    lines: Mapping[Where, Mapping[str, int]]
    where: Where = ()

    def line(self, typed: str) -> int:
        """The line of a key, else of the heading; 0 for what has none."""
        here = self.lines.get(self.where, {})
        return here.get(typed) or here.get("", 0)

    def typed(self, key: str, keys: Mapping[str, Key]) -> str:
        """How a key of the table was written; the key itself when it is not there."""
        known = known_names(dict(keys))
        return next((name for name in self.raw if known.get(bare(name)) == key), key)

    def inner(self, key: str, keys: Mapping[str, Key]) -> tuple[list["Table"], list[Problem]]:
        """The tables ``[[key]]`` in it."""
        typed = self.typed(key, keys)
        value = self.raw.get(typed, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            return [], [problem("toml-tables", self.path, self.line(typed), key=typed)]
        return [Table(self.path, one, self.lines, (*self.where, typed, number)) for number, one in enumerate(value)], []


def read_toml(path: str, text: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The whole file as one table, or what is wrong with its form."""
    try:
        return Table(path, tomllib.loads(text), _lines(text)), ()
    except (ValueError, RecursionError) as error:
        reason, line = toml_fault(error)
        return None, (problem("toml-syntax", path, line, reason=reason),)


def _lines(text: str) -> dict[Where, dict[str, int]]:
    """Where each table and each key begins; what stands in a text of several lines is no key."""
    found: dict[Where, dict[str, int]] = {(): {}}
    counts: Counter[Where] = Counter()
    here: Where = ()
    quote = ""
    for number, line in enumerate(text.split("\n"), 1):
        if quote:
            quote = "" if line.count(quote) % 2 else quote
            continue
        if head := _HEAD.fullmatch(line):
            here = _place(head[2], head[1] == "[[", counts)
            found.setdefault(here, {})[""] = number
        elif key := _KEY.match(line):
            found[here].setdefault(key[1].strip("\"'"), number)
        quote = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), "")
    return found


def _place(typed: str, repeated: bool, counts: Counter[Where]) -> Where:
    names = [name.strip().strip("\"'") for name in typed.split(".")]
    here: Where = ()
    for place, name in enumerate(names):
        one = (*here, name)
        if repeated and place == len(names) - 1:
            counts[one] += 1
        here = (*one, counts[one] - 1) if counts[one] else one
    return here


def read_record(
    reader: Reader[Record], table: Table, keys: Mapping[str, Key], tables: tuple[str, ...] = (), context: Mapping[str, Any] | None = None
) -> tuple[Record | None, list[Problem]]:
    """The record of one table; ``tables`` are keys that hold tables of their own and are read apart."""
    values, problems = _values(table, dict(keys), tables)
    try:
        return reader.validate_python(values, context=dict(context or {})), problems
    except ValidationError as errors:
        told = {dict(one.facts).get("key") for one in problems}
        more = (_problem(dict(one), table, keys) for one in errors.errors(include_url=False))
        return None, [*problems, *(one for one in more if one.code != "toml-missing" or dict(one.facts)["key"] not in told)]


def _values(table: Table, keys: dict[str, Key], tables: tuple[str, ...]) -> tuple[dict[str, Any], list[Problem]]:
    known, values, problems = known_names(keys), {}, []
    first: dict[str, str] = {}
    for typed, value in table.raw.items():
        key = known.get(bare(typed))
        if key is None:
            near = known.get(nearest(bare(typed), known))
            names = ", ".join(keys)
            problems.append(problem("key-unknown", table.path, table.line(typed), key=typed, hint=f"có phải '{near}'? " if near else "", keys=names))
        elif key in first:
            problems.append(problem("key-twice", table.path, table.line(typed), key=typed, first=table.line(first[key])))
        elif key not in tables:
            first[key] = typed
            text = _text(value)
            if text is None:
                problems.append(problem("toml-kind", table.path, table.line(typed), key=typed, example=keys[key].example))
            elif text:
                values[key] = text
    return values, problems


def _text(value: Any) -> str | list[str] | None:
    """A value as text, as front matter gives it; None for a table or a flag."""
    if isinstance(value, list):
        parts = [_text(one) for one in value]
        return None if any(not isinstance(part, str) for part in parts) else [part for part in parts if isinstance(part, str) and part]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return nfc(" ".join(str(value).split()))


def _problem(error: Mapping[str, Any], table: Table, keys: Mapping[str, Key]) -> Problem:
    key = str(error["loc"][0]) if error["loc"] else next(iter(keys))
    typed = table.typed(key, keys)
    facts = {"key": typed, "label": keys[key].label, "example": keys[key].example}
    if error["type"] == "missing":
        return problem("toml-missing", table.path, table.line(""), **facts)
    code = error["type"] if error["type"] in RULES else "toml-kind"
    return problem(code, table.path, table.line(typed), **{**facts, **error.get("ctx", {})})


def twice(path: str, code: str, named: Iterator[tuple[str, int]]) -> list[Problem]:
    """What bears a name that another one has: (name, line) of each."""
    seen: dict[str, int] = {}
    problems = []
    for name, line in named:
        if seen.setdefault(name, line) != line:
            problems.append(problem(code, path, line, value=name, first=seen[name]))
    return problems
