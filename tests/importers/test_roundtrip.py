"""Whatever a cell holds, the site shows the same words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from importers.extract import Extract
from importers.markdown import to_markdown
from importers.values import clean
from plugins.model.now import build_now
from plugins.reading.item import read_item

NOW = build_now({"NOW": "2026-06-01T08:00"})
LETTERS = "aăâbcđeêôơưyÁếỗợ Hồ sơ 0123456789 .,;:()/%“”\"'" + "|*_[]<>&#-+`~!={}\\^$@?\n" * 2
texts = st.text(LETTERS, max_size=60).map(clean)
filled = texts.filter(lambda text: any(map(str.isalnum, text)))


def folded(text: str) -> str:
    return " ".join(text.split())


def read(extract: Extract, render):
    reading = read_item("thu-tuc", to_markdown(extract).encode(), NOW, render)
    assert reading.parts is not None, [(p.line, p.what) for p in reading.problems]
    return reading


@given(filled, texts, texts, texts)
def test_cells_of_tables_come_back_as_they_were(render, name, fee, note, number):
    extract = Extract(
        "1.001193",
        {"title": "Khai sinh", "sector": "Hộ tịch"},
        steps=(("", "Nộp."),),
        channels=(("Trực tiếp", note, fee, name),),
        evidence=(("", name, "", "1", number, ""),),
        legal=((name, note, fee, number, ""),),
    )
    parts = read(extract, render).parts
    (channel,) = parts.channels
    assert (folded(channel.processing_time), folded(channel.cost), folded(channel.note)) == (folded(note), folded(fee), folded(name))
    assert [(folded(e.name), folded(e.copies)) for _, rows in parts.evidence for e in rows] == [(folded(name), folded(number))]
    (law,) = parts.legal_resources
    assert tuple(map(folded, (law.number, law.title, law.issuer, law.issued))) == tuple(map(folded, (name, note, fee, number)))


@given(filled, filled, filled)
def test_paragraphs_and_results_come_back_as_they_were(render, steps, conditions, output):
    extract = Extract(
        "1.001193",
        {"title": "Khai sinh", "sector": "Hộ tịch"},
        steps=(("", steps),),
        channels=(("Trực tiếp", "", "", ""),),
        outputs=(output,),
        conditions=conditions,
    )
    parts = read(extract, render).parts
    assert [folded(text) for _, text, _ in parts.steps] == [folded(steps)]
    assert folded(parts.conditions) == folded(conditions)
    assert [folded(text) for text in parts.outputs] == [folded(output)]


@given(filled, texts)
def test_facts_come_back_as_they_were(render, title, description):
    extract = Extract("1.001193", {"title": re.sub(r"\n", " ", title), "sector": "Hộ tịch", "description": description}, steps=(("", "Nộp."),))
    matter = read(extract, render).matter
    assert matter.title == re.sub(r"\n", " ", title).strip()
    assert folded(matter.description) == folded(description)
