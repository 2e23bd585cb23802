"""Takes the pictures of the docs from the sample site: ``python -m tests.docs.screenshots``. Needs chromium."""

import io
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "docs" / "hinh"
NOW = "2026-11-20T08:00"
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
LIMIT = 150_000


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the page of the sample site, the window, the colours that the machine asks for."""

    name: str
    page: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


ITEM, PROCEDURE, LIST = "tin-tuc/ho-tro-nguoi-cao-tuoi-lam-thu-tuc.html", "thu-tuc/1.001193.html", "thu-tuc/index.html"
SHOTS = (
    Shot("trang-chu.png", "index.html", 1280, 1340),
    Shot("trang-chu-nen-toi.png", "index.html", 1280, 1340, "dark"),
    Shot("trang-chu-dien-thoai.png", "index.html", 360, 1100),
    Shot("bai-viet.png", ITEM, 1280, 1280),
    Shot("bai-viet-dien-thoai.png", ITEM, 360, 1100),
    Shot("thu-tuc.png", PROCEDURE, 1280, 1280),
    Shot("thu-tuc-dien-thoai.png", PROCEDURE, 360, 1100),
    Shot("danh-muc.png", LIST, 1280, 1280),
    Shot("danh-muc-dien-thoai.png", LIST, 360, 1100),
)


def build(folder: Path) -> Path:
    """The sample site at a fixed moment."""
    public = folder / "public"
    command = [sys.executable, "-m", "commands", "publish", "--public", str(public), "--now", NOW]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "CCHC_NO_VENV": "1", "CCHC_CACHE": str(folder)}, check=True, capture_output=True)
    return public


def take(browser: Browser, public: Path, shot: Shot) -> bytes:
    """A page as a visitor first sees it, with all its pictures loaded."""
    page = browser.new_page(viewport={"width": shot.width, "height": shot.height}, color_scheme=shot.scheme, locale="vi-VN")
    page.goto((public / shot.page).as_uri(), wait_until="networkidle")
    data = page.screenshot()
    page.close()
    return data


def light(data: bytes) -> bytes:
    """The picture with as many colours as fit into the limit."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    for colours in (256, 128, 64, 32):
        out = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LIMIT:
            return out.getvalue()
    raise ValueError(f"a picture of {picture.size} does not fit into {LIMIT} bytes")


def main() -> None:
    """Write every picture of the docs anew."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        public = build(Path(folder))
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for shot in SHOTS:
            (OUT / shot.name).write_bytes(light(take(browser, public, shot)))
        browser.close()


if __name__ == "__main__":
    main()
