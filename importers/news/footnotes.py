"""Footnotes of Word, of its .docx and of its pages and those of LibreOffice, as Markdown's own: a mark in the text, the note at the end."""

import re

from bs4 import BeautifulSoup, Tag

from importers.news.blocks import Block, blocks_of

_TARGET = re.compile(r"#_?(footnote|endnote|ftn|edn|sdfootnote|sdendnote)-?(\d+)(?:sym)?$")


def take_footnotes(body: Tag) -> list[Block]:
    """Blocks of the notes, in the order of their marks; the marks become elements that are written as ``[^1]``."""
    soup = BeautifulSoup("", "lxml")
    found: list[Block] = []
    numbers: dict[str, int] = {}
    for link in body.find_all("a", href=_TARGET):
        target = str(link["href"])[1:]
        note = _note(body, target, link)
        if note is None:
            continue
        if target not in numbers:
            numbers[target] = len(numbers) + 1
        mark = soup.new_tag("cchc-note", attrs={"data-n": str(numbers[target])})
        place = link.parent if link.parent is not None and link.parent.name == "sup" and len(link.parent.get_text(strip=True)) == len(link.get_text(strip=True)) else link
        place.replace_with(mark)
    for target in numbers:
        found.append(_taken(body, target, soup))
    for rest in body.find_all(["ol", "div"]):
        if not rest.decomposed and rest.find(True) is None and not rest.get_text(strip=True):
            rest.decompose()
    return found


def _note(body: Tag, target: str, link: Tag) -> Tag | None:
    """The element that holds a note: a list item of mammoth's, or the paragraph of Word's own anchor."""
    place = body.find(id=target) or body.find("a", attrs={"name": target})
    if not isinstance(place, Tag) or place is link:
        return None
    if place.name == "li":
        return place
    box = place.find_parent("div", id=re.compile(r"^(?:ftn|edn|sdfootnote|sdendnote)\d+$")) or place.find_parent("p")
    return box if isinstance(box, Tag) and link not in box.descendants else None


def _taken(body: Tag, target: str, soup: BeautifulSoup) -> Block:
    place = body.find(id=target) or body.find("a", attrs={"name": target})
    paragraph = soup.new_tag("p")
    if isinstance(place, Tag):
        box = place if place.name == "li" else place.find_parent("div", id=re.compile(r"^(?:ftn|edn|sdfootnote|sdendnote)\d+$")) or place.find_parent("p")
        for back in place.find_all("a", href=re.compile(r"^#[\w-]*(?:ref|anc$)")):
            back.decompose()
        if place.name == "a":
            place.decompose()
        if isinstance(box, Tag):
            for block in blocks_of(box):
                paragraph.extend([child.extract() for child in list(block.tag.children)])
                paragraph.append(" ")
            box.decompose()
    return Block("note", paragraph, paragraph.get_text().strip())
