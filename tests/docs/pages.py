"""The pages of the docs: their blocks, their prose, what they show as code."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = sorted((ROOT / "docs").glob("*.md"))
PROCEDURES = ROOT / "docs" / "thu-tuc.md"
ANSWERS = ROOT / "docs" / "hoi-dap.md"
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", ROOT / "CHANGELOG.md", *DOCS]
FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(path: Path, *kinds: str) -> list[str]:
    """Fenced blocks of a page, of these kinds or of all."""
    return [body for _, kind, body in FENCE.findall(read(path)) if not kinds or kind in kinds]


def prose(path: Path) -> str:
    """A page without its fenced blocks."""
    return FENCE.sub("", read(path))


def code(path: Path) -> str:
    """What a page shows as code: its blocks and what stands between backticks."""
    return "\n".join([*blocks(path), *re.findall(r"`([^`\n]+)`", prose(path))])


def headings(path: Path) -> list[str]:
    return re.findall(r"^(#{1,6}) ", prose(path), re.MULTILINE)


def anchors(path: Path) -> set[str]:
    """Anchors of the headings, as forges make them."""
    titles = re.findall(r"^#{1,6} (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def targets() -> list[str]:
    """Targets of the Makefile that are told by ``make help``."""
    return re.findall(r"^([a-z-]+):.*## ", read(ROOT / "Makefile"), re.MULTILINE)
