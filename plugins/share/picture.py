"""The picture of a post: title, unit and date on the unit's colours, 1200 × 630 pixels (what Facebook and Zalo show whole).

Text is composed (NFC) and set by Pillow's basic layout: Vietnamese letters stand in fonts whole, so it looks the same on
machines with and without Raqm. A font that lacks one of the letters is refused rather than shown with boxes.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from plugins.model.colours import palette
from plugins.model.text import nfc

WIDTH, HEIGHT = 1200, 630
MARGIN, BAND, FOOT = 72, 104, 88
LARGEST, SMALLEST, STEP = 80, 40, 4
LEADING = 1.36  # from the marks above Ễ to the one below ự
INK, MUTED, GROUND, WHITE = "#17202a", "#46525f", "#ffffff", "#ffffff"
# Letters that a font for Vietnamese must have, the rarest first.
PROOF = "ỮữỄễẴẵỘộĐđƯươƠ–…“”"
_NAMES = {"bold": ("BeVietnamPro-Bold.ttf", "NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf"), "plain": ("BeVietnamPro-Medium.ttf", "NotoSans-Regular.ttf", "DejaVuSans.ttf")}


class NoFont(Exception):
    """No font of this machine can show Vietnamese."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the picture; ``date`` may be empty."""

    title: str
    unit: str
    date: str
    site: str
    primary: str
    accent: str


def png(card: Card) -> bytes:
    """The picture. Raises :class:`NoFont`."""
    colours = palette(card.primary, card.accent)
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, BAND), fill=colours.primary)
    draw.rectangle((0, BAND, WIDTH, BAND + 8), fill=colours.accent)
    _fitted(draw, card.unit, (MARGIN, BAND // 2), WIDTH - 2 * MARGIN, 40, WHITE, "lm")
    font, lines = _title(draw, nfc(card.title))
    leading = round(font.size * LEADING)
    top, bottom = BAND + 8, HEIGHT - FOOT
    begin = top + (bottom - top - leading * len(lines)) // 2
    for number, line in enumerate(lines):
        draw.text((MARGIN, begin + leading * number + leading // 2), line, fill=INK, font=font, anchor="lm")
    draw.line((MARGIN, HEIGHT - FOOT, WIDTH - MARGIN, HEIGHT - FOOT), fill="#cbd3db", width=2)
    _fitted(draw, card.date, (MARGIN, HEIGHT - FOOT // 2), 380, 30, MUTED, "lm")
    _fitted(draw, card.site, (WIDTH - MARGIN, HEIGHT - FOOT // 2), WIDTH - 2 * MARGIN - 400, 30, MUTED, "rm")
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _title(draw: ImageDraw.ImageDraw, title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which the whole title fits; the smallest, cut, when none do."""
    room = HEIGHT - FOOT - BAND - 60
    for size in range(LARGEST, SMALLEST - 1, -STEP):
        font = font_of("bold", size)
        lines = wrapped(title.split(), WIDTH - 2 * MARGIN, partial(draw.textlength, font=font))
        if len(lines) * round(size * LEADING) <= room:
            return font, lines
    most = room // round(SMALLEST * LEADING)
    return font, [*lines[: most - 1], f"{lines[most - 1].rstrip(' ,;:.–-')}…"]


def wrapped(words: Iterable[str], width: float, length: Callable[[str], float]) -> list[str]:
    """Lines no longer than ``width`` as ``length`` measures them; a word that is longer alone is broken."""
    lines = [""]
    for word in words:
        rest = word
        while length(rest) > width:
            fits = next(count for count in range(len(rest) - 1, 0, -1) if length(rest[:count]) <= width)
            lines += [rest[:fits]]
            rest = rest[fits:]
        joined = f"{lines[-1]} {rest}".strip()
        if length(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(rest)
    return [line for line in lines if line]


def _fitted(draw: ImageDraw.ImageDraw, text: str, place: tuple[int, int], width: int, size: int, colour: str, anchor: str) -> None:
    """One line, its letters small enough for the width."""
    line, kind = nfc(text), "bold" if size > 30 else "plain"
    while size > 18 and draw.textlength(line, font=font_of(kind, size)) > width:
        size -= 2
    draw.text(place, line, fill=colour, font=font_of(kind, size), anchor=anchor)


def font_of(kind: str, size: int) -> ImageFont.FreeTypeFont:
    """A font that has every Vietnamese letter: the one of the printed sheets, else one of the system."""
    for name in _NAMES[kind]:
        for place in (*_packed(name), name):
            try:
                font = ImageFont.truetype(place, size, layout_engine=ImageFont.Layout.BASIC)
            except OSError:
                continue
            if shows(font, PROOF):
                return font
    raise NoFont


def _packed(name: str) -> Sequence[str]:
    """The file in the font package that printing uses, where that is installed."""
    try:
        folder = Path(import_module("fontpkg_be_vietnam_pro").__file__ or "").parent / "files"
    except ImportError:
        return ()
    return (str(folder / name),) if (folder / name).is_file() else ()


def shows(font: ImageFont.FreeTypeFont, text: str) -> bool:
    """Whether a font has a shape of its own for every letter."""
    missing = bytes(font.getmask("\U000f0000"))
    return all(bytes(font.getmask(letter)) != missing for letter in set(text) if not letter.isspace())
