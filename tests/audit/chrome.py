"""Debian's Chromium, as the audit and the tests start it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.audit.tools import NotHere

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
NONE = "no chromium on this machine: apt-get install chromium"


@contextmanager
def opened() -> Iterator[Browser]:
    """A browser. Raises NotHere."""
    if CHROMIUM is None:
        raise NotHere(NONE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


def version() -> str:
    """``156.0.8078.79``. Raises NotHere."""
    with opened() as browser:
        return browser.version
