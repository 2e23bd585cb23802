"""Documents as columns and short addresses: how the index says much in few bytes."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from plugins.search import words
from plugins.search.documents import Document
from plugins.search.fold import plain

_ADDRESS_END = ".html"


def columns(documents: Iterable[Document], facets: Iterable[str]) -> dict[str, object]:
    """Documents as columns, which compress better than rows, and best with texts that are alike side by side. ``t`` titles,
    ``x`` summaries, ``c`` codes, ``w`` further words, ``u`` addresses, ``f`` facets by number, ``d`` days since 1970 as
    differences, ``k`` kinds, ``s`` status by place, ``o`` where those begin that no longer apply."""
    rows, numbers = list(documents), {slug: number for number, slug in enumerate(facets)}
    past = [number for number, one in enumerate(rows) if one.past]
    return {
        "t": [one.title for one in rows],
        "x": [one.summary for one in rows],
        "c": [one.code for one in rows],
        "w": [one.words for one in rows],
        "u": [address(one) for one in rows],
        "f": [",".join(str(numbers[slug]) for slug in one.facets if slug in numbers) for one in rows],
        "d": list(_days(rows)),
        "k": "".join(str(list(words.KINDS).index(one.kind)) for one in rows),
        "s": {number: one.status for number, one in enumerate(rows) if one.status},
        "o": past[0] if past else len(rows),
    }


def _days(rows: Iterable[Document]) -> Iterator[int | str]:
    last = 0
    for one in rows:
        if one.day is None:
            yield ""
            continue
        days = one.day.toordinal() - date(1970, 1, 1).toordinal()
        yield days - last
        last = days


def address(one: Document) -> str:
    """An address in short: what follows from the code is empty, what begins like the title is ``length.rest``, others are whole."""
    if one.kind == "thu-tuc" and one.path == f"thu-tuc/{one.code}{_ADDRESS_END}":
        return ""
    folder, end = f"{one.kind}/", _ADDRESS_END
    if not one.path.startswith(folder) or not one.path.endswith(end) or "/" in one.path[len(folder) :]:
        return f"/{one.path}"
    name, like = one.path[len(folder) : -len(end)], hyphened(one.title)
    same = next((n for n, (a, b) in enumerate(zip(name, like, strict=False)) if a != b), min(len(name), len(like)))
    return f"{same}.{name[same:]}"


def hyphened(title: str) -> str:
    """A title as most addresses begin."""
    return re.sub("[^a-z0-9]+", "-", plain(title))
