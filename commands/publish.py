"""``publish``: read, judge, build beside, verify, guard, switch. What was public stays until the switch."""

import math
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click
from pelican import Pelican

from commands.deliver import deliver_all, entries_of, unknown_targets
from commands.judge import Case, judge, new_ids
from commands.moves import lines_to_add, write_moves
from commands.packing import plain, with_copies
from commands.print_ import SHEETS, sheet_files
from commands.record import after_switch, before_switch, refresh
from commands.sending import Sending
from commands.session import DONE, REFUSED, WRONG_USE, fail, report, settings_for, start, strict, tell
from commands.unchanged import Before, forget, remember
from plugins.generator import Built, Run
from plugins.model.problems import ContentChanged, ContentRefused
from plugins.press.manifest import read_manifest, write_manifest
from plugins.press.press import AddressTwice, Release
from publishing.folder import FolderTarget, TargetRefused, changes
from publishing.guard.fault import Fault, Kind, passed
from publishing.guard.ledger import ledger_of
from publishing.identity import files_id
from publishing.log import last_line, settle
from publishing.print.document import PrintRefused

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for. ``urgent`` is the reason, "" without one."""

    content: Path
    now: str
    gone: bool
    urgent: str
    sending: Sending
    before: Before | None = None


def run(
    content: Path, public: Path, now: str, gone: bool = False, urgent: str = "", sending: Sending = Sending(), before: Before | None = None  # noqa: B008 - frozen
) -> int:
    """Publish one commune to one folder, and from there to every target of its profile. ``before``: what goes in, as it was found."""
    target = FolderTarget(public.absolute())
    began = time.monotonic()
    asked = Asked(content, now, gone, " ".join(urgent.split()), sending, before)
    if content.resolve() == public.resolve() or content.resolve() in public.resolve().parents:
        return fail(f"Thư mục đăng '{public}' nằm trong thư mục nội dung. Chọn thư mục khác bằng PUBLIC=…")
    if public.resolve() in content.resolve().parents:
        return fail(f"Thư mục nội dung nằm trong thư mục đăng '{public}', nên sẽ bị thay cùng trang. Chọn thư mục khác bằng PUBLIC=…")
    if wrong := unknown_targets(content, sending):
        return fail(wrong)
    if asked.urgent and len(asked.urgent) < 5:
        return fail(f"Lý do đăng gấp '{asked.urgent}' quá ngắn. Ghi rõ, ví dụ URGENT=\"Thông báo sơ tán tránh bão số 5\"")
    try:
        with target.locked():
            target.prepare()
            settle(target.state, lambda: files_id(read_manifest(target.manifest)))
            forget(target.public)
            try:
                return _publish(asked, target, began)
            finally:
                target.discard()
    except TargetRefused as refused:
        return fail(str(refused))
    except OSError as error:
        return fail(f"Không ghi được ({error.strerror}: {error.filename}). Trang đang có giữ nguyên; kiểm tra chỗ trống và quyền ghi.")


def _publish(asked: Asked, target: FolderTarget, began: float) -> int:
    last = Release(target.public, read_manifest(target.manifest))
    case = _case(asked, target, last)
    if isinstance(case, int):
        return case
    if case.release.folder == target.public:
        refresh(case)
        click.echo(f"Không có gì thay đổi. {_seconds(began)}", err=True)
        return _remembered(asked, case, deliver_all(asked.content, target, last, asked.sending))
    (stopping, let), moves = _judged(asked, case)
    if moves and not stopping and not asked.sending.dry_run:
        # A rename is known now. It becomes content, and the site is built once more from that.
        stopping = write_moves(asked.content, moves, new_ids(case, moves), case.now)
        if not stopping:
            target.discard()
            again = _case(asked, target, last, first=False)
            if isinstance(again, int):
                return again
            case = again
            (stopping, let), _ = _judged(asked, case)
    if stopping:
        _tell_faults(stopping)
        return REFUSED
    _tell_passed(let)
    if asked.sending.dry_run:
        return _dry_run(asked, case, moves, began)
    return _go_public(asked, case, (let, moves), began)


def _judged(asked: Asked, case: Case) -> tuple[tuple[list[Fault], list[Fault]], dict[str, str]]:
    """What stops the release, what is let through, and what only moved."""
    faults, moves = judge(case)
    return passed(faults, bool(asked.urgent), asked.gone), moves


def _case(asked: Asked, target: FolderTarget, last: Release, first: bool = True) -> Case | int:
    """The build to be judged, or the exit code when there is none. The report of the gate is told once."""
    circumstances = start(asked.content, asked.now, plain(last))
    if circumstances is None:
        return WRONG_USE
    try:
        built = build(asked.content, target.staging, replace(circumstances, extra=((SHEETS, sheet_files(asked.content)),)))
    except ContentRefused as refused:
        tell(refused.verdict, refused.problems)
        return REFUSED
    except ContentChanged as changed:
        return fail(f"Tệp '{changed}' bị sửa trong lúc dựng. Lưu xong rồi chạy lại; trang đang có giữ nguyên.")
    except AddressTwice as twice:
        return fail(f"Hai trang cùng một địa chỉ '{twice}'. Đổi slug của một trong hai.")
    except PrintRefused as refused:
        return fail(str(refused))
    if first:
        tell(built.verdict, built.verdict.problems)
    release = with_copies(built.release, last, target.staging, built.site.profile.server)
    before = last_line(target.state)
    hurried = bool(before.get("urgent") and before.get("passed"))
    ledger = ledger_of(built.site, circumstances.now)
    return Case(asked.content, target, built.site, built.verdict, release, last, circumstances.now, ledger, hurried)


def build(content: Path, staging: Path, run: Run) -> Built:
    """Run Pelican with our one generator into the staging folder. Raises :class:`ContentRefused`, :class:`ContentChanged`, :class:`AddressTwice`."""
    with strict():
        pelican = Pelican(settings_for(content, run, staging))
        pelican.run()
    built: Built = pelican.settings["CCHC_BUILT"]
    return built


def _go_public(asked: Asked, case: Case, done: tuple[list[Fault], dict[str, str]], began: float) -> int:
    target, release = case.target, case.release
    let, moves = done
    _tell_strangers(target.strangers(case.last.files))
    before_switch(case, let, {"urgent": asked.urgent, "gone": asked.gone, "moved": moves})
    write_manifest(target.manifest_next, release.files)
    target.switch()
    click.echo(f"Đã đăng vào {target.public}: {_counted(case)}. {_seconds(began)}", err=True)
    after_switch(case)
    return _remembered(asked, case, deliver_all(asked.content, target, Release(target.public, release.files), asked.sending))


def _remembered(asked: Asked, case: Case, ended: int) -> int:
    """A plain publish to the folder alone can be known to be the same next time. A place elsewhere must be asked each time."""
    if asked.before and ended == DONE and not entries_of(asked.content):
        fixed = asked.now or os.environ.get("NOW") or os.environ.get("SOURCE_DATE_EPOCH")
        due = case.verdict.due.timestamp() if case.verdict.due else math.inf
        valid = (0.0, math.inf) if fixed else (case.now.timestamp(), due)
        remember(asked.before, case.target.public, valid, report(case.verdict, case.verdict.problems))
    return ended


def _counted(case: Case) -> str:
    old, new = ({path: w.sha256 for path, w in r.files.items()} for r in (case.last, case.release))
    added, changed, removed = changes(old, new)
    return f"{len(new)} tệp ({added} mới, {changed} thay đổi, {removed} bỏ)"


def _dry_run(asked: Asked, case: Case, moves: Mapping[str, str], began: float) -> int:
    for line in lines_to_add(moves):
        click.echo(f"Sẽ thêm vào chuyen-huong.txt: {line}", err=True)
    click.echo(f"Xem trước, chưa đăng gì. Bản mới: {_counted(case)}. {_seconds(began)}", err=True)
    return deliver_all(asked.content, case.target, case.release, asked.sending)


def _seconds(began: float) -> str:
    return f"({time.monotonic() - began:.1f} giây)".replace(".", ",")


def _tell_strangers(strangers: list[str]) -> None:
    """Files that somebody else put into the public folder go with the old release; they are named, not lost."""
    if strangers:
        names = ", ".join(strangers[:5]) + (" …" if len(strangers) > 5 else "")
        click.echo(f"Chú ý: {len(strangers)} tệp lạ trong thư mục đăng không được giữ lại ({names}); chúng nằm ở bản trước.", err=True)


def _tell_faults(faults: list[Fault]) -> None:
    for fault in faults[:_SHOWN]:
        click.echo(f"{fault.path}: lỗi: {fault.what}", err=True)
        if fault.remedy:
            click.echo(f"      → {fault.remedy}", err=True)
    more = f" (thêm {len(faults) - _SHOWN} lỗi nữa)" if len(faults) > _SHOWN else ""
    click.echo(f"Bản dựng có {len(faults)} lỗi{more}. Chưa đăng gì; trang đang có giữ nguyên.", err=True)


def _tell_passed(faults: list[Fault]) -> None:
    for fault in faults[:_SHOWN]:
        why = "GONE=1" if fault.kind is Kind.LOSS else "URGENT"
        click.echo(f"{fault.path}: bỏ qua vì {why}: {fault.what}", err=True)
