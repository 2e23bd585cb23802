"""From an entry of the profile to the target: the library of a kind is imported only when that kind is used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.model import publishtargets as entries
from publishing.targets import config
from publishing.targets.contract import Target, TargetRefused

# Kinds whose library is no part of a plain installation.
EXTRA_OF = {"sftp": "deploy", "s3": "deploy"}


@dataclass(frozen=True, slots=True)
class Around:
    """What entries are read against: ``base`` is where relative paths of this machine begin."""

    base: Path
    state: Path
    environ: Mapping[str, str]
    author: str = ""  # of commits: ``name <address>``

    def place(self, typed: str) -> Path:
        path = Path(typed)
        if typed.startswith("~/"):
            path = Path(self.environ.get("HOME") or Path.home()) / typed[2:]
        return (self.base / path).absolute()

    def maybe(self, typed: str | None) -> Path | None:
        return self.place(typed) if typed else None


def target_of(name: str, entry: entries.Entry, around: Around) -> Target:
    """The configured target. Raises :class:`TargetRefused` when its library is not installed."""
    common: dict[str, Any] = {
        "name": name,
        "secrets": config.Secrets(name, around.environ),
        "state": around.state / "targets" / name,
        "address": entry.address or "",
    }
    try:
        return _MAKERS[entry.kind](entry, common, around)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("publishing"):
            raise
        raise TargetRefused(f"Nơi đăng '{name}' (kind = \"{entry.kind}\") cần thư viện {error.name}. Cài bằng: pip install -e '.[deploy]'") from error


def _folder(entry: entries.FolderEntry, common: dict[str, Any], around: Around) -> Target:
    from publishing.targets.folder import FolderCopyTarget

    return FolderCopyTarget(config.FolderConfig(**common, path=around.place(entry.path)))


def _ftp(entry: entries.FtpEntry, common: dict[str, Any], around: Around) -> Target:  # noqa: ARG001
    from publishing.targets.ftp import FtpTarget

    return FtpTarget(config.FtpConfig(**common, host=entry.host, user=entry.user, path=entry.path, port=entry.port))


def _ftps(entry: entries.FtpsEntry, common: dict[str, Any], around: Around) -> Target:
    from publishing.targets.ftp import FtpTarget

    more: dict[str, Any] = {"tls": True, "implicit": entry.implicit, "ca_file": around.maybe(entry.ca_file)}
    port = entry.port or (990 if entry.implicit else 21)
    return FtpTarget(config.FtpConfig(**common, **more, host=entry.host, user=entry.user, path=entry.path, port=port))


def _sftp(entry: entries.SftpEntry, common: dict[str, Any], around: Around) -> Target:
    from publishing.targets.sftp import SftpTarget

    return SftpTarget(config.SftpConfig(**common, **_shell(entry, around)))


def _rsync(entry: entries.RsyncEntry, common: dict[str, Any], around: Around) -> Target:
    from publishing.targets.rsync import RsyncTarget

    return RsyncTarget(config.RsyncConfig(**common, **_shell(entry, around)))


def _shell(entry: entries.SftpEntry | entries.RsyncEntry, around: Around) -> dict[str, Any]:
    keys = {"key_file": around.maybe(entry.key_file), "known_hosts": around.maybe(entry.known_hosts)}
    return {"host": entry.host, "user": entry.user, "path": entry.path, "port": entry.port, **keys}


def _s3(entry: entries.S3Entry, common: dict[str, Any], around: Around) -> Target:  # noqa: ARG001
    from publishing.targets.s3 import Layout, S3Target

    more: dict[str, Any] = {"bucket": entry.bucket, "prefix": entry.prefix, "endpoint": entry.endpoint or "", "region": entry.region}
    return S3Target(config.S3Config(**common, **more), Layout(entry.layout))


def _git(entry: entries.GitEntry, common: dict[str, Any], around: Around) -> Target:
    from publishing.targets.branch import BranchTarget

    # A folder is written as in site.toml, from where content/ lies; an address stays as it is.
    remote = str(around.place(entry.remote)) if entry.remote.startswith((".", "/")) else entry.remote
    given = config.BranchConfig(**common, remote=remote, branch=entry.branch, domain=entry.domain or "")
    return BranchTarget(given, around.author) if around.author else BranchTarget(given)


def _zip(entry: entries.ZipEntry, common: dict[str, Any], around: Around) -> Target:
    from publishing.targets.archive import ArchiveTarget

    return ArchiveTarget(config.ArchiveConfig(**common, file=around.place(entry.file)))


_MAKERS: dict[str, Callable[[Any, dict[str, Any], Around], Target]] = {
    "folder": _folder,
    "ftp": _ftp,
    "ftps": _ftps,
    "sftp": _sftp,
    "rsync": _rsync,
    "s3": _s3,
    "git": _git,
    "zip": _zip,
}
