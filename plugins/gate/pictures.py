"""Which files of the content are published, and the markup of a picture in a body."""

import html as htmllib
import re
from collections.abc import Collection, Iterator, Mapping

from plugins.model.page import Asset
from plugins.model.prose import ROOT_MARK, webp_path
from plugins.reading.assets import AssetInfo, published_path
from plugins.reading.pictures import WEBP

# The column of text is 40.5rem wide, or the screen without its margins (theme/static/css/layout.css).
COLUMN = "(min-width: 44rem) 40.5rem, calc(100vw - 2rem)"
_COLUMN_WIDTH = 648
# A first picture that begins behind this many characters of HTML is below the first screen of a phone.
FIRST_SCREEN = 900
_SOURCE = re.compile(rf" src=\"{ROOT_MARK}([^\"]*)\"")
_OURS = re.compile(r" (width|height|loading|decoding)=\"([^\"]*)\"")


def published_assets(used: Collection[str], shown: Collection[str], infos: Mapping[str, AssetInfo]) -> Iterator[Asset]:
    """Every file that is published of those ``used``: one at its own address, and the WebP copies of those ``shown`` in a page."""
    for source in sorted(used):
        info, path = infos[source], published_path(source)
        if not info.digest:
            continue
        yield Asset(path, source, info.digest, info.made)
        for width in info.widths if source in shown else ():
            yield Asset(webp_path(path, width), source, info.digest, f"{WEBP}{width}")


def with_copies(tag: str, sizes: Mapping[str, AssetInfo], first: bool) -> str:
    """An ``<img>`` of a body with its size and its WebP copies; only the ``first`` one of a page is loaded at once."""
    source = _SOURCE.search(tag)
    info = sizes.get(htmllib.unescape(source[1])) if source else None
    if source is None or info is None:
        return tag
    typed = dict(_OURS.findall(tag))
    width, height = _size(typed.get("width", ""), typed.get("height", ""), info)
    size = f' width="{width}" height="{height}"' if width else ""
    how = ' fetchpriority="high"' if first else ' loading="lazy"'
    picture = f'{_OURS.sub("", tag)[:-1]}{size}{how} decoding="async">'
    if not info.widths:
        return picture
    copies = ", ".join(f"{ROOT_MARK}{webp_path(source[1], step)} {step}w" for step in info.widths)
    slot = COLUMN if width >= _COLUMN_WIDTH else f"{width}px"
    return f'<picture><source type="image/webp" srcset="{copies}" sizes="{slot}">{picture}</picture>'


def _size(width: str, height: str, info: AssetInfo) -> tuple[int, int]:
    """What was typed, in pixels and in the picture's own proportion; else the picture's own size."""
    if not info.width or not info.height:
        return (int(width), int(height)) if width.isdecimal() and height.isdecimal() else (0, 0)
    if width.isdecimal() and 0 < int(width) <= info.width:
        return int(width), max(1, round(info.height * int(width) / info.width))
    if height.isdecimal() and 0 < int(height) <= info.height and not width:
        return max(1, round(info.width * int(height) / info.height)), int(height)
    return info.width, info.height
