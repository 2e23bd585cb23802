"""The record of a procedure read from its rendered body: headings and columns forgive case, marks and order."""

import html as htmllib
import re
from collections.abc import Mapping

from plugins.model.parts import (
    CHANNEL_COLUMNS,
    EVIDENCE_COLUMNS,
    LEGAL_COLUMNS,
    PART_NAMES,
    Part,
    Parts,
    TypedEvidence,
    TypedForm,
)
from plugins.model.problems import Problem, problem
from plugins.model.procedure import Channel, ChannelKind, LegalResource
from plugins.model.text import fold, nearest
from plugins.reading.nodes import Node, blocks_of, html_of, item_text, plain, remove, text_of

_CHANNELS = {
    "truc tiep": ChannelKind.DIRECT,
    "truc tuyen": ChannelKind.ONLINE,
    "nop truc tuyen": ChannelKind.ONLINE,
    "dich vu buu chinh": ChannelKind.POST,
    "buu chinh": ChannelKind.POST,
    "buu chinh cong ich": ChannelKind.POST,
    "dich vu buu chinh cong ich": ChannelKind.POST,
    "qua buu chinh": ChannelKind.POST,
}
_FILE_COUNT = re.compile(r"^\s*số (?:lượng|bộ) hồ sơ\s*:?\s*(.+)$", re.IGNORECASE)
_BY_FOLD = {**PART_NAMES, **{fold(part): part for part in Part}}


def _part_of(heading: str) -> Part | None:
    """The part that a heading names, its number, colon, case and marks forgiven."""
    return _BY_FOLD.get(fold(re.sub(r"^[\d.]+\s*", "", " ".join(heading.split()).strip(" :."))))


class _Reader:
    """Gathers parts and problems of one body; ``lines`` finds the line of a heading."""

    def __init__(self, body: str, first_line: int) -> None:
        self._headings = {
            fold(text.strip(" #")): first_line + i for i, text in enumerate(body.split("\n")) if text.lstrip().startswith("#")
        }
        for typed, line in list(self._headings.items()):
            part = _part_of(typed)
            if part is not None:
                self._headings.setdefault(fold(part), line)
        self.problems: list[Problem] = []

    def tell(self, code: str, heading: str, **facts: object) -> None:
        self.problems.append(problem(code, "", self._headings.get(fold(heading), 0), **facts))


def parts_of(html: str, body: str, first_line: int) -> tuple[Parts, tuple[Problem, ...]]:
    """Parts of clean HTML, and what is wrong with them; problems have an empty path."""
    reader = _Reader(body, first_line)
    sections = _sections(blocks_of(html), reader)
    for part in (Part.STEPS, Part.CHANNELS, Part.EVIDENCE):
        if part not in sections:
            reader.tell("procedure-part-missing", part, part=part.value)
    evidence = sections.get(Part.EVIDENCE, [])
    conditions = sections.get(Part.CONDITIONS, [])
    parts = Parts(
        steps=tuple((title, _text(nodes), html_of(nodes)) for title, nodes in _cases(sections.get(Part.STEPS, []))),
        channels=tuple(_channels(sections.get(Part.CHANNELS), reader)),
        evidence=tuple((title, tuple(_evidence(nodes, reader))) for title, nodes in _cases(evidence)),
        file_count=next((m[1].strip() for node in evidence if (m := _FILE_COUNT.match(text_of(node)))), ""),
        outputs=tuple(_outputs(sections.get(Part.OUTPUTS, []))),
        conditions=_text(conditions),
        conditions_html=html_of(conditions),
        legal_resources=tuple(_legal(sections.get(Part.LEGAL), reader)),
        extra_html=html_of(sections.get(Part.EXTRA, [])),
    )
    return parts, tuple(reader.problems)


def _sections(blocks: list[Node], reader: _Reader) -> dict[Part, list[Node]]:
    """Nodes below each heading of the law. What stands before the first heading belongs to no part: it is told."""
    sections: dict[Part, list[Node]] = {}
    current: list[Node] | None = None
    for node in blocks:
        if node.tag != "h2":
            if current is None:
                reader.tell("procedure-part-unknown", "", part=text_of(node)[:60], nearest=Part.EXTRA.value, parts=", ".join(Part))
                current = []
            current.append(node)
            continue
        name = " ".join(text_of(node).split()).strip(" :.")
        part = _part_of(name)
        current = []
        if part is None:
            reader.tell("procedure-part-unknown", name, part=name, nearest=nearest(name, list(Part)) or Part.EXTRA.value, parts=", ".join(Part))
        elif part in sections:
            reader.tell("procedure-part-twice", name, part=name)
        else:
            sections[part] = current
    return sections


def _cases(nodes: list[Node]) -> list[tuple[str, list[Node]]]:
    """Nodes by their ``###`` heading; those before the first have an empty title."""
    cases: list[tuple[str, list[Node]]] = [("", [])]
    for node in nodes:
        if node.tag == "h3":
            cases.append((" ".join(text_of(node).split()), []))
        else:
            cases[-1][1].append(node)
    return [case for case in cases if case[0] or case[1]]


def _text(nodes: list[Node]) -> str:
    return "\n".join(text for text in map(text_of, nodes) if text)


def _rows(nodes: list[Node] | None, part: Part, columns: Mapping[str, tuple[str, ...]], reader: _Reader) -> list[dict[str, Node]]:
    """Rows of the part's table as column → cell; columns are found by their names, wherever they stand."""
    if nodes is None:
        return []
    table = next((t for node in nodes for t in node.iter("table")), None)
    if table is None:
        if any(text_of(node) for node in nodes):
            reader.tell("procedure-table", part, part=part.value, columns=" | ".join(columns))
        return []
    head = [fold(" ".join(plain(cell).split())) for cell in table.iter("th")]
    place = {name: next((i for i, h in enumerate(head) if h == fold(name) or h in spellings), -1) for name, spellings in columns.items()}
    first = next(iter(columns))
    if place[first] < 0:
        reader.tell("procedure-column", part, part=part.value, column=first, columns=" | ".join(columns))
        return []
    rows = [list(row.iter("td")) for row in table.iter("tr")]
    return [{name: row[i] for name, i in place.items() if 0 <= i < len(row)} for row in rows if row]


def _cell(row: Mapping[str, Node], column: str) -> str:
    return text_of(row[column]) if column in row else ""


def _channels(nodes: list[Node] | None, reader: _Reader) -> list[Channel]:
    channels = []
    for row in _rows(nodes, Part.CHANNELS, CHANNEL_COLUMNS, reader):
        typed = _cell(row, "Hình thức nộp")
        kind = _CHANNELS.get(" ".join(fold(typed).split()))
        if kind is None:
            reader.tell("procedure-channel", Part.CHANNELS, value=typed)
            continue
        channels.append(Channel(kind, _cell(row, "Thời hạn giải quyết"), _cell(row, "Phí, lệ phí"), _cell(row, "Mô tả")))
    return channels


def _evidence(nodes: list[Node], reader: _Reader) -> list[TypedEvidence]:
    tables = [node for node in nodes if next(node.iter("table"), None) is not None]
    if not tables:
        if any(not _FILE_COUNT.match(text_of(node)) for node in nodes):
            reader.tell("procedure-table", Part.EVIDENCE, part=Part.EVIDENCE.value, columns=" | ".join(EVIDENCE_COLUMNS))
        return []
    found = []
    for row in _rows(tables, Part.EVIDENCE, EVIDENCE_COLUMNS, reader):
        forms = _forms(row.get("Mẫu đơn, tờ khai"))
        counts = (_cell(row, "Bản chính"), _cell(row, "Bản sao"))
        found.append(TypedEvidence(_cell(row, "Tên giấy tờ"), _cell(row, "Hình thức"), *counts, forms))
    return found


def _forms(cell: Node | None) -> tuple[TypedForm, ...]:
    """Every link is a form with a file; other lines are names only."""
    if cell is None:
        return ()
    links = list(cell.iter("a"))
    linked = [TypedForm(" ".join(plain(a).split()), htmllib.unescape(a.get("href") or "")) for a in links]
    for a in links:
        remove(a)
    names = [line.strip(" ;,") for line in text_of(cell).split("\n")]
    return (*linked, *(TypedForm(name, "") for name in names if name))


def _outputs(nodes: list[Node]) -> list[str]:
    """One result a list item or paragraph; its typed marker is left out."""
    found = []
    for node in nodes:
        items = node.findall("li") if node.tag == "ul" else [node]
        for item in items:
            mark = next((one for one in item.findall("span") if one.get("class") == "dau"), None)
            if mark is not None:
                remove(mark)
            text = item_text(item).strip() if item.tag == "li" else text_of(item)
            if text:
                found.append(text)
    return found


def _legal(nodes: list[Node] | None, reader: _Reader) -> list[LegalResource]:
    rows = _rows(nodes, Part.LEGAL, LEGAL_COLUMNS, reader)
    return [LegalResource(*(_cell(row, column) for column in LEGAL_COLUMNS)) for row in rows]
