"""What stands where on a phone: what a line begins with, what a block is headed by, what comes first on the first screen."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.audit import kinds

PHONE = {"width": 360, "height": 800}
PROCEDURE = "thu-tuc/1.001193.html"
TABLES = ["thu-tuc/bien-dong/2026.html", "thu-tuc/doi-chieu.html", "quyet-dinh/3187-qd-ubnd-2025.html"]
LISTS = ["hoi-dap/index.html", "phan-anh/index.html", "quyet-dinh/index.html", "guong-dien-hinh/index.html", "van-ban/index.html"]
# Every sign between two facts, as "same line as what is before it" or not.
DOTS = """() => {
  const found = [], range = document.createRange();
  const top = (node, at) => { range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect().top; };
  const nodes = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let last = null;
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    [...node.data].forEach((sign, at) => {
      if (sign === "·" && last) found.push(Math.abs(top(node, at) - top(...last)) < 4);
      if (sign.trim() && sign !== "·") last = [node, at];
    });
  }
  return found;
}"""


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()


def test_what_to_bring_is_answered_on_the_first_screen_although_the_procedure_was_amended(page: Any, site: str) -> None:
    page.goto(site + PROCEDURE)
    assert page.locator(".c-banner--amended").count() == 1
    bring = page.locator(".c-answers__box--bring").bounding_box()
    assert bring["y"] + bring["height"] < PHONE["height"]
    note = page.get_by_text("Điểm mới:")
    assert note.bounding_box()["y"] > bring["y"]


@pytest.mark.parametrize("address", TABLES)
def test_a_block_of_a_table_is_headed_by_the_name_of_the_procedure(page: Any, site: str, address: str) -> None:
    page.goto(site + address)
    rows = page.locator(".c-stack tbody tr")
    assert rows.count() >= 2
    for row in rows.all():
        first, *rest = row.locator("th, td:not(:empty)").evaluate_all(
            "all => all.map((one) => [one.getBoundingClientRect().top, one.tagName]).sort((a, b) => a[0] - b[0])"
        )
        assert first[1] == "TH"
        assert len(rest) >= 3
        assert int(row.locator("th").evaluate("one => getComputedStyle(one).fontWeight")) >= 600


def test_on_a_wide_screen_the_columns_stand_as_the_official_list_has_them(page: Any, site: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site + "thu-tuc/bien-dong/2026.html")
    cells = page.locator(".c-stack tbody tr").first.locator("th, td").evaluate_all("all => all.map((one) => one.getBoundingClientRect().left)")
    assert cells == sorted(cells)
    assert len(set(cells)) == 7


@pytest.mark.parametrize(("width", "media"), [(1280, "screen"), (631, "print")])
def test_long_time_limits_have_as_much_room_as_the_name_beside_them(page: Any, site: str, width: int, media: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media)
    page.goto(site + "quyet-dinh/3187-qd-ubnd-2025.html")
    cells = page.locator(".c-stack--wide tbody tr").first.locator("th, td")
    name, time = (cells.nth(number).bounding_box()["width"] for number in (2, 3))
    assert 0.9 < time / name < 1.1
    page.emulate_media(media="screen")
    page.set_viewport_size(PHONE)
    assert cells.nth(2).bounding_box()["width"] > 300, "a block has the whole width of a phone"


@pytest.mark.parametrize("address", LISTS)
def test_no_line_begins_with_the_sign_between_two_facts(page: Any, site: str, address: str) -> None:
    page.goto(site + address)
    for width in range(320, 481, 20):
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate(DOTS)
        assert len(found) >= 2
        assert all(found), width


def test_the_bullet_of_a_long_name_stands_beside_its_first_line(page: Any, site: str) -> None:
    """A link that is a block of its own in the line gives the bullet the height of its last line."""
    page.goto(site + "thu-tuc/2.000815.html")
    links = page.locator(".c-procedure__list a")
    assert max(links.evaluate_all("all => all.map((one) => one.getClientRects().length)")) > 1, "one goes over two lines"
    assert set(links.evaluate_all("all => all.map((one) => getComputedStyle(one).display)")) == {"inline"}


def test_level_and_status_of_a_procedure_stand_below_its_name(page: Any, site: str) -> None:
    page.goto(site + "thu-tuc/index.html")
    for row in page.locator(".c-procedures > li").all():
        below = row.locator("a").evaluate("one => one.getBoundingClientRect().bottom")
        assert all(top >= below - 1 for top in row.locator("span:not(.c-procedures__code)").evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)"))


@pytest.mark.parametrize("address", [kind.example for kind in kinds.KINDS if kind.name in {"trang-chu", "trang-tinh", "thu-tuc", "khong-tim-thay"}])
def test_a_telephone_number_is_never_broken_over_two_lines(page: Any, site: str, address: str) -> None:
    page.goto(site + address)
    for width in range(320, 481, 20):
        page.set_viewport_size({"width": width, "height": 800})
        lines = page.locator("a[href^='tel:']:visible").evaluate_all("all => all.map((one) => one.getClientRects().length)")
        assert set(lines) == {1}


def test_the_code_for_rating_is_printed_for_the_phone_of_who_holds_the_sheet(page: Any, site: str) -> None:
    page.goto(site + PROCEDURE)
    made = '<div class="c-rating"><p class="c-rating__ask">Ý kiến</p><img class="c-rating__code" width="96" height="96" alt="mã" src="data:,"></div>'
    page.locator(".c-procedure__ask").evaluate("(one, made) => one.insertAdjacentHTML('beforeend', made)", made)
    code = page.locator(".c-rating__code")
    assert not code.is_visible(), "the phone in the hand needs the link only"
    page.emulate_media(media="print")
    assert code.is_visible()


def test_the_foot_of_a_printed_page_is_not_torn_over_two_sheets(page: Any, site: str) -> None:
    page.emulate_media(media="print")
    page.goto(site + PROCEDURE)
    assert page.locator(".c-footer").evaluate("one => getComputedStyle(one).breakInside") == "avoid"
