"""Killed at any moment of build and publish: what is served is the old or the new site whole, and the next build is right.

Two hundred kills on a small site, and forty on one that two processes build, with a warm cache and with none. Builds after small
and large changes, kills one upon the other, and many of them late, when the switch is made.
"""

import os
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.commune import Commune, tree
from tests.faults.driver import Warm

KILLS, PARTS = 200, 4
LARGE, WARM, COLD = 600, 30, 10  # items; kills with a cache, and without

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")]


def as_it_was(commune: Commune, items: int) -> None:
    commune.profile()
    commune.picture("hinh-anh/anh.png")
    for number in range(items):
        day = f"{1 + number % 28}/{1 + number // 28 % 12}/{2025 - number // 336}"
        commune.news(f"bai-{number:02d}", date=day, image="hinh-anh/anh.png", image_alt="Ảnh", tags="một cửa")
    (commune.content / "tin-tuc" / "moi.md").unlink(missing_ok=True)


def edited(commune: Commune, items: int) -> None:
    as_it_was(commune, items)
    commune.news("bai-03", "Nội dung đã sửa.", date="4/1/2025", tags="một cửa")


def added(commune: Commune, items: int) -> None:
    as_it_was(commune, items)
    commune.news("moi", title="Bài mới", date="30/4/2026", tags="thẻ mới")
    commune.picture("hinh-anh/anh.png", 32, 32)


def new_profile(commune: Commune, items: int) -> None:
    """Every page is written anew."""
    as_it_was(commune, items)
    commune.profile(unit={"hotline": "0200 3850 999"})


Version = Callable[[Commune, int], None]
VERSIONS: tuple[Version, ...] = (as_it_was, edited, added, new_profile)
SMALL_CHANGES: tuple[Version, ...] = (as_it_was, edited, added)


def cold(warm: Warm, base: Path, version: Version, items: int) -> dict[str, bytes]:
    """The tree of a publish to nothing, from nothing."""
    version(Commune(base / "content"), items)
    outcome = warm.publish(base)
    assert outcome.code == 0, outcome.said
    return tree(base / "public")


@dataclass
class Office:
    """A content folder with its public site, and the site that each version of it must give."""

    warm: Warm
    base: Path
    items: int
    chance: random.Random
    wanted: dict[Version, dict[str, bytes]]
    now: Version
    long: float = 0.3  # seconds that a publish takes; kills fall inside them
    faults: list[str] = field(default_factory=list)  # sites that were neither of two versions, builds after a kill that were not right

    @classmethod
    def opened(cls, warm: Warm, room: Path, items: int, versions: tuple[Version, ...], seed: int) -> "Office":
        wanted = {}
        for version in versions:
            wanted[version] = cold(warm, room / version.__name__, version, items)
            shutil.rmtree(room / version.__name__)
        made = cls(warm, room / "base", items, random.Random(seed), wanted, versions[0])
        assert cold(warm, made.base, made.now, items) == wanted[made.now]
        return made

    def change_and_kill(self, from_nothing: bool = False) -> int:
        """Another version is published and killed, once or twice, then published whole. Returns the kills that met it at work."""
        then = self.chance.choice([version for version in self.wanted if version is not self.now])
        then(Commune(self.base / "content"), self.items)
        kills = 0
        for _ in range(self.chance.choice((1, 1, 2))):
            if from_nothing:
                shutil.rmtree(self.base / "cache", ignore_errors=True)  # the one killed before may have made none
            kills += self._kill(then)
        began = time.monotonic()
        outcome = self.warm.publish(self.base, "--gone")
        if outcome.code or tree(self.base / "public") != self.wanted[then]:
            self.faults.append(f"{self.now.__name__} → {then.__name__}: the build after a kill: {outcome.said}")
        self.now, self.long = then, max(self.long, time.monotonic() - began) if kills else self.long
        return kills

    def _kill(self, then: Version) -> bool:
        late = self.chance.random() < 0.3
        moment = self.long * (self.chance.uniform(0.8, 1.05) if late else self.chance.random())
        killed = self.warm.killed_after(moment, self.base, "--gone")
        self.long = self.long if killed else moment  # it was done before
        if tree(self.base / "public") not in (self.wanted[self.now], self.wanted[then]):
            self.faults.append(f"{self.now.__name__} → {then.__name__}: neither the old site nor the new after {moment:.3f} s")
        return killed


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_at_any_moment_leaves_a_whole_site_and_the_next_build_is_right(part: int, warm: Warm, memory: Path):
    office = Office.opened(warm, memory / f"killed-{part}", 20, VERSIONS, part)
    kills = 0
    while kills < KILLS // PARTS:
        kills += office.change_and_kill()
        assert office.faults == []


def test_so_it_is_on_a_large_site_with_a_warm_cache(warm: Warm, tmp_path: Path):
    office = Office.opened(warm, tmp_path, LARGE, SMALL_CHANGES, 0)
    kills = 0
    while kills < WARM:
        kills += office.change_and_kill()
        assert office.faults == []


def test_so_it_is_on_a_large_site_built_from_nothing(warm: Warm, tmp_path: Path):
    office = Office.opened(warm, tmp_path, LARGE, (as_it_was, new_profile), 0)
    kills, office.long = 0, 2.0
    while kills < COLD:
        kills += office.change_and_kill(from_nothing=True)
        assert office.faults == []
