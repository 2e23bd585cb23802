"""What the first word of a stretch tells: whether a longer look pays."""

from plugins.model.citations.agencies import COMPOUNDS, LEVEL_PAIRS, STOP_PAIRS
from plugins.model.citations.kinds import TYPES

TYPES_BEGIN = frozenset(name.split()[0] for name in TYPES)
LEVELS_BEGIN = frozenset(name.split()[0] for name in LEVEL_PAIRS)
# Words joined inside a name; two of them may end one all the same.
JOINED = COMPOUNDS - STOP_PAIRS


def _longest(names: frozenset[str]) -> dict[str, int]:
    """First word → how many words the longest name has that it begins."""
    found: dict[str, int] = {}
    for name in names:
        first, *more = name.split()
        found[first] = max(found.get(first, 0), len(more) + 1)
    return found


COMPOUNDS_BEGIN = _longest(frozenset(COMPOUNDS))
