"""What is not public, not ours to tell or of the build machine is in no file of the site."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.guard.fault import Fault, Kind
from publishing.guard.leaks import contacts, leaks, watch, without_excused
from publishing.guard.vanished import Kept
from publishing.verify import Built, named, verify
from tests.publishing.guard.making import keep

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
