"""What the pages of the plans show."""

from dataclasses import dataclass
from datetime import datetime

from plugins.model.page import Link
from plugins.model.views import LetterheadView


@dataclass(frozen=True, slots=True)
class TaskFact:
    """A label and what stands beside it; ``href`` is empty."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """What was done: an item of the site, or what the unit says of itself, which has no address."""

    title: str
    href: str
    date: datetime


@dataclass(frozen=True, slots=True)
class TaskView:
    """One task. ``anchor`` is its place on the page."""

    anchor: str
    heading: str
    facts: tuple[TaskFact, ...]
    count: int
    lines: tuple[TaskLine, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class WorkplanView:
    """What ``workplan.html`` shows."""

    head: LetterheadView
    kind: str
    title: str
    basis: tuple[str, ...]
    purpose_heading: str
    purpose: tuple[str, ...]
    tasks_heading: str
    tasks: tuple[TaskView, ...]
    duties_heading: str
    duties: tuple[str, ...]
    closing: tuple[str, ...]
    recipients: tuple[str, ...]
    signer_title: tuple[str, ...]
    signer: str
    issued: Link | None


@dataclass(frozen=True, slots=True)
class WorkplanRow:
    """A plan in the list of all."""

    year: str
    label: str
    href: str
    title: str
    day: str
    count: int


@dataclass(frozen=True, slots=True)
class WorkplansView:
    """What ``workplans.html`` shows: plans, the newest year first; ``reports`` that the profile makes public, may be empty."""

    rows: tuple[WorkplanRow, ...]
    reports: tuple[Link, ...] = ()
