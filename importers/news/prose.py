"""Blocks as Markdown that an editor reads easily and that shows on the page exactly what the source showed."""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markdownify import MarkdownConverter

from importers.news.blocks import MARKER, Block
from importers.news.characters import one_line
from importers.news.grid import grid_of
from importers.news.numbering import DEEPER

_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]*[\w/=-]")
# Only what Markdown would take for a sign where it stands: an editor should meet few backslashes.
_SIGN = re.compile(r"[\\`*\[\]{]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#|\w+;)|!(?=\[)|~~~")
_LINE = re.compile(r"^(\s*)(#|>|\|)")
_RULE = re.compile(r"[-–—_=*~.\s]{3,}")  # a line drawn with signs
_UP = dict(zip("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", strict=True))
_PAGE = BeautifulSoup("", "lxml")  # makes new elements; holds none
_DOWN = dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True))


def escaped(text: str) -> str:
    """A line of text that Markdown shows as it is. Addresses stay whole."""
    parts, last = [], 0
    for address in _ADDRESS.finditer(text):
        parts += [_signs(text[last : address.start()]), address[0]]
        last = address.end()
    return _LINE.sub(r"\1\\\2", "".join([*parts, _signs(text[last:])]))


def _signs(text: str) -> str:
    return _SIGN.sub(lambda m: {"<": "&lt;", "&": "&amp;", "~~~": "&#126;~~"}.get(m[0], f"\\{m[0]}"), text)


class _Converter(MarkdownConverter):
    """markdownify with our signs, tables of one header row, and typed numbers."""

    def escape(self, text: str, _parents: set[str]) -> str:
        return escaped(text) if text else ""

    def convert_td(self, _el: Tag, text: str, **_: Any) -> str:
        return text

    convert_th = convert_td

    def convert_br(self, _el: Tag, _text: str, **_: Any) -> str:
        return "  \n"

    def convert_sup(self, _el: Tag, text: str, **_: Any) -> str:
        return _small(text, _UP, "sup")

    def convert_sub(self, _el: Tag, text: str, **_: Any) -> str:
        return _small(text, _DOWN, "sub")

    def convert_s(self, _el: Tag, text: str, **_: Any) -> str:
        return f"<s>{text.strip()}</s>" if text.strip() else ""

    convert_del = convert_strike = convert_s

    def convert_img(self, el: Tag, _text: str, **_: Any) -> str:
        alt = one_line(escaped(str(el.get("alt", "")))).replace("]", r"\]")
        return f"![{alt}]({el.get('src', '')})"

    def convert_cchc_note(self, el: Tag, _text: str, **_: Any) -> str:
        return f"[^{el.get('data-n')}]"

    def convert_table(self, el: Tag, _text: str, **_: Any) -> str:
        if el.find_parent("table") is not None:
            return ""  # the cell around it shows it as lines
        grid = grid_of(el, self._cell)
        lines = [f"**{title.replace('<br>', ' ')}**\n" for title in grid.titles if title]
        rows = [grid.header, ("---",) * len(grid.header), *grid.rows]
        return "\n\n" + "\n".join([*lines, *(f"| {' | '.join(cell or ' ' for cell in row)} |" for row in rows)]) + "\n\n"

    def _cell(self, cell: Tag) -> str:
        """A line for every paragraph and item of a cell; ``|`` made harmless."""
        lines = [one_line(line) for line in self.convert_soup(_only_lines(cell)).split("\n")]
        return re.sub(r"(?<!\\)\|", r"\|", "<br>".join(line for line in lines if line)).replace(r"\\|", r"\|")


def _only_lines(cell: Tag) -> Tag:
    """A cell whose paragraphs and items end with breaks; a table inside it becomes lines."""
    for inner in cell.find_all(["td", "th"]):
        for paragraph in inner.find_all(["p", "div"]):
            paragraph.insert_after(NavigableString(" " if paragraph.find_next_sibling() is not None else ""))
            paragraph.unwrap()
    for block in cell.find_all(["p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"]):
        block.append(_PAGE.new_tag("br"))
        if block.name == "li" and not MARKER.match(block.get_text()):
            number = len(block.find_previous_siblings("li")) + 1
            block.insert(0, NavigableString(f"{number}. " if block.parent is not None and block.parent.name == "ol" else "- "))
        block.name = "span"
    for block in cell.find_all(["table", "tbody", "thead", "ul", "ol", "td", "th", "blockquote"]):
        if block.name in {"td", "th"}:
            block.append(NavigableString("; " if block.get_text(strip=True) and (beside := block.find_next_sibling(["td", "th"])) is not None and beside.get_text(strip=True) else ""))
        block.unwrap()
    span = _PAGE.new_tag("span")
    for child in list(cell.children):
        span.append(child.extract())
    return span


def _small(text: str, signs: dict[str, str], tag: str) -> str:
    bare = text.strip()
    if not bare:
        return ""
    return "".join(signs[c] for c in bare) if all(c in signs for c in bare) else f"<{tag}>{bare}</{tag}>"


_CONVERTER = _Converter(heading_style="ATX", strong_em_symbol="*", sup_symbol="", sub_symbol="")


def markdown_of(block: Block, heading_level: int = 0) -> str:
    """One block as Markdown, without blank lines around; a drawn line is none."""
    if _RULE.fullmatch(block.text):
        return ""
    if block.kind == "heading":
        text = one_line(_CONVERTER.convert_soup(_renamed(block.tag, "span")))
        bare = re.sub(r"^[*]{2}(.*)[*]{2}$", r"\1", text)  # a heading is bold already
        return f"{'#' * (heading_level or 2)} {bare}"
    _typed_mark_first(block.tag)
    tag = block.tag.extract() if block.kind == "table" else block.tag  # out of the table that placed it on a page
    text = _CONVERTER.convert_soup(tag).strip("\n ")
    lines = [re.sub(r"(?<=\S)[ \u00a0]{2,}(?=\S)", " ", line.strip()) + "  " * line.endswith("  ") for line in text.split("\n")]
    if block.kind in {"paragraph", "quote"}:
        lines = [re.sub(rf"^({DEEPER}*)", lambda m: "  " * len(m[1]), line) for line in lines]
        lines = [re.sub(r"^(\s*)(?:[•*–—●▪◦·§]|o(?=  ))\s+", r"\1- ", line) if i == 0 else line for i, line in enumerate(lines)]
    text = "\n".join(lines).rstrip()
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if block.kind == "quote" else text


def _renamed(tag: Tag, name: str) -> Tag:
    tag.name = name
    return tag


def _typed_mark_first(tag: Tag) -> None:
    """``**1. Mục đích**`` becomes ``1. **Mục đích**``: a number inside bold would be no number to the site."""
    first = next((child for child in tag.children if isinstance(child, Tag) or str(child).strip()), None)
    deepest = first
    while isinstance(deepest, Tag) and deepest.name in {"strong", "b", "em", "i", "span", "u", "font"}:
        deepest = next((child for child in deepest.children if isinstance(child, Tag) or str(child).strip()), None)
    if deepest is first or not isinstance(deepest, NavigableString) or first is None:
        return
    text = str(deepest).lstrip()
    match = MARKER.match(text)
    if match and not re.match(r"\*\S", text):
        deepest.replace_with(NavigableString(text[match.end() :].lstrip()))
        first.insert_before(NavigableString(f"{match[0].rstrip()} "))
