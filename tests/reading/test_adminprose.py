"""Administrative prose: every number and bullet stays as it was typed.

The cases stand in ``prose/``, one file each: what an editor types, a line of ten or more dashes, the HTML that readers
get. To add a case, write a file with the first part and the dashes only; the failing test shows the HTML to look at.
"""

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.conftest import SEEDS

CASES = sorted((Path(__file__).parent / "prose").glob("*.md"))
DASHES = re.compile(r"^-{10,}$", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_text_is_rendered_as_its_case_file_says(case, render):
    typed, expected = DASHES.split(case.read_text(encoding="utf-8"), maxsplit=1)
    assert render(typed.strip("\n")).strip() == expected.strip()


def test_there_are_enough_cases():
    assert len(CASES) >= 30


PLANS = sorted(SEEDS.glob("002*.txt"))
# What opens a line of a document: I. / 1. / 2.1. / a) / - / +
MARKER = re.compile(r"^\s*(\d+(?:\.\d+)*\.?|[IVX]+\.|[a-zđ]\)|[-+])(?=\s|[^\W\d])")


def markers(lines: list[str]) -> list[str]:
    return [match[1] for match in map(MARKER.match, lines) if match]


@pytest.mark.skipif(not PLANS, reason="the real texts in ../shared/seeds are not on this machine")
def test_a_real_plan_keeps_every_number_and_bullet_in_its_order(render):
    source = PLANS[0].read_text(encoding="utf-8")
    page = lxml_html.fragment_fromstring(render(source), create_parent="div")
    shown = [mark.text for mark in page.iterfind(".//span[@class='dau']")]
    assert len(shown) > 50
    assert shown == markers(source.split("\n"))


@pytest.mark.skipif(not PLANS, reason="the real texts in ../shared/seeds are not on this machine")
def test_a_real_plan_loses_no_word(render):
    source = PLANS[0].read_text(encoding="utf-8")
    page = lxml_html.fragment_fromstring(render(source), create_parent="div")
    assert "".join(page.text_content().split()) == "".join(source.split())


def test_an_anchor_folds_đ_and_marks(render):
    assert '<h2 id="dang-ky-dat-dai">' in render("## Đăng ký đất đai")


def test_footnotes_and_abbreviations_of_one_text_do_not_leak_into_the_next(render):
    render("UBND[^1]\n\n*[UBND]: Ủy ban nhân dân\n\n[^1]: Ghi chú.\n\n## Mục")
    after = render("UBND[^1]\n\n## Mục")
    assert "<abbr" not in after
    assert "footnote" not in after
    assert 'id="muc"' in after
