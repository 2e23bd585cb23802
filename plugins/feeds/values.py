"""A feed as a value, before it is RSS, Atom or JSON."""

from dataclasses import dataclass
from datetime import datetime

from plugins.model.prose import Prose


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture of an entry: full address, bytes, media type."""

    address: str
    length: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Term:
    """A category: slug and name."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed; ``base`` is the site's full address, put before the links of the body."""

    id: str
    title: str
    address: str
    published: datetime
    updated: datetime
    summary: str
    body: Prose
    base: str
    author: str
    terms: tuple[Term, ...]
    tags: tuple[str, ...]
    enclosure: Enclosure | None
    source: str
    source_url: str

    @property
    def html(self) -> str:
        """The whole body with full addresses."""
        return self.body.at(self.base)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes a feed, and where: ``base`` is the site's full address with a slash at the end."""

    authority: str
    base: str
    site: str
    description: str
    author: str
    rights: str


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, newest entry first. ``style`` is the path of its stylesheet."""

    id: str
    title: str
    description: str
    home: str
    address: str
    style: str
    author: str
    rights: str
    generator: str
    updated: datetime
    entries: tuple[Entry, ...]
