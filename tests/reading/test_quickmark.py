"""Leaving out the steps of Markdown that find nothing changes no result."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pelican.settings import read_settings

from plugins.reading.markdown import ProseReader
from plugins.reading.quickmark import TRIGGERS, Inline

QUICK = ProseReader(read_settings("publishconf.py"))._engine
SETTINGS = read_settings("publishconf.py")
SETTINGS["MARKDOWN"] = {**SETTINGS["MARKDOWN"], "extension_configs": dict(SETTINGS["MARKDOWN"]["extension_configs"])}
SETTINGS["MARKDOWN"]["extensions"] = [name for name in SETTINGS["MARKDOWN"]["extensions"] if name != "plugins.reading.quickmark"]
del SETTINGS["MARKDOWN"]["extension_configs"]["plugins.reading.quickmark"]
PLAIN = ProseReader(SETTINGS)._engine

# What nearly all texts are made of, and what few hold.
PROSE = ["*", "_", "**", "\n", "\n\n", "  \n", " ", "chữ", "131/KH-UBND", "# ", "## Mục\n\n", "Mục ", "- ", "1. ", "a) ", "> ", "|", "| a | b |\n"]
PROSE += ["|---|:-:|\n", "---\n", "===\n", "    ", "\t", "+ ", "I. ", "o  ", ".", ":", "!", ")", "~", '"', "...", "\r", "o "]
RARE = ["`", "```\n", "\\", "[", "](", "<b>", "&amp;", "&", "<", "<http://a.vn>", "<a@b.vn>", "https://x.vn/a", "[^1]", "[^1]: ghi\n"]
RARE += ["<!-- x -->", "{: #dau }", "{ .canh-giua }", "{hidden=hidden}", "*[UBND]: Ủy ban\n", "UBND", "[1]: /a\n", "](/a)", "\x02", "<br>", "\\*", "({static}/a.pdf)", "{static}/a.pdf", "[a]", "![a]"]


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PROSE), max_size=40).map("".join))
def test_plain_prose_is_what_markdown_itself_makes_of_it(text):
    assert QUICK.reset().convert(text) == PLAIN.reset().convert(text)


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PROSE + RARE), max_size=30).map("".join))
def test_every_text_is_what_markdown_itself_makes_of_it(text):
    assert QUICK.reset().convert(text) == PLAIN.reset().convert(text)


def test_it_stands_in_the_place_of_markdowns_own_and_knows_every_pattern():
    assert isinstance(QUICK.treeprocessors["inline"], Inline)
    assert not isinstance(PLAIN.treeprocessors["inline"], Inline)
    assert {item.name for item in QUICK.inlinePatterns._priority} == set(TRIGGERS)
