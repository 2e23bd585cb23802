"""``citations``: how well mentions of documents are found, held against lists of real strings with the parse each must get.

Columns of such a list: raw, type, number, date, issuer; several citations in one string are parted by `` | ``. A list
without those columns holds strings with no citation in them.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from commands.session import DONE, REFUSED, fail
from plugins.model.citations import Citation, citations_in

FIELDS = {"type": "loại", "number": "số, ký hiệu", "date": "ngày", "issuer": "cơ quan ban hành"}
ENOUGH = 0.97
# The field's own doubts (DOMAIN.md, 7): "Văn bản" is nearly always a Công văn; the longer name may be told by the shorter.
_GENERIC = {"Văn bản", "Công văn"}

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One string: where it stands, what is in it, what was found."""

    line: int
    raw: str
    expected: tuple[Fields, ...]
    found: tuple[Fields, ...]

    @property
    def pairs(self) -> list[tuple[Fields, Fields]]:
        """Expected beside found: by number where that is equal, the rest in order; {} where one is missing."""
        left, pairs = list(self.found), []
        missing = []
        for one in self.expected:
            same = next((other for other in left if other["number"] == one["number"]), None)
            if same is None:
                missing.append(one)
            else:
                left.remove(same)
                pairs.append((one, same))
        length = max(len(missing), len(left))
        return pairs + list(zip(missing + [{}] * (length - len(missing)), left + [{}] * (length - len(left)), strict=True))

    @property
    def is_right(self) -> bool:
        return all(agree(name, one.get(name, ""), other.get(name, "")) for one, other in self.pairs for name in FIELDS)


def run(files: Sequence[Path], wrong: bool) -> int:
    """Precision and recall by field; 1 when one of them is below :data:`ENOUGH`."""
    rows: list[Row] = []
    for file in files:
        try:
            rows += read_rows(file)
        except (OSError, UnicodeDecodeError, csv.Error, KeyError) as error:
            return fail(f"Không đọc được {file}: cần tệp UTF-8 có cột raw, và type, number, date, issuer ({error}).")
    missed = [row for row in rows if not row.is_right]
    click.echo(f"{len(rows)} chuỗi, {sum(len(row.expected) for row in rows)} lần nhắc văn bản; đúng hết: {len(rows) - len(missed)} chuỗi")
    click.echo(f"{'':<18}{'độ chính xác':>14}{'độ phủ':>10}")
    scores = {name: scored(rows, name) for name in FIELDS}
    for name, (precision, recall) in scores.items():
        click.echo(f"{FIELDS[name]:<18}{precision:>14.4f}{recall:>10.4f}")
    for row in missed if wrong else ():
        click.echo(f"\ndòng {row.line}: {row.raw}\n  phải là: {_shown(row.expected)}\n  tìm thấy: {_shown(row.found)}")
    return DONE if all(min(both) >= ENOUGH for both in scores.values()) else REFUSED


def read_rows(file: Path) -> list[Row]:
    """The rows of a list, each read by the grammar."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(number, row["raw"], _expected(row), tuple(map(_fields, citations_in(row["raw"])))) for number, row in enumerate(reader, 2)]


def _expected(row: dict[str, str]) -> tuple[Fields, ...]:
    if "number" not in row:
        return ()
    columns = [[part.strip() for part in (row[name] or "").split("|")] for name in FIELDS]
    count = max(map(len, columns))
    padded = [column + [""] * (count - len(column)) for column in columns]
    return tuple(dict(zip(FIELDS, values, strict=True)) for values in zip(*padded, strict=True))


def _fields(one: Citation) -> Fields:
    return {name: getattr(one, name) for name in FIELDS}


def agree(name: str, expected: str, found: str) -> bool:
    """Whether a field was read right."""
    if name != "type" or expected == found:
        return expected == found
    longer = (expected.startswith(("Báo cáo ", "Chương trình ")) and expected.startswith(f"{found} ")) if found else False
    return longer or {expected, found} == _GENERIC


def scored(rows: Iterable[Row], name: str) -> tuple[float, float]:
    """Precision and recall of one field; 1 where there was nothing to find or to be found wrong."""
    count = Counter[str]()
    for row in rows:
        for one, other in row.pairs:
            expected, found = one.get(name, ""), other.get(name, "")
            count["expected"] += bool(expected)
            count["found"] += bool(found)
            count["right"] += bool(expected) and agree(name, expected, found)
    precision, recall = (count["right"] / count[of] if count[of] else 1.0 for of in ("found", "expected"))
    return precision, recall


def _shown(fields: Iterable[Fields]) -> str:
    return "; ".join(" / ".join(one[name] or "–" for name in FIELDS) for one in fields) or "không có"
