"""Fetching a served site as its readers do: several files at once, kept connections, time limits, no redirect followed."""

import http.client
import ssl
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TypeVar
from urllib.parse import quote, urlsplit

from publishing.targets.contract import TIMEOUT, TargetRefused

AT_ONCE = 8
AGENT = "cchc-verify-site"
# Injected scripts often show their pages to search engines alone.
SEARCH_ENGINE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
_MOST = 64_000_000  # bytes of one answer
_T = TypeVar("_T")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said; ``status`` 0: no whole answer came, twice."""

    status: int
    body: bytes = b""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Web:
    """A site at an address that ends with a slash. ``_idle``: connections that wait for the next file."""

    address: str
    timeout: float = TIMEOUT
    _idle: SimpleQueue[http.client.HTTPConnection] = field(default_factory=SimpleQueue, repr=False, compare=False)

    @property
    def base(self) -> str:
        """Path of the site on its host."""
        return urlsplit(self.address).path

    def get(self, path: str, agent: str = AGENT) -> Answer:
        """A path below the address, not quoted. A connection that the server closed is opened again, once."""
        for _ in range(2):
            connection = self._connection()
            try:
                answer = self._ask(connection, self.base + quote(path, safe="/~!$&'()*+,;=@:-._"), agent)
            except (OSError, http.client.HTTPException):
                connection.close()
            else:
                self._idle.put(connection)
                return answer
        return Answer(0)

    def all(self, ask: Callable[[_T], _R], work: Iterable[_T]) -> list[_R]:
        """``ask`` for each, several at once; answers in the order of the work."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(ask, work))

    def close(self) -> None:
        while not self._idle.empty():
            self._idle.get().close()

    def _ask(self, connection: http.client.HTTPConnection, target: str, agent: str) -> Answer:
        # Bytes as they lie there: neither compressed nor from a cache on the way.
        headers = {"User-Agent": agent, "Accept-Encoding": "identity", "Cache-Control": "no-cache"}
        connection.request("GET", target, headers=headers)
        answer = connection.getresponse()
        body = answer.read(_MOST + 1)
        if len(body) > _MOST:
            connection.close()
        return Answer(answer.status, body, answer.getheader("Location", ""))

    def _connection(self) -> http.client.HTTPConnection:
        try:
            return self._idle.get_nowait()
        except Empty:
            parts = urlsplit(self.address)
            if parts.scheme == "https":
                return http.client.HTTPSConnection(parts.netloc, timeout=self.timeout, context=ssl.create_default_context())
            return http.client.HTTPConnection(parts.netloc, timeout=self.timeout)


@contextmanager
def web(address: str, timeout: float = TIMEOUT) -> Iterator[Web]:
    """The site at an address, once it answers. Raises :class:`TargetRefused`."""
    if not _is_usable(address):
        raise TargetRefused(f"'{address}' không phải địa chỉ trang. Viết đủ, ví dụ URL=https://lamkhe.example/cchc")
    with closing(Web(address.rstrip("/") + "/", timeout)) as found:
        home = found.get("")
        if home.status == 0:
            raise TargetRefused(f"Không kết nối được với {found.address}. Kiểm tra địa chỉ, mạng, chứng chỉ của máy chủ rồi chạy lại.")
        if home.location and 300 <= home.status < 400:
            raise TargetRefused(f"{found.address} chuyển hướng đến {home.location[:200]!r}. Nếu đó đúng là trang của đơn vị, chạy lại với URL= địa chỉ ấy; nếu không, trang đã bị can thiệp.")
        yield found


def _is_usable(address: str) -> bool:
    try:
        parts = urlsplit(address)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and address.isprintable() and " " not in address
    except ValueError:
        return False
    return bool(sound) and not (parts.query or parts.fragment or parts.username)
