"""A QR code (ISO/IEC 18004) as a file. A quiet zone of four modules and level M are what a laminated board needs."""

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import segno

BORDER = 4
PNG_SCALE = 8


@dataclass(frozen=True, slots=True)
class Target:
    """Where a code leads: full address, and words for those who do not see it."""

    address: str
    title: str


def svg(target: Target) -> bytes:
    """Black on white in any colour scheme, as large as the page wants it, with a title."""
    return _save(target, kind="svg", title=target.title, light="#fff", svgclass=None, lineclass=None, omitsize=True)


def png(target: Target) -> bytes:
    """For posters made in other programs: eight pixels a module."""
    return _save(target, kind="png", scale=PNG_SCALE)


def _save(target: Target, **how: Any) -> bytes:
    out = io.BytesIO()
    _code(target.address).save(out, border=BORDER, **how)
    return out.getvalue()


@lru_cache(maxsize=64)
def _code(address: str) -> segno.QRCode:
    """Made once for both pictures. Level M is the least: a higher one is taken when it makes the code no larger."""
    return segno.make_qr(address, error="m")
