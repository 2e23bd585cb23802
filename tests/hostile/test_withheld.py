"""Drafts, scheduled and expired items: not a byte and not a path of the output says that they are there."""

import gzip
import json
import zlib
from pathlib import Path

import brotli
import pytest

from plugins.model.vocab import Standing

from .case import Case
from .cases.withheld import CASES, TOKEN
from .commune import GOOD, lay
from .line import judge_folder, press_folder

_STANDING = {"date": Standing.SCHEDULED, "secret-future": Standing.SCHEDULED, "expired": Standing.EXPIRED}


def _bytes(path: Path) -> bytes:
    data = path.read_bytes()
    try:
        return brotli.decompress(data) if path.suffix == ".br" else gzip.decompress(data) if path.suffix == ".gz" else data
    except (OSError, zlib.error):
        return data


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_nothing_of_a_withheld_item_is_in_the_output(case: Case, tmp_path: Path) -> None:
    """Title, body, tag, summary, author, anchor and the name of the picture: the mark is nowhere."""
    content, out = tmp_path / "content", tmp_path / "out"
    lay(content, {**GOOD, **case.files})
    assert any(TOKEN.encode() in data for data in case.files.values())
    _, faults = press_folder(content, out)
    assert faults == []
    for path in out.rglob("*"):
        assert TOKEN not in str(path.relative_to(out))
        assert not path.is_file() or TOKEN.encode() not in _bytes(path), path
    assert len(list(out.rglob("*.html"))) > 5


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_withheld_item_is_counted_with_its_reason(case: Case, tmp_path: Path) -> None:
    """Nothing is dropped in silence: the report names the file and says why it is not public."""
    lay(tmp_path, {**GOOD, **case.files})
    verdict, _ = judge_folder(tmp_path)
    [kept] = verdict.withheld
    wanted = next((standing for start, standing in _STANDING.items() if case.id.startswith(start)), Standing.DRAFT)
    assert kept.path in case.files
    assert kept.standing is wanted


def test_all_withheld_items_together_leave_the_site_as_it_was(tmp_path: Path) -> None:
    """The output with a dozen secrets in the content is byte for byte the output without them."""
    plain, secret = tmp_path / "plain", tmp_path / "secret"
    lay(plain, GOOD)
    lay(secret, GOOD)
    for number, case in enumerate(CASES):
        for path, data in case.files.items():
            name = path if path.endswith(".png") else path.replace(".md", f"-{number}.md")
            text = data if path.endswith(".png") else data.replace(b"slug: " + TOKEN.encode(), b"")
            lay(secret, {name: text.replace(b"Tin " + TOKEN.encode(), f"Tin {number} {TOKEN}".encode())})
    outs = []
    for folder in (plain, secret):
        out = tmp_path / f"{folder.name}-out"
        press_folder(folder, out)
        outs.append({str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert outs[0] == outs[1]
    assert TOKEN not in json.dumps(sorted(outs[1]))
