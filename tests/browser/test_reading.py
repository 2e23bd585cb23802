"""Pages enlarged, narrowed, spaced out, in high contrast, without motion; tables that tell what they are."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.audit import access, kinds

KINDS = [kind for kind in kinds.KINDS if kind.name not in kinds.SOMETIMES]
TABLES_STAND = 1056  # pixels: the narrowest screen on which wide tables stand as tables, 66em in stack.css
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"
# Text that its own box cuts off: hidden, and wider than the box. What is for screen readers alone is one pixel wide.
CUT_OFF = """() => [...document.querySelectorAll("body *")]
  .filter((one) => {
    const style = getComputedStyle(one);
    return ["hidden", "clip"].includes(style.overflowX) && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1
      && one.textContent.trim() && one.checkVisibility();
  })
  .map((one) => one.outerHTML.slice(0, 120))"""
# WCAG 1.4.12: line height 1.5, space after paragraphs 2, between letters 0.12, between words 0.16 of the size of letters.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    + " p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [sheet];
}"""
MOVES = """() => [...document.querySelectorAll("*")]
  .filter((one) => {
    const style = getComputedStyle(one);
    return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none" || style.scrollBehavior === "smooth";
  })
  .map((one) => one.outerHTML.slice(0, 80))"""
TABLES = """() => [...document.querySelectorAll("table")].map((table) => {
  const around = table.closest("[role=region]");
  return {
    name: (table.caption || table).textContent.trim() && table.caption ? table.caption.textContent.trim()
      : (around && around.getAttribute("aria-label")) || "",
    heads: table.querySelectorAll("th").length,
    unscoped: [...table.querySelectorAll("th")].filter((head) => !head.scope).length,
    prose: Boolean(around),
    wider: table.getBoundingClientRect().right - innerWidth,
  };
})"""


@pytest.fixture(scope="module", params=[kind.example for kind in KINDS], ids=[kind.name for kind in KINDS])
def page(browser: Any, site: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page that several tests look at, one after the other, each from its beginning."""
    opened = browser.new_page(viewport={"width": 1280, "height": 1024})
    opened.goto(site + request.param)
    yield opened
    opened.close()


def sideways(page: Any) -> tuple[int, list[str]]:
    """Pixels that the page is too wide, and the elements that cut their text off."""
    return page.evaluate(TOO_WIDE), page.evaluate(CUT_OFF)


@pytest.mark.parametrize(("zoom", "width"), [(200, 640), (400, 320)])
def test_an_enlarged_page_flows_again_into_one_column(page: Any, zoom: int, width: int) -> None:
    """WCAG 1.4.4 and 1.4.10: a window of 1280 pixels at that zoom has as many pixels of the page."""
    page.set_viewport_size({"width": width, "height": 1024 * 100 // zoom})
    assert sideways(page) == (0, [])


def test_letters_of_double_size_fit(page: Any) -> None:
    """As a reader sets it in the browser: the page knows of it, and flows as on a screen of half the width."""
    page.set_viewport_size({"width": 1280, "height": 1024})
    line = page.context.new_cdp_session(page)
    line.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    found = sideways(page)
    line.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
    assert found == (0, [])


def test_letters_and_lines_may_be_spaced_out(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate(SPACED)
    found = sideways(page)
    page.evaluate("document.adoptedStyleSheets = []")
    assert found == (0, [])


def test_large_letters_and_high_contrast_of_the_page_itself_fit_the_smallest_phone_and_a_desk(page: Any) -> None:
    page.evaluate("Object.assign(document.documentElement.dataset, { coChu: 'lon', tuongPhan: 'cao' })")
    found = []
    for width in (320, TABLES_STAND):
        page.set_viewport_size({"width": width, "height": 640})
        found.append(sideways(page))
    access.load(page)
    faults = access.faults(page, access.COLOURS)
    page.evaluate("for (const key of ['coChu', 'tuongPhan']) delete document.documentElement.dataset[key]")
    assert (found, faults) == ([(0, [])] * 2, [])


def test_nothing_moves_whether_a_reader_asked_for_rest_or_not(page: Any) -> None:
    assert page.evaluate(MOVES) == []
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_table_has_a_name_and_heads_that_say_what_they_head_and_fits_a_phone(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    for table in page.evaluate(TABLES):
        assert table["name"], table
        assert table["heads"], table
        assert not table["unscoped"], table
        assert table["prose"] or table["wider"] <= 0, "only a table of an article may be scrolled, in a box of its own"
