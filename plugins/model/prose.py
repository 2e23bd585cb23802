"""Rendered prose and what it needs from the rest of the content."""

from collections.abc import Callable
from dataclasses import dataclass, field

# Stands before a site path in prose; each page puts its own root there. No typed text can hold it.
ROOT_MARK = "\x02"
_SHARED = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})


def webp_path(path: str, width: int) -> str:
    """Where the WebP copy of a picture stands. No file of the content is published under a name with two dots."""
    return f"{path}.{width}.webp"


@dataclass(frozen=True, slots=True)
class Prose:
    """Clean HTML of one body, or how to get it. Its ``repr``, which fingerprints are made of, shows the digest only."""

    digest: str
    source: str | Callable[[], str] = field(repr=False, compare=False, default="", metadata={"shown_as": "html"})

    # Characters of the HTML before its links were resolved, when it is not at hand.
    length: int = field(repr=False, compare=False, default=0, metadata={"shown_as": ""})

    @property
    def size(self) -> int:
        """About how many characters it has, told without fetching it."""
        return len(self.source) if isinstance(self.source, str) else self.length

    @property
    def html(self) -> str:
        """The HTML. Not every build needs it, so it is fetched when asked for."""
        return self.source if isinstance(self.source, str) else self.source()

    def at(self, root: str) -> str:
        """The HTML with its site paths under a root: ``../``, or a full address with a slash at the end."""
        return self.html.replace(ROOT_MARK, root)


@dataclass(frozen=True, slots=True)
class Picture:
    """A published picture: path in the site, size in pixels (0 when unknown, as for some SVG), bytes, media type.

    ``widths`` are those of its WebP copies (:func:`webp_path`), the narrowest first; none for drawings and thumbnails.
    """

    path: str
    width: int
    height: int
    size: int
    media_type: str
    widths: tuple[int, ...] = ()

    @property
    def can_be_shared(self) -> bool:
        """Whether other sites show it beside a link: a bitmap of at least 200 × 200 pixels
        (developers.facebook.com/docs/sharing/webmasters/images)."""
        return self.media_type in _SHARED and min(self.width, self.height) >= 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its words."""

    picture: Picture
    alt: str
    caption: str
