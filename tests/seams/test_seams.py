"""The house keeps its own rules: seams, style, types, size, and the plain Pelican entry."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commune import Commune, tree
from tests.conftest import ROOT

BIN = Path(sys.executable).parent
SOURCES = sorted(path for folder in ("plugins", "commands", "publishing", "importers") for path in (ROOT / folder).rglob("*.py"))
each = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())


def tool(*command: str, **environ: str) -> subprocess.CompletedProcess:
    given = {**os.environ, "PYTHONPATH": str(ROOT), **environ}
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, encoding="utf-8", check=False)


def test_no_room_imports_what_the_seams_forbid():
    done = tool(str(BIN / "lint-imports"), "--no-cache")
    assert done.returncode == 0, done.stdout
    assert re.search(r"Contracts: [6-9]\d* kept, 0 broken", done.stdout)


def test_ruff_finds_nothing():
    done = tool(str(BIN / "ruff"), "check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout


def test_mypy_finds_nothing(tmp_path):
    done = tool(str(BIN / "mypy"), "--cache-dir", str(tmp_path))
    assert done.returncode == 0, done.stdout


# Before click is installed only print can tell a person anything.
PRINTS = {"commands/environment.py"}


@each
def test_a_module_is_short_says_what_it_is_for_and_keeps_the_style_card(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    name = path.relative_to(ROOT).as_posix()
    assert text.count("\n") <= 250, f"{name} is long"
    assert ast.get_docstring(tree), f"{name} says not what it is for"
    assert path.name not in {"utils.py", "helpers.py", "common.py"}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno + 1 <= 45, f"{name}: {node.name} is long"
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{name}:{node.lineno} catches everything"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and name not in PRINTS:
            assert node.func.id != "print", f"{name}:{node.lineno} prints"


# What a page shows comes from the one place; an age of a lock, or whether a moment has passed, is no part of a page.
CLOCKS = {"plugins/model/now.py", "commands/unchanged.py", "publishing/targets/lock.py"}


@each
def test_no_locale_and_no_clock_is_asked_outside_the_one_place(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"%[ABabp]\b.*strftime|strftime\([^)]*%[ABabp]", text)
    assert not re.search(r"\bimport locale\b|\b(?:import|from) requests\b|\burllib\.request\b", text)
    if path.relative_to(ROOT).as_posix() not in CLOCKS:
        assert not re.search(r"\b(?:datetime\.now|datetime\.today|date\.today|time\.time)\(", text)


def test_every_room_is_a_folder_with_a_docstring_and_one_door():
    from plugins import INDEX_ROOMS, ROOMS

    for name, door in (*ROOMS, *INDEX_ROOMS):
        package = (ROOT / "plugins" / name / "__init__.py").read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(package)), name
        assert door.__module__ == f"plugins.{name}.plan"
        assert max(file.read_text(encoding="utf-8").count("\n") for file in (ROOT / "plugins" / name).glob("*.py")) <= 200, name


# — plain Pelican —


@pytest.fixture
def commune(tmp_path) -> Commune:
    made = Commune(tmp_path / "content")
    made.news("a", date="1/3/2026", tags="một cửa")
    made.page("gioi-thieu")
    return made


def pelican(content: Path, out: Path, *more: str) -> subprocess.CompletedProcess:
    command = (sys.executable, "-m", "pelican", str(content), "-s", "pelicanconf.py", "-o", str(out), "--fatal", "warnings", *more)
    return tool(*command, NOW="2026-06-01T08:00")


def test_the_site_is_an_ordinary_pelican_site(commune, tmp_path):
    done = pelican(commune.content, tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    files = tree(tmp_path / "out")
    assert {"index.html", "tin-tuc/a.html", "trang/gioi-thieu.html", "feeds/tat-ca.rss.xml", "the/mot-cua.html", "404.html"} <= files.keys()
    assert not [path for path in files if path.startswith(("author", "category", "tag", "archives"))]


def test_plain_pelican_refuses_wrong_content_and_says_why(commune, tmp_path):
    commune.news("hong", date="31/2/2026")
    done = pelican(commune.content, tmp_path / "out")
    assert done.returncode != 0
    assert "tin-tuc/hong.md:3" in re.sub(r"\s+", "", done.stdout + done.stderr)
    assert not (tmp_path / "out" / "index.html").exists()
