"""The filter of the list in a real browser: marks folded, state in the address, nothing lost without a script."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.model.procedure import OnlineLevel
from plugins.press.press import press
from plugins.procedures import plan
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.conftest import ROOT
from tests.factory import site
from tests.rooms.procedures.records import announced, procedure, with_records

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium")]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A list of six procedures, one of them about land, one abolished, one replaced."""
    of = announced(site(rooms={"procedures"}))
    of = with_records((*of.procedures, procedure("1.000009", title="Đăng ký đất đai", sector="Đất đai", online_level=OnlineLevel.PARTIAL)), of.decisions, of)
    out = tmp_path_factory.mktemp("list") / "out"
    press(of, list(plan(of)), ROOT / "theme", ROOT / "content", out, None, 1)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/thu-tuc/index.html"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


def shown(page) -> list[str]:
    return page.locator("li[data-f]:visible .c-procedures__code").all_inner_texts()


def test_text_is_found_without_marks_and_the_number_of_results_is_said(chromium, address):
    page = chromium.new_page()
    page.goto(address)
    assert len(shown(page)) == 6
    page.get_by_label("Tên hoặc mã thủ tục").fill("dat DAI")
    assert shown(page) == ["1.000009"]
    assert page.get_by_role("heading", name="Hộ tịch").count() == 0
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert page.get_by_role("status").inner_text() == "1 thủ tục phù hợp"
    page.get_by_label("Tên hoặc mã thủ tục").fill("không có đâu")
    page.wait_for_function("document.querySelector('[role=status]').textContent.startsWith('Không có')")
    page.close()


def test_the_state_stands_in_the_address_and_comes_back_with_it(chromium, address):
    page = chromium.new_page()
    page.goto(address)
    page.get_by_label("Tình trạng").select_option("bai-bo")
    assert shown(page) == ["1.000003"]
    assert page.url.endswith("?tinh-trang=bai-bo")
    page.get_by_role("button", name="Bỏ lọc").click()
    page.wait_for_function("!location.search")
    assert len(shown(page)) == 6
    page.goto(f"{address}?muc-do=mot-phan&linh-vuc=khong-co")
    assert shown(page) == ["1.000009"]
    page.close()


def test_without_a_script_the_lists_by_facet_lead_on(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.get_by_role("search").is_visible()
    page.locator("summary", has_text="Lĩnh vực").click()
    page.locator("details a", has_text="Đất đai").click()
    assert page.locator("h1").inner_text() == "Thủ tục lĩnh vực Đất đai"
    context.close()
