"""The record of a procedure read from its rendered body: headings and columns forgive case, marks and order."""

import html as htmllib
import re
from collections.abc import Mapping

from bs4 import BeautifulSoup, Tag

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
    sections = _sections(BeautifulSoup(html, "lxml"), reader)
    for part in (Part.STEPS, Part.CHANNELS, Part.EVIDENCE):
        if part not in sections:
            reader.tell("procedure-part-missing", part, part=part.value)
    evidence = sections.get(Part.EVIDENCE, [])
    conditions = sections.get(Part.CONDITIONS, [])
    parts = Parts(
        steps=tuple((title, _text(nodes), _html(nodes)) for title, nodes in _cases(sections.get(Part.STEPS, []))),
        channels=tuple(_channels(sections.get(Part.CHANNELS), reader)),
        evidence=tuple((title, tuple(_evidence(nodes, reader))) for title, nodes in _cases(evidence)),
        file_count=next((m[1].strip() for node in evidence if (m := _FILE_COUNT.match(_node_text(node)))), ""),
        outputs=tuple(_outputs(sections.get(Part.OUTPUTS, []))),
        conditions=_text(conditions),
        conditions_html=_html(conditions),
        legal_resources=tuple(_legal(sections.get(Part.LEGAL), reader)),
        extra_html=_html(sections.get(Part.EXTRA, [])),
    )
    return parts, tuple(reader.problems)


def _sections(soup: BeautifulSoup, reader: _Reader) -> dict[Part, list[Tag]]:
    """Nodes below each heading of the law. What stands before the first heading belongs to no part: it is told."""
    sections: dict[Part, list[Tag]] = {}
    current: list[Tag] | None = None
    for node in (soup.body or soup).find_all(True, recursive=False):
        if node.name != "h2":
            if current is None:
                reader.tell("procedure-part-unknown", "", part=_node_text(node)[:60], nearest=Part.EXTRA.value, parts=", ".join(Part))
                current = []
            current.append(node)
            continue
        name = " ".join(_node_text(node).split()).strip(" :.")
        part = _part_of(name)
        current = []
        if part is None:
            reader.tell("procedure-part-unknown", name, part=name, nearest=nearest(name, list(Part)) or Part.EXTRA.value, parts=", ".join(Part))
        elif part in sections:
            reader.tell("procedure-part-twice", name, part=name)
        else:
            sections[part] = current
    return sections


def _cases(nodes: list[Tag]) -> list[tuple[str, list[Tag]]]:
    """Nodes by their ``###`` heading; those before the first have an empty title."""
    cases: list[tuple[str, list[Tag]]] = [("", [])]
    for node in nodes:
        if node.name == "h3":
            cases.append((" ".join(_node_text(node).split()), []))
        else:
            cases[-1][1].append(node)
    return [case for case in cases if case[0] or case[1]]


def _node_text(node: Tag) -> str:
    """Text with line breaks where the page breaks lines."""
    for br in node.find_all("br"):
        following = br.next_sibling
        br.replace_with("\n")
        if isinstance(following, str) and following.startswith("\n"):
            following.replace_with(following[1:])
    if node.name == "ul":
        return "\n".join(_item_text(item) for item in node.find_all("li", recursive=False))
    return "\n".join(line.strip() for line in node.get_text().strip().split("\n"))


def _item_text(item: Tag) -> str:
    for br in item.find_all("br", recursive=False):
        br.replace_with("\n")
    lists = item.find_all("ul", recursive=False)
    own = "".join(child.get_text() if isinstance(child, Tag) else str(child) for child in item.children if child not in lists)
    return "\n".join(line for line in [own.strip(), *(_node_text(inner) for inner in lists)] if line)


def _text(nodes: list[Tag]) -> str:
    return "\n".join(text for text in map(_node_text, nodes) if text)


def _html(nodes: list[Tag]) -> str:
    return "\n".join(node.decode(formatter="minimal") for node in nodes)


def _rows(nodes: list[Tag] | None, part: Part, columns: Mapping[str, tuple[str, ...]], reader: _Reader) -> list[dict[str, Tag]]:
    """Rows of the part's table as column → cell; columns are found by their names, wherever they stand."""
    if nodes is None:
        return []
    table = next((t for node in nodes for t in ([node] if node.name == "table" else node.find_all("table"))), None)
    if table is None:
        if any(_node_text(node) for node in nodes):
            reader.tell("procedure-table", part, part=part.value, columns=" | ".join(columns))
        return []
    head = [fold(" ".join(cell.get_text().split())) for cell in table.find_all("th")]
    place = {name: next((i for i, h in enumerate(head) if h == fold(name) or h in spellings), -1) for name, spellings in columns.items()}
    first = next(iter(columns))
    if place[first] < 0:
        reader.tell("procedure-column", part, part=part.value, column=first, columns=" | ".join(columns))
        return []
    rows = [row.find_all("td") for row in table.find_all("tr")]
    return [{name: row[i] for name, i in place.items() if 0 <= i < len(row)} for row in rows if row]


def _cell(row: Mapping[str, Tag], column: str) -> str:
    return _node_text(row[column]) if column in row else ""


def _channels(nodes: list[Tag] | None, reader: _Reader) -> list[Channel]:
    channels = []
    for row in _rows(nodes, Part.CHANNELS, CHANNEL_COLUMNS, reader):
        typed = _cell(row, "Hình thức nộp")
        kind = _CHANNELS.get(" ".join(fold(typed).split()))
        if kind is None:
            reader.tell("procedure-channel", Part.CHANNELS, value=typed)
            continue
        channels.append(Channel(kind, _cell(row, "Thời hạn giải quyết"), _cell(row, "Phí, lệ phí"), _cell(row, "Mô tả")))
    return channels


def _evidence(nodes: list[Tag], reader: _Reader) -> list[TypedEvidence]:
    tables = [node for node in nodes if node.name == "table" or node.find("table")]
    if not tables:
        if any(not _FILE_COUNT.match(_node_text(node)) for node in nodes):
            reader.tell("procedure-table", Part.EVIDENCE, part=Part.EVIDENCE.value, columns=" | ".join(EVIDENCE_COLUMNS))
        return []
    found = []
    for row in _rows(tables, Part.EVIDENCE, EVIDENCE_COLUMNS, reader):
        forms = _forms(row.get("Mẫu đơn, tờ khai"))
        counts = (_cell(row, "Bản chính"), _cell(row, "Bản sao"))
        found.append(TypedEvidence(_cell(row, "Tên giấy tờ"), _cell(row, "Hình thức"), *counts, forms))
    return found


def _forms(cell: Tag | None) -> tuple[TypedForm, ...]:
    """Every link is a form with a file; other lines are names only."""
    if cell is None:
        return ()
    links = cell.find_all("a")
    linked = [TypedForm(" ".join(a.get_text().split()), htmllib.unescape(str(a.get("href") or ""))) for a in links]
    for a in links:
        a.extract()
    names = [line.strip(" ;,") for line in _node_text(cell).split("\n")]
    return (*linked, *(TypedForm(name, "") for name in names if name))


def _outputs(nodes: list[Tag]) -> list[str]:
    """One result a list item or paragraph; its typed marker is left out."""
    found = []
    for node in nodes:
        items = node.find_all("li", recursive=False) if node.name == "ul" else [node]
        for item in items:
            mark = item.find("span", class_="dau", recursive=False)
            if mark is not None:
                mark.extract()
            text = _item_text(item).strip() if item.name == "li" else _node_text(item)
            if text:
                found.append(text)
    return found


def _legal(nodes: list[Tag] | None, reader: _Reader) -> list[LegalResource]:
    rows = _rows(nodes, Part.LEGAL, LEGAL_COLUMNS, reader)
    return [LegalResource(*(_cell(row, column) for column in LEGAL_COLUMNS)) for row in rows]
