"""A published site on a real nginx: packed on the way or, where the site holds packed copies, as they lie; with the
headers that the program writes for nginx."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.redirects.servers import server_files
from tests.audit.tools import NotHere
from tests.ports import free_port

MIME = Path("/etc/nginx/mime.types")
TYPES = "text/xml text/plain text/css application/javascript text/javascript application/json application/feed+json image/svg+xml"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
# Where nginx keeps what it is sent; it wants the folders even for files alone.
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
_CONF = """{user}daemon off;
pid {own}/pid;
error_log {own}/error;
events {{}}
http {{
    include {mime};
    access_log off;
    {temporary}
    server {{
        listen 127.0.0.1:{port};
        root {root};
        index index.html;
        error_page 404 {base}404.html;
        charset utf-8;
        charset_types text/xml text/plain text/css application/javascript text/javascript application/feed+json;
        gzip on;
        gzip_comp_level 6;
        gzip_static on;
        gzip_types {types};
        include {headers};
        location {base}theme/ {{ expires 1y; include {headers}; }}
    }}
}}
"""


def version() -> str:
    """``nginx/1.22.1``. Raises NotHere."""
    if NGINX is None or not MIME.is_file():
        raise NotHere("Cần nginx: apt-get install nginx-light")
    told = subprocess.run([NGINX, "-v"], capture_output=True, text=True, check=True).stderr
    return told.rpartition(" ")[2].strip()


@contextmanager
def served(public: Path, base: str) -> Iterator[str]:
    """Address of a published folder whose path ends with ``base``, such as ``/cchc/``: it stands there under the host. Raises NotHere."""
    version()
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="cchc-nginx-") as room:
        own = Path(room)
        (own / "headers.conf").write_text(server_files((), base)["nginx-headers.conf"], encoding="utf-8")
        (own / "nginx.conf").write_text(_conf(own, public, base, port), encoding="utf-8")
        with subprocess.Popen([str(NGINX), "-c", str(own / "nginx.conf")], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
            try:
                _wait(port, server)
                yield f"http://localhost:{port}{base}"
            finally:
                server.terminate()
                server.communicate(timeout=20)


def place(room: Path, base: str) -> Path:
    """Where a site of this path is published in a room, so that it can be served."""
    return room.joinpath("www", *filter(None, base.split("/")))


def _conf(own: Path, public: Path, base: str, port: int) -> str:
    return _CONF.format(
        user="user root;\n" if hasattr(os, "geteuid") and os.geteuid() == 0 else "",
        own=own,
        mime=MIME,
        temporary=" ".join(f"{kind}_temp_path {own}/{kind};" for kind in _TEMPORARY),
        port=port,
        root=str(public).removesuffix(base.rstrip("/")),
        base=base,
        types=TYPES,
        headers=own / "headers.conf",
    )


def _wait(port: int, server: subprocess.Popen[str]) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise NotHere(f"nginx không chạy được: {server.stderr.read() if server.stderr else ''}")
