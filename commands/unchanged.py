"""Whether there is anything to publish at all, known before a library is loaded: nobody should wait to hear "no".

After a publish the stamps of everything that went in (content, program, libraries, circumstances) and of everything that
came out are kept beside the site. When all are the same, and no item comes due in between, the site is the same. Only
the standard library is used here; every doubt is answered by building.
"""

import hashlib
import json
import os
import site
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PROGRAM = ("plugins", "commands", "publishing", "importers", "theme")
_SETTINGS = ("pelicanconf.py", "publishconf.py", "pyproject.toml")
_MATTERS = ("CCHC_", "SOURCE_DATE_EPOCH", "NOW")
# The coarsest clock of the file systems that content lies on: FAT counts in two seconds.
_TICK_NS = 2_500_000_000
# Where times have a fraction of a second, they tick at least every ten milliseconds.
_FINE_NS = 100_000_000


@dataclass(frozen=True, slots=True)
class Before:
    """What goes into a build, looked at before it begins. ``settled`` is False when a file was written a moment ago."""

    digest: str
    settled: bool


def look(content: Path, asked: Iterable[str]) -> Before | None:
    """The state of everything that a build is made of; ``asked`` are the options that were typed."""
    whole = hashlib.blake2b(repr((sys.version, str(content.resolve()), *asked)).encode())
    whole.update(repr(sorted((k, v) for k, v in os.environ.items() if k.startswith(_MATTERS))).encode())
    now, settled = time.time_ns(), True
    try:
        found = [*_tree(content), *_program()]
    except OSError:  # a folder that may not be read, a file that went meanwhile: the build says it better
        return None
    for path, size, written, entered, inode in found:
        whole.update(f"{path}\\0{size}\\0{written}\\0{entered}\\0{inode}\\n".encode("utf-8", "surrogateescape"))
        settled = settled and max(written, entered) < now - (_FINE_NS if entered % 1_000_000_000 else _TICK_NS)
    return Before(whole.hexdigest(), settled)


def report_of_same(before: Before, public: Path) -> str | None:
    """What the last publish told, when publishing now would change nothing; else None."""
    try:
        kept = json.loads(_file(public).read_text(encoding="utf-8"))
        since, until = kept["valid"]
        same = kept["before"] == before.digest and since <= time.time() < until and kept["after"] == _after(public)
        return str(kept["said"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget(public: Path) -> None:
    """Something is about to change."""
    _file(public).unlink(missing_ok=True)


def remember(before: Before, public: Path, valid: tuple[float, float], said: str) -> None:
    """Keep what :func:`report_of_same` needs. ``valid``: between these moments, in seconds since 1970, no item comes due."""
    if not before.settled:
        return
    # Without it the next run builds: a disk that is full here is no reason to call a publish undone.
    with suppress(OSError):
        kept = {"before": before.digest, "after": _after(public), "valid": valid, "said": said}
        beside = _file(public).with_suffix(".tmp")
        beside.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        beside.replace(_file(public))


def _file(public: Path) -> Path:
    return public.with_name(f".{public.name}.cchc") / "unchanged.json"


def _after(public: Path) -> str:
    """The state of the released files, and of the manifest that says what they are."""
    whole = hashlib.blake2b()
    manifest = _file(public).with_name("manifest.json").stat()
    whole.update(f"{manifest.st_size}\\0{manifest.st_mtime_ns}\\0{manifest.st_ino}\\n".encode())
    for path, size, written, _, _ in _tree(public):
        whole.update(f"{path}\\0{size}\\0{written}\\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _program() -> Iterator[tuple[str, int, int, int, int]]:
    for name in _PROGRAM:
        yield from _tree(ROOT / name)
    for path in (*(ROOT / name for name in _SETTINGS), *map(Path, site.getsitepackages())):
        if path.exists():
            status = path.stat()
            yield str(path), status.st_size, status.st_mtime_ns, status.st_ctime_ns if path.is_file() else 0, status.st_ino


def _tree(folder: Path) -> Iterator[tuple[str, int, int, int, int]]:
    """(path, size, written, entered, inode) of everything below, in order; symbolic links are looked at, not followed."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield entry.path, 0, 0, 0, 0
                yield from _tree(Path(entry.path))
        else:
            status = entry.stat(follow_symlinks=False)
            yield entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
