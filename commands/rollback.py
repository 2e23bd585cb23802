"""``rollback``: the last good release again, here in one switch, then at every target that can."""

import os
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from commands.deliver import deliver_all, entries, unknown_targets
from commands.sending import Sending
from commands.session import WRONG_USE, fail
from plugins.model.now import build_now
from plugins.press.manifest import Written, read_manifest, write_manifest
from plugins.press.press import Release
from publishing.folder import FolderTarget, TargetRefused
from publishing.identity import files_id
from publishing.log import Event, begin, changed_files, settle, who
from publishing.rollback import Choice, choose, put_back


def run(content: Path, public: Path, sending: Sending, resend: bool) -> int:
    """Put the release before the present one back. ``resend``: only bring the present one to the targets again."""
    target = FolderTarget(public.absolute())
    if wrong := unknown_targets(content, sending):
        return fail(wrong)
    if not target.state.is_dir():
        return fail(f"Chưa từng đăng vào {public}. Chỉ ra thư mục đăng bằng PUBLIC=…")
    try:
        with target.locked():
            target.recover()
            settle(target.state, lambda: files_id(read_manifest(target.manifest)))
            if not resend:
                _go_back(target, time.monotonic())
            return _deliver(content, target, sending)
    except TargetRefused as refused:
        return fail(str(refused))
    except OSError as error:
        return fail(f"Không ghi được ({error.strerror}: {error.filename}). Chạy lại make rollback; kiểm tra chỗ trống và quyền ghi.")


def _go_back(target: FolderTarget, began: float) -> None:
    choice = choose(target, lambda path: entries(read_manifest(path)))
    if choice.damaged:
        click.echo(f"Chú ý: bỏ qua {len(choice.damaged)} bản gần hơn vì tệp trong đó đã bị sửa hoặc hỏng.", err=True)
    write_manifest(target.manifest_next, _written(choice))
    begin(target.state, _event(choice, read_manifest(target.manifest)))
    put_back(target, choice)
    _log(target, choice)
    seconds = f"{time.monotonic() - began:.1f}".replace(".", ",")
    click.echo(
        f"Đã đặt lại bản trước vào {target.public}: {len(choice.files)} tệp. ({seconds} giây) "
        "Chạy make rollback lần nữa để lùi thêm một bản; make publish đăng lại nội dung hiện có.",
        err=True,
    )


def _log(target: FolderTarget, choice: Choice) -> None:
    """The site has gone back, whatever happens here: asking for the rollback again would go one release too far."""
    try:
        settle(target.state, lambda: files_id(choice.files))
    except OSError as error:
        click.echo(f"Chú ý: chưa ghi xong nhật ký ({error.strerror}: {error.filename}); lượt đăng sau ghi bù.", err=True)


def _event(choice: Choice, public: Mapping[str, Written]) -> Event:
    old, new = ({path: one.sha256 for path, one in files.items()} for files in (public, choice.files))
    files = changed_files(old, new)
    return Event("rollback", build_now({}), who(os.environ), files_id(choice.files), files["added"], files["changed"], files["removed"])


def _written(choice: Choice) -> Mapping[str, Written]:
    """The rows of its own manifest; without one, rows that make the next build write every page anew."""
    folder = choice.release.folder
    kept = read_manifest(choice.release.manifest)
    return kept or {path: Written("", e.size, e.sha256, (folder / path).stat().st_mtime_ns) for path, e in choice.files.items()}


def _deliver(content: Path, target: FolderTarget, sending: Sending) -> int:
    code = deliver_all(content, target, Release(target.public, read_manifest(target.manifest)), replace(sending, back=True))
    if code == WRONG_USE:
        names = "".join(f" TARGET={name}" for name in sending.names[:1])
        click.echo(f"Trang ở máy này đã lùi. Nơi nào chưa gửi được, gửi lại bằng: make rollback RESEND=1{names} (không lùi thêm).", err=True)
    return code
