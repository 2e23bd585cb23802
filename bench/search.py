"""The search of a site of a given size in a real Chromium: what a phone downloads and waits for, and what is found."""

import gzip
import re
import shutil
import statistics
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bench.corpus import Corpus
from plugins.model.dates import VIETNAM
from plugins.model.prose import Prose
from plugins.model.site import NewsItem, Site, Tag
from plugins.model.text import slugify

# What the phone's queries are like: a procedure, news of all years, one rare word, a number, a slip.
PHONE_QUERIES = ("đăng ký khai sinh", "ke hoach cai cach hanh chinh", "dat dai", "131/KH-UBND", "ket hom")
CPU, BITS, LATENCY_MS = 6, 1_600_000, 150
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")
_CODE = re.compile(r"thu-tuc/([\d.]+)\.html$")


@dataclass(frozen=True, slots=True)
class Query:
    """A line of the list: the text, and what answers it (codes, or ``*sector``)."""

    text: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One query on the phone. Seconds from opening the page, and from typing into an open page, to the first answer and to the
    last; ``near`` is ``first`` over a line without latency; kB over the line: of the index alone, and of all with page, style and scripts."""

    query: str
    first: float
    last: float
    typed: float
    index_kb: float
    all_kb: float
    near: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """How a site of one size did. ``hit1`` and ``hit5`` are parts of the queries; None without a list."""

    size: int
    files: int
    index_kb: float
    visits: tuple[Visit, ...]
    hit1: float | None
    hit5: float | None
    missed: tuple[str, ...]


def read_queries(text: str) -> list[Query]:
    """Tab-separated ``query codes note`` with a heading; codes are separated by commas. Raises ValueError."""
    rows = [line.split("\t") for line in text.splitlines() if line.strip()]
    if not rows or rows[0][:2] != ["query", "codes"] or any(len(row) < 2 for row in rows):
        raise ValueError("cần dòng đầu 'query<Tab>codes<Tab>note' và ít nhất hai cột ở mỗi dòng")
    return [Query(row[0], tuple(row[1].split(","))) for row in rows[1:]]


def sized(site: Site, size: int) -> Site:
    """The same site with ``size`` documents: the newest news, or made-up ones (``bench/corpus.py``) when there are too few."""
    wanted = max(0, size - len(site.procedures) - len(site.decisions) - len(site.pages) - len(site.answers))
    categories = {category.slug: category for category in site.categories}
    news = [*site.news[:wanted]]
    made = Corpus(max(wanted, 1), 1).items() if wanted > len(news) else ()
    for one in made:
        if len(news) == wanted:
            break
        tags = tuple(Tag(slugify(tag), tag) for tag in one.tags)
        path, moment = f"tin-tuc/{one.slug}.html", one.moment.replace(tzinfo=VIETNAM)
        facts: dict[str, Any] = {"author": "", "source": "", "source_url": "", "figure": None, "pinned": False, "correction": ""}
        news.append(
            NewsItem(f"tag:{one.slug}", "", path, one.title, moment, None, (categories[one.category],), tags, one.summary, body=Prose(one.slug, f"<p>{one.summary}</p>"), **facts)
        )
    return replace(site, news=tuple(sorted(news, key=lambda item: item.sort_key)), assets=())


class _Zipped(SimpleHTTPRequestHandler):
    """Serves text compressed, as any web server does; HTTP/1.1, so that connections are kept."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        data = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Zipped, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Any]:
    """Debian's Chromium. Raises FileNotFoundError when there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise FileNotFoundError("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS])
        yield browser
        browser.close()


# Says when an answer was last changed, and when nothing is under way any more.
_WATCH = """() => {
  window.seen = { first: 0, last: 0 };
  const status = document.querySelector('[role=status][data-part=status]');
  const look = () => {
    if (!document.querySelector('.c-answer__row') && !/Không/.test(status.textContent)) return;
    window.seen.first = window.seen.first || performance.now();
    window.seen.last = performance.now();
  };
  new MutationObserver(look).observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });
}"""


def visit(browser: Any, address: str, query: str, latency: int = LATENCY_MS) -> Visit:
    """A cold phone opens the search page with a query; then, page and index being there, the query is typed once more."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block", bypass_csp=True)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    rate = {"offline": False, "latency": latency, "downloadThroughput": BITS / 8, "uploadThroughput": BITS / 8}
    line.send("Network.emulateNetworkConditions", rate)
    line.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    sizes: dict[str, int] = {}
    names: dict[str, str] = {}
    line.on("Network.responseReceived", lambda event: names.update({event["requestId"]: event["response"]["url"]}))
    line.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.add_init_script(f"addEventListener('DOMContentLoaded', {_WATCH})")
    page.goto(f"{address}tim-kiem.html?q={quote(query)}", wait_until="networkidle")
    page.wait_for_function("window.seen.first")
    seen = page.evaluate("window.seen")
    index = sum(size for name, size in sizes.items() if "/tim-kiem/" in names.get(name, ""))
    whole = sum(sizes.values())
    page.fill("#trang-tim-kiem", "")
    page.wait_for_timeout(600)
    began = page.evaluate("window.seen.first = 0, performance.now()")
    page.fill("#trang-tim-kiem", query)
    page.wait_for_function("window.seen.first")
    typed = page.evaluate("window.seen.first") - began
    context.close()
    return Visit(query, seen["first"] / 1000, seen["last"] / 1000, typed / 1000, index / 1000, whole / 1000)


def answers(browser: Any, address: str, queries: Sequence[Query]) -> list[list[str]]:
    """The first five addresses for each query, as the page shows them."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    found = []
    for query in queries:
        page.goto(f"{address}tim-kiem.html?q={quote(query.text)}")
        page.locator(".c-answer__list[aria-busy=false]").wait_for(state="attached")
        page.locator("[data-part=status]", has_text="“").wait_for(state="attached")
        found.append(page.locator(".c-answer__row a").evaluate_all("all => all.slice(0, 5).map(one => one.getAttribute('href'))"))
    page.close()
    return found


def place(query: Query, addresses: Iterable[str], sectors: dict[str, str]) -> int:
    """At which place the first right answer stands, from 1; 0 when it is not there. ``sectors``: code → sector."""
    for number, address in enumerate(addresses, 1):
        match = _CODE.search(address)
        code = match[1] if match else ""
        if code and (code in query.codes or f"*{sectors.get(code)}" in query.codes):
            return number
    return 0


def judged(queries: Sequence[Query], found: Sequence[Sequence[str]], site: Site) -> tuple[float, float, tuple[str, ...]]:
    """Hit@1, hit@5 and the queries that missed."""
    sectors = {procedure.code: procedure.sector for procedure in site.procedures}
    places = [place(query, addresses, sectors) for query, addresses in zip(queries, found, strict=True)]
    missed = tuple(query.text for query, at in zip(queries, places, strict=True) if not at)
    return statistics.mean(at == 1 for at in places), statistics.mean(at > 0 for at in places), missed


def as_values(found: Sequence[Found]) -> list[dict[str, Any]]:
    """Every figure, for JSON."""
    return [asdict(one) for one in found]
