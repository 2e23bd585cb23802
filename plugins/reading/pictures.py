"""Pictures as they are published: pixels alone, upright, at most 1280 wide, in sRGB; and WebP copies for narrow screens.

No original is published. What moves (GIF, APNG, WebP, AVIF) keeps its frames and loses its notes; SVG is none of these.
The same source gives the same bytes: encoders get fixed options and one thread. AVIF copies were tried and left: at a
speed that a build can pay (46 ms for 800 × 600) they are no smaller than WebP.
"""

import io
import warnings
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageFile, features
from PIL import __version__ as pillow

from plugins.reading import moving

# The widest file of a picture; it keeps the picture's own address, and is what old browsers, feed readers and Facebook get.
WIDEST = 1280
# Widths of the WebP copies. A browser takes the first that has a pixel for each of the screen's: 320 for thumbnails (104 to
# 160 wide, twice); 700 for the column of text, which is 328 to 343 wide on cheap phones (twice) and 648 on a desk; then all.
LADDER = (320, 700, WIDEST)
# The longest side that WebP can have.
_WEBP_SIDE = 16_383
# What decoding may cost. A JPEG is shrunk while it is decoded, so more of it is bearable.
MOST_PIXELS = 60_000_000
MOST_PIXELS_JPEG = 120_000_000
BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, IndexError)

PICTURE, MOVING, WEBP = "picture", "moving-", "webp-"

_FORMATS = {"MPO": "JPEG"}  # a JPEG of a phone, with more pictures behind the first
_MOVES = frozenset({"GIF", "PNG", "WEBP", "AVIF"})
_TURNS = frozenset({"JPEG", "WEBP"})
_NOTES = frozenset({"comment", "xmp", "xml:com.adobe.xmp", "author", "description", "software", "photoshop"})
_ORIENTATION, _GPS = 0x0112, 0x8825
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SAVE: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 80, "optimize": True},
    "PNG": {"compress_level": 7},
    "GIF": {"optimize": True},
    "WEBP": {"quality": 80, "method": 2},
    "AVIF": {"quality": 60, "speed": 8, "max_threads": 1},
}
_EXACT: dict[str, Any] = {"lossless": True, "quality": 50, "method": 1}
_LOSSY: dict[str, Any] = {"quality": 75, "method": 1}
_DRAWN = 4096  # colours
Image.MAX_IMAGE_PIXELS = MOST_PIXELS_JPEG


class TooManyPixels(Exception):
    """A picture that would take the memory of the machine; carries its pixels and the most that are let in."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture as it will be published: pixels, bytes, widths of its WebP copies, how it is made, and what is left out."""

    width: int
    height: int
    size: int
    widths: tuple[int, ...]
    made: str
    hidden: tuple[str, ...]


def look(data: bytes) -> Seen:
    """Decode a picture to its end. Raises one of :data:`BROKEN` when that fails, and :class:`TooManyPixels`."""
    with _opened(data) as image:
        hidden = _hidden(image)
        if _is_moving(image):
            _all_frames(image)
            made = f"{MOVING}{image.format}" if hidden else ""
            kept = _without_notes(data, image.format or "") if hidden else data
            return Seen(*image.size, len(kept), (), made, hidden)
    base = base_of(data)
    return Seen(*base.size, len(_saved(base)), widths_of(*base.size), PICTURE, hidden)


def is_picture(data: bytes) -> bool:
    """Whether the data begins like a picture at all."""
    try:
        with Image.open(io.BytesIO(data)):
            return True
    except (*BROKEN, Image.DecompressionBombError):
        return False


def widths_of(width: int, height: int) -> tuple[int, ...]:
    """Widths of the WebP copies of a picture of this size; none is wider than the picture, and a thumbnail has none."""
    widest = min(width, LADDER[-1])
    if widest <= LADDER[0] or height * widest > _WEBP_SIDE * width:
        return ()
    return (*(step for step in LADDER if step * 1.15 < widest), widest)


def make(data: bytes, made: str, base: Image.Image | None = None) -> bytes:
    """The published bytes of a picture; ``base`` is :func:`base_of` the data, where it is at hand."""
    if made.startswith(MOVING):
        return _without_notes(data, made.removeprefix(MOVING))
    whole = base or base_of(data)
    return _webp(whole, int(made.removeprefix(WEBP))) if made.startswith(WEBP) else _saved(whole)


@lru_cache(maxsize=1)
def encoder() -> str:
    """Changes with what makes the bytes of a picture: this file, Pillow, and the libraries that it was built with."""
    libraries = [features.version(name) for name in ("libjpeg_turbo", "jpg", "webp", "avif", "littlecms2", "zlib")]
    return blake2b(repr((pillow, libraries)).encode() + Path(__file__).read_bytes(), digest_size=16).hexdigest()


def _opened(data: bytes) -> Image.Image:
    # WeasyPrint, which prints the sheets, sets this for its whole process: half a picture would pass for a whole one.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(io.BytesIO(data))
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise TooManyPixels(0, MOST_PIXELS_JPEG) from error
    pixels, most = image.width * image.height, MOST_PIXELS_JPEG if _format(image) == "JPEG" else MOST_PIXELS
    if pixels > most:
        raise TooManyPixels(pixels, most)
    return image


def _format(image: Image.Image) -> str:
    return _FORMATS.get(image.format or "", image.format or "")


def _is_moving(image: Image.Image) -> bool:
    return image.format in _MOVES and getattr(image, "n_frames", 1) > 1


def _all_frames(image: Image.Image) -> None:
    for frame in range(getattr(image, "n_frames", 1)):
        image.seek(frame)
        image.load()


def _hidden(image: Image.Image) -> tuple[str, ...]:
    found = []
    exif = image.getexif()
    if exif:
        found.append("EXIF, tọa độ GPS" if _GPS in exif else "EXIF")
    if getattr(image, "text", None) or any(str(key).lower() in _NOTES for key in image.info):
        found.append("ghi chú của máy ảnh hoặc phần mềm")
    return tuple(found)


def base_of(data: bytes) -> Image.Image:
    """Upright, in sRGB, not wider than :data:`WIDEST`; its ``format`` is that of the source."""
    with _opened(data) as image:
        kind, icc = _format(image), image.info.get("icc_profile", b"")
        typed = image.getexif().get(_ORIENTATION, 1) if kind in _TURNS else 1
        turn = typed if typed in _UPRIGHT else 1
        across = 1 if turn > 4 else 0  # which side of the stored picture is its width
        if kind == "JPEG":  # shrunk by 2, 4 or 8 while it is decoded; told by the width alone, which decides
            image.draft(None, (1, WIDEST) if across else (WIDEST, 1))
        image.load()
        size = _shown(image.size, across)
        shrunk = image.size != size
        # A palette survives only where no pixel is made anew.
        keeps = kind in {"PNG", "GIF"} and not shrunk and not icc
        made = image.copy() if keeps else _plain(image)
        if shrunk:
            made = made.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)
        made = made.transpose(_UPRIGHT[turn]) if turn in _UPRIGHT else made
        made = _in_srgb(made, icc)
        made.info = {key: value for key, value in made.info.items() if key == "transparency" and keeps}
        made.format = kind
        return made


def _shown(stored: tuple[int, int], across: int) -> tuple[int, int]:
    """Size of a stored picture when that side is at most :data:`WIDEST`."""
    width, height = stored[across], stored[1 - across]
    if width > WIDEST:
        width, height = WIDEST, max(1, round(height * WIDEST / width))
    return (height, width) if across else (width, height)


def _plain(image: Image.Image) -> Image.Image:
    """As RGB, RGBA or grey of eight bits."""
    if image.mode in {"RGB", "L", "RGBA"} and "transparency" not in image.info:
        return image.copy()
    if image.mode in {"P", "PA", "LA", "RGBA", "RGB", "L"} and image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # sixteen bits
        return image.convert("I").point(lambda value: value / 257).convert("L")
    return image.convert("L" if image.mode == "1" else "CMYK" if image.mode == "CMYK" else "RGB")


def _in_srgb(image: Image.Image, icc: bytes) -> Image.Image:
    """Colours of another profile (a phone's Display P3, a printer's CMYK) as sRGB, which browsers assume without one."""
    if icc and image.mode in {"RGB", "RGBA", "CMYK"}:
        wanted = "RGB" if image.mode == "CMYK" else image.mode
        try:
            profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
            turned = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode=wanted)
        except (ImageCms.PyCMSError, OSError, ValueError):
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB") if image.mode == "CMYK" else image


def _saved(base: Image.Image) -> bytes:
    """The file that stands at the picture's own address, in the format of its source."""
    out = io.BytesIO()
    kind = base.format or "PNG"
    image = base.convert("RGB") if kind == "JPEG" and base.mode not in {"RGB", "L"} else base
    image.save(out, kind, **_SAVE[kind])
    return out.getvalue()


def _webp(base: Image.Image, width: int) -> bytes:
    """A WebP copy. A drawing, of few colours still when it is shrunk, is kept exactly and is the smaller for it."""
    out = io.BytesIO()
    image = _plain(base)
    image.info = {}
    if width < image.width:
        image = image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.HAMMING, reducing_gap=2.0)
    drawn = base.format in {"PNG", "GIF"} and image.getcolors(_DRAWN) is not None
    image.save(out, "WEBP", **(_EXACT if drawn else _LOSSY))
    return out.getvalue()


def _without_notes(data: bytes, kind: str) -> bytes:
    """A moving picture with every frame as it is. Pillow would write frames anew, and others than there were."""
    if kind == "AVIF":
        with _opened(data) as image:
            out = io.BytesIO()
            image.info = {}
            image.save(out, kind, save_all=True, **_SAVE[kind])
            return out.getvalue()
    return {"GIF": moving.gif, "PNG": moving.png, "WEBP": moving.webp}[kind](data)
