"""The procedures that ``content/thu-tuc`` already holds. What reads a file's front matter is handed in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from importers.values import bare
from plugins.model.keys import PROCEDURE_KEYS
from plugins.model.parts import PART_NAMES, Part
from plugins.model.procedure import read_code

FOLDER, VERSIONS = "thu-tuc", "phien-ban"
_LISTED = frozenset({"audience", "keywords", "life_event"})
_HEADING = re.compile(r"^ {0,3}##(?!#)\s*(.+?)\s*#*\s*$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(([^()\s]+)\)")
_PARTS = {bare(name): part for name, part in [*((part.value, part) for part in Part), *PART_NAMES.items()]}

# Bytes of a file → its front matter and body, or None when it has errors.
Reader = Callable[[bytes], tuple[dict[str, str | list[str]], str] | None]


@dataclass(frozen=True)
class Shelved:
    """One file. ``path`` is relative to the content folder; ``facts`` is None when the file has errors."""

    path: str
    base: str
    facts: dict[str, str] | None
    body: str = ""

    @property
    def is_version(self) -> bool:
        return f"/{VERSIONS}/" in f"/{self.path}"

    @cached_property
    def _sections(self) -> list[tuple[str, str]]:
        """(heading, text) of each ``##`` section; the text before the first has an empty heading."""
        found: list[tuple[str, list[str]]] = [("", [])]
        fenced = False
        for line in self.body.split("\n"):
            fenced ^= bool(_FENCE.match(line))
            heading = None if fenced else _HEADING.match(line)
            if heading:
                found.append((heading[1], []))
            else:
                found[-1][1].append(line)
        return [(heading, "\n".join(lines).strip()) for heading, lines in found]

    @cached_property
    def parts(self) -> dict[Part, str]:
        """Text of each official part."""
        return {part: text for heading, text in self._sections if (part := _part(heading)) and part is not Part.EXTRA}

    @cached_property
    def local_parts(self) -> str:
        """Everything that is no official part, as it stands; what no heading opens goes below "Thông tin thêm"."""
        loose = [text for heading, text in self._sections if not heading and text]
        own = [f"## {heading}\n\n{text}".strip() for heading, text in self._sections if heading and _part(heading) in {None, Part.EXTRA}]
        return "\n\n".join([*(f"## {Part.EXTRA.value}\n\n{text}" for text in loose), *own])

    @cached_property
    def links(self) -> dict[str, str]:
        """Name of a form → file that an officer linked to it."""
        found = _LINK.findall(self.parts.get(Part.EVIDENCE, ""))
        return {re.sub(r"\\(.)", r"\1", label).replace("&lt;", "<").replace("&amp;", "&"): target for label, target in found}


def _part(heading: str) -> Part | None:
    return _PARTS.get(bare(re.sub(r"^[\d.]+\s*", "", heading)))


def read_shelf(content: Path, read: Reader) -> list[Shelved]:
    """Every procedure file, earlier versions too, in the order of their paths."""
    folder = content / FOLDER
    files = sorted(p for p in folder.rglob("*.md") if p.is_file() and not p.is_symlink()) if folder.is_dir() else []
    return [_shelved(path, path.relative_to(content).as_posix(), read) for path in files]


def _shelved(path: Path, name: str, read: Reader) -> Shelved:
    try:
        found = read(path.read_bytes())
    except OSError:
        found = None
    if found is None:
        typed = read_code(path.stem)
        return Shelved(name, typed[0] if typed else "", None)
    values, body = found
    facts = {key: _flat(key, values[key]) for key in PROCEDURE_KEYS if values.get(key)}
    code = read_code(facts.get("code", ""))
    return Shelved(name, code[0] if code else "", facts, body)


def _flat(key: str, value: str | list[str]) -> str:
    return value if isinstance(value, str) else ("; " if key in _LISTED else ", ").join(value)
