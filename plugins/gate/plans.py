"""The yearly plans and the scoring sheet from their files, and whether the tasks that items name are there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

from plugins.gate.register import here_of
from plugins.model.addresses import Addresses
from plugins.model.answer_matter import AnswerMatter
from plugins.model.criteria import Criteria
from plugins.model.criteria_matter import CRITERIA, read_criteria
from plugins.model.dates import VIETNAM, short_date
from plugins.model.issuers import split_place
from plugins.model.periods import Period
from plugins.model.plan import Done, Plan, Task
from plugins.model.plan_matter import ReadPlan, ReadTask, read_plan
from plugins.model.problems import Problem, problem
from plugins.model.profile import Profile
from plugins.model.vocab import Category, Standing, Status
from plugins.reading.item import Reading
from plugins.reading.rawtext import decode


@dataclass(frozen=True, slots=True)
class Plans:
    """Public plans, the newest year first; ``kept`` are those that are not public now: path, title, why not, from when.

    ``due`` is the next day of something done: until then it is not shown.

    ``refs`` are the tasks of all, public or not, by year; of a year whose plan has errors nothing is known.
    """

    public: tuple[Plan, ...]
    kept: tuple[tuple[str, str, Standing, datetime | None, str], ...]
    refs: Mapping[int, tuple[str, ...] | None]
    problems: tuple[Problem, ...]
    due: datetime | None = None


def plans_of(content: Path, files: Iterable[str], profile: Profile, addresses: Addresses, now: datetime) -> Plans:
    """The plans of ``ke-hoach/``."""
    problems: list[Problem] = []
    refs: dict[int, tuple[str, ...] | None] = {}
    public, kept, due = [], [], []
    for path in files:
        text, found = _text(content, path)
        read, more = read_plan(path, text, profile.category_names()) if text is not None else (None, ())
        problems += [*found, *more]
        if read is None:
            stem = path.rpartition("/")[2].removesuffix(".toml")
            refs |= {int(stem): None} if stem.isdecimal() else {}
            continue
        plan = _plan(path, read, profile, addresses, now.date())
        due += [datetime.combine(one.date, time(), VIETNAM) for task in read.tasks for one in task.done if one.date > now.date()]
        refs[read.year] = tuple(task.ref for task in plan.tasks)
        standing = _standing(read, now.date())
        if standing is Standing.PUBLIC:
            public.append(plan)
        else:
            kept.append((path, plan.title, standing, plan.moment if standing is Standing.SCHEDULED else None, plan.path))
    return Plans(tuple(sorted(public, key=lambda plan: -plan.year)), tuple(kept), refs, tuple(problems), min(due, default=None))


def _standing(read: ReadPlan, today: date) -> Standing:
    if read.matter.status is Status.DRAFT:
        return Standing.DRAFT
    return Standing.SCHEDULED if read.matter.date > today else Standing.PUBLIC


def _plan(path: str, read: ReadPlan, profile: Profile, addresses: Addresses, today: date) -> Plan:
    matter, here = read.matter, here_of(profile)
    names = {category.slug: category for category in profile.category_names()}
    level, name = split_place(here.unit)
    return Plan(
        source_path=path,
        path=addresses.workplan(read.year),
        year=read.year,
        number=matter.number,
        title=matter.title,
        date=matter.date,
        issuer=matter.issuer or here.issuer(f"UBND {level.casefold()}"),
        place=matter.place or name,
        replaces=matter.replaces,
        basis=matter.basis,
        purpose=matter.purpose,
        duties=matter.duties,
        closing=matter.closing,
        recipients=matter.recipients,
        signer_title=matter.signer_title,
        signer=matter.signer,
        tasks=tuple(_task(read.year, one, names, today) for one in read.tasks),
    )


def _task(year: int, read: ReadTask, names: Mapping[str, Category], today: date) -> Task:
    matter = read.matter
    return Task(
        code=matter.code,
        ref=f"{year}-{matter.code}",
        content=matter.content,
        categories=tuple(names[slug] for slug in matter.category),
        media=matter.forms,
        frequency=matter.frequency,
        minimum=matter.minimum,
        per=matter.per,
        deadline=matter.deadline or Period(year, 1, 12).last,
        lead=matter.lead,
        partners=matter.partners,
        done=tuple(sorted((Done(one.date, one.form, one.content, one.proof) for one in read.done if one.date <= today), key=lambda one: (one.date, one.content))),
    )


def criteria_of(content: Path) -> tuple[Criteria | None, tuple[Problem, ...]]:
    """The sheet of ``tieu-chi.toml``; none when there is no such file."""
    file = content / CRITERIA
    if not file.is_file() or file.is_symlink():
        return None, ()
    text, found = _text(content, CRITERIA)
    criteria, more = read_criteria(text) if text is not None else (None, ())
    return criteria, (*found, *more)


def _text(content: Path, path: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, and what is told of its characters, as of every other file of the content."""
    try:
        raw = decode((content / path).read_bytes())
    except OSError as error:
        return None, [problem("file-unreadable", path, reason=error.strerror or "?")]
    return raw.text, [replace(one, path=path) for one in raw.problems]


def task_problems(readings: Mapping[str, Reading], plans: Plans) -> list[Problem]:
    """Tasks that no plan has, and items of another time than that of their plan."""
    problems = []
    for path, reading in readings.items():
        matter = reading.matter
        for ref in getattr(matter, "task", ()):
            year, line = int(ref[:4]), reading.line("task")
            known = plans.refs.get(year, ())
            if known is None:
                continue  # its plan has errors of its own, which are told
            if ref not in known:
                choices = ", ".join(known or sorted(one for refs in plans.refs.values() for one in refs or ()))
                problems.append(problem("task-unknown", path, line, value=ref, choices=choices or "chưa có kế hoạch nào trong ke-hoach/"))
                continue
            day = _day(matter)
            if day and not Period(year, 1, 12).first <= day <= date(year, 12, 31):
                problems.append(problem("task-date", path, line, value=ref, date=short_date(day), year=year))
    return problems


def _day(matter: object) -> date | None:
    day = matter.answered if isinstance(matter, AnswerMatter) else getattr(matter, "date", None)
    return day.date() if isinstance(day, datetime) else day if isinstance(day, date) else None
