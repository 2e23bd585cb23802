"""PDFs by fingerprint, and the folder that a person prints from."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from publishing.print.document import Document


@dataclass(frozen=True, slots=True)
class Store:
    """``.cache/print/<fingerprint>.pdf``: safe to delete, never wrong."""

    folder: Path
    maker: str

    def path(self, document: Document) -> Path:
        return self.folder / f"{document.fingerprint(self.maker)}.pdf"

    def missing(self, documents: Sequence[Document]) -> list[Document]:
        """Those that were never made as they are now."""
        return [document for document in documents if not self.path(document).is_file()]

    def keep(self, document: Document, make: Callable[[Document], bytes]) -> None:
        """Make one document and keep it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.path(document), make(document))

    def made(self, document: Document, keep: Callable[[Document], None]) -> bytes:
        """Its bytes; ``keep`` makes and keeps it when it was never made."""
        if not self.path(document).is_file():
            keep(document)
        return self.path(document).read_bytes()

    def hand_out(self, document: Document, out: Path) -> bool:
        """Put a document into the folder of prints; False when it is there already."""
        data, file = self.path(document).read_bytes(), out / f"{document.name}.pdf"
        if file.is_file() and file.read_bytes() == data:
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, data)
        return True


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all."""
    partial = file.with_name(f".{file.name}.{os.getpid()}")
    partial.write_bytes(data)
    partial.replace(file)
