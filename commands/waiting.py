"""``waiting``: what waits for an approval."""

from pathlib import Path

import click

from commands.session import DONE, WRONG_USE, settings_for, start
from plugins.gate.approval import Waiting
from plugins.generator import judge
from plugins.model.dates import short_date
from plugins.model.problems import ContentRefused
from plugins.model.vocab import Standing


def run(content: Path, now: str) -> int:
    """List drafts and, where the profile wants approvals, what lacks one; other errors are for ``check`` to tell."""
    circumstances = start(content, now)
    if circumstances is None:
        return WRONG_USE
    try:
        verdict = judge(settings_for(content, circumstances), circumstances)[0]
    except ContentRefused as refused:
        verdict = refused.verdict
    open_, done = [one for one in verdict.waiting if not one.approved], [one for one in verdict.waiting if one.approved]
    lines = [f"Chờ duyệt ({len(open_)}):", *map(_line, open_)] if open_ else ["Không có bài nào chờ duyệt."]
    if done:
        lines += ["", f"Đã duyệt, còn để nháp ({len(done)}); đổi status để đăng:", *map(_line, done)]
    if open_:
        lines += ["", f"Gửi bản xem trước cho người duyệt: make preview ITEM={open_[0].path}"]
    click.echo("\n".join(lines))
    return DONE


def _line(one: Waiting) -> str:
    state = "chưa duyệt" if one.standing is Standing.PUBLIC else one.standing.value
    when = f"  ({short_date(one.moment)})" if one.moment else ""
    who = f"  – {one.approved}" if one.approved else f"  – sửa sau khi {one.before} duyệt" if one.before else ""
    return f"  {state:<11} {one.path}{when}{f'  “{one.title}”' if one.title else ''}{who}"
