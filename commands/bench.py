"""``bench``: how fast this program builds, beside stock Pelican and Hugo, on a corpus that it makes itself."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bench.contestants import CONTESTANTS, NotHere
from bench.corpus import Corpus
from bench.machine import machine
from bench.measure import BuildFailed, Race, race
from bench.report import as_markdown, as_values
from bench.steps import STEPS
from commands.session import DONE, REFUSED, fail

SIZES = (1000, 10_000, 50_000)
LEAST = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure. ``sizes`` are numbers of news items; ``work`` keeps what was built, None throws it away."""

    sizes: Sequence[int]
    procedures: int
    rounds: int
    contestants: str
    steps: str
    work: Path | None
    json: Path | None


def run(wanted: Wanted) -> int:
    """Print the tables; exit 1 when a contestant did not build."""
    names, steps = _named(wanted.contestants), _named(wanted.steps) or list(STEPS)
    for given, known in ((names, CONTESTANTS), (steps, STEPS)):
        strange = [one for one in given if one not in known]
        if strange:
            return fail(f"Không có '{', '.join(strange)}'. Chọn trong: {', '.join(known)}.")
    if not names or steps[0] != "cold" or min(wanted.sizes) < LEAST:
        return fail(f"Cần ít nhất một chương trình, bước đầu là cold, và ít nhất {LEAST} tin.")
    if wanted.work is not None and wanted.work.exists():
        return fail(f"Đã có '{wanted.work}'. Chọn một thư mục chưa có bằng WORK=…")
    about, races = machine(), []
    try:
        for size in sorted(set(wanted.sizes)):
            races.append(_race(wanted, size, names, steps))
            if wanted.json:
                wanted.json.write_text(json.dumps(as_values(races, about), ensure_ascii=False, indent=1), encoding="utf-8")
    except NotHere as missing:
        return fail(str(missing))
    except BuildFailed as failed:
        click.echo(str(failed), err=True)
        return REFUSED
    click.echo(as_markdown(races, about))
    return DONE


def _named(text: str) -> list[str]:
    """``a, b, a`` as ``[a, b]``."""
    return list(dict.fromkeys(filter(None, map(str.strip, text.split(",")))))


def _race(wanted: Wanted, size: int, names: list[str], steps: list[str]) -> Race:
    corpus = Corpus(size, wanted.procedures)

    def tell(line: str) -> None:
        click.echo(line, err=True)

    if wanted.work is not None:
        room = wanted.work.absolute() / str(size)
        room.mkdir(parents=True)
        return race(corpus, names, steps, wanted.rounds, room, tell)
    with tempfile.TemporaryDirectory(prefix="cchc-bench-") as room_name:
        return race(corpus, names, steps, wanted.rounds, Path(room_name), tell)
