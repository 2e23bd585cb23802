"""Paths inside a release: what may be sent to a place that others serve."""

from collections.abc import Iterable

from publishing.targets.contract import LOCK, MANIFEST

LONGEST = 900  # bytes; file systems and FTP servers take about a thousand


def is_safe(path: str) -> bool:
    """A relative path with slashes that stays inside its folder on every system, and is not one of our own marks."""
    if not path or path in (MANIFEST, LOCK) or len(path.encode("utf-8", "surrogatepass")) > LONGEST:
        return False
    if "\\" in path or ":" in path or not path.isprintable():
        return False
    return all(part not in ("", ".", "..") for part in path.split("/"))


def unsafe(paths: Iterable[str]) -> list[str]:
    return sorted(path for path in paths if not is_safe(path))
