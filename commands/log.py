"""``log``: who published when, what changed, and whether the log was tampered with."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from commands.session import DONE, REFUSED, fail
from plugins.model.dates import VIETNAM
from plugins.press.manifest import read_manifest
from publishing.folder import FolderTarget
from publishing.identity import files_id
from publishing.log import Read, read

_WORDS = {"publish": "đăng", "rollback": "quay lại bản trước"}
_FILES = {"added": "mới", "changed": "thay đổi", "removed": "bỏ"}
_NAMED = 5


def run(public: Path, last: int, everything: bool) -> int:
    """Show the newest events, oldest first; exit 1 when the chain is broken or the live release is in no line."""
    target = FolderTarget(public.absolute())
    try:
        found = read(target.state)
    except OSError as error:
        return fail(f"Không đọc được nhật ký ({error.strerror}: {error.filename}). Kiểm tra quyền đọc.")
    if not found.lines and not found.cut:
        click.echo(f"Chưa có nhật ký đăng của {public}.")
        return DONE
    for line in found.lines if everything else found.lines[-last:]:
        click.echo("\n".join(_told(line)))
    wrong = _wrong(found, target)
    if wrong:
        click.echo(wrong, err=True)
        return REFUSED
    if found.cut:
        click.echo("Chú ý: dòng cuối bị cắt giữa chừng khi ghi (máy dừng đột ngột); lượt đăng sau ghi lại.", err=True)
    click.echo(f"Nhật ký nguyên vẹn: {len(found.lines)} lượt.")
    return DONE


def _wrong(found: Read, target: FolderTarget) -> str:
    if found.broken:
        return (
            f"Nhật ký KHÔNG nguyên vẹn từ dòng {found.broken}: dòng này bị sửa, hoặc dòng trước nó bị sửa, bị xóa. "
            "Giữ nguyên tệp, so với bản sao lưu và tìm người đã sửa."
        )
    files = read_manifest(target.manifest)
    live = files_id(files) if files else ""
    if live and not found.cut and found.lines[-1].get("release") != live:
        return (
            f"Bản đang đăng ({live}) không phải bản ở dòng cuối của nhật ký ({found.lines[-1].get('release')}): "
            "dòng cuối bị xóa, hoặc lượt đăng vừa bị ngắt. Chạy make publish rồi xem lại."
        )
    return ""


def _told(line: Mapping[str, Any]) -> Iterator[str]:
    counts = line.get("counts") or {}
    what = _WORDS.get(str(line.get("what")), line.get("what", "?"))
    sums = ", ".join(f"{counts[kind]} {word}" for kind, word in _FILES.items() if counts.get(kind))
    yield f"#{line.get('n', '?')}  {_moment(line.get('when'))}  {line.get('who', '?')}  {what} bản {line.get('release', '?')}: {sums or 'không đổi tệp nào'}"
    for kind, word in _FILES.items():
        paths = (line.get("files") or {}).get(kind, [])
        # What pages are made of changes with them; a reader of the log looks for pages.
        pages = sorted(paths, key=lambda path: (not path.endswith(".html"), path))
        if pages:
            more = counts.get(kind, 0) - _NAMED
            yield f"      {word}: {', '.join(pages[:_NAMED])}{f' và {more} tệp nữa' if more > 0 else ''}"
    if line.get("urgent"):
        yield f"      ĐĂNG GẤP: {line['urgent']}"
    yield from (f"      bỏ qua: {fault}" for fault in line.get("passed", [])[:_NAMED])
    yield from (f"      chuyển hướng: {old} -> {new}" for old, new in sorted((line.get("moved") or {}).items()))
    if line.get("cut"):
        yield f"      (dòng này ghi lại sau khi {line['cut']} byte bị cắt giữa chừng)"


def _moment(typed: object) -> str:
    try:
        return f"{datetime.fromisoformat(str(typed)).astimezone(VIETNAM):%d/%m/%Y %H:%M:%S}"
    except ValueError:
        return "?"
