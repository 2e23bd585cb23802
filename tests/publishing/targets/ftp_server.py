"""Real FTP servers on this machine for one test: vsftpd, and pyftpdlib, which can be told to misbehave."""

import os
import shutil
import socket
import subprocess
import threading
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from publishing.targets.config import FtpConfig, Secrets
from publishing.targets.ftp import FtpTarget
from tests.ports import free_port

with warnings.catch_warnings():  # it stands on asyncore, of which Python 3.11 warns
    warnings.simplefilter("ignore", DeprecationWarning)
    from pyftpdlib.authorizers import DummyAuthorizer
    from pyftpdlib.handlers import FTPHandler, TLS_FTPHandler
    from pyftpdlib.ioloop import IOLoop
    from pyftpdlib.servers import FTPServer

VSFTPD = shutil.which("vsftpd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
PASSWORD = "mật-khẩu-chỉ-để-thử"
SILENCE = 3.0  # seconds


@dataclass(frozen=True)
class Server:
    """``site``: the folder that a web server would serve; ``path``: how the FTP server calls it."""

    port: int
    site: Path
    path: str
    user: str
    state: Path
    options: Mapping[str, object] = field(default_factory=dict)

    def target(self, **other: object) -> FtpTarget:
        password = str(other.pop("password", PASSWORD))
        told = {"host": "127.0.0.1", "port": self.port, "user": self.user, "path": self.path, **self.options, **other}
        secrets = Secrets("hosting", {"CCHC_HOSTING_PASSWORD": password})
        return FtpTarget(FtpConfig(name="hosting", secrets=secrets, state=self.state, **told), timeout=SILENCE)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Certificate:
    """A certificate that signs itself, and its key: one PEM file each."""

    certificate: Path
    key: Path


def certificate(folder: Path, name: str = "127.0.0.1", days: tuple[int, int] = (-1, 30)) -> Certificate:
    """For an address or a host name; valid from and until so many days from now."""
    folder.mkdir(parents=True, exist_ok=True)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    known = x509.IPAddress(ip_address(name)) if name[0].isdigit() else x509.DNSName(name)
    start, end = (datetime.now(UTC) + timedelta(days=day) for day in days)
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number(), start, end)
        .add_extension(x509.SubjectAlternativeName([known]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.KeyUsage(True, False, False, False, False, True, False, False, False), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    pem = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(key.private_bytes(*pem))
    return Certificate(folder / "cert.pem", folder / "key.pem")


_PLAIN = """listen=YES
listen_address=127.0.0.1
background=NO
run_as_launching_user=YES
seccomp_sandbox=NO
anonymous_enable=YES
local_enable=NO
write_enable=YES
anon_upload_enable=YES
anon_mkdir_write_enable=YES
anon_other_write_enable=YES
anon_world_readable_only=NO
anon_umask=022
secure_email_list_enable=YES
connect_from_port_20=NO
xferlog_enable=NO
"""
_TLS = "ssl_enable=YES\nallow_anon_ssl=YES\nforce_anon_logins_ssl=YES\nforce_anon_data_ssl=YES\n"


@contextmanager
def vsftpd(folder: Path, tls: Certificate | None = None, more: str = "", site: Path | None = None) -> Iterator[Server]:
    """With Debian's defaults where they matter: with TLS, data connections must resume the session (require_ssl_reuse)."""
    if VSFTPD is None:
        pytest.skip("needs Debian's vsftpd")
    site = site or folder / "public_html"
    for needed in (folder, site):
        needed.mkdir(parents=True, exist_ok=True)
    port = free_port()
    (folder / "passwords").write_text(f"{PASSWORD}\n", encoding="utf-8")
    lines = [f"listen_port={port}", f"anon_root={folder}", f"email_password_file={folder / 'passwords'}", f"secure_chroot_dir={folder}"]
    secure = _TLS + f"rsa_cert_file={tls.certificate}\nrsa_private_key_file={tls.key}\n" if tls else ""
    (folder / "vsftpd.conf").write_text(_PLAIN + "\n".join(lines) + f"\n{secure}{more}\n", encoding="utf-8")
    (folder / "vsftpd.conf").chmod(0o600)
    options: dict[str, object] = {"tls": True, "ca_file": tls.certificate} if tls else {}
    with subprocess.Popen([VSFTPD, str(folder / "vsftpd.conf")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _await(port)
            yield Server(port, site, str(site), "anonymous", folder / "state", options)  # the one user that needs no account here
        finally:
            process.terminate()
            process.wait(10)


@dataclass
class Faults:
    """What pyftpdlib is told to do wrong, and what it heard. Commands are counted from 1 after the last :meth:`reset`."""

    cut_before: int = 0
    cut_after: int = 0
    cut_within: int = 0  # in the middle of the data of this command
    refuses_to_replace: bool = False
    answers: dict[str, str] = field(default_factory=dict)  # command, with what follows it or without → reply in place of doing it
    heard: list[str] = field(default_factory=list)

    def reset(self, **faults: int) -> None:
        self.heard.clear()
        self.cut_before, self.cut_after, self.cut_within = (faults.get(name, 0) for name in ("before", "after", "within"))


def _handler(faults: Faults, base: type[FTPHandler]) -> type[FTPHandler]:
    class Data(base.dtp_handler):  # type: ignore[misc, name-defined]
        def handle_read(self) -> None:
            cut = faults.cut_within == len(faults.heard)
            self.ac_in_buffer_size = 8 if cut else 1 << 16
            super().handle_read()
            if cut and self.tot_bytes_received:
                self.cmd_channel.close()

        handle_read_event = handle_read  # which is what the loop calls

    class Handler(base):  # type: ignore[misc, valid-type]
        timeout = 60
        dtp_handler = Data
        silenced = False

        def pre_process_command(self, line: str, cmd: str, arg: str) -> None:
            faults.heard.append(line)
            if faults.cut_before == len(faults.heard):
                self.close()
                return
            self.silenced = faults.cut_after == len(faults.heard)
            if answer := faults.answers.get(line, faults.answers.get(cmd)):
                self.respond(answer)
                return
            super().pre_process_command(line, cmd, arg)
            if self.silenced:
                self.close()

        def push(self, data: bytes) -> None:
            if not self.silenced:
                super().push(data)

        def ftp_RNTO(self, path: str) -> str | None:
            if faults.refuses_to_replace and self.fs.lexists(path):
                self.respond("550 Cannot create a file when that file already exists.")
                return None
            return super().ftp_RNTO(path)  # type: ignore[no-any-return]

    return Handler


@contextmanager
def pyftpdlib(folder: Path, tls: Certificate | None = None, faults: Faults | None = None, permissions: str = "elradfmwMT") -> Iterator[Server]:
    site = folder / "public_html"
    site.mkdir(parents=True, exist_ok=True)
    handler = _handler(faults or Faults(), TLS_FTPHandler if tls else FTPHandler)
    options: dict[str, object] = {}
    if tls:
        handler.certfile, handler.keyfile = str(tls.certificate), str(tls.key)
        handler.ssl_context = None
        handler.tls_control_required = handler.tls_data_required = True
        options = {"tls": True, "ca_file": tls.certificate}
    handler.authorizer = DummyAuthorizer()
    handler.authorizer.add_user("xa", PASSWORD, str(folder), perm=permissions)
    handler.auth_failed_timeout = 0
    handler.log = handler.logline = lambda *_, **__: None
    loop = IOLoop()
    server = FTPServer(("127.0.0.1", 0), handler, ioloop=loop)
    stop = threading.Event()
    thread = threading.Thread(target=_serve, args=(server, loop, stop))
    thread.start()
    try:
        yield Server(server.address[1], site, "/public_html", "xa", folder / "state", options)
    finally:
        stop.set()
        thread.join(10)


def _serve(server: FTPServer, loop: IOLoop, stop: threading.Event) -> None:
    while not stop.is_set():
        loop.loop(timeout=0.02, blocking=False)
    server.close_all()




def _await(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("vsftpd did not start")

