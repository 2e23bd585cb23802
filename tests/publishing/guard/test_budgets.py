"""What a reader must fetch: each kind of file has its weight, and a page so many files."""

import random

import pytest

from publishing.guard.budgets import BUDGETS, FIRST_VIEW, budget_of, heavy
from publishing.guard.fault import Kind


def test_every_kind_of_file_has_its_budget_and_the_first_that_fits_counts():
    pages = ("the/a.html", "ngay/2026/03.html", "thu-tuc/index.html", "thu-tuc/1.001193.html")
    found = {path: budget_of(path) for path in (*pages, "theme/site.1.css", "theme/site.1.js", "feeds/a.json", "hinh-anh/a.jpg", "du-lieu/a.csv")}
    assert [budget and budget.label for budget in found.values()] == [*(budget.label for budget in BUDGETS), None]
    others = ("index.html", "tin-tuc/a.html", "thu-tuc/2.000815/den-2026-03-16.html", "trang/a.html", "quyet-dinh/a.html", "tim-kiem.html", "hoi-dap/a.html")
    assert {budget_of(path).most for path in others} == {FIRST_VIEW}


SYLLABLES = ("một", "cửa", "thủ", "tục", "hành", "chính", "phường", "khai", "sinh", "đăng", "ký", "hồ", "sơ", "nộp", "trả", "kết", "quả")
HEAD = b'<link rel="stylesheet" href="../theme/site.1.css">\n<script src="../theme/site.2.js" defer></script>'


def laid(folder, page: bytes, css: int = 0, js: int = 0) -> list[str]:
    """What is said of a page of that text, with a style sheet and a script that weigh so much packed."""
    (folder / "theme").mkdir(exist_ok=True)
    for name, size in (("site.1.css", css), ("site.2.js", js)):
        (folder / "theme" / name).write_bytes(random.Random(size).randbytes(size))
    (folder / "a.html").write_bytes(page)
    return [fault.what for fault in heavy("a.html", len(page), [HEAD, b"<main>"], folder)]


def test_a_page_is_weighed_packed_with_its_styles_and_scripts_and_a_picture_as_it_is(tmp_path):
    assert laid(tmp_path, b"a" * 900_000, css=9_000, js=5_000) == []
    (fault,) = laid(tmp_path, random.Random(1).randbytes(40_000), css=9_000, js=5_000)
    assert fault == "trang nặng 55 kB khi nén, cùng kiểu chữ và script, quá 30 kB"
    (picture,) = heavy("hinh-anh/a.jpg", 5_200_000, [], tmp_path)
    assert (picture.kind, picture.what) == (Kind.BUDGET, "ảnh nặng 5,2 MB, quá 4,0 MB")
    assert "1600" in picture.remedy


def test_the_same_page_is_too_heavy_only_beside_heavier_styles(tmp_path):
    words = random.Random(2)
    page = " ".join(f"{words.choice(SYLLABLES)}{words.choice(SYLLABLES)}" for _ in range(7_000)).encode()
    for folder, css in (("nhe", 2_000), ("nang", 29_000)):
        (tmp_path / folder).mkdir()
        assert bool(laid(tmp_path / folder, page, css)) == (folder == "nang")


def test_a_page_that_is_small_as_it_stands_is_not_packed(tmp_path):
    """Nothing is read: the file is not there."""
    assert heavy("tin-tuc/a.html", 2 * FIRST_VIEW, [b"<head>"], tmp_path) == []
    with pytest.raises(FileNotFoundError):
        heavy("tin-tuc/a.html", 2 * FIRST_VIEW + 1, [b"<head>"], tmp_path)


def test_a_style_sheet_brings_no_fonts_and_nothing_from_elsewhere(tmp_path):
    for text in ("@font-face { src: url(a.woff2) }", "@import 'a.css';", 'p { background: url("https://a.example/a.png") }', "p { background: url(//a.example) }"):
        (fault,) = heavy("theme/site.1.css", 10, [text.encode()], tmp_path)
        assert "ở nơi khác" in fault.what
    assert heavy("theme/site.1.css", 10, [b"p { background: url(a.png) }"], tmp_path) == []


def test_pictures_wait_until_they_are_scrolled_to(tmp_path):
    def page(now: int, later: int) -> list[str]:
        body = '<img src="a.jpg" alt="">' * now + '<img src="b.jpg" alt="" loading="lazy">' * later
        return [fault.what for fault in heavy("a.html", 10, [HEAD, body.encode()], tmp_path)]

    assert page(now=3, later=30) == []
    assert page(now=4, later=0) == ["trang gọi ngay 7 tệp, quá 6"]


def test_a_page_that_calls_for_too_many_files_is_told(tmp_path):
    text = "".join(f'<img src="anh-{number}.jpg" alt="" loading="lazy">' for number in range(81))
    (fault,) = heavy("a.html", 10, [text.encode()], tmp_path)
    assert fault.what == "trang gọi 81 tệp, quá 80"
    assert heavy("a.html", 10, [text.replace("anh-80", "anh-79").encode()], tmp_path) == []
