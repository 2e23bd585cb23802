"""``report``: plan against done, evidence and self-score of a period, as HTML, Word, Excel and CSV files. They are private: nothing
is written into the published folder."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path

import click

from commands.session import DONE, REFUSED, WRONG_USE, fail, settings_for, start, tell
from plugins.generator import judge
from plugins.model.dates import VIETNAM
from plugins.model.periods import Period, PeriodProblem, read_period
from plugins.model.problems import ContentRefused
from plugins.model.site import Site
from plugins.report.build import report_of, subjects
from plugins.report.evidence import Sum
from plugins.report.html import page_of
from plugins.report.records import Report
from plugins.report.tablefile import csv_of, workbook_of
from plugins.report.wordfile import document_of

PAGE, FILE = "trang đã đăng", "tệp nội dung"


def run(content: Path, public: Path, out: Path, period: str, calendar: bool, now: str) -> int:
    """Judge the content, build the report, write its files into a folder named after the period."""
    try:
        wanted = read_period(period, calendar)
    except PeriodProblem:
        return fail(f"Không đọc được kỳ báo cáo '{period}'. Viết PERIOD=2026, 2026-H1, 2026-Q2 hoặc 2026-03.")
    if out.resolve().is_relative_to(public.resolve()):
        return fail(f"Báo cáo là tài liệu nội bộ, không ghi vào thư mục được đăng '{public}'. Chọn OUT=thư-mục khác.")
    circumstances = start(content, now)
    if circumstances is None:
        return WRONG_USE
    try:
        site = judge(settings_for(content, circumstances), circumstances)[0].site
        if site is None:
            return WRONG_USE
        made = report_of(site, wanted, circumstances.now.date(), sums_of(site, wanted, content, public))
        folder = out / (f"{wanted.name}-theo-lich" if calendar else wanted.name)
        files = _files(made, wanted, folder.name)
        _write(folder, files)
    except ContentRefused as refused:
        tell(refused.verdict, refused.problems)
        return REFUSED
    except ImportError:
        return fail("Chưa cài thư viện ghi tệp Word (python-docx). Chạy: pip install -e '.[report]'")
    except OSError as error:
        return fail(f"Không ghi được ({error.strerror}: {error.filename}). Đóng các tệp của báo cáo đang mở, kiểm tra quyền ghi của '{out}'.")
    _told(made, folder, len(files))
    return DONE


def sums_of(site: Site, period: Period, content: Path, public: Path) -> dict[str, Sum]:
    """Path in the site → SHA-256 of the published page, else of the file that it is made of."""
    found = {}
    for path, source in subjects(site, period).items():
        page = public / path
        is_page = page.is_file()
        data = (page if is_page else content / source).read_bytes()
        found[path] = Sum(hashlib.sha256(data).hexdigest(), PAGE if is_page else FILE)
    return found


def _files(made: Report, period: Period, name: str) -> Mapping[str, bytes]:
    created = datetime.combine(period.last, time(), VIETNAM)
    tables = {f"csv/{table.name}.csv": csv_of(table) for table in made.tables}
    whole = {"html": page_of(made).encode(), "xlsx": workbook_of(made, created), "docx": document_of(made, created)}
    return {**{f"bao-cao-{name}.{ending}": data for ending, data in whole.items()}, **tables}


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Each file whole or not at all."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.tmp")
        beside.write_bytes(data)
        beside.replace(path)


def _told(made: Report, folder: Path, count: int) -> None:
    click.echo(f"{made.title}, {made.period}.", err=True)
    for gap in made.gaps:
        click.echo(f"  - {gap}", err=True)
    click.echo(f"Báo cáo ở thư mục {folder}: {count} tệp (HTML, Word, Excel, CSV).", err=True)
