"""The file that ``make preview`` writes, opened from the disk as a telephone opens it from Zalo."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

ITEMS = {
    "draft": "tin-tuc/2026/2026-11-10-du-thao-ke-hoach-cchc-2027.md",
    "picture": "tin-tuc/2026/2026-03-31-chi-so-phuc-vu-nguoi-dan-quy-i.md",
    "procedure": "thu-tuc/ho-tich/1.001193.md",
    "document": "van-ban/2026/12-kh-ubnd-cai-cach-hanh-chinh.md",
}


@pytest.fixture(scope="module")
def previews(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = tmp_path_factory.mktemp("previews")
    for name, item in ITEMS.items():
        command = [sys.executable, "-m", "commands", "preview", "--item", item, "--out", str(out / f"{name}.html"), "--now", "2026-11-20T08:00"]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "CCHC_NO_VENV": "1"}, check=True, capture_output=True)
    return {name: out / f"{name}.html" for name in ITEMS}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ITEMS)
def test_it_fits_the_screen_shows_its_pictures_and_asks_nothing_of_the_net(browser: Any, previews: dict[str, Path], name: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(previews[name].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert [url for url in asked if not url.startswith(("data:", previews[name].as_uri()))] == []
    assert said == []
    assert page.evaluate("[...document.images].every((one) => one.complete && one.naturalWidth > 0)")
    assert page.locator("body > header").inner_text().startswith("Bản xem trước")
    page.close()
