"""What a line of the table of rules holds."""

from typing import NamedTuple


class Rule(NamedTuple):
    """``what`` and ``remedy`` are filled with the facts of a problem."""

    stops: bool
    what: str
    remedy: str
