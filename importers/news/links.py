"""Links of a source: to the web they stay, to files beside the source they come along, to the old portal they are told."""

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from importers.news.blocks import Block
from importers.news.characters import one_line
from importers.news.notes import Notes, some
from importers.news.pictures import beside
from importers.news.source import Source
from plugins.model.text import slugify

FILES = frozenset({"pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "doc", "xls", "ppt", "zip", "csv"})
# Google Docs and Facebook lead every link past themselves.
_THROUGH = re.compile(r"https?://(?:www\.google\.com/url|l\.facebook\.com/l\.php)\?(.+)", re.IGNORECASE)
FILE_LIMIT = 30_000_000


def settle(blocks: Sequence[Block], source: Source, folder: str, notes: Notes) -> dict[str, Path]:
    """Every link made one that the site can keep. Returns path below ``content/`` → the file beside the source that goes there."""
    files: dict[str, Path] = {}
    far: list[str] = []
    lost: list[str] = []
    for block in blocks:
        for link in block.tag.find_all("a"):
            text, address = one_line(link.get_text()), re.sub(r"[\t\r\n]", "", str(link.get("href", ""))).strip()
            kept = _kept(address, source, folder, files)
            if kept and text:
                if _is_file(kept) and urlsplit(kept).scheme:
                    far.append(text)
                link["href"] = kept
                for name in [name for name in link.attrs if name != "href"]:
                    del link[name]
            else:
                if text and address and not address.startswith(("#", "javascript:")):
                    lost.append(text)
                link.unwrap()
    if far:
        notes.ask(f"{len(far)} tệp đính kèm còn ở trang cũ: {some(far)}. Tải về đặt vào tai-lieu/ rồi sửa liên kết")
    if lost:
        notes.ask(f"{len(lost)} liên kết không dùng được, chỉ giữ lại chữ: {some(lost)}")
    return files


def _is_file(address: str) -> bool:
    return urlsplit(address).path.rpartition(".")[2].lower() in FILES


def _kept(address: str, source: Source, folder: str, files: dict[str, Path]) -> str:
    """The address that a link may have on the site; empty for none."""
    if (through := _THROUGH.match(address)) is not None:
        address = next((target for name in ("q", "url", "u") for target in parse_qs(through[1]).get(name, ()) if target.startswith("http")), address)
    if re.match(r"(?:https?|mailto|tel):", address, re.IGNORECASE):
        return _quoted(address)
    file = beside(address, source)
    if file is not None and file.suffix.lower()[1:] in FILES and file.stat().st_size <= FILE_LIMIT:
        known = next((path for path, other in files.items() if other == file), "")
        stem = f"tai-lieu/{folder}{slugify(unquote(file.stem)) or 'tep'}"
        path = known or next(p for i in range(1, 10_000) if (p := f"{stem}{f'-{i}' if i > 1 else ''}{file.suffix.lower()}") not in files)
        files[path] = file
        return path
    if source.base and address and not re.match(r"[a-zA-Z][\w+.-]*:|#", address):
        joined = urljoin(source.base, address)
        return _quoted(joined) if urlsplit(joined).scheme in {"http", "https"} else ""
    return ""


def _quoted(address: str) -> str:
    """What would end an address in Markdown, as its code."""
    return re.sub(r"[\s()<>\"\\]", lambda m: f"%{ord(m[0]):02X}", address)


