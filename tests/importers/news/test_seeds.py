"""The five real texts, imported as they are, become the items that the test site of seeds holds. Their words stay where they are."""

import pytest
from lxml import html as lxml_html

from importers.news.item import Wishes
from plugins.model.dates import parse_date
from tests.conftest import SEEDS
from tests.site.seeds.test_seeds import MARKER, each, squeezed

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real texts in ../shared/seeds are not on this machine")


@pytest.fixture
def imported(take):
    def call(seed):
        (path,) = SEEDS.glob(f"{seed.number}_*.txt")
        return take(path, wishes=Wishes(category=seed.category, date=parse_date(seed.given) if seed.given else None))

    return call


@each
def test_title_date_and_author_are_those_of_the_test_site(imported, seed):
    found = imported(seed)
    assert found.kind == "tin-tuc"
    assert found.values["title"] == seed.heading
    assert parse_date(found.values["date"]).isoformat() == seed.date
    assert found.values.get("author", "") == seed.line(seed.author)
    assert "summary" not in found.values


@each
def test_the_page_shows_the_same_words_and_the_same_typed_numbers(imported, seed, render):
    prose = lxml_html.fragment_fromstring(render(imported(seed).body), create_parent="div")
    assert squeezed(prose.text_content()) == squeezed(seed.text)
    typed = [match[1] for match in map(MARKER.match, seed.text.split("\n")) if match]
    assert [mark.text for mark in prose.find_class("dau")] == typed


@each
def test_a_text_without_a_question_left_is_ready_and_the_others_are_drafts(imported, seed):
    found = imported(seed)
    assert found.item.is_draft is bool(found.read.notes.guessed or found.read.notes.decide)
    assert found.item.is_draft is (seed.number in {"002", "004"})
    assert ("status" in found.values) is found.item.is_draft


def test_without_a_date_on_the_command_line_the_editor_is_asked_for_it(take):
    (path,) = SEEDS.glob("003_*.txt")
    found = take(path)
    assert "date" not in found.values
    assert any("DATE=" in sentence for sentence in found.read.notes.decide)
    assert "\n# date: chưa thấy ngày" in found.item.text
