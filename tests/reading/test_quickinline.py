"""Leaving out the inline patterns that cannot match changes no result."""

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor
from pelican.settings import read_settings

from plugins.reading.adminprose import _TRIGGERS, QuickInline
from plugins.reading.markdown import ProseReader

SETTINGS = read_settings("publishconf.py")
QUICK, PLAIN = (ProseReader(SETTINGS)._engine for _ in range(2))
PLAIN.treeprocessors.register(InlineProcessor(PLAIN), "inline", 20)
PIECES = ["*", "_", "**", "`", "\\", "[", "](", "!", ")", "<b>", "&amp;", "<http://a.vn>", "<a@b.vn>", "  \n", "\n\n", " ", "chữ", "131/KH-UBND"]
PIECES += ["https://x.vn/a", "[^1]", "[^1]: ghi\n", "<!-- x -->", "~", "|", "# ", "- ", "1. "]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_text_is_what_markdown_itself_makes_of_it(text):
    assert QUICK.reset().convert(text) == PLAIN.reset().convert(text)


def test_it_stands_in_the_place_of_markdowns_own_and_knows_every_pattern():
    assert isinstance(QUICK.treeprocessors["inline"], QuickInline)
    assert {item.name for item in QUICK.inlinePatterns._priority} == set(_TRIGGERS)
