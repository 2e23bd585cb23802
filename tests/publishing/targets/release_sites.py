"""Two small editions of a site, and what a target of releases must show of them on the disk."""

from pathlib import Path

from publishing.targets.contract import MANIFEST, Release
from tests.publishing.targets.publisher import bytes_of_release, commune_site, release_of

NAMES = {".well-known/security.txt": "Contact: mailto:a@thunghiem.example", "tài liệu/Đơn xin 'xác nhận' $(x).html": "<p>đ"}


def small_site(edition: str) -> dict[str, str | bytes]:
    """15 files, cheap to send again and again."""
    return {**commune_site(edition, items=4), **NAMES}


def on_disk(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def whole(release: Release) -> dict[str, bytes]:
    """All bytes that a web server may find below ``current``."""
    return {**bytes_of_release(release), MANIFEST: release.signed}


def editions(folder: Path) -> tuple[Release, Release]:
    return release_of(folder, 1, small_site("một")), release_of(folder, 2, small_site("hai"))
