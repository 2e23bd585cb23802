"""What each kind of target is told: frozen settings from ``site.toml``; secrets are looked up only when used."""

import netrc
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from publishing.targets.contract import TargetRefused


@dataclass(frozen=True, slots=True)
class Secrets:
    """Secrets of one target: the environment, then netrc. Never shown: no secret is in a repr, a message or a log."""

    name: str
    environ: Mapping[str, str] = field(repr=False)

    def variable(self, what: str) -> str:
        """Name of the environment variable: ``CCHC_<NAME>_<WHAT>``, as messages tell it."""
        return f"CCHC_{self.name}_{what}".upper().replace("-", "_")

    def get(self, what: str) -> str | None:
        """``what`` is PASSWORD, PASSPHRASE, KEY_ID, SECRET_KEY or TOKEN; None when it is not set."""
        return self.environ.get(self.variable(what)) or None

    def login(self, host: str) -> tuple[str, str] | None:
        """User and password for a host from ``$NETRC`` or ``~/.netrc``; the default entry is not taken."""
        place = Path(self.environ.get("NETRC") or Path(self.environ.get("HOME") or Path.home()) / ".netrc")
        if not place.is_file():
            return None
        try:
            found = netrc.netrc(str(place)).hosts.get(host)
        except (OSError, UnicodeError, netrc.NetrcParseError) as error:
            raise TargetRefused(f"Không đọc được tệp netrc {place}. Kiểm tra cách viết và quyền của tệp (chmod 600).") from error
        return (found[0], found[2]) if found and found[2] else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetConfig:
    """What all kinds have. ``state``: a folder on this machine for this target alone, made when it is needed."""

    name: str
    secrets: Secrets
    state: Path
    address: str = ""  # public address of the site there, for verify-site; empty when not told


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderConfig(TargetConfig):
    """``path``: the folder of the releases, on this machine or on a mounted share; a web server serves ``current`` in it."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FtpConfig(TargetConfig):
    """``path``: the folder of the site at the server, ``/`` at its start. Password: PASSWORD, else netrc."""

    host: str
    user: str
    path: str
    port: int = 21
    tls: bool = False  # kind = "ftps": explicit TLS (AUTH TLS) for commands and data
    implicit: bool = False  # TLS from the first byte, usually port 990
    ca_file: Path | None = None  # certificate of the server or of its issuer, when no public one signed it

    def password(self) -> str | None:
        if own := self.secrets.get("PASSWORD"):
            return own
        login = self.secrets.login(self.host)
        return login[1] if login and login[0] in ("", self.user) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellConfig(TargetConfig):
    """Over SSH. ``path``: the folder at the server that holds the releases and the link that is served.

    Keys: ``key_file``, else the agent and the usual files; SFTP also takes PASSWORD. PASSPHRASE opens the key file.
    The host's key must be known: ``known_hosts``, else ``~/.ssh/known_hosts``.
    """

    host: str
    user: str
    path: str
    port: int = 22
    key_file: Path | None = None
    known_hosts: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SftpConfig(ShellConfig):
    """SFTP alone, no shell at the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RsyncConfig(ShellConfig):
    """rsync and a shell at the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Config(TargetConfig):
    """Keys: KEY_ID and SECRET_KEY, else the library's own chain. ``prefix`` has no slash at its ends."""

    bucket: str
    prefix: str = ""
    endpoint: str = ""  # empty: Amazon
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchConfig(TargetConfig):
    """``remote``: address of a git repository (https, ssh or a folder). TOKEN for https, else git's own ways."""

    remote: str
    branch: str = "gh-pages"
    domain: str = ""  # host name for GitHub's CNAME file; empty: none is written


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveConfig(TargetConfig):
    """``file``: the zip to write."""

    file: Path
