"""Packed copies for the web server around a build: the press knows nothing of them, the manifest names them."""

from collections.abc import Callable
from pathlib import Path

from plugins.model.profiletables import Server
from plugins.press.manifest import Written
from plugins.press.press import WORTH_SHARING, Release
from plugins.workers import default_workers, share_out
from publishing.precompress import BROTLI, GZIP, Copy, Held, in_place, is_copy, link, pack
from publishing.precompress import Written as AsWritten


def plain(release: Release) -> Release:
    """A release as the press wrote it."""
    if not any(map(is_copy, release.files)):
        return release
    return Release(release.folder, {path: one for path, one in release.files.items() if not is_copy(path)})


def with_copies(built: Release, last: Release, staging: Path, server: Server) -> Release:
    """The build with the copies that it should have; the last release when nothing at all differs. Raises OSError."""
    endings = [ending for ending, wanted in ((GZIP, server.precompressed), (BROTLI, server.brotli)) if wanted]
    live = Held(last.folder, plain(last).files, {path: one for path, one in last.files.items() if is_copy(path)})
    if built.folder == last.folder:
        if in_place(live, endings):
            return last
        # The setting was changed, or somebody meddled with a copy: the same pages in a new release.
        for path in built.files:
            link(last.folder / path, staging / path)
    made = pack(staging, built.files, endings, live, _share) if endings else {}
    return Release(staging, {**built.files, **{path: _written(one) for path, one in made.items()}})


def _written(one: AsWritten) -> Written:
    return one if isinstance(one, Written) else Written(one.made_of, one.size, one.sha256, one.mtime_ns)


def _share(write: Callable[[str], Copy | None], paths: list[str]) -> list[Copy | None]:
    return share_out(write, paths, default_workers() if len(paths) >= WORTH_SHARING else 1)
