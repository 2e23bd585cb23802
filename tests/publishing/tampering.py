"""A web server on this machine, and what others may do to the files that it serves."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Tamper = Callable[[Path], None]
PAGE = '<!doctype html><html lang="vi"><title>{0}</title><body><h1>{0}</h1><a href="{1}">xem</a></body></html>'
FOLDERS = ("", "tin-tuc/", "thu-tuc/", "chuyen-muc/")


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None: ...


class _Server(ThreadingHTTPServer):
    request_queue_size = 64  # of the usual five, some connections wait a second


@contextmanager
def serving(folder: Path, handler: type[SimpleHTTPRequestHandler] = Handler) -> Iterator[str]:
    """A real web server on this machine; its address."""
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def change_a_byte(path: str, at: float) -> Tamper:
    def do(root: Path) -> None:
        data = bytearray((root / path).read_bytes())
        data[min(int(len(data) * at), len(data) - 1)] ^= 1
        (root / path).write_bytes(data)

    return do


def remove(path: str) -> Tamper:
    return lambda root: (root / path).unlink()


def add(path: str, text: str = "<?php system($_GET['c']);") -> Tamper:
    def do(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return do


def add_linked(path: str, from_page: str) -> Tamper:
    """A foreign page, and a link to it in one of ours: without a link nobody is led there."""

    def do(root: Path) -> None:
        add(path, PAGE.format("Nhà cái", "/"))(root)
        page = root / from_page
        page.write_text(page.read_text(encoding="utf-8").replace("</body>", f'<a href="/{path}">.</a></body>'), encoding="utf-8")

    return do
