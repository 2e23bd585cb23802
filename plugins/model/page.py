"""What rooms plan: pages and files as values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from plugins.model.prose import Figure


@dataclass(frozen=True, slots=True)
class Link:
    """A label and where it leads: a path in the site (no leading slash), or a full address."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed to discover: title, path in the site, media type."""

    title: str
    href: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Later:
    """A view that is made only when it is shown: a pure function of the module level, and everything that it is given.

    What is given counts for the fingerprint (:func:`key_of`), so the function may know nothing else of a site.
    """

    make: Callable[..., Any]
    given: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page: where it is written, which template, and all that the template sees.

    ``shows`` is a frozen record of frozen values, or how to make it; both are part of the page's fingerprint.
    ``modified`` is the newest change of what the page shows, None when unknown; ``indexed`` puts it into the sitemap.
    """

    path: str
    template: str
    title: str
    description: str
    shows: Any = field(metadata={"shown_as": "view"})
    modified: datetime | None = None
    crumbs: tuple[Link, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    picture: Figure | None = None
    indexed: bool = True

    @property
    def view(self) -> Any:
        """What the template sees."""
        return made(self.shows)


@dataclass(frozen=True, slots=True)
class File:
    """A generated file that is not a page (feed, robots, sitemap): path, what it is made of, and how.

    ``make`` turns the view into bytes and is called only when the view changed; ``slow`` when that takes a second.
    """

    path: str
    shows: Any
    make: Callable[[Any], bytes] = field(repr=False)
    slow: bool = field(default=False, repr=False)

    @property
    def view(self) -> Any:
        """What ``make`` sees."""
        return made(self.shows)


def made(shows: Any) -> Any:
    """The record itself."""
    return shows.make(*shows.given) if isinstance(shows, Later) else shows


@dataclass(frozen=True, slots=True)
class Asset:
    """A file made of one of the content: path in the site, path in the content folder, digest of that one's bytes.

    ``made`` is how, in the words of :mod:`plugins.reading.pictures`; empty when its bytes are published as they are.
    """

    path: str
    source: str
    digest: str
    made: str = ""
