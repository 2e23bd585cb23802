"""A second copy of the site in a folder of releases."""

import shutil
import socket
import subprocess
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from publishing.targets.config import FolderConfig, Secrets
from publishing.targets.contract import Target, TargetRefused
from publishing.targets.folder import FolderCopyTarget
from tests.ports import free_port
from tests.publishing.targets.publisher import publish, release_of
from tests.publishing.targets.release_behaviour import ReleaseBehaviour
from tests.publishing.targets.release_checks import check_kills
from tests.publishing.targets.release_sites import editions, on_disk, small_site, whole
from tests.publishing.targets.sender import senders

# A page is cut when fewer bytes come than were announced.
_WRK = """
local pages = {"/index.html", "/tin-tuc/index.html", "/tin-tuc/bai-00.html", "/tin-tuc/bai-01.html", "/hinh-anh/anh.png"}
local turn, bad = 0, 0
request = function() turn = turn + 1; return wrk.format("GET", pages[turn % #pages + 1]) end
response = function(status, headers, body)
  if status ~= 200 or tonumber(headers["Content-Length"]) ~= #body or #body == 0 then bad = bad + 1 end
end
local threads = {}
setup = function(thread) table.insert(threads, thread) end
done = function(summary)
  local wrong = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  for _, thread in ipairs(threads) do wrong = wrong + (thread:get("bad") or 0) end
  io.write(string.format("\\nCOUNT %d %d\\n", summary.requests, wrong))
end
"""


@pytest.fixture
def site(tmp_path) -> Path:
    place = tmp_path / "ổ đĩa chung"
    place.mkdir()
    return place


@pytest.fixture
def target(site: Path) -> Target:
    return FolderCopyTarget(FolderConfig(name="ban-sao", secrets=Secrets("ban-sao", {}), state=site.parent / "state", path=site))


class TestFolderCopy(ReleaseBehaviour):
    def test_a_live_page_that_was_changed_is_seen_and_made_anew(self, target, site, tmp_path):
        old, _ = editions(tmp_path)
        publish(target, old)
        page = site / "current/index.html"
        page.write_bytes(bytes(len(page.read_bytes())))
        publish(target, old)
        assert on_disk(site / "current") == whole(old)


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_release(target, site, tmp_path):
    with senders(1, "publishing.targets.folder") as killers:
        check_kills(killers, target, site, tmp_path, kills=200)


@pytest.mark.slow
def test_ten_thousand_files_are_sent_and_replaced(target, site, tmp_path):
    first = release_of(tmp_path, 1, {f"tin-tuc/{n % 100}/bai-{n}.html": f"bài {n}" for n in range(10_000)})
    publish(target, first)
    second = release_of(tmp_path, 2, {**{path: (first.folder / path).read_bytes() for path in first.manifest.files}, "moi.html": "mới"})
    assert publish(target, second) == {"moi.html": 5}
    assert on_disk(site / "current") == whole(second)


@contextmanager
def nginx(root: Path, folder: Path):
    port = free_port()
    (folder / "nginx.conf").write_text(
        f"daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log; user root; events {{}}\n"
        f'http {{ access_log off; types {{ text/html html; }} server {{ listen 127.0.0.1:{port}; root "{root}"; }} }}\n'
    )
    with subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL) as process:
        try:
            _answers(port)
            yield port
        finally:
            process.terminate()


def _answers(port: int) -> None:
    """Wait until the server listens: a busy machine takes its time."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("nginx does not listen")


@pytest.mark.slow
@pytest.mark.skipif(not (shutil.which("nginx") and shutil.which("wrk")), reason="needs Debian's nginx-light and wrk")
def test_readers_meet_no_missing_and_no_cut_page_while_releases_are_switched(target, site, tmp_path):
    pair = editions(tmp_path)
    for release in pair:
        publish(target, release)
    (tmp_path / "check.lua").write_text(_WRK)
    stop, switches = threading.Event(), []

    def switch() -> None:
        while not stop.is_set():
            switches.append(publish(target, pair[len(switches) % 2]))
            time.sleep(0.05)

    with nginx(site / "current", tmp_path) as port:
        thread = threading.Thread(target=switch)
        thread.start()
        requests, wrong = 0, 0
        try:
            for _ in range(20):
                command = ["wrk", "-t1", "-c16", "-d2s", "-s", str(tmp_path / "check.lua"), f"http://127.0.0.1:{port}/"]
                said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
                made, failed = map(int, said.rpartition("COUNT ")[2].split())
                requests, wrong = requests + made, wrong + failed
                if requests >= 100_000 and len(switches) >= 20:
                    break
        finally:
            stop.set()
            thread.join()
    assert wrong == 0
    assert requests >= 100_000
    assert len(switches) >= 20


def test_a_share_that_is_not_mounted_is_refused_and_not_made(tmp_path):
    config = FolderConfig(name="ban-sao", secrets=Secrets("ban-sao", {}), state=tmp_path / "state", path=tmp_path / "chua-noi")
    with pytest.raises(TargetRefused, match="nối lại ổ đĩa chung"):
        publish(FolderCopyTarget(config), release_of(tmp_path, 1, small_site("một")))
    assert not (tmp_path / "chua-noi").exists()
