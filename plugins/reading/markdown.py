"""Pelican's Markdown reader, subclassed once: a text in, clean HTML out. The engine is built once and used again."""

from typing import Any

from markdown import Markdown
from pelican.readers import MarkdownReader

from plugins.model.text import slugify
from plugins.reading.limits import without_comments
from plugins.reading.sanitise import sanitise


def anchor(text: str, separator: str) -> str:
    """Anchor of a heading; Markdown's own loses the letter đ."""
    return slugify(text).replace("-", separator) or "muc"


class ProseReader(MarkdownReader):  # type: ignore[misc]
    """Reads with the extensions of the ``MARKDOWN`` setting, less Pelican's metadata, which is ours to read."""

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        options = dict(self.settings["MARKDOWN"])
        options["extensions"] = [e for e in options["extensions"] if e != "markdown.extensions.meta"]
        self._engine = Markdown(**options)

    def render(self, text: str) -> str:
        """Sanitised HTML of one body."""
        return sanitise(self._engine.reset().convert(without_comments(text)))
