"""All pages of the room; none when the site has neither procedures nor decisions."""

from collections.abc import Iterable

from plugins.model.page import File, Page
from plugins.model.procedure import Channel, Form, LegalResource, LocalOverlay
from plugins.model.site import Site
from plugins.procedures.changes import change_pages
from plugins.procedures.changeviews import (
    AbolishedRow,
    AnnouncedRow,
    ChangedRow,
    ChangeGroup,
    ChangesView,
    ChangesYear,
    DecisionLine,
    DecisionsView,
    DecisionView,
    DecisionYear,
    PeriodView,
    ReplacedRow,
)
from plugins.procedures.decisions import decision_pages
from plugins.procedures.lists import list_pages
from plugins.procedures.listviews import (
    Choice,
    ComparedRow,
    ComparedView,
    FacetLinks,
    Filter,
    LettersView,
    ProcedureListView,
    ProcedureRow,
    ProceduresView,
    RowGroup,
)
from plugins.procedures.page import procedure_pages
from plugins.procedures.shelf import shelf_of
from plugins.procedures.views import Banner, Fact, PapersView, PaperView, ProcedureView, StepView, TermView

# Every record that a template of the room sees: the contract of the theme is checked against them.
SHOWN = (
    *(AbolishedRow, AnnouncedRow, Banner, ChangedRow, ChangeGroup, ChangesView, ChangesYear, Channel, Choice, ComparedRow, ComparedView),
    *(DecisionLine, DecisionView, DecisionYear, DecisionsView, FacetLinks, Fact, Filter, Form, LegalResource, LettersView, LocalOverlay),
    *(PaperView, PapersView, PeriodView, ProcedureListView, ProcedureRow, ProcedureView, ProceduresView, ReplacedRow, RowGroup, StepView, TermView),
)


def plan(site: Site) -> Iterable[Page | File]:
    """Procedures, their lists, their changes, the decisions."""
    if not site.procedures and not site.decisions:
        return
    shelf = shelf_of(site)
    yield from procedure_pages(shelf)
    yield from list_pages(shelf)
    yield from change_pages(shelf)
    yield from decision_pages(shelf)
