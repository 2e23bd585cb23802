"""A real Chromium (Debian's) over the sample site, published once and served under its path."""

import functools
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.audit.chrome import CHROMIUM, NONE, opened
from tests.audit.kinds import SAMPLE_NOW

ROOT = Path(__file__).resolve().parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None and "browser" in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.skip(reason=NONE))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the sample site, under the path that its profile names."""
    public = tmp_path_factory.mktemp("host") / "cchc"
    command = [sys.executable, "-m", "commands", "publish", "--public", str(public), "--now", SAMPLE_NOW]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "CCHC_NO_VENV": "1"}, check=True, capture_output=True)
    return public


@pytest.fixture(scope="session")
def site(published: Path) -> Iterator[str]:
    """Address of the sample site, which stands under /cchc/ as its profile says."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(published.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/cchc/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    with opened() as started:
        yield started
