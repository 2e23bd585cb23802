"""The manifest of a release: written whole, and believed only when it is whole."""

import pytest

from plugins.press.manifest import Written, read_manifest, write_manifest

FILES = {"index.html": Written("a", 12, "b", 34), "trang/đ.html": Written("c", 5, "d", 6)}


def test_what_is_written_is_read_again(tmp_path):
    write_manifest(tmp_path / "manifest.json", FILES)
    assert read_manifest(tmp_path / "manifest.json") == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"format": 0, "files": {}}', '{"format": 1}', '{"format": 1, "files": []}', '{"format": 1, "files": {"a": [1]}}', '{"format": 1, "files": {"a": 1}}'])
def test_a_broken_or_foreign_manifest_is_as_good_as_none(text, tmp_path):
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert read_manifest(tmp_path / "manifest.json") == {}


def test_a_missing_manifest_is_empty(tmp_path):
    assert read_manifest(tmp_path / "manifest.json") == {}
    (tmp_path / "folder.json").mkdir()
    assert read_manifest(tmp_path / "folder.json") == {}


def test_a_manifest_of_other_letters_is_as_good_as_none(tmp_path):
    (tmp_path / "manifest.json").write_bytes(b"\xff\xfe{}")
    assert read_manifest(tmp_path / "manifest.json") == {}
