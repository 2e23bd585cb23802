"""``content/chi-so/*.csv``: published values of the indices of administrative reform."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from plugins.model.dates import VIETNAM
from plugins.model.index_rows import Reading, read_rows
from plugins.model.indices import IndexValue
from plugins.model.problems import Problem, problem

LARGEST = 1_000_000  # bytes


def indices_of(content: Path, files: Iterable[str], now: datetime) -> tuple[tuple[IndexValue, ...], list[Problem], datetime | None]:
    """Every value of every file, sorted, what is wrong with them, and when the next of those becomes public that are for a year to
    come; ``files`` are paths in the content folder."""
    reading = Reading({}, now.year)
    for path in files:
        file = content / path
        try:
            if file.stat().st_size > LARGEST:
                reading.problems.append(problem("index-large", path, limit="1 MB"))
                continue
            text = file.read_bytes().decode("utf-8-sig")
        except OSError as error:
            reading.problems.append(problem("file-unreadable", path, reason=error.strerror or "?"))
        except UnicodeDecodeError:
            reading.problems.append(problem("encoding-not-utf8", path, guess="cần UTF-8"))
        else:
            read_rows(path, text, reading)
    due = datetime(min(reading.later), 1, 1, tzinfo=VIETNAM) if reading.later else None
    return tuple(sorted(reading.values, key=lambda value: value.sort_key)), reading.problems, due
