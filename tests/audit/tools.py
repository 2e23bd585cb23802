"""The node packages of the audit, of the versions of ``package.json``, in ``.cache/audit``; nothing of them is in the repository."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT

WANTED = Path(__file__).with_name("package.json")
FOLDER = ROOT / ".cache" / "audit"
READER = "@guidepup/virtual-screen-reader"
LIGHTHOUSE = "lighthouse"


class NotHere(Exception):
    """A tool of this machine is missing; the text says which and how to get it."""


def versions() -> dict[str, str]:
    """Package → version that is asked for."""
    wanted = json.loads(WANTED.read_text(encoding="utf-8"))
    return {**wanted["dependencies"], **wanted["optionalDependencies"]}


def package(name: str) -> Path:
    """Folder of an installed package of the right version. Raises NotHere."""
    folder = FOLDER / "node_modules" / name
    about = folder / "package.json"
    if not about.is_file() or json.loads(about.read_text(encoding="utf-8"))["version"] != versions()[name]:
        raise NotHere(f"no {name} {versions()[name]} in .cache/audit: run .ci/tools (screen reader) or make audit (all)")
    return folder


def install() -> None:
    """Get what is missing; does nothing when all is there. Raises NotHere."""
    try:
        for name in versions():
            package(name)
    except NotHere:
        _install()


def _install() -> None:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise NotHere("Cần Node.js 18.16 trở lên có npm: apt-get install nodejs npm")
    FOLDER.mkdir(parents=True, exist_ok=True)
    shutil.copy(WANTED, FOLDER / WANTED.name)
    command = [npm, "install", "--prefix", str(FOLDER), "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel", "error"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotHere(f"npm không cài được công cụ kiểm định: {done.stderr.strip()[-300:]}")
