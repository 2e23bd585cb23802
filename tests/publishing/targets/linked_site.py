"""A small site whose pages link each other, and what must be true of it at every moment of a sending in place."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from publishing.targets.contract import LOCK, MANIFEST, Release
from publishing.targets.ftplock import FOLDER
from publishing.targets.journal import JOURNAL
from tests.publishing.targets.publisher import bytes_of_release

OURS = {MANIFEST, LOCK, JOURNAL, f"{FOLDER}/{LOCK}"}
_LINK = re.compile(rb'(?:href|src)="([^"]+)"')


def site(edition: int, pages: int = 8) -> dict[str, str | bytes]:
    """Each edition brings two pages that link each other, drops the eldest with its folder, and changes those beside."""
    numbers = range(edition, edition + pages)
    style = f"theme/site.{edition:010d}.css"
    files: dict[str, str | bytes] = {style: f"b{{order:{edition}}}", "anh/dau.png": bytes(range(256)) * 3}
    for n in numbers:
        around = [_page(other) for other in (n - 1, n + 1) if other in numbers]
        files[_page(n)] = _html(f"Bài {n}", [style, "anh/dau.png", "index.html", *around], _page(n))
    files["tin-tuc/index.html"] = _html(f"Danh sách {edition}", [style, *map(_page, numbers)], "tin-tuc/index.html")
    files["index.html"] = _html(f"Trang chủ {edition}", [style, "tin-tuc/index.html", _page(numbers[-1])], "index.html")
    return files


def _page(n: int) -> str:
    return f"tin-tuc/so-{n // 2}/bài-{n}.html"


def _html(title: str, links: list[str], path: str) -> str:
    around = posixpath.dirname(path) or "."
    return f"<h1>{title}</h1>" + "".join(f'<a href="{posixpath.relpath(link, around)}">x</a>' for link in links) + "</html>"


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def faults(there: Mapping[str, bytes], *releases: Release) -> list[str]:
    """Files that are no release's file, and links of pages, as far as they can be reached from the home page, that lead nowhere."""
    whole = [bytes_of_release(release) for release in releases]
    public = {path: data for path, data in there.items() if path not in OURS and not path.endswith("~cchc")}
    cut = [path for path, data in public.items() if all(files.get(path) != data for files in whole)]
    return cut + _dead(public)


def _dead(public: Mapping[str, bytes]) -> list[str]:
    seen, waiting, dead = {"index.html"}, ["index.html"], []
    while waiting:
        page = waiting.pop()
        if page not in public:
            dead.append(page)
            continue
        links = _LINK.findall(public[page]) if page.endswith(".html") else []
        found = {posixpath.normpath(posixpath.join(posixpath.dirname(page), link.decode())) for link in links}
        waiting += found - seen
        seen |= found
    return dead


def is_exactly(folder: Path, release: Release) -> bool:
    """The release and its manifest, no other file, no empty folder."""
    there = files_in(folder)
    return there.pop(MANIFEST, None) == release.signed and there == bytes_of_release(release) and not _empty_folders(folder)


def _empty_folders(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]
