"""The guide to radio, shared posts and indices says what the program does."""

import re
from datetime import datetime

import pytest

from plugins.model.dates import VIETNAM
from plugins.model.glossary import glossary
from plugins.model.index_rows import COLUMNS, Reading, read_rows
from plugins.model.indices import INDICES, SCALES, IndexStatus
from plugins.model.outreach import Radio
from plugins.radio.numbers import Voice
from plugins.radio.script import LONGEST, SHORTEST
from plugins.radio.spoken import Speaker
from plugins.reading.item import read_item
from plugins.share.text import LIMIT
from tests.docs.pages import ROOT, blocks, prose, read

GUIDE = ROOT / "docs" / "phat-thanh-chia-se-chi-so.md"


def rows(start: str) -> list[list[str]]:
    """Cells of the table under a head."""
    table = read(GUIDE).partition(f"{start}\n")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]


@pytest.mark.parametrize(("typed", "said"), rows("| Trên văn bản | Lời đọc |"))
def test_every_reading_of_the_guide_is_what_is_said(typed, said):
    made = Speaker(Voice(), glossary({})).say(typed).text.rstrip(".")
    assert made.casefold() == said.casefold()


@pytest.mark.parametrize("example", blocks(GUIDE, "yaml"))
def test_the_example_with_its_own_words_passes_the_gate(example, render):
    reading = read_item("tin-tuc", example.encode(), datetime(2026, 6, 1, tzinfo=VIETNAM), render)
    assert reading.problems == ()
    assert reading.matter.radio


@pytest.mark.parametrize("example", blocks(GUIDE, "text"))
def test_the_example_of_a_table_is_read(example):
    reading = Reading({}, 2026)
    read_rows("chi-so/vi-du.csv", example, reading)
    assert (reading.problems, len(reading.values)) == ([], 2)


def test_every_column_scale_status_and_index_of_the_tables_is_told():
    told = set(re.findall(r"`([^`\n]+)`", prose(GUIDE)))
    names = {name for column, names in COLUMNS.items() for name in (column, *names) if name != column or column in COLUMNS}
    assert names - told == set()
    assert {*SCALES, *IndexStatus} - told == set()
    assert [index.short for index in INDICES if index.short not in read(GUIDE)] == []


def test_limits_and_the_speed_are_those_of_the_program():
    page = read(GUIDE)
    assert f"{Radio().words_per_minute} tiếng một phút" in page
    assert f"tối đa {LIMIT} ký tự" in page
    assert (SHORTEST, LONGEST) == (10, 15)
    assert "Chưa đến 10 phút" in page
