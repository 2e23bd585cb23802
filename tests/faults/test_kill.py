"""Killed at two hundred moments of build and publish: what is served is the old or the new site whole, and the next build is right.

Incremental builds after small and large changes, kills one upon the other, and many of them late, when the switch is made.
"""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commune import Commune, tree
from tests.faults.driver import Warm

KILLS, PARTS, ITEMS = 200, 4, 20

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")]


def as_it_was(commune: Commune) -> None:
    commune.profile()
    commune.picture("hinh-anh/anh.png")
    for number in range(ITEMS):
        commune.news(f"bai-{number:02d}", date=f"{1 + number}/3/2026", image="hinh-anh/anh.png", image_alt="Ảnh", tags="một cửa")
    (commune.content / "tin-tuc" / "moi.md").unlink(missing_ok=True)


def edited(commune: Commune) -> None:
    as_it_was(commune)
    commune.news("bai-03", "Nội dung đã sửa.", date="4/3/2026", tags="một cửa")


def added(commune: Commune) -> None:
    as_it_was(commune)
    commune.news("moi", title="Bài mới", date="30/4/2026", tags="thẻ mới")
    commune.picture("hinh-anh/anh.png", 32, 32)


def new_profile(commune: Commune) -> None:
    """Every page is written anew."""
    as_it_was(commune)
    commune.profile(unit={"hotline": "0200 3850 999"})


VERSIONS: tuple[Callable[[Commune], None], ...] = (as_it_was, edited, added, new_profile)


def cold(warm: Warm, base: Path, version: Callable[[Commune], None]) -> dict[str, bytes]:
    """The tree of a publish to nothing, from nothing."""
    version(Commune(base / "content"))
    outcome = warm.publish(base)
    assert outcome.code == 0, outcome.said
    return tree(base / "public")


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_at_any_moment_leaves_a_whole_site_and_the_next_build_is_right(part: int, warm: Warm, memory: Path):
    chance = random.Random(part)
    room = memory / f"killed-{part}"
    wanted = {version: cold(warm, room / version.__name__, version) for version in VERSIONS}
    base, now = room / "base", as_it_was
    assert cold(warm, base, now) == wanted[now]
    kills, long = 0, 0.3
    while kills < KILLS // PARTS:
        then = chance.choice([version for version in VERSIONS if version is not now])
        then(Commune(base / "content"))
        for _ in range(chance.choice((1, 1, 2))):
            moment = long * (chance.uniform(0.8, 1.05) if chance.random() < 0.3 else chance.random())
            killed = warm.killed_after(moment, base, "--gone")
            kills += killed
            long = long if killed else moment  # it was done before
            assert tree(base / "public") in (wanted[now], wanted[then])
        began = time.monotonic()
        outcome = warm.publish(base, "--gone")
        assert outcome.code == 0, outcome.said
        assert tree(base / "public") == wanted[then]
        now, long = then, max(long, time.monotonic() - began) if killed else long
