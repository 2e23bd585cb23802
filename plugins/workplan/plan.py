"""Everything under ``ke-hoach/``; nothing while there is no public plan."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time

from plugins.model.answer import Answer
from plugins.model.dates import VIETNAM, long_date, short_date
from plugins.model.document import Document
from plugins.model.page import Later, Link, Page
from plugins.model.periods import Period, Unit, read_period
from plugins.model.plan import Plan, Task
from plugins.model.site import Site
from plugins.model.views import LetterheadView
from plugins.workplan import words
from plugins.workplan.views import TaskFact, TaskLine, TaskView, WorkplanRow, WorkplansView, WorkplanView

# Every record that a template of the room sees: the contract of the theme is checked against them.
SHOWN = (LetterheadView, TaskFact, TaskLine, TaskView, WorkplanRow, WorkplanView, WorkplansView)
# Up to this many are listed under a task; the archive of the year holds the others.
NEWEST = 40
_ROMAN = ("I", "II", "III")


def plan(site: Site) -> Iterable[Page]:
    """The list of plans, and a page a plan."""
    if not site.plans or not site.addresses.workplans():
        return
    root = Link(words.ALL, site.addresses.workplans())
    rows = tuple(WorkplanRow(words.YEAR.format(year=one.year), one.label, one.path, one.title, short_date(one.date), len(one.tasks)) for one in site.plans)
    yield Page(root.href, "workplans.html", words.ALL, words.ALL_DESCRIPTION, WorkplansView(rows, tuple(_reports(site))), max(one.moment for one in site.plans))
    lines = lines_of(site)
    for one in site.plans:
        carried = tuple((task.ref, tuple(lines.get(task.ref, ()))) for task in one.tasks)
        long = any(len(lines.get(task.ref, ())) + len(task.done) > NEWEST for task in one.tasks)
        more = site.addresses.year(one.year) if long and any(item.date.year == one.year for item in site.listed) else ""
        issued = next((document for document in site.documents if _same(document, one)), None)
        link = Link(f"{one.label}: {issued.title}", issued.path) if issued and issued.path else None
        newest = max((line.date for _, found in carried for line in found), default=one.moment)
        title = words.ONE.format(number=one.number, title=one.title)
        description = words.ONE_DESCRIPTION.format(number=one.number, date=short_date(one.date), count=len(one.tasks))
        yield Page(one.path, "workplan.html", title, description, Later(workplan_view, (one, carried, more, link)), max(newest, one.moment), (root,))


def _reports(site: Site) -> Iterable[Link]:
    """Public reports: nothing else on the site leads to them."""
    for name in site.profile.report.public:
        period = read_period(name)
        if address := site.addresses.report(f"{period.name.lower()}.html"):
            yield Link(words.REPORT.format(period=period.label), address)


def lines_of(site: Site) -> Mapping[str, list[TaskLine]]:
    """Task → what carries it out on the site, newest first."""
    found: dict[str, list[TaskLine]] = {}
    for item in site.listed:
        for ref in item.tasks:
            found.setdefault(ref, []).append(TaskLine(item.title, item.path, item.date))
    records: tuple[Answer | Document, ...] = (*site.answers, *site.documents)
    for record in records:
        for ref in record.tasks:
            found.setdefault(ref, []).append(TaskLine(record.title, record.path, record.moment))
    return found


def _same(document: Document, of: Plan) -> bool:
    """Whether a document of the register is the plan itself."""
    return document.number.lstrip("0") == of.number.lstrip("0") and document.date == of.date


def workplan_view(one: Plan, carried: tuple[tuple[str, tuple[TaskLine, ...]], ...], more: str, issued: Link | None) -> WorkplanView:
    """One plan in its parts."""
    lines = dict(carried)
    there = (bool(one.purpose), True, bool(one.duties))
    numbers = iter(_ROMAN)
    headings = [f"{next(numbers)}. {name}" if is_there else "" for name, is_there in zip(words.SECTIONS, there, strict=True)]
    replaces = (words.REPLACES.format(names="; ".join(one.replaces)),) if one.replaces else ()
    closing = (*replaces, *((one.closing,) if one.closing else ()))
    ended = (*closing[:-1], f"{closing[-1].rstrip(' ./')}./.") if closing else ()
    return WorkplanView(
        head=LetterheadView(_issuer(one.issuer), words.NUMBER_LINE.format(number=one.number), words.PLACE_AND_DAY.format(place=one.place, day=long_date(one.date))),
        kind=words.KIND,
        title=one.title,
        basis=one.basis,
        purpose_heading=headings[0],
        purpose=one.purpose,
        tasks_heading=headings[1],
        tasks=tuple(_task(one.year, task, lines[task.ref], more) for task in one.tasks),
        duties_heading=headings[2],
        duties=one.duties,
        closing=ended,
        recipients=one.recipients,
        signer_title=one.signer_title,
        signer=one.signer,
        issued=issued,
    )


def _task(year: int, task: Task, items: tuple[TaskLine, ...], whole: str) -> TaskView:
    own = (TaskLine(words.DONE.format(content=done.content, medium=done.medium), "", datetime.combine(done.date, time(), VIETNAM)) for done in task.done)
    lines = sorted((*items, *own), key=lambda line: (-line.date.timestamp(), line.href, line.title))
    more = Link(words.MORE, whole) if len(lines) > NEWEST and whole else None
    return TaskView(f"nhiem-vu-{task.code.replace('.', '-')}", words.TASK.format(code=task.code.lstrip("0"), content=task.content), _facts(task, year), len(lines), tuple(lines[:NEWEST]), more)


def _facts(task: Task, year: int) -> tuple[TaskFact, ...]:
    """Only what the plan says: the end of the year is no deadline of a task of each month."""
    has_deadline = task.per is Unit.YEAR or task.minimum is None or task.deadline != Period(year, 1, 12).last
    facts = (
        (words.WHEN, task.frequency),
        (words.QUANTITY, task.quantity),
        (words.DEADLINE, short_date(task.deadline) if has_deadline else ""),
        (words.LEAD, task.lead),
        (words.PARTNERS, "; ".join(task.partners)),
        (words.FORMS, "; ".join(task.media)),
        (words.CATEGORY, "; ".join(category.name for category in task.categories)),
    )
    return tuple(TaskFact(label, text) for label, text in facts if text)


def _issuer(name: str) -> tuple[str, ...]:
    """Two lines, as a letterhead has them: the body, and the place."""
    body = next((one for one in ("Ủy ban nhân dân", "UBND") if name.casefold().startswith(one.casefold())), "")
    place = name[len(body) :].strip()
    return ("Ủy ban nhân dân", place) if body and place else (name,)
