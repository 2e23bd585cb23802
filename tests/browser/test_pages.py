"""Every page type, as a citizen's browser sees it."""

from pathlib import Path
from typing import Any

import pytest

from tests.audit import access, kinds

KINDS = [kind for kind in kinds.KINDS if kind.name not in kinds.SOMETIMES]
PAGES = {kind.name: kind.example for kind in KINDS}


def test_the_list_of_kinds_knows_every_page_of_the_sample_site_and_has_one_of_each(published: Path) -> None:
    found = kinds.pages_of(published)
    assert [path for path, kind in found.items() if kind is None] == [], "a new kind of page belongs into tests/audit/kinds.py"
    assert [kind.name for kind in KINDS if kind.example not in found] == []
    assert [kind.name for kind in KINDS if kind.pattern and found[kind.example] is not kind] == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_no_accessibility_fault_and_never_scrolls_sideways(browser: Any, site: str, kind: str) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("response", lambda r: errors.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    page.on("request", lambda r: None if r.url.startswith(site) else errors.append(f"foreign request {r.url}"))
    page.goto(site + PAGES[kind])
    found = access.faults_everywhere(page, access.COLOURS)
    for width in access.WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{kind} scrolls sideways at {width} px"
    page.emulate_media(color_scheme="light", forced_colors="active")
    found["forced colours"] = access.faults(page, access.COLOURS)
    page.close()
    assert {where: what for where, what in found.items() if what} == {}
    assert errors == []


def test_pages_work_without_javascript(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("link", name="Xem theo ngày").first.click()
    page.locator("main a", has_text="Tháng 3").first.click()
    page.locator("main table a").first.click()
    page.locator("main article a, main li a").first.click()
    assert page.locator("h1").count() == 1
    assert page.locator("button:visible").count() <= 2, "only the buttons of the menu and of the search show without JavaScript"
    context.close()


def test_the_skip_link_is_the_first_stop_of_the_keyboard(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(site + PAGES["tin"])
    page.keyboard.press("Tab")
    href = page.evaluate("document.activeElement.getAttribute('href')")
    assert str(href).startswith("#trang-")
    assert page.locator(href).count() == 1
    page.close()


def test_the_copy_button_copies_the_address_and_says_so(browser: Any, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + PAGES["tin"])
    page.get_by_role("button", name="Chép liên kết").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("tin-tuc/huong-dan-nop-ho-so-truc-tuyen.html")
    assert page.get_by_role("status").first.text_content().strip()
    context.close()


def test_an_opened_feed_shows_titles_and_no_warning(browser: Any, site: str) -> None:
    page = browser.new_page()
    for kind in ("rss", "atom"):
        page.goto(f"{site}feeds/chi-so.{kind}.xml")
        shown = page.evaluate(
            "[...document.querySelectorAll('item > title, entry > title')].map(t => getComputedStyle(t).display)"
        )
        assert shown
        assert set(shown) == {"block"}
        assert "XSLT" not in page.content()
    page.close()


def test_print_leaves_the_menu_out_and_keeps_the_text(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(site + PAGES["tin"])
    assert not page.locator("nav").first.is_visible()
    assert page.locator("h1").is_visible()
    page.close()
