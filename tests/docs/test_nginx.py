"""The webmaster's nginx examples, served by nginx: content types, the page for lost addresses, lasting names."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.redirects.servers import HEADERS
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
MIME = Path("/etc/nginx/mime.types")

pytestmark = pytest.mark.skipif(NGINX is None or not MIME.exists(), reason="needs nginx")




@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> Iterator[tuple[str, str]]:
    """Addresses of the sample served as in the first example, at the root, and as in the second, under /cchc."""
    room = tmp_path_factory.mktemp("nginx")
    room.chmod(0o755)
    public = room / "lam-khe"
    env = {**os.environ, "CCHC_NO_VENV": "1", "CCHC_CACHE": str(room / "cache")}
    subprocess.run([sys.executable, "-m", "commands", "publish", "--public", str(public)], cwd=ROOT, env=env, check=True, capture_output=True)
    page = (ROOT / "docs" / "quan-tri.md").read_text(encoding="utf-8")
    root, below = (b.replace("/srv/cchc/", f"{room}/") for b in re.findall(r"```nginx\n(.*?)```", page, re.DOTALL))
    one, two = free_port(), free_port()
    temporary = "".join(f"{kind}_temp_path {room}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    conf = room / "nginx.conf"
    user = "user root;\n" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    conf.write_text(
        f"{user}daemon off;\npid {room}/pid;\nerror_log {room}/error;\nevents {{}}\n"
        f"http {{\ninclude {MIME};\naccess_log off;\n{temporary}{root.replace('listen 80', f'listen 127.0.0.1:{one}')}\n"
        f"server {{\nlisten 127.0.0.1:{two};\n{below}\n}}\n}}\n",
        encoding="utf-8",
    )
    server = subprocess.Popen([str(NGINX), "-c", str(conf)], stderr=subprocess.PIPE)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", two)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{one}/", f"http://127.0.0.1:{two}/cchc/"
    finally:
        server.terminate()
        server.communicate(timeout=10)


def get(address: str) -> tuple[int, dict[str, str]]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}
    except urllib.error.HTTPError as error:
        with error:
            return error.code, {k.lower(): v for k, v in error.headers.items()}


@pytest.mark.parametrize("place", [0, 1], ids=["root", "path"])
@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("", 200, "text/html"),
        ("tin-tuc/chi-so-hai-long-nam-2025.html", 200, "text/html"),
        ("khong-co", 404, "text/html"),
        ("feeds/tat-ca.rss.xml", 200, "text/xml"),
        ("feeds/tat-ca.atom.xml", 200, "text/xml"),
        ("feeds/tat-ca.json", 200, "application/feed+json"),
    ],
)
def test_pages_and_feeds_have_their_content_type_in_utf8(sites, place, path, status, kind):
    code, headers = get(sites[place] + path)
    assert (code, headers["content-type"]) == (status, f"{kind}; charset=utf-8")


@pytest.mark.parametrize("place", [0, 1], ids=["root", "path"])
def test_files_that_are_named_by_their_content_may_be_kept(sites, place):
    with urllib.request.urlopen(sites[place], timeout=10) as answer:
        style = re.search(r'rel="stylesheet" href="\./([^"]+)"', answer.read().decode())
    assert style
    assert get(sites[place] + style[1])[1]["cache-control"] == "max-age=31536000"


@pytest.mark.parametrize("place", [0, 1], ids=["root", "path"])
@pytest.mark.parametrize("path", ["", "khong-co", "feeds/tat-ca.json", "theme/site.css"])
def test_every_answer_bears_the_headers(sites, place, path):
    headers = get(sites[place] + path)[1]
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS


def test_the_path_without_its_slash_leads_on(sites):
    assert get(sites[1].rstrip("/"))[0] == 200
