"""A publisher that is killed leaves the old or the new site whole, and the next publish needs no help."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.commune import NOW, Commune, published, tree
from tests.conftest import ROOT

DELAYS = (0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)


def write(content, title: str) -> Commune:
    commune = Commune(content)
    for number in range(30):
        commune.news(f"bai-{number:02d}", title=f"{title} {number}", date=f"{1 + number % 28}/3/2026")
    return commune


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
def test_a_kill_at_any_moment_leaves_a_whole_site(tmp_path):
    public = tmp_path / "public"
    content = write(tmp_path / "content", "Cũ").content
    old = published(content, public)
    write(content, "Mới")
    new = published(content, tmp_path / "fresh" / "public")
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "CCHC_NO_VENV": "1", "CCHC_CACHE": str(tmp_path / "cache"), "NOW": NOW, "WORKERS": "1"}
    command = [sys.executable, "-m", "commands", "publish", "--content", str(content), "--public", str(public)]
    for delay in DELAYS:
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert tree(public) in (old, new), delay
    assert published(content, public) == new
