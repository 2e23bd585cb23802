"""What a release holds: for each file its fingerprint, its size, its SHA-256 and its time of writing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Written:
    """One file of a release. ``made_of`` is the fingerprint of what it shows."""

    made_of: str
    size: int
    sha256: str
    mtime_ns: int


def read_manifest(path: Path) -> dict[str, Written]:
    """Path in the site → what was written; empty when there is none that can be trusted."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        if raw["format"] != FORMAT:
            return {}
        return {name: Written(*entry) for name, entry in raw["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_manifest(path: Path, files: Mapping[str, Written]) -> None:
    """Whole or not at all."""
    rows = {name: [w.made_of, w.size, w.sha256, w.mtime_ns] for name, w in sorted(files.items())}
    beside = path.with_name(path.name + ".tmp")
    beside.write_text(json.dumps({"format": FORMAT, "files": rows}, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    beside.replace(path)
