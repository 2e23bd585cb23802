"""Pictures of a source as clean originals: upright, at most 2,000 pixels, pixels alone (no EXIF, no GPS, no name).

Publishing makes the sizes and the WebP copies that readers get (``plugins/reading/pictures.py``); here only what lies in
``content/hinh-anh`` is made.
"""

import base64
import binascii
import io
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from PIL import Image, ImageOps

from importers.news.source import PICTURE, Source

WIDEST = 2000
SMALLEST = 40  # dots, lines and counters of old pages
PIXELS_LIMIT = 60_000_000
BYTES_LIMIT = 30_000_000
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, IndexError, Image.DecompressionBombError)
_DATA = re.compile(r"data:image/[\w.+-]+;base64,(.+)", re.DOTALL)


class Picture(NamedTuple):
    """A clean file and its ending; ``hidden`` tells what was left out."""

    data: bytes
    ending: str
    hidden: str = ""


class PictureRefused(Exception):
    """A picture that cannot be taken; the message says why, in Vietnamese."""


def bytes_of(address: str, source: Source) -> bytes | None:
    """The picture at an address: inside the source, inside the page, or in a file beside it. None for one elsewhere."""
    if address.startswith(PICTURE):
        return source.pictures.get(address)
    if match := _DATA.match(address):
        try:
            return base64.b64decode(re.sub(r"\s|%0A", "", match[1]), validate=True)
        except (binascii.Error, ValueError):
            return None
    file = beside(address, source)
    return file.read_bytes() if file is not None and file.stat().st_size <= BYTES_LIMIT else None


def beside(address: str, source: Source) -> Path | None:
    """A file that an address names in the folder of the source or below it; never one outside."""
    if source.folder is None or re.match(r"[a-zA-Z][\w+.-]+:|//|#", address) or not address.strip():
        return None
    name = unquote(address.split("?")[0].split("#")[0]).replace("\\", "/")
    try:
        folder = source.folder.resolve()
        file = (folder / name).resolve()
        inside = file.is_relative_to(folder) and file.is_file() and not (source.folder / name).is_symlink()
    except (OSError, ValueError, RuntimeError):
        return None
    return file if inside else None


def clean(data: bytes) -> Picture | None:
    """The picture as it may be kept; None for one too small to show anything. Raises :class:`PictureRefused`."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > PIXELS_LIMIT:
                raise PictureRefused(f"quá lớn ({image.width} × {image.height} điểm ảnh)")
            if max(image.size) < SMALLEST:
                return None
            if image.format in {"WMF", "EMF"}:
                raise PictureRefused("là ảnh vẽ của Word (EMF, WMF)")
            if getattr(image, "n_frames", 1) > 1 and image.format == "GIF":
                return Picture(data, "gif")
            return _saved(image)
    except PictureRefused:
        raise
    except _BROKEN as error:
        raise PictureRefused("hỏng, hoặc thuộc loại không đọc được") from error


def _saved(image: Image.Image) -> Picture:
    hidden = "tọa độ GPS" if 0x8825 in image.getexif() else "thông tin máy ảnh (EXIF)" if image.getexif() else ""
    kind = "JPEG" if image.format in {"JPEG", "MPO"} else "PNG"
    icc = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    if upright.mode not in {"RGB", "RGBA", "L", "P", "1"} or (kind == "JPEG" and upright.mode not in {"RGB", "L"}):
        upright = upright.convert("RGBA" if upright.has_transparency_data and kind == "PNG" else "RGB")
        icc = None if image.mode == "CMYK" else icc
    if image.format in {"BMP", "TIFF", "WEBP"} and not upright.has_transparency_data and upright.mode == "RGB":
        kind = "JPEG"
    if max(upright.size) > WIDEST:
        upright = upright.convert("RGB" if upright.mode in {"P", "1"} else upright.mode)
        upright.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
    bare = Image.new(upright.mode, upright.size)
    if upright.mode == "P":
        bare.putpalette(upright.getpalette() or [])
        if "transparency" in upright.info:
            bare.info["transparency"] = upright.info["transparency"]
    bare.paste(upright)
    out = io.BytesIO()
    options = {"quality": 90, "optimize": True} if kind == "JPEG" else {"optimize": True}
    bare.save(out, kind, icc_profile=icc, **options)
    return Picture(out.getvalue(), "jpg" if kind == "JPEG" else "png", hidden)
