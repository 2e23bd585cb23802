"""What the content folder already holds, as far as an import must know: sources that were imported, addresses that are taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.model.text import slugify

_MARK = re.compile(rb"^# nh\xe1\xba\xadp t\xe1\xbb\xab .*\[([0-9a-f]{16})\]\s*$", re.MULTILINE)
_SLUG = re.compile(rb"^(?:slug|\xc4\x91\xe1\xbb\x8ba ch\xe1\xbb\x89|dia chi)\s*:\s*[\"']?([a-z0-9-]+)", re.MULTILINE | re.IGNORECASE)
_DATED = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}-(?=.)")
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Shelf:
    """``imported``: mark of a source → the content file made of it. ``addresses``: (kind, slug) → the file that has it."""

    imported: Mapping[str, str]
    addresses: Mapping[tuple[str, str], str]


def look(content: Path, kinds: tuple[str, ...]) -> Shelf:
    """Every content file of these kinds; symbolic links are not followed."""
    imported: dict[str, str] = {}
    addresses: dict[tuple[str, str], str] = {}
    for kind in kinds:
        folder = content / kind
        files = sorted(p for p in folder.rglob("*.md") if p.is_file() and not p.is_symlink()) if folder.is_dir() else []
        for file in files:
            path = file.relative_to(content).as_posix()
            with file.open("rb") as opened:
                head = opened.read(_HEAD)
            own = _SLUG.search(head.partition(b"\n---")[0] + b"\n" + head.partition(b"\n---")[2].partition(b"\n---")[0])
            addresses.setdefault((kind, own[1].decode() if own else address_of(path)[1]), path)
            if match := _MARK.search(head):
                imported.setdefault(match[1].decode(), path)
    return Shelf(imported, addresses)


def address_of(path: str) -> tuple[str, str]:
    """(kind, slug) that a content file without a ``slug`` is published under: its name less the date before it."""
    kind, _, rest = path.partition("/")
    return kind, slugify(_DATED.sub("", rest.rpartition("/")[2].removesuffix(".md")))
