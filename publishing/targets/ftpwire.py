"""The FTP connection: plain or TLS, logged in, and its troubles told in Vietnamese."""

import ftplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from publishing.targets.config import FtpConfig
from publishing.targets.contract import TargetRefused
from publishing.targets.ftprefusals import refusal


class _Secure(ftplib.FTP_TLS):
    """TLS where the data connection resumes the session of the command connection, as vsftpd wants by default."""

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket.socket, int | None]:
        conn, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        try:
            return self.context.wrap_socket(conn, server_hostname=self.host, session=getattr(self.sock, "session", None)), size
        except OSError:
            conn.close()
            raise


class _Implicit(_Secure):
    """TLS from the first byte: the socket is wrapped as soon as ftplib sets it."""

    _sock: ssl.SSLSocket | None = None

    @property
    def sock(self) -> ssl.SSLSocket | None:
        return self._sock

    @sock.setter
    def sock(self, value: socket.socket | None) -> None:
        wrapped = isinstance(value, ssl.SSLSocket) or value is None
        self._sock = value if wrapped else self.context.wrap_socket(value, server_hostname=self.host)  # type: ignore[assignment, arg-type]


@contextmanager
def told(config: FtpConfig, what: str) -> Iterator[None]:
    """Errors of the library and of the system become :class:`TargetRefused`; ``what`` was being done."""
    try:
        yield
    except (OSError, EOFError, ftplib.Error, UnicodeError) as error:
        raise refusal(error, f"{config.host}:{config.port}", what) from error


@contextmanager
def connected(config: FtpConfig, timeout: float) -> Iterator[ftplib.FTP]:
    """A connection in binary mode, logged in."""
    password = config.password()
    if password is None:
        raise TargetRefused(
            f"Thiếu mật khẩu của '{config.user}' tại {config.host}. "
            f"Đặt biến môi trường {config.secrets.variable('PASSWORD')} hoặc ghi vào ~/.netrc; không ghi vào site.toml."
        )
    ftp = _make(config, timeout)
    try:
        with told(config, "kết nối"):
            ftp.connect(config.host, config.port)
        _secure(ftp, config)
        with told(config, "đăng nhập"):
            ftplib.FTP.login(ftp, config.user, password)
        with told(config, "bắt đầu"):
            _prepare(ftp)
        yield ftp
        with suppress(ftplib.Error, OSError, EOFError):  # all is done and answered: a goodbye is only polite
            ftp.quit()
    finally:
        ftp.close()


def features(ftp: ftplib.FTP) -> str:
    """What the server says it can; empty when it does not say."""
    try:
        return ftp.sendcmd("FEAT").upper()
    except ftplib.error_perm:
        return ""


def _make(config: FtpConfig, timeout: float) -> ftplib.FTP:
    if not (config.tls or config.implicit):
        return ftplib.FTP(timeout=timeout, encoding="utf-8")
    try:
        context = ssl.create_default_context(cafile=config.ca_file)
    except OSError as error:
        raise TargetRefused(f"Không đọc được chứng thư trong tệp {config.ca_file} (ca_file). Cần tệp dạng PEM.") from error
    return (_Implicit if config.implicit else _Secure)(context=context, timeout=timeout, encoding="utf-8")


def _secure(ftp: ftplib.FTP, config: FtpConfig) -> None:
    if not isinstance(ftp, ftplib.FTP_TLS):
        return
    with told(config, "bật mã hóa TLS"):
        if not config.implicit:
            ftp.auth()
        ftp.prot_p()


def _prepare(ftp: ftplib.FTP) -> None:
    """Binary, and UTF-8 names with servers that must be asked for them."""
    if "UTF8" in features(ftp):
        with suppress(ftplib.error_perm):  # always on there
            ftp.sendcmd("OPTS UTF8 ON")
    ftp.voidcmd("TYPE I")
