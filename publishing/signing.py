"""The signed manifest: what a release holds, as bytes that nobody else can make.

Canonical JSON with ``format``, ``number``, ``made`` (ISO 8601 with its zone), ``id``, ``files`` (path → [bytes, SHA-256]),
``key`` (public key, hex) and ``signature`` (Ed25519 over the same JSON without it).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from publishing.identity import files_id
from publishing.paths import is_safe
from publishing.targets.contract import Entry, Manifest

FORMAT = 1
_HEAD = b"cchc manifest 1\n"  # a signature made for another purpose is never one of a manifest
_DIGEST = re.compile(r"[0-9a-f]{64}")
_KEYS = frozenset({"format", "number", "made", "id", "files", "key", "signature"})


class Why(Enum):
    """Why a manifest cannot be trusted."""

    UNREADABLE = "không đọc được"
    FORGED = "chữ ký sai"
    FOREIGN = "do khóa khác ký"


class Untrusted(Exception):
    """A manifest that proves nothing; ``key`` names who signed a foreign one (public key, hex)."""

    def __init__(self, why: Why, key: str = "") -> None:
        self.why, self.key = why, key
        super().__init__(why.value)


@dataclass(frozen=True, slots=True)
class Signer:
    """The key of this publisher."""

    private: Ed25519PrivateKey

    @property
    def key(self) -> str:
        """The public half, 64 hex digits: it may be shown."""
        return self.private.public_key().public_bytes_raw().hex()

    def sign(self, number: int, made: datetime, files: Mapping[str, Entry]) -> tuple[Manifest, bytes]:
        """The manifest of a release and its signed bytes. ``made`` must carry its zone."""
        if made.tzinfo is None:
            raise ValueError("a manifest's date needs its zone")
        if number < 1:
            raise ValueError("releases are counted from 1")
        manifest = Manifest(number, made.replace(microsecond=0), dict(files), files_id(files))
        told = _told(manifest, self.key)
        signature = self.private.sign(_HEAD + _canonical(told)).hex()
        return manifest, _canonical({**told, "signature": signature})


def check(signed: bytes, key: str) -> Manifest:
    """The manifest, when it was signed with the key (public half, hex). Raises :class:`Untrusted`.

    Foreign is only what another key really signed; anything else with a wrong key is forged.
    """
    told = _parsed(signed)
    manifest = _manifest(told)
    signature, by = told["signature"], told["key"]
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(by))
        public.verify(bytes.fromhex(signature), _HEAD + _canonical({k: v for k, v in told.items() if k != "signature"}))
    except (InvalidSignature, ValueError, TypeError):
        raise Untrusted(Why.FORGED) from None
    if by != key:
        raise Untrusted(Why.FOREIGN, by)
    return manifest


def read(signed: bytes) -> Manifest:
    """The manifest without a look at its signature. Raises :class:`Untrusted` when it is none."""
    return _manifest(_parsed(signed))


def _told(manifest: Manifest, key: str) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "number": manifest.number,
        "made": manifest.made.isoformat(),
        "id": manifest.id,
        "files": {path: [entry.size, entry.sha256] for path, entry in manifest.files.items()},
        "key": key,
    }


def _canonical(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _parsed(signed: bytes) -> dict[str, Any]:
    try:
        told = json.loads(signed)
    except (ValueError, RecursionError):
        raise Untrusted(Why.UNREADABLE) from None
    if not isinstance(told, dict) or told.keys() != _KEYS or told["format"] != FORMAT:
        raise Untrusted(Why.UNREADABLE)
    return told


def _manifest(told: Mapping[str, Any]) -> Manifest:
    try:
        files = {path: _entry(path, *row) for path, row in told["files"].items()}
        made = datetime.fromisoformat(told["made"])
        number = told["number"]
    except (ValueError, TypeError, AttributeError):
        raise Untrusted(Why.UNREADABLE) from None
    whole = type(number) is int and number > 0 and made.tzinfo is not None and told["id"] == files_id(files)
    if not whole:
        raise Untrusted(Why.UNREADABLE)
    return Manifest(number, made, files, told["id"])


def _entry(path: str, size: object, digest: object) -> Entry:
    """One row; ValueError when it is no file of a release."""
    if type(size) is not int or size < 0 or not isinstance(digest, str) or not _DIGEST.fullmatch(digest) or not is_safe(path):
        raise ValueError(path)
    return Entry(size, digest)
