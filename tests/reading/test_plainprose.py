"""Plain prose is written at once, as Markdown and the sanitiser would have it; everything else is left to them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pelican.settings import read_settings

from plugins.reading.markdown import ProseReader
from plugins.reading.plainprose import plain_html
from plugins.reading.quickmark import is_known
from plugins.reading.sanitise import sanitise, stays
from tests.reading.test_quickmark import PLAIN, PROSE, RARE

ENGINE = ProseReader(read_settings("publishconf.py"))._engine

MARKED = ["**đậm**", "*nghiêng*", "**", "*", "***", "__", "_", " ", "chữ", "\n", "\n\n", "  \n", ".", "(", ")", "!", "](", "[", "]", "{", "}"]
MARKED += ["[tên](/a.html)", "![Ảnh]({static}/images/a_1.png)", "[a](https://a.gov.vn/x?y=1&z=2)", "https://dichvucong.gov.vn/a_b", "http://a.vn."]
MARKED += ["<br>", "\\*", "\\_", "\\.", "\\", "\\[", "\\|", "&", "R&D", "&amp;", ">", "->", '"', "'", "- ", "1. ", "| a | b |\n|--|:-:|\n", "|", "> ", "## ", "### **Mục** ", "---\n", "mailto:a@b.vn", ":"]
HOSTILE = ["<script>alert(1)</script>", "javascript:alert(1)", "](javascript:alert(1))", "![x](/onload=1 \"t\")", "![a onerror=x](/a.png)", '="', "onclick=", "![x](/onload=1)"]
HOSTILE += ["](//evil.vn/a)", "](data:text/html,x)", "](http://1.2.3.4/)", "](https://xn--a.vn)", "](https://a.vn:99999/)", "](HTTPS://A.VN/)", "## trang-dau\n", "## Trang đầu\n"]
HOSTILE += ["\u200b", "\u00a0", "e\u0301\u0301\u0301\u0301\u0301", "\u202e", "\ufeff", "&#8;", "&#x202e;", "&nbsp", "&#", "&#1", "&b", "&b;", "&", "\x08", "\u2028", "\x1c", "\x0b", "😀", "²", "]: ", "*[UBND]: b\n", "[^1]", "\t", "\\"]


def texts(*signs: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([sign for given in signs for sign in given]), max_size=25).map("".join)


@settings(max_examples=1500, deadline=None)
@given(texts(PROSE, MARKED))
@example("**a*\n\n*b**")
@example("Dòng một.\n **Dòng hai**")
@example("Xem https://a.vn/b.\nLiên hệ")
def test_plain_prose_is_what_markdown_itself_makes_of_it(text):
    html = plain_html(ENGINE.reset(), text)
    assert html is None or html == PLAIN.reset().convert(text)


@settings(max_examples=1500, deadline=None)
@given(texts(PROSE, MARKED, RARE, HOSTILE))
@example("# a\n\n[a]: /b](c")
@example("*[UBND]: Ủy ban](a)\n\nUBND")
def test_every_text_is_left_to_markdown_or_what_it_makes_of_it(text):
    html = plain_html(ENGINE.reset(), text)
    assert html is None or html == PLAIN.reset().convert(text)


@settings(max_examples=1500, deadline=None)
@given(texts(PROSE, MARKED, HOSTILE))
@example("## Trang chủ")
@example("![x](/onload=1)")
@example("&#1.")
def test_what_passes_the_sanitiser_unseen_is_what_the_sanitiser_lets_through(text):
    html = plain_html(ENGINE.reset(), text)
    assert html is None or not stays(html) or html == sanitise(html)


@settings(max_examples=1500, deadline=None)
@given(st.text(alphabet="ab.-/:?#=&%{}@!~_,;09xX()[]*<>\"' \n", max_size=30))
def test_addresses_that_pass_unseen_are_those_that_the_sanitiser_leaves(target):
    for text in (f"[a]({target})", f"![a]({target})", f"[a](https://a.vn{target})", f"[{target}](/a)", f"![{target}](/a)", f"https://{target}"):
        html = plain_html(ENGINE.reset(), text)
        assert html is None or not stays(html) or html == sanitise(PLAIN.reset().convert(text))


@pytest.mark.parametrize(
    "text",
    [
        "Một đoạn.\n\n## Mục\n\n- **a**\n- b\n\n> Lời trích\n\n*Nguồn: [cổng](https://a.gov.vn/tin_1)*",
        "![Ảnh]({static}/images/a_1.png)\n\n| Tên | Số |\n|---|--:|\n| **a** | 1 |\n\nTN&MT -> xong; ho_so.pdf",
        "| a | b |\n|---|---|\n| c<br>d | \\*e\\* |\n\n1\\. f\\_g <br> **h<br>**",
        "**Phòng Tư pháp:** xem https://dichvucong.gov.vn/a\n\n---\n\n1. a\n   - b",
    ],
)
def test_usual_prose_is_written_at_once_and_passes_as_it_is(text):
    html = plain_html(ENGINE.reset(), text)
    assert html is not None
    assert stays(html)
    assert html == sanitise(PLAIN.reset().convert(text))


@pytest.mark.parametrize("text", ["a <b>b</b>", "a<br/>b", "`a`", "## 1\\. a", "a[^1]\n\n[^1]: b", "[a]\n\n[a]: /b", "*[UB]: c\n\nUB", "_a_", "***a***", "[a](javascript:b)", "&nbsp;", "a\tb"])
def test_what_is_not_plain_is_left_to_markdown(text):
    assert plain_html(ENGINE.reset(), text) is None


def test_a_heading_that_would_take_an_id_of_the_theme_goes_to_the_sanitiser():
    html = plain_html(ENGINE.reset(), "## Trang đầu")
    assert html == '<h2 id="trang-dau">Trang đầu</h2>'
    assert not stays(html)


def test_an_address_at_the_end_of_a_line_does_not_take_in_the_next(render):
    assert render("Xem https://a.vn/b.\nLiên hệ") == '<p>Xem <a href="https://a.vn/b">https://a.vn/b</a>.<br>\nLiên hệ</p>'


def test_other_settings_have_no_short_way():
    options = read_settings("publishconf.py")
    assert ProseReader(options).render('"a" -- b') == '<p>"a" -- b</p>'
    options["MARKDOWN"] = {**options["MARKDOWN"], "extensions": [*options["MARKDOWN"]["extensions"], "markdown.extensions.smarty"]}
    assert ProseReader(options).render('"a" -- b') == "<p>“a” – b</p>"
    assert is_known(ENGINE)
    assert not is_known(ProseReader(options)._engine)
    assert not is_known(PLAIN)
