"""Procedures without signal: a real worker in a real Chromium, and a server that is really switched off."""

import functools
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from plugins.model.visits import FILE, DayCount, Visits, written
from plugins.redirects.servers import HEADERS
from tests.browser.conftest import ROOT, Quiet
from tests.ports import free_port

BIRTH, COPY, CHANGE = "thu-tuc/1.001193.html", "thu-tuc/2.000815.html", "thu-tuc/1.004859.html"
COUNTED = Visits((DayCount(date(2026, 11, 19), 12_345, 20_000),))
CONTROLLED = "async () => { await navigator.serviceWorker.ready; }"
KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) found[name.split(" ").pop()] = (await (await caches.open(name)).keys()).map((k) => new URL(k.url).pathname);
  return found;
}"""


class Guarded(Quiet):
    """With the security headers of a real server: the worker lives under the policy of its own answer."""

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()


class Server:
    """One port that answers, or does not."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self._running: Any = None
        self._deaf: socket.socket | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/cchc/"

    def on(self) -> None:
        self._running = ThreadingHTTPServer(("127.0.0.1", self.port), functools.partial(Guarded, directory=str(self.folder)))
        threading.Thread(target=self._running.serve_forever, daemon=True).start()

    def hang(self) -> None:
        """A signal so weak that nothing comes: calls are taken and never answered."""
        self.off()
        self._deaf = socket.create_server(("127.0.0.1", self.port))

    def off(self) -> None:
        if self._deaf is not None:
            self._deaf.close()
            self._deaf = None
        if self._running is not None:
            self._running.shutdown()
            self._running.server_close()
            self._running = None


def publish(folder: Path, offline: bool) -> Path:
    """The sample site with or without the worker, with counted visits, under the path of its profile."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content, dirs_exist_ok=True)
    profile = content / "site.toml"
    text = (ROOT / "content" / "site.toml").read_text(encoding="utf-8")
    wanted = f"[site]\noffline = {str(offline).lower()}\nvisits = true\n"
    profile.write_text(text.replace("[site]\n", wanted, 1), encoding="utf-8")
    (content / FILE).write_text(json.dumps(written(COUNTED)), encoding="utf-8")
    public = folder / "host" / "cchc"
    command = [sys.executable, "-m", "commands", "publish", "--content", str(content), "--public", str(public), "--now", "2026-11-20", "--gone"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "CCHC_NO_VENV": "1"}, check=True, capture_output=True)
    return public


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("offline"), True)


@pytest.fixture
def public(made: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "host" / "cchc"))


@pytest.fixture
def server(public: Path) -> Iterator[Server]:
    server = Server(public.parent)
    server.on()
    yield server
    server.off()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page of its own visitor; what its console says of a policy is a fault."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    context.close()
    assert faults == []


def until(page: Any, true: Callable[[dict[str, list[str]]], bool]) -> dict[str, list[str]]:
    """What is kept, by the last word of the cache's name, as soon as it is as wanted. A policy forbids Playwright's own waiting."""
    for _ in range(100):
        kept: dict[str, list[str]] = page.evaluate(KEPT)
        if true(kept):
            return kept
        page.wait_for_timeout(50)
    raise AssertionError(kept)


def read(page: Any, server: Server, path: str) -> None:
    """A page is read, and what it asks of the worker is done."""
    page.goto(server.address + path)
    page.evaluate(CONTROLLED)
    if path.startswith("thu-tuc/"):
        until(page, lambda kept: f"/cchc/{path}" in kept.get("trang", []) and len(kept.get("tep", [])) >= 2)


def restart(page: Any) -> None:
    """The browser puts a worker to sleep that nothing asked anything of; the next page wakes it up."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()


def test_a_procedure_that_was_read_is_readable_without_signal_and_says_so(page: Any, server: Server) -> None:
    read(page, server, BIRTH)
    server.off()
    page.goto(server.address + BIRTH)
    assert page.locator("h1").inner_text() == "Đăng ký khai sinh"
    page.get_by_text("Máy đang không có mạng").wait_for()
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", "the stylesheet was kept as well"


def test_a_procedure_that_was_read_is_shown_when_nothing_comes_for_some_seconds(page: Any, server: Server) -> None:
    read(page, server, BIRTH)
    server.hang()
    page.goto(server.address + BIRTH, wait_until="domcontentloaded")  # pictures may still be waited for
    assert page.locator("h1").inner_text() == "Đăng ký khai sinh"
    page.get_by_text("Máy đang không có mạng").wait_for()


def test_what_was_not_read_leads_to_a_page_that_lists_what_was(page: Any, server: Server) -> None:
    read(page, server, BIRTH)
    read(page, server, COPY)
    server.off()
    page.goto(f"{server.address}{CHANGE}?tu=https://la.example")
    assert page.locator("h1").inner_text() == "Không có mạng"
    page.locator("[data-saved]").wait_for()
    assert [link.split(",")[0] for link in page.locator("[data-saved] a").all_inner_texts()] == [
        "Chứng thực bản sao từ bản chính giấy tờ",
        "Đăng ký khai sinh",
    ]
    assert page.locator("[data-again]").get_attribute("href") == server.address + CHANGE
    page.locator("[data-saved] a", has_text="khai sinh").click()
    assert page.locator("h1").inner_text() == "Đăng ký khai sinh"
    server.on()
    page.goto(server.address + CHANGE)
    assert page.locator("h1").inner_text() == "Thay đổi, cải chính, bổ sung thông tin hộ tịch"


@pytest.mark.parametrize("path", [BIRTH, COPY])
def test_without_signal_the_emblem_is_no_broken_picture(page: Any, server: Server, path: str) -> None:
    read(page, server, BIRTH)
    server.off()
    page.goto(server.address + path)
    page.locator(".c-footer__badge img").scroll_into_view_if_needed()
    page.evaluate("() => Promise.allSettled([...document.images].map((one) => one.decode()))")
    assert page.evaluate("[...document.images].map((one) => one.naturalWidth > 0)") == [True, True]


def test_the_notice_tells_what_holds_now_and_drops_what_an_earlier_release_had(page: Any, server: Server, public: Path) -> None:
    read(page, server, BIRTH)
    notice, theme = public / "ngoai-tuyen.html", public / "theme"
    style = next(theme.glob("site.*.css"))
    style.rename(theme / "site.0123456789.css")
    text = notice.read_text(encoding="utf-8").replace(style.name, "site.0123456789.css")
    notice.write_text(text.replace("0200 3850 118", "0200 3850 999"), encoding="utf-8")
    os.utime(notice, (5_000_000_000, 5_000_000_000))
    restart(page)
    read(page, server, COPY)
    kept = until(page, lambda kept: "/cchc/theme/site.0123456789.css" in kept["khung"] and f"/cchc/theme/{style.name}" not in kept["khung"])
    assert len(kept["khung"]) == 5
    server.off()
    page.goto(server.address + CHANGE)
    assert page.locator(".c-hotline__number").inner_text() == "0200 3850 999"


def test_what_is_kept_is_listed_even_where_the_worker_cannot_be_registered_again(page: Any, server: Server) -> None:
    read(page, server, BIRTH)
    page.add_init_script("ServiceWorkerContainer.prototype.register = () => Promise.reject(new TypeError('no signal'))")
    server.off()
    page.goto(server.address + CHANGE)
    page.locator("[data-saved] a").wait_for()
    assert page.locator("[data-saved] a").all_inner_texts() == ["Đăng ký khai sinh"]


def test_try_again_never_leads_out_of_the_site(page: Any, server: Server) -> None:
    read(page, server, BIRTH)
    for typed in ("https://la.example/", "//la.example/", "javascript:alert(1)", "../khac/", "http://["):
        page.goto(f"{server.address}ngoai-tuyen.html?tu={typed}")
        page.evaluate(CONTROLLED)
        page.wait_for_timeout(100)
        assert page.locator("[data-again]").get_attribute("href") in {"./", f"{server.address}{typed}"}


def test_with_signal_nothing_old_is_shown(page: Any, server: Server, public: Path) -> None:
    read(page, server, BIRTH)
    read(page, server, BIRTH)
    file = public / BIRTH
    stat = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("Đăng ký khai sinh</h1>", "Tên mới</h1>"), encoding="utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns + 5_000_000_000))
    page.goto(server.address + BIRTH)
    assert page.locator("h1").inner_text() == "Tên mới"
    page.wait_for_timeout(300)
    assert not page.locator("[data-worker]").is_visible()


def test_a_procedure_that_was_withdrawn_is_forgotten(page: Any, server: Server, public: Path) -> None:
    read(page, server, BIRTH)
    (public / BIRTH).unlink()
    page.goto(server.address + BIRTH)
    until(page, lambda kept: kept["trang"] == [])
    server.off()
    page.goto(server.address + BIRTH)
    assert page.locator("h1").inner_text() == "Không có mạng"


def test_thirty_procedures_are_kept_the_oldest_goes_first_and_other_pages_are_never_kept(page: Any, server: Server, public: Path) -> None:
    read(page, server, BIRTH)
    read(page, server, "index.html")
    names = [f"thu-tuc/9.0000{number:02d}.html" for number in range(1, 33)]
    for name in names:
        shutil.copyfile(public / BIRTH, public / name)
        page.goto(server.address + name)
    kept = until(page, lambda kept: f"/cchc/{names[-1]}" in kept["trang"] and len(kept["trang"]) == 30)
    assert kept["trang"] == [f"/cchc/{name}" for name in names[-30:]]
    assert len(kept["tep"]) <= 8
    assert sorted(path.rpartition(".")[2] for path in kept["khung"]) == ["css", "html", "js", "svg", "svg"]


def test_where_the_unit_no_longer_wants_it_the_worker_and_all_it_kept_go_away(page: Any, server: Server, public: Path, tmp_path: Path) -> None:
    read(page, server, BIRTH)
    server.off()
    server.folder = publish(tmp_path / "without", False).parent
    assert not (server.folder / "cchc" / "sw.js").exists()
    server.on()
    page.goto(server.address)
    until(page, lambda kept: kept == {})
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_off_by_default_nothing_is_registered(page: Any, site: str) -> None:
    page.goto(site + BIRTH)
    page.wait_for_timeout(300)
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_the_number_of_visits_is_filled_in_when_the_footer_is_seen(page: Any, server: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.address + BIRTH)
    assert not [url for url in asked if url.endswith("thong-ke.json")], "nothing is asked for before the footer is seen"
    page.locator("[data-visits]").scroll_into_view_if_needed()
    page.locator("[data-visits] span").wait_for()
    assert page.locator("[data-visits]").inner_text() == "Thống kê truy cập: 12.345 lượt"


def test_without_javascript_the_footer_leads_to_the_page_of_visits(browser: Any, server: Server) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address + BIRTH)
    page.get_by_role("link", name="Thống kê truy cập").click()
    assert "12.345 lượt truy cập" in page.locator("main").inner_text()
    context.close()


@pytest.mark.parametrize("path", ["ngoai-tuyen.html", "thong-ke.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_pages_have_no_accessibility_fault_and_never_scroll_sideways(browser: Any, server: Server, path: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(server.address + path)
    page.evaluate(Axe().axe_script)
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
    page.close()
