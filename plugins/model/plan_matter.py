"""``content/ke-hoach/<năm>.toml`` as typed: the plan, its tasks, and what was done of each."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, TypeAdapter

from plugins.model.citations import citations_in
from plugins.model.document_matter import Recipients, Signing, cited
from plugins.model.fieldtypes import Categories, Day, Listed, StatusWord, Text, Title, fail
from plugins.model.periods import Period, Unit
from plugins.model.plan import MEDIUM_WORDS, Medium, task_code
from plugins.model.plan_keys import DONE_KEYS, PLAN_KEYS, TASK_KEYS
from plugins.model.problems import Problem, problem
from plugins.model.tables import Table, read_record, read_toml, twice
from plugins.model.text import fold, nearest
from plugins.model.vocab import Category, Status

MOST_TASKS, LARGEST = 200, 10_000
_YEARS = range(2000, 2101)


def _bare(value: Any) -> str:
    return " ".join(re.findall(r"\w+", fold(str(value))))


def _number(value: str) -> str:
    """A number with its symbol, without blanks: a plan whose number is still open is a draft."""
    typed = re.sub(r"\s|^Số:?", "", value)
    found = citations_in(f"Kế hoạch số {typed}")
    if "/" not in typed or len(found) != 1 or len(found[0].number) != len(typed) or found[0].symbol == found[0].number:
        raise fail("plan-number", value=value)
    return found[0].number


def _replaced(value: Any) -> tuple[str, ...]:
    typed = value if isinstance(value, list) else str(value).split(";")
    cited(typed)
    return tuple(one.strip() for one in typed if one.strip())


def _code(value: str) -> str:
    found = task_code(value)
    if not found:
        raise fail("plan-code", value=value)
    return found


def _medium(value: Any) -> Medium:
    found = MEDIUM_WORDS.get(_bare(value))
    if found is None:
        near = MEDIUM_WORDS.get(nearest(_bare(value), MEDIUM_WORDS), Medium.WEBSITE)
        raise fail("plan-form", value=value, nearest=near, choices="; ".join(Medium))
    return found


def _media(value: Any) -> tuple[Medium, ...]:
    typed = value if isinstance(value, list) else str(value).split(";")
    whole = [one for part in typed for one in ([part] if _bare(part) in MEDIUM_WORDS else part.split(","))]
    return tuple(dict.fromkeys(_medium(one) for one in whole if one.strip()))


def _count(value: Any) -> int:
    text = str(value)
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= LARGEST):
        raise fail("plan-minimum", value=value, limit=LARGEST)
    return int(text)


def _unit(value: Any) -> Unit:
    words = {**{_bare(unit): unit for unit in Unit}, "6 thang": Unit.HALF, "nua nam": Unit.HALF}
    found = words.get(_bare(value).removeprefix("moi "))
    if found is None:
        raise fail("plan-per", value=value, choices=", ".join(Unit))
    return found


Paragraphs = Annotated[tuple[Text, ...], BeforeValidator(lambda value: value if isinstance(value, (list, tuple)) else (value,))]
Media = Annotated[tuple[Medium, ...], BeforeValidator(_media)]


@dataclass(frozen=True, slots=True)
class DoneMatter:
    """One ``[[task.done]]``."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    date: Day
    form: Annotated[Medium, BeforeValidator(_medium)]
    content: Text
    proof: Text


@dataclass(frozen=True, slots=True)
class TaskMatter:
    """One ``[[task]]`` without what was done of it."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    code: Annotated[str, AfterValidator(_code)]
    content: Text
    category: Categories
    forms: Media
    lead: Text
    frequency: Text = ""
    minimum: Annotated[int, BeforeValidator(_count)] | None = None
    per: Annotated[Unit, BeforeValidator(_unit)] = Unit.YEAR
    deadline: Day | None = None
    partners: Listed = ()


@dataclass(frozen=True, slots=True)
class PlanMatter:
    """The plan without its tasks."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    number: Annotated[Text, AfterValidator(_number)]
    date: Day
    title: Title
    replaces: Annotated[tuple[str, ...], BeforeValidator(_replaced)] = ()
    issuer: Text = ""
    place: Text = ""
    basis: Paragraphs = ()
    purpose: Paragraphs = ()
    duties: Paragraphs = ()
    closing: Text = ""
    recipients: Recipients = ()
    signer_title: Signing = ()
    signer: Text = ""
    status: StatusWord = Status.PUBLISHED


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A task with its lines' table, and what was done of it."""

    matter: TaskMatter
    done: tuple[DoneMatter, ...]


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan with its tasks, in the order of the file."""

    year: int
    matter: PlanMatter
    tasks: tuple[ReadTask, ...]


_PLAN, _TASK, _DONE = TypeAdapter(PlanMatter), TypeAdapter(TaskMatter), TypeAdapter(DoneMatter)


def read_plan(path: str, text: str, categories: tuple[Category, ...]) -> tuple[ReadPlan | None, tuple[Problem, ...]]:
    """The plan of one file, or every problem."""
    year = path.rpartition("/")[2].removesuffix(".toml")
    if not (year.isascii() and year.isdecimal() and int(year) in _YEARS):
        return None, (problem("plan-file", path, name=path.rpartition("/")[2]),)
    table, broken = read_toml(path, text)
    if table is None:
        return None, broken
    matter, problems = read_record(_PLAN, table, PLAN_KEYS, ("task",))
    tables, wrong = table.inner("task", PLAN_KEYS)
    tasks = [_task(one, categories, problems) for one in tables[:MOST_TASKS]]
    problems += [*wrong, *_between(table, tables, tasks, matter, int(year))]
    if not tables and not wrong:
        problems.append(problem("plan-empty", path))
    if matter is None or problems:
        return None, tuple(problems)
    return ReadPlan(int(year), matter, tuple(task for task in tasks if task)), ()


def _task(table: Table, categories: tuple[Category, ...], problems: list[Problem]) -> ReadTask | None:
    matter, found = read_record(_TASK, table, TASK_KEYS, ("done",), {"categories": categories})
    tables, wrong = table.inner("done", TASK_KEYS)
    read = [read_record(_DONE, one, DONE_KEYS) for one in tables]
    problems += [*found, *wrong, *(p for _, more in read for p in more)]
    return ReadTask(matter, tuple(done for done, _ in read if done)) if matter else None


def _codes(tables: list[Table]) -> Iterator[tuple[str, int]]:
    """Every code with its line, those of tasks with other errors too."""
    for at in tables:
        typed = at.typed("code", TASK_KEYS)
        if code := task_code(str(at.raw.get(typed, ""))):
            yield code, at.line(typed)


def _between(
    table: Table, tables: list[Table], tasks: list[ReadTask | None], matter: PlanMatter | None, year: int
) -> Iterator[Problem]:
    """What is wrong between the keys: years, deadlines, codes, days on which something was done."""
    path = table.path
    if len(tables) > MOST_TASKS:
        yield problem("plan-many", path, tables[MOST_TASKS].line(""), count=len(tables), limit=MOST_TASKS)
    signed = matter.date if matter else dt.date(year, 1, 1)
    if matter and not dt.date(year - 1, 7, 1) <= signed <= dt.date(year, 12, 31):
        yield problem("plan-year", path, table.line(table.typed("date", PLAN_KEYS)), date=f"{signed:%d/%m/%Y}", year=year)
        signed = dt.date(year, 1, 1)
    pairs = [(task, at) for task, at in zip(tasks, tables, strict=False) if task]
    yield from twice(path, "plan-code-twice", _codes(tables))
    first, last = Period(year, 1, 12).first, dt.date(year, 12, 31)
    for task, at in pairs:
        deadline = task.matter.deadline
        if deadline and not signed <= deadline <= dt.date(year, 12, 31):
            facts: Mapping[str, object] = {"code": task.matter.code, "value": f"{deadline:%d/%m/%Y}", "date": f"{signed:%d/%m/%Y}", "year": year}
            yield problem("plan-deadline", path, at.line(at.typed("deadline", TASK_KEYS)), **facts)
        inner_tables = at.inner("done", TASK_KEYS)[0]
        for done, inner in zip(task.done, inner_tables if len(inner_tables) == len(task.done) else (), strict=False):
            if not first <= done.date <= last:
                facts = {"value": f"{done.date:%d/%m/%Y}", "first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
                yield problem("plan-done-date", path, inner.line(inner.typed("date", DONE_KEYS)), **facts)

