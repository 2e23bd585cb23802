"""A fault at every system call by which a publish changes anything: killed, disk full, disk broken. Not a sample.

The calls are counted first; then each in turn meets each fault, injected by strace into the real program.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commune import Commune
from tests.faults.driver import Call, Scene, Warm, changing_calls, touches

FAULTS = {"SIGKILL": "signal=SIGKILL", "ENOSPC": "error=ENOSPC", "EIO": "error=EIO"}
PARTS = 4  # of the calls, so that several processes share them

pytestmark = pytest.mark.slow
Under = Callable[[str], Warm]


def write(base: Path, title: str) -> None:
    commune = Commune(base / "content")
    commune.picture("hinh-anh/anh.png")
    commune.news("mot", image="hinh-anh/anh.png", image_alt="Ảnh")
    commune.news("hai", title=title)


def nothing_yet(warm: Warm, base: Path) -> None:
    """No cache, no state, no public folder."""
    write(base, "Mới")


def many_releases(warm: Warm, base: Path) -> None:
    """Enough earlier releases that the oldest goes; one title is new."""
    for number in range(5):
        write(base, f"Cũ {number}")
        assert warm.publish(base).code == 0
    write(base, "Mới")


@pytest.fixture(scope="module", params=[nothing_yet, many_releases])
def scene(request: pytest.FixtureRequest, warm: Warm, memory: Path) -> Scene:
    base = memory / request.param.__name__
    base.mkdir()
    request.param(warm, base)
    return Scene(base)


@pytest.fixture(scope="module")
def calls(scene: Scene, under: Under) -> list[Call]:
    counting = under("")
    scene.restore()
    outcome, lines = counting.traced(scene.base)
    assert outcome.code == 0, outcome.said
    found = changing_calls(lines, scene.base)
    # With nothing to begin from, the cache is made; what SQLite then does inside its files is met in the other scene.
    inside = str(scene.base / "cache" / "cchc.sqlite")
    return found if scene.old else [call for call in found if inside not in call.line or call.name == "openat"]


@pytest.fixture(scope="module")
def new(calls: list[Call], scene: Scene) -> dict[str, bytes]:
    """What the run of which the calls were counted published."""
    assert scene.served != scene.old
    return scene.served


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_change_leaves_the_old_or_the_new_site_and_the_next_publish_is_right(
    scene: Scene, calls: list[Call], new: dict[str, bytes], warm: Warm, under: Under, fault: str, part: int
):
    faulty = under(FAULTS[fault])
    mended: set[frozenset[tuple[object, ...]]] = set()
    wrong = [found for call in calls[part::PARTS] for found in meet(scene, call, new, warm, faulty, mended)]
    assert wrong == []


def meet(
    scene: Scene, call: Call, new: dict[str, bytes], warm: Warm, faulty: Warm, mended: set[frozenset[tuple[object, ...]]]
) -> list[str]:
    """What is not as it should be after a fault at a call."""
    scene.restore()
    outcome, lines = faulty.traced(scene.base, call)
    hit = next(line for line in lines if "(INJECTED)" in line or line.endswith("= ?\n"))
    assert touches(hit, scene.base), f"another call than was counted: {hit}"
    served = scene.served
    checks = {
        "neither the old nor the new site": served in (scene.old, new),
        f"ended with {outcome.code}": outcome.code in (-9, 0, 2),
        "done, but not the new site": outcome.code != 0 or served == new,
        "says that the site stayed, and it did not": "giữ nguyên" not in outcome.said or served == scene.old,
        "no word why": outcome.code != 2 or "Không" in outcome.said,
        "a traceback": "Traceback" not in outcome.said,
    }
    left = left_behind(scene.base)
    if left not in mended or "/cache/" in call.line:
        again = warm.publish(scene.base)
        checks["the next publish fails"] = again.code == 0
        checks["the next publish is not right"] = scene.served == new
        mended.add(left)
    wrong = [what for what, right in checks.items() if not right]
    return [f"{hit}{'; '.join(wrong)}\n{outcome.said}"] if wrong else []


def left_behind(base: Path) -> frozenset[tuple[object, ...]]:
    """What a run left in the site and its state. From the same, the next publish need not be tried a second time."""
    found = ((path, path.lstat()) for path in base.rglob("*") if "cache" not in path.parts)
    return frozenset((path, stat.st_mode, 0 if path.is_dir() else (stat.st_size, stat.st_mtime_ns)) for path, stat in found)
