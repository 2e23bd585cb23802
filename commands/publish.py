"""``publish``: read, judge, build beside, verify, switch. What was public stays until the switch."""

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
from pelican import Pelican

from commands.print_ import SHEETS, sheet_files
from commands.session import DONE, REFUSED, WRONG_USE, fail, settings_for, start, tell
from plugins.generator import Run
from plugins.model.problems import ContentRefused
from plugins.press.manifest import read_manifest, write_manifest
from plugins.press.press import AddressTwice, Release
from plugins.workers import default_workers, share_out
from publishing.folder import FolderTarget, TargetRefused, changes
from publishing.print.document import PrintRefused
from publishing.verify import Built, Fault, lost_anchors, verify

_PRINTED = re.compile(r"thu-tuc/(?:index|linh-vuc/[^/]+|[1-9]\.\d{6})\.html")


def run(content: Path, public: Path, now: str, gone: bool = False) -> int:
    """Publish one commune to one folder."""
    target = FolderTarget(public.absolute())
    began = time.monotonic()
    if content.resolve() == public.resolve() or content.resolve() in public.resolve().parents:
        return fail(f"Thư mục đăng '{public}' nằm trong thư mục nội dung. Chọn thư mục khác bằng PUBLIC=…")
    try:
        with target.locked():
            target.prepare()
            try:
                return _publish(content, target, now, began, gone)
            finally:
                target.discard()
    except TargetRefused as refused:
        return fail(str(refused))
    except OSError as error:
        return fail(f"Không ghi được ({error.strerror}: {error.filename}). Trang đang có giữ nguyên; kiểm tra chỗ trống và quyền ghi.")


def _publish(content: Path, target: FolderTarget, now: str, began: float, gone: bool) -> int:
    last = Release(target.public, read_manifest(target.manifest))
    circumstances = start(content, now, last)
    if circumstances is None:
        return WRONG_USE
    try:
        built = _build(content, target.staging, replace(circumstances, extra=((SHEETS, sheet_files(content)),)))
    except ContentRefused as refused:
        tell(refused.verdict, refused.problems)
        return REFUSED
    except AddressTwice as twice:
        return fail(f"Hai trang cùng một địa chỉ '{twice}'. Đổi slug của một trong hai.")
    except PrintRefused as refused:
        return fail(str(refused))
    verdict, release, base_path = built
    tell(verdict, verdict.problems)
    if release.folder == target.public:
        click.echo(f"Không có gì thay đổi. {_seconds(began)}", err=True)
        return DONE
    faults = [*_printed_and_gone(release, last, gone), *_verify(release, last, base_path)]
    if faults:
        _tell_faults(faults)
        return REFUSED
    _tell_strangers(target.strangers(last.files))
    write_manifest(target.manifest_next, release.files)
    target.switch()
    old, new = ({path: w.sha256 for path, w in r.files.items()} for r in (last, release))
    added, changed, removed = changes(old, new)
    click.echo(f"Đã đăng vào {target.public}: {len(new)} tệp ({added} mới, {changed} thay đổi, {removed} bỏ). {_seconds(began)}", err=True)
    return DONE


def _seconds(began: float) -> str:
    return f"({time.monotonic() - began:.1f} giây)".replace(".", ",")


def _build(content: Path, staging: Path, run: Run) -> tuple:  # type: ignore[type-arg]
    """Run Pelican with our one generator into the staging folder."""
    pelican = Pelican(settings_for(content, run, staging))
    done: dict = {}  # type: ignore[type-arg]
    pelican.settings["CCHC_DONE"] = done
    pelican.run()
    return done["verdict"], done["release"], done["verdict"].site.profile.base_path


def _printed_and_gone(release: Release, last: Release, allowed: bool) -> list[Fault]:
    """Addresses that stand on posted sheets and QR codes must lead somewhere for ever."""
    vanished = () if allowed else sorted(last.files.keys() - release.files.keys())
    what = "địa chỉ này đã in trên mã QR, không được mất: giữ tệp thủ tục với status: bãi bỏ, hoặc thêm dòng vào content/chuyen-huong.txt (cố ý bỏ: GONE=1)"
    return [Fault(path, what) for path in vanished if _PRINTED.fullmatch(path)]


def _verify(release: Release, last: Release, base_path: str) -> list[Fault]:
    paths = frozenset(release.files)
    fresh = {path for path, written in release.files.items() if last.files.get(path) != written}
    # A page that did not change can still lose the target of a link: then every page is looked at again.
    if last.files.keys() - paths or lost_anchors(last.folder, release.folder, fresh & last.files.keys()):
        fresh = set(paths)
    built = Built(release.folder, paths, fresh, base_path)

    def share(check: Callable[[str], list[Fault]], work: list[str]) -> list[list[Fault]]:
        return share_out(check, work, default_workers() if len(work) > 500 else 1)

    return verify(built, share)


def _tell_strangers(strangers: list[str]) -> None:
    """Files that somebody else put into the public folder go with the old release; they are named, not lost."""
    if strangers:
        names = ", ".join(strangers[:5]) + (" …" if len(strangers) > 5 else "")
        click.echo(f"Chú ý: {len(strangers)} tệp lạ trong thư mục đăng không được giữ lại ({names}); chúng nằm ở bản trước.", err=True)


def _tell_faults(faults: list[Fault]) -> None:
    for fault in faults[:50]:
        click.echo(f"{fault.path}: lỗi: {fault.what}", err=True)
    more = f" (thêm {len(faults) - 50} lỗi nữa)" if len(faults) > 50 else ""
    click.echo(f"Bản dựng có {len(faults)} lỗi{more}. Chưa đăng gì; trang đang có giữ nguyên.", err=True)
