"""Lighthouse over pages of a served site: a phone, simulated network and processor, as its own command line does it."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from statistics import median
from typing import Any

from tests.audit.chrome import CHROMIUM, FLAGS
from tests.audit.tools import LIGHTHOUSE, NotHere, package

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_TRIES = 3
_PATIENCE = 180  # seconds for one page on a busy machine


@dataclass(frozen=True, slots=True)
class Scores:
    """Points of 100 in the order of :data:`CATEGORIES`, and ``category: audit`` of what cost points in any round."""

    points: tuple[int, ...]
    lost: tuple[str, ...]


def scores(address: str, rounds: int) -> Scores:
    """The median of the rounds. Raises NotHere."""
    told = [_once(address) for _ in range(rounds)]
    points = tuple(round(median(one["categories"][name]["score"] for one in told) * 100) for name in CATEGORIES)
    return Scores(points, tuple(sorted({what for one in told for what in _lost(one)})))


def _once(address: str) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None or CHROMIUM is None:
        raise NotHere("Cần Node.js và Chromium: apt-get install nodejs chromium")
    program = package(LIGHTHOUSE) / "cli" / "index.js"
    flags = " ".join(("--headless=new", *FLAGS))
    command = [node, str(program), address, "--output=json", "--quiet", f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}"]
    # It would ask whether it may report crashes to its makers.
    around = {**os.environ, "CHROME_PATH": CHROMIUM, "CI": "1"}
    # A trace is lost now and then ("Please run Lighthouse again"), which says nothing of the page.
    for _ in range(_TRIES):
        done = subprocess.run([*command, "--no-enable-error-reporting"], env=around, capture_output=True, text=True, timeout=_PATIENCE, check=False)
        if not done.returncode:
            return dict(json.loads(done.stdout))
    raise NotHere(f"Lighthouse không đo được {address}: {done.stderr.strip()[-300:]}")


def _lost(told: dict[str, Any]) -> list[str]:
    audits = told["audits"]
    return [
        f"{name}: {ref['id']}"
        for name in CATEGORIES
        for ref in told["categories"][name]["auditRefs"]
        if ref["weight"] and audits[ref["id"]]["score"] is not None and audits[ref["id"]]["score"] < 0.9
    ]
