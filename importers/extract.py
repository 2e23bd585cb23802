"""What an official document says of one procedure, word for word, before it is written as Markdown."""

from dataclasses import dataclass, field
from enum import IntEnum

from plugins.model.parts import Part
from plugins.model.problems import Problem

OFFICIAL_PARTS = tuple(part for part in Part if part is not Part.EXTRA)


class Origin(IntEnum):
    """Where an extract comes from; the greater one says more."""

    LIST = 1
    WORKBOOK = 2
    DETAIL = 3


@dataclass(frozen=True, slots=True)
class Extract:
    """One procedure of a source. ``facts`` are front matter keys; texts keep their line breaks.

    ``steps``: (case, text) · ``channels``: (form, time, fee, note) · ``evidence``: (case, name, how, originals, copies, forms)
    · ``legal``: (number, title, issuer, issued, effective). ``known``: the parts that the source speaks of at all.
    """

    code: str
    facts: dict[str, str]
    steps: tuple[tuple[str, str], ...] = ()
    channels: tuple[tuple[str, str, str, str], ...] = ()
    evidence: tuple[tuple[str, str, str, str, str, str], ...] = ()
    file_count: str = ""
    outputs: tuple[str, ...] = ()
    conditions: str = ""
    legal: tuple[tuple[str, str, str, str, str], ...] = ()
    known: frozenset[Part] = frozenset(OFFICIAL_PARTS)
    origin: Origin = Origin.WORKBOOK
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Harvest:
    """All that was read from one or many sources. ``refused`` are codes that a source names but that were not read."""

    extracts: tuple[Extract, ...] = ()
    refused: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
