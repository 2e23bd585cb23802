"""The same bytes from another Python, another place of the program, another file system, another idea of text.

Hash seed, zone, locale, umask, path, times and order of files, hours and days: ``tests/site/test_same_bytes.py``; another user:
``test_box.py``.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from datetime import datetime, timedelta
from importlib.metadata import distributions
from pathlib import Path

import pytest

from tests.commune import Commune, published, tree
from tests.conftest import ROOT
from tests.site.test_same_bytes import FIXED, write

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("variations") / "content").content


@pytest.fixture(scope="module")
def reference(content: Path) -> dict[str, bytes]:
    return published(content, content.parent / "public", **FIXED)


def publish_with(python: Path | str, content: Path, base: Path, program: Path = ROOT, **environ: str) -> dict[str, bytes]:
    """The tree of a good publish by some Python, of the program at some place, with nothing else of the environment."""
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": str(program), "PYTHONDONTWRITEBYTECODE": "1", "CCHC_NO_VENV": "1", "WORKERS": "1"}
    command = [str(python), "-m", "commands", "publish", "--content", str(content), "--public", str(base / "public")]
    everything = {**given, "CCHC_CACHE": str(base / "cache"), **FIXED, **environ}
    done = subprocess.run(command, cwd=program, env=everything, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    return tree(base / "public")


@pytest.fixture(scope="module", params=["3.12", "3.13", "3.14"])
def other_python(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another Python with the very libraries of this one."""
    found = [shutil.which(f"python{request.param}"), *map(str, (Path.home() / ".pyenv" / "versions").glob(f"{request.param}.*/bin/python"))]
    python = next((path for path in found if path and _runs(path)), None)
    if python is None:
        pytest.skip(f"needs Python {request.param}")
    room = tmp_path_factory.mktemp("python")
    (room / "same").write_text("".join(f"{one.metadata['Name']}=={one.version}\n" for one in distributions()))
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    pip = [str(room / "made" / "bin" / "pip"), "install", "--quiet", "--prefer-binary", "--disable-pip-version-check", "-c", str(room / "same")]
    try:
        subprocess.run([python, "-m", "venv", str(room / "made")], check=True, capture_output=True, timeout=60)
        subprocess.run([*pip, *wanted], check=True, capture_output=True, timeout=240)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"the libraries cannot be had for Python {request.param}: {error}")
    return room / "made" / "bin" / "python"


def _runs(python: str) -> bool:
    return subprocess.run([python, "-m", "venv", "--help"], capture_output=True, check=False).returncode == 0


def test_another_python_builds_the_same_bytes(other_python: Path, content: Path, reference: dict[str, bytes], tmp_path: Path):
    assert publish_with(other_python, content, tmp_path) == reference


def test_the_place_of_the_program_does_not_show_in_the_bytes(content: Path, reference: dict[str, bytes], tmp_path: Path):
    program = tmp_path / "chương trình"
    shutil.copytree(ROOT, program, ignore=shutil.ignore_patterns(".*", "__pycache__", "tests", "content", "public", "docs", "bench"))
    assert publish_with(sys.executable, content, tmp_path, program) == reference


def test_a_machine_that_takes_text_for_ascii_builds_the_same_bytes(tmp_path: Path):
    """Neither what is read nor what is written hangs on the locale; only names of files must be within its letters."""
    commune = Commune(tmp_path / "content")
    for number in range(3):
        commune.news(f"bai-{number}", f"Nội dung tiếng Việt {number}.", title=f"Đăng ký {number}", tags="một cửa")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii:backslashreplace"}
    made = publish_with(sys.executable, commune.content, tmp_path / "ascii", **ascii_only)
    assert made == published(commune.content, tmp_path / "public", **FIXED)


def test_another_file_system_builds_the_same_bytes(memory: Path, content: Path, reference: dict[str, bytes]):
    """In memory, folders are listed in another order, and times are finer."""
    base = memory / "another-file-system"
    shutil.copytree(content, base / "content")
    assert publish_with(sys.executable, base / "content", base) == reference


def test_the_clock_of_the_machine_itself_gives_what_an_hour_and_a_day_later_give(content: Path, tmp_path: Path):
    own = publish_with(sys.executable, content, tmp_path / "own", NOW="")
    for later in (timedelta(hours=1), timedelta(days=1)):
        then = (datetime.now() + later).strftime("%Y-%m-%dT%H:%M")
        assert publish_with(sys.executable, content, tmp_path / then, NOW=then) == own
