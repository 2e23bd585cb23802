"""A source as it was opened: its elements, the pictures inside it, and what it says of itself beside its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import Tag

PICTURE = "cchc-anh:"  # the address of a picture that came inside the source


@dataclass(frozen=True, slots=True)
class Source:
    """``body`` is what holds the text. ``folder`` is where files beside the source may lie; ``base`` its old address.

    ``titles``, ``dates``, ``leads``, ``authors``: what a page says of itself, the surest first. ``whole``: everything in
    the source is the text of its author, no frame of a portal.
    """

    body: Tag
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    folder: Path | None = None
    base: str = ""
    titles: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    whole: bool = True
