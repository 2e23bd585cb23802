"""Runs the steps: for each round and step every contestant in turn, so that all of them see the same noise."""

import html
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.contestants import CONTESTANTS, Contestant
from bench.corpus import Corpus
from bench.layouts import write
from bench.outcome import Effect, Seen, effect, look
from bench.steps import NEW_TITLE, STEPS, Sources, retitled

METER = Path(__file__).resolve().parent / "meter.py"
Tell = Callable[[str], None]
# Nobody publishes within a tenth of a second of saving; files so fresh are looked at once more by the next build.
AT_REST = 0.3


class BuildFailed(Exception):
    """A contestant that did not build; the message holds the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall and of CPU with all descendants, MiB of the largest process."""

    wall: float
    cpu: float
    rss: float


@dataclass(slots=True)
class Race:
    """All that was measured at one size. ``strangers``: files that a changed title changed though they do not show it.

    ``same``: what the steps left is, byte for byte, what a cold build of the last content makes; None when not tried.
    """

    corpus: Corpus
    rounds: int
    labels: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    costs: dict[str, dict[str, list[Cost]]] = field(default_factory=dict)
    effects: dict[str, dict[str, Effect]] = field(default_factory=dict)
    strangers: dict[str, int] = field(default_factory=dict)
    same: bool | None = None


def race(corpus: Corpus, names: Sequence[str], steps: Sequence[str], rounds: int, work: Path, tell: Tell) -> Race:
    """Write the corpus, then measure. Raises :class:`NotHere` or :class:`BuildFailed`."""
    contestants = [CONTESTANTS[name](work) for name in names]
    write(corpus, {one.site: one.layout for one in contestants})
    result = Race(corpus, rounds, {one.name: one.label for one in contestants}, {one.name: one.version for one in contestants})
    result.costs = {one.name: {step: [] for step in steps} for one in contestants}
    result.effects = {one.name: {} for one in contestants}
    for number in range(rounds):
        # Who comes first pays for what the step before left to be written to disk.
        shift = number % len(contestants)
        _round(result, [*contestants[shift:], *contestants[:shift]], number == rounds - 1, tell)
    return result


def _round(result: Race, contestants: list[Contestant], last: bool, tell: Tell) -> None:
    sources = {one.name: Sources(one, result.corpus) for one in contestants}
    seen: dict[str, dict[str, Seen]] = {one.name: {} for one in contestants}
    try:
        for one in contestants:
            one.clear()
        for step in result.costs[contestants[0].name]:
            for one in contestants:
                STEPS[step](sources[one.name])
                time.sleep(AT_REST)
                cost = build(one)
                result.costs[one.name][step].append(cost)
                tell(f"{result.corpus.news} tin, {step}, {one.label}: {cost.wall:.2f} s, CPU {cost.cpu:.2f} s, {cost.rss:.0f} MB")
                if last:
                    _count(result, one, step, seen)
        if last and "cchc" in seen:
            own = next(one for one in contestants if one.name == "cchc")
            result.same = _is_cold_build(own, seen["cchc"])
    finally:
        for changed in sources.values():
            changed.restore()


def _is_cold_build(one: Contestant, seen: dict[str, Seen]) -> bool:
    one.clear()
    build(one)
    cold = look(one.public, {})
    return {path: file.digest for path, file in cold.items()} == {path: file.digest for path, file in seen.items()}


def _count(result: Race, one: Contestant, step: str, seen: dict[str, dict[str, Seen]]) -> None:
    after = look(one.public, seen[one.name])
    done = result.effects[one.name][step] = effect(seen[one.name], after)
    seen[one.name] = after
    if step == "title":
        title = NEW_TITLE + result.corpus.item(retitled(result.corpus)).title
        result.strangers[one.name] = sum(not _shows(one.public / path, title) for path in done.changed)


def _shows(file: Path, title: str) -> bool:
    text = file.read_bytes()
    return any(form.encode() in text for form in (title, html.escape(title), json.dumps(title)[1:-1]))


def build(one: Contestant, seconds: int = 7200) -> Cost:
    """One build in a small environment of its own, measured."""
    log, out = one.site / "build.log", one.site / "cost.json"
    keep = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TMPDIR", "WORKERS") if key in os.environ}
    environ = {**keep, "HOME": str(one.site), "LANG": "C.UTF-8", **one.environ}
    out.unlink(missing_ok=True)
    with log.open("wb") as file:
        command = [sys.executable, "-I", "-S", str(METER), str(out), str(seconds), *one.command]
        subprocess.run(command, cwd=one.folder, env=environ, stdout=file, stderr=subprocess.STDOUT, check=True)
    cost = json.loads(out.read_text(encoding="utf-8"))
    if cost.pop("code"):
        end = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise BuildFailed(f"{one.label} không dựng được:\n{end}")
    return Cost(**cost)
