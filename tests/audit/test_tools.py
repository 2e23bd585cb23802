"""The node packages: versions from one file, and a clear word when they are not there."""

import json
from pathlib import Path

import pytest

from tests.audit import tools


def test_versions_are_exact() -> None:
    assert set(tools.versions()) == {tools.READER, tools.LIGHTHOUSE}
    assert all(version.replace(".", "").isdigit() for version in tools.versions().values())


def test_a_package_counts_only_in_the_version_that_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "FOLDER", tmp_path)
    about = tmp_path / "node_modules" / tools.LIGHTHOUSE / "package.json"
    with pytest.raises(tools.NotHere, match=r"no lighthouse .*\.ci/tools"):
        tools.package(tools.LIGHTHOUSE)
    about.parent.mkdir(parents=True)
    about.write_text(json.dumps({"version": "1.0.0"}), encoding="utf-8")
    with pytest.raises(tools.NotHere):
        tools.package(tools.LIGHTHOUSE)
    about.write_text(json.dumps({"version": tools.versions()[tools.LIGHTHOUSE]}), encoding="utf-8")
    assert tools.package(tools.LIGHTHOUSE) == about.parent


def test_without_node_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "FOLDER", tmp_path / "audit")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(tools.NotHere, match="Node"):
        tools.install()
