"""The detail export "Chi tiết thủ tục hành chính": heads and what follows them, in either of its two layouts.

The older one sets bold heads with a colon; the newer one sets the heads of parts in capitals, cases as
"Trường hợp 1: …", copies as "1 bản chính", and "Không có" where there is nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.channels import channel_kind
from importers.codes import code_of
from importers.container import SourceRefused
from importers.extract import Extract, Harvest, Origin
from importers.facts import facts_of
from importers.labels import CHANNELS, DETAIL_EVIDENCE, LEGAL, Spellings, columns
from importers.layout import CASE, Block, Field, Grid, Paragraph, fields_of
from importers.values import bare, clean, one_line
from plugins.model.parts import Part
from plugins.model.problems import Problem, problem

_COPIES = re.compile(r"bản\s+(chính|sao)\s*:\s*(\d+)", re.IGNORECASE)
_NEW_COPIES = re.compile(r"(\d+)\s*(?:\(\w+\)\s*)?bản\s+(chính|sao)", re.IGNORECASE)


@dataclass
class _Reading:
    """What is gathered while one document is read."""

    file: str
    modern: bool
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False

    def tell(self, message: str, part: str, *, breaks: bool = False, **facts: object) -> None:
        self.problems.append(problem(message, f"{self.file}, mục '{part}'" if part else self.file, **facts))
        self.broken = self.broken or breaks


def read_detail(blocks: Sequence[Block], file: str) -> Harvest:
    """The one procedure of a document. Raises :class:`SourceRefused` when it is no detail export."""
    fields, modern, unknown = fields_of(blocks)
    if not any(f.head == "code" for f in fields) or not any(isinstance(f.head, Part) for f in fields):
        raise SourceRefused("import-not-detail")
    reading = _Reading(file, modern)
    for label in unknown:
        reading.tell("import-head-unknown", "", label=label)
    by_head: dict[Part | str, Field] = {}
    for one in fields:
        if one.head in by_head:
            by_head[one.head].blocks += one.blocks
        else:
            by_head[one.head] = one
    record = {key: _joined(f.blocks, modern) for key, f in by_head.items() if isinstance(key, str)}
    code = code_of(record.pop("code", ""))
    facts, wrong = facts_of(record)
    for found, details in wrong:
        reading.tell(found, "", breaks=found == "import-fact-missing", code=code.text, **details)
    if code.problem:
        reading.tell(code.problem, "Mã thủ tục", breaks=True, **dict(code.facts))
    extract = Extract(
        code.text,
        facts,
        steps=tuple(_steps(by_head, reading)),
        channels=tuple(_channels(by_head, reading)),
        evidence=tuple(_evidence(by_head, reading)),
        file_count=one_line(record.get("file_count", "")),
        outputs=tuple(_outputs(by_head, reading)),
        conditions=_joined(by_head[Part.CONDITIONS].blocks, modern) if Part.CONDITIONS in by_head else "",
        legal=tuple(_legal(by_head, reading)),
        known=frozenset(head for head in by_head if isinstance(head, Part)),
        origin=Origin.DETAIL,
        where=file,
    )
    if reading.broken:
        return Harvest((), frozenset({code.base} - {""}), tuple(reading.problems))
    return Harvest((extract,), frozenset(), tuple(reading.problems))


def _joined(blocks: Sequence[Block], modern: bool) -> str:
    lines = [b.text if isinstance(b, Paragraph) else "\n".join(" ".join(row) for row in b.rows) for b in blocks]
    return _nothing("\n".join(text for line in lines if (text := clean(line))), modern)


def _nothing(text: str, modern: bool) -> str:
    return "" if modern and bare(text) in {"khong co", "khong"} else text


def _cases(blocks: Sequence[Block], modern: bool) -> Iterator[tuple[str, list[Block]]]:
    """Blocks by case; in the newer layout, and in bold, "Trường hợp 1: …" opens one."""
    case, inside = "", list[Block]()
    for block in blocks:
        if isinstance(block, Paragraph) and CASE.match(block.text) and "\n" not in block.text and (modern or block.lead == block.text):
            if inside:
                yield case, inside
            case, inside = one_line(block.text), []
        else:
            inside.append(block)
    if inside:
        yield case, inside


def _steps(fields: dict[Part | str, Field], reading: _Reading) -> Iterator[tuple[str, str]]:
    for case, blocks in _cases(fields[Part.STEPS].blocks if Part.STEPS in fields else [], reading.modern):
        if text := _joined(blocks, reading.modern):
            yield case, text


def _rows(grid: Grid, wanted: Spellings, first: str, place: dict[str, int]) -> Iterator[tuple[str, dict[str, str]]]:
    """(group heading, column → text); ``place`` remembers the header for a table that goes on without one."""
    group = ""
    for row in grid.rows:
        found = columns([one_line(cell) for cell in row], wanted)
        if first in found and len(found) > 1:
            place.clear()
            place.update(found)
        elif len(row) == 1 and (len(place) > 1 or not place):
            group = one_line(row[0])
        elif place and any(row):
            yield group, {name: clean(row[i]) if i < len(row) else "" for name, i in place.items()}


def _table(part: Part, wanted: Spellings, first: str, fields: dict[Part | str, Field], reading: _Reading) -> Iterator[tuple[str, dict[str, str]]]:
    """Rows of a part that is one table. Text that is no table cannot be read."""
    place: dict[str, int] = {}
    for block in fields[part].blocks if part in fields else []:
        if isinstance(block, Grid):
            rows = list(_rows(block, wanted, first, place))
            if not place and any(any(row) for row in block.rows):
                reading.tell("import-table", part.value, breaks=True, columns=" | ".join(name for name in wanted if name != "code"))
            yield from rows
        elif _nothing(clean(block.text), reading.modern):
            reading.tell("import-text", part.value, breaks=True, text=one_line(block.text)[:80])


def _channels(fields: dict[Part | str, Field], reading: _Reading) -> Iterator[tuple[str, str, str, str]]:
    for _, row in _table(Part.CHANNELS, CHANNELS, "Hình thức nộp", fields, reading):
        kind = channel_kind(row["Hình thức nộp"])
        if kind is None:
            reading.tell("import-channel", Part.CHANNELS.value, breaks=True, value=row["Hình thức nộp"], code="này")
            continue
        yield kind.value, row.get("Thời hạn giải quyết", ""), row.get("Phí, lệ phí", ""), row.get("Mô tả", "")


def _evidence(fields: dict[Part | str, Field], reading: _Reading) -> Iterator[tuple[str, str, str, str, str, str]]:
    """A heading above a table, or a row across it, names the case; "Bao gồm" names none. Loose text is a note."""
    place: dict[str, int] = {}
    case, waiting = "", list[str]()
    for block in fields[Part.EVIDENCE].blocks if Part.EVIDENCE in fields else []:
        if isinstance(block, Paragraph):
            waiting += [text for text in [_nothing(clean(block.text), reading.modern)] if text]
            continue
        if waiting:
            *notes, heading = waiting
            yield from ((case, note, "", "", "", "") for note in notes)
            case, waiting = _case_name(heading), []
        for group, row in _rows(block, DETAIL_EVIDENCE, "Tên giấy tờ", place):
            originals, copies = _counts(row)
            yield (_case_name(group) or case, row["Tên giấy tờ"], row.get("Hình thức", ""), originals, copies, row.get("Mẫu đơn, tờ khai", ""))
        if not place and any(any(row) for row in block.rows):
            reading.tell("import-table", Part.EVIDENCE.value, breaks=True, columns="Tên giấy tờ | Mẫu đơn, tờ khai | Số lượng")
    yield from ((case, note, "", "", "", "") for note in waiting)


def _case_name(heading: str) -> str:
    name = one_line(heading).strip("* :")
    return "" if bare(name) in {"bao gom", "bao gom cac giay to sau", "ho so bao gom"} else name


def _counts(row: dict[str, str]) -> tuple[str, str]:
    """(originals, copies) from their own columns, ``Bản chính: 1`` or ``1 bản chính``; other words stand as they are.

    The export always prints both counts: a zero is what the workbook of the same database leaves blank.
    """
    if "count" not in row:
        return row.get("Bản chính", ""), row.get("Bản sao", "")
    text = one_line(row["count"])
    found = {which.lower(): number for which, number in _COPIES.findall(text)}
    found = found or {which.lower(): number for number, which in _NEW_COPIES.findall(text)}
    if not found:
        return ("" if bare(text) in {"khong co", "khong"} else text), ""
    return found.get("chính", "").lstrip("0"), found.get("sao", "").lstrip("0")


def _outputs(fields: dict[Part | str, Field], reading: _Reading) -> Iterator[str]:
    blocks = fields[Part.OUTPUTS].blocks if Part.OUTPUTS in fields else []
    text = _joined([b for b in blocks if isinstance(b, Paragraph)], reading.modern)
    if text:
        yield text
    for grid in (b for b in blocks if isinstance(b, Grid)):
        place = next((at for row in grid.rows if (at := columns([one_line(c) for c in row], {"Tên kết quả": ("ten ket qua", "ket qua")}))), {})
        if not place:
            reading.tell("import-table", Part.OUTPUTS.value, breaks=True, columns="Tên kết quả")
            continue
        names = [clean(row[place["Tên kết quả"]]) for row in grid.rows if len(row) > place["Tên kết quả"]]
        yield from (name for name in names[1:] if name)


def _legal(fields: dict[Part | str, Field], reading: _Reading) -> Iterator[tuple[str, str, str, str, str]]:
    for _, row in _table(Part.LEGAL, LEGAL, "Số ký hiệu", fields, reading):
        number, title, issuer = (row.get(name, "") for name in ("Số ký hiệu", "Trích yếu", "Cơ quan ban hành"))
        yield number, title, issuer, row.get("Ngày ban hành", ""), row.get("Ngày hiệu lực", "")
