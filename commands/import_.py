"""``import``: official exports of procedures, news, pages and documents into ``content/``; a dry run unless told to write."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from commands.session import DONE, REFUSED, fail
from importers.news.item import DOCUMENTS, NEWS, PAGES, Wishes
from importers.news.places import look
from importers.news.plan import State as NewsState
from importers.news.plan import make_plan as make_news_plan
from importers.news.report import report
from importers.news.write import write_plan as write_news_plan
from importers.plan import Plan, State, make_plan
from importers.recognise import divide, left_out
from importers.shelf import read_shelf
from importers.sources import ENDINGS, gather_files
from importers.write import write_plan
from plugins.model.dates import DateProblem, parse_date
from plugins.model.keys import PROCEDURE_KEYS
from plugins.model.matter import KINDS
from plugins.model.now import NowRefused, build_now
from plugins.model.problems import Problem, problem, stops
from plugins.model.text import nearest
from plugins.model.vocab import CATEGORIES, category_by_name
from plugins.reading.frontmatter import split
from plugins.reading.rawtext import decode

_MEANING = {
    State.NEW: "có trong nguồn, chưa có trong thu-tuc/",
    State.CHANGED: "khác với tệp đang có",
    State.SAME: "",
    State.MISSING: "có trong thu-tuc/, không có trong nguồn; tệp được giữ nguyên",
    State.REFUSED: "không nhập được, xem lý do bên dưới",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed beside the source: kind of the items, their category, and the date of those that tell none."""

    kind: str = ""
    category: str = ""
    date: str = ""


def run(content: Path, source: Path, apply: bool, now: str, typed: Typed) -> int:
    """Print what would change; with ``apply`` do it. Exit 1 when something was refused, the rest is done."""
    if not content.is_dir():
        return fail(f"Không có thư mục nội dung '{content}'. Chỉ ra thư mục bằng CONTENT=…")
    if not source.exists():
        return fail(f"Không có tệp hoặc thư mục '{source}'. Chỉ ra nguồn bằng SRC=…, ví dụ SRC=tai-ve/danh-muc.xlsx")
    try:
        today = build_now({"NOW": now}) if now else build_now()
    except NowRefused as refused:
        return fail(f"Không đọc được thời điểm '{refused}'. Viết dạng NOW=2026-03-01T08:00")
    wishes = _wishes(typed)
    if isinstance(wishes, str):
        return fail(wishes)
    exports, news = divide(source)
    if not exports and not news:
        click.echo(_line(problem("import-folder-empty", source.name, endings=" ".join(sorted(ENDINGS | {".html", ".txt"})))), err=True)
        return REFUSED
    codes = [_procedures(exports, content, apply, today)] if exports else []
    codes += [_news(news, content, apply, wishes)] if news else []
    if others := left_out(source):
        click.echo(f"Không đọc {len(others)} tệp, hãy mở ra rồi lưu thành .docx: {', '.join(others)}", err=True)
    return max(codes)


def _wishes(typed: Typed) -> Wishes | str:
    """What was typed, understood; or what is wrong with it."""
    folders = [kind for kind in (NEWS, PAGES, DOCUMENTS) if kind in KINDS]
    if typed.kind and typed.kind not in folders:
        return f"Không nhập được vào '{typed.kind}'. Viết KIND= một trong: {', '.join(folders)}"
    category = category_by_name(typed.category) if typed.category else None
    if typed.category and category is None:
        near = nearest(typed.category, [c.name for c in CATEGORIES])
        return f"Không có chuyên mục '{typed.category}'.{f' Có phải {near}?' if near else ''}"
    date: datetime | None = None
    if typed.date:
        try:
            date = parse_date(typed.date)
        except DateProblem:
            return f"Không đọc được ngày '{typed.date}'. Viết dạng DATE=24/5/2026"
    return Wishes(typed.kind, category.slug if category else "", date)


def _procedures(exports: list[tuple[Path, str]], content: Path, apply: bool, today: datetime) -> int:
    plan = make_plan(gather_files(exports), read_shelf(content, read_head), today.date())
    problems = [*plan.problems, *(write_plan(plan, content) if apply else [])]
    click.echo(_table(plan))
    for found in problems:
        click.echo(_line(found), err=True)
    click.echo(_last(plan, apply))
    return REFUSED if stops(problems) or plan.count(State.REFUSED) else DONE


def _news(sources: list[tuple[Path, str]], content: Path, apply: bool, wishes: Wishes) -> int:
    kinds = tuple(kind for kind in (NEWS, PAGES, DOCUMENTS) if kind in KINDS)
    plan = make_news_plan(sources, look(content, kinds), wishes)
    problems = [*plan.problems, *(write_news_plan(plan, content) if apply else [])]
    click.echo(report(plan))
    for found in problems:
        click.echo(_line(found), err=True)
    if not plan.count(NewsState.NEW):
        click.echo("Không có gì để ghi.")
    elif apply:
        click.echo("Đã ghi. Bài nháp chưa ai thấy: đọc lại, đổi 'status: draft' thành 'status: published', rồi chạy make check.")
    else:
        click.echo("Chưa ghi gì. Thêm APPLY=1 để ghi.")
    return REFUSED if problems else DONE


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
