"""Where the title of an article stands among its blocks."""

import re
from collections.abc import Sequence

from importers.news.blocks import Block
from importers.news.characters import one_line
from importers.news.chrome import is_tool
from importers.news.source import Source
from importers.news.stamps import byline, moment_in, split_title
from importers.values import bare

TITLE_LIMIT = 300
_TITLE_NAMES = re.compile(r"^(?:\w*[-_])?(?:title|tieu-?de|headline|ten-?bai)(?:[-_]\w*)?$|(?:title|tieude)$", re.IGNORECASE)
# What a portal calls itself: no title of an item.
_PORTAL = re.compile(r"(?:(?:cong|trang) (?:thong tin|ttdt|tt dt|chu|web|tin)|website|ubnd|uy ban nhan dan|dang uy|tin tuc|chi tiet(?: tin)?|home|untitled|trang chu|index|cong)\b.*")
_MENU = 40  # letters at most of each line of a menu
_TRAIL = re.compile(r"\s[>»›]\s")  # where in the portal a page stands
_SITE = re.compile(r"\s+(?:[-|–»:]{1,2}|::)\s+")


def is_portal(title: str) -> bool:
    """Whether a title is what a portal calls all its pages."""
    return len(title) <= 60 and bool(_PORTAL.fullmatch(bare(title)))


def told_title(source: Source) -> str:
    parts = _SITE.split(source.titles[0]) if source.titles else []
    return one_line(next((part for part in parts if not _PORTAL.fullmatch(bare(part))), parts[0] if parts else ""))


def title_place(blocks: Sequence[Block], source: Source) -> int:
    """Where the title stands: what the page says of itself, a heading of the first rank, what is marked as title or stands right
    above the moment, or the first line. Old portals call all their pages by the portal's name, or cut what they say."""
    wanted = {bare(part) for told in source.titles for part in (told, *_SITE.split(told)) if len(part) > 8}
    for place, block in enumerate(blocks):
        if block.kind in {"paragraph", "heading"} and (bare(block.text) in wanted or bare(split_title(one_line(block.text))[0]) in wanted):
            return place
    for name in ("h1", "h2"):
        ranked = [i for i, b in enumerate(blocks) if b.kind == "heading" and b.tag.name == name]
        if ranked and (name == "h1" or (len(ranked) == 1 and not source.whole) or ranked[0] == 0) and not (source.whole and _is_titled_above(blocks, ranked[0])):
            return ranked[0]
    if not source.whole and (place := _marked_title(blocks, wanted)) >= 0:
        return place
    first = _first_line(blocks)
    return -1 if first < 0 or source.titles or not _may_be_title(blocks[first]) else first


def _first_line(blocks: Sequence[Block]) -> int:
    return next((i for i, b in enumerate(blocks) if b.kind in {"paragraph", "heading"} and b.text.strip() and moment_in(one_line(b.text)) is None), -1)


def _may_be_title(block: Block) -> bool:
    text = one_line(block.text)
    return len(text) <= TITLE_LIMIT and not re.search(r"[.;:]$|\./\.$", text)


def _is_titled_above(blocks: Sequence[Block], heading: int) -> bool:
    """Whether the first line of a Word file is its title, and the first heading only that of a part."""
    first = _first_line(blocks)
    if first == heading or "ten-bai" in blocks[heading].names or "ten-bai" in blocks[heading].tag.get_attribute_list("class"):
        return False
    text = one_line(blocks[first].text)
    parts = sum(b.kind == "heading" and b.tag.name == blocks[heading].tag.name for b in blocks)
    return _may_be_title(blocks[first]) and (parts > 1 or not (text.isupper() and len(text) <= _MENU))  # the name of an agency


def _marked_title(blocks: Sequence[Block], wanted: set[str]) -> int:
    """The title of a page that says none of its own; -1 when no line is sure to be one."""
    lines = [i for i, b in enumerate(blocks[:60]) if b.kind in {"paragraph", "heading"} and len(one_line(b.text)) <= TITLE_LIMIT and not is_tool(b.text)]
    for i in lines:
        if any(len(told) > 20 and bare(blocks[i].text).startswith(told) for told in wanted):
            return i
    for i in lines:
        if len(blocks[i].text) > 15 and any(_TITLE_NAMES.search(name) for name in blocks[i].names) and not _PORTAL.fullmatch(bare(blocks[i].text)):
            return i
    for stamp in [i for i in lines if is_stamp(blocks[i])][:3]:
        above = [i for i in lines if i < stamp and not is_stamp(blocks[i]) and not _TRAIL.search(blocks[i].text)]
        # Above the title stand at most the lines of a menu; a lead between title and moment is none.
        if above and len(blocks[above[-1]].text) > (8 if blocks[above[-1]].bold else 15) and all(len(blocks[i].text) <= _MENU for i in above[:-1]) and not re.search(r"[.;:]$", blocks[above[-1]].text):
            return above[-1]
    return -1


def is_stamp(block: Block) -> bool:
    told = byline(block.text)
    return moment_in(one_line(block.text)) is not None or (told is not None and told[0] is not None)
