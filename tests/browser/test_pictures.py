"""Pictures as a citizen's phone fetches them: the small copy, when it comes near, and nothing jumps; and pages on paper."""

import re
import time
from pathlib import Path
from typing import Any

import pytest

from tests.audit import kinds

PAGES = {kind.name: kind.example for kind in kinds.KINDS if kind.name not in kinds.SOMETIMES}
ITEM, HOME, MONTH = PAGES["tin"], PAGES["trang-chu"], PAGES["luu-tru-thang"]
# A board of codes is cut up; a lost address has none.
NAMELESS = ("khong-tim-thay", "ma-qr", "ma-qr-linh-vuc")
# Pictures that a phone of density 2 fetches before anybody scrolls, in bytes.
FIRST_PICTURES = 60_000
# Width of what is printed on A4 with the margins of print.css, in pixels of a browser.
SHEET = round((210 - 22 - 18) / 25.4 * 96)


def fetched(browser: Any, address: str, width: int, density: float) -> list[str]:
    """Names of the pictures that are fetched before anybody scrolls."""
    context = browser.new_context(viewport={"width": width, "height": 740}, device_scale_factor=density)
    page = context.new_page()
    names: list[str] = []
    page.on("request", lambda request: names.append(request.url.rpartition("/")[2]) if "/hinh-anh/" in request.url else None)
    page.goto(address, wait_until="networkidle")
    context.close()
    return [name for name in names if not name.endswith(".svg")]


@pytest.mark.parametrize(
    ("width", "density", "copy"),
    [(360, 1, 700), (360, 2, 700), (375, 2, 700), (412, 2.625, 1200), (1280, 1, 700), (1280, 2, 1200)],
    ids=["old phone", "cheap phone", "small phone", "dear phone", "desk", "sharp desk"],
)
def test_a_browser_fetches_the_one_copy_of_the_main_picture_that_fits(browser: Any, site: str, width: int, density: float, copy: int) -> None:
    assert fetched(browser, site + ITEM, width, density) == [f"dien-thoai-dich-vu-cong.jpg.{copy}.webp"]


@pytest.mark.parametrize("density", [1, 2])
def test_a_list_fetches_thumbnails_alone(browser: Any, site: str, density: int) -> None:
    names = fetched(browser, site + MONTH, 360, density)
    assert names
    assert [name for name in names if not name.endswith(".320.webp")] == []


@pytest.mark.parametrize("kind", [HOME, ITEM, MONTH])
def test_the_pictures_of_the_first_screen_stay_within_their_budget(browser: Any, site: str, published: Path, kind: str) -> None:
    names = fetched(browser, site + kind, 360, 2)
    assert sum((published / "hinh-anh" / name).stat().st_size for name in names) <= FIRST_PICTURES, names


def test_a_browser_that_knows_no_webp_shows_the_picture_all_the_same(browser: Any, site: str, published: Path) -> None:
    page = browser.new_page()
    without = re.sub(r"<source [^>]*>", "", (published / ITEM).read_text(encoding="utf-8"))
    page.route(site + ITEM, lambda route: route.fulfill(body=without, content_type="text/html; charset=utf-8"))
    page.goto(site + ITEM, wait_until="networkidle")
    shown = page.evaluate("[document.querySelector('main img').currentSrc, document.querySelector('main img').naturalWidth]")
    page.close()
    assert shown == [f"{site}hinh-anh/dien-thoai-dich-vu-cong.jpg", 1200]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", [HOME, ITEM, MONTH])
def test_nothing_jumps_when_pictures_come_late(browser: Any, site: str, kind: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.route("**/hinh-anh/*", lambda route: (time.sleep(0.2), route.continue_()))
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { moved += e.value }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(site + kind, wait_until="networkidle")
    page.wait_for_timeout(200)
    moved = page.evaluate("moved")
    page.close()
    assert moved == 0


# — on paper —


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_a_sheet_of_a4_and_tells_where_it_stands(browser: Any, site: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": SHEET, "height": 900})
    page.emulate_media(media="print")
    page.goto(site + PAGES[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET, "something is cut off at the edge of the sheet"
    assert page.locator("nav:visible, button:visible").count() == 0
    if kind not in NAMELESS:
        told = " ".join(page.locator(".c-imprint").inner_text().split())
        address = "" if kind == "trang-chu" else PAGES[kind]
        assert f"https://lamkhe.songiang.example/cchc/{address}" in told
        modified = page.locator("meta[name='DC.date']")
        day = modified.get_attribute("content") if modified.count() else ""
        assert ("Cập nhật lần cuối: " + "/".join(reversed(day.split("-"))) in told) if day else "Cập nhật" not in told
    page.close()


def test_a_printed_item_is_a_clean_pdf_of_a4(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(site + ITEM)
    made = page.pdf(prefer_css_page_size=True)
    page.close()
    boxes = [tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox ?\[([^\]]+)\]", made)]
    assert boxes
    assert all(abs(width - 595.3) < 1 and abs(height - 841.9) < 1 for _, _, width, height in boxes)
