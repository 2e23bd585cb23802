"""Tables of the plan: tasks against what was done, and the scoring sheet."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from textwrap import shorten

from plugins.model.dates import short_date
from plugins.model.periods import Unit
from plugins.model.plan import Plan
from plugins.model.scale import shown
from plugins.report.records import UNKNOWN, Bar, Cell, Chart, Column, Table
from plugins.report.scoring import Mark
from plugins.report.tasks import TaskResult

_TASKS = (
    Column("Mã", 8),
    Column("Nhiệm vụ", 50),
    Column("Nội dung CCHC", 28),
    Column("Hình thức", 24),
    Column("Thời gian, số lượng", 28),
    Column("Hạn", 11, "date"),
    Column("Chủ trì", 24),
    Column("Trong kỳ", 9, "number"),
    Column("Từ đầu năm", 9, "number"),
    Column("Đến hết kỳ phải đạt", 10, "number"),
    Column("Đã đạt", 9, "number"),
    Column("Tỷ lệ (%)", 9, "number"),
    Column("Còn thiếu", 9, "number"),
    Column("Nhận xét", 40),
)
_TASK_NOTES = (
    "Nhiệm vụ định kỳ được xét theo từng tháng, quý hoặc sáu tháng của năm báo cáo: làm nhiều ở kỳ này không bù cho kỳ khác. "
    "Không xét những kỳ kết thúc trước ngày ký kế hoạch. Nhiệm vụ tính theo năm được xét khi đến hạn.",
    "Nhiệm vụ mà kế hoạch không nêu số lượng được coi là đã làm khi có ít nhất một minh chứng. Tỷ lệ lấy hai chữ số thập phân, không làm tròn lên.",
)
_NAMED = 120  # letters of a task where it is only named; the whole stands in the table
_MARKS = (
    Column("Mã", 8),
    Column("Tiêu chí", 46),
    Column("Điểm tối đa", 9, "number"),
    Column("Cách tính điểm", 34),
    Column("Kết quả", 34),
    Column("Tự chấm", 9, "number"),
    Column("Tài liệu kiểm chứng phải có", 34),
    Column("Minh chứng", 34),
)


def plan_table(plan: Plan | None, year: int, results: Sequence[TaskResult]) -> Table:
    """Plan against done, task by task."""
    rows = tuple(_row(one) for one in results)
    bars = tuple(Bar(f"{one.task.code}. {one.task.content}", one.reached, one.wanted) for one in results if one.is_due)
    told = f"{len(bars)} nhiệm vụ đã đến hạn. " + " ".join(f"Nhiệm vụ {one.task.code}: đạt {one.reached} trên {one.wanted}." for one in results if one.is_due)
    chart = Chart("ke-hoach", "Kế hoạch và kết quả của các nhiệm vụ đã đến hạn", told.strip(), bars, "đã đạt", "phải đạt")
    heading = f"{plan.label} ngày {short_date(plan.date)}" if plan else f"năm {year}"
    title = f"Kế hoạch và kết quả từng nhiệm vụ ({heading})"
    empty = f"Trang chưa có kế hoạch tuyên truyền năm {year} (content/ke-hoach/{year}.toml)."
    return Table("ke-hoach", title, _TASKS, rows, empty, _TASK_NOTES if rows else (), chart if bars else None)


def _row(one: TaskResult) -> tuple[Cell, ...]:
    task = one.task
    when = "; ".join(part for part in (task.frequency, task.quantity) if part) or "không nêu số lượng"
    due = (one.wanted, one.reached, one.ratio, one.gap) if one.is_due else (None, None, None, None)
    names, media = "; ".join(category.name for category in task.categories), "; ".join(task.media)
    return (task.code, task.content, names, media, when, task.deadline, task.lead, one.in_period, one.so_far, *due, _said(one))


def _said(one: TaskResult) -> str:
    if not one.is_due:
        return "Chưa đến hạn" if one.task.per is Unit.YEAR else "Chưa có kỳ nào phải xét"
    return "Hoàn thành" if one.is_met else f"Thiếu ở {'; '.join(one.missing)}"


def marks_table(name: str, basis: str, marks: Sequence[Mark], codes: Mapping[int, str]) -> Table:
    """The scoring sheet, with its sum; ``codes`` are those of the lines of evidence."""
    rows: list[tuple[Cell, ...]] = [_mark(one, codes) for one in marks]
    if marks:
        known = [one for one in marks if one.points is not None]
        most, own = sum(one.criterion.points for one in marks), sum(one.points for one in known if one.points is not None)
        said = f"{len(known)}/{len(marks)} tiêu chí có số liệu để chấm"
        rows.append(("", "Tổng cộng", most, "", said, own, "", ""))
    notes = (f"Theo {basis}.", "Điểm do chương trình tính từ số liệu của trang để đơn vị tự chấm; tiêu chí không có số liệu thì không cho điểm.") if marks else ()
    return Table("tu-cham", name, _MARKS, tuple(rows), "Trang chưa có bảng tiêu chí (content/tieu-chi.toml).", notes)


def _mark(one: Mark, codes: Mapping[int, str]) -> tuple[Cell, ...]:
    of = one.criterion
    proof = "; ".join(part for part in (_named(one.lines, codes), one.proof) if part)
    points: Cell = one.points if one.points is not None else UNKNOWN
    result = f"{UNKNOWN}: {one.said}" if one.value is None else one.said
    return (of.code, of.name, of.points, of.rule.text, result, points, of.evidence, proof or "không có")


def _named(lines: Sequence[int], codes: Mapping[int, str]) -> str:
    """Lines of evidence with neighbours as one stretch: ``MC-001 – MC-006, MC-009``."""
    groups = groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0])
    stretches = [[number for _, number in group] for _, group in groups]
    return ", ".join(codes[one[0]] if len(one) == 1 else f"{codes[one[0]]} – {codes[one[-1]]}" for one in stretches)


def gaps_of(results: Sequence[TaskResult], marks: Sequence[Mark]) -> tuple[str, ...]:
    """What is missing, in sentences: tasks that are due and not done, criteria below their points or without a value."""
    tasks = [f"Nhiệm vụ {one.task.code} ({shorten(one.task.content, _NAMED, placeholder='…')}): thiếu ở {'; '.join(one.missing)}." for one in results if one.is_due and not one.is_met]
    scores = []
    for one in marks:
        head = f"Tiêu chí {one.criterion.code} ({one.criterion.name})"
        if one.points is None:
            scores.append(f"{head}: chưa chấm được, {one.said}.")
        elif one.points < one.criterion.points:
            scores.append(f"{head}: {one.said}, được {shown(one.points)}/{shown(one.criterion.points)} điểm.")
    return (*tasks, *scores)
