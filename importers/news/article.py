"""An article among its blocks: title, moment, author, lead, picture and text, with the frame of the portal left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from importers.news.blocks import Block
from importers.news.characters import one_line
from importers.news.chrome import ends_article, is_tool
from importers.news.headline import is_portal, is_stamp, title_place, told_title
from importers.news.notes import Notes, some
from importers.news.source import Source
from importers.news.stamps import author_of, byline, moment_in, moment_of_place, split_title
from importers.values import bare

LEAD_LIMIT = 1000
_BEGUN = 100  # letters of sentences after which an article has begun
_LEAD_NAMES = re.compile(r"sa-?po|lead\b|summary|trich-?(?:yeu|dan)|mo-?ta|intro|description|tom-?tat|news-?desc", re.IGNORECASE)


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
    place = title_place(blocks, source)
    start = place + 1 if place >= 0 else 0
    if place >= 0:
        found.title, found.date = split_title(_title_text(blocks, place))
        before = blocks[:place]
    else:
        found.title, before = told_title(source), []
        if is_portal(found.title):
            notes.ask(f"Tiêu đề “{found.title}” có vẻ là tên của trang cũ, không phải của bài: sửa lại")
    shown = [block for block in before if block.kind == "picture" or (place >= 0 and moment_in(one_line(block.text)) is None)] if source.whole else []
    rest = shown + _head(blocks[start:], found)
    if found.date is None:
        found.date = next((when for block in reversed(before[-6:]) for line in block.lines if (when := moment_in(line))), None)
    told = [when for said in source.dates if (when := moment_in(said))]
    if found.date is None or (found.date.hour, found.date.minute) == (0, 0):  # the head of a page knows the hour
        found.date = next((when for when in told if found.date is None or when.date() == found.date.date()), found.date)
    if found.date is None:
        found.date = next((when for block in rest[-6:] for line in block.lines if (when := moment_of_place(line))), None)
    rest = _foot(rest, found, source)
    if not source.whole and len(rest) > 4 and sum(block.linked * len(block.text) for block in rest) > 0.6 * sum(len(block.text) for block in rest) and not any(map(_is_file, rest)):
        notes.ask("Bài gần như chỉ có liên kết: có vẻ là trang danh sách tin, không phải một bài")
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


def _title_text(blocks: Sequence[Block], place: int) -> str:
    return one_line(blocks[place].text)


def _head(blocks: list[Block], found: Article) -> list[Block]:
    """Blocks below the title without its moment, its counter and its repetition."""
    place, skipped = 0, 0
    while place < len(blocks) and skipped < 6:
        block = blocks[place]
        line = one_line(block.text)
        when = moment_in(line) if block.kind in {"paragraph", "heading"} else None
        told = (byline(block.text) if block.kind == "paragraph" else None) or ((when, "") if when is not None else None)
        if told is not None:
            found.date, found.author = found.date or when or told[0], found.author or told[1]
        elif not (block.kind in {"paragraph", "heading"} and (bare(line) == bare(found.title) or is_tool(line) or not bare(line))):
            below = next((i for i in range(place, min(place + 5, len(blocks))) if blocks[i].kind != "picture"), place)
            if block.kind != "picture" or not is_stamp(blocks[below]):
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
    while not source.whole and len(blocks) > 2 and _is_scrap(blocks[-1]) and any(_signs(block) for block in blocks[-4:-1]):
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


def _is_scrap(block: Block) -> bool:
    """A word or two below a signature: a button of a portal that nobody knows here."""
    line = one_line(block.text)
    return block.kind in {"paragraph", "heading"} and len(line) <= 40 and not author_of(line)[0] and moment_in(line) is None


def _signs(block: Block) -> bool:
    """A line that names an author with a label, or in bold or slanted letters."""
    line = one_line(block.text)
    return bool(author_of(line)[0]) and not line.startswith("-") and (":" in line or block.bold or _all_italic(block))


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


