"""Everyday words and the official words that they mean, as an editor writes them: one line each in ``tu-dong-nghia.txt``.

``sổ đỏ, sổ hồng = giấy chứng nhận quyền sử dụng đất; đăng ký đất đai``: commas between what people say, semicolons
between what the pages say (a name of a procedure may hold commas). A right side that is empty takes words of the
program's own list out.
"""

import re
from dataclasses import dataclass

from plugins.model.problems import Problem, problem
from plugins.model.text import nfc

SYNONYMS = "tu-dong-nghia.txt"
MOST_LINES = 500
MOST_WORDS = 12
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Synonym:
    """``said`` by people; ``official`` in the pages, empty when the words shall mean nothing else."""

    said: tuple[str, ...]
    official: tuple[str, ...]


def read_synonyms(text: str) -> tuple[tuple[Synonym, ...], tuple[Problem, ...]]:
    """Every well-formed line; of words that are told twice the first line counts. ``#`` begins a remark."""
    found: list[Synonym] = []
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        typed = nfc(line.partition("#")[0])
        if not typed:
            continue
        made, trouble = _line(typed, number)
        problems += trouble
        twice = [one for one in made.said if one.casefold() in first] if made else []
        problems += [problem("synonym-twice", SYNONYMS, number, value=one, first=first[one.casefold()]) for one in twice]
        if made is None or len(found) >= MOST_LINES:
            continue
        said = tuple(one for one in made.said if one not in twice)
        first.update({one.casefold(): number for one in said})
        found += [Synonym(said, made.official)] if said else []
        if len(found) == MOST_LINES:
            problems.append(problem("synonym-many", SYNONYMS, number, limit=MOST_LINES))
    return tuple(found), tuple(problems)


def _line(typed: str, number: int) -> tuple[Synonym | None, list[Problem]]:
    left, sign, right = typed.partition("=")
    said, official = _parts(left, ","), _parts(right, ";")
    if not sign or "=" in right or not said or (right.strip() and not official):
        return None, [problem("synonym-form", SYNONYMS, number, value=typed)]
    long = [one for one in (*said, *official) if len(one.split()) > MOST_WORDS]
    if long:
        return None, [problem("synonym-long", SYNONYMS, number, value=long[0], limit=MOST_WORDS)]
    same = [one for one in said if one.casefold() in {other.casefold() for other in official}]
    told = [problem("synonym-same", SYNONYMS, number, value=one) for one in same]
    return Synonym(tuple(one for one in said if one not in same), official), told


def _parts(side: str, between: str) -> tuple[str, ...]:
    """What stands between the signs, blanks joined; a part without any letter or digit is none."""
    parts = (" ".join(part.split()) for part in side.split(between))
    return tuple(dict.fromkeys(part for part in parts if _LETTER.search(part)))
