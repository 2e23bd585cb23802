"""A commune's content folder written by a test, and the program run on it as a person runs it."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from tests.conftest import ROOT
from tests.factory import profile_table

NOW = "2026-06-01T08:00"


def toml(tables: dict[str, Any]) -> str:
    """The tables of a profile as ``site.toml``."""
    lines: list[str] = []
    for name, table in tables.items():
        lines += [f"[{name}]", *(f"{key} = {_toml_value(value)}" for key, value in table.items()), ""]
    return "\n".join(lines)


def _toml_value(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{str(value).replace(chr(34), chr(92) + chr(34))}"'


class Commune:
    """``content/`` of one unit. Each method writes one file."""

    def __init__(self, content: Path, **profile: Any) -> None:
        self.content = content
        content.mkdir(parents=True, exist_ok=True)
        self.profile(**profile)

    def profile(self, **changes: Any) -> None:
        self.write("site.toml", toml(profile_table(**changes)))

    def write(self, path: str, text: str | bytes) -> Path:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def news(self, name: str, body: str = "", **keys: Any) -> Path:
        """``tin-tuc/<name>.md``; keys given as None are left out."""
        matter = {"title": f"Bài {name}", "date": "2/3/2026 08:00", "category": "chi-so", **keys}
        return self._item(f"tin-tuc/{name}.md", matter, body or f"Nội dung {name}.")

    def page(self, name: str, body: str = "", **keys: Any) -> Path:
        return self._item(f"trang/{name}.md", {"title": f"Trang {name}", **keys}, body or f"Nội dung {name}.")

    def picture(self, path: str, width: int = 64, height: int = 48) -> Path:
        out = io.BytesIO()
        Image.new("RGB", (width, height), (11, 83, 148)).save(out, format="JPEG" if path.endswith("jpg") else "PNG")
        return self.write(path, out.getvalue())

    def _item(self, path: str, matter: dict[str, Any], body: str) -> Path:
        lines = [f"{key}: {value}" for key, value in matter.items() if value is not None]
        return self.write(path, "\n".join(["---", *lines, "---", body, ""]))


@dataclass(frozen=True)
class Outcome:
    """How a run ended: exit code and everything it said."""

    code: int
    said: str


def run(*arguments: str | Path, cache: Path, **environ: str) -> Outcome:
    """``python -m commands …`` in a process of its own."""
    keep = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if key in os.environ}
    given = {"PYTHONPATH": str(ROOT), "CCHC_NO_VENV": "1", "CCHC_CACHE": str(cache), "NOW": NOW, "WORKERS": "1"}
    umask = int(environ.pop("umask", "022"), 8)
    done = subprocess.run(
        [sys.executable, "-m", "commands", *map(str, arguments)],
        cwd=ROOT,
        env={**keep, **given, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        umask=umask,
    )
    return Outcome(done.returncode, done.stdout + done.stderr)


def publish(content: Path, public: Path, cache: Path | None = None, **environ: str) -> Outcome:
    """Publish one commune; the cache lies beside the public folder when none is given."""
    return run("publish", "--content", content, "--public", public, cache=cache or public.parent / "cache", **environ)


def published(content: Path, public: Path, **more: Any) -> dict[str, bytes]:
    """The tree of a good publish."""
    outcome = publish(content, public, **more)
    assert outcome.code == 0, outcome.said
    return tree(public)


def tree(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file under a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
