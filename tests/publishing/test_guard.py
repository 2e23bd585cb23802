"""The guard: what would be lost, leaked or too heavy is named with its page and its remedy; what is in order is not."""

import io
import json
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from plugins.model.dates import parse_date
from plugins.model.vocab import Standing
from publishing.guard.budgets import BUDGETS, FIRST_VIEW, budget_of, heavy
from publishing.guard.fault import Fault, Kind, passed
from publishing.guard.feedids import feed_ids
from publishing.guard.leaks import contacts, leaks, watch, without_excused
from publishing.guard.ledger import KEPT, Ledger, Row, guessed, ledger_of, read_ledger, write_ledger
from publishing.guard.pictures import hidden
from publishing.guard.shrunk import shrunk
from publishing.guard.vanished import Change, Kept, renamed, vanished
from publishing.verify import Built, named, verify
from tests import factory
from tests.posting import posting_site, procedure

MADE = parse_date("2026-06-01 08:00")
LATER = MADE + timedelta(hours=1)
NOWHERE = Path("khong-co")


def row(name: str, **facts) -> Row:
    path = facts.pop("path", f"tin-tuc/{name}.html")
    known = {"source": f"tin-tuc/{name}.md", "title": f"Bài {name}", "day": "2026-03-02", "facets": "f", "sections": ("chuyen-muc/chi-so.html",)}
    return Row(path, **{**known, **facts})


def ledger(*rows: Row, made=MADE) -> Ledger:
    return Ledger({one.path: one for one in rows}, {"chuyen-muc/chi-so.html": "Chỉ số CCHC"}, made)


def change(old, new, *, kept=(), lists=(), gone_lists=(), dropped=(), led_on=()) -> Change:
    """Two releases of items and lists; ``gone_lists`` stand in the old one only."""
    before, after = ledger(*old), ledger(*new, made=LATER)
    paths = {"chuyen-muc/chi-so.html", *lists}
    return Change(
        before, after, {*before.rows, *paths, *gone_lists}, {*after.rows, *paths, *led_on}, tuple(kept), frozenset(dropped), frozenset(led_on)
    )


def keep(name: str, standing=Standing.DRAFT, moment=None, **facts) -> Kept:
    return Kept(**{"source": f"tin-tuc/{name}.md", "title": f"Bài {name}", "address": f"tin-tuc/{name}.html", "standing": standing, "moment": moment, **facts})


def told(faults) -> list[tuple[str, str]]:
    return [(fault.path, fault.what) for fault in faults]


# — addresses that would be lost —


def test_an_item_whose_file_is_gone_is_named_with_its_file_and_both_ways_out():
    (fault,) = vanished(change([row("a"), row("b")], [row("a")]), NOWHERE, {})
    assert (fault.path, fault.kind) == ("tin-tuc/b.html", Kind.LOSS)
    assert fault.what == "trang đang có “Bài b” sẽ mất: không còn tệp tin-tuc/b.md"
    assert "'tin-tuc/b.html -> địa chỉ mới'" in fault.remedy
    assert "'tin-tuc/b.html -'" in fault.remedy


@pytest.mark.parametrize("standing", [Standing.DRAFT, Standing.SCHEDULED, Standing.EXPIRED, Standing.INTERNAL])
def test_an_item_that_is_kept_back_in_the_content_may_go(standing):
    assert vanished(change([row("a"), row("b")], [row("a")], kept=[keep("b", standing)]), NOWHERE, {}) == []


def test_a_line_in_the_content_accounts_for_an_address():
    assert vanished(change([row("a"), row("b")], [row("a")], dropped=["tin-tuc/b.html"]), NOWHERE, {}) == []
    assert vanished(change([row("a"), row("b")], [row("a")], led_on=["tin-tuc/b.html"]), NOWHERE, {}) == []


def test_a_printed_address_needs_the_line_whatever_became_of_its_item():
    path = "thu-tuc/1.000001.html"
    old = row("x", path=path, source="thu-tuc/x.md")
    (fault,) = vanished(change([old], [], kept=[keep("x", source="thu-tuc/x.md", address=path)]), NOWHERE, {})
    assert told([fault]) == [(path, "địa chỉ này đã in trên mã QR, không được mất")]
    assert "status: bãi bỏ" in fault.remedy
    assert vanished(change([old], [], dropped=[path]), NOWHERE, {}) == []


def test_a_list_goes_with_what_it_listed_and_not_otherwise(tmp_path):
    (tmp_path / "the").mkdir()
    (tmp_path / "the/mot-cua.html").write_text('<a href="../tin-tuc/b.html">b</a>', encoding="utf-8")
    gone = {"gone_lists": ["the/mot-cua.html"]}
    assert vanished(change([row("a"), row("b")], [row("a")], kept=[keep("b")], **gone), tmp_path, {}) == []
    assert vanished(change([row("a"), row("b")], [row("a"), row("b", facets="other tag")], **gone), tmp_path, {}) == []
    same = change([row("a"), row("b")], [row("a"), row("b")], **gone)
    assert told(vanished(same, tmp_path, {})) == [("the/mot-cua.html", "địa chỉ đang có sẽ mất")]


def test_a_list_of_lists_goes_with_them(tmp_path):
    (tmp_path / "ngay").mkdir()
    for name, text in (("2026", '<a href="2026-03.html">3</a>'), ("2026-03", '<a href="../tin-tuc/b.html">b</a> <a href="2026.html">2026</a>'), ("2025", "")):
        (tmp_path / f"ngay/{name}.html").write_text(text, encoding="utf-8")
    lists = {"gone_lists": ["ngay/2026.html", "ngay/2026-03.html", "ngay/2025.html"]}
    found = vanished(change([row("a"), row("b")], [row("a")], kept=[keep("b", Standing.EXPIRED)], **lists), tmp_path, {})
    assert [fault.path for fault in found] == ["ngay/2025.html"]


def test_a_feed_and_a_file_of_the_open_data_do_not_just_vanish_but_a_picture_or_a_style_may():
    lost = change([row("a")], [row("a")], gone_lists=["feeds/chi-so.json", "du-lieu/thu-tuc.csv", "hinh-anh/a.jpg", "theme/site.abc.css"])
    assert [fault.path for fault in vanished(lost, NOWHERE, {})] == ["du-lieu/thu-tuc.csv", "feeds/chi-so.json"]


def test_without_a_ledger_the_addresses_alone_are_held_against_each_other():
    old = guessed(["index.html", "tin-tuc/a.html", "tin-tuc/b.html", "quyet-dinh/index.html", "ngay/2026.html", "thu-tuc/1.000001.html"])
    assert sorted(old.rows) == ["thu-tuc/1.000001.html", "tin-tuc/a.html", "tin-tuc/b.html"]
    bare = replace(change([], [row("a")], kept=[keep("c")]), old=old, old_paths=set(old.rows))
    assert told(vanished(bare, NOWHERE, {})) == [
        ("thu-tuc/1.000001.html", "địa chỉ này đã in trên mã QR, không được mất"),
        ("tin-tuc/b.html", "trang đang có sẽ mất"),
    ]
    assert vanished(replace(bare, kept=(keep("b"),)), NOWHERE, {})[1:] == []


# — renames —

MOVED = {
    "slug": ({}, {"source": "tin-tuc/cu.md", "title": "Khác", "day": ""}),
    "id": ({"id": "tag:a,2026:x"}, {"id": "tag:a,2026:x", "title": "Khác", "day": ""}),
    "title and day": ({}, {"title": "BÀI CŨ"}),
    "body": ({"body": "d1"}, {"body": "d1", "title": "Khác", "day": "2026-03-05"}),
}


@pytest.mark.parametrize(("old", "new"), MOVED.values(), ids=MOVED)
def test_an_item_at_a_new_address_is_known_again_by_its(old, new):
    was = row("cu", **{"title": "Bài cũ", **old})
    now = row("moi", **new)
    assert renamed(change([was, row("a")], [now, row("a")])) == {"tin-tuc/cu.html": "tin-tuc/moi.html"}


def test_what_could_be_two_items_is_no_rename():
    same = {"title": "Lịch tiếp công dân", "body": "d1", "id": ""}
    both = change([row("a", **same)], [row("b", **same), row("c", **same)])
    assert renamed(both) == {}
    assert [fault.path for fault in vanished(both, NOWHERE, {})] == ["tin-tuc/a.html"]


def test_an_item_that_is_still_there_or_kept_back_or_elsewhere_is_no_rename():
    assert renamed(change([row("a")], [row("a"), row("b", title="Bài a")])) == {}
    assert renamed(change([row("a")], [row("b", title="Bài a")], kept=[keep("a")])) == {}
    assert renamed(change([row("a")], [row("b", title="Bài a", path="trang/b.html")])) == {}


def test_a_procedure_with_another_code_is_another_procedure():
    old = row("x", path="thu-tuc/1.000001.html", source="thu-tuc/x.md", title="Đăng ký")
    assert renamed(change([old], [old._replace(path="thu-tuc/1.000002.html")])) == {}


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x", "y"]), st.sampled_from(["", "1"])), max_size=5),
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x", "y"]), st.sampled_from(["", "1"])), max_size=5),
)
def test_renames_pair_each_old_and_each_new_address_at_most_once(old, new):
    before = [row(f"cu-{n}", title=title, id=name, body=body) for n, (title, name, body) in enumerate(old)]
    after = [row(f"moi-{n}", title=title, id=name, body=body) for n, (title, name, body) in enumerate(new)]
    moves = renamed(change(before, after))
    assert len(set(moves.values())) == len(moves)
    assert moves.keys() <= {one.path for one in before}
    assert set(moves.values()) <= {one.path for one in after}


# — less than before —


def test_more_than_a_tenth_of_the_items_gone_is_told_with_their_names():
    old = [row(f"{number:02d}") for number in range(20)]
    assert shrunk(change(old, old[:18]), {}) == []
    (fault,) = shrunk(change(old, old[:17]), {})
    assert (fault.path, fault.kind) == ("index.html", Kind.LOSS)
    assert fault.what == "số bài giảm từ 20 xuống 17, quá một phần mười: tin-tuc/17.html, tin-tuc/18.html, tin-tuc/19.html"


def test_one_item_less_is_no_shrinking_however_small_the_site():
    assert shrunk(change([row("a"), row("b")], [row("a")]), {}) == []


def test_items_that_expired_since_the_last_release_are_not_missed():
    old = [row(f"{number}") for number in range(6)]
    due = [keep(f"{number}", Standing.EXPIRED, MADE + timedelta(minutes=5)) for number in range(6)]
    assert shrunk(change(old, [], kept=due), {}) == []


def test_an_expiry_typed_into_the_past_counts_as_a_loss():
    old = [row(f"{number}") for number in range(6)]
    typed = [keep(f"{number}", Standing.EXPIRED, MADE - timedelta(days=300)) for number in range(5)]
    (fault,) = shrunk(change(old, old[5:], kept=typed), {})
    assert fault.what.startswith("số bài giảm từ 6 xuống 1")


def test_a_section_without_items_is_told_by_its_name():
    elsewhere = row("b", sections=("chuyen-muc/tuyen-truyen.html",))
    (fault,) = shrunk(change([row("a"), row("b")], [elsewhere, row("c", sections=())]), {})
    assert told([fault]) == [("chuyen-muc/chi-so.html", "mục “Chỉ số CCHC” đang có 2 bài, bản mới không còn bài nào")]
    assert "tin-tuc/a.md" in fault.remedy


def test_a_section_whose_items_all_are_accounted_for_may_be_empty():
    assert shrunk(change([row("a")], [row("b", sections=())], dropped=["tin-tuc/a.html"]), {}) == []
    assert shrunk(change([row("a")], [], kept=[keep("a", Standing.EXPIRED, LATER)]), {}) == []


def test_a_clock_set_back_is_told_with_both_moments():
    back = replace(change([row("a")], [row("a")]), new=ledger(row("a"), made=MADE - timedelta(days=1)))
    (fault,) = shrunk(back, {})
    assert fault.what == "thời điểm dựng (31/05/2026 08:00) sớm hơn bản đang đăng (01/06/2026 08:00): bài đã đăng có thể bị gỡ"
    assert "đồng hồ" in fault.remedy


# — feeds —


def feeds(folder: Path, name: str) -> None:
    item = {"id": name, "url": "https://a.example/tin-tuc/a.html"}
    (folder / "feeds").mkdir(parents=True)
    (folder / "feeds/a.json").write_text(json.dumps({"items": [item]}), encoding="utf-8")
    rss = f"<rss><channel><item><link>{item['url']}</link><guid>{name}</guid></item></channel></rss>"
    (folder / "feeds/a.rss.xml").write_text(rss, encoding="utf-8")
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>{name}</id><link href="{item["url"]}"/></entry></feed>'
    (folder / "feeds/a.atom.xml").write_text(atom, encoding="utf-8")


@pytest.mark.parametrize("path", ["feeds/a.json", "feeds/a.rss.xml", "feeds/a.atom.xml"])
def test_an_entry_that_keeps_its_address_but_not_its_id_is_told(path, tmp_path):
    feeds(tmp_path / "old", "tag:a,2023:1")
    feeds(tmp_path / "new", "tag:a,2024:1")
    feeds(tmp_path / "same", "tag:a,2023:1")
    (fault,) = feed_ids(tmp_path / "old", tmp_path / "new", [path])
    assert (fault.path, fault.kind) == (path, Kind.LOSS)
    assert "https://a.example/tin-tuc/a.html đổi mã (id) từ 'tag:a,2023:1' thành 'tag:a,2024:1'" in fault.what
    assert "'id: tag:a,2023:1'" in fault.remedy
    assert feed_ids(tmp_path / "old", tmp_path / "same", [path]) == []


def test_one_entry_in_many_feeds_is_told_once_and_a_broken_feed_tells_nothing(tmp_path):
    feeds(tmp_path / "old", "1")
    feeds(tmp_path / "new", "2")
    paths = ["feeds/a.json", "feeds/a.rss.xml", "feeds/a.atom.xml", "feeds/khong-co.json"]
    assert len(feed_ids(tmp_path / "old", tmp_path / "new", paths)) == 1
    for path in paths[:3]:
        (tmp_path / "new" / path).write_text("hỏng", encoding="utf-8")
    assert feed_ids(tmp_path / "old", tmp_path / "new", paths) == []


# — weight —


def test_every_kind_of_file_has_its_budget_and_the_first_that_fits_counts():
    pages = ("the/a.html", "ngay/2026/03.html", "thu-tuc/index.html", "thu-tuc/1.001193.html")
    found = {path: budget_of(path) for path in (*pages, "theme/site.1.css", "theme/site.1.js", "feeds/a.json", "hinh-anh/a.jpg", "du-lieu/a.csv")}
    assert [budget and budget.label for budget in found.values()] == [*(budget.label for budget in BUDGETS), None]
    others = ("index.html", "tin-tuc/a.html", "thu-tuc/2.000815/den-2026-03-16.html", "trang/a.html", "quyet-dinh/a.html", "tim-kiem.html", "hoi-dap/a.html")
    assert {budget_of(path).most for path in others} == {FIRST_VIEW}


SYLLABLES = ("một", "cửa", "thủ", "tục", "hành", "chính", "phường", "khai", "sinh", "đăng", "ký", "hồ", "sơ", "nộp", "trả", "kết", "quả")
HEAD = '<link rel="stylesheet" href="../theme/site.1.css">\n<script src="../theme/site.2.js" defer></script>'


def laid(folder, page: bytes, css: int = 0, js: int = 0) -> list[str]:
    """What is said of a page of that text, with a style sheet and a script that weigh so much packed."""
    (folder / "theme").mkdir(exist_ok=True)
    for name, size in (("site.1.css", css), ("site.2.js", js)):
        (folder / "theme" / name).write_bytes(random.Random(size).randbytes(size))
    (folder / "a.html").write_bytes(page)
    return [fault.what for fault in heavy("a.html", len(page), [HEAD, "<main>"], folder)]


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
    assert heavy("tin-tuc/a.html", 2 * FIRST_VIEW, ["<head>"], tmp_path) == []
    with pytest.raises(FileNotFoundError):
        heavy("tin-tuc/a.html", 2 * FIRST_VIEW + 1, ["<head>"], tmp_path)


def test_a_style_sheet_brings_no_fonts_and_nothing_from_elsewhere(tmp_path):
    for text in ("@font-face { src: url(a.woff2) }", "@import 'a.css';", 'p { background: url("https://a.example/a.png") }', "p { background: url(//a.example) }"):
        (fault,) = heavy("theme/site.1.css", 10, [text], tmp_path)
        assert "ở nơi khác" in fault.what
    assert heavy("theme/site.1.css", 10, ["p { background: url(a.png) }"], tmp_path) == []


def test_pictures_wait_until_they_are_scrolled_to(tmp_path):
    def page(now: int, later: int) -> list[str]:
        body = '<img src="a.jpg" alt="">' * now + '<img src="b.jpg" alt="" loading="lazy">' * later
        return [fault.what for fault in heavy("a.html", 10, [HEAD, body], tmp_path)]

    assert page(now=3, later=30) == []
    assert page(now=4, later=0) == ["trang gọi ngay 7 tệp, quá 6"]


def test_a_page_that_calls_for_too_many_files_is_told(tmp_path):
    text = "".join(f'<img src="anh-{number}.jpg" alt="" loading="lazy">' for number in range(81))
    (fault,) = heavy("a.html", 10, [text], tmp_path)
    assert fault.what == "trang gọi 81 tệp, quá 80"
    assert heavy("a.html", 10, [text.replace("anh-80", "anh-79")], tmp_path) == []


# — leaks —

TITLE = 'Kế hoạch "Một cửa" & sáp nhập xóm 5'
SECRET = keep("nhap", title=TITLE)


def leaked(text: str, *kept: Kept, path: str = "index.html", places=(), profile: str = "") -> list[str]:
    return [fault.what for fault in leaks(watch(kept, (), places, profile), path, [text])]


@pytest.mark.parametrize(
    "text",
    [
        f"<li>{TITLE}</li>",
        '<li>Kế hoạch "Một cửa" &amp; sáp nhập xóm 5</li>',
        "<li>Kế hoạch &#34;Một cửa&#34; &amp; sáp nhập xóm 5</li>",
        '<a title="Kế hoạch &quot;Một cửa&quot; &amp; sáp nhập xóm 5">',
        json.dumps({"title": TITLE}, ensure_ascii=False),
    ],
)
def test_the_title_of_an_item_that_is_not_public_is_a_leak_however_it_is_written(text):
    assert leaked(text, SECRET) == [f"lộ tiêu đề của bài nháp '{TITLE}' (tin-tuc/nhap.md)"]


def test_its_address_and_its_file_are_leaks_too():
    assert leaked("<loc>https://a.example/tin-tuc/nhap.html</loc>", SECRET) == ["lộ địa chỉ của bài nháp 'tin-tuc/nhap.html' (tin-tuc/nhap.md)"]
    assert leaked('{"source": "tin-tuc/nhap.md"}', SECRET) == ["lộ địa chỉ của bài nháp 'tin-tuc/nhap.md' (tin-tuc/nhap.md)"]


def test_an_everyday_title_a_longer_word_and_a_public_address_are_no_leaks():
    assert leaked("<h1>Thông báo</h1>", keep("x", title="Thông báo")) == []
    assert leaked("<p>Họp giao ban tháng 50</p>", keep("x", title="Họp giao ban tháng 5")) == []
    moved = watch([SECRET], ["tin-tuc/nhap.html"], (), "")
    assert leaks(moved, "a.html", ["tin-tuc/nhap.html"]) == []


@given(st.lists(st.text("abcA đ(.", min_size=12, max_size=16).filter(lambda text: len(text.split()) > 1), min_size=1, max_size=12), st.data())
def test_whatever_the_titles_are_the_one_in_the_page_is_found(titles, data):
    kept = [keep(f"n{number}", title=title) for number, title in enumerate(titles)]
    one = " ".join(data.draw(st.sampled_from(titles)).split())
    found = leaked(f"<p>.{one}.</p>", *kept)
    assert any(f"'{one}'" in what for what in found) or len(one) < 12


def test_hundreds_of_titles_that_begin_alike_are_told_apart():
    titles = [f"{'Lịch tiếp công dân của lãnh đạo xã ' * 3}tháng {'một ' * number}".strip() for number in range(150)]
    kept = [keep(f"n{number}", title=title) for number, title in enumerate(titles)]
    for number in (0, 1, 77, 149):
        assert leaked(f"<li>{titles[number]}</li>", *kept) == [f"lộ tiêu đề của bài nháp '{titles[number]}' (tin-tuc/n{number}.md)"]


def test_a_path_of_the_build_machine_is_a_leak():
    places = [Path("/srv/noi-dung/lam-khe"), Path("/srv"), Path("/")]
    assert leaked("/srv/noi-dung/lam-khe/tin-tuc/a.md", places=places) == ["có đường dẫn của máy dựng trang: '/srv/noi-dung/lam-khe'"]
    assert leaked("<code>/srv</code> / a", places=places) == []


def test_contacts_outside_the_profile_are_told_and_those_inside_are_not():
    profile = "hotline 0200 3850 002, cchc@xa.example"
    text = '<a href="tel:02003850002">(0200) 3850.002</a> cchc@xa.example, +84 200 3850 002, ai-do@may-rieng.example, 0912 345 678'
    assert leaked(text, profile=profile) == [
        "có địa chỉ thư 'ai-do@may-rieng.example' không nằm trong site.toml và không nằm trong bài công khai nào",
        "có số điện thoại '0912345678' không nằm trong site.toml và không nằm trong bài công khai nào",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"@context": "https://schema.org", "@type": "NewsArticle"}',
        "Mã 1.001193.000.00.00.H05, ngày 02/03/2026, số 0123/QĐ-UBND",
        "sha256 00123456789012345678901234567890ab, 2026-03-02T08:00:00+07:00",
        "theme/site.0912345678.css?v=0912345678",
        "tag:xa.example,2026:tin-tuc/a",
    ],
)
def test_what_only_looks_like_a_contact_is_none(text):
    assert list(contacts(text)) == []


def test_rows_of_numbers_in_a_drawing_are_no_telephone_numbers():
    assert leaked('<path d="M 0123 4567 8901"/>', path="thu-tuc/ma-qr/a.svg") == []
    assert leaked("M 0123 4567 8901", path="a.html") != []


def test_words_that_an_editor_wrote_into_something_public_are_no_leak_and_no_more_is_read_than_needed():
    faults = leaks(watch([SECRET], (), (), ""), "index.html", [f"{TITLE} ai@xa.example 0912345678"])
    assert without_excused(faults, ["không liên quan"]) == faults
    texts = iter([f"Sắp có {TITLE}.", "thư AI@xa.example, gọi 0912.345.678", "không đọc tới đây"])
    assert without_excused(faults, texts) == []
    assert next(texts) == "không đọc tới đây"


def test_other_faults_are_never_excused():
    fault = Fault("a.html", "hỏng", kind=Kind.BROKEN)
    assert without_excused([fault], ["hỏng"]) == [fault]


def one_by_one(check, work):
    return [check(path) for path in work]


def test_the_watch_looks_into_every_kind_of_text_but_not_into_the_editors_own_files(tmp_path):
    names = ("index.html", "sitemap.xml", "feeds/a.json", "du-lieu/a.csv", "robots.txt", "tai-lieu/a.txt")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"<r>{TITLE.replace('&', '&amp;')}</r>", encoding="utf-8")
    guarded = watch([SECRET], (), (), "")
    built = Built(tmp_path, frozenset(names), frozenset(names), "/", guarded, frozenset({"tai-lieu/a.txt"}))
    assert sorted(fault.path for fault in verify(built, one_by_one)) == sorted(names[:-1])
    assert sorted(fault.path for fault in named(built, guarded, names, one_by_one)) == sorted(names[:-1])


def test_a_workbook_of_our_own_is_opened_and_looked_into(tmp_path):
    import xlsxwriter

    (tmp_path / "du-lieu").mkdir()
    with xlsxwriter.Workbook(tmp_path / "du-lieu/a.xlsx") as book:
        book.add_worksheet().write(0, 0, TITLE)
    built = Built(tmp_path, {"du-lieu/a.xlsx"}, {"du-lieu/a.xlsx"}, "/", watch([SECRET], (), (), ""))
    assert [fault.path for fault in verify(built, one_by_one)] == ["du-lieu/a.xlsx"]


# — hidden data of pictures —


def picture(path: Path, kind: str, **options) -> Path:
    Image.new("RGB", (8, 8)).save(path, kind, **options)
    return path


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_with_exif_is_told_and_a_clean_one_is_not(kind, tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh"
    name = f"a.{kind.lower()}"
    picture(tmp_path / name, kind, exif=exif)
    (fault,) = hidden(tmp_path, name)
    assert (fault.path, fault.kind, fault.what) == (name, Kind.LEAK, "ảnh còn thông tin ẩn: EXIF")
    picture(tmp_path / name, kind)
    assert hidden(tmp_path, name) == []


def test_the_place_where_a_picture_was_taken_is_told_as_such(tmp_path):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x8825] = exif.get_ifd(0x8825)
    picture(tmp_path / "a.jpg", "JPEG", exif=exif)
    assert "tọa độ GPS" in hidden(tmp_path, "a.jpg")[0].what


def test_notes_in_a_picture_are_told_and_what_is_no_picture_too(tmp_path):
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Nguyễn Văn A")
    picture(tmp_path / "a.png", "PNG", pnginfo=notes)
    assert hidden(tmp_path, "a.png")[0].what == "ảnh còn thông tin ẩn: ghi chú của máy ảnh hoặc phần mềm"
    (tmp_path / "b.png").write_bytes(io.BytesIO(b"khong phai anh").getvalue())
    assert hidden(tmp_path, "b.png")[0].kind is Kind.BROKEN


# — what may pass —


@pytest.mark.parametrize(("urgent", "gone", "stopped"), [(False, False, "LBXKH"), (True, False, "XKH"), (False, True, "LBKH"), (True, True, "KH")])
def test_urgency_passes_links_and_weight_a_wanted_loss_passes_losses_and_leaks_never_pass(urgent, gone, stopped):
    kinds = {"L": Kind.LINK, "B": Kind.BUDGET, "X": Kind.LOSS, "K": Kind.LEAK, "H": Kind.BROKEN}
    faults = [Fault(letter, "", kind=kind) for letter, kind in kinds.items()]
    stopping, let = passed(faults, urgent, gone)
    assert {fault.path for fault in stopping} == set(stopped)
    assert len(stopping) + len(let) == len(kinds)


# — what the guard remembers —


def test_a_ledger_is_read_back_as_it_was_written_and_old_ones_go(tmp_path):
    site = factory.site(factory.many(5), [factory.page()])
    made = ledger_of(site, MADE)
    assert len(made.rows) == 6
    assert made.rows["tin-tuc/bai-000.html"].sections
    for number in range(KEPT + 3):
        write_ledger(tmp_path, f"{number:020d}", made)
    assert read_ledger(tmp_path, f"{KEPT + 2:020d}", ()) == made
    assert read_ledger(tmp_path, f"{0:020d}", ["tin-tuc/a.html"]) == guessed(["tin-tuc/a.html"])


def test_current_procedures_stand_in_their_sector():
    made = ledger_of(posting_site([procedure("1.000001", "Hộ tịch"), procedure("1.000002", "Đất đai")]), MADE)
    assert made.sections == {"thu-tuc/linh-vuc/ho-tich.html": "Hộ tịch", "thu-tuc/linh-vuc/dat-dai.html": "Đất đai"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 2}', '{"format": 1, "made": "x", "sections": {}, "rows": [[1]]}'])
def test_a_ledger_that_cannot_be_read_is_as_good_as_none(text, tmp_path):
    (tmp_path / "items").mkdir()
    (tmp_path / "items/abc.json").write_text(text, encoding="utf-8")
    assert read_ledger(tmp_path, "abc", ["trang/a.html"]) == guessed(["trang/a.html"])
