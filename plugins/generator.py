"""The only file that knows a Pelican run: read → gate → plan → press."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins import INDEX_ROOMS, PARTS, ROOMS, Plan
from plugins.gate.examine import Examination, Verdict, examine, planned_problems
from plugins.model.now import build_now
from plugins.model.page import File, Page
from plugins.model.problems import ContentRefused
from plugins.model.site import Site
from plugins.press.memory import Known, Memories, Planned
from plugins.press.press import Release, look, press
from plugins.reading.cache import Cache
from plugins.reading.markdown import ProseReader
from plugins.reading.walk import ITEM_FOLDERS
from plugins.workers import default_workers

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run needs besides Pelican's settings; handed in as the setting ``CCHC_RUN``.

    ``extra`` are rooms of one verb alone, as in ROOMS: what may not know the press cannot stand there.
    """

    now: datetime
    cache: Path | None
    last: Release | None = None
    workers: int = 1
    extra: tuple[tuple[str, Plan], ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """What a run made; it lies in the setting ``CCHC_BUILT`` when Pelican is done."""

    verdict: Verdict
    site: Site
    release: Release


def judge(settings: dict[str, Any], run: Run) -> tuple[Verdict, list[Planned]]:
    """Read, gate and plan; renders and writes nothing. Raises :class:`ContentRefused` on an error."""
    names = _names(run)
    given = Examination(Path(settings["PATH"]), run.now, names, lambda: ProseReader(settings).render, Cache(run.cache), run.workers)
    verdict = examine(given)
    if verdict.site is None:
        raise ContentRefused(verdict.problems, verdict)
    planned = _plan(verdict.site, _memories(verdict.site, settings, run))
    missing = planned_problems(verdict, [page.path for page in _pages(planned)])
    if missing:
        wrong = len({problem.path for problem in missing})
        problems = (*verdict.problems, *missing)
        counted = replace(verdict, problems=problems, refused=verdict.refused + wrong, public=verdict.public - wrong)
        raise ContentRefused(problems, counted)
    return verdict, [*planned, *(Planned(name, tuple(room(verdict.site)), None) for name, room in run.extra)]


def glance(settings: dict[str, Any], run: Run, path: str) -> tuple[Verdict, Page]:
    """The page of one item, public or not; of other items, only what is public is known.

    Raises :class:`ContentRefused` on an error of the item or of the profile.
    """
    given = Examination(Path(settings["PATH"]), run.now, _names(run), lambda: ProseReader(settings).render, Cache(run.cache), run.workers, path)
    verdict = examine(given)
    site = verdict.site
    if site is None:
        raise ContentRefused(verdict.problems, verdict)
    address = next(one.path for one in site.records if one.source_path == path)
    planned = dict(ROOMS)[ITEM_FOLDERS[path.split("/")[0]]](site)
    return verdict, next(page for page in planned if isinstance(page, Page) and page.path == address)


def _names(run: Run) -> frozenset[str]:
    return frozenset(name for name, _ in (*ROOMS, *INDEX_ROOMS, *run.extra))


def _memories(site: Site, settings: dict[str, Any], run: Run) -> Memories:
    return Memories(Cache(run.cache), look(site, Path(settings["THEME"]), _names(run)))


def plan(site: Site) -> list[Page | File]:
    """What all rooms plan for one site."""
    return [made for one in _plan(site, Memories(None, "")) for made in one.made if not isinstance(made, Known)]


def rooms_of(site: Site) -> Iterable[tuple[str, Plan]]:
    """Every room, or part of a room, by name."""
    for name, room in ROOMS:
        for part, plan in PARTS[name](site) if name in PARTS else [("", room)]:
            yield f"{name}/{part}", plan


def _plan(site: Site, memories: Memories) -> list[Planned]:
    planned = memories.plan(site, list(rooms_of(site)))
    pages = _pages(planned)
    return planned + [Planned(name, tuple(room(site, pages)), None) for name, room in INDEX_ROOMS]


def _pages(planned: Iterable[Planned]) -> list[Page]:
    """The pages alone. Of a page that was known, the path, the date and whether it is indexed can be asked."""
    return [made for one in planned for made in one.made if isinstance(made, Page) or (isinstance(made, Known) and made.is_page)]  # type: ignore[misc]


class CchcGenerator(Generator):  # type: ignore[misc]
    """One generator for the whole site; Pelican's own stay off."""

    def generate_context(self) -> None:
        given = self.settings.get("CCHC_RUN")
        self.run = given or Run(build_now(), Path(".cache") / "cchc.sqlite", None, default_workers())
        try:
            self.verdict, self.planned = judge(self.settings, self.run)
        except ContentRefused as refused:
            if given is None:  # plain ``pelican``: nobody else would tell
                log.error("%s", "\n".join(f"{p.where}: {p.what} → {p.remedy}" for p in refused.problems))
            raise

    def generate_output(self, writer: object) -> None:  # noqa: ARG002 - Pelican hands it in
        site = self.verdict.site
        if site is None:
            raise ContentRefused(self.verdict.problems, self.verdict)
        settings = self.settings
        content, theme, out = Path(settings["PATH"]), Path(settings["THEME"]), Path(settings["OUTPUT_PATH"])
        planned = [made for one in self.planned for made in one.made]
        release = press(site, planned, theme, content, out, self.run.last, self.run.workers)
        _memories(site, settings, self.run).keep(self.planned, {path: one.made_of for path, one in release.files.items()})
        settings["CCHC_BUILT"] = Built(self.verdict, site, release)


def get_generators(pelican: object) -> type[CchcGenerator]:  # noqa: ARG001 - Pelican hands it in
    """Receiver of Pelican's signal; a module-level function, since receivers are held weakly."""
    return CchcGenerator
