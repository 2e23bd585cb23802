"""Delivery: from the local folder to every target that ``site.toml`` names. Libraries of targets load only when there is one."""

import os
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.environment import need
from commands.sending import Sending
from commands.session import DONE, WRONG_USE, fail
from plugins.filters import size
from plugins.model.now import build_now
from plugins.model.profile import PROFILE
from plugins.model.publishtargets import Entry as TargetEntry
from plugins.model.publishtargets import read_targets
from plugins.press.manifest import Written
from plugins.press.press import Release
from publishing.folder import FolderTarget
from publishing.log import who
from publishing.targets.contract import Changes, Entry, Progress, Promise, Target, TargetRefused
from publishing.targets.contract import Release as SignedRelease

if TYPE_CHECKING:
    from publishing.deliver import Delivery, Order
    from publishing.localrelease import Desk

_SHOWN = 50  # paths of a dry run
_STEP = 100  # files between two lines in a log


def entries_of(content: Path) -> dict[str, TargetEntry]:
    """The targets of a profile; none when it cannot be read, which the gate tells."""
    return read_targets(_table(content) or {}, PROFILE)[0]


def _table(content: Path) -> Mapping[str, Any] | None:
    """What stands under ``publish``; None when the profile cannot be read."""
    try:
        table = tomllib.loads((content / PROFILE).read_bytes().decode("utf-8-sig")).get("publish", {})
    except (OSError, ValueError, RecursionError):
        return None
    return table if isinstance(table, dict) else None


def unknown_targets(content: Path, sending: Sending) -> str:
    """What to tell when a target is asked for that the profile does not name; empty when all is well, or for the gate to tell."""
    known = _table(content) if sending.names else None
    wrong = [name for name in sending.names if known is not None and name not in known]
    if not wrong:
        return ""
    names = ", ".join(known or ()) or "chưa có nơi nào"
    return f"Không có nơi đăng '{wrong[0]}' trong site.toml (đang có: {names}). Sửa TARGET=…, hoặc thêm bảng [publish.{wrong[0]}] vào site.toml."


def deliver_all(content: Path, target: FolderTarget, release: Release, sending: Sending) -> int:
    """Bring the release to every target asked for; one that fails does not stop the others. Called with the lock held."""
    chosen = {name: entry for name, entry in entries_of(content).items() if name in (sending.names or (name,))}
    if not chosen:
        return DONE
    try:
        desk = desk_of(target, keep=not sending.dry_run)
        signed = desk.release(release.folder, entries(release.files))
    except TargetRefused as refused:
        return fail(f"Chưa gửi đến nơi nào. {refused}")
    except OSError as error:
        return fail(f"Chưa gửi đến nơi nào, vì không ghi được ({error.strerror}: {error.filename}). Kiểm tra chỗ trống và quyền rồi chạy lại.")
    told = [_one(name, entry, (content, target.state), _order(desk, signed, name, sending), sending.back) for name, entry in chosen.items()]
    click.echo("\n".join(["Các nơi đăng:", *(f"  {line}" for line, _ in told)]), err=True)
    return DONE if all(good for _, good in told) else WRONG_USE


def entries(files: Mapping[str, Written]) -> dict[str, Entry]:
    return {path: Entry(written.size, written.sha256) for path, written in files.items()}


def desk_of(target: FolderTarget, keep: bool = True) -> "Desk":
    from publishing.localrelease import Desk
    from publishing.signingkey import signer

    return Desk(target.state, signer(target.state, os.environ), build_now({}), keep)


def open_target(name: str, entry: TargetEntry, content: Path, state: Path) -> Target:
    """The target, with its library; raises :class:`TargetRefused`. Paths of this machine begin where content/ lies."""
    from publishing.targets.registry import EXTRA_OF, Around, target_of

    if entry.kind in EXTRA_OF:
        need(EXTRA_OF[entry.kind])
    return target_of(name, entry, Around(content.absolute().parent, state, os.environ))


def records_of(state: Path, name: str) -> Path:
    return state / "delivered" / name


def _order(desk: "Desk", signed: SignedRelease, name: str, sending: Sending) -> "Order":
    from publishing.deliver import Order
    from publishing.records import Records

    key = desk.signer.key
    return Order(
        release=signed,
        key=key,
        owner=f"{who(os.environ)} pid {os.getpid()}",
        records=Records(records_of(desk.state, name), key),
        renumber=lambda above: desk.release(signed.folder, signed.manifest.files, above),
        takeover=sending.takeover,
        dry_run=sending.dry_run,
    )


def _one(name: str, entry: TargetEntry, around: tuple[Path, Path], order: "Order", back: bool) -> tuple[str, bool]:
    """One line about one target, and whether all is well there. ``around``: content/ and the local state."""
    from publishing.deliver import deliver

    try:
        place = open_target(name, entry, *around)
        if back and place.promise is Promise.HANDED_OVER:
            return f"{name}: không lùi được, vì tệp đã bàn giao; báo nơi nhận dùng lại tệp trước, hoặc sửa nội dung rồi chạy make publish.", True
        done = deliver(place, order, lambda changes: _watch(name, changes))
    except TargetRefused as refused:
        return f"{name}: KHÔNG gửi được. {refused}", False
    except OSError as error:
        return f"{name}: KHÔNG gửi được. Lỗi đọc, ghi trên máy này ({error.strerror}: {error.filename}). Kiểm tra chỗ trống và quyền.", False
    if done.dry_run:
        _list(name, done.changes)
    return f"{name}: {_summary(done)}{''.join(f' Chú ý: {notice}' for notice in done.notices)}", True


def _summary(done: "Delivery") -> str:
    if done.up_to_date:
        return "đã có đúng bản này, không phải gửi gì."
    will = "sẽ" if done.dry_run else "đã"
    dropped = f", bỏ {len(done.changes.drop)} tệp" if done.changes.drop else ""
    return f"{will} gửi {len(done.changes.put)} tệp ({size(done.changes.size)}){dropped}; bản số {done.number}."


def _list(name: str, changes: Changes) -> None:
    rows = [*(f"+ {path}" for path in changes.put), *(f"- {path}" for path in changes.drop)]
    more = [f"… và {len(rows) - _SHOWN} tệp nữa"] if len(rows) > _SHOWN else []
    click.echo("\n".join([f"{name}:", *(f"  {row}" for row in rows[:_SHOWN] + more)]))


@contextmanager
def _watch(name: str, changes: Changes) -> Iterator[Progress]:
    """A bar on a terminal; a line for every hundred files in a log."""
    if sys.stderr.isatty():
        with click.progressbar(length=max(changes.size, 1), label=f"Gửi đến {name}", file=sys.stderr) as bar:
            yield lambda _path, sent: bar.update(sent)
        return
    files, sent_so_far = 0, 0

    def count(_path: str, sent: int) -> None:
        nonlocal files, sent_so_far
        files, sent_so_far = files + 1, sent_so_far + sent
        if files % _STEP == 0:
            click.echo(f"{name}: {files}/{len(changes.put)} tệp, {size(sent_so_far)}", err=True)

    yield count
