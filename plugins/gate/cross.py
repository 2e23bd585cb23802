"""Rules between files: one address, one id, one title a day."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from plugins.gate.places import slug_of
from plugins.gate.targets import Place
from plugins.model.matter import NewsMatter
from plugins.model.problems import Problem, problem
from plugins.reading.assets import published_path
from plugins.reading.item import Reading

Value = TypeVar("Value", bound=Hashable)


def cross_problems(readings: Mapping[str, Reading], places: Mapping[str, Place], assets: Iterable[str]) -> list[Problem]:
    """Drafts and scheduled items count too: what clashes on the day they are posted is told today."""
    problems: list[Problem] = []
    addresses: dict[str, str] = {}
    ids: dict[str, str] = {}
    titles: dict[tuple[str, object], str] = {}
    for path, reading in readings.items():
        if reading.matter is None:
            continue
        if slug_of(path, reading) and places[path].path:
            problems += _twice(addresses, places[path].path, path, "address-twice", "slug", readings)
        if isinstance(reading.matter, NewsMatter):
            if reading.matter.id:
                problems += _twice(ids, reading.matter.id, path, "id-twice", "id", readings)
            same_day = (reading.matter.title.casefold(), reading.matter.date.date())
            problems += _twice(titles, same_day, path, "title-twice", "title", readings)
    published: dict[str, str] = {}
    for path in assets:
        other = published.setdefault(published_path(path), path)
        if other != path:
            problems.append(problem("asset-same-address", path, name=path, other=other))
    return problems


def _twice(seen: dict[Value, str], value: Value, path: str, code: str, key: str, readings: Mapping[str, Reading]) -> list[Problem]:
    """Both files are named, each at the line of its key."""
    other = seen.setdefault(value, path)
    pairs = [] if other == path else [(path, other), (other, path)]
    return [problem(code, one, readings[one].line(key), address=value, other=two) for one, two in pairs]
