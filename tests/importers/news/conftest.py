"""A commune to import into, and one source read on its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from importers.news.item import Wishes
from importers.news.reader import Read, read_source
from plugins.model.keys import Key
from plugins.model.matter import KINDS
from plugins.reading.frontmatter import split
from plugins.reading.limits import body_problems
from plugins.reading.rawtext import decode


class Imported:
    """What one source became: its front matter and body as the site reads them, and what the editor is told."""

    def __init__(self, read: Read) -> None:
        assert read.item is not None, read.problem
        self.read, self.item = read, read.item
        self.kind = read.item.path.split("/")[0]
        raw = decode(read.item.text.encode())
        assert raw.text is not None
        assert raw.problems == ()
        front = split(raw.text, keys_of(self.kind))
        assert front.problems == ()
        self.values, self.body = front.values, front.body
        assert body_problems(self.body, 1) == []

    def paragraphs(self) -> list[str]:
        return self.body.strip().split("\n\n")


def keys_of(kind: str) -> dict[str, Key]:
    return KINDS[kind][1]


@pytest.fixture
def take(tmp_path: Path) -> Callable[..., Imported]:
    """A source of text, bytes or a path, imported."""

    def call(source: str | bytes | Path, name: str = "bai.txt", wishes: Wishes = Wishes()) -> Imported:  # noqa: B008 - frozen
        if not isinstance(source, Path):
            (tmp_path / name).write_bytes(source.encode() if isinstance(source, str) else source)
            source = tmp_path / name
        return Imported(read_source(source, source.name, wishes))

    return call


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., tuple[str, str]]:
    """(code, what is said) of a source that is not imported."""

    def call(source: str | bytes | Path, name: str = "bai.docx") -> tuple[str, str]:
        if not isinstance(source, Path):
            (tmp_path / name).write_bytes(source.encode() if isinstance(source, str) else source)
            source = tmp_path / name
        read = read_source(source, source.name, Wishes())
        assert read.item is None
        assert read.problem is not None
        return read.problem.code, f"{read.problem.what} → {read.problem.remedy}"

    return call
