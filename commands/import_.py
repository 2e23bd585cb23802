"""``import``: official exports of procedures into ``content/thu-tuc``; a dry run unless told to write."""

from pathlib import Path

import click

from commands.session import DONE, REFUSED, fail
from importers.plan import Plan, State, make_plan
from importers.shelf import read_shelf
from importers.sources import gather
from importers.write import write_plan
from plugins.model.keys import PROCEDURE_KEYS
from plugins.model.now import NowRefused, build_now
from plugins.model.problems import Problem, stops
from plugins.reading.frontmatter import split
from plugins.reading.rawtext import decode

_MEANING = {
    State.NEW: "có trong nguồn, chưa có trong thu-tuc/",
    State.CHANGED: "khác với tệp đang có",
    State.SAME: "",
    State.MISSING: "có trong thu-tuc/, không có trong nguồn; tệp được giữ nguyên",
    State.REFUSED: "không nhập được, xem lý do bên dưới",
}


def run(content: Path, source: Path, apply: bool, now: str) -> int:
    """Print what would change; with ``apply`` do it. Exit 1 when something was refused, the rest is done."""
    if not content.is_dir():
        return fail(f"Không có thư mục nội dung '{content}'. Chỉ ra thư mục bằng CONTENT=…")
    if not source.exists():
        return fail(f"Không có tệp hoặc thư mục '{source}'. Chỉ ra nguồn bằng SRC=…, ví dụ SRC=tai-ve/danh-muc.xlsx")
    try:
        today = (build_now({"NOW": now}) if now else build_now()).date()
    except NowRefused as refused:
        return fail(f"Không đọc được thời điểm '{refused}'. Viết dạng NOW=2026-03-01T08:00")
    plan = make_plan(gather(source), read_shelf(content, read_head), today)
    problems = [*plan.problems, *(write_plan(plan, content) if apply else [])]
    click.echo(_table(plan))
    for found in problems:
        click.echo(_line(found), err=True)
    click.echo(_last(plan, apply))
    return REFUSED if stops(problems) or plan.count(State.REFUSED) else DONE


def read_head(data: bytes) -> tuple[dict[str, str | list[str]], str] | None:
    """Front matter and body, or None when the file has errors in them."""
    raw = decode(data)
    if raw.text is None:
        return None
    front = split(raw.text, PROCEDURE_KEYS)
    return None if stops((*raw.problems, *front.problems)) else (front.values, front.body)


def _table(plan: Plan) -> str:
    lines = []
    for change in plan.changes:
        if change.state is not State.SAME:
            lines.append(f"{change.state:<10} {change.code:<12} {_cut(change.title, 70)}")
            lines += [f"{'':<10} {'':<12}   {_cut(', '.join(change.what), 200)}"] if change.what and change.state is not State.NEW else []
    counts = [f"{state:<10} {plan.count(state):>5}   {_MEANING[state]}".rstrip() for state in State if state is not State.REFUSED or plan.count(state)]
    return "\n".join([*lines, *([""] if lines else []), *counts])


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _line(found: Problem) -> str:
    return f"{found.severity} {found.where}: {found.what} → {found.remedy} [{found.code}]"


def _last(plan: Plan, apply: bool) -> str:
    if not plan.count(State.NEW) + plan.count(State.CHANGED):
        return "Không có gì để ghi."
    if apply:
        return "Đã ghi vào thu-tuc/. Chạy make check để kiểm tra trước khi đăng."
    return "Chưa ghi gì. Thêm APPLY=1 để ghi vào thu-tuc/."
