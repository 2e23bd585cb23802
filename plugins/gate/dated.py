"""One document, one date: what items of the site say of a document against each other, and against the unit's own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import cast

from plugins.gate.bind import Binding
from plugins.model.cited import Cited
from plugins.model.fingerprint import digest
from plugins.model.issuers import central_issuer
from plugins.model.problems import Problem
from plugins.reading.cache import Cache
from plugins.reading.engine import version
from plugins.reading.habits import two_dates
from plugins.reading.item import Reading

_WHOLE = 10  # letters of an ISO date
# So many are told at most; each opens its file again for the line.
MOST = 200


# Slug of an entry → its dated mentions: ISO day, page of the item, type and number as they stand there.
_Dated = dict[str, list[tuple[str, str, str, str]]]


def dated_problems(content: Path, binding: Binding, readings: Mapping[str, Reading], cache: Cache) -> Iterator[Problem]:
    """Mentions whose date is neither that of the document itself nor the one that most items give."""
    own = {document.slug: (document.date.isoformat(), document.path) for document in binding.documents}
    doubtful = _remembered(content, binding, {slug: day for slug, (day, _) in own.items()}, cache)
    return islice(_told(content, binding, readings, own, doubtful), MOST) if doubtful else iter(())


def _remembered(content: Path, binding: Binding, days: dict[str, str], cache: Cache) -> _Dated:
    """What is doubtful, looked for again only where items mention other documents than at the last look."""
    name = f"dated-{digest(str(content.resolve()))}"
    key = digest("\n".join([_rule(), repr(sorted(days.items())), *[one.mentions_key for one in binding.citing]]))
    known = cache.shelf([name]).get(name)
    if isinstance(known, tuple) and known[0] == key:
        return cast(_Dated, known[1])
    found = _doubtful(binding, days)
    cache.put_shelf({name: (key, found)})
    return found


def _rule() -> str:
    """Stands for how it is looked for: this file, and what the model says of documents."""
    return version() + digest(Path(__file__).read_text(encoding="utf-8"))


def _doubtful(binding: Binding, days: dict[str, str]) -> _Dated:
    """Entries of the register that have two dates; ``days`` are those that are known. A number without its issuer may be that of another body."""
    twice, dated = set(), _Dated()
    for citing in binding.citing:
        for slug, one in citing.cited:
            if len(one.date) == _WHOLE:
                dated.setdefault(slug, []).append((one.date, citing.href, one.type, one.number))
                if one.number and (one.issuer or central_issuer(one.number)) and days.setdefault(slug, one.date) != one.date:
                    twice.add(slug)
    return {slug: dated[slug] for slug in twice}


def _told(content: Path, binding: Binding, readings: Mapping[str, Reading], own: Mapping[str, tuple[str, str]], mentions: _Dated) -> Iterator[Problem]:
    sources = _sources(binding)
    for slug, of in sorted(mentions.items()):
        right, where = own.get(slug) or _most(of)
        for day, href, type_, number in of:
            source = sources.get(href, "")
            if day != right and source and not _is_told(readings[source], number):
                yield two_dates(source, _line(content / source, number), Cited(type_, number, day, ""), sources.get(where, where), right)


def _most(mentions: list[tuple[str, str, str, str]]) -> tuple[str, str]:
    """The date that most items give, of equally many the earliest; and the first item that gives it."""
    counts = Counter(day for day, *_ in mentions)
    right = min(counts, key=lambda day: (-counts[day], day))
    return right, min(href for day, href, *_ in mentions if day == right)


def _sources(binding: Binding) -> dict[str, str]:
    """Path of a page → path of its file."""
    return {record.path: record.source_path for record in binding.records}


def _is_told(reading: Reading, number: str) -> bool:
    """Whether the item itself names two dates of the document."""
    return any(one.code == "cited-two-dates" and number in dict(one.facts)["document"] for one in reading.problems)


def _line(file: Path, number: str) -> int:
    """Where a number stands in a file; 0 when it is typed otherwise."""
    try:
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return 0
    place = text.find(number)
    return text.count("\n", 0, place) + 1 if place >= 0 else 0
