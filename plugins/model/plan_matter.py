"""``content/ke-hoach/<năm>.toml`` as typed: the plan, its tasks, and what was done of each."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, TypeAdapter

from plugins.model.citations import citations_in
from plugins.model.document_matter import Recipients, Signing, cited
from plugins.model.fieldtypes import Categories, Day, Listed, StatusWord, Text, Title, fail
from plugins.model.keys import Key
from plugins.model.periods import Period, Unit
from plugins.model.plan import MEDIUM_WORDS, Medium, task_code
from plugins.model.problems import Problem, problem
from plugins.model.tables import Table, read_record, read_toml, twice
from plugins.model.text import fold, nearest
from plugins.model.vocab import Category, Status

PLANS = "ke-hoach"
MOST_TASKS, LARGEST = 200, 10_000
_YEARS = range(2000, 2101)

PLAN_KEYS: dict[str, Key] = {
    "number": Key("số, ký hiệu", '"31/KH-UBND"', "Số, ký hiệu của kế hoạch.", ("số", "số ký hiệu", "so-ky-hieu")),
    "date": Key("ngày ký", '"20/01/2026"', "Ngày ký; ở tương lai thì đến ngày đó mới đăng.", ("ngày", "ngày ký", "ngày ban hành")),
    "title": Key("trích yếu", '"Thông tin, tuyên truyền cải cách hành chính năm 2026"', "Trích yếu, viết như câu bình thường.", ("trích yếu", "tiêu đề", "tên")),
    "replaces": Key("thay thế", '"Kế hoạch số 8/KH-UBND ngày 10/01/2025"', "Kế hoạch bị thay thế; nhiều kế hoạch cách nhau bằng dấu chấm phẩy.", ("thay thế", "thay thế cho")),
    "issuer": Key("cơ quan ban hành", '"Ủy ban nhân dân phường Lam Khê"', "Bỏ trống thì là Ủy ban nhân dân của đơn vị.", ("cơ quan ban hành", "cơ quan")),
    "place": Key("địa danh", '"Lam Khê"', "Địa danh ghi trước ngày; bỏ trống thì lấy theo tên đơn vị.", ("địa danh",)),
    "basis": Key("căn cứ", '["Căn cứ Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND phường"]', "Các căn cứ, mỗi căn cứ một chuỗi.", ("căn cứ",)),
    "purpose": Key("mục đích, yêu cầu", '["Người dân biết cách nộp hồ sơ trực tuyến."]', "Các ý của mục đích, yêu cầu.", ("mục đích", "mục đích, yêu cầu")),
    "duties": Key("tổ chức thực hiện", '["Văn phòng HĐND và UBND phường theo dõi, tổng hợp."]', "Các ý của phần tổ chức thực hiện.", ("tổ chức thực hiện",)),
    "closing": Key("lời kết", '"Trong quá trình thực hiện có vướng mắc, đề nghị phản ánh về Văn phòng."', "Đoạn cuối; dấu ./. tự có.", ("lời kết", "kết thúc")),
    "recipients": Key("nơi nhận", '"Sở Nội vụ; Các phòng; Lưu: VT"', "Nơi nhận, cách nhau bằng dấu chấm phẩy.", ("nơi nhận",)),
    "signer_title": Key("chức vụ người ký", '"TM. Ủy ban nhân dân; Chủ tịch"', "Quyền hạn, chức vụ; mỗi dòng cách nhau bằng dấu chấm phẩy.", ("chức vụ", "chức vụ người ký")),
    "signer": Key("người ký", '"Đoàn Thế Kiên"', "Họ và tên người ký.", ("người ký",)),
    "status": Key("trạng thái", '"published"', "published (đăng) hoặc draft (nháp).", ("trạng thái",)),
    "task": Key("nhiệm vụ", "[[task]]", "Mỗi nhiệm vụ một bảng [[task]].", ("nhiệm vụ",)),
}  # fmt: skip
TASK_KEYS: dict[str, Key] = {
    "code": Key("mã nhiệm vụ", '"03"', "Mã trong kế hoạch; bài viết nhắc bằng năm-mã, ví dụ 2026-03.", ("mã", "mã nhiệm vụ")),
    "content": Key("nội dung", '"Phát chuyên mục truyền thanh về CCHC"', "Việc phải làm.", ("nội dung", "việc")),
    "category": Key("nội dung CCHC", '"Cải cách thủ tục hành chính"', "Chuyên mục của trang; nhiều chuyên mục cách nhau bằng dấu chấm phẩy.", ("chuyên mục", "nội dung CCHC", "lĩnh vực")),
    "forms": Key("hình thức", '["truyền thanh", "trang thông tin điện tử"]', "Các hình thức thực hiện.", ("hình thức", "form")),
    "frequency": Key("thời gian thực hiện", '"Mỗi tháng 01 số, thứ Sáu cuối tháng"', "Lời của kế hoạch về thời gian, tần suất.", ("tần suất", "thời gian", "thời gian thực hiện")),
    "minimum": Key("số lượng tối thiểu", "1", "Ít nhất bao nhiêu trong mỗi kỳ ở per; bỏ trống là kế hoạch không nêu số lượng.", ("tối thiểu", "số lượng", "ít nhất")),
    "per": Key("tính theo", '"tháng"', "tháng, quý, sáu tháng hoặc năm; bỏ trống là năm.", ("mỗi", "tính theo", "kỳ")),
    "deadline": Key("hạn", '"30/11/2026"', "Hạn hoàn thành; bỏ trống là hết năm báo cáo (14/12).", ("hạn", "hạn hoàn thành", "thời hạn")),
    "lead": Key("chủ trì", '"Phòng Văn hóa - Xã hội"', "Đơn vị chủ trì.", ("chủ trì", "thực hiện", "đơn vị chủ trì")),
    "partners": Key("phối hợp", '"Đoàn Thanh niên phường; 14 tổ dân phố"', "Đơn vị phối hợp, cách nhau bằng dấu chấm phẩy.", ("phối hợp", "đơn vị phối hợp")),
    "done": Key("việc đã làm", "[[task.done]]", "Việc đã làm mà trang không có bài, mỗi việc một bảng.", ("đã làm", "kết quả", "việc đã làm")),
}  # fmt: skip
DONE_KEYS: dict[str, Key] = {
    "date": Key("ngày", '"30/01/2026"', "Ngày làm.", ("ngày",)),
    "form": Key("hình thức", '"truyền thanh"', "Một hình thức.", ("hình thức",)),
    "content": Key("nội dung", '"Số tháng 01 của chuyên mục truyền thanh"', "Đã làm gì.", ("nội dung", "việc")),
    "proof": Key("minh chứng", '"Sổ theo dõi phát thanh, trang 12"', "Tài liệu kiểm chứng, lưu ở đâu.", ("minh chứng", "tài liệu kiểm chứng")),
}  # fmt: skip


def _bare(value: Any) -> str:
    return " ".join(re.findall(r"\w+", fold(str(value))))


def _number(value: str) -> str:
    """A number with its symbol, without blanks: a plan whose number is still open is a draft."""
    typed = re.sub(r"\s|^Số:?", "", value)
    found = citations_in(f"Kế hoạch số {typed}")
    if "/" not in typed or len(found) != 1 or len(found[0].number) != len(typed) or found[0].symbol == found[0].number:
        raise fail("plan-number", value=value)
    return found[0].number


def _replaced(value: Any) -> tuple[str, ...]:
    typed = value if isinstance(value, list) else str(value).split(";")
    cited(typed)
    return tuple(one.strip() for one in typed if one.strip())


def _code(value: str) -> str:
    found = task_code(value)
    if not found:
        raise fail("plan-code", value=value)
    return found


def _medium(value: Any) -> Medium:
    found = MEDIUM_WORDS.get(_bare(value))
    if found is None:
        near = MEDIUM_WORDS.get(nearest(_bare(value), MEDIUM_WORDS), Medium.WEBSITE)
        raise fail("plan-form", value=value, nearest=near, choices="; ".join(Medium))
    return found


def _media(value: Any) -> tuple[Medium, ...]:
    typed = value if isinstance(value, list) else str(value).split(";")
    whole = [one for part in typed for one in ([part] if _bare(part) in MEDIUM_WORDS else part.split(","))]
    return tuple(dict.fromkeys(_medium(one) for one in whole if one.strip()))


def _count(value: Any) -> int:
    text = str(value)
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= LARGEST):
        raise fail("plan-minimum", value=value, limit=LARGEST)
    return int(text)


def _unit(value: Any) -> Unit:
    words = {**{_bare(unit): unit for unit in Unit}, "6 thang": Unit.HALF, "nua nam": Unit.HALF}
    found = words.get(_bare(value).removeprefix("moi "))
    if found is None:
        raise fail("plan-per", value=value, choices=", ".join(Unit))
    return found


Paragraphs = Annotated[tuple[Text, ...], BeforeValidator(lambda value: value if isinstance(value, (list, tuple)) else (value,))]
Media = Annotated[tuple[Medium, ...], BeforeValidator(_media)]


@dataclass(frozen=True, slots=True)
class DoneMatter:
    """One ``[[task.done]]``."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    date: Day
    form: Annotated[Medium, BeforeValidator(_medium)]
    content: Text
    proof: Text


@dataclass(frozen=True, slots=True)
class TaskMatter:
    """One ``[[task]]`` without what was done of it."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    code: Annotated[str, AfterValidator(_code)]
    content: Text
    category: Categories
    forms: Media
    lead: Text
    frequency: Text = ""
    minimum: Annotated[int, BeforeValidator(_count)] | None = None
    per: Annotated[Unit, BeforeValidator(_unit)] = Unit.YEAR
    deadline: Day | None = None
    partners: Listed = ()


@dataclass(frozen=True, slots=True)
class PlanMatter:
    """The plan without its tasks."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    number: Annotated[Text, AfterValidator(_number)]
    date: Day
    title: Title
    replaces: Annotated[tuple[str, ...], BeforeValidator(_replaced)] = ()
    issuer: Text = ""
    place: Text = ""
    basis: Paragraphs = ()
    purpose: Paragraphs = ()
    duties: Paragraphs = ()
    closing: Text = ""
    recipients: Recipients = ()
    signer_title: Signing = ()
    signer: Text = ""
    status: StatusWord = Status.PUBLISHED


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A task with its lines' table, and what was done of it."""

    matter: TaskMatter
    done: tuple[DoneMatter, ...]


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan with its tasks, in the order of the file."""

    year: int
    matter: PlanMatter
    tasks: tuple[ReadTask, ...]


_PLAN, _TASK, _DONE = TypeAdapter(PlanMatter), TypeAdapter(TaskMatter), TypeAdapter(DoneMatter)


def read_plan(path: str, text: str, categories: tuple[Category, ...]) -> tuple[ReadPlan | None, tuple[Problem, ...]]:
    """The plan of one file, or every problem."""
    year = path.rpartition("/")[2].removesuffix(".toml")
    if not (year.isascii() and year.isdecimal() and int(year) in _YEARS):
        return None, (problem("plan-file", path, name=path.rpartition("/")[2]),)
    table, broken = read_toml(path, text)
    if table is None:
        return None, broken
    matter, problems = read_record(_PLAN, table, PLAN_KEYS, ("task",))
    tables, wrong = table.inner("task", PLAN_KEYS)
    tasks = [_task(one, categories, problems) for one in tables[:MOST_TASKS]]
    problems += [*wrong, *_between(table, tables, tasks, matter, int(year))]
    if not tables and not wrong:
        problems.append(problem("plan-empty", path))
    if matter is None or problems:
        return None, tuple(problems)
    return ReadPlan(int(year), matter, tuple(task for task in tasks if task)), ()


def _task(table: Table, categories: tuple[Category, ...], problems: list[Problem]) -> ReadTask | None:
    matter, found = read_record(_TASK, table, TASK_KEYS, ("done",), {"categories": categories})
    tables, wrong = table.inner("done", TASK_KEYS)
    read = [read_record(_DONE, one, DONE_KEYS) for one in tables]
    problems += [*found, *wrong, *(p for _, more in read for p in more)]
    return ReadTask(matter, tuple(done for done, _ in read if done)) if matter else None


def _between(
    table: Table, tables: list[Table], tasks: list[ReadTask | None], matter: PlanMatter | None, year: int
) -> Iterator[Problem]:
    """What is wrong between the keys: years, deadlines, codes, days on which something was done."""
    path = table.path
    if len(tables) > MOST_TASKS:
        yield problem("plan-many", path, tables[MOST_TASKS].line(""), count=len(tables), limit=MOST_TASKS)
    signed = matter.date if matter else dt.date(year, 1, 1)
    if matter and not dt.date(year - 1, 7, 1) <= signed <= dt.date(year, 12, 31):
        yield problem("plan-year", path, table.line(table.typed("date", PLAN_KEYS)), date=f"{signed:%d/%m/%Y}", year=year)
        signed = dt.date(year, 1, 1)
    pairs = [(task, at) for task, at in zip(tasks, tables, strict=False) if task]
    codes = ((task.matter.code, at.line(at.typed("code", TASK_KEYS))) for task, at in pairs)
    yield from twice(path, "plan-code-twice", codes)
    first, last = Period(year, 1, 12).first, dt.date(year, 12, 31)
    for task, at in pairs:
        deadline = task.matter.deadline
        if deadline and not signed <= deadline <= dt.date(year, 12, 31):
            facts: Mapping[str, object] = {"code": task.matter.code, "value": f"{deadline:%d/%m/%Y}", "date": f"{signed:%d/%m/%Y}", "year": year}
            yield problem("plan-deadline", path, at.line(at.typed("deadline", TASK_KEYS)), **facts)
        inner_tables = at.inner("done", TASK_KEYS)[0]
        for done, inner in zip(task.done, inner_tables if len(inner_tables) == len(task.done) else (), strict=False):
            if not first <= done.date <= last:
                facts = {"value": f"{done.date:%d/%m/%Y}", "first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
                yield problem("plan-done-date", path, inner.line(inner.typed("date", DONE_KEYS)), **facts)

