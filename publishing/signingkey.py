"""Where the secret key lies: in the environment, or in a file that was made once beside the releases."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from publishing.signing import Signer
from publishing.targets.contract import TargetRefused

VARIABLE = "CCHC_SIGNING_KEY"
FILE = "signing-key"
_HEX = re.compile(r"[0-9a-fA-F]{64}")


def signer(state: Path, environ: Mapping[str, str]) -> Signer:
    """The publisher's key; a new one is made when there is none. Raises :class:`TargetRefused`."""
    typed = environ.get(VARIABLE, "").strip()
    if typed:
        return _signer(typed, f"Biến môi trường {VARIABLE} phải là 64 chữ số thập lục phân (0–9, a–f). Đặt lại cho đúng, hoặc bỏ biến này để dùng khóa trên máy.")
    place = state / FILE
    try:
        if not place.exists():
            _make(place)
        if place.stat().st_mode & 0o077:
            place.chmod(0o600)
        stored = place.read_text(encoding="ascii", errors="replace").strip()
    except OSError as error:
        raise TargetRefused(f"Không đọc hoặc ghi được khóa ký {place}. Kiểm tra quyền của tệp và chỗ trống của ổ đĩa.") from error
    return _signer(stored, f"Khóa ký {place} đã hỏng. Chép lại từ bản lưu; nếu không còn bản lưu thì xóa tệp này và đăng lại một lần với TAKEOVER=1.")


def _signer(typed: str, remedy: str) -> Signer:
    if not _HEX.fullmatch(typed):
        raise TargetRefused(remedy)
    return Signer(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(typed)))


def _make(place: Path) -> None:
    """Written beside, then put into place: a kill leaves no half key."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{FILE}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(Ed25519PrivateKey.generate().private_bytes_raw().hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)
