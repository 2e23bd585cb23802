"""A site that is not the sample: pale colours, no logo, long names, wide tables."""

import functools
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from typing import Any

import pytest

from plugins import ROOMS
from plugins.press.press import press
from tests.audit import access
from tests.browser.conftest import Quiet
from tests.conftest import ROOT
from tests.factory import item, prose
from tests.factory import site as make_site

LONG = "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn trong kỳ"


def table(heads: int, *rows: str) -> str:
    """As the reader writes tables of items: in a box that scrolls."""
    head = "".join(f'<th scope="col">Cột {n}</th>' for n in range(heads))
    cells = "".join(f"<td>{text}</td>" for text in (*rows, *("98,5" for _ in range(heads - len(rows)))))
    return f'<div class="bang" role="region" tabindex="0" aria-label="Bảng"><table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table></div>'


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site of all rooms with two items."""
    news = [
        item("hai-cot", "2/3/2026", body=prose(table(2, "Thư điện tử", "mot-hop-thu-rat-dai-cua-phuong@phuong.tinh.example"))),
        item("nhieu-cot", "3/3/2026", body=prose(table(8, "1", LONG))),
    ]
    of = make_site(news, colours={"primary": "#ffe066", "accent": "#d0f0c0"})
    out = tmp_path_factory.mktemp("la") / "site"
    press(of, tuple(page for _, plan in ROOMS for page in plan(of)), ROOT / "theme", out, out, None, 1)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    yield page
    page.close()


@pytest.mark.parametrize("path", ["index.html", "ngay/2026/03.html", "tin-tuc/nhieu-cot.html", "tim-kiem.html?q=nhieu-cot"])
def test_colours_that_were_mended_are_readable_on_every_ground(page: Any, odd: str, path: str) -> None:
    page.goto(odd + path)
    page.wait_for_timeout(300 if "?" in path else 0)
    assert {where: what for where, what in access.faults_everywhere(page, access.COLOURS, (360,)).items() if what} == {}


def test_a_site_without_a_logo_asks_for_nothing_that_is_not_there(page: Any, odd: str) -> None:
    missing: list[str] = []
    page.on("console", lambda said: missing.append(said.text) if said.type == "error" else None)
    page.goto(odd)
    page.wait_for_timeout(300)
    icon = page.locator("link[rel=icon]").get_attribute("href")
    assert page.request.get(f"{odd}{icon}").ok
    assert missing == []


def test_a_table_of_two_columns_fits_a_phone_whatever_stands_in_it(page: Any, odd: str) -> None:
    page.goto(f"{odd}tin-tuc/hai-cot.html")
    assert page.locator(".bang").evaluate("box => box.scrollWidth <= box.clientWidth")


def test_in_a_table_of_many_columns_a_sentence_is_not_pressed_to_a_word_a_line(page: Any, odd: str) -> None:
    page.goto(f"{odd}tin-tuc/nhieu-cot.html")
    cell = page.locator("td", has_text=LONG)
    assert cell.evaluate("cell => cell.clientWidth") >= 180
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_table_of_many_columns_is_whole_on_paper(page: Any, odd: str) -> None:
    page.goto(f"{odd}tin-tuc/nhieu-cot.html")
    page.set_viewport_size({"width": 640, "height": 900})  # what A4 leaves between its margins
    page.emulate_media(media="print")
    assert page.locator("table").evaluate("table => table.getBoundingClientRect().right") <= 640


def test_no_line_of_crumbs_begins_with_the_sign_between_them(page: Any, odd: str) -> None:
    page.goto(f"{odd}ngay/2026/03.html")
    told = page.locator(".c-crumbs li").evaluate_all("all => all.map(li => [getComputedStyle(li, '::before').content, getComputedStyle(li, '::after').content])")
    assert len(told) == 3
    assert told[:-1] == [["none", '"›"']] * 2
    assert told[-1] == ["none", "none"]
