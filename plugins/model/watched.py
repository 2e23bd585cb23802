"""A site that notes what is read of it: a room that read the same plans the same."""

from collections.abc import Callable
from dataclasses import fields
from functools import cached_property, partial
from typing import Any, cast

from plugins.model.site import Site

# What is read as a whole: the fields, the items without their bodies, and what they cite.
_FIELDS = frozenset(field.name for field in fields(Site)) | {"listed", "mentions"}
# What is read in parts, each by its name.
_PARTS = frozenset({"of_main", "citing_in"})


class Watched:
    """Looks like a :class:`Site`; ``read`` holds what was read, also through what is derived from it: names of fields, ``of_main SLUG``,
    ``citing_in PART``."""

    def __init__(self, site: Site, derived: dict[str, tuple[Any, frozenset[str]]]) -> None:
        self._site = site
        self._derived = derived
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        if name in _FIELDS:
            self.read.add(name)
            return getattr(self._site, name)
        if name in _PARTS:
            return partial(self._part, name)
        known = getattr(Site, name)
        if isinstance(known, cached_property):
            value, read = self._derive(name, known.func)
            self.read |= read
            return value
        return known.__get__(self)

    def _part(self, name: str, part: str) -> Any:
        self.read.add(f"{name} {part}")
        return getattr(self._site, name)(part)

    def _derive(self, name: str, make: Callable[[Site], Any]) -> tuple[Any, frozenset[str]]:
        if name not in self._derived:
            inner = Watched(self._site, self._derived)
            value = make(cast(Site, inner))
            self._derived[name] = (value, frozenset(inner.read))
        return self._derived[name]

    def __repr__(self) -> str:
        raise TypeError("a whole site stands for too much to be part of a fingerprint")
