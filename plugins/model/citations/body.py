"""The name of a body in a text, from where it begins to where it ends."""

import re
from itertools import islice, pairwise

from plugins.model.citations.agencies import FIXED, HEAD, ROLE, openings, second_of_office
from plugins.model.citations.walk import Walk
from plugins.model.text import fold

LONGEST = 200  # characters of a name
_WORD = re.compile(r"[^\W\d_]+")
_ALL = re.compile(r"\s+(?:các|những)\b(?!\s+(?:cơ\s+quan|Hội|hội|khu|dự\s+án)\b)", re.IGNORECASE)  # "của UBND các xã" names nobody
_LETTERS = re.compile(r"[A-ZĐ][A-ZĐ&]{1,7}(?!\w)")  # a body in its letters: "Bộ trưởng BTP"


def body_at(text: str, place: int, limit: int) -> tuple[str, int]:
    """The name of the body that begins at a place, and its end; ("", place) when none begins there."""
    end = _end_of_body(text, place, min(limit, place + LONGEST))
    return " ".join(text[place:end].split()), end


def body_in_letters(text: str, place: int, limit: int, letters: str) -> tuple[str, int]:
    """The same for a body of any other kind, whose first words begin with these letters: ``TKCS`` is "Thống kê cơ sở Sơn Hà"."""
    role = ROLE.match(text, place, limit)
    begin = role.end() if role else place
    words = list(islice(_WORD.finditer(text, begin, min(limit, begin + LONGEST)), len(letters)))
    joined = len(words) == len(letters) and all(one.end() + 1 == other.start() for one, other in pairwise(words))
    if not joined or len(letters) < 2 or not words[0][0][:1].isupper() or fold("".join(word[0][:1] for word in words)).upper() != letters:
        return "", place
    end = Walk(text, begin, words[-1].end(), limit, _end_of_body).end()
    return " ".join(text[place:end].split()), end


def _end_of_body(text: str, place: int, limit: int) -> int:
    may_be_fixed, may_be_role, may_be_head = openings(text, place, limit)
    if may_be_fixed and (fixed := FIXED.match(text, place, limit)):
        return fixed.end()
    if may_be_role and (role := ROLE.match(text, place, limit)):
        end = _end_of_body(text, role.end(), limit)
        if end > role.end():
            return second_of_office(text, role.group(), end, limit, _end_of_body)
        if letters := _LETTERS.match(text, role.end(), limit):
            return letters.end()
    head = HEAD.match(text, place, limit) if may_be_head else None
    return Walk(text, place, head.end(), limit, _end_of_body).end() if head and not _ALL.match(text, head.end(), limit) else place
