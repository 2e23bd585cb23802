"""What the lists of procedures show."""

from dataclasses import dataclass
from datetime import date

from plugins.model.page import Link
from plugins.model.views import CountLink


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """A procedure in a list. ``marks`` are short words that the filter of the page looks for; may be empty."""

    code: str
    title: str
    href: str
    level: str
    status: str
    marks: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading: a sector, or a letter. ``mark`` is that of all its rows; may be empty."""

    heading: Link
    rows: tuple[ProcedureRow, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: in the address, as read, and as a mark of rows."""

    value: str
    label: str
    mark: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One select of the filter; ``name`` stands in the address."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FacetLinks:
    """Pages of one facet."""

    label: str
    links: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class ProceduresView:
    """What ``procedures.html`` shows: all in force by sector, then those that no longer apply."""

    count: int
    filters: tuple[Filter, ...]
    facets: tuple[FacetLinks, ...]
    ways: tuple[Link, ...]
    groups: tuple[RowGroup, ...]
    past: tuple[ProcedureRow, ...]


@dataclass(frozen=True, slots=True)
class ProcedureListView:
    """What ``procedure_list.html`` shows: the procedures of one facet value."""

    count: int
    groups: tuple[RowGroup, ...]


@dataclass(frozen=True, slots=True)
class LettersView:
    """What ``procedure_letters.html`` shows."""

    groups: tuple[RowGroup, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """When one procedure was compared, and when it is due again."""

    code: str
    title: str
    href: str
    compared: date | None
    by: str
    due: date | None


@dataclass(frozen=True, slots=True)
class ComparedView:
    """What ``procedure_compared.html`` shows, earliest due date first, those without one last."""

    rows: tuple[ComparedRow, ...]
