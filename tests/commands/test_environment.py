"""The project's own environment: an extra that only the content asks for is added once, and nowhere else."""

import subprocess
import sys

import pytest

from commands import environment


@pytest.fixture
def installed(monkeypatch, tmp_path) -> list[list[str]]:
    """The calls of pip; the running environment is the project's own."""
    calls: list[list[str]] = []
    monkeypatch.delenv("CCHC_NO_VENV", raising=False)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(subprocess, "run", lambda command, **_: calls.append(command))
    return calls


def test_an_extra_is_installed_into_the_running_environment_once(installed, tmp_path):
    environment.need("print")
    environment.need("print")
    assert [call[:4] for call in installed] == [[sys.executable, "-m", "pip", "install"]]
    assert any(name.startswith("weasyprint") for name in installed[0])
    assert [file.name for file in tmp_path.iterdir()] == [".ready-print"]


def test_an_environment_that_is_not_the_projects_own_is_left_alone(installed, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "other"))
    environment.need("print")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setenv("CCHC_NO_VENV", "1")
    environment.need("print")
    assert installed == []


def test_an_extra_that_cannot_be_installed_is_told_in_one_line(installed, monkeypatch, capsys):
    def offline(command, **_):
        raise subprocess.CalledProcessError(1, "pip")

    monkeypatch.setattr(subprocess, "run", offline)
    with pytest.raises(SystemExit) as ended:
        environment.need("print")
    assert ended.value.code == 2
    assert "Kiểm tra kết nối mạng" in capsys.readouterr().err


def test_an_environment_that_stands_is_not_made_again_under_a_running_program(monkeypatch, tmp_path):
    """``make import`` beside ``make serve``: the first import adds its libraries to an environment whose Python is running."""
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "_install", lambda _python, extras: environment._stamp(extras)[0].write_text("", encoding="utf-8"))
    python = tmp_path / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    environment._make(python, ())
    with subprocess.Popen([python, "-c", "input()"], stdin=subprocess.PIPE) as running:
        before = python.stat()
        environment._make(python, ("import",))
        assert (python.stat().st_ino, python.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
        running.communicate(b"\n")
    facts = tmp_path / ".venv" / "pyvenv.cfg"
    facts.write_text(facts.read_text(encoding="utf-8").replace(sys.version.split()[0], "3.11.0"), encoding="utf-8")
    assert not environment._stands(python), "another Python makes it anew"
