"""Answers as feed entries: questions, complaints and proposals in one feed, under the day of the answer."""

from collections.abc import Iterable

from plugins.feeds import words
from plugins.feeds.values import Entry
from plugins.model.answer import LIST_NAMES, Answer
from plugins.model.dates import short_date


def answer_entries(answers: Iterable[Answer], base: str) -> tuple[Entry, ...]:
    """Entries in the order of the answers; ``base`` is the site's full address with a slash at the end."""
    return tuple(_entry(answer, base) for answer in answers)


def _entry(answer: Answer, base: str) -> Entry:
    return Entry(
        id=answer.id,
        title=answer.title,
        address=base + answer.path,
        published=answer.moment,
        updated=answer.moment,
        summary=words.ANSWERED_BY.format(unit=answer.unit, date=short_date(answer.answered)),
        body=answer.body,
        base=base,
        author=answer.unit,
        terms=(),
        tags=(LIST_NAMES[answer.kind], answer.sector),
        enclosure=None,
        source="",
        source_url="",
    )
