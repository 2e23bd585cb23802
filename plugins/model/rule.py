"""One message of the gate."""

from typing import NamedTuple


class Rule(NamedTuple):
    """``what`` and ``remedy`` are filled with the facts of a problem."""

    stops: bool
    what: str
    remedy: str
