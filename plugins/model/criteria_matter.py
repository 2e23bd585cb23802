"""``content/tieu-chi.toml`` as typed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, TypeAdapter

from plugins.model.criteria import COUNTS, PERCENTS, Criteria, Criterion, Measure, Typed
from plugins.model.fieldtypes import Text, Title, fail
from plugins.model.keys import Key
from plugins.model.periods import PeriodProblem, read_period
from plugins.model.plan_matter import Media
from plugins.model.problems import Problem, problem
from plugins.model.scale import ScaleProblem, read_scale
from plugins.model.tables import Table, read_record, read_toml, twice
from plugins.model.text import fold, nearest, nfc

CRITERIA = "tieu-chi.toml"
MOST = 200

SHEET_KEYS: dict[str, Key] = {
    "name": Key("tên bộ tiêu chí", '"Tiêu chí thông tin, tuyên truyền CCHC"', "Tên bảng điểm.", ("tên", "tên bộ tiêu chí")),
    "basis": Key("văn bản quy định", '"Quyết định số 58/QĐ-UBND ngày 20/01/2026 của UBND tỉnh"', "Văn bản ban hành bộ tiêu chí.", ("căn cứ", "văn bản")),
    "criterion": Key("tiêu chí", "[[criterion]]", "Mỗi tiêu chí một bảng [[criterion]].", ("tiêu chí",)),
}  # fmt: skip
CRITERION_KEYS: dict[str, Key] = {
    "code": Key("mã", '"4.1"', "Mã của tiêu chí trong bộ tiêu chí.", ("mã", "mã tiêu chí")),
    "name": Key("tên", '"Mức độ thực hiện kế hoạch tuyên truyền"', "Tên tiêu chí.", ("tên", "tên tiêu chí")),
    "points": Key("điểm tối đa", "1", "Điểm tối đa.", ("điểm", "điểm tối đa", "điểm chuẩn")),
    "measure": Key("cách đo", '"nhiệm vụ hoàn thành"', "Điều báo cáo đo, xem bảng dưới.", ("đo", "cách đo", "số đo")),
    "rule": Key("cách tính điểm", '"≥ 100 % = 1; 90 % – < 100 % = 0,5; < 90 % = 0"', "Các khoảng và điểm, cách nhau bằng dấu chấm phẩy.", ("quy tắc", "cách tính điểm", "cách tính")),
    "evidence": Key("tài liệu kiểm chứng", '"Kế hoạch; báo cáo kết quả"', "Tài liệu mà bộ tiêu chí đòi.", ("minh chứng", "tài liệu kiểm chứng")),
    "within": Key("số ngày làm việc", "3", "Hạn công khai thủ tục kể từ ngày ký quyết định, tính bằng ngày làm việc; chỉ cho 'thủ tục công khai đúng hạn'.", ("hạn", "số ngày", "số ngày làm việc")),
    "forms": Key("hình thức", '["truyền thanh", "hội nghị, sinh hoạt"]', "Các hình thức được đếm; chỉ cho 'số hình thức'.", ("hình thức",)),
    "value": Key("số tự nhập", "[[criterion.value]]", "Số của từng kỳ; chỉ cho 'tự nhập'.", ("số", "giá trị", "số tự nhập")),
}  # fmt: skip
VALUE_KEYS: dict[str, Key] = {
    "period": Key("kỳ", '"2026-H1"', "Kỳ báo cáo: 2026, 2026-H1, 2026-Q2 hoặc 2026-03.", ("kỳ", "kỳ báo cáo")),
    "value": Key("giá trị", '"95,2"', "Số đạt được, dấu phẩy thập phân.", ("giá trị", "số")),
    "proof": Key("minh chứng", '"Báo cáo số 45/BC-UBND ngày 10/6/2026"', "Tài liệu kiểm chứng.", ("minh chứng", "tài liệu kiểm chứng")),
}  # fmt: skip


def _bare(value: Any) -> str:
    return " ".join(re.findall(r"\w+", fold(str(value))))


def _number(value: Any) -> Decimal:
    """A number with a decimal comma; TOML's own numbers come with a point. "1.234" may be either, and is refused."""
    if isinstance(value, str) and re.fullmatch(r"\s*\d{1,3}\.\d{3}\s*%?\s*", value):
        raise fail("criterion-number", value=value)
    text = re.sub(r"[\s%]", "", str(value)).replace(".", ",", 1)
    if not re.fullmatch(r"\d{1,7}(?:,\d{1,4})?", text):
        raise fail("criterion-number", value=value)
    return Decimal(text.replace(",", "."))


def _measure(value: Any) -> Measure:
    found = next((one for one in Measure if _bare(one) == _bare(value)), None)
    if found is None:
        near = nearest(str(value), Measure) or Measure.MANUAL
        raise fail("criterion-measure", value=value, nearest=near, choices="; ".join(Measure))
    return found


def _period(value: str) -> str:
    try:
        return read_period(value).name
    except PeriodProblem as error:
        raise fail("criterion-period", value=value) from error


def _days(value: Any) -> int:
    text = str(value)
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 60):
        raise fail("criterion-number", value=value)
    return int(text)


Number = Annotated[Decimal, BeforeValidator(_number)]


@dataclass(frozen=True, slots=True)
class ValueMatter:
    """One ``[[criterion.value]]``."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    period: Annotated[str, AfterValidator(_period)]
    value: Number
    proof: Text


@dataclass(frozen=True, slots=True)
class CriterionMatter:
    """One ``[[criterion]]`` without the values typed for it."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    code: Text
    name: Title
    points: Number
    measure: Annotated[Measure, BeforeValidator(_measure)]
    rule: Text
    evidence: Text
    within: Annotated[int, BeforeValidator(_days)] = 0
    forms: Media = ()


@dataclass(frozen=True, slots=True)
class SheetMatter:
    """The sheet without its criteria."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: Title
    basis: Text


_SHEET, _CRITERION, _VALUE = TypeAdapter(SheetMatter), TypeAdapter(CriterionMatter), TypeAdapter(ValueMatter)


def read_criteria(text: str) -> tuple[Criteria | None, tuple[Problem, ...]]:
    """The sheet, or every problem."""
    table, broken = read_toml(CRITERIA, text)
    if table is None:
        return None, broken
    sheet, problems = read_record(_SHEET, table, SHEET_KEYS, ("criterion",))
    tables, wrong = table.inner("criterion", SHEET_KEYS)
    read = [_criterion(one, problems) for one in tables[:MOST]]
    problems += wrong
    problems += twice(CRITERIA, "criterion-twice", _codes(tables[:MOST]))
    if not tables and not wrong:
        problems.append(problem("criterion-none", CRITERIA))
    if sheet is None or problems:
        return None, tuple(problems)
    return Criteria(sheet.name, sheet.basis, tuple(one for one in read if one)), ()


def _codes(tables: list[Table]) -> Iterator[tuple[str, int]]:
    """Every code with its line, those of criteria with other errors too."""
    for at in tables:
        typed = at.typed("code", CRITERION_KEYS)
        if code := nfc(str(at.raw.get(typed, ""))).strip():
            yield code, at.line(typed)


def _criterion(table: Table, problems: list[Problem]) -> Criterion | None:
    matter, found = read_record(_CRITERION, table, CRITERION_KEYS, ("value",))
    tables, wrong = table.inner("value", CRITERION_KEYS)
    values = [read_record(_VALUE, one, VALUE_KEYS) for one in tables]
    problems += [*found, *wrong, *(p for _, more in values for p in more)]
    if matter is None:
        return None
    percent = matter.measure in PERCENTS or (matter.measure is Measure.MANUAL and "%" in matter.rule)
    try:
        rule = read_scale(matter.rule, matter.points, percent, matter.measure in COUNTS)
    except ScaleProblem as error:
        problems.append(problem(error.code, CRITERIA, table.line(table.typed("rule", CRITERION_KEYS)), **error.facts))
        return None
    typed = [(Typed(one.period, one.value, one.proof), at) for (one, _), at in zip(values, tables, strict=True) if one]
    problems += _needs(matter, table, [one for one, _ in typed])
    problems += [
        problem("criterion-value", CRITERIA, at.line(at.typed("value", VALUE_KEYS)), value=f"{one.value:f}".replace(".", ","))
        for one, at in typed
        if percent and one.value > 100
    ]
    given = tuple(one for one, _ in typed)
    return Criterion(matter.code, matter.name, matter.points, matter.measure, rule, matter.evidence, matter.within, matter.forms, given)


def _needs(matter: CriterionMatter, table: Table, typed: list[Typed]) -> list[Problem]:
    """Keys that a measure needs, and keys that it would never read."""
    wanted: Mapping[str, tuple[bool, bool]] = {
        "within": (matter.measure is Measure.POSTED, bool(matter.within)),
        "forms": (matter.measure is Measure.FORMS, bool(matter.forms)),
        "value": (matter.measure is Measure.MANUAL, bool(typed)),
    }
    problems = []
    for key, (needed, there) in wanted.items():
        if needed and not there and key != "value":
            facts = {"key": key, "label": CRITERION_KEYS[key].label, "example": CRITERION_KEYS[key].example}
            problems.append(problem("toml-missing", CRITERIA, table.line(""), **facts))
        if there and not needed:
            problems.append(problem("criterion-key", CRITERIA, table.line(table.typed(key, CRITERION_KEYS)), key=key, measure=str(matter.measure)))
    seen: set[str] = set()
    for one in typed:
        if one.period in seen:
            problems.append(problem("criterion-period-twice", CRITERIA, table.line(""), value=one.period))
        seen.add(one.period)
    return problems
