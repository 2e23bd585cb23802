"""What a phone fetches when it first shows a page: bytes as they travel, requests, and how far the page jumps."""

from dataclasses import dataclass

from playwright.sync_api import Browser, ViewportSize

PHONE = ViewportSize(width=360, height=800)
# Text, style and script: what the budget is about. Pictures are counted apart.
_KINDS = {"document": "html", "stylesheet": "css", "script": "js"}
_SIZES = """() => Object.fromEntries(
  performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"))
    .map((entry) => [entry.name, entry.encodedBodySize]))"""
_SHOWN = """() => [...document.images]
  .filter((image) => {
    const box = image.getBoundingClientRect();
    return image.currentSrc && (image.loading !== "lazy" || (box.width > 0 && box.top < innerHeight && box.bottom > 0));
  })
  .map((image) => image.currentSrc)"""
_JUMPS = """() => new Promise((told) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => told(sum), 50));
})"""


@dataclass(frozen=True, slots=True)
class View:
    """Bytes after packing; ``shift`` is CLS; ``foreign`` are addresses of other hosts.

    ``requests`` are those for the first screen, and for all that is not lazy. A browser also gets lazy pictures a few
    screens ahead, when nothing else is to be done: they are in ``early``.
    """

    html: int
    css: int
    js: int
    pictures: int
    requests: int
    early: int
    foreign: tuple[str, ...]
    fonts: int
    shift: float

    @property
    def code(self) -> int:
        return self.html + self.css + self.js


def first_view(browser: Browser, site: str, path: str) -> View:
    """A page in a fresh browser profile, with an empty cache, as far as it loads by itself without being scrolled."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, locale="vi-VN")
    page = context.new_page()
    # One file is one request, whatever it is used for: the icon of the page is its logo, what is fetched was preloaded.
    first_use: dict[str, str] = {}
    page.on("request", lambda request: first_use.setdefault(request.url, request.resource_type))
    page.goto(site + path, wait_until="networkidle")
    sizes = page.evaluate(_SIZES)
    shown = set(page.evaluate(_SHOWN))
    shift = page.evaluate(_JUMPS)
    context.close()
    asked = [(sort, url) for url, sort in first_use.items()]
    weigh = {kind: sum(sizes.get(url, 0) for sort, url in asked if sort == name) for name, kind in _KINDS.items()}
    return View(
        **weigh,
        pictures=sum(sizes.get(url, 0) for sort, url in asked if sort == "image"),
        requests=sum(sort != "image" or url in shown for sort, url in asked),
        early=sum(sort == "image" and url not in shown for sort, url in asked),
        foreign=tuple(url for _, url in asked if not url.startswith(site)),
        fonts=sum(sort == "font" for sort, _ in asked),
        shift=round(shift, 4),
    )
