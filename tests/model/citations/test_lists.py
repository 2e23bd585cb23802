"""Lists that anyone may add to, each in its own style: those with the parse that each string must get, and look-alikes that
name no document. They were written from the law and from practice (DOMAIN.md, 6), not from the lists of ``../shared``, and
labelled before the grammar had read them.

``mentions``: each type and each way of typing it. ``styles``: the Party, unions, ministries, old symbols, dates in every writing.
``prose``, ``reports``: sentences of news, decisions, messages. ``bodies``: names of bodies that are hard to end. ``offices``:
bodies of 2025 at every level, lists, letters of offices.
"""

from pathlib import Path

import pytest

from commands.citations import Row, read_rows

HERE = Path(__file__).parent
MENTIONS = [row for name in ("mentions", "styles", "prose", "reports", "bodies", "offices") for row in read_rows(HERE / f"{name}.tsv")]
OTHERS = [row for name in ("others", "lookalikes", "prose_others", "reports_others", "offices_others") for row in read_rows(HERE / f"{name}.tsv")]


@pytest.mark.parametrize("row", MENTIONS, ids=lambda row: f"{row.line} {row.raw[:40]}")
def test_a_mention_is_taken_apart_as_its_line_says(row: Row):
    assert row.found == row.expected


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: f"{row.line} {row.raw[:40]}")
def test_what_names_no_document_is_left_alone(row: Row):
    assert row.found == ()


def test_the_lists_are_long_enough_to_mean_something():
    assert len(MENTIONS) >= 600
    assert len(OTHERS) >= 340
    assert len({row.raw for row in MENTIONS + OTHERS}) == len(MENTIONS) + len(OTHERS)
