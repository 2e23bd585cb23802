"""Twenty thousand seeded mutations of good items, two hundred in a tree: none crashes, hangs or is lost, and what passes is a sound site."""

import random
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from plugins.model.keys import NEWS_KEYS
from plugins.model.problems import Severity
from tests.hostile.commune import GOOD, lay
from tests.hostile.line import judged, press_folder
from tests.hostile.test_fuzz import _GOOD_ITEM, _HONEST, _PIECES, _SMALL, _VALUES

TREES, ITEMS, PARTS, LIMIT = 100, 200, 10, 15

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    """Ends a tree that hangs."""

    def ring(signum: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"hung for {LIMIT} s")

    before = signal.signal(signal.SIGALRM, ring)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def mutated(chance: random.Random, number: int) -> bytes:
    """A good item, or one of the table of hostile ones, after up to three changes of bytes, lines or keys."""
    data = chance.choice((_GOOD_ITEM, chance.choice(_HONEST), chance.choice(_SMALL)))
    data = data.replace("Bài thử".encode(), f"Bài thử {number}".encode(), 1)
    for _ in range(chance.randint(1, 3)):
        data = chance.choice((_bytes, _lines, _keys))(chance, data)
    return data


def _bytes(chance: random.Random, data: bytes) -> bytes:
    at, cut = chance.randint(0, len(data)), chance.randint(0, 8)
    piece = chance.choice(_PIECES) if chance.random() < 0.7 else chance.randbytes(chance.randint(0, 4))
    return data[:at] + piece + data[at + cut :]


def _lines(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    change = chance.choice(("drop", "double", "swap", "indent", "cut"))
    if change == "drop":
        del lines[one]
    elif change == "double":
        lines.insert(other, lines[one])
    elif change == "swap":
        lines[one], lines[other] = lines[other], lines[one]
    elif change == "indent":
        lines[one] = b"    " + lines[one]
    else:
        lines = lines[:one]
    return b"\n".join(lines)


def _keys(chance: random.Random, data: bytes) -> bytes:
    """One key more, or another value of one that is there."""
    line = f"{chance.choice([*NEWS_KEYS, 'save_as', 'template', 'x'])}: {chance.choice(_VALUES)}".encode()
    key = line.partition(b":")[0] + b":"
    lines = data.split(b"\n")
    places = [number for number, old in enumerate(lines) if old.startswith(key)]
    if places:
        lines[places[0]] = line
    else:
        lines.insert(1, line)
    return b"\n".join(lines)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_mutation_is_published_kept_back_or_refused_with_words_for_it(part: int, memory: Path):
    for seed in range(part, TREES, PARTS):
        chance = random.Random(seed)
        files = {f"tin-tuc/m/{number:03d}.md": mutated(chance, number) for number in range(ITEMS)}
        content = memory / f"mutated-{seed}"
        lay(content, {**GOOD, **files})
        signal.alarm(LIMIT)
        verdict, problems = judged(content)
        refused = {problem.path for problem in problems if problem.severity is Severity.ERROR}
        assert verdict.found == ITEMS + 3 == verdict.public + len(verdict.withheld) + verdict.refused
        assert len(refused & (files.keys() | GOOD.keys())) == verdict.refused
        assert all(problem.what.isprintable() and problem.remedy.isprintable() and problem.remedy for problem in problems)
        if seed < PARTS:
            _what_passes_is_sound(content, refused)


def _what_passes_is_sound(content: Path, refused: set[str]) -> None:
    """With the refused ones taken out, and those that then miss them, a site comes out of which every page is verified."""
    for _ in range(5):
        for path in refused:
            (content / path).unlink(missing_ok=True)
        refused = {problem.path for problem in judged(content)[1] if problem.severity is Severity.ERROR}
        if not refused:
            break
    pages, faults = press_folder(content, content.with_name(f"{content.name}-out"))
    assert faults == []
    assert len(pages) > 20
