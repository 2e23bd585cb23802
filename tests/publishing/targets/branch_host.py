"""A bare repository as hosts have them, what others may do to its branch, and a target that publishes there."""

import io
import os
import subprocess
import tarfile
from pathlib import Path

import pytest

from publishing.targets.branch import BranchTarget
from publishing.targets.config import BranchConfig, Secrets
from publishing.targets.contract import MANIFEST, TargetRefused

TOKEN = "ghp_bimat123456"
AUTHOR = "UBND phường Lam Khê <cchc@lamkhe.example>"
BOTH = pytest.mark.parametrize("bare", ["names first", "all"], indirect=True)


@pytest.fixture
def quiet_home(monkeypatch, tmp_path) -> None:
    """Nothing of the settings of whoever runs the tests."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def bare(request, quiet_home, tmp_path) -> Path:
    """A repository as hosts have them: with the ability to leave files out of a fetch, or without."""
    place = tmp_path / "kho" / "trang.git"
    git("init", "--quiet", "--bare", str(place))
    git("-C", str(place), "config", "uploadpack.allowFilter", "false" if getattr(request, "param", "") == "all" else "true")
    git("-C", str(place), "config", "receive.unpackLimit", "1")  # each push stays a pack of its own
    return place


def target_of(bare: Path, state: Path) -> BranchTarget:
    return BranchTarget(BranchConfig(name="pages", secrets=Secrets("pages", {}), state=state, remote=str(bare)), AUTHOR)


def git(*arguments: str, given: bytes = b"") -> str:
    who = {f"GIT_{role}_{part}": text for role in ("AUTHOR", "COMMITTER") for part, text in (("NAME", "Kẻ Lạ"), ("EMAIL", "la@example"))}
    done = subprocess.run(["git", *arguments], input=given, capture_output=True, env={**os.environ, **who}, check=True)
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def tip(bare: Path) -> str:
    return git("-C", str(bare), "rev-parse", "refs/heads/gh-pages")


def tree(bare: Path) -> dict[str, bytes]:
    """Files of one commit, even while another is being pushed."""
    commit = tip(bare)
    archive = subprocess.run(["git", "-C", str(bare), "archive", "--format=tar", commit], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        return {entry.name: file.read() for entry in packed if (file := packed.extractfile(entry))}


def site(bare: Path) -> dict[str, bytes]:
    """What the host serves, our own marks aside."""
    return {path: data for path, data in tree(bare).items() if path not in (MANIFEST, ".nojekyll")}


def edit(bare: Path, files: dict[str, str | None], message: str = "sửa tay") -> None:
    """Somebody else's commit on top of the branch."""
    stream = f"commit refs/heads/gh-pages\ncommitter Kẻ Lạ <la@example> 1790000000 +0000\ndata {len(message.encode())}\n{message}\n"
    stream += "from refs/heads/gh-pages^0\n"
    for path, text in files.items():
        stream += f"D {path}\n" if text is None else f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"
    git("-C", str(bare), "fast-import", "--quiet", given=stream.encode())


def refused(target: BranchTarget) -> str:
    with pytest.raises(TargetRefused) as caught, target.open() as session:
        session.manifest()
    assert TOKEN not in str(caught.value)
    return str(caught.value)
