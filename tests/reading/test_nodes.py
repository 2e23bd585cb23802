"""The tree of clean HTML says what BeautifulSoup would say of it, in a quarter of the time."""

from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.reading.nodes import blocks_of, html_of, item_text, plain, remove, text_of
from plugins.reading.sanitise import sanitise

PIECES = ["<p>", "</p>", "<br>", "<br>\n", "\n", "  ", "chữ ", "<b>", "</b>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "&amp;", "&lt;"]
PIECES += ["&nbsp;", "<pre>", "</pre>", '<a href="/a?b=1&amp;c=2">', "</a>", "<img alt='a \"b\"' src=\"/c'd.png\">", "<hr>", "<h2 id='a'>", "</h2>", '<p class="canh-phai">']


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_blocks_are_those_of_beautifulsoup_as_html_and_as_text(typed):
    html = sanitise(typed)
    soup = BeautifulSoup(html, "lxml")
    blocks = (soup.body or soup).find_all(True, recursive=False)
    assert html_of(blocks_of(html)) == "\n".join(block.decode(formatter="minimal") for block in blocks)
    assert [plain(block) for block in blocks_of(html)] == [block.get_text() for block in blocks]


def test_a_line_break_is_one_line_end_and_stays_one():
    block = blocks_of("<p>a<br>\nb<br>c<br><br>d</p>")[0]
    assert text_of(block) == "a\nb\nc\n\nd"
    assert html_of([block]) == "<p>a\nb\nc\n\nd</p>"


def test_items_of_inner_lists_stand_on_lines_of_their_own():
    block = blocks_of("<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>")[0]
    assert text_of(block) == "a\nb\nc\nd"
    assert item_text(block[1]) == "d"


def test_what_follows_a_node_that_is_taken_away_stays():
    block = blocks_of("<p>a <b>b</b> c <i>d</i> e</p>")[0]
    for node in list(block):
        remove(node)
    assert plain(block) == "a  c  e"


def test_nothing_is_no_block():
    assert blocks_of(" \n") == []
