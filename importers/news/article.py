"""An article among its blocks: title, moment, author, lead, picture and text, with the frame of the portal left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from importers.news.blocks import Block
from importers.news.characters import one_line
from importers.news.chrome import ends_article, is_tool
from importers.news.notes import Notes, some
from importers.news.source import Source
from importers.news.stamps import author_of, byline, moment_in, split_title
from importers.values import bare

TITLE_LIMIT, LEAD_LIMIT = 300, 1000
_BEGUN = 100  # letters of sentences after which an article has begun
_LEAD_NAMES = re.compile(r"sa-?po|lead\b|summary|trich-?(?:yeu|dan)|mo-?ta|intro|description|tom-?tat|news-?desc", re.IGNORECASE)
_TITLE_NAMES = re.compile(r"^(?:\w*[-_])?(?:title|tieu-?de|headline|ten-?bai)(?:[-_]\w*)?$|(?:title|tieude)$", re.IGNORECASE)
# What a portal calls itself: no title of an item.
_PORTAL = re.compile(r"(?:(?:cong|trang) (?:thong tin|ttdt|tt dt|chu|web|tin)|website|ubnd|uy ban nhan dan|dang uy|tin tuc|chi tiet(?: tin)?|home|untitled|trang chu|index|cong)\b.*")
_MENU = 40  # letters at most of each line of a menu
_TRAIL = re.compile(r"\s[>»›]\s")  # where in the portal a page stands
_SITE = re.compile(r"\s+(?:[-|–»:]{1,2}|::)\s+")


@dataclass
class Article:
    """What was found; ``blocks`` are the text, ``origin`` is the source that the article names."""

    title: str = ""
    date: datetime | None = None
    author: str = ""
    origin: str = ""
    summary: str = ""
    blocks: list[Block] = field(default_factory=list)


def article_of(blocks: list[Block], source: Source, notes: Notes) -> Article:
    """The article; its blocks are those between the frame's."""
    found = Article()
    blocks = _without_end(blocks, source, notes)
    place = _title_place(blocks, source)
    start = place + 1 if place >= 0 else 0
    if place >= 0:
        found.title, found.date = split_title(_title_text(blocks, place))
        before = blocks[:place]
    else:
        found.title, before = _told_title(source), []
    shown = [block for block in before if block.kind == "picture" or (place >= 0 and moment_in(one_line(block.text)) is None)] if source.whole else []
    rest = shown + _head(blocks[start:], found)
    if found.date is None:
        found.date = next((when for block in reversed(before[-6:]) for line in block.lines if (when := moment_in(line))), None)
    told = [when for said in source.dates if (when := moment_in(said))]
    if found.date is None or (found.date.hour, found.date.minute) == (0, 0):  # the head of a page knows the hour
        found.date = next((when for when in told if found.date is None or when.date() == found.date.date()), found.date)
    rest = _foot(rest, found, source)
    found.blocks = _lead(rest, found, source)
    return found


def _without_end(blocks: list[Block], source: Source, notes: Notes) -> list[Block]:
    """Blocks up to the lists and counters below the article, less the tools above it and at its end.

    Inside the text nothing is left out: "Liên hệ" may be a heading of the author's. A Word file has no frame at all.
    """
    if source.whole:
        return blocks
    written = 0
    kept: list[Block] = []
    left: list[str] = []
    for place, block in enumerate(blocks):
        if written > _BEGUN and block.kind != "table" and block.lines and ends_article(block.lines[0]):
            left += [line for other in blocks[place:] for line in other.lines[:1]]
            break
        if _is_tools(block, written > _BEGUN) or (_is_line(block) and block.linked > 0.9 and len(block.text) < 200 and not _is_file(block)):
            left += block.lines
            continue
        written += len(block.text) if len(block.text) > 40 and block.linked < 0.5 else 0
        kept.append(block)
    while kept and _is_tools(kept[-1], False):
        left += kept.pop().lines
    if left:
        notes.change(f"Đã bỏ phần khung của trang cũ: {some(left, 8)}")
    return kept


def _is_line(block: Block) -> bool:
    return block.kind in {"paragraph", "heading"} and bool(block.lines)


def _is_tools(block: Block, inside: bool) -> bool:
    """Nothing but tools of a portal; inside the text only as links."""
    return _is_line(block) and all(map(is_tool, block.lines)) and (not inside or block.linked > 0.5)


def _is_file(block: Block) -> bool:
    return any(re.search(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|odt|ods)(?:[?#].*)?$", str(a.get("href", "")), re.IGNORECASE) for a in block.tag.find_all("a"))


def _told_title(source: Source) -> str:
    parts = _SITE.split(source.titles[0]) if source.titles else []
    return one_line(next((part for part in parts if not _PORTAL.fullmatch(bare(part))), parts[0] if parts else ""))


def _title_place(blocks: Sequence[Block], source: Source) -> int:
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
    return next((i for i, b in enumerate(blocks) if b.kind in {"paragraph", "heading"} and b.text.strip()), -1)


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
    for stamp in [i for i in lines if _is_stamp(blocks[i])][:3]:
        above = [i for i in lines if i < stamp and not _is_stamp(blocks[i]) and not _TRAIL.search(blocks[i].text)]
        # Above the title stand at most the lines of a menu; a lead between title and moment is none.
        if above and len(blocks[above[-1]].text) > 15 and all(len(blocks[i].text) <= _MENU for i in above[:-1]) and not re.search(r"[.;:]$", blocks[above[-1]].text):
            return above[-1]
    return -1


def _is_stamp(block: Block) -> bool:
    told = byline(block.text)
    return moment_in(one_line(block.text)) is not None or (told is not None and told[0] is not None)


def _title_text(blocks: Sequence[Block], place: int) -> str:
    return one_line(blocks[place].text)


def _head(blocks: list[Block], found: Article) -> list[Block]:
    """Blocks below the title without its moment, its counter and its repetition."""
    place, skipped = 0, 0
    while place < len(blocks) and skipped < 6:
        block = blocks[place]
        line = one_line(block.text)
        when = moment_in(line) if block.kind in {"paragraph", "heading"} else None
        told = byline(block.text) if block.kind == "paragraph" and when is None else None
        if when is not None:
            found.date = found.date or when
        elif told is not None:
            found.date, found.author = found.date or told[0], found.author or told[1]
        elif not (block.kind in {"paragraph", "heading"} and (bare(line) == bare(found.title) or is_tool(line) or not bare(line))):
            below = next((i for i in range(place, min(place + 5, len(blocks))) if blocks[i].kind != "picture"), place)
            if block.kind != "picture" or not _is_stamp(blocks[below]):
                break
            blocks.insert(place, blocks.pop(below))
            continue
        place += 1
        skipped += 1
    return blocks[place:]


def _foot(blocks: list[Block], found: Article, source: Source) -> list[Block]:
    """Blocks without the lines that sign them: an author, a source, or a moment. Attached files stand below those, and stay."""
    files: list[Block] = []
    while not source.whole and len(blocks) > 1 and blocks[-1].kind == "paragraph" and _is_file(blocks[-1]) and len(blocks[-1].text) < 300:
        files.insert(0, blocks[-1])
        blocks = blocks[:-1]
    while blocks and blocks[-1].kind == "paragraph" and len(blocks) > 1:
        lines = blocks[-1].lines
        who, is_source = author_of(lines[-1]) if len(lines) == 1 else ("", False)
        when = moment_in(lines[-1]) if len(lines) == 1 and not source.whole else None
        if who and (is_source or not found.author) and not lines[-1].startswith("-") and not _is_in_a_list(blocks):
            if is_source:
                found.origin = found.origin or who
            else:
                found.author = who
        elif when is not None:
            found.date = found.date or when
        else:
            break
        blocks = blocks[:-1]
    if not found.author:
        found.author = next((who for told in source.authors if (who := author_of(told)[0])), "")
    return [*blocks, *files]


def _is_in_a_list(blocks: list[Block]) -> bool:
    """The last of several names below each other is none that signs."""
    last, before = (one_line(block.text) for block in (blocks[-1], blocks[-2]))
    return ":" not in last and ":" not in before and bool(author_of(before)[0])


def _lead(blocks: list[Block], found: Article, source: Source) -> list[Block]:
    """The lead goes to the front matter when the source marks it: by its class, by bold, or in the page's own description."""
    first = next((i for i, block in enumerate(blocks[:4]) if (block.kind in {"paragraph", "quote"} and len(block.text) > 40) or _is_sentence(block)), -1)
    if first < 0 or not any(b.kind in {"paragraph", "table"} for b in blocks[first + 1 :]):
        return blocks
    block = blocks[first]
    text = one_line(block.text)
    told = any(len(lead) > 40 and bare(text).startswith(bare(lead.rstrip(". …"))[:120]) for lead in source.leads)
    marked = block.bold or any(_LEAD_NAMES.search(name) for name in block.names) or _all_italic(block)
    if len(text) > LEAD_LIMIT or bare(text) == bare(found.title) or not (told or marked):
        return blocks
    found.summary = text
    return [*blocks[:first], *blocks[first + 1 :]]


def _is_sentence(block: Block) -> bool:
    """A lead that a portal calls a heading."""
    return block.kind == "heading" and len(block.text) > 80 and block.text.rstrip().endswith((".", "…"))


def _all_italic(block: Block) -> bool:
    return sum(len(i.get_text()) for i in block.tag.find_all(["em", "i"]) if i.find_parent(["em", "i"]) is None) >= 0.9 * len(block.text)


