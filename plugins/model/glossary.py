"""Abbreviations of administrative prose: what each means, and how it is said. Data stand in ``glossary.tsv``.

One list serves everything that spells them out: the radio script, and ``<abbr>`` on pages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_CAPITALS = re.compile(r"[A-ZĐƯ](?:[-&]?[A-ZĐƯ])+")
FILE = Path(__file__).with_name("glossary.tsv")


@dataclass(frozen=True, slots=True)
class Term:
    """``spoken`` differs from ``meaning`` where people say a name instead: PAPI is said "Pa pi".

    ``heard_only``: no page explains it, since it has two meanings, is a name or a document's symbol, or known to everybody.
    """

    short: str
    meaning: str
    spoken: str
    heard_only: bool = False


@dataclass(frozen=True)
class Glossary:
    """Terms by their short form; letters of one form in another case are another term."""

    terms: Mapping[str, Term]

    def said(self, short: str) -> str:
        """How a short form is spoken; "" for an unknown one."""
        term = self.terms.get(short)
        return term.spoken if term else ""

    @property
    def shown(self) -> dict[str, str]:
        """What pages explain: capitals, by their meaning. Two letters may mean much, so only a unit itself can say what."""
        return {short: term.meaning for short, term in self.terms.items() if _CAPITALS.fullmatch(short) and not term.heard_only}

    @property
    def pattern(self) -> "re.Pattern[str]":
        """Any short form where it stands as a word of its own, the longest first."""
        return _pattern(tuple(sorted(self.terms, key=lambda short: (-len(short), short))))


@lru_cache(maxsize=8)
def _pattern(shorts: tuple[str, ...]) -> "re.Pattern[str]":
    return re.compile(rf"(?<![\w&])(?:{'|'.join(map(re.escape, shorts))})(?![\w&])")


@lru_cache(maxsize=1)
def _own() -> tuple[Term, ...]:
    return read_terms(FILE.read_text(encoding="utf-8"))


def read_terms(text: str) -> tuple[Term, ...]:
    """Rows of short form, meaning, what is said where that differs, and ``loa`` where it is for the ear alone; ``#`` begins a remark."""
    rows = ([*line.split("\t"), "", ""] for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(Term(row[0], row[1], row[2] or row[1], row[3] == "loa" or len(row[0]) < 3) for row in rows)


def glossary(additions: Mapping[str, str]) -> Glossary:
    """The list of the program with a unit's own terms (``[abbreviations]`` of its profile), which count before it."""
    own = {term.short: term for term in _own()}
    return Glossary({**own, **{short: Term(short, meaning, meaning) for short, meaning in additions.items()}})
