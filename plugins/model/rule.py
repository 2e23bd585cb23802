"""A message of the gate: does it stop the build, what is wrong, how it should look."""

from typing import NamedTuple


class Rule(NamedTuple):
    """``what`` and ``remedy`` are filled with the facts of a problem."""

    stops: bool
    what: str
    remedy: str
