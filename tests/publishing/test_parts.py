"""A page read in parts says what the whole page says, however it is cut and however quickly it is looked at."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.guard.leaks import leaks, watch
from publishing.parts import cut, found, reader
from tests.publishing.guard.making import keep

PIECES = ('<a href="', '" ', " id=", '"', "a.html", "#muc", "&amp;", '\n\tsrc="', ' srcset="a 1w, b 2w"', "<main ", "</main>", "<nav ", "<body>", "<footer ", "=", " onclick=", "ạ")
PAGES = st.lists(st.sampled_from(PIECES), max_size=20).map(lambda pieces: "".join(pieces).encode())


@given(PAGES)
def test_the_parts_of_a_page_are_the_page(page):
    assert b"".join(cut(page)) == page
    assert all(part for part in cut(page)) or page == b""


def plainly(page: bytes) -> tuple[tuple[bytes, ...], set[bytes]]:
    """Ids and addresses, attribute by attribute; for pages whose quotes are in pairs."""
    every = re.findall(rb"[ \t\n\r\f]([a-z]+)=\"([^\"]*)\"", page)
    sets = [one.split(b" ")[0] for name, value in every if name == b"srcset" for one in value.split(b", ")]
    return tuple(value for name, value in every if name == b"id"), {value for name, value in every if name in (b"href", b"src")} | set(sets)


VALUES = st.text("ab/.#=?&;ạ,{}|", max_size=8)
NAMES = st.sampled_from(["href", "src", "id", "srcset", "class", "alt", "datasrc", "xhref"])


@given(st.lists(st.tuples(st.sampled_from(" \n\t"), NAMES, VALUES), max_size=8), st.text("ab =<>", max_size=8))
def test_ids_and_addresses_are_those_that_a_plain_reading_finds(attributes, text):
    opened = "".join(f'{space}{name}="{value}"' for space, name, value in attributes)
    page = f"<p{opened}>{text}</p>".encode()
    assert (found(page)[0], set(found(page)[1])) == plainly(page)


SHADY = {
    "<SCRIPT>x()</SCRIPT>": "mã script viết trong trang",
    '<p\nSTYLE="a">': "kiểu chữ viết trong thẻ (style=)",
    "<p\tonclick=x()>": "xử lý sự kiện trong thẻ (on…=)",
    '<a href=" JavaScript:x()">': "liên kết javascript:",
    '<a title="|static|a">': "chỗ giữ liên kết chưa được thay",
    '<img alt="{attach}a">': "chỗ giữ liên kết chưa được thay",
}


@pytest.mark.parametrize(("html", "what"), SHADY.items())
def test_what_must_not_stand_in_a_page_is_found_in_its_own_part_and_in_a_long_one(html, what):
    read = reader(lambda _: False)
    for filling in ("", "<p>chữ</p>" * 1_000):
        parts = read(cut(f"<body><main >{filling}{html}</main>{filling}<footer >".encode()))
        assert [part.forbidden for part in parts if part.forbidden] == [(what,)]


TITLE = "Họp 'giao ban' & tiếp dân"
TOLD = ("0912 345 678", "+84 912 345 678", "(0200) 3850.117", "a@xa.example", ".@xa.example", "@context", TITLE, "tin-tuc/x.html", "tin-tuc/x.md", "/srv/noi-dung/a", "Họp 'giao", " 07:00", "\n", "x")


@given(st.lists(st.sampled_from(TOLD), max_size=6).map("".join))
def test_a_glance_overlooks_nothing_that_a_look_would_find(text):
    watched = watch([keep("x", title=TITLE)], (), [Path("/srv/noi-dung")], "")
    assert watched.glance(text.encode()) or leaks(watched, "a.html", [text]) == []
