"""A QR code (ISO/IEC 18004) as a file. A quiet zone of four modules and level M are what a laminated board needs."""

import io
from dataclasses import dataclass
from functools import lru_cache

import segno
from PIL import Image

BORDER = 4
PNG_SCALE = 8


@dataclass(frozen=True, slots=True)
class Target:
    """Where a code leads: full address, and words for those who do not see it."""

    address: str
    title: str


def svg(target: Target) -> bytes:
    """Black on white in any colour scheme, as large as the page wants it, with a title."""
    out = io.BytesIO()
    _code(target.address).save(out, border=BORDER, kind="svg", title=target.title, light="#fff", svgclass=None, lineclass=None, omitsize=True)
    return out.getvalue()


def png(target: Target) -> bytes:
    """For posters made in other programs: eight pixels a module. Pillow writes it ten times as fast as segno does."""
    rows = [bytes(0 if dark else 255 for dark in row) for row in _code(target.address).matrix_iter(border=BORDER)]
    image = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows)).convert("1")
    out = io.BytesIO()
    image.resize((len(rows) * PNG_SCALE, len(rows) * PNG_SCALE), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue()


@lru_cache(maxsize=64)
def _code(address: str) -> segno.QRCode:
    """Made once for both pictures. Level M is the least: a higher one is taken when it makes the code no larger."""
    return segno.make_qr(address, error="m")
