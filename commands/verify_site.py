"""``verify-site``: is what is served what was published? Exit 0, 1 when it is not, 2 when it cannot be told; for cron."""

import os
from collections.abc import Iterable
from pathlib import Path

import click

from commands.deliver import desk_of, entries, entries_of, open_target, records_of, unknown_targets
from commands.record import server_rules
from commands.sending import Sending
from commands.session import DONE, REFUSED, fail
from plugins.model.publishtargets import Entry as TargetEntry
from plugins.press.manifest import read_manifest
from publishing.audit import Findings, Place, audit, folder_place
from publishing.auditweb import audit_web
from publishing.folder import FolderTarget
from publishing.localrelease import Signed
from publishing.records import Records
from publishing.signing import Signer, Untrusted, check
from publishing.signingkey import FILE as KEY_FILE
from publishing.signingkey import VARIABLE, signer
from publishing.targets.contract import MANIFEST, TargetRefused
from publishing.web import Web, web

_SHOWN = 200


def run(content: Path, public: Path, name: str, url: str) -> int:
    """With a name: that target, every file. With an address: as readers see it. With neither: the public folder itself."""
    target = FolderTarget(public.absolute())
    if wrong := unknown_targets(content, Sending((name,) if name else ())):
        return fail(wrong)
    try:
        return _tell(_look(content, target, name, url))
    except TargetRefused as refused:
        return fail(str(refused))
    except OSError as error:
        return fail(f"Không đọc được ({error.strerror}: {error.filename}). Kiểm tra quyền của tệp.")


def _look(content: Path, target: FolderTarget, name: str, url: str) -> Findings:
    known = entries_of(content)
    if name and not url:
        return _look_at_target(content, target, name, known[name])
    if url:
        with web(url) as site:
            expected = _published(target, name or _name_of(url, known)) or _told_by(site, _signer(target))
            return audit_web(expected.manifest, expected.signed, site)
    here = _published(target, "")
    if here is None:
        raise TargetRefused(f"Chưa từng đăng vào {target.public}. Chỉ ra nơi cần kiểm tra bằng PUBLIC=…, TARGET=… hoặc URL=…")
    return audit(here.manifest, here.signed, folder_place(target.public), server_rules(target.state))


def _look_at_target(content: Path, target: FolderTarget, name: str, entry: TargetEntry) -> Findings:
    with open_target(name, entry, content, target.state).open() as session:
        expected = _published(target, name) or _checked(session.manifest(), _signer(target))
        return audit(expected.manifest, expected.signed, Place(session.listing, session.read, session.manifest), server_rules(target.state))


def _published(target: FolderTarget, name: str) -> Signed | None:
    """What should be served: what was sent there last, else the release of this machine; None when neither is known."""
    if not target.manifest.exists():
        return None
    desk = desk_of(target, keep=False)  # no lock is held here: a publisher may be at work
    if name and (held := Records(records_of(target.state, name), desk.signer.key).held()):
        return held
    release = desk.release(target.public, entries(read_manifest(target.manifest)))
    return Signed(release.manifest, release.signed)


def _signer(target: FolderTarget) -> Signer:
    """The key, when there is one: a new one could check nothing."""
    if not os.environ.get(VARIABLE) and not (target.state / KEY_FILE).is_file():
        raise TargetRefused(f"Máy này chưa từng đăng trang nên không có gì để so. Chạy trên máy đã đăng, hoặc đặt {VARIABLE} là khóa ký của máy đó.")
    return signer(target.state, os.environ)


def _told_by(site: Web, ours: Signer) -> Signed:
    answer = site.get(MANIFEST)
    return _checked(answer.body if answer.status == 200 else None, ours)


def _checked(signed: bytes | None, ours: Signer) -> Signed:
    """The manifest that lies at the target itself; it cannot show that an older site was put back."""
    if signed is None:
        raise TargetRefused(f"Nơi này không có bản kê {MANIFEST}, máy này cũng không có. Chạy trên máy đã đăng trang.")
    try:
        manifest = check(signed, ours.key)
    except Untrusted as untrusted:
        raise TargetRefused(f"Bản kê ở nơi này {untrusted.why.value} nên không so được: trang có thể đã bị thay. Chạy trên máy đã đăng trang.") from None
    click.echo(f"Chú ý: so với bản kê ở chính nơi này, số {manifest.number}, làm lúc {manifest.made:%H:%M %d/%m/%Y}; nếu bản cũ bị dựng lại thì không thấy được.", err=True)
    return Signed(manifest, signed)


def _name_of(url: str, known: dict[str, TargetEntry]) -> str:
    """The target whose public address this is."""
    return next((name for name, entry in known.items() if entry.address and entry.address.rstrip("/") == url.rstrip("/")), "")


def _tell(found: Findings) -> int:
    for label, paths in (("đã sửa", found.changed), ("mất", found.missing), ("lạ", found.injected), ("không đọc được", found.unseen)):
        _list(label, paths)
    for notice in found.notices:
        click.echo(notice, err=True)
    if found.honest:
        click.echo(f"Đúng như đã đăng: {found.looked} tệp.", err=True)
        return DONE
    counts = f"{len(found.changed)} tệp bị sửa, {len(found.missing)} tệp mất, {len(found.injected)} tệp lạ, {len(found.unseen)} tệp không đọc được"
    click.echo(f"KHÔNG đúng như đã đăng: {counts}. Xem docs/dang-len-may-chu.md#khi-trang-bị-sửa", err=True)
    return REFUSED


def _list(label: str, paths: Iterable[str]) -> None:
    rows = [f"{label}: {''.join(c if c.isprintable() else '?' for c in path)}" for path in paths]
    if rows:
        more = [f"{label}: … và {len(rows) - _SHOWN} tệp nữa"] if len(rows) > _SHOWN else []
        click.echo("\n".join(rows[:_SHOWN] + more))
