"""A page that a browser saved as one file, .mht or .mhtml (RFC 2557): the page and the pictures that came with it."""

import email
from email.message import Message
from email.policy import default
from pathlib import Path
from urllib.parse import urljoin

from importers.container import SourceRefused, megabytes

FILE_LIMIT = 60_000_000


def opened(path: Path) -> tuple[bytes, dict[str, bytes], str]:
    """(page, pictures by their whole address or ``cid:``, address of the page). Raises :class:`SourceRefused`."""
    size = path.stat().st_size
    if size > FILE_LIMIT:
        raise SourceRefused("import-large", size=megabytes(size), limit=megabytes(FILE_LIMIT))
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None or not message.get_content_type().startswith(("multipart/", "text/html")):
        raise SourceRefused("import-corrupt", reason="tệp .mht không có trang nào bên trong")
    pictures: dict[str, bytes] = {}
    for part in parts:
        if part.get_content_maintype() == "image":
            pictures |= dict.fromkeys(_addresses(part), _data(part))
    return _data(page), pictures, _header(page, "Content-Location") or _header(message, "Snapshot-Content-Location")


def absolute(address: str, base: str) -> str:
    """An address of a page as its pictures are named."""
    return address if address.startswith("cid:") else urljoin(base, address)


def _addresses(part: Message) -> list[str]:
    identity = _header(part, "Content-ID").strip("<>")
    return [one for one in (_header(part, "Content-Location"), f"cid:{identity}" if identity else "") if one]


def _header(part: Message, name: str) -> str:
    return str(part.get(name, "")).strip()


def _data(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
