"""One file: bytes → text → front matter → is it public now? → HTML. Pure but for the engine handed in."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from types import MappingProxyType

from plugins.model.answer import AnswerKind
from plugins.model.answer_matter import AnswerMatter, asked_problems
from plugins.model.cited import Cited
from plugins.model.document_matter import DocumentMatter, document_problems
from plugins.model.keys import known_names
from plugins.model.matter import KINDS, Matter, MatterRefused, NewsMatter, order_problems, read_matter
from plugins.model.packed import Packed
from plugins.model.parts import Parts
from plugins.model.problems import Problem, Severity, problem, stops
from plugins.model.said import NOTHING, Said, said_of
from plugins.model.text import fold
from plugins.model.vocab import CATEGORIES, STATUS_WORDS, Category, Standing, Status
from plugins.reading.cited import cited_by_law, cited_in, texts_of
from plugins.reading.exchange import exchange_problems
from plugins.reading.frontmatter import FrontMatter, split
from plugins.reading.habits import Piece, habit_problems
from plugins.reading.limits import body_problems
from plugins.reading.marks import marks_of
from plugins.reading.personal import personal_in, personal_problems
from plugins.reading.rawtext import decode
from plugins.reading.refs import Ref, anchors_of, refs_of
from plugins.reading.sanitise import removed
from plugins.reading.wording import wording_of


@dataclass(frozen=True, slots=True)
class Stored(Packed):
    """HTML that lies elsewhere, by the key of its reading."""

    key: str


@dataclass(frozen=True, slots=True)
class Reading(Packed):
    """What one file says. ``html`` is None when the item is not public or has errors. Paths are not in it.

    ``head`` stands for the front matter, ``digest`` for the HTML.
    """

    matter: Matter | None
    lines: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]
    body: str = ""
    body_line: int = 1
    html: str | Stored | None = None
    refs: tuple[Ref, ...] = ()
    anchors: tuple[str, ...] = ()
    head: str = ""
    digest: str = ""
    length: int = 0
    parts: Parts | None = None
    said: Said = NOTHING
    marks: str = ""  # of short forms and dates, by plugins.reading.marks
    lead: str = ""  # the same of the lead above a body
    wording: str = ""  # code of what is said, where an approval names one or is asked for

    def line(self, key: str) -> int:
        return dict(self.lines).get(key, 0)

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The documents that it mentions, taken apart anew each time it is asked for."""
        return self.said.cited


_LED = frozenset({"tin-tuc", "trang"})  # kinds whose pages show the lead above the body
_NO_MEANINGS: Mapping[str, str] = MappingProxyType({})


def read_item(
    kind: str,
    data: bytes,
    now: datetime,
    render: Callable[[str], str],
    categories: tuple[Category, ...] = CATEGORIES,
    meanings: Mapping[str, str] = _NO_MEANINGS,
    withheld_too: bool = False,
) -> Reading:
    """One file of a kind (``tin-tuc``, ``trang``, …) at a moment; ``categories`` are the unit's names, ``meanings`` those of
    short forms. ``withheld_too``: also the body of what is not public, for the eyes of who approves it."""
    raw = decode(data)
    if raw.text is None:
        return Reading(None, (), raw.problems)
    front = split(raw.text, KINDS[kind][1], _names(kind))
    wording = wording_of(kind, front) if withheld_too or "approved_text" in front.values else ""
    lines = tuple(front.lines.items())
    matter, wrong = _matter(kind, front, categories)
    problems = [*raw.problems, *front.problems, *wrong]
    if _is_draft(front) and not withheld_too:
        problems = [p for p in problems if p.severity is Severity.WARNING]
        if matter is None or matter.standing(now) is Standing.DRAFT:
            return Reading(matter, lines, tuple(problems), wording=wording)
    # When nothing is published in this run, the body is read all the same, so that all its problems are told at once.
    if matter is not None and not stops(problems) and matter.standing(now) is not Standing.PUBLIC and not withheld_too:
        return Reading(matter, lines, tuple(problems), wording=wording)
    checked = "personal_data_checked" in front.values and not any(p.code == "personal-checker" for p in problems)
    persons = [] if checked else _persons(raw.text, str(front.values.get("local_phone", "")))
    reading = _with_body(kind, Reading(matter, lines, tuple(problems), front.body, front.body_line, wording=wording), render, persons)
    # The parts of a procedure are announced texts, shown as they are.
    if not isinstance(reading.html, str) or reading.parts:
        return reading
    lead, marks = marks_of(str(getattr(matter, "summary", "")) if kind in _LED else "", reading.html, meanings, reading.cited)
    return replace(reading, lead=lead, marks=marks)


@lru_cache
def _names(kind: str) -> dict[str, str]:
    return known_names(KINDS[kind][1])


def _matter(kind: str, front: FrontMatter, categories: tuple[Category, ...]) -> tuple[Matter | None, Iterable[Problem]]:
    """The front matter as a record, if it is one, and what is wrong with it besides what its text told already."""
    try:
        matter = read_matter(kind, front.values, front.lines, categories)
    except MatterRefused as refused:
        missing = {p for p in refused.problems if p.code == "key-missing"}
        told = {dict(p.facts).get("key") for p in front.problems}
        unread = not front.values and front.problems
        return None, [p for p in refused.problems if p not in missing or (not unread and dict(p.facts)["key"] not in told)]
    if isinstance(matter, NewsMatter):
        return matter, order_problems(matter, front.lines)
    if isinstance(matter, AnswerMatter):
        return matter, asked_problems(matter, front.lines)
    return matter, document_problems(matter, front.lines) if isinstance(matter, DocumentMatter) else ()


def _persons(text: str, phone: str) -> list[Problem]:
    """Data of persons in a whole file, less the number that a procedure gives for questions about it."""
    found = personal_problems(text)
    own = {one.mark for one in personal_in(phone)} if found else set()
    return [one for one in found if dict(one.facts).get("mark") not in own]


def _is_draft(front: FrontMatter) -> bool:
    typed = " ".join(re.findall(r"\w+", fold(str(front.values.get("status", "")))))
    return STATUS_WORDS.get(typed) is Status.DRAFT


def _with_body(kind: str, reading: Reading, render: Callable[[str], str], persons: list[Problem]) -> Reading:
    body, first = reading.body, reading.body_line
    found = body_problems(body, first)
    if stops(found):
        return replace(reading, problems=(*reading.problems, *found), body="")
    try:
        html = render(body)
    except RecursionError:
        return replace(reading, problems=(*reading.problems, problem("body-nesting", "", first, limit=20)), body="")
    parts, wrong = _parts(html, body, first) if kind == "thu-tuc" else (None, ())
    if kind in tuple(AnswerKind):
        wrong = exchange_problems(html, body, first)
        told = {one.line for one in wrong if one.code == "answer-identity"}
        persons = [one for one in persons if one.line not in told or one.code != "personal-identity"]
    cited = cited_by_law(parts) if parts else cited_in(html, *texts_of(reading.matter))
    habits = habit_problems(Piece(kind, reading.matter, dict(reading.lines), body, first, html, cited))
    return replace(
        reading,
        parts=parts,
        problems=(*reading.problems, *found, *removed(body, first), *wrong, *persons, *habits),
        body="",
        html=html,
        refs=refs_of(html, body, first),
        anchors=anchors_of(html),
        head=blake2b(repr(reading.matter).encode(), digest_size=16).hexdigest(),
        digest=blake2b(html.encode(), digest_size=16).hexdigest(),
        length=len(html),
        said=said_of(cited),
    )


def _parts(html: str, body: str, first: int) -> tuple[Parts, tuple[Problem, ...]]:
    from plugins.reading.parts import (
        parts_of,  # its parser takes a tenth of a second to load, and most builds read no procedure
    )

    return parts_of(html, body, first)
