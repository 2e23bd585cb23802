"""What makes two releases the same: their files."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Protocol


class Sized(Protocol):
    """Bytes, and SHA-256 in hex."""

    @property
    def size(self) -> int: ...

    @property
    def sha256(self) -> str: ...


def files_id(files: Mapping[str, Sized]) -> str:
    """20 hex digits of the files alone: the same site has the same id, whenever and by whom it is made."""
    digest = sha256()
    for path, entry in sorted(files.items()):
        digest.update(f"{path}\0{entry.size}\0{entry.sha256}\n".encode())
    return digest.hexdigest()[:20]
