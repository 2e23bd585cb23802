"""Two lists that anyone may add to: ``mentions.tsv`` with the parse that each string must get, ``others.tsv`` with strings
that name no document. They were written from the law and from practice (DOMAIN.md, 6), not from the lists of ``../shared``.
"""

from pathlib import Path

import pytest

from commands.citations import Row, read_rows

HERE = Path(__file__).parent
MENTIONS, OTHERS = read_rows(HERE / "mentions.tsv"), read_rows(HERE / "others.tsv")


@pytest.mark.parametrize("row", MENTIONS, ids=lambda row: f"{row.line} {row.raw[:40]}")
def test_a_mention_is_taken_apart_as_its_line_says(row: Row):
    assert row.found == row.expected


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: f"{row.line} {row.raw[:40]}")
def test_what_names_no_document_is_left_alone(row: Row):
    assert row.found == ()


def test_the_lists_are_long_enough_to_mean_something():
    assert len(MENTIONS) >= 130
    assert len(OTHERS) >= 60
    assert len({row.raw for row in MENTIONS + OTHERS}) == len(MENTIONS) + len(OTHERS)
