"""``share``: the text and the picture of one item for Zalo and Facebook."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from commands.session import DONE, REFUSED, WRONG_USE, fail, settings_for, start, tell
from plugins.generator import judge
from plugins.model.dates import short_date
from plugins.model.problems import ContentRefused
from plugins.model.site import Record, Site
from plugins.model.text import nearest, nfc
from plugins.share.picture import Card, NoFont, png
from plugins.share.text import post


def run(content: Path, out: Path, typed: str, now: str) -> int:
    """Write ``<name>.txt`` and ``<name>.png`` of one public item, and show the text."""
    circumstances = start(content, now)
    if circumstances is None:
        return WRONG_USE
    try:
        site = judge(settings_for(content, circumstances), circumstances)[0].site
    except ContentRefused as refused:
        tell(refused.verdict, refused.problems)
        return REFUSED
    item = found(site, typed, content) if site else None
    if site is None or item is None:
        return fail(f"Không có bài đang đăng nào là '{typed}'. {_hint(site, typed)}")
    try:
        picture = png(card_of(site, item))
        text = text_of(site, item)
    except NoFont:
        return fail("Chưa vẽ được hình: máy này không có phông chữ đủ dấu tiếng Việt. Cài gói Debian fonts-noto-core, hoặc chạy make print một lần để tải phông Be Vietnam Pro.")
    except ValueError:
        return fail("Địa chỉ của bài quá dài để chia sẻ. Rút ngắn slug của bài.")
    try:
        out.mkdir(parents=True, exist_ok=True)
        stem = item.path.removesuffix(".html").replace("/", "-")
        (out / f"{stem}.txt").write_text(f"{text}\n", encoding="utf-8", newline="\n")
        (out / f"{stem}.png").write_bytes(picture)
    except OSError as error:
        return fail(f"Không ghi được ({error.strerror}: {error.filename}). Kiểm tra chỗ trống và quyền ghi của thư mục '{out}'.")
    click.echo(text)
    click.echo(f"Đã ghi {out / stem}.txt ({len(text)} ký tự) và {out / stem}.png (1200 × 630 điểm ảnh).", err=True)
    return DONE


def _items(site: Site) -> list[Record]:
    return [one for one in site.records if one.path]


def found(site: Site, typed: str, content: Path) -> Record | None:
    """The item of a content path, of an address of the site with or without its domain, or of the last part of either."""
    wanted = unquote(nfc(typed)).replace("\\", "/").partition("#")[0].strip().rstrip("/")
    base = site.profile.base_path
    path = urlsplit(wanted).path.lstrip("/") if "://" in wanted else wanted.removeprefix("./")
    names = {path, path.removeprefix(base.lstrip("/")), path.removeprefix(f"{content.as_posix().rstrip('/')}/"), path.removeprefix("content/")}
    items = _items(site)
    whole = [one for one in items if {one.path, one.source_path} & names]
    short = [one for one in items if path in {one.path.rpartition("/")[2].removesuffix(".html"), one.source_path.rpartition("/")[2]}]
    return next(iter(whole), short[0] if len(short) == 1 else None)


def _hint(site: Site | None, typed: str) -> str:
    names = [one.source_path for one in _items(site)] if site else []
    near = nearest(typed, names)
    told = f"Có phải ITEM={near}?" if near else f"Ví dụ ITEM={names[0]}." if names else "Chưa có bài nào."
    return f"{told} Bài nháp, hẹn giờ, hết hạn thì chưa có gì để chia sẻ."


def card_of(site: Site, item: Record) -> Card:
    """What the picture of an item shows."""
    profile = site.profile
    day = getattr(item, "date", None) or getattr(item, "answered", None)
    parts = urlsplit(profile.site.domain)
    return Card(item.title, profile.unit.name, short_date(day) if day else "", f"{parts.netloc}{parts.path}", profile.colours.primary, profile.colours.accent)


def text_of(site: Site, item: Record) -> str:
    """The text of its post."""
    profile = site.profile
    summary = getattr(item, "summary", "") or getattr(item, "description", "")
    return post(item.title, summary, f"{profile.site.domain}/{item.path}", profile.share.hashtags)
