"""Files of the content: known kind, true content, no active part, no hidden personal data."""

import html as htmllib
import io
import os
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from zlib import error as ZlibError

from plugins.model.problems import Problem, problem
from plugins.model.text import slugify
from plugins.reading import pictures
from plugins.reading.cache import Cache
from plugins.reading.engine import version
from plugins.reading.filetext import is_scan, text_of
from plugins.reading.personal import Personal, personal_in
from plugins.workers import share_out

SIZE_LIMIT = 30_000_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# Ending → media type and how such a file begins (at offset 4 for "ftyp").
KINDS: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "gif": ("image/gif", (b"GIF87a", b"GIF89a")),
    "webp": ("image/webp", (b"RIFF",)),
    "avif": ("image/avif", (b"ftyp",)),
    "svg": ("image/svg+xml", (b"<",)),
    "pdf": ("application/pdf", (b"%PDF-",)),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (_ZIP,)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (_ZIP,)),
    "pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", (_ZIP,)),
    "odt": ("application/vnd.oasis.opendocument.text", (_ZIP,)),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", (_ZIP,)),
    "odp": ("application/vnd.oasis.opendocument.presentation", (_ZIP,)),
    "doc": ("application/msword", (_OLE,)),
    "xls": ("application/vnd.ms-excel", (_OLE,)),
    "ppt": ("application/vnd.ms-powerpoint", (_OLE,)),
    "zip": ("application/zip", (_ZIP,)),
    "csv": ("text/csv", ()),
    "txt": ("text/plain", ()),
    "mp3": ("audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    "mp4": ("video/mp4", (b"ftyp",)),
}
PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "avif", "svg"})
_SVG_ACTIVE = re.compile(
    rb"<\s*(?:\w+:)?(script|foreignObject|iframe|handler|set|animate)\b|\s(on\w+)\s*=|(<!ENTITY|<!DOCTYPE|<\?xml-stylesheet)|(javascript:)|(?:href|src)\s*=\s*[\"']\s*((?!#|data:image/)[a-z]+:|//)|(@import)",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|script|body|head|\?php)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AssetInfo:
    """A file of the content as it will be published: ``size``, ``width`` and ``height`` are those of the published file.

    ``made`` is how that is made of this one (:mod:`plugins.reading.pictures`), ``widths`` those of its WebP copies.
    ``scanned`` is a PDF without text, ``persons`` what its text shows of persons (Word, Excel, OpenDocument, PDF, plain text).
    """

    digest: str
    media_type: str
    size: int
    width: int = 0
    height: int = 0
    widths: tuple[int, ...] = ()
    made: str = ""
    problems: tuple[Problem, ...] = ()
    scanned: bool = False
    persons: tuple[Personal, ...] = ()


def ending(path: str) -> str:
    return path.rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""


def published_path(path: str) -> str:
    """Path in the site: every part folded to a-z, 0-9 and hyphens, the ending kept."""
    parts = path.split("/")
    stem, _, end = parts[-1].rpartition(".")
    return "/".join([*(slugify(part) or "x" for part in parts[:-1]), f"{slugify(stem) or 'tep'}.{end.lower()}"])


def look_at(content: Path, paths: Sequence[str], cache: Cache, workers: int) -> dict[str, AssetInfo]:
    """Path → what the file is; a file that did not change since the last look is not read again."""
    keys = {path: _key(content / path) for path in paths}
    known = cache.load([key for key in keys.values() if key], AssetInfo)
    todo = [path for path in paths if keys[path] not in known]
    fresh = dict(zip(todo, share_out(lambda path: _look(content, path), todo, workers if len(todo) > 8 else 1), strict=True))
    cache.store({keys[path]: info for path, info in fresh.items() if keys[path]})
    infos = {path: known.get(keys[path]) or fresh[path] for path in paths}
    return {path: replace(info, problems=tuple(replace(p, path=path) for p in info.problems)) for path, info in infos.items()}


def _key(path: Path) -> str:
    """By name and times of change: pictures are many and heavy, and the kernel tells when one was touched."""
    try:
        stat = os.lstat(path)
    except OSError:
        return ""
    facts = (str(path), stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, version(), pictures.encoder())
    return blake2b(repr(facts).encode(), digest_size=20).hexdigest()


def _look(content: Path, path: str) -> AssetInfo:
    name, end = path.rpartition("/")[2], ending(path)
    if end not in KINDS:
        return _refused("asset-kind", name=name, kinds=", ".join(KINDS))
    file = content / path
    try:
        size = file.stat().st_size
        if size > SIZE_LIMIT:
            return _refused("asset-large", name=name, size=f"{size / 1e6:.0f} MB", limit=f"{SIZE_LIMIT // 1_000_000} MB")
        data = file.read_bytes()
    except OSError as error:
        return _refused("file-unreadable", reason=error.strerror or "?")
    if not data:
        return _refused("asset-empty", name=name)
    media_type, begins = KINDS[end]
    head = data[4:] if begins == (b"ftyp",) else data
    if (begins and not head.lstrip(b"\xef\xbb\xbf \r\n\t" if end == "svg" else b"").startswith(begins)) or _MARKUP.match(data[:200]):
        return _refused("asset-content", name=name, kind=f".{end}")
    info = AssetInfo(blake2b(data, digest_size=16).hexdigest(), media_type, len(data))
    if end == "svg":
        return _svg(info, name, data)
    if end in PICTURES:
        return _picture(info, name, data)
    found = _document(info, name, end, data)
    return replace(found, persons=tuple(personal_in(text_of(end, data)))) if found.digest else found


def _refused(code: str, **facts: object) -> AssetInfo:
    return AssetInfo("", "", 0, problems=(problem(code, "", **facts),))


def _svg(info: AssetInfo, name: str, data: bytes) -> AssetInfo:
    plain = re.sub(r"[\x00-\x1f]", "", htmllib.unescape(data.decode("utf-8", "replace")))
    active = _SVG_ACTIVE.search(data) or _SVG_ACTIVE.search(plain.encode())
    if active:
        what = next(group for group in active.groups() if group).decode("utf-8", "replace")
        return _refused("asset-active", name=name, what=what)
    if b"<svg" not in data:
        return _refused("asset-content", name=name, kind=".svg")
    width, height = _svg_size(data)
    return replace(info, width=width, height=height)


def _svg_size(data: bytes) -> tuple[int, int]:
    """From the view box, else from the width and height of the root; 0 when neither tells."""
    root = data[data.index(b"<svg") :].partition(b">")[0]
    box = re.search(rb"viewBox\s*=\s*[\"']\s*[\d.-]+[\s,]+[\d.-]+[\s,]+(\d*\.?\d+)[\s,]+(\d*\.?\d+)", root)
    typed = [re.search(rb"\s%s\s*=\s*[\"']\s*(\d*\.?\d+)(?:px)?\s*[\"']" % name, root) for name in (b"width", b"height")]
    found = box.groups() if box else tuple(match[1] for match in typed if match)
    width, height = map(float, found) if len(found) == 2 else (0.0, 0.0)
    return round(width), round(height)


def _picture(info: AssetInfo, name: str, data: bytes) -> AssetInfo:
    """Looked at to its last pixel: a picture that breaks off is told now, not when it is made."""
    try:
        seen = pictures.look(data)
    except pictures.TooManyPixels as error:
        pixels, most = error.args
        size = f"{pixels / 1e6:.0f} triệu điểm ảnh" if pixels else "quá nhiều điểm ảnh"
        return _refused("asset-large", name=name, size=size, limit=f"{most // 1_000_000} triệu điểm ảnh")
    except pictures.BROKEN:
        return _refused("asset-broken" if pictures.is_picture(data) else "asset-content", name=name, kind=f".{ending(name)}")
    told = (problem("asset-cleaned", "", name=name, what=", ".join(seen.hidden)),) if seen.hidden else ()
    return replace(info, width=seen.width, height=seen.height, size=seen.size, widths=seen.widths, made=seen.made, problems=told)


def _document(info: AssetInfo, name: str, end: str, data: bytes) -> AssetInfo:
    if data.startswith(_ZIP):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return _archive(info, name, end, archive)
        except (zipfile.BadZipFile, ZlibError, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
            return _refused("asset-content", name=name, kind=f".{end}")
    if end == "pdf":
        return _pdf(info, name, data)
    return info


def _archive(info: AssetInfo, name: str, end: str, archive: zipfile.ZipFile) -> AssetInfo:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if total > 50 * info.size + 10_000_000 or total > 500_000_000:
        return _refused("asset-large", name=name, size=f"{total / 1e6:.0f} MB khi giải nén", limit="500 MB")
    names = [entry.filename for entry in entries]
    if any("vbaproject" in n.lower() for n in names):
        return _refused("asset-active", name=name, what="macro")
    if end in {"docx", "xlsx", "pptx"} and "[Content_Types].xml" not in names:
        return _refused("asset-content", name=name, kind=f".{end}")
    if "docProps/core.xml" in names and archive.getinfo("docProps/core.xml").file_size < 100_000:
        core = archive.read("docProps/core.xml")
        author = re.search(rb"<(?:dc:creator|cp:lastModifiedBy)>([^<]+)<", core)
        if author:
            what = f"tên người soạn '{author[1].decode('utf-8', 'replace')}'"
            return replace(info, problems=(problem("asset-metadata", "", name=name, what=what),))
    return info


def _pdf(info: AssetInfo, name: str, data: bytes) -> AssetInfo:
    active = re.search(rb"/(JavaScript|Launch|EmbeddedFile)\b", data)
    if active:
        return _refused("asset-active", name=name, what=active[1].decode())
    info = replace(info, scanned=is_scan(data))
    if re.search(rb"/Author\s*[(<]\s*[^)>\s]|<dc:creator>.{0,80}?<rdf:li[^>]*>[^<]", data, re.DOTALL):
        return replace(info, problems=(problem("asset-metadata", "", name=name, what="tên người soạn (Author)"),))
    return info
