"""nginx with the webmaster's own example serves a published site to many at once, also while it is published anew."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.commune import Commune
from tests.docs.test_nginx import MIME, NGINX, ROOT
from tests.faults.driver import Warm
from tests.ports import free_port

WRK = shutil.which("wrk")
RATE, SWITCHES, REQUESTS = 5_000, 20, 100_000
# All pages of a list in turn; a page that is not whole does not end as pages do.
_PAGES = """
local paths, at, bad = {%s}, 0, 0
local threads = {}
setup = function(thread) table.insert(threads, thread) end
wrong = 0
request = function() at = at %% #paths + 1; return wrk.format("GET", paths[at]) end
response = function(status, headers, body)
    if status ~= 200 or not body:find("</html>%%s*$") then wrong = wrong + 1 end
end
done = function()
    for _, thread in ipairs(threads) do bad = bad + thread:get("wrong") end
    io.write("Wrong answers: " .. bad .. "\\n")
end
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NGINX is None or not MIME.exists() or WRK is None, reason="needs nginx and wrk (apt-get install nginx-light wrk)"),
]


@dataclass(frozen=True)
class Load:
    """What wrk counted."""

    requests: int
    rate: float
    wrong: int


def write(base: Path, title: str) -> None:
    commune = Commune(base / "content")
    for number in range(5):
        commune.news(f"bai-{number}", title=f"{title} {number}", date=f"{1 + number}/3/2026")


@pytest.fixture(scope="module")
def base(warm: Warm, memory: Path) -> Path:
    memory.chmod(0o755)
    folder = memory / "load"
    write(folder, "Bài")
    assert warm.publish(folder).code == 0
    return folder


@contextmanager
def nginx(public: Path, room: Path) -> Iterator[str]:
    """The address of the site, served as the first example of ``docs/quan-tri.md`` says, by one worker."""
    page = (ROOT / "docs" / "quan-tri.md").read_text(encoding="utf-8")
    port = free_port()
    server = re.findall(r"```nginx\n(.*?)```", page, re.DOTALL)[0].replace("/srv/cchc/lam-khe", str(public))
    temporary = "".join(f"{kind}_temp_path {room}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.geteuid() == 0 else ""
    conf = room / "nginx.conf"
    conf.write_text(
        f"{user}daemon off;\nworker_processes 1;\npid {room}/pid;\nerror_log {room}/error;\nevents {{ worker_connections 512; }}\n"
        f"http {{\ninclude {MIME};\naccess_log off;\nsendfile on;\nkeepalive_requests 1000000;\n{temporary}"
        f"{server.replace('listen 80', f'listen 127.0.0.1:{port}')}\n}}\n",
        encoding="utf-8",
    )
    with subprocess.Popen([str(NGINX), "-c", str(conf)], stderr=subprocess.DEVNULL) as process:
        try:
            while not (room / "pid").exists() or not (room / "pid").read_text():
                assert process.poll() is None
                time.sleep(0.02)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def load(address: str, script: Path, seconds: int) -> "subprocess.Popen[str]":
    command = [str(WRK), "-t1", "-c32", f"-d{seconds}s", "-s", str(script), address]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def counted(process: "subprocess.Popen[str]") -> Load:
    said, _ = process.communicate()
    socket = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    numbers = {name: re.search(form, said) for name, form in (("n", r"(\d+) requests in"), ("rate", r"Requests/sec: +([\d.]+)"), ("wrong", r"Wrong answers: (\d+)"))}
    assert all(numbers.values()), said
    n, rate, wrong = (float(found[1]) for found in numbers.values() if found)
    return Load(int(n), rate, int(wrong) + sum(map(int, socket.groups() if socket else ())))


@pytest.fixture(scope="module")
def script(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Asks for the pages of all kinds in turn."""
    paths = [path.relative_to(base / "public").as_posix() for path in sorted((base / "public").rglob("*.html"))]
    file = tmp_path_factory.mktemp("wrk") / "pages.lua"
    file.write_text(_PAGES % ", ".join(f'"/{path}"' for path in ["", *paths]), encoding="utf-8")
    return file


def test_five_thousand_requests_a_second_without_one_error(base: Path, script: Path, tmp_path: Path):
    with nginx(base / "public", tmp_path) as address:
        loads = [counted(load(address, script, 2))]
        if loads[0].rate < RATE:  # something else may have had the processor
            loads.append(counted(load(address, script, 2)))
    assert [one.wrong for one in loads] == [0] * len(loads)
    assert max(one.rate for one in loads) >= RATE


def test_twenty_switches_under_load_and_not_one_page_is_missing_or_cut(base: Path, script: Path, warm: Warm, tmp_path: Path):
    switches, loads = 0, []
    with nginx(base / "public", tmp_path) as address:
        while sum(one.requests for one in loads) < REQUESTS or switches < SWITCHES:
            process = load(address, script, 4)
            while process.poll() is None:
                write(base, f"Bài {switches}")
                assert warm.publish(base).code == 0
                switches += 1
            loads.append(counted(process))
    assert sum(one.wrong for one in loads) == 0
