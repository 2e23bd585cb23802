"""Every payload of ``tests/hostile`` in a real browser, on its page, on the home page and in the lists: none of them runs.

Twice, so that each of the two walls is seen to hold alone: cleaned and without the CSP; with the CSP of the shipped rules
for web servers and not cleaned. The third time both are away, which shows that the payloads and the provocations are good for something.
"""

import functools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from plugins.reading import markdown
from plugins.redirects.servers import HEADERS
from tests.browser.conftest import Quiet
from tests.hostile.cases.active_content import CASES
from tests.hostile.commune import GOOD, lay
from tests.hostile.line import press_folder

pytestmark = pytest.mark.slow
PAYLOADS = [case for case in CASES if case.expected == "sanitised" and case.is_one_item]
# What a reader may do to an element: everything to each of them.
_PROVOKE = """() => {
    for (const element of document.querySelectorAll('*')) {
        for (const kind of ['click', 'mouseover', 'focus', 'toggle', 'load', 'error', 'submit'])
            element.dispatchEvent(new Event(kind, {bubbles: false, cancelable: true}));
        if (element.protocol === 'javascript:') { element.removeAttribute('target'); element.click(); }
    }
    return new Promise(done => setTimeout(done, 20));
}"""


@dataclass
class Seen:
    """Pages on which a script of a payload ran, and addresses elsewhere that were asked for."""

    ran: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)


def build(folder: Path, without: str = "") -> Path:
    lay(folder / "content", {**GOOD, **{case.own_path: case.own_bytes for case in PAYLOADS if case.id != without}})
    press_folder(folder / "content", folder / "host" / "cchc")
    return folder / "host"


@pytest.fixture(scope="module")
def cleaned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("cleaned"))


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The same content with the cleaning taken out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "sanitise", lambda html: html)
        # Uncleaned, this one's address looks like a file that is not there, and the gate refuses it.
        yield build(tmp_path_factory.mktemp("raw"), without="js-link-entity-tab")


class WithPolicy(Quiet):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", HEADERS["Content-Security-Policy"])
        super().end_headers()


@contextmanager
def served(folder: Path, handler: type[Quiet]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def pages(folder: Path) -> list[str]:
    """The pages of the payloads, and all pages that list them."""
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]
    lists = r"cchc/(?:index|ngay/2026(?:/11(?:/10)?)?|chuyen-muc/chi-so(?:/2026)?|so-do-trang)\.html"
    return sorted(path for path in found if path.startswith("cchc/tin-tuc/") or re.fullmatch(lists, path))


def visit(browser: Any, folder: Path, handler: type[Quiet], bypass_csp: bool) -> Seen:
    seen = Seen()
    with served(folder, handler) as address:
        context = browser.new_context(bypass_csp=bypass_csp)
        context.route(lambda url: not url.startswith(address), lambda route: (seen.asked.add(route.request.url), route.fulfill(status=204)))
        page = context.new_page()
        page.on("dialog", lambda dialog: (seen.ran.add(page.url), dialog.dismiss()))
        for path in pages(folder):
            page.goto(address + path, wait_until="load")
            page.evaluate(_PROVOKE)
        context.close()
    return seen


def test_no_payload_runs_or_calls_elsewhere_when_only_the_cleaning_is_there(browser: Any, cleaned: Path) -> None:
    assert len(pages(cleaned)) > len(PAYLOADS) + 3
    assert visit(browser, cleaned, Quiet, bypass_csp=True) == Seen()


def test_no_payload_runs_when_only_the_policy_is_there(browser: Any, raw: Path) -> None:
    assert visit(browser, raw, WithPolicy, bypass_csp=False).ran == set()


def test_no_payload_runs_where_no_header_can_be_sent_and_only_the_page_itself_holds_the_policy(browser: Any, raw: Path) -> None:
    assert visit(browser, raw, Quiet, bypass_csp=False).ran == set()


def test_the_payloads_do_run_when_neither_is_there(browser: Any, raw: Path) -> None:
    ran = visit(browser, raw, Quiet, bypass_csp=True).ran
    assert len(ran) >= 15, ran
