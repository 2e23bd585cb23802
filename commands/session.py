"""What the verbs share: exit codes, the build's now, Pelican's settings, the report on a terminal."""

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click
from pelican.log import FatalLogger, console
from pelican.log import init as init_log
from pelican.settings import read_settings

from commands.environment import ROOT
from plugins.gate.examine import Verdict
from plugins.gate.report import as_text
from plugins.generator import Run
from plugins.model.dates import long_date
from plugins.model.now import NowRefused, build_now
from plugins.model.problems import Problem
from plugins.press.press import Release
from plugins.workers import default_workers

DONE, REFUSED, WRONG_USE = 0, 1, 2


def fail(message: str) -> int:
    """Say why it cannot be done, on standard error; the exit code of wrong use or environment."""
    click.echo(message, err=True)
    return WRONG_USE


def start(content: Path, now: str, last: Release | None = None) -> Run | None:
    """The run's circumstances, printed; None (and a message) when they are not usable."""
    if not content.is_dir():
        click.echo(f"Không có thư mục nội dung '{content}'. Chỉ ra thư mục bằng CONTENT=…", err=True)
        return None
    try:
        moment = build_now({**os.environ, "NOW": now} if now else os.environ)
    except NowRefused as refused:
        click.echo(f"Không đọc được thời điểm '{refused}'. Viết dạng NOW=2026-03-01T08:00", err=True)
        return None
    click.echo(f"Thời điểm dựng: {moment:%H:%M}, {long_date(moment)} (giờ Việt Nam)", err=True)
    cache = Path(os.environ.get("CCHC_CACHE") or ROOT / ".cache") / "cchc.sqlite"
    return Run(moment, cache, last, default_workers())


def settings_for(content: Path, run: Run, out: Path | None = None, conf: str = "publishconf.py") -> dict[str, Any]:
    """Pelican's settings for one build; its own summary is silenced."""
    init_log(level=logging.WARNING)
    console.quiet = True
    override: dict[str, Any] = {"PATH": str(content.resolve()), "CCHC_RUN": run}
    if out is not None:
        override["OUTPUT_PATH"] = str(out.resolve())
    return dict(read_settings(str(ROOT / conf), override=override))


@contextmanager
def strict() -> Iterator[None]:
    """While Pelican works its warnings are errors. No longer than that: its class of loggers is everybody's in this process, and
    a sending must not end because a server or a library had something to remark."""
    usual = FatalLogger.fatal_lvl
    FatalLogger.fatal_lvl = logging.WARNING
    try:
        yield
    finally:
        FatalLogger.fatal_lvl = usual


def tell(verdict: Verdict, problems: Iterable[Problem]) -> None:
    """The report, on standard error, in colours on a terminal."""
    click.echo(report(verdict, problems), err=True)


def report(verdict: Verdict, problems: Iterable[Problem]) -> str:
    return as_text(verdict, problems, colours=in_colours(sys.stderr))


def in_colours(stream: TextIO) -> bool:
    """Whether it is a terminal whose owner did not ask for none (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
