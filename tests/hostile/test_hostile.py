"""Every input of ``cases/`` against the gate: its class, and exactly the problems that it must be told."""

import re
import time
from pathlib import Path

import pytest

from plugins.model.problems import stops

from .case import Case
from .cases import ALL
from .commune import GOOD, lay
from .line import judged

SECONDS = 15
_VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_every_input_is_told_exactly_what_is_wrong_and_what_to_write_instead(case: Case, content: Path) -> None:
    """File, line and code of every problem, none in an innocent file; the words are Vietnamese, on one line, filled in."""
    lay(content, {**GOOD, **case.files}, case.links, case.fifos)
    began = time.monotonic()
    verdict, problems = judged(content)
    assert time.monotonic() - began < SECONDS
    assert sorted((p.path, p.line, p.code) for p in problems) == case.problems
    assert stops(problems) == (case.expected == "error")
    assert verdict.found == verdict.public + len(verdict.withheld) + verdict.refused
    for sentence in (s for p in problems for s in (p.what, p.remedy)):
        assert _VIETNAMESE.search(sentence), sentence
        assert sentence.isprintable()
        assert len(sentence) < 1_500
    assert len(verdict.withheld) == (case.expected == "withheld") + (case.id == "link-to-draft")


def test_errors_name_a_line_in_nearly_every_case() -> None:
    """95 % of the errors that stand in a line say which; a missing key or a broken file stands in none."""
    whole_file = re.compile(r"key-missing|file-|asset-|link-|slug-from-name|-twice|matter-long")
    lines = [line for c in ALL if c.expected == "error" for _, line, code in c.problems if not whole_file.match(code)]
    assert sum(line > 0 for line in lines) >= 0.95 * len(lines)


def test_the_table_is_whole() -> None:
    """One name a case, and honest inputs enough that refusing everything cannot pass."""
    assert len({case.id for case in ALL}) == len(ALL)
    assert sum(case.expected == "ok" for case in ALL) >= 100
    assert not [c.id for c in ALL if c.expected in {"ok", "withheld"} and any(p for p in c.told)]


