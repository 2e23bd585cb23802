"""A page of each kind, as a screen reader tells it: the words, their order, what is a heading, a list, a link, a table."""

from typing import Any

import pytest

from tests.audit.kinds import Kind
from tests.audit.measure import aloud
from tests.audit.tools import READER, NotHere, package
from tests.browser.transcripts import FOLDER, FRAME, READ, file_of, told


@pytest.fixture(scope="module")
def frame(browser: Any, site: str) -> list[str]:
    """What is said of the page that shows all of its head and foot."""
    try:
        package(READER)
    except NotHere as missing:
        pytest.skip(str(missing))
    return aloud(browser, site, FRAME.example)


@pytest.mark.parametrize("kind", READ, ids=[kind.name for kind in READ])
def test_a_screen_reader_says_what_its_transcript_holds(browser: Any, site: str, frame: list[str], kind: Kind) -> None:
    kept = file_of(kind).read_text(encoding="utf-8") if file_of(kind).is_file() else ""
    assert told(browser, site, kind, frame) == kept, "if this is meant: python -m tests.browser.transcripts, and read the difference"


def test_every_transcript_is_of_a_kind() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == {kind.name for kind in READ}
