"""One page of every kind, measured: a row each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from tests.audit import access, reader
from tests.audit.chrome import opened
from tests.audit.firstview import View, first_view
from tests.audit.kinds import KINDS, Kind, examples
from tests.audit.lighthouse import Scores, scores
from tests.audit.nginx import served

DESK = ViewportSize(width=1280, height=800)


@dataclass(frozen=True, slots=True)
class Row:
    """What was found on a page. ``faults`` are axe's, by width and scheme; ``scores`` None without Lighthouse."""

    kind: Kind
    path: str
    view: View
    faults: Mapping[str, Sequence[str]]
    scores: Scores | None
    transcript: Sequence[str]

    @property
    def axe(self) -> int:
        return sum(map(len, self.faults.values()))


@dataclass(frozen=True, slots=True)
class Wanted:
    """``kinds`` are names, all when empty; ``rounds`` of Lighthouse, none with 0."""

    public: Path
    base: str
    kinds: Sequence[str] = ()
    rounds: int = 1


def strange(names: Sequence[str]) -> list[str]:
    """Names that no kind of page has."""
    return sorted(set(names) - {kind.name for kind in KINDS})


def measure(wanted: Wanted, tell: Callable[[str], None]) -> list[Row]:
    """All rows, in the order of the list of kinds. Raises NotHere."""
    chosen = {kind: path for kind, path in examples(wanted.public).items() if not wanted.kinds or kind.name in wanted.kinds}
    rows = []
    with served(wanted.public, wanted.base) as site:
        with opened() as browser:
            seen = {kind: _seen(browser, site, path) for kind, path in chosen.items()}
        # Lighthouse starts a browser of its own: nothing else runs beside it.
        for kind, path in chosen.items():
            view, faults, transcript = seen[kind]
            found = scores(site + path, wanted.rounds) if wanted.rounds else None
            rows.append(Row(kind, path, view, faults, found, transcript))
            tell(f"{kind.label}: {path}" + (f" {'/'.join(map(str, found.points))}" if found else ""))
    frame = next((row.transcript for row in rows if row.kind.name == reader.FRAME), [])
    return [_short(row, frame) for row in rows]


def _seen(browser: Browser, site: str, path: str) -> tuple[View, dict[str, list[str]], list[str]]:
    view = first_view(browser, site, path)
    page = browser.new_page(viewport=DESK, locale="vi-VN")
    page.goto(site + path)
    faults = access.faults_everywhere(page, access.EVERY)
    page.close()
    return view, faults, aloud(browser, site, path)


def aloud(browser: Browser, site: str, path: str) -> list[str]:
    """The whole transcript of a page on a desk. Raises NotHere."""
    page = browser.new_page(viewport=DESK, locale="vi-VN")
    page.goto(site + path)
    said = reader.read_aloud(page, site)
    page.close()
    return said


def _short(row: Row, frame: Sequence[str]) -> Row:
    if row.kind.name == reader.FRAME:
        return row
    return Row(row.kind, row.path, row.view, row.faults, row.scores, reader.without_frame(row.transcript, frame))
