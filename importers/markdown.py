"""An extract as the Markdown that an editor reviews and the site reads: nothing lost, nothing rounded."""

import re
from collections.abc import Mapping
from itertools import groupby

from importers.extract import Extract
from plugins.model.parts import CHANNEL_COLUMNS, EVIDENCE_COLUMNS, LEGAL_COLUMNS, Part
from plugins.model.text import nfc

_SPECIAL = re.compile(r"([\\`*_\[\]{}|])")
_LINE_START = re.compile(r"^(#|>|={3,}|-{3,}\s*$|~{3,})")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    text = _SPECIAL.sub(r"\\\1", text.strip())
    return _LINE_START.sub(r"\\\1", _ENTITY.sub("&amp;", text).replace("<", "&lt;"))


def cell(text: str) -> str:
    """Text for a table cell; lines are separated by ``<br>``."""
    return "<br>".join(escape(line) for line in text.split("\n") if line.strip())


def paragraphs(text: str) -> str:
    """Each line of the source a paragraph of its own."""
    return "\n\n".join(escape(line) for line in text.split("\n") if line.strip())


def table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A pipe table with fixed columns."""
    return "\n".join(_row(line) for line in (columns, tuple("---" for _ in columns), *(tuple(map(cell, row)) for row in rows)))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(text or ' ' for text in cells)} |"


def quoted(value: str) -> str:
    """A value of front matter, always in double quotes, on one line."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", " ")
    return f'"{escaped}"'


def to_markdown(extract: Extract, kept: dict[str, str] | None = None, local_parts: str = "") -> str:
    """The whole file. ``kept`` are facts that an officer added by hand; ``local_parts`` a section of hers."""
    return whole_file({"code": extract.code, **extract.facts, **(kept or {})}, parts_of_body(extract), local_parts)


def whole_file(facts: Mapping[str, str], parts: Mapping[Part, str], local_parts: str = "") -> str:
    """Front matter and body from their pieces; the parts stand in the order of the law."""
    sections = [f"## {part.value}\n\n{parts[part].strip()}" for part in Part if parts.get(part, "").strip()]
    return with_head(facts, "\n\n".join([*sections, *([local_parts.strip()] if local_parts.strip() else [])]))


def with_head(facts: Mapping[str, str], body: str) -> str:
    """Front matter in double quotes, then a body."""
    head = "\n".join(f"{key}: {quoted(nfc(value))}" for key, value in facts.items() if value.strip())
    return f"---\n{head}\n---\n\n{nfc(body)}\n"


def parts_of_body(extract: Extract, links: Mapping[str, str] | None = None) -> dict[Part, str]:
    """Each part as Markdown, empty where there is nothing. ``links``: name of a form → file that the officer gave it."""
    # The blank keeps two lines apart for a reader that drops the break.
    outputs = "\n".join(f"- {cell(output).replace('<br>', '<br> ')}" for output in extract.outputs)
    return {
        Part.STEPS: _cases([(case, paragraphs(text)) for case, text in extract.steps]),
        Part.CHANNELS: table(tuple(CHANNEL_COLUMNS), list(extract.channels)) if extract.channels else "",
        Part.EVIDENCE: _evidence(extract, links or {}),
        Part.OUTPUTS: outputs,
        Part.CONDITIONS: paragraphs(extract.conditions),
        Part.LEGAL: table(tuple(LEGAL_COLUMNS), list(extract.legal)) if extract.legal else "",
    }


def _cases(cases: list[tuple[str, str]]) -> str:
    return "\n\n".join(f"### {escape(title)}\n\n{text}" if title else text for title, text in cases if text)


def _evidence(extract: Extract, links: Mapping[str, str]) -> str:
    cases = []
    columns = tuple(EVIDENCE_COLUMNS)
    for case, rows in groupby(extract.evidence, key=lambda row: row[0]):
        typed = [(cell(name), _forms(forms, links), cell(originals), cell(copies), cell(how)) for _, name, how, originals, copies, forms in rows]
        cases.append((case, "\n".join(_row(line) for line in (columns, tuple("---" for _ in columns), *typed))))
    count = f"Số lượng hồ sơ: {escape(extract.file_count)}" if extract.file_count else ""
    return "\n\n".join(part for part in (_cases(cases), count) if part)


def _forms(text: str, links: Mapping[str, str]) -> str:
    names = [line.strip() for line in text.split("\n") if line.strip()]
    return "<br>".join(f"[{escape(name)}]({links[name]})" if name in links else escape(name) for name in names)
