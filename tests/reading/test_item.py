"""One file: bytes in, a reading out. What is not public is never rendered."""

import unicodedata

import pytest

from plugins.model.dates import parse_date
from plugins.model.vocab import Status
from plugins.reading.item import read_item

NOW = parse_date("1/6/2026")
HEAD = "---\ntitle: {title}\ndate: {date}\ncategory: chi-so\n{more}---\n"


def read(body: str, title: str = "Tin", date: str = "24/5/2026", more: str = "", kind: str = "tin-tuc", render=str):
    return read_item(kind, (HEAD.format(title=title, date=date, more=more) + body).encode(), NOW, render)


def test_decomposed_letters_are_composed_everywhere(render):
    typed = unicodedata.normalize("NFD", "Đoàn phường Đức Xuân")
    reading = read(typed, title=typed, render=render)
    assert reading.matter.title == unicodedata.normalize("NFC", typed)
    assert reading.html == f"<p>{unicodedata.normalize('NFC', typed)}</p>"


def test_no_break_spaces_and_windows_line_ends_become_plain(render):
    reading = read("Số\u00a0131/KH-UBND\r\n\r\n-\u00a0Gạch", render=render)
    assert reading.html.startswith("<p>Số 131/KH-UBND</p>\n<ul")
    assert '<span class="dau">-</span> Gạch' in reading.html


def test_a_byte_order_mark_does_not_hide_the_front_matter():
    assert read_item("trang", b"\xef\xbb\xbfTitle: a\n\nb", NOW, str).matter.title == "a"
    assert read_item("trang", "Title: a\n\nb".encode("utf-16"), NOW, str).matter.title == "a"


def never(text: str) -> str:
    raise AssertionError(f"rendered: {text}")


@pytest.mark.parametrize(
    ("more", "date"),
    [("status: draft\n", "24/5/2026"), ("", "2/6/2026"), ("expires: 31/5/2026\n", "24/5/2026")],
    ids=["draft", "scheduled", "expired"],
)
def test_what_is_not_public_is_not_read_past_its_front_matter(more, date):
    reading = read("Bí mật", more=more, date=date, render=never)
    assert (reading.html, reading.body, reading.refs) == (None, "", ())


def test_a_draft_may_be_unfinished():
    reading = read_item("tin-tuc", b"---\nstatus: draft\n---\n", NOW, never)
    assert reading.problems == ()
    whole = read("Nội dung", more="status: nháp\n", render=never)
    assert whole.matter.status is Status.DRAFT


@pytest.mark.parametrize(
    ("body", "line", "code"),
    [
        ("", 6, "body-empty"),
        ("a\n\n" + "[" * 201, 8, "body-brackets"),
        ("a\n" + ">" * 21 + " sâu", 7, "body-nesting"),
        ("a\n<!-- mở", 7, "comment-unclosed"),
        ("a\n<script>x</script>", 7, "html-removed"),
    ],
)
def test_problems_of_the_body_carry_the_line_of_the_file(body, line, code, render):
    assert (line, code) in [(problem.line, problem.code) for problem in read(body, render=render).problems]


def test_links_and_pictures_are_found_with_their_lines(render):
    reading = read("[a](b.md)\n\n![](hinh-anh/c.jpg) ![d](e.png)\n\n## Mục\n", render=render)
    assert [(ref.target, ref.tag, ref.line, ref.has_alt) for ref in reading.refs] == [
        ("b.md", "a", 6, False),
        ("hinh-anh/c.jpg", "img", 8, False),
        ("e.png", "img", 8, True),
    ]
    assert reading.anchors == ("muc",)
