"""What rooms plan: pages and files as values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


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
class Page:
    """One HTML page: where it is written, which template, and all that the template sees.

    ``view`` is a frozen record of frozen values; its ``repr`` is part of the page's fingerprint.
    ``modified`` is the newest change of what the page shows, None when unknown; ``indexed`` puts it into the sitemap.
    """

    path: str
    template: str
    title: str
    description: str
    view: Any
    modified: datetime | None = None
    crumbs: tuple[Link, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    picture: str = ""
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class File:
    """A generated file that is not a page (feed, robots, sitemap): path, what it is made of, and how.

    ``make`` turns the view into bytes and is called only when the view changed; ``slow`` when that takes a second.
    """

    path: str
    view: Any
    make: Callable[[Any], bytes] = field(repr=False)
    slow: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the content that is published: path in the site, path in the content folder, digest of its bytes."""

    path: str
    source: str
    digest: str
