"""The many-sheet workbook: one sheet of procedures, one sheet a part, joined by code."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from importers.channels import channel_kind
from importers.codes import Code, code_of
from importers.extract import Extract, Harvest, Origin
from importers.facts import facts_of
from importers.labels import CHANNELS, CONDITIONS, EVIDENCE, FACTS, LEGAL, OUTPUTS, STEPS, Spellings
from importers.values import bare, legal_day, one_line, text_of
from importers.workbook import Sheet, Table, find_table
from plugins.model.parts import Part
from plugins.model.problems import Problem, problem

Record = dict[str, Any]


class _Kind(NamedTuple):
    """A sheet as it should be: usual name, columns, those without which it is another sheet, the column that says most."""

    name: str
    wanted: Spellings
    needed: frozenset[str]
    chief: str


_MAIN = _Kind("TTHC2-CAPXA", FACTS, frozenset({"code", "title", "sector"}), "title")
_PARTS = {
    Part.STEPS: _Kind("Trình tự thực hiện", STEPS, frozenset({"code", "text"}), "text"),
    Part.CHANNELS: _Kind("Cách thức thực hiện", CHANNELS, frozenset({"code", "Hình thức nộp", "Thời hạn giải quyết"}), "Hình thức nộp"),
    Part.EVIDENCE: _Kind("TPHS", EVIDENCE, frozenset({"code", "Tên giấy tờ"}), "Tên giấy tờ"),
    Part.OUTPUTS: _Kind("KQTH", OUTPUTS, frozenset({"code", "Tên kết quả"}), "Tên kết quả"),
    Part.CONDITIONS: _Kind("TTHC", CONDITIONS, frozenset({"code", "text"}), "text"),
    Part.LEGAL: _Kind("CCPL", LEGAL, frozenset({"code", "Số ký hiệu"}), "Số ký hiệu"),
}
_MAIN_SIGNS = frozenset({"decision", "level", "status", "kind"})  # a list has none of these


@dataclass
class _Reading:
    """What is gathered while one workbook is read."""

    file: str
    problems: list[Problem]
    refused: set[str]

    def tell(self, code: str, at: str = "", row: int = 0, /, **facts: object) -> None:
        self.problems.append(problem(code, place(self.file, at, row), **facts))


def place(file: str, sheet: str, row: int = 0) -> str:
    """Where in a workbook: ``tệp.xlsx, trang tính 'TPHS', dòng 12``."""
    return ", ".join([file, *([f"trang tính '{sheet}'"] if sheet else []), *([f"dòng {row}"] if row else [])])


def is_catalogue(sheets: list[Sheet]) -> bool:
    """Whether a workbook says more than the official list does."""
    mains = [table for sheet in sheets if (table := find_table(sheet, FACTS, _MAIN.needed))]
    return any(_MAIN_SIGNS & table.place.keys() for table in mains) or any(
        find_table(sheet, kind.wanted, kind.needed) for sheet in sheets for part, kind in _PARTS.items() if part in {Part.CHANNELS, Part.EVIDENCE}
    )


def read_catalogue(sheets: list[Sheet], file: str) -> Harvest:
    """Every procedure whose rows could all be read."""
    reading = _Reading(file, [], set())
    tables = _assign(sheets, reading)
    main = tables.pop(None, None)
    if main is None:
        reading.tell("import-no-catalogue", columns="Mã TTHC, Tên TTHC, Lĩnh vực")
        return Harvest(problems=tuple(reading.problems))
    for part, kind in _PARTS.items():
        if part not in tables:
            reading.tell("import-sheet-missing", sheet=kind.name, part=part.value)
    extracts = _main(main, reading, frozenset(part for part in tables if part))
    by_part = {part: _children(table, _PARTS[part].chief, extracts, reading) for part, table in tables.items() if part}
    done = []
    for base, extract in extracts.items():
        whole = _with_parts(extract, {part: rows.get(base, []) for part, rows in by_part.items()})
        if base not in reading.refused:
            done.append(whole)
    return Harvest(tuple(done), frozenset(reading.refused), tuple(reading.problems))


def _assign(sheets: list[Sheet], reading: _Reading) -> dict[Part | None, Table]:
    """Which sheet is which: by its columns first, among several by its name; the others are told."""
    chosen: dict[Part | None, Table] = {}
    spare: dict[str, str] = {}
    kinds: list[tuple[Part | None, _Kind]] = [(None, _MAIN), *_PARTS.items()]
    for part, kind in kinds:
        found = [table for sheet in sheets if (table := find_table(sheet, kind.wanted, kind.needed))]
        if part is None:
            found = [table for table in found if not _is_child(table, sheets)] or found
        if not found:
            continue
        found.sort(key=lambda table: (bare(table.sheet) != bare(kind.name), -len(table.place)))
        chosen[part] = found[0]
        spare |= {other.sheet: found[0].sheet for other in found[1:]}
    for sheet in sorted(spare.keys() - {table.sheet for table in chosen.values()}):
        reading.tell("import-sheet-ignored", sheet, sheet=sheet, other=spare[sheet])
    return chosen


def _is_child(table: Table, sheets: list[Sheet]) -> bool:
    sheet = next(sheet for sheet in sheets if sheet.name == table.sheet)
    return not _MAIN_SIGNS & table.place.keys() and any(find_table(sheet, kind.wanted, kind.needed) for kind in _PARTS.values())


def _main(table: Table, reading: _Reading, known: frozenset[Part]) -> dict[str, Extract]:
    extracts: dict[str, Extract] = {}
    rows: dict[str, int] = {}
    for number, record in table.records():
        title = one_line(text_of(record["title"]))
        typed = text_of(record["code"])
        if not typed and not title:
            continue
        if not title and code_of(record["code"]).problem and len({text_of(value) for value in record.values()} - {""}) == 1:
            continue  # a heading inside the table: "I. LĨNH VỰC HỘ TỊCH"
        code = _code(record, reading, table.sheet, number)
        if not code.text:
            reading.refused |= {code.base} - {""}
            continue
        if code.base in extracts or code.base in reading.refused:
            if code.base in rows:
                reading.tell("import-code-twice", table.sheet, number, code=code.text, other=f"dòng {rows[code.base]}")
            continue
        rows[code.base] = number
        facts, wrong = facts_of(record)
        for found, details in wrong:
            reading.tell(found, table.sheet, number, code=code.text, **details)
        if any(found == "import-fact-missing" for found, _ in wrong):
            reading.refused.add(code.base)
            continue
        where = place(reading.file, table.sheet, number)
        extracts[code.base] = Extract(code.text, facts, known=known, origin=Origin.WORKBOOK, where=where)
    return extracts


def _code(record: Record, reading: _Reading, sheet: str, number: int) -> Code:
    if not text_of(record["code"]):
        reading.tell("import-code-blank", sheet, number)
        return Code(problem="import-code-blank")
    code = code_of(record["code"])
    if code.problem:
        reading.tell(code.problem, sheet, number, **dict(code.facts))
    return code


def _children(table: Table, chief: str, extracts: dict[str, Extract], reading: _Reading) -> dict[str, list[tuple[int, Record]]]:
    """Rows of a part by code. A row that cannot be given to its procedure makes that procedure incomplete: it is refused."""
    rows: dict[str, list[tuple[int, Record]]] = defaultdict(list)
    orphans: dict[str, int] = {}
    last = ""
    for number, record in table.records():
        if not text_of(record["code"]):
            if text_of(record[chief]):
                reading.tell("import-code-blank", table.sheet, number)
                reading.refused |= {last} - {""}
            continue
        if not text_of(record[chief]) and code_of(record["code"]).problem and len({text_of(value) for value in record.values()} - {""}) == 1:
            continue  # a note below the table
        code = _code(record, reading, table.sheet, number)
        last = code.base
        if not code.text:
            reading.refused |= {code.base} & extracts.keys()
        elif code.base in extracts:
            rows[code.base].append((number, record))
        elif code.base not in reading.refused:
            orphans.setdefault(code.text, number)
    for code_text, number in orphans.items():
        reading.tell("import-code-orphan", table.sheet, number, code=code_text)
    if "Hình thức nộp" in table.place:
        _check_channels(table.sheet, rows, reading)
    return rows


def _check_channels(sheet: str, rows: dict[str, list[tuple[int, Record]]], reading: _Reading) -> None:
    for base, records in rows.items():
        for number, record in records:
            typed = text_of(record["Hình thức nộp"])
            if not channel_kind(typed):
                reading.tell("import-channel", sheet, number, value=typed, code=base)
                reading.refused.add(base)


def _channel(row: Record) -> tuple[str, str, str, str]:
    form = text_of(row.get("Hình thức nộp"))
    kind = channel_kind(form)
    return kind.value if kind else form, text_of(row.get("Thời hạn giải quyết")), text_of(row.get("Phí, lệ phí")), text_of(row.get("Mô tả"))


def _paper(row: Record) -> tuple[str, str, str, str, str, str]:
    name, how, originals, copies, forms = (text_of(row.get(key)) for key in ("Tên giấy tờ", "Hình thức", "Bản chính", "Bản sao", "Mẫu đơn, tờ khai"))
    return one_line(text_of(row.get("case"))), name, how, originals, copies, forms


def _law(row: Record) -> tuple[str, str, str, str, str]:
    number, title, issuer = (text_of(row.get(key)) for key in ("Số ký hiệu", "Trích yếu", "Cơ quan ban hành"))
    return number, title, issuer, legal_day(row.get("Ngày ban hành")), legal_day(row.get("Ngày hiệu lực"))


def _with_parts(extract: Extract, rows: dict[Part, list[tuple[int, Record]]]) -> Extract:
    def each(part: Part) -> list[Record]:
        return [record for _, record in rows.get(part, [])]

    steps = [(one_line(text_of(r.get("case"))), text_of(r["text"])) for r in each(Part.STEPS)]
    return replace(
        extract,
        steps=tuple(step for step in steps if step[1]),
        channels=tuple(_channel(r) for r in each(Part.CHANNELS)),
        evidence=tuple(_paper(r) for r in each(Part.EVIDENCE)),
        outputs=tuple(text for r in each(Part.OUTPUTS) if (text := text_of(r["Tên kết quả"]))),
        conditions="\n".join(text for r in each(Part.CONDITIONS) if (text := text_of(r["text"]))),
        legal=tuple(_law(r) for r in each(Part.LEGAL)),
    )
