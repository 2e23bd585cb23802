"""``check``: the gate without writing."""

from pathlib import Path

import click

from commands.session import DONE, REFUSED, WRONG_USE, settings_for, start
from plugins.gate.examine import Verdict
from plugins.gate.report import as_json, as_text
from plugins.generator import judge
from plugins.model.problems import ContentRefused


def run(content: Path, now: str, form: str) -> int:
    """Report every problem and what is kept back; exit 1 when an error would stop publishing."""
    circumstances = start(content, now)
    if circumstances is None:
        return WRONG_USE
    try:
        verdict, _ = judge(settings_for(content, circumstances), circumstances)
        problems, code = verdict.problems, DONE
    except ContentRefused as refused:
        verdict, problems, code = refused.verdict, refused.problems, REFUSED
    click.echo(_form(verdict, problems, form))
    return code


def _form(verdict: Verdict, problems: tuple, form: str) -> str:  # type: ignore[type-arg]
    import sys

    return as_json(verdict, problems) if form == "json" else as_text(verdict, problems, colours=sys.stdout.isatty())
