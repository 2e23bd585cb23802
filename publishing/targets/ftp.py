"""FTP and FTPS: plain shared hosting, one tree in place, each file whole.

FTP cannot switch a site at once. While files are moved into place, which takes a moment after everything has been sent
beside, old and new files stand next to each other.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from publishing.targets import inplace
from publishing.targets.config import FtpConfig
from publishing.targets.contract import LOCK, MANIFEST, TIMEOUT, Changes, Manifest, Progress, Promise, Release
from publishing.targets.ftplock import FOLDER, locked
from publishing.targets.ftpstore import FtpStore
from publishing.targets.ftpwire import connected
from publishing.targets.journal import JOURNAL

_DELETES_FIRST = "Máy chủ FTP {host} không cho đổi tên đè lên tệp cũ: mỗi tệp cũ được xóa ngay trước khi đổi tên."
_OURS = frozenset((MANIFEST, LOCK, JOURNAL, f"{FOLDER}/{LOCK}"))


@dataclass(frozen=True, slots=True)
class FtpTarget:
    """A folder of an FTP server. ``timeout``: seconds without a byte."""

    config: FtpConfig
    timeout: float = TIMEOUT

    @property
    def name(self) -> str:
        return self.config.name

    @property
    def promise(self) -> Promise:
        return Promise.EACH_FILE

    @contextmanager
    def open(self) -> Iterator["FtpSession"]:
        with self.store() as store:
            yield FtpSession(self, store)

    @contextmanager
    def store(self) -> Iterator[FtpStore]:
        with connected(self.config, self.timeout) as ftp:
            yield FtpStore(ftp, self.config)


@dataclass(frozen=True, slots=True)
class FtpSession:
    """:class:`publishing.targets.contract.Session` over FTP."""

    target: FtpTarget
    store: FtpStore

    def manifest(self) -> bytes | None:
        return self.store.get(MANIFEST)

    def locked(self, owner: str) -> AbstractContextManager[None]:
        return locked(self.store, owner, self.target.config.state, self.target.timeout, self.target.store)

    def send(self, release: Release, held: Manifest | None, changes: Changes, progress: Progress) -> tuple[str, ...]:
        inplace.send(self.store, release, held, changes, progress)
        return () if self.store.renames_over else (_DELETES_FIRST.format(host=self.target.config.host),)

    def listing(self) -> Iterable[str]:
        return sorted(self.store.list().keys() - _OURS)

    def read(self, path: str) -> bytes | None:
        return self.store.get(path)
