"""What a run is about to change at a target that keeps one tree, so that the next run knows after a cut."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from publishing.targets.contract import Manifest

JOURNAL = "cchc-progress.json"


@dataclass(frozen=True, slots=True)
class Journal:
    """Paths in doubt with the SHA-256 they are to get (None: to be removed); those that are known to have it.

    ``placing``: all was sent beside, so a path whose temporary file is gone has its new content.
    """

    paths: Mapping[str, str | None]
    done: frozenset[str] = field(default_factory=frozenset)
    placing: bool = False

    @classmethod
    def of(cls, wanted: Manifest, paths: Iterable[str], done: frozenset[str]) -> "Journal":
        return cls({path: wanted.files[path].sha256 if path in wanted.files else None for path in sorted(set(paths))}, done)

    @classmethod
    def read(cls, written: bytes, held: Manifest | None, wanted: Manifest) -> "Journal":
        """A journal that cannot be read puts everything in doubt. Anyone who can write there can write one: paths that
        lead out of the root are not taken over."""
        try:
            found = json.loads(written)
            paths = {path: sha for path, sha in found["paths"].items() if _inside(path) and isinstance(sha, str | None)}
            return cls(paths, frozenset(map(str, found["done"])), found["placing"] is True)
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls(dict.fromkeys((*wanted.files, *(held.files if held else ()))))

    def placed(self) -> "Journal":
        return replace(self, placing=True)

    def with_done(self, more: Collection[str]) -> "Journal":
        return replace(self, done=self.done | frozenset(more))

    def written(self) -> bytes:
        return json.dumps({"paths": self.paths, "done": sorted(self.done), "placing": self.placing}, ensure_ascii=False).encode()


def _inside(path: str) -> bool:
    return bool(path) and "\\" not in path and not any(part in {"", ".", ".."} for part in path.split("/"))
