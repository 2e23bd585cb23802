"""One mention of a document."""

import re
from functools import lru_cache
from typing import NamedTuple

_SYMBOL = re.compile(r"[\d.]+[a-zđA-H]?(?:[/-](?:19|20)\d\d(?=[/-]|$))?[/-]?")
_YEAR = re.compile(r"[\d.]+[a-zđA-H]?[/-]((?:19|20)\d\d)(?=[/-]|$)")
_LATE_YEAR = re.compile(r"/((?:19|20)\d\d)$")  # "30/NĐ-CP/2020"


class Citation(NamedTuple):
    """What a text says of a document, and where: ``text[start:end]`` is its type and number, without date and issuer.

    ``number`` is the whole "số, ký hiệu", blanks removed; empty for a law that is cited by name. ``date`` is ISO, or a year
    alone, or empty when the text proves none. ``issuer`` is as written.
    """

    type: str
    number: str
    date: str
    issuer: str
    start: int
    end: int

    @property
    def symbol(self) -> str:
        """What follows number and year: ``KH-UBND``, ``NĐ-CP``, ``QH15``."""
        return symbol_of(self.number)

    @property
    def year(self) -> str:
        """The year of the number, else that of the date; empty when neither is told."""
        return year_of(self.number) or self.date[:4]


# A number is asked for its parts several times while its mentions are read and told apart.
@lru_cache(maxsize=8_192)
def symbol_of(number: str) -> str:
    """What follows number and year; see :attr:`Citation.symbol`."""
    return _LATE_YEAR.sub("", _SYMBOL.sub("", number, count=1))


# The register asks for the years of all its entries, part by part.
@lru_cache(maxsize=65_536)
def year_of(number: str) -> str:
    """The year that a number tells; empty when it tells none."""
    typed = _YEAR.match(number) or _LATE_YEAR.search(number)
    return typed[1] if typed else ""
