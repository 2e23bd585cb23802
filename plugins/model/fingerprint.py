"""Short keys of values: two values with one key show the same. What fingerprints of pages are made of."""

from hashlib import blake2b
from typing import Any

_RECENT = 5_000


def digest(text: str) -> str:
    """32 hex digits of a text."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


class Keys:
    """Keys of frozen values. A record with a ``key`` of its own is asked for it; any other is told by its ``repr``, once an object.

    Objects are remembered by identity and held on to, so that no other can take their place meanwhile; the last few thousand
    are enough, since pages that show the same are planned one after another.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, value: Any) -> str:
        """The key of a value; tuples are taken apart."""
        if type(value) is tuple:
            return f"({','.join([self.of(one) for one in value])})"
        if type(value) is str:
            return repr(value)
        found = self._known.get(id(value))
        if found is None:
            if len(self._known) >= _RECENT:
                self._known.clear()
            found = self._known[id(value)] = (value, getattr(value, "key", None) or repr(value))
        return found[1]
