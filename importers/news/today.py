"""Blocks in the letters of today: what an old font left is turned by its content, what nobody sees is taken out."""

import re
import unicodedata
from collections import Counter
from dataclasses import replace

from bs4 import Tag
from bs4.element import NavigableString

from importers.news.blocks import Block, text_of
from importers.news.characters import one_line, tidy
from importers.news.notes import Notes, some
from importers.news.oldcontent import Finding, finding
from importers.news.oldfonts import OldFont

# Vietnamese with its marks typed behind the letters (RFC 1456).
_VIQR = re.compile(r"\b(?:[A-Za-z'`?~.^(+]*(?:[aeo]\^|[ou]\+|a\()['`?~.]?[A-Za-z]*)")


def in_todays_letters(blocks: list[Block], notes: Notes) -> list[Block]:
    """The same blocks, clean. What was turned by its content alone is a guess, and told with examples."""
    removed = Counter[str]()
    known = _known(blocks)
    turned: list[tuple[str, str]] = []
    done = []
    for block in blocks:
        _join_marks(block.tag)
        found = finding(block.text, known)
        if found:
            turned.append((found.how, _sample(block, found)))
        _each_string(block.tag, found, removed)
        text = tidy(found.turn(block.text) if found else block.text) if block.kind in {"table", "heading"} else tidy(text_of(block.tag)).strip()
        done.append(replace(block, text=text))
    for how in dict.fromkeys(how for how, _ in turned):
        notes.guess(f"Chữ có vẻ là {how}, đã chuyển sang Unicode: {some(sample for h, sample in turned if h == how)}")
    if removed:
        composed = {name for name in removed if "NFD" in name}
        notes.change("Đã sửa ký tự: " + "; ".join(f"{'gộp' if name in composed else 'bỏ'} {count} {name}" for name, count in removed.items()))
    if any("\ufffd" in block.text for block in done):
        notes.ask("Bài có ký tự � (chữ bị mất): xem văn bản gốc và gõ lại")
    if sum(len(_VIQR.findall(block.text)) for block in done) >= 5:
        notes.ask("Chữ có vẻ gõ kiểu VIQR (tie^'ng Vie^.t), không tự chuyển: dùng bộ gõ (UniKey: Ctrl+Shift+F6) chuyển sang Unicode rồi nhập lại")
    if private := sorted({char for block in done for char in block.text if "\ue000" <= char <= "\uf8ff" and char != "\ue010"}):
        notes.ask(f"Bài có {len(private)} ký hiệu riêng của phông Word, có thể hiện thành ô vuông: thay bằng chữ thường")
    return done


def _known(blocks: list[Block]) -> OldFont | None:
    """An old font that at least three blocks show."""
    fonts = Counter(found.font for block in blocks if (found := finding(block.text)) and found.font)
    return next((font for font, count in fonts.most_common(1) if count >= 3), None)


def _sample(block: Block, found: Finding) -> str:
    return one_line(tidy(found.turn(block.text)))[:60]


def _join_marks(tag: Tag) -> None:
    """A mark that a run of its own cut off its letter, back behind it: bold that begins inside a syllable parts them."""
    last: NavigableString | None = None
    for string in list(tag.find_all(string=True)):
        text = str(string)
        rest = text.lstrip("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
        if last is not None and rest != text and str(last)[-1:] and unicodedata.category(str(last)[-1:])[0] in "LM":
            joined, left = NavigableString(str(last) + text[: len(text) - len(rest)]), NavigableString(rest)
            last.replace_with(joined)
            string.replace_with(left)
            last = left if rest else joined
        else:
            last = string


def _each_string(tag: Tag, found: Finding | None, removed: Counter[str]) -> None:
    for string in list(tag.find_all(string=True)):
        text = str(string)
        clean = tidy(found.turn(text) if found else text, removed)
        if clean != text:
            string.replace_with(NavigableString(clean))
