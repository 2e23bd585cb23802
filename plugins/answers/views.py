"""What the pages of answers show."""

from dataclasses import dataclass
from datetime import date

from plugins.model.page import FeedLink, Link
from plugins.model.prose import Prose
from plugins.model.views import CountLink


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """A label and what stands beside it; ``href`` may be empty."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An answer in a list: ``taken`` and ``outcome`` may be empty."""

    title: str
    href: str
    date: date
    sector: str
    unit: str
    taken: str
    outcome: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What ``answer.html`` shows."""

    title: str
    facts: tuple[AnswerFact, ...]
    correction: str
    asked: str
    question: Prose
    replied: str
    reply: Prose
    procedures: tuple[Link, ...]
    others: tuple[AnswerLine, ...]
    every: Link
    feedback: str
    data: str


@dataclass(frozen=True, slots=True)
class AnswersView:
    """What ``answers.html`` shows: the latest, the years, and the other kind of answers."""

    latest: tuple[AnswerLine, ...]
    years: tuple[CountLink, ...]
    other: Link | None
    feeds: tuple[FeedLink, ...]
    feedback: str


@dataclass(frozen=True, slots=True)
class AnswersYearView:
    """What ``answers_year.html`` shows: everything answered in a year, and nothing of other years."""

    told: str
    rows: tuple[AnswerLine, ...]
