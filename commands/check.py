"""``check``: the gate without writing anything of the site."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from commands.session import DONE, REFUSED, WRONG_USE, fail, in_colours, settings_for, start
from plugins.gate.examine import Verdict
from plugins.gate.report import as_json, as_text
from plugins.gate.webreport import as_html
from plugins.generator import judge
from plugins.model.dates import long_date
from plugins.model.problems import ContentRefused, Problem


def run(content: Path, now: str, form: str, out: Path | None = None) -> int:
    """Report every problem and what is kept back; exit 1 when an error would stop publishing, 0 with warnings alone."""
    circumstances = start(content, now)
    if circumstances is None:
        return WRONG_USE
    try:
        verdict, _ = judge(settings_for(content, circumstances), circumstances)
        problems, code = verdict.problems, DONE
    except ContentRefused as refused:
        verdict, problems, code = refused.verdict, refused.problems, REFUSED
    moment = f"{circumstances.now:%H:%M}, {long_date(circumstances.now)}"
    report = _form(verdict, problems, form, moment, out is None and in_colours(sys.stdout))
    if out is None:
        click.echo(report)
        return code
    return _written(report, out) or code


def _form(verdict: Verdict, problems: Iterable[Problem], form: str, moment: str, colours: bool) -> str:
    if form == "html":
        return as_html(verdict, problems, moment)
    return as_json(verdict, problems) if form == "json" else as_text(verdict, problems, colours)


def _written(report: str, out: Path) -> int:
    """Put a report into a file, whole or not at all."""
    part = out.with_name(f"{out.name}.part")
    try:
        part.write_text(f"{report}\n", encoding="utf-8", newline="\n")
        part.replace(out)
    except OSError as error:
        return fail(f"Không ghi được báo cáo vào {out}: {error.strerror or error}. Chọn nơi khác bằng OUT=…")
    click.echo(f"Báo cáo: {out}", err=True)
    return DONE
