"""What people say, and what the official names call it: the list that every unit begins with.

A unit's own ``tu-dong-nghia.txt`` comes on top: its lines replace those of the same words here.
"""

from functools import lru_cache
from pathlib import Path

from plugins.model.synonyms import Synonym, read_synonyms

EVERYDAY = (Path(__file__).parent / "loi-noi-hang-ngay.txt").read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def meanings(own: tuple[Synonym, ...]) -> tuple[Synonym, ...]:
    """The unit's lines, then those of the program of which the unit says nothing; a line that means nothing goes."""
    typed = {one.casefold() for line in own for one in line.said}
    built_in = (Synonym(tuple(one for one in line.said if one.casefold() not in typed), line.official) for line in read_synonyms(EVERYDAY)[0])
    return tuple(line for line in (*own, *built_in) if line.said and line.official)
