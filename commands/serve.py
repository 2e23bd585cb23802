"""``serve``: preview on this machine; a saved file is built again and the open page reloads."""

import functools
import shutil
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import click
from watchfiles import watch

from commands.environment import ROOT
from commands.publish import build
from commands.session import DONE, WRONG_USE, fail, start, tell
from plugins.model.problems import ContentRefused
from plugins.press.press import AddressTwice, Release

RELOAD = b"let v;setInterval(async()=>{const n=await(await fetch('/__version')).text();if(v&&v!==n)location.reload();v=n},1000)"


class Preview:
    """The last good build: its folder, the site's path, and a number that grows with each build."""

    def __init__(self, room: Path) -> None:
        self.room = room
        self.number = 0
        self.base_path = "/"
        self.release = Release(room / "0", {})

    def build(self, content: Path, now: str) -> int | None:
        """Build again beside the last good one; a refused build leaves that one shown."""
        circumstances = start(content, now, self.release)
        if circumstances is None:
            return WRONG_USE
        try:
            built = build(content, self.room / str(self.number + 1), circumstances)
        except ContentRefused as refused:
            tell(refused.verdict, refused.problems)
            return None
        except AddressTwice as twice:
            click.echo(f"Hai trang cùng một địa chỉ '{twice}'.", err=True)
            return None
        tell(built.verdict, built.verdict.problems)
        if built.release.folder != self.release.folder:
            old, self.release, self.base_path, self.number = self.release, built.release, built.site.profile.base_path, self.number + 1
            shutil.rmtree(old.folder, ignore_errors=True)
        return None


class Handler(SimpleHTTPRequestHandler):
    """Serves the last good build under the site's path, with a reloading script in its pages."""

    def __init__(self, *args: Any, preview: Preview, **kwargs: Any) -> None:
        self.preview = preview
        super().__init__(*args, directory=str(preview.release.folder), **kwargs)

    def do_GET(self) -> None:  # the name is http.server's
        base = self.preview.base_path
        if self.path == "/__version":
            self._send(str(self.preview.number).encode(), "text/plain")
        elif self.path == "/__reload.js":
            self._send(RELOAD, "text/javascript")
        elif not self.path.startswith(base):
            self.send_response(302)
            self.send_header("Location", base)
            self.end_headers()
        else:
            self.path = "/" + self.path[len(base) :]
            self._file()

    def _file(self) -> None:
        found = Path(self.translate_path(self.path))
        if found.is_dir():
            found /= "index.html"
        if found.suffix == ".html" or not found.is_file():
            page = found if found.is_file() else self.preview.release.folder / "404.html"
            data = page.read_bytes() if page.is_file() else b"404"
            self._send(data + b'<script src="/__reload.js"></script>', "text/html; charset=utf-8", 200 if found.is_file() else 404)
        else:
            super().do_GET()

    def _send(self, data: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: the terminal is for the report."""


def run(content: Path, now: str, port: int) -> int:
    """Serve until Ctrl+C."""
    with tempfile.TemporaryDirectory(prefix="cchc-") as room:
        preview = Preview(Path(room))
        code = preview.build(content, now)
        if code is not None:
            return code
        try:
            server = ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, preview=preview))
        except OSError:
            return fail(f"Cổng {port} đang được dùng. Chọn cổng khác bằng PORT=…")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"Xem thử tại http://127.0.0.1:{port}{preview.base_path} — bấm Ctrl+C để dừng.", err=True)
        try:
            for _ in watch(content, ROOT / "theme", raise_interrupt=True):
                preview.build(content, now)
        except KeyboardInterrupt:
            server.shutdown()
    return DONE
