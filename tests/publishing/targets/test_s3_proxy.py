"""Releases in a bucket as readers meet them: a real nginx before it, told by the header of current.json which one to serve."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from publishing.targets.config import S3Config, Secrets
from publishing.targets.contract import Release, TargetRefused
from publishing.targets.s3 import Layout, S3Target
from tests.conftest import ROOT
from tests.ports import free_port
from tests.publishing.targets.publisher import bytes_of_release, publish, release_of
from tests.publishing.targets.s3_server import KEY_ID, SECRET_KEY, client_at, moto_process
from tests.publishing.targets.sender import senders

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
# What the guide tells a webmaster, for the bucket "trang-lamkhe" with the prefix "cchc" at KHO.
_GUIDE = (ROOT / "docs" / "dang-len-may-chu.md").read_text(encoding="utf-8").partition("### S3\n")[2].partition("\n### ")[0]
CONFIGURATION = _GUIDE.partition("```nginx\n")[2].partition("```")[0].replace("s3.songiang.example:9000", "KHO")
READ_BY_ALL = json.loads(_GUIDE.partition("```json\n")[2].partition("```")[0])
SWITCHES = 20

pytestmark = pytest.mark.skipif(NGINX is None, reason="needs Debian's nginx-light")


@pytest.fixture(autouse=True)
def _no_keys_of_this_machine(monkeypatch):
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.fixture
def target(tmp_path) -> Iterator[S3Target]:
    with moto_process(tmp_path / "moto") as address:
        admin = client_at(address)
        admin.create_bucket(Bucket="trang-lamkhe")
        admin.put_bucket_policy(Bucket="trang-lamkhe", Policy=json.dumps(READ_BY_ALL))
        admin.close()
        secrets = Secrets("kho", {"CCHC_KHO_KEY_ID": KEY_ID, "CCHC_KHO_SECRET_KEY": SECRET_KEY})
        config = S3Config(
            name="kho", secrets=secrets, state=tmp_path / "state", bucket="trang-lamkhe", prefix="cchc", endpoint=address, region="us-east-1"
        )
        yield S3Target(config, Layout.RELEASES)


@pytest.fixture
def site(target, tmp_path) -> Iterator[str]:
    """Where nginx serves the bucket."""
    port, room = free_port(), tmp_path / "nginx"
    room.mkdir()
    servers = CONFIGURATION.replace("KHO", target.config.endpoint.removeprefix("http://")).replace("listen 80", f"listen 127.0.0.1:{port}")
    temporary = "".join(f"{kind}_temp_path {room}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.geteuid() == 0 else ""
    (room / "nginx.conf").write_text(
        f"{user}daemon off;\nworker_processes 1;\npid {room}/pid;\nerror_log {room}/error;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{servers}}}\n"
    )
    with subprocess.Popen([str(NGINX), "-p", str(room), "-c", str(room / "nginx.conf")], stderr=subprocess.PIPE) as process:
        try:
            _await(port, process)
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()


def _await(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, process.stderr and process.stderr.read()
        time.sleep(0.05)
    raise TimeoutError("nginx does not listen")


def edition(folder: Path, number: int) -> Release:
    files = {"index.html": f"<h1>{number}</h1>", "tin-tuc/index.html": f"<ul>{number}</ul>", "404.html": f"<p>Không có {number}"}
    return release_of(folder, number, {**files, "tai-lieu/Đơn xin 100%.pdf": bytes([number]) * 9000, f"rieng-{number}.html": "x", "chung.css": "b{}"})


@dataclass(frozen=True)
class Answer:
    """What a reader gets."""

    status: int
    kind: str
    data: bytes


def asked(site: str, path: str, method: str = "GET") -> Answer:
    connection = http.client.HTTPConnection(site, timeout=20)
    try:
        connection.request(method, f"/{quote(path, safe='/?=')}")
        answer = connection.getresponse()
        return Answer(answer.status, answer.getheader("Content-Type", ""), answer.read())
    finally:
        connection.close()


def read_whole(site: str, *releases: Release) -> dict[str, bytes]:
    """Every path of some releases that the proxy serves."""
    answers = {path: asked(site, path) for path in sorted({path for release in releases for path in release.manifest.files})}
    assert {answer.status for answer in answers.values()} <= {200, 404}
    return {path: answer.data for path, answer in answers.items() if answer.status == 200}


def test_every_file_is_served_with_its_kind_and_what_is_not_there_with_the_sites_own_page(target, site, tmp_path):
    old, new = edition(tmp_path, 1), edition(tmp_path, 2)
    publish(target, old)
    publish(target, new)
    assert read_whole(site, old, new) == bytes_of_release(new)
    assert (asked(site, "").data, asked(site, "tin-tuc/").data) == (b"<h1>2</h1>", b"<ul>2</ul>")
    assert asked(site, "index.html?utm=x") == Answer(200, "text/html; charset=utf-8", b"<h1>2</h1>")
    for path in ("khong-co.html", "rieng-1.html", "ban-dang-phat", "current.json"):
        assert asked(site, path) == Answer(404, "text/html; charset=utf-8", "<p>Không có 2".encode()), path
    for method in ("PUT", "DELETE", "POST"):
        assert asked(site, "index.html", method).status in (403, 404)
    assert read_whole(site, new) == bytes_of_release(new)


@pytest.mark.slow
def test_a_reader_meets_each_release_in_its_turn_and_never_an_older_one_after_a_newer(target, site, tmp_path):
    publish(target, edition(tmp_path, 1))
    stop = threading.Event()

    def read() -> list[int]:
        seen = []
        while not stop.is_set():
            home, pdf = asked(site, ""), asked(site, "tai-lieu/Đơn xin 100%.pdf")
            assert (home.status, pdf.status, len(pdf.data), len(set(pdf.data))) == (200, 200, 9000, 1)
            seen += [int(home.data[4:-5]), pdf.data[0]]
        return seen

    with ThreadPoolExecutor(2) as pool:
        reading = [pool.submit(read) for _ in range(2)]
        try:
            for number in range(2, 2 + SWITCHES):
                publish(target, edition(tmp_path, number))
        finally:
            stop.set()
        for one in reading:
            numbers = one.result()
            assert numbers == sorted(numbers)
            assert len(numbers) > 2 * SWITCHES


@pytest.mark.slow
def test_after_a_kill_at_any_moment_the_proxy_serves_the_old_or_the_new_release(target, site, tmp_path):
    live, killed = edition(tmp_path, 1), 0
    with senders(6, "tests.publishing.targets.warm_s3") as killers:
        killers.run(target, live)
        for number in range(2, 2 + SWITCHES):
            new = edition(tmp_path, number)
            for _ in range(3):
                killed += killers.kill(target, new)
                assert read_whole(site, live, new) in (bytes_of_release(live), bytes_of_release(new)), number
            publish(target, new)
            assert read_whole(site, live, new) == bytes_of_release(new)
            live = new
    assert killed >= SWITCHES


def test_where_no_release_lies_yet_nothing_is_served(target, site, tmp_path):
    release = edition(tmp_path, 1)
    assert asked(site, "").status >= 400
    (release.folder / "index.html").unlink()
    with pytest.raises(TargetRefused, match=r"index\.html"):
        publish(target, release)
    assert asked(site, "404.html").status >= 400
