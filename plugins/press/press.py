"""Pages, files and assets into a fresh folder; what did not change is linked from the last release."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from hashlib import blake2b, sha256
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from plugins.model.fingerprint import Keys, digest
from plugins.model.frame import Frame, frame_of
from plugins.model.page import Asset, File, Later, Page
from plugins.model.site import Site
from plugins.press.disk import link, make_folder, put, untouched
from plugins.press.manifest import Written
from plugins.press.memory import Known
from plugins.press.studio import Studio
from plugins.press.theme import Bundle, Templates, bundles, environment, load_words, shared_frame
from plugins.workers import share_out

WORTH_SHARING = 200
_LIBRARIES = ("jinja2", "feedgen", "lxml", "pillow", "markupsafe", "segno")


class AddressTwice(Exception):
    """Two pages were planned for one path; carries the path."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release that lies in a folder: its files and what they are made of."""

    folder: Path
    files: Mapping[str, Written]


class Job(NamedTuple):
    """One file to write: path in the site, fingerprint, and how to get its bytes; for a page also its template."""

    path: str
    made_of: str
    make: Callable[[], bytes]
    slow: bool = False
    kind: str = ""


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
        make_folder(out, job.path, folders)
        old = last.files.get(job.path) if last else None
        if old and old.made_of == job.made_of and link(f"{live}{job.path}", f"{there}{job.path}", old):
            kept[job.path] = old
        else:
            todo.append(job)
    for work in ([job for job in todo if not job.slow], [job for job in todo if job.slow]):
        kept |= _written(out, work, last, workers)
    return Release(out, kept)


def _written(out: Path, work: Sequence[Job], last: Release | None, workers: int) -> dict[str, Written]:
    share = workers > 1 and (len(work) >= WORTH_SHARING or (len(work) > 1 and work[0].slow))
    write = partial(_write, out, last)
    # A page of each template comes first, in this process: the others inherit the compiled templates.
    first = list({job.kind: job for job in work if job.kind}.values()) if share else []
    done = {job.path: write(job) for job in first}
    rest = [job for job in work if job.path not in done]
    return done | dict(zip([job.path for job in rest], share_out(write, rest, workers if share else 1), strict=True))


def _same(jobs: Sequence[Job], last: Release) -> bool:
    """Whether the last release holds just these files, made of the same, and untouched by anybody else."""
    if {job.path: job.made_of for job in jobs} != {path: w.made_of for path, w in last.files.items()}:
        return False
    return all(untouched(f"{last.folder}{os.sep}{path}", written) for path, written in last.files.items())


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
        return Job(page.path, digest(f"{around}{templates.digest(page.template)}{page_key(page, keys)}"), partial(render, page), kind=page.template)

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


def _write(out: Path, last: Release | None, job: Job) -> Written:
    """Make and write one file; bytes that are the same as before keep their file."""
    data = job.make()
    sha = sha256(data).hexdigest()
    old = last.files.get(job.path) if last else None
    if last and old and old.sha256 == sha and link(last.folder / job.path, out / job.path, old):
        return replace(old, made_of=job.made_of)
    return Written(job.made_of, len(data), sha, put(f"{out}{os.sep}{job.path}", data))
