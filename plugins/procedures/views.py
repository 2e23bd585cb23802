"""What the page of a procedure shows."""

from dataclasses import dataclass

from plugins.model.page import Link
from plugins.model.procedure import Channel, Form, LegalResource, LocalOverlay
from plugins.model.prose import Prose


@dataclass(frozen=True, slots=True)
class Banner:
    """Where the procedure stands; ``kind`` chooses the look: new, amended, replacing, replaced, abolished, earlier."""

    kind: str
    label: str
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it; ``href`` may be empty."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class TermView:
    """A time limit or a fee, as announced, with the channels it holds for; ``brief`` is cut at a word."""

    label: str
    text: str
    brief: str


@dataclass(frozen=True, slots=True)
class StepView:
    """Steps of one case."""

    title: str
    body: Prose


@dataclass(frozen=True, slots=True)
class PaperView:
    """One line of the checklist; ``tick`` is False for a note and for what is taken from a database."""

    name: str
    kind: str
    counts: str
    forms: tuple[Form, ...]
    tick: bool


@dataclass(frozen=True, slots=True)
class PapersView:
    """Papers of one case."""

    title: str
    papers: tuple[PaperView, ...]


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """What ``procedure.html`` shows."""

    title: str
    code: str
    sector: Link
    description: str
    banner: Banner | None
    changes: str
    papers: str
    places: tuple[Fact, ...]
    times: tuple[TermView, ...]
    costs: tuple[TermView, ...]
    local: LocalOverlay
    online: str
    online_means: str
    portal: Link
    steps: tuple[StepView, ...]
    channels: tuple[Channel, ...]
    evidence: tuple[PapersView, ...]
    file_count: str
    audience: tuple[Link, ...]
    authorities: tuple[Fact, ...]
    outputs: tuple[str, ...]
    forms: tuple[Form, ...]
    conditions: Prose | None
    legal: tuple[LegalResource, ...]
    extra: Prose | None
    facts: tuple[Fact, ...]
    versions: tuple[Link, ...]
    others: tuple[Link, ...]
    questions: tuple[Link, ...]
    feedback: str
    sheet: str
    data: str
