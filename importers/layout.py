"""Blocks of a document, and the heads that divide a detail export into fields."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.labels import FACTS
from importers.values import bare
from plugins.model.parts import Part

_PARTS = {
    Part.STEPS: ("trinh tu thuc hien", "trinh tu"),
    Part.CHANNELS: ("cach thuc thuc hien", "cach thuc"),
    Part.EVIDENCE: ("thanh phan ho so", "thanh phan so luong ho so", "thanh phan va so luong ho so"),
    Part.OUTPUTS: ("ket qua thuc hien", "ket qua", "ket qua thuc hien thu tuc hanh chinh", "ket qua xu ly"),
    Part.CONDITIONS: ("yeu cau dieu kien thuc hien", "yeu cau dieu kien", "yeu cau dieu kien thuc hien thu tuc hanh chinh"),
    Part.LEGAL: ("can cu phap ly", "can cu phap ly cua thu tuc hanh chinh"),
}
_HEADS: dict[str, Part | str] = {
    **{label: key for key, labels in FACTS.items() for label in labels if label not in {"ma", "ten", "link"}},
    **{label: part for part, labels in _PARTS.items() for label in labels},
    "so luong ho so": "file_count",
    "so bo ho so": "file_count",
}
_PLAIN_HEADS = frozenset({"ma thu tuc", "ten thu tuc", "linh vuc", "trinh tu thuc hien", "thanh phan ho so"})
CASE = re.compile(r"trường hợp\s+\d+\s*[:.]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``lead`` is the bold text it begins with, ``text`` all of it."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; a row of one cell spans all columns."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Grid


@dataclass
class Field:
    head: Part | str
    label: str
    blocks: list[Block] = field(default_factory=list)


def fields_of(blocks: Sequence[Block]) -> tuple[list[Field], bool, list[str]]:
    """Heads with what follows each; whether the layout is the newer one; bold heads that nobody knows."""
    leads = [head for b in blocks if isinstance(b, Paragraph) and (head := _head(b.lead))]
    bold = len(leads) >= 5
    modern = any(b.text.isupper() and isinstance(_head(b.text), Part) for b in blocks if isinstance(b, Paragraph))
    fields: list[Field] = []
    unknown: list[str] = []
    for block in blocks:
        found = _split(block, bold) if isinstance(block, Paragraph) else None
        if found is not None:
            head, label, rest = found
            fields.append(Field(head, label, [Paragraph(rest)] if rest else []))
            continue
        free = fields and isinstance(fields[-1].head, Part)  # bold words inside a part are its own
        if isinstance(block, Paragraph) and bold and fields and not free and _is_unknown_head(block):
            unknown.append(block.lead.strip(" :"))
        if fields:
            fields[-1].blocks.append(block)
    return fields, modern, unknown


def _head(text: str) -> Part | str | None:
    return _HEADS.get(re.sub(r"^[\divx]+ (?:\d+ )*", "", bare(text)) if text[:1].isdigit() else bare(text))


def _split(block: Paragraph, bold: bool) -> tuple[Part | str, str, str] | None:
    """(head, label, value on the same line) of a paragraph that begins a field."""
    lead, colon, rest = block.text.partition(":")
    head = _head(lead)
    if head is not None and colon:
        begins = not bold or (block.lead and bare(block.lead).startswith(bare(lead)))
        if begins and (bold or bare(lead) in _PLAIN_HEADS or lead[:1].isupper()):
            return head, lead.strip(), rest.strip()
    whole = _head(block.text)
    if whole is not None and (block.text.isupper() or block.lead == block.text):
        return whole, block.text.strip(), ""
    if block.lead and (head := _head(block.lead)) is not None:
        return head, block.lead.strip(" :"), block.text[len(block.lead) :].lstrip(" :\n")
    return None


def _is_unknown_head(block: Paragraph) -> bool:
    lead = block.lead.strip()
    return lead.endswith(":") and len(lead) < 60 and block.text.startswith(lead) and not CASE.match(lead) and "\n" not in lead
