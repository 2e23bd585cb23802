"""What a citizen does with the procedures: find one, tick off its papers, print it."""

from typing import Any

import pytest

LIST = "thu-tuc/index.html"
ONE = "thu-tuc/1.001193.html"
TEXT_WIDTH_OF_A4 = 631  # pixels: 210 mm less the two margins of print.css, at 96 a inch


def shown(page: Any) -> list[str]:
    found: list[str] = page.locator("li[data-f]:visible .c-procedures__code").all_inner_texts()
    return sorted(found)


def says(page: Any, text: str) -> None:
    """Fail unless the status line comes to `text`: it speaks only when typing pauses, and a slow machine may pause mid-word."""
    from playwright.sync_api import expect

    expect(page.locator(".c-filter [role=status]")).to_have_text(text)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("khai sinh", ["1.001193"]),
        ("dang ky", ["1.000656", "1.000894", "1.001022", "1.001193", "1.010941", "3.000527"]),
        ("ĐĂNG KÝ kết hôn", ["1.000894"]),
        ("2.0008", ["2.000815", "2.000884"]),
    ],
)
def test_typing_leaves_the_procedures_that_hold_every_word_and_says_how_many(browser: Any, site: str, typed: str, codes: list[str]) -> None:
    page = browser.new_page()
    page.goto(site + LIST)
    assert len(shown(page)) == page.locator("li[data-f]").count() == 15
    page.locator("main").get_by_role("searchbox").press_sequentially(typed)
    assert shown(page) == codes
    says(page, f"{len(codes)} thủ tục phù hợp")
    empty = page.locator("section:visible:has(li[data-f]):not(:has(li[data-f]:not([hidden])))")
    assert empty.count() == 0, "a sector without rows keeps its heading"
    page.close()


def test_a_sent_address_shows_the_same_rows(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(site + LIST)
    page.locator("main").get_by_role("searchbox").fill("dang ky")
    page.get_by_label("Lĩnh vực").select_option(label="Hộ tịch")
    codes = shown(page)
    assert codes == ["1.000656", "1.000894", "1.001022", "1.001193"]
    other = browser.new_page()
    other.goto(page.evaluate("location.href"))
    assert other.locator("main").get_by_role("searchbox").input_value() == "dang ky"
    assert other.get_by_label("Lĩnh vực").input_value() == "ho-tich"
    assert shown(other) == codes
    says(other, "4 thủ tục phù hợp")
    other.close()
    page.close()


def test_the_filter_works_from_the_keyboard_alone(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(site + LIST)
    page.locator("main .c-links--row a").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.type("dang ky")
    page.keyboard.press("Enter")
    assert page.evaluate("location.search") == "?tim=dang+ky", "Enter stays on the list"
    page.keyboard.press("Tab")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "ho-tich"
    assert shown(page) == ["1.000656", "1.000894", "1.001022", "1.001193"]
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "reset"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", "focus can be seen"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "?" not in url)
    assert len(shown(page)) == 15
    page.close()


def test_without_javascript_the_facets_lead_to_the_lists(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + LIST)
    assert not page.locator(".c-filter").is_visible()
    page.locator("summary", has_text="Lĩnh vực").press("Enter")
    page.get_by_role("link", name="Hộ tịch", exact=True).first.press("Enter")
    assert page.locator("h1").inner_text() == "Thủ tục lĩnh vực Hộ tịch"
    assert page.locator(".c-procedures__code").count() == 6
    context.close()


@pytest.mark.parametrize("width", [360, 700, 900, 1280])
def test_the_answers_on_the_first_screen_leave_no_hole(browser: Any, site: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(site + ONE)
    area = "one => { const { width, height } = one.getBoundingClientRect(); return width * height; }"
    whole = page.locator(".c-answers").evaluate(area)
    filled = sum(box.evaluate(area) for box in page.locator(".c-answers__box").all())
    assert filled > 0.98 * whole
    page.close()


def test_papers_can_be_ticked_off_without_javascript(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + ONE)
    assert page.get_by_role("checkbox").count() > 1
    first, second = page.get_by_role("checkbox").all()[:2]
    assert not first.is_checked()
    first.press("Space")
    assert first.is_checked()
    page.locator(f"label[for={second.get_attribute('id')}]").click(position={"x": 5, "y": 5})
    assert second.is_checked()
    context.close()


def test_a_printed_procedure_fits_the_paper_and_leaves_the_buttons_out(browser: Any, site: str) -> None:
    page = browser.new_page(viewport={"width": TEXT_WIDTH_OF_A4, "height": 900}, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site + ONE)
    for seen in ("h1", ".c-answers__box >> nth=0", ".c-papers__tick >> nth=0", "#trang-can-cu", ".c-procedure__ask"):
        assert page.locator(seen).is_visible(), seen
    for left_out in ("nav:visible", "button:visible", ".c-skip:visible", ".c-answers__portal:visible"):
        assert page.locator(left_out).count() == 0, left_out
    assert set(page.locator("table").evaluate_all("all => all.map(one => getComputedStyle(one).display)")) == {"table"}
    assert page.evaluate("document.documentElement.scrollWidth") <= TEXT_WIDTH_OF_A4
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.close()


def test_the_print_button_prints(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(site + ONE)
    page.get_by_role("button", name="In").click()
    assert page.evaluate("window.printed")
    page.close()


@pytest.mark.parametrize("address", [ONE, "quyet-dinh/3187-qd-ubnd-2025.html", "thu-tuc/doi-chieu.html"])
def test_a_table_shown_as_blocks_on_a_phone_is_still_read_as_a_table(browser: Any, site: str, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(site + address)
    assert "block" in page.locator(".c-stack td:visible").evaluate_all("all => all.map(one => getComputedStyle(one).display)")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node["ignored"]]
    assert roles.count("table") == page.locator("table").count()
    assert roles.count("row") == page.locator("tr").count()
    assert roles.count("columnheader") == page.locator("thead th").count()
    page.close()


def test_codes_load_as_they_are_scrolled_to_and_all_of_them_for_print(browser: Any, site: str) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 300})
    page.goto(site + "thu-tuc/ma-qr/index.html")
    loaded = "[...document.querySelectorAll('.c-codes__picture')].filter((one) => one.naturalWidth).length"
    every = page.locator(".c-codes__picture").count()
    assert page.evaluate(loaded) < every
    page.pdf()
    assert page.evaluate(loaded) == every > 6
    page.close()
