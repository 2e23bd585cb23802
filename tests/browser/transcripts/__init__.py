"""What a screen reader says of a page of each kind, in Vietnamese: one file a kind, read like the page itself.

``python -m tests.browser.transcripts`` writes them anew; look at the difference before it is kept.
"""

from pathlib import Path

from playwright.sync_api import Browser

from tests.audit.kinds import KINDS, SOMETIMES, Kind
from tests.audit.measure import aloud
from tests.audit.reader import FRAME as FRAME_NAME
from tests.audit.reader import without_frame

FOLDER = Path(__file__).parent
FRAME = next(kind for kind in KINDS if kind.name == FRAME_NAME)
READ = [kind for kind in KINDS if kind.name not in SOMETIMES]


def file_of(kind: Kind) -> Path:
    return FOLDER / f"{kind.name}.txt"


def text(lines: list[str]) -> str:
    return "\n".join([*lines, ""])


def told(browser: Browser, site: str, kind: Kind, frame: list[str]) -> str:
    """The text of a kind's file. ``frame`` are the lines of the one page that is written whole. Raises NotHere."""
    return text(frame if kind is FRAME else without_frame(aloud(browser, site, kind.example), frame))
