"""Files at an FTP server, below one folder: sent under other names, checked, moved into place, removed, listed."""

import ftplib
import ssl
from collections.abc import Sequence
from contextlib import suppress
from pathlib import PurePosixPath
from socket import socket

from publishing.targets.config import FtpConfig
from publishing.targets.contract import TargetRefused
from publishing.targets.ftplisting import Item, from_list, from_mlsd, walk
from publishing.targets.ftpwire import features, told
from publishing.targets.inplace import temporary

_BLOCK = 1 << 16
_UNKNOWN = ("500", "501", "502", "504")  # the server has no such command
_GOODBYE = 5.0  # seconds for the end of TLS on a data connection; what was sent is checked by its size anyway


class FtpStore:
    """:class:`publishing.targets.inplace.MovingStore` over a connection. Paths are relative to ``config.path``.

    Some servers (IIS, FileZilla) do not rename over a file that exists. There the old file is removed just before the
    rename; a cut between the two leaves the file missing until the next run. ``renames_over`` is False once a server was
    seen to be one of them.
    """

    def __init__(self, ftp: ftplib.FTP, config: FtpConfig) -> None:
        self._ftp, self._config = ftp, config
        with told(config, f"vào thư mục {config.path}"):
            ftp.cwd(config.path)
            self._root = (ftp.pwd() or config.path).rstrip("/")
            self._mlsd = "MLST" in features(ftp)
        self.renames_over = True
        self._folders: set[str] = set()  # known to be there

    def get(self, path: str) -> bytes | None:
        with told(self._config, f"đọc tệp {path}"):
            size = self._size(path)  # first: after a refused transfer some servers over TLS send one reply too many
            if size is None:
                return None
            try:
                return self._received(f"RETR {self._at(path)}")
            except ftplib.error_perm:
                if size >= 0:
                    raise
                return None  # a server that cannot tell sizes

    def put(self, path: str, data: bytes) -> None:
        name = temporary(path)
        self.upload(name, data)
        self.move(name, path)

    def upload(self, path: str, data: bytes) -> None:
        with told(self._config, f"gửi tệp {path}"):
            try:
                self._stored(path, data)
            except (ftplib.Error, OSError):
                with suppress(ftplib.Error, OSError, EOFError):
                    self._ftp.delete(self._at(path))  # half a file only takes room
                raise
            arrived = self._size(path)
        if arrived not in (len(data), -1):
            raise TargetRefused(
                f"Tệp {path} tới máy chủ {self._config.host} không đủ ({arrived or 0} trong {len(data)} byte). "
                "Kiểm tra dung lượng còn lại của máy chủ rồi chạy lại."
            )

    def move(self, path: str, onto: str) -> None:
        with told(self._config, f"đổi tên tệp {path} thành {onto}"):
            if self.renames_over:
                try:
                    self._ftp.rename(self._at(path), self._at(onto))
                    return
                except ftplib.error_perm:
                    if self._size(onto) is None or self._size(path) is None:
                        raise
                    self.renames_over = False
            with suppress(ftplib.error_perm):
                self._ftp.delete(self._at(onto))
            self._ftp.rename(self._at(path), self._at(onto))

    def drop(self, path: str) -> None:
        with told(self._config, f"xóa tệp {path}"):
            try:
                self._ftp.delete(self._at(path))
            except ftplib.error_perm:
                if self._size(path) is not None:
                    raise
            with suppress(ftplib.error_perm):  # a folder that still holds something
                for folder in _above(path):
                    self._ftp.rmd(self._at(folder))
                    self._folders.discard(folder)

    def list(self) -> dict[str, int]:
        with told(self._config, "liệt kê tệp"):
            return dict(walk(self._items))

    def make_folder(self, path: str) -> bool:
        """Make a folder: one step at every server; False when the name is taken."""
        with told(self._config, f"tạo thư mục {path}"):
            try:
                self._ftp.mkd(self._at(path))
            except ftplib.error_perm:
                if not self._is_folder(path):
                    raise
                return False
        return True

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}"

    def _is_folder(self, path: str) -> bool:
        try:
            self._ftp.cwd(self._at(path))
        except ftplib.error_perm:
            return False
        return True

    def _size(self, path: str) -> int | None:
        """Bytes; None for what is not there; -1 where the server cannot tell."""
        try:
            return self._ftp.size(self._at(path))
        except ftplib.error_perm as error:
            return -1 if str(error).startswith(_UNKNOWN) else None

    def _stored(self, path: str, data: bytes) -> None:
        self._make_folders(path)
        conn = self._ftp.transfercmd(f"STOR {self._at(path)}")
        broken: OSError | None = None
        try:
            for start in range(0, len(data), _BLOCK):  # the time limit is for a block, not for the whole file
                conn.sendall(data[start : start + _BLOCK])
        except OSError as error:
            broken = error
        finally:
            _close(conn)
        self._ftp.voidresp()  # says why, when the server ended it
        if broken:
            raise broken

    def _make_folders(self, path: str) -> None:
        for folder in reversed(_above(path)):
            if folder not in self._folders:
                with suppress(ftplib.error_perm):  # it is there, or the file itself will be refused with the reason
                    self._ftp.mkd(self._at(folder))
                self._folders.add(folder)

    def _received(self, command: str) -> bytes:
        blocks = []
        conn = self._ftp.transfercmd(command)
        try:
            while block := conn.recv(_BLOCK):
                blocks.append(block)
        finally:
            _close(conn)
        if "fail" in self._ftp.voidresp().lower():  # vsftpd's "226 Transfer done (but failed to open directory)."
            raise ftplib.error_perm("550 Permission denied")
        return b"".join(blocks)

    def _items(self, folder: str) -> Sequence[Item]:
        if self._mlsd:
            data, read = self._received(f"MLSD {self._at(folder).rstrip('/') or '/'}"), from_mlsd
        else:  # by CWD: after options, servers split a path at its spaces
            self._ftp.cwd(self._at(folder).rstrip("/") or "/")
            data, read = self._received("LIST -a"), from_list
        lines = data.decode("utf-8", "backslashreplace").replace("\r\n", "\n").split("\n")
        return [item for line in lines if line and (item := read(line))]


def _above(path: str) -> list[str]:
    """The folders of a path, innermost first, without the root."""
    return [str(folder) for folder in PurePosixPath(path).parents][:-1]


def _close(conn: socket) -> None:
    try:
        if isinstance(conn, ssl.SSLSocket):
            conn.settimeout(_GOODBYE)
            with suppress(OSError):
                conn.unwrap()
    finally:
        conn.close()
