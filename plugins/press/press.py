"""Pages, files and assets into a fresh folder; what did not change is linked from the last release."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b, sha256
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from plugins.model.fingerprint import Keys, digest
from plugins.model.frame import Frame, frame_of
from plugins.model.page import Asset, File, Later, Page
from plugins.model.site import Site
from plugins.press.manifest import Written
from plugins.press.memory import Known
from plugins.press.studio import Studio
from plugins.press.theme import Bundle, Templates, bundles, environment, load_words, shared_frame
from plugins.workers import share_out

WORTH_SHARING = 200
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_LIBRARIES = ("jinja2", "feedgen", "lxml", "pillow", "markupsafe", "segno")


class AddressTwice(Exception):
    """Two pages were planned for one path; carries the path."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release that lies in a folder: its files and what they are made of."""

    folder: Path
    files: Mapping[str, Written]


class Job(NamedTuple):
    """One file to write: path in the site, fingerprint, and how to get its bytes."""

    path: str
    made_of: str
    make: Callable[[], bytes]
    slow: bool = False


def press(site: Site, planned: Sequence[Page | File | Known], theme: Path, content: Path, out: Path, last: Release | None, workers: int) -> Release:
    """Write everything that was planned into ``out``, which must be empty or missing.

    When nothing differs from the last release, that one is returned and nothing is written.
    """
    jobs = _jobs(site, planned, theme, content)
    if last and _same(jobs, last):
        return last
    out.mkdir(parents=True, exist_ok=True)
    kept, todo = {}, []
    live, there = f"{last.folder if last else ''}{os.sep}", f"{out}{os.sep}"
    folders: set[str] = set()
    for job in jobs:
        _make_folder(out, job.path, folders)
        old = last.files.get(job.path) if last else None
        if old and old.made_of == job.made_of and _link(f"{live}{job.path}", f"{there}{job.path}", old):
            kept[job.path] = old
        else:
            todo.append(job)
    for work in ([job for job in todo if not job.slow], [job for job in todo if job.slow]):
        share = len(work) >= WORTH_SHARING or (len(work) > 1 and work[0].slow)
        written = share_out(lambda job: _write(out, job, last), work, workers if share else 1)
        kept.update({job.path: w for job, w in zip(work, written, strict=True)})
    return Release(out, kept)


def _same(jobs: Sequence[Job], last: Release) -> bool:
    """Whether the last release holds just these files, made of the same, and untouched by anybody else."""
    if {job.path: job.made_of for job in jobs} != {path: w.made_of for path, w in last.files.items()}:
        return False
    return all(_untouched(f"{last.folder}{os.sep}{path}", written) for path, written in last.files.items())


def _untouched(path: str | Path, written: Written) -> bool:
    try:
        stat = os.lstat(path)
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (written.size, written.mtime_ns)


def _jobs(site: Site, planned: Sequence[Page | File | Known], theme: Path, content: Path) -> list[Job]:
    frame = frame_of(site)
    style, script, fixed = bundles(theme, frame)
    page_job = _page_jobs(theme, frame, style.path, script.path)
    keys = Keys()

    def job_of(made: Page | File | Known) -> Job:
        if isinstance(made, Known):
            return Job(made.path, made.made_of, lambda: job_of(made.again()).make(), made.slow)
        return page_job(made) if isinstance(made, Page) else _file_job(made, keys)

    jobs = [job_of(made) for made in planned]
    jobs += [_bundle_job(bundle) for bundle in (style, script, *fixed) if bundle.data]
    studio = Studio(content)
    jobs += [_asset_job(studio, asset) for asset in site.assets]
    seen: set[str] = set()
    for job in jobs:
        if job.path.casefold() in seen:
            raise AddressTwice(job.path)
        seen.add(job.path.casefold())
    return sorted(jobs, key=lambda job: job.path)


def _page_jobs(theme: Path, frame: Frame, css: str, js: str) -> Callable[[Page], Job]:
    """How a page becomes a job; the engine is made once in each process, and only when a page is rendered."""
    templates = Templates(theme)
    words = load_words(theme)
    around = digest(repr((version(), frame, css, js, words)))
    engine = lru_cache(maxsize=1)(lambda: shared_frame(environment(theme), frame))
    keys = Keys()

    def render(page: Page) -> bytes:
        root = root_of(page.path, frame)
        names = {"page": page, "view": page.view, "frame": frame, "root": root, "w": words, "css": css, "js": js}
        return engine().get_template(page.template).render(names).encode()

    def job(page: Page) -> Job:
        return Job(page.path, digest(f"{around}{templates.digest(page.template)}{page_key(page, keys)}"), lambda: render(page))

    return job


def page_key(page: Page, keys: Keys) -> str:
    """Stands for everything that a page shows."""
    moment = page.modified.isoformat() if page.modified else ""
    links = keys.of((page.crumbs, page.feeds, page.picture, page.indexed))
    return "\x1e".join((page.path, page.title, page.description, moment, links, _shows_key(page.shows, keys)))


def _shows_key(shows: object, keys: Keys) -> str:
    if type(shows) is Later:
        return f"{shows.make.__module__}.{shows.make.__qualname__}{keys.of(shows.given)}"
    return keys.of(shows)


def look(site: Site, theme: Path, rooms: Iterable[str]) -> str:
    """Stands for what all pages share: this program, the rooms in use, the theme, the frame."""
    whole = blake2b(repr((version(), sorted(rooms), frame_of(site))).encode(), digest_size=16)
    for file in sorted(path for path in theme.rglob("*") if path.is_file()):
        whole.update(f"{file.relative_to(theme)}\n".encode() + file.read_bytes())
    return whole.hexdigest()


def root_of(path: str, frame: Frame) -> str:
    """How a page reaches the site's root. The page for lost addresses is served anywhere, so its root is absolute."""
    if path == "404.html":
        return frame.base_path
    return "../" * path.count("/") or "./"


def _file_job(file: File, keys: Keys) -> Job:
    shown = _shows_key(file.shows, keys)
    return Job(file.path, digest(f"{version()}{file.path}\x1e{shown}"), lambda: file.make(file.view), file.slow)


def _bundle_job(bundle: Bundle) -> Job:
    return Job(bundle.path, sha256(bundle.data).hexdigest(), lambda: bundle.data)


def _asset_job(studio: Studio, asset: Asset) -> Job:
    return Job(asset.path, studio.made_of(asset), lambda: studio.make(asset), slow=bool(asset.made))


@lru_cache(maxsize=1)
def version() -> str:
    """Changes with this program, the libraries that make the output, and Python."""
    whole = blake2b(repr((sys.version_info[:2], [metadata.version(name) for name in _LIBRARIES])).encode())
    for source in sources():
        whole.update(source.read_bytes())
    return whole.hexdigest()


def sources() -> list[Path]:
    """Every file that this program is made of: its code, and the lists that it reads."""
    plugins = Path(__file__).resolve().parent.parent
    return sorted(path for path in plugins.rglob("*") if path.is_file() and path.suffix != ".pyc" and not path.name.startswith("."))


def _make_folder(out: Path, path: str, known: set[str]) -> None:
    folder = path.rpartition("/")[0]
    if folder and folder not in known:
        (out / folder).mkdir(parents=True, exist_ok=True)
        known.add(folder)


def _link(old: str | Path, new: str | Path, written: Written) -> bool:
    """Link an unchanged file; False when the old one is gone or was touched by somebody else."""
    if not _untouched(old, written):
        return False
    try:
        os.link(old, new)
    except OSError:
        try:
            shutil.copy2(old, new)
        except OSError:
            return False
    return True


def _write(out: Path, job: Job, last: Release | None) -> Written:
    """Make and write one file; bytes that are the same as before keep their file."""
    data = job.make()
    sha = sha256(data).hexdigest()
    old = last.files.get(job.path) if last else None
    if last and old and old.sha256 == sha and _link(last.folder / job.path, out / job.path, old):
        return replace(old, made_of=job.made_of)
    return Written(job.made_of, len(data), sha, _put(f"{out}{os.sep}{job.path}", data))


def _put(path: str, data: bytes) -> int:
    """Write a file that must not be there yet, since it could be linked with the live one; when it was written, in ns."""
    try:
        file = os.open(path, _NEW, 0o666)
    except FileExistsError:
        os.unlink(path)
        file = os.open(path, _NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        return os.fstat(file).st_mtime_ns
    finally:
        os.close(file)
