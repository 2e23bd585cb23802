"""Search in a citizen's browser: what people type, with the keyboard, without JavaScript, under a path, from a disk."""

import functools
import threading
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

from plugins.press.press import press
from plugins.search import plan
from plugins.search.fold import plain, syllables
from plugins.search.tail import spread
from tests.browser.conftest import Quiet
from tests.conftest import ROOT
from tests.factory import FIRST_DAY, item
from tests.factory import site as make_site

BIRTH = "thu-tuc/1.001193.html"
ROWS = ".c-answer__row"


def settled(page: Any) -> None:
    """Waits until the search has said what it found."""
    page.locator("[data-part=status]", has_text="“").wait_for(state="attached")
    page.locator(".c-answer__list[aria-busy=false]").wait_for(state="attached")


@pytest.fixture(scope="module")
def tab(browser: Any) -> Iterator[Any]:
    """One page for all that only look, with what it complains of."""
    page = browser.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: page.faults.append(said.text) if said.type in {"error", "warning"} and "favicon" not in said.location["url"] else None)
    yield page
    page.close()


@pytest.fixture
def ask(tab: Any, site: str) -> Iterator[Any]:
    """Opens the search page with a query; gives the page."""

    def opened(query: str, more: str = "", at: str = site) -> Any:
        tab.goto(f"{at}tim-kiem.html?q={quote(query)}{more}")
        settled(tab)
        return tab

    tab.faults.clear()
    yield opened
    assert tab.faults == [], "no error, and no report of the security policy"


def addresses(page: Any) -> list[str]:
    return page.locator(f"{ROWS} a").evaluate_all("all => all.map(one => one.getAttribute('href').replace('./', ''))")


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("đăng ký khai sinh", BIRTH),
        ("dang ky khai sinh", BIRTH),
        (unicodedata.normalize("NFD", "đăng ký khai sinh"), BIRTH),
        ("ĐĂNG KÍ KHAI SINH", BIRTH),
        ("dang ky khai sih", BIRTH),
        ("dang ky khaisinh", BIRTH),
        ("ddawng kys khai sinh", BIRTH),
        ("làm giấy khai sinh", BIRTH),
        ("tôi muốn làm giấy khai sinh cho con cần giấy tờ gì", BIRTH),
        ("1.001193", BIRTH),
        ("1001193", BIRTH),
        ("1.001.193", BIRTH),
        ("001193", BIRTH),
        ("1.001193.000.00.00.H05", BIRTH),
        ("ket hom", "thu-tuc/1.000894.html"),
        ("giấy độc thân", "thu-tuc/1.004873.html"),
        ("sao y bản chính", "thu-tuc/2.000815.html"),
        ("dat dai", "thu-tuc/1.013979.html"),
        ("dấu đỏ", "thu-tuc/2.000884.html"),  # from the unit's own tu-dong-nghia.txt
        ("lien he", "trang/lien-he.html"),
    ],
)
def test_what_people_type_finds_the_page_first(ask: Any, query: str, address: str) -> None:
    assert addresses(ask(query))[0] == address


@pytest.mark.parametrize("spelling", ["ủy ban", "uỷ ban", unicodedata.normalize("NFD", "ủy ban")])
def test_two_ways_to_place_a_tone_find_the_same_as_no_marks_do(ask: Any, spelling: str) -> None:
    found = set(addresses(ask("uy ban")))
    assert found
    assert set(addresses(ask(spelling))) == found


def test_typed_marks_decide_between_words_that_are_equal_without_them(ask: Any, large: str) -> None:
    assert addresses(ask("đất đai", at=large))[0] == "tin-tuc/dat-dai.html"
    assert addresses(ask("đặt đài", at=large))[0] == "tin-tuc/dat-dai-phat-thanh.html"
    assert set(addresses(ask("dat dai", at=large))) == {"tin-tuc/dat-dai.html", "tin-tuc/dat-dai-phat-thanh.html"}


def test_the_number_of_a_document_is_found_in_the_body_of_an_item_and_no_other_number_is(ask: Any) -> None:
    assert "131/KH-UBND" not in ask("131/KH-UBND").locator("main").inner_text().replace("“131/KH-UBND”", "")
    found = ask("76/NQ-CP")
    assert addresses(found)
    assert "thu-tuc" not in addresses(found)[0]


def test_what_no_longer_applies_answers_last_and_says_so(ask: Any) -> None:
    page = ask("cai nghien ma tuy")
    states = page.locator(ROWS).evaluate_all("all => all.map(one => Boolean(one.querySelector('.c-answer__state--past')))")
    assert True in states
    assert states == sorted(states)
    assert addresses(ask("1.010941"))[0] == "thu-tuc/3.000527.html", "the successor of the replaced one"


def test_expired_and_withheld_items_are_nowhere(ask: Any) -> None:
    assert not [one for one in addresses(ask("tạm ngừng tiếp nhận trực tiếp để sửa chữa")) if "tam-ngung" in one]
    assert not [one for one in addresses(ask("bà tổ trưởng tuổi 67")) if "to-truong" in one]


def test_an_answer_shows_kind_code_day_sector_status_and_the_words_in_context(ask: Any) -> None:
    first = ask("dang ky khai sinh").locator(ROWS).first
    facts = first.locator(".c-answer__facts").inner_text()
    for fact in ("Thủ tục hành chính", "1.001193", "15/09/2026", "Hộ tịch", "Sửa đổi, bổ sung"):
        assert fact in facts
    assert first.locator("h3 mark").inner_text() == "Đăng ký khai sinh"
    assert first.locator(".c-answer__text mark").count() >= 1
    assert "Tin, bài" in ask("chuyển đổi số", "&loai=tin-tuc").locator(ROWS).first.inner_text()


@pytest.mark.parametrize(
    ("query", "name", "value", "kept"),
    [
        ("giấy tờ", "loai", "thu-tuc", "thu-tuc/"),
        ("giấy tờ", "loai", "tin-tuc", "tin-tuc/"),
        ("đăng ký", "linh-vuc", "ho-tich", "thu-tuc/"),
        ("bản sao", "chuyen-muc", "hoi-dap", "tin-tuc/"),
        ("cải cách hành chính", "nam", "2025", ""),
    ],
)
def test_a_filter_narrows_the_answer_and_stands_in_the_address(ask: Any, query: str, name: str, value: str, kept: str) -> None:
    page = ask(query)
    before = page.locator("[data-part=status]").inner_text()
    if not page.locator("details[open]").count():
        page.locator("summary", has_text="Thu hẹp").click()
    page.locator(f"select[name={name}]").select_option(value)
    page.wait_for_url(f"**{name}={value}*")
    settled(page)
    page.wait_for_timeout(200)
    assert addresses(page)
    assert all(one.startswith(kept) for one in addresses(page))
    assert page.locator("[data-part=status]").inner_text() != before
    if name == "nam":
        assert all("/2025" in text for text in page.locator(".c-answer__facts").all_inner_texts())
    narrowed = addresses(page)
    page = ask(query, f"&{name}={value}")
    assert addresses(page) == narrowed
    page.get_by_role("button", name="Bỏ lọc").click()
    page.wait_for_url(lambda url: name not in url)


def test_the_box_of_every_page_leads_to_the_answer_by_keyboard_alone(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "trang/lien-he.html")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "q", "after the skip link and the name of the site"
    page.keyboard.type("dang ky khai sinh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cchc/tim-kiem.html?q=dang+ky+khai+sinh")
    settled(page)
    assert page.get_by_role("search").get_by_role("searchbox").input_value() == "dang ky khai sinh"
    assert addresses(page)[0] == BIRTH
    assert page.title().startswith("dang ky khai sinh – Tìm kiếm")
    page.locator("#trang-tim-kiem").focus()
    page.keyboard.press("Enter")
    page.locator("#trang-ket-qua:focus").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", "focus can be seen"
    page.locator(f"{ROWS} a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{BIRTH}")
    page.close()


def test_typing_on_answers_without_leaving_the_box_and_says_how_many_there_are(ask: Any) -> None:
    page = ask("ket hon")
    page.locator("#trang-tim-kiem").fill("chứng thực")
    page.locator("[data-part=status]", has_text="“chứng thực”").wait_for()
    assert page.evaluate("document.activeElement.id") == "trang-tim-kiem"
    assert page.locator("[data-part=status]").get_attribute("role") == "status"
    count = int(page.locator("[data-part=status]").inner_text().split()[0])
    assert count > 10
    assert page.locator(ROWS).count() == 10
    page.get_by_role("button", name="Xem thêm kết quả").press("Enter")
    page.locator(".c-answer__row").nth(10).wait_for(state="attached")
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('.c-answer__row')[10]"), "focus goes on where the list goes on"
    page.locator("#trang-tim-kiem").fill("")
    page.locator(".c-answer").wait_for(state="hidden")


def test_a_sentence_that_no_page_answers_is_asked_by_what_it_is_about(ask: Any) -> None:
    assert BIRTH in addresses(ask("con đã lớn tuổi mà chưa có khai sinh"))[:5]


def test_nothing_found_is_said_and_other_ways_stand_below(ask: Any) -> None:
    page = ask("xyzzy qwrtp")
    assert "Không thấy kết quả nào cho “xyzzy qwrtp”" in page.locator("[data-part=status]").inner_text()
    assert page.get_by_role("link", name="Từ A đến Z").is_visible()
    assert page.locator("main a[href^='tel:']").is_visible()


def test_markup_in_a_query_stays_text(ask: Any) -> None:
    page = ask("<img src=x onerror=alert(1)> khai sinh")
    assert page.locator("main img").count() == 0
    assert "<img src=x" in page.locator("[data-part=status]").inner_text()


def test_without_javascript_the_page_offers_letters_categories_sectors_and_years(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("searchbox").fill("khai sinh")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/tim-kiem.html?q=khai+sinh")
    assert not page.locator(".c-answer").is_visible()
    main = page.locator("main")
    for way in ("Từ A đến Z", "Hộ tịch", "Chỉ số CCHC", "Năm 2025"):
        assert main.get_by_role("link", name=way, exact=True).is_visible()
    main.get_by_role("link", name="Hộ tịch", exact=True).click()
    assert page.locator("h1").inner_text() == "Thủ tục lĩnh vực Hộ tịch"
    context.close()


def test_a_site_that_is_opened_from_a_disk_is_searched_as_well(browser: Any, published: Path) -> None:
    page = browser.new_page()
    page.goto(f"{(published / 'tim-kiem.html').as_uri()}?q=ket%20hon")
    settled(page)
    assert addresses(page)[0] == "thu-tuc/1.000894.html"
    page.close()


def test_a_lost_connection_is_said_and_the_next_try_works(browser: Any, site: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/tim-kiem/muc-luc.js", lambda route: route.abort())
    page.goto(site + "tim-kiem.html?q=ket+hon")
    page.locator("[data-part=status]", has_text="Không tải được").wait_for()
    page.unroute("**/tim-kiem/muc-luc.js")
    page.locator("#trang-tim-kiem").press("Enter")
    settled(page)
    assert addresses(page)[0] == "thu-tuc/1.000894.html"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_answer_has_no_accessibility_fault_and_never_scrolls_sideways(browser: Any, site: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{site}tim-kiem.html?q=chung+thuc")
    settled(page)
    page.evaluate(Axe().axe_script)
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for opened in (True, False):
            page.evaluate("open => { document.querySelector('.c-answer details').open = open; }", opened)
            found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
            assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
    small = page.locator(".c-search button, .c-search input, .c-answer select, .c-answer button").evaluate_all("all => all.filter(one => one.offsetHeight && one.offsetHeight < 44)")
    assert small == []
    page.close()


# — older items of a large site —


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with 500 items, of which the index holds the newest alone; the search is all that it has."""
    old = [item(f"bai-{n}", FIRST_DAY + timedelta(days=2 * n), ("chi-so", "hoi-dap")[n % 2], title=f"Tin số {n} về việc chung", summary=f"Tóm tắt {n}.") for n in range(500)]
    old[10] = item("hoa-binh", old[10].date, "chi-so", title="Tổ dân phố Hoà Bình ra quân dọn vệ sinh")
    old[11] = item("hoa-lan", old[11].date, "hoi-dap", title="Câu lạc bộ hoa lan mở hội, người thổi kèn biết bình thơ")
    old[12] = item("ke-hoach", old[12].date, "hoi-dap", title="Ban hành kế hoạch số 131/KH-UBND", summary="")
    old[13] = item("dat-dai", old[13].date, title="Cấp giấy về đất đai")
    old[14] = item("dat-dai-phat-thanh", old[14].date, title="Việc đặt đài truyền thanh")
    of = make_site(old)
    out = tmp_path_factory.mktemp("lon") / "site"
    press(of, tuple(plan(of)), ROOT / "theme", out, out, None, 1)
    (out / "bieu-tuong.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("hoa binh", "tin-tuc/hoa-binh.html"),
        ("Hòa Bình", "tin-tuc/hoa-binh.html"),
        ("131/KH-UBND", "tin-tuc/ke-hoach.html"),
        ("tin so 37", "tin-tuc/bai-37.html"),
        ("tin so 499", "tin-tuc/bai-499.html"),
    ],
)
def test_an_item_of_years_ago_is_found_first(ask: Any, large: str, query: str, address: str) -> None:
    assert addresses(ask(query, at=large))[0] == address


def test_what_the_index_knows_is_shown_before_older_items_are_there(browser: Any, large: str) -> None:
    page = browser.new_page()
    held: list[Any] = []
    page.route("**/am-tiet-*.js", lambda route: held.append(route))
    page.goto(f"{large}tim-kiem.html?q=tin+so+499+binh")
    page.locator(ROWS).first.wait_for()
    assert held, "no page of the index holds the last word: older items are asked for it"
    assert page.locator(".c-answer__list").get_attribute("aria-busy") == "true"
    page.unroute("**/am-tiet-*.js")  # lets them go on
    settled(page)
    assert addresses(page)[0] == "tin-tuc/bai-499.html"
    page.close()


def test_a_filter_reaches_older_items_too(ask: Any, large: str) -> None:
    assert addresses(ask("hoa", "&chuyen-muc=chi-so", at=large)) == ["tin-tuc/hoa-binh.html"]
    assert addresses(ask("hoa", "&chuyen-muc=hoi-dap", at=large)) == ["tin-tuc/hoa-lan.html"]
    assert addresses(ask("hoa", "&nam=2024", at=large)) == []
    assert set(addresses(ask("hoa", "&nam=2023", at=large))) == {"tin-tuc/hoa-binh.html", "tin-tuc/hoa-lan.html"}


def test_more_older_items_come_when_they_are_asked_for(ask: Any, large: str) -> None:
    page = ask("việc chung", at=large)
    for count in (10, 20, 30):
        assert page.locator(ROWS).count() == count
        page.get_by_role("button", name="Xem thêm kết quả").click()
        page.locator(".c-answer__row").nth(count).wait_for(state="attached")
    assert len(set(addresses(page))) == 40


# — the same text here and there —


def test_the_browser_folds_and_spreads_as_the_program_does(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "tim-kiem.html?q=a")
    settled(page)
    letters = [chr(point) for point in (*range(0x20, 0x590), *range(0x1E00, 0x2200), *range(0x2C00, 0x2C80), *range(0xA720, 0xA800), *range(0xFB00, 0xFB07), *range(0xFF00, 0xFF60))]
    texts = [f"a{letter}y b{letter}" for letter in letters] + [unicodedata.normalize("NFD", letter) + "y" for letter in letters]
    texts += ["Đăng ký 1.001193", "quý, lý y tá Yên tay ky-ky y y", "ĐƯỜNG PHỐ ẤP ÂU CƠ", "131/KH-UBND ngày 01/02/2026", "I\u0307stanbul ſ ß Æ"]
    both = page.evaluate("texts => texts.map(text => [cchcTimKiem.plain(text), cchcTimKiem.syllables(text), cchcTimKiem.spread(text.slice(0, 40))])", texts)
    different = [
        (text, mine, theirs)
        for text, theirs in zip(texts, both, strict=True)
        if (mine := [syllables(text), spread(text[:40])]) != theirs[1:] or (text.isascii() and plain(text) != theirs[0])
    ]
    assert different == []
    page.close()
