"""What a browser must be told of each file: its type, and how long it may be kept."""

import mimetypes
import re
from functools import cache
from pathlib import PurePosixPath

# Text says its encoding; feeds stay plain XML so that a browser shows them with their stylesheet.
_TEXTS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".md": "text/markdown",
    ".ics": "text/calendar",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".geojson": "application/geo+json",
    ".webmanifest": "application/manifest+json",
    ".ttl": "text/turtle",
}
_DATA = {".webp": "image/webp", ".avif": "image/avif", ".woff2": "font/woff2", ".ico": "image/vnd.microsoft.icon", ".gz": "application/gzip", ".br": "application/octet-stream"}
_OFFICE = "application/vnd.openxmlformats-officedocument"
_DATA |= {".docx": f"{_OFFICE}.wordprocessingml.document", ".xlsx": f"{_OFFICE}.spreadsheetml.sheet", ".odt": "application/vnd.oasis.opendocument.text"}
_HASHED = re.compile(r"theme/.+\.[0-9a-f]{8,}\.[a-z0-9]+")
_YEAR = "public, max-age=31536000, immutable"
_HOUR = "public, max-age=3600"
_ASK = "no-cache"  # may be kept, but asked for each time: a page that was withdrawn is gone at once


def headers_for(path: str) -> dict[str, str]:
    """Arguments of boto3's put_object for a path of the site."""
    return {"ContentType": media_type(path), "CacheControl": cache_control(path)}


def media_type(path: str) -> str:
    end = PurePosixPath(path).suffix.lower()
    if end in _TEXTS:
        return f"{_TEXTS[end]}; charset=utf-8"
    return _DATA.get(end) or _builtin().types_map[True].get(end, "application/octet-stream")


def cache_control(path: str) -> str:
    if _HASHED.fullmatch(path):
        return _YEAR
    return _ASK if PurePosixPath(path).suffix.lower() in _TEXTS else _HOUR


@cache
def _builtin() -> mimetypes.MimeTypes:
    """Python's own table: the files of the machine must not change what is published."""
    return mimetypes.MimeTypes(filenames=())
