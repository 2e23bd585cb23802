"""The virtual environment ``.venv``: made once, made again only when what it should hold has changed."""

import hashlib
import importlib
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
_EVERY = ("bench", "deploy", "import", "print", "report", "test")
_EXTRAS = {"audit": ("test",), "bench": ("bench",), "bench-search": ("test",), "import": ("import",), "print": ("print",), "report": ("report",), "test": _EVERY, "golden": _EVERY}


def enter(arguments: list[str]) -> None:
    """Go on in the project's environment, made ready for the verb; returns at once when already there."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python comes this far, and is told so
        print(f"Cần Python 3.11 trở lên; đang chạy {sys.version.split()[0]}.", file=sys.stderr)
        sys.exit(2)
    os.chdir(os.environ.get("CCHC_CWD") or ROOT)
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    extras = _EXTRAS.get(arguments[0] if arguments else "", ())
    ready = _is_ready(extras)
    if ready and Path(sys.prefix).resolve() == VENV.resolve():
        return
    if os.environ.get("CCHC_NO_VENV"):
        return
    if not ready:
        _make(python, extras)
    sys.stdout.flush()
    sys.exit(subprocess.run([str(python), "-m", "commands", *arguments], cwd=ROOT, check=False).returncode)


def need(extra: str) -> None:
    """Add one extra while a verb runs, when only the content tells that it is needed; elsewhere than in ``.venv`` nothing is added."""
    if os.environ.get("CCHC_NO_VENV") or Path(sys.prefix).resolve() != VENV.resolve() or _is_ready((extra,)):
        return
    _install(Path(sys.executable), (extra,))
    importlib.invalidate_caches()


def _wanted(extras: tuple[str, ...]) -> list[str]:
    import tomllib  # new in Python 3.11

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project.get("optional-dependencies", {})
    return [*project["dependencies"], *(name for extra in extras for name in optional[extra])]


def _stamp(extras: tuple[str, ...]) -> tuple[Path, str]:
    facts = repr((_wanted(extras), (ROOT / "constraints.txt").read_text(encoding="utf-8"), sys.version_info[:2]))
    return VENV / f".ready-{'-'.join(extras) or 'run'}", hashlib.sha256(facts.encode()).hexdigest()


def _is_ready(extras: tuple[str, ...]) -> bool:
    stamp, digest = _stamp(extras)
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == digest


def _make(python: Path, extras: tuple[str, ...]) -> None:
    try:
        if not _stands(python):
            venv.create(VENV, with_pip=True)
    except (subprocess.CalledProcessError, OSError) as error:
        _refuse(error)
    _install(python, extras)


def _stands(python: Path) -> bool:
    """Whether this Python made the environment, to its end: made again, it would replace a program that may be running (``make serve``)."""
    facts = VENV / "pyvenv.cfg"
    if not (python.is_file() and facts.is_file() and any(VENV.glob(".ready-*"))):
        return False
    return f"version = {sys.version.split()[0]}\n" in facts.read_text(encoding="utf-8")


def _install(python: Path, extras: tuple[str, ...]) -> None:
    print("Cài thư viện cần thiết (một, hai phút)…", flush=True)
    try:
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--constraint", str(ROOT / "constraints.txt"), *_wanted(extras)], check=True, cwd=ROOT)
    except (subprocess.CalledProcessError, OSError) as error:
        _refuse(error)
    stamp, digest = _stamp(extras)
    stamp.write_text(digest, encoding="utf-8")


def _refuse(error: Exception) -> NoReturn:
    print(f"Không cài được thư viện cần thiết: {error}. Kiểm tra kết nối mạng rồi chạy lại.", file=sys.stderr)
    sys.exit(2)
