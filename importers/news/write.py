"""A plan of news carried out: an item comes with all its pictures or not at all; nothing is ever overwritten."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from importers.news.item import Item
from importers.news.plan import NewsPlan, State
from plugins.model.problems import Problem, problem


def write_plan(plan: NewsPlan, content: Path) -> list[Problem]:
    """Write what is new; an item that cannot be written is told, the others go on."""
    found = []
    for change in plan.changes:
        if change.state is State.NEW and change.item is not None:
            try:
                _write(change.item, content)
            except FileExistsError as error:
                found.append(problem("import-exists", change.name, path=str(error.filename)))
            except OSError as error:
                found.append(problem("import-write", change.name, path=change.path, reason=error.strerror or str(error)))
    return found


def _write(item: Item, content: Path) -> None:
    """Pictures first, the content file last; what was written is taken back when one of them fails."""
    text, written = item.text, list[Path]()
    try:
        for path, source in item.files.items():
            data = source.read_bytes() if isinstance(source, Path) else source
            place = _place(content, path, data)
            if place is None:
                place = _free(content, path)
                text = text.replace(path, place.relative_to(content).as_posix())
            if not place.exists():
                _new(place, data, content)
                written.append(place)
        _new(content / item.path, text.encode(), content)
    except OSError:
        for made in written:
            with suppress(OSError):
                made.unlink()
        raise


def _place(content: Path, path: str, data: bytes) -> Path | None:
    """Where a file goes: its own place when that is free or holds the same; None when another file is there."""
    place = content / path
    return place if not place.exists() or (place.is_file() and place.read_bytes() == data) else None


def _free(content: Path, path: str) -> Path:
    stem, _, ending = path.rpartition(".")
    return next(place for i in range(2, 10_000) if not (place := content / f"{stem}-ban-{i}.{ending}").exists())


def _new(place: Path, data: bytes, content: Path) -> None:
    """A whole new file in one step. Raises :class:`FileExistsError` when something stands there by then."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.parent.resolve().is_relative_to(content.resolve()):
        raise OSError(0, "liên kết tượng trưng dẫn ra ngoài thư mục nội dung")
    handle, name = tempfile.mkstemp(prefix=f".{place.stem}.", suffix=".tmp", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        _put(Path(name), place)
    finally:
        Path(name).unlink(missing_ok=True)


def _put(made: Path, place: Path) -> None:
    """Into its place, unless something is there: a hard link tells; where the disk has none, a look before does."""
    try:
        os.link(made, place)
    except FileExistsError as error:
        raise FileExistsError(error.errno, error.strerror, str(place)) from error
    except OSError:
        if place.exists():
            raise FileExistsError(0, "", str(place)) from None
        made.replace(place)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
