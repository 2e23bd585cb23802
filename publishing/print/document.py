"""A document to print, as a value, and its fingerprint."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


class PrintRefused(Exception):
    """Nothing can be printed here; the message says why and what to do, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Document:
    """``name`` is the path below the folder of prints, without ending.

    ``pictures``: full address → (file, digest) of every picture that the HTML shows; nothing else is fetched.
    """

    name: str
    title: str
    html: str
    styles: str
    pictures: Mapping[str, tuple[Path, str]]

    def fingerprint(self, maker: str) -> str:
        """Changes with anything that is seen; ``maker`` names the program, its libraries and the font."""
        digests = sorted((address, digest) for address, (_, digest) in self.pictures.items())
        return blake2b(repr((maker, self.html, self.styles, digests)).encode(), digest_size=16).hexdigest()
