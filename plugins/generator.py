"""The only file that knows a Pelican run: read → gate → plan → press."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins import INDEX_ROOMS, ROOMS, Plan
from plugins.gate.examine import Examination, Verdict, examine, planned_problems
from plugins.model.now import build_now
from plugins.model.page import File, Page
from plugins.model.problems import ContentRefused
from plugins.model.site import Site
from plugins.press.press import Release, press
from plugins.reading.cache import Cache
from plugins.reading.markdown import ProseReader
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


def judge(settings: dict[str, Any], run: Run) -> tuple[Verdict, list[Page | File]]:
    """Read, gate and plan; renders and writes nothing. Raises :class:`ContentRefused` on an error."""
    names = frozenset(name for name, _ in (*ROOMS, *INDEX_ROOMS, *run.extra))
    given = Examination(
        Path(settings["PATH"]), run.now, names, lambda: ProseReader(settings).render, Cache(run.cache), run.workers
    )
    verdict = examine(given)
    if verdict.site is None:
        raise ContentRefused(verdict.problems, verdict)
    planned = plan(verdict.site)
    missing = planned_problems(verdict, [page for page in planned if isinstance(page, Page)])
    if missing:
        wrong = len({problem.path for problem in missing})
        counted = replace(verdict, refused=verdict.refused + wrong, public=verdict.public - wrong)
        raise ContentRefused((*verdict.problems, *missing), counted)
    return verdict, planned + [made for _, room in run.extra for made in room(verdict.site)]


def plan(site: Site) -> list[Page | File]:
    """What all rooms plan for one site."""
    planned = [made for _, room in ROOMS for made in room(site)]
    pages: Sequence[Page] = [made for made in planned if isinstance(made, Page)]
    return planned + [made for _, room in INDEX_ROOMS for made in room(site, pages)]


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
        release = press(site, self.planned, theme, content, out, self.run.last, self.run.workers)
        settings.setdefault("CCHC_DONE", {}).update(verdict=self.verdict, release=release)


def get_generators(pelican: object) -> type[CchcGenerator]:  # noqa: ARG001 - Pelican hands it in
    """Receiver of Pelican's signal; a module-level function, since receivers are held weakly."""
    return CchcGenerator
