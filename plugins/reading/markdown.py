"""Pelican's Markdown reader, subclassed once: a text in, clean HTML out. The engine is built once and used again."""

from typing import Any

from markdown import Markdown
from pelican.readers import MarkdownReader

from plugins.model.text import slugify
from plugins.reading.limits import without_comments
from plugins.reading.plainprose import plain_html
from plugins.reading.quickmark import is_known
from plugins.reading.sanitise import sanitise, stays


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
        self._known = is_known(self._engine)

    def render(self, text: str) -> str:
        """Sanitised HTML of one body."""
        typed = without_comments(text)
        html = plain_html(self._engine.reset(), typed) if self._known else None
        if html is None:
            return sanitise(self._engine.reset().convert(typed))
        return html if stays(html) else sanitise(html)
