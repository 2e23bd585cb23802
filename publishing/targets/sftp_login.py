"""Who the server is, and who we are: an SFTP connection that is opened only to a host whose key is known."""

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer

from paramiko import (
    AuthenticationException,
    BadHostKeyException,
    MissingHostKeyPolicy,
    PasswordRequiredException,
    PKey,
    SSHClient,
    SSHException,
    Transport,
)

from publishing.targets import ssh_words as words
from publishing.targets.config import SftpConfig
from publishing.targets.contract import TargetRefused
from publishing.targets.wire import Wire

_MACHINE_WIDE = Path("/etc/ssh/ssh_known_hosts")


@contextmanager
def connected(config: SftpConfig, timeout: float) -> Iterator[Wire]:
    """An SFTP connection; ``timeout`` in seconds."""
    logging.getLogger("paramiko").setLevel(logging.CRITICAL + 1)  # it logs tracebacks of what is told below in words
    with SSHClient() as client:
        _load_known(client, config)
        client.set_missing_host_key_policy(_Refuse(config))
        try:
            with _socket(config, timeout) as line:
                _log_in(client, line, config, timeout)
                wire = _wire(client.get_transport(), timeout)
        except (OSError, EOFError, SSHException) as error:
            raise refused(config, timeout, error) from error
        yield wire


def _load_known(client: SSHClient, config: SftpConfig) -> None:
    for file in (config.known_hosts,) if config.known_hosts else (Path.home() / ".ssh/known_hosts", _MACHINE_WIDE):
        with suppress(FileNotFoundError):
            client.load_system_host_keys(str(file))


class _Refuse(MissingHostKeyPolicy):
    """Nothing is sent to a server that nobody has looked at."""

    def __init__(self, config: SftpConfig) -> None:
        self.config = config

    def missing_host_key(self, _client: SSHClient, _hostname: str, key: PKey) -> None:
        raise TargetRefused(words.unknown_host(self.config, key.fingerprint))


@contextmanager
def _socket(config: SftpConfig, timeout: float) -> Iterator[socket.socket]:
    """A TCP line that breaks by itself when nothing is acknowledged any more; closed if what follows fails."""
    line = socket.create_connection((config.host, config.port), timeout=timeout)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(timeout * 1000))
    try:
        yield line
    except BaseException:
        line.close()
        raise


def _log_in(client: SSHClient, line: socket.socket, config: SftpConfig, timeout: float) -> None:
    password = config.secrets.get("PASSWORD")
    others = config.key_file is None and password is None
    client.connect(
        config.host,
        config.port,
        config.user,
        password=password,
        passphrase=config.secrets.get("PASSPHRASE"),
        key_filename=str(config.key_file) if config.key_file else None,
        allow_agent=others,
        look_for_keys=others,
        sock=line,
        timeout=timeout,
        banner_timeout=timeout,
        auth_timeout=timeout,
        channel_timeout=timeout,
    )


def _wire(transport: Transport | None, timeout: float) -> Wire:
    if transport is None:
        raise EOFError
    transport.set_keepalive(10)
    # Paramiko waits without end for the answer to "start sftp".
    watch = Timer(timeout, transport.close)
    watch.daemon = True
    watch.start()
    try:
        channel = transport.open_session(timeout=timeout)
        channel.settimeout(timeout)
        channel.invoke_subsystem("sftp")
        return Wire(channel)
    finally:
        watch.cancel()


def refused(config: SftpConfig, timeout: float, error: OSError | EOFError | SSHException) -> TargetRefused:
    """Why no connection came about, and what to do."""
    match error:
        case BadHostKeyException():
            return TargetRefused(words.changed_key(config, error.key.fingerprint))
        case AuthenticationException() if "EOF" not in str(error):
            return TargetRefused(_not_taken(config, error))
        case socket.gaierror():
            return TargetRefused(words.no_such_host(config))
        case ConnectionRefusedError():
            return TargetRefused(words.switched_off(config))
        # Paramiko goes on after waiting in vain for the first words, and then finds no session.
        case _ if isinstance(error, TimeoutError) or "No existing session" in str(error):
            return TargetRefused(words.silent(config.host, timeout))
        case _ if "No authentication methods" in str(error):
            variable = config.secrets.variable("PASSWORD")
            return TargetRefused(f"Không có khóa nào để vào máy chủ {config.host}. Đặt biến môi trường {variable}, hoặc chỉ 'key_file', hoặc nạp khóa bằng ssh-add.")
    return TargetRefused(words.cut(config.host, str(error)))


def _not_taken(config: SftpConfig, error: AuthenticationException) -> str:
    if isinstance(error, PasswordRequiredException):
        return f"Tệp khóa có mật khẩu. Nạp khóa bằng ssh-add, hoặc đặt biến môi trường {config.secrets.variable('PASSPHRASE')}."
    return (
        f"Máy chủ {config.host} không nhận tài khoản '{config.user}' với mật khẩu hoặc khóa đã cho. "
        f"Kiểm tra 'user', khóa (ssh-add -l), hoặc biến môi trường {config.secrets.variable('PASSWORD')}."
    )
