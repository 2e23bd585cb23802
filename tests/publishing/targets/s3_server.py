"""A real S3-compatible server (moto's, as a process of its own), and a relay before it that watches and cuts."""

import http.client
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import boto3
from botocore.config import Config

KEY_ID, SECRET_KEY = "AKIAMOTOMOTOMOTOMOTO", "moto-secret-moto-secret"


@contextmanager
def moto_process(log: Path, **environ: str) -> Iterator[str]:
    """The address of a running server."""
    command = [str(Path(sys.executable).with_name("moto_server")), "-H", "127.0.0.1", "-p", "0"]
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, env={"PATH": "/usr/bin:/bin", **environ}) as process:
        try:
            yield _address(process, log)
        finally:
            process.terminate()
            process.wait(10)


def _address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """The server takes a free port and tells it once it listens."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if told := re.search(r"Running on (http://127\.0\.0\.1:\d+)", log.read_text()):
            return told[1]
        assert process.poll() is None, log.read_text()
        time.sleep(0.05)
    raise AssertionError(f"moto_server did not start: {log.read_text()}")


def client_at(address: str, key: str = KEY_ID, secret: str = SECRET_KEY):  # type: ignore[no-untyped-def]
    settings = Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1})
    return boto3.client("s3", endpoint_url=address, aws_access_key_id=key, aws_secret_access_key=secret, region_name="us-east-1", config=settings)


@dataclass(frozen=True)
class Call:
    """One request as it passed."""

    method: str
    key: str
    query: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Relay:
    """What passes, and what is to be cut: after ``limit`` requests every further one loses its connection.

    The request at the limit is cut ``before`` it reaches the server, in the ``middle`` of its body, or ``after`` the
    server has done it. ``answer`` is given instead of the server's own, as (status, body).
    """

    upstream: str
    address: str = ""
    calls: list[Call] = field(default_factory=list)
    limit: int | None = None
    where: str = "before"
    answer: tuple[int, bytes] | None = None
    passed: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def cut(self, limit: int | None, where: str = "before") -> None:
        self.calls.clear()
        self.limit, self.where, self.passed = limit, where, 0

    def changing(self) -> list[Call]:
        return [call for call in self.calls if call.method in ("PUT", "DELETE", "POST")]

    def turn(self) -> int:
        with self.lock:
            self.passed += 1
            return self.passed


@contextmanager
def relay_before(upstream: str) -> Iterator[Relay]:
    relay = Relay(upstream)
    handler = type("Handler", (_Handler,), {"relay": relay})
    server = _Server(("127.0.0.1", 0), handler)
    relay.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield relay
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Cut connections are what this server is for."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # answers "Expect: 100-continue", for which boto3 would wait a second
    relay: Relay

    def _pass(self) -> None:
        relay = self.relay
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        address = urlsplit(self.path)
        relay.calls.append(Call(self.command, unquote(address.path).lstrip("/"), address.query, dict(self.headers), body))
        turn = relay.turn()
        if relay.answer is not None:
            self._reply(relay.answer[0], [], relay.answer[1])
            return
        if relay.limit is not None and turn > relay.limit:
            if turn == relay.limit + 1 and relay.where != "before":
                self._forward(body if relay.where == "after" else body[: len(body) // 2])
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self._reply(*self._forward(body))

    def _forward(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """A body shorter than announced is followed by the end of the connection."""
        host = urlsplit(self.relay.upstream)
        connection = http.client.HTTPConnection(host.hostname or "", host.port, timeout=20)
        try:
            connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in ("connection", "expect"):
                    connection.putheader(name, value)
            connection.endheaders(body)
            if connection.sock is not None and len(body) < int(self.headers.get("Content-Length") or 0):
                connection.sock.shutdown(socket.SHUT_WR)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            connection.close()

    def _reply(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in ("connection", "content-length", "transfer-encoding"):
                self.send_header(name, value)
        length = {n.lower(): v for n, v in headers}.get("content-length") if self.command == "HEAD" else None
        self.send_header("Content-Length", length or str(len(body)))
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""

    do_GET = do_PUT = do_HEAD = do_DELETE = do_POST = _pass
