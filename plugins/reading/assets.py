"""Pictures and documents: known kind, true content, no active part, no hidden personal data."""

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

from PIL import Image, ImageOps, UnidentifiedImageError

from plugins.model.problems import Problem, problem
from plugins.model.text import slugify
from plugins.reading.cache import Cache
from plugins.reading.engine import version
from plugins.workers import share_out

Image.MAX_IMAGE_PIXELS = 60_000_000
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
    """A file of the content as it will be published. ``size`` is that of the published bytes."""

    digest: str
    media_type: str
    size: int
    width: int = 0
    height: int = 0
    cleaned: bool = False
    problems: tuple[Problem, ...] = ()


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
    facts = (str(path), stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, version())
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
    return _document(info, name, end, data)


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
    box = re.search(rb"viewBox\s*=\s*[\"']\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)", data)
    return replace(info, width=round(float(box[1])), height=round(float(box[2]))) if box else info


def _picture(info: AssetInfo, name: str, data: bytes) -> AssetInfo:
    try:
        with Image.open(io.BytesIO(data)) as image:
            upright = ImageOps.exif_transpose(image) if image.format in {"JPEG", "WEBP"} else image
            width, height = upright.size
            hidden = _hidden(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return _refused("asset-content", name=name, kind=f".{ending(name)}")
    info = replace(info, width=width, height=height)
    if not hidden:
        return info
    told = problem("asset-cleaned", "", name=name, what=", ".join(hidden))
    return replace(info, size=len(clean_picture(data)), cleaned=True, problems=(told,))


def _hidden(image: Image.Image) -> list[str]:
    found = []
    exif = image.getexif()
    if exif:
        found.append("EXIF, tọa độ GPS" if 0x8825 in exif else "EXIF")
    texts = [key for key in image.info if key.lower() in {"comment", "xmp", "xml:com.adobe.xmp", "author", "description", "software", "photoshop"}]
    if texts or getattr(image, "text", None):
        found.append("ghi chú của máy ảnh hoặc phần mềm")
    return found


def clean_picture(data: bytes) -> bytes:
    """The same picture, upright, without EXIF, GPS, comments; the same bytes every time."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        upright = ImageOps.exif_transpose(image)
        bare = Image.new(upright.mode, upright.size)
        bare.paste(upright)
        if upright.mode == "P" and (palette := upright.getpalette()):
            bare.putpalette(palette)
        options = {"icc_profile": image.info["icc_profile"]} if "icc_profile" in image.info else {}
        if "transparency" in image.info:
            options["transparency"] = image.info["transparency"]
        quality = {"quality": 88} if image.format in {"JPEG", "WEBP", "AVIF"} else {"optimize": True}
        bare.save(out, format=image.format, **quality, **options)
    return out.getvalue()


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
    if re.search(rb"/Author\s*[(<]\s*[^)>\s]|<dc:creator>.{0,80}?<rdf:li[^>]*>[^<]", data, re.DOTALL):
        return replace(info, problems=(problem("asset-metadata", "", name=name, what="tên người soạn (Author)"),))
    return info
