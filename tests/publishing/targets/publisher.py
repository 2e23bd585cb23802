"""A publisher as the verb is one: compares with what the target holds, locks it, sends."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from publishing.changes import compare
from publishing.signing import Signer, check
from publishing.targets.contract import Entry, Manifest, Release, Target

SIGNER = Signer(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))


def release_of(folder: Path, number: int, files: Mapping[str, str | bytes]) -> Release:
    """A release in ``folder/<number>``, signed."""
    entries = {}
    for path, text in files.items():
        data = text.encode() if isinstance(text, str) else text
        place = folder / str(number) / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        entries[path] = Entry(len(data), hashlib.sha256(data).hexdigest())
    manifest, signed = SIGNER.sign(number, datetime(2026, 11, number % 28 + 1, 8, tzinfo=UTC), entries)
    return Release(folder / str(number), manifest, signed)


def held_by(signed: bytes | None) -> Manifest | None:
    return None if signed is None else check(signed, SIGNER.key)


def publish(target: Target, release: Release, owner: str = "cán bộ A") -> dict[str, int]:
    """Paths that were told as progress, with the bytes sent for them."""
    told: dict[str, int] = {}
    with target.open() as session, session.locked(owner):
        held = held_by(session.manifest())
        session.send(release, held, compare(held, release.manifest), told.__setitem__)
    return told


def bytes_of_release(release: Release) -> dict[str, bytes]:
    return {path: (release.folder / path).read_bytes() for path in release.manifest.files}


def served_by(target: Target) -> dict[str, bytes | None]:
    """Everything that a target serves, as verify-site reads it."""
    with target.open() as session:
        return {path: session.read(path) for path in session.listing()}


def commune_site(edition: str, items: int = 8) -> dict[str, str | bytes]:
    """A small site where one edition differs from another in half its pages and a few whole files."""
    pages = {f"tin-tuc/bai-{n:02d}.html": f"<p>Bài {n}" + (f" bản {edition}" if n % 2 else "") + " chữ" * 300 for n in range(items)}
    extra = {f"tin-tuc/rieng-{edition}-{n}.html": f"<p>Chỉ có ở bản {edition}" for n in range(2)}
    lists = {"index.html": f"<h1>{edition}</h1>", "tin-tuc/index.html": f"<ul>{edition}</ul>", "feeds/tin.xml": f"<rss>{edition}</rss>"}
    return {**pages, **extra, **lists, f"theme/site.{hashlib.md5(edition.encode()).hexdigest()[:10]}.css": "b{}", "hinh-anh/anh.png": bytes(range(256)) * 20}
