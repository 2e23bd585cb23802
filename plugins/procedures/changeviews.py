"""What the pages of changes and of decisions show."""

from dataclasses import dataclass
from datetime import date

from plugins.model.page import Link
from plugins.model.procedure import Form
from plugins.model.prose import Prose
from plugins.model.views import CountLink
from plugins.procedures.views import Fact


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One change of one procedure."""

    date: date
    code: str
    title: str
    href: str
    sector: str
    decision: Link
    successor: Link
    law: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one kind, earliest first."""

    label: str
    rows: tuple[ChangedRow, ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """What ``procedure_changes_period.html`` shows: a year, quarter or month."""

    count: int
    groups: tuple[ChangeGroup, ...]
    parts: tuple[CountLink, ...]
    csv: str


@dataclass(frozen=True, slots=True)
class ChangesYear:
    """A year with its quarters and months that had changes."""

    year: CountLink
    quarters: tuple[CountLink, ...]
    months: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What ``procedure_changes.html`` shows, newest year first."""

    years: tuple[ChangesYear, ...]


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision in the timeline; ``counts`` says what it changes."""

    number: str
    title: str
    href: str
    date: date
    issuer: str
    counts: str


@dataclass(frozen=True, slots=True)
class DecisionYear:
    """Decisions of one year, newest first."""

    year: int
    lines: tuple[DecisionLine, ...]


@dataclass(frozen=True, slots=True)
class DecisionsView:
    """What ``decisions.html`` shows."""

    years: tuple[DecisionYear, ...]


@dataclass(frozen=True, slots=True)
class AnnouncedRow:
    """A new or amended procedure with the columns of an annex."""

    code: str
    title: str
    href: str
    time: str
    place: str
    cost: str
    legal: str
    note: str


@dataclass(frozen=True, slots=True)
class ReplacedRow:
    """A replaced procedure and what stands in its place."""

    code: str
    old: Link
    successor_code: str
    new: Link


@dataclass(frozen=True, slots=True)
class AbolishedRow:
    """An abolished procedure with the columns of an annex."""

    code: str
    title: str
    href: str
    law: str
    sector: str
    authority: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What ``decision.html`` shows."""

    title: str
    facts: tuple[Fact, ...]
    file: Form | None
    body: Prose
    new: tuple[AnnouncedRow, ...]
    amended: tuple[AnnouncedRow, ...]
    replaced: tuple[ReplacedRow, ...]
    abolished: tuple[AbolishedRow, ...]
