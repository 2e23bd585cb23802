"""Lists that anyone may add to, each in its own style: those with the parse that each string must get, and look-alikes that
name no document. They were written from the law and from practice (DOMAIN.md, 6), not from the lists of ``../shared``, and
labelled before the grammar had read them.

``mentions``: each type and each way of typing it. ``styles``: the Party, unions, ministries, old symbols, dates in every writing.
``prose``, ``reports``: sentences of news, decisions, messages. ``bodies``: names of bodies that are hard to end. ``offices``:
bodies of 2025 at every level, lists, letters of offices. ``pages``: cut from public pages (libraries of law, Wikipedia, portals,
newspapers), with their slips. ``sites``: cut as short as an editor cites them. ``names.txt``: bodies that issue or issued documents, one a line, since 1945.
"""

from pathlib import Path

import pytest

from commands.citations import Row, read_rows
from plugins.model.citations import citations_in

HERE = Path(__file__).parent
MENTIONS = [row for name in ("mentions", "styles", "prose", "reports", "bodies", "offices", "pages", "sites") for row in read_rows(HERE / f"{name}.tsv")]
OTHERS = [row for name in ("others", "lookalikes", "prose_others", "reports_others", "offices_others", "pages_others") for row in read_rows(HERE / f"{name}.tsv")]

NAMES = (HERE / "names.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", MENTIONS, ids=lambda row: f"{row.line} {row.raw[:40]}")
def test_a_mention_is_taken_apart_as_its_line_says(row: Row):
    assert row.found == row.expected


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: f"{row.line} {row.raw[:40]}")
def test_what_names_no_document_is_left_alone(row: Row):
    assert row.found == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_body_is_read_to_its_end(name: str):
    before_a_summary, before_a_mark = f"Quyết định số 12/QĐ-ABC ngày 01/02/2020 của {name} về việc ban hành Quy chế", f"Công văn số 12/XYZ-TH của {name}."
    assert [one.issuer for text in (before_a_summary, before_a_mark) for one in citations_in(text)] == [name, name]


def test_the_lists_are_long_enough_to_mean_something():
    assert len(MENTIONS) >= 1_700
    assert len(OTHERS) >= 480
    assert len(set(NAMES)) == len(NAMES) >= 600
    assert len({row.raw for row in MENTIONS + OTHERS}) == len(MENTIONS) + len(OTHERS)
