"""The check of what was written: dead links, lost anchors, broken XML, anything active or left over."""

import pytest

from publishing.verify import Built, Fault, lost_anchors, referring, verify

FOUND = {
    # — links —
    '<a href="b.html">b</a>': [],
    '<a href="./">trang chủ</a>': [],
    '<a href="thu/muc.html">m</a>': [],
    '<a href="thu/">m</a>': ["liên kết hỏng: 'thu/'"],
    '<a href="khong-co.html">x</a>': ["liên kết hỏng: 'khong-co.html'"],
    '<img src="anh/khong-co.png" alt="">': ["liên kết hỏng: 'anh/khong-co.png'"],
    '<img src="b.html" srcset="b.html 320w, anh/mat-320.webp 700w" alt="">': ["liên kết hỏng: 'anh/mat-320.webp'"],
    '<a href="../../ngoai.html">x</a>': ["liên kết '../../ngoai.html' ra khỏi trang"],
    '<a href="/cchc/b.html">b</a>': [],
    '<a href="/khac/b.html">b</a>': ["liên kết '/khac/b.html' ra khỏi phần trang /cchc/"],
    '<a href="https://tinh.example">t</a> <a href="mailto:a@b.example">m</a> <a href="tel:115">g</a>': [],
    '<a href="B.html">b</a>': ["liên kết hỏng: 'B.html'"],
    '<a href="t%C3%AAn.html">b</a>': [],
    # — anchors —
    '<p id="a">a</p><a href="#a">a</a>': [],
    '<a href="#khong-co">a</a>': ["liên kết tới mục không có: '#khong-co'"],
    '<a href="b.html#muc">b</a>': [],
    '<a href="b.html#khong-co">b</a>': ["liên kết tới mục không có: 'b.html#khong-co'"],
    '<p id="a"></p><p id="a"></p>': ["mã id 'a' xuất hiện hai lần"],
    # — what must not be there —
    "<script>alert(1)</script>": ["có mã script viết trong trang"],
    '<script src="b.html"></script>': [],
    '<p style="color:red">a</p>': ["có kiểu chữ viết trong thẻ (style=)"],
    '<p onclick="x()">a</p>': ["có xử lý sự kiện trong thẻ (on…=)"],
    '<a href="javascript:x()">a</a>': ["có liên kết javascript:"],
    '<a href="{filename}a.md">a</a>': ["có chỗ giữ liên kết chưa được thay", "liên kết hỏng: '{filename}a.md'"],
    '<a href="\x02b.html">a</a>': ["có chỗ giữ liên kết chưa được thay"],
    "<p>Chữ style= và onclick= trong câu, javascript: cũng thế.</p>": [],
}


def alone(check, work):
    return [check(path) for path in work]


@pytest.fixture
def folder(tmp_path):
    for path in ("index.html", "b.html", "thu/muc.html", "tên.html"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text('<h2 id="muc">Mục</h2>', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("html", "expected"), FOUND.items())
def test_each_fault_is_found_and_nothing_else(html, expected, folder):
    (folder / "a.html").write_text(html, encoding="utf-8")
    paths = {"a.html", "index.html", "b.html", "thu/muc.html", "tên.html"}
    faults = verify(Built(folder, paths, {"a.html"}, "/cchc/"), alone)
    assert sorted(fault.what for fault in faults) == sorted(expected)
    assert all(fault.path == "a.html" for fault in faults)


def test_xml_that_is_not_well_formed_is_a_fault(folder):
    (folder / "feed.xml").write_text("<rss><channel></rss>", encoding="utf-8")
    (fault,) = verify(Built(folder, {"feed.xml"}, {"feed.xml"}, "/"), alone)
    assert fault.path == "feed.xml"
    assert fault.what.startswith("không phải XML đúng dạng")


def test_only_fresh_files_are_looked_at_and_faults_are_sorted(folder):
    for name in ("a.html", "c.html", "d.html"):
        (folder / name).write_text('<a href="x.html">x</a>', encoding="utf-8")
    faults = verify(Built(folder, {"a.html", "c.html", "d.html"}, {"d.html", "a.html"}, "/"), alone)
    assert faults == [Fault("a.html", "liên kết hỏng: 'x.html'"), Fault("d.html", "liên kết hỏng: 'x.html'")]


def test_a_rewritten_page_that_lost_an_id_is_noticed(folder, tmp_path):
    new = tmp_path / "new"
    new.mkdir()
    (new / "b.html").write_text('<h2 id="muc">Mục</h2><h2 id="them">Thêm</h2>', encoding="utf-8")
    assert lost_anchors(folder, new, ["b.html", "moi.html"], alone) == []
    (new / "b.html").write_text("<h2>Mục</h2>", encoding="utf-8")
    assert lost_anchors(folder, new, ["b.html"], alone) == ["b.html"]


def test_only_pages_that_may_link_to_what_was_lost_are_looked_at_again(folder):
    links = {"1.html": "b.html", "2.html": "b.html#muc", "3.html": "c.html", "4.html": "thu/", "5.html": "a.html"}
    for path, link in links.items():
        (folder / path).write_text(f'<a href="{link}">x</a>', encoding="utf-8")
    assert referring(folder, links, [], []) == []
    assert referring(folder, links, ["thu/b.html"], []) == ["1.html", "2.html"]
    assert referring(folder, links, [], ["b.html"]) == ["2.html"]
    assert referring(folder, links, ["thu/index.html"], []) == ["4.html"]
    assert referring(folder, [*links, "khong-co.css"], ["a.html", "c.html"], []) == ["3.html", "5.html"]
