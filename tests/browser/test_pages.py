"""Every page type, as a citizen's browser sees it."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = {
    "home": "index.html",
    "item": "tin-tuc/huong-dan-nop-ho-so-truc-tuyen.html",
    "plan": "tin-tuc/ke-hoach-tuyen-truyen-cchc-2024.html",
    "category": "chuyen-muc/chi-so.html",
    "category year": "chuyen-muc/chi-so/2026.html",
    "categories": "chuyen-muc/index.html",
    "archive": "ngay/index.html",
    "year": "ngay/2026.html",
    "month": "ngay/2026/03.html",
    "day": "ngay/2026/03/05.html",
    "tag": "the/mot-cua.html",
    "tags": "the/index.html",
    "static page": "trang/lien-he.html",
    "site map": "so-do-trang.html",
    "not found": "404.html",
    "procedure": "thu-tuc/1.001193.html",
    "procedure abolished": "thu-tuc/2.001009.html",
    "procedure replaced": "thu-tuc/1.010941.html",
    "procedure, earlier version": "thu-tuc/2.000815/den-2026-03-16.html",
    "procedure index": "thu-tuc/index.html",
    "procedures of a sector": "thu-tuc/linh-vuc/ho-tich.html",
    "procedures of a life event": "thu-tuc/su-kien/co-con-nho.html",
    "procedures from A to Z": "thu-tuc/a-z.html",
    "decision": "quyet-dinh/3187-qd-ubnd-2025.html",
    "decisions": "quyet-dinh/index.html",
    "changes": "thu-tuc/bien-dong/index.html",
    "changes of a year": "thu-tuc/bien-dong/2026.html",
    "changes of a month": "thu-tuc/bien-dong/2026-03.html",
    "comparison": "thu-tuc/doi-chieu.html",
    "open data": "du-lieu/index.html",
    "codes": "thu-tuc/ma-qr/index.html",
    "codes of a sector": "thu-tuc/ma-qr/linh-vuc/ho-tich.html",
}
WIDTHS = (360, 768, 1280)
# Colours alone differ between the schemes, so the dark one needs only the rules about them.
RULES = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_no_accessibility_fault_and_never_scrolls_sideways(browser: Any, site: str, kind: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("response", lambda r: errors.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    page.on("request", lambda r: None if r.url.startswith(site) else errors.append(f"foreign request {r.url}"))
    page.goto(site + PAGES[kind])
    page.evaluate(Axe().axe_script)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{kind} scrolls sideways at {width} px"
        found = page.evaluate("rules => axe.run(document, rules)", RULES[scheme])
        assert found["passes"]
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
    page.close()
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
    assert page.locator("button:visible").count() <= 1, "only the menu button shows without JavaScript"
    context.close()


def test_the_skip_link_is_the_first_stop_of_the_keyboard(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(site + PAGES["item"])
    page.keyboard.press("Tab")
    href = page.evaluate("document.activeElement.getAttribute('href')")
    assert str(href).startswith("#trang-")
    assert page.locator(href).count() == 1
    page.close()


def test_the_copy_button_copies_the_address_and_says_so(browser: Any, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + PAGES["item"])
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
    page.goto(site + PAGES["item"])
    assert not page.locator("nav").first.is_visible()
    assert page.locator("h1").is_visible()
    page.close()
