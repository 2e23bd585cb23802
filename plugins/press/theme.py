"""The theme as the press uses it: words, one stylesheet and one script under names of their own content, templates."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.filters import FILTERS
from plugins.model.colours import Palette, palette
from plugins.model.frame import Frame
from plugins.press.engine import Engine, remembered

# extends, include, import and from, with the name that they give as a text; empty when it is computed.
_REFERS = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\s+(?:[\"']([^\"']*)[\"'](?=\s*(?:[-+]?%}|import\b|as\b|with\b|without\b|ignore\b)))?")

_ORDER = ("tokens.css", "base.css", "layout.css", "prose.css")


class Words(dict[str, Any]):
    """Words of the theme by attribute, so that templates read ``w.article.others`` and a missing one stops the build."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        super().__init__(words)
        self.__dict__ = self  # what is asked for by attribute is found without a line of Python

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A static file: path in the site and bytes."""

    path: str
    data: bytes


def load_words(theme: Path) -> Words:
    """``words.toml`` of a theme."""
    words: Words = attributes(tomllib.loads((theme / "words.toml").read_text(encoding="utf-8")))
    return words


def attributes(value: Any) -> Any:
    """Tables of a TOML file as :class:`Words`."""
    if isinstance(value, dict):
        return Words({key: attributes(inner) for key, inner in value.items()})
    return [attributes(inner) for inner in value] if isinstance(value, list) else value


def stylesheet(theme: Path, colours: Palette) -> str:
    """All styles in the order of their layers, and the unit's colours last."""
    css = theme / "static" / "css"
    parts = [css / name for name in _ORDER] + sorted((css / "components").glob("*.css")) + [css / "print.css"]
    return lean_style("\n".join(part.read_text(encoding="utf-8") for part in parts)) + f"\n{colours.rule}\n"


def lean_style(text: str) -> str:
    """Without comments, indents and most line ends: a fifth less to send, packed. Nothing is rewritten."""
    plain = re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    return re.sub(r"([{};,])\n", r"\1", plain).strip()


def lean_script(text: str) -> str:
    """Without indents and lines that are comments. No text of a script goes over several lines."""
    return re.sub(r"^[ \t]+", "", re.sub(r"^\s*//.*\n", "", text, flags=re.MULTILINE), flags=re.MULTILINE)


def behaviour(theme: Path) -> str:
    """All scripts, in the order of their names: the first sets what must stand before anything is painted."""
    return lean_script("\n".join(part.read_text(encoding="utf-8") for part in sorted((theme / "static" / "js").glob("*.js"))))


def bundles(theme: Path, frame: Frame) -> tuple[Bundle, Bundle, tuple[Bundle, ...]]:
    """The stylesheet with the unit's colours, the script, and the files with fixed names (feed stylesheets, the worker)."""
    style, script = stylesheet(theme, palette(frame.primary, frame.accent)), behaviour(theme)
    fixed = tuple(Bundle(f"theme/{file.name}", file.read_bytes()) for file in sorted((theme / "static").glob("feed.css")))
    if frame.search:
        searching = ("search.js", "find.js")
        fixed += tuple(Bundle(f"theme/{name}", lean_script((theme / "static" / name).read_text(encoding="utf-8")).encode()) for name in searching)
    if frame.offline:
        fixed += (Bundle(frame.offline.worker, (theme / "static" / "sw.js").read_bytes()),)
    return _hashed("site", "css", style), _hashed("site", "js", script), fixed


def _hashed(name: str, end: str, text: str) -> Bundle:
    data = text.encode()
    return Bundle(f"theme/{name}.{blake2b(data, digest_size=5).hexdigest()}.{end}", data)


def environment(theme: Path) -> Environment:
    """Autoescape and strict undefined, only this theme's templates: nothing comes silently from another theme."""
    made = Engine(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    made.filters.update(FILTERS)
    return made


# Partials that show the frame alone, and of the page at most its own entry in the menu and whether it is the home page.
FRAME_PARTIALS = ("partials/skip.html", "partials/header.html", "partials/menu.html", "partials/offline.html", "partials/footer.html")

# Shows the way to a page, which all pages of a month or a category have in common.
CRUMBS = "partials/crumbs.html"


def shared_frame(made: Environment, frame: Frame) -> Environment:
    """The same engine, which renders the parts around a page once a folder depth instead of once a page. For one frame only."""
    menu = frozenset(link.href for link in frame.menu)

    def place(names: Mapping[str, Any]) -> object:
        page = names["page"]
        return names["root"], page.path if page.path in menu else "", page.template == "index.html"

    def way(names: Mapping[str, Any]) -> object:
        page = names["page"]
        return names["root"], page.crumbs, page.template == "index.html"

    for name in FRAME_PARTIALS:
        remembered(made.get_template(name), place)
    remembered(made.get_template(CRUMBS), way)
    return made


class Templates:
    """Digest of a template and of everything that it extends, includes or imports."""

    def __init__(self, theme: Path) -> None:
        self._folder = theme / "templates"
        self.digest = lru_cache(maxsize=None)(self._digest)

    def _digest(self, name: str) -> str:
        whole = blake2b(digest_size=16)
        for part in sorted(self._closure(name, set())):
            whole.update(f"{part}\n".encode() + (self._folder / part).read_bytes())
        return whole.hexdigest()

    def _closure(self, name: str, seen: set[str]) -> set[str]:
        if name not in seen:
            seen.add(name)
            for part in self._parts(name):
                self._closure(part, seen)
        return seen

    @cache  # noqa: B019 - there is one for each build
    def _parts(self, name: str) -> tuple[str, ...]:
        """The templates that one names. A quick look for the tags: parsing them all takes as long as planning a site."""
        text = (self._folder / name).read_text(encoding="utf-8")
        parts = tuple(_REFERS.findall(text))
        if any(not part for part in parts):
            raise ValueError(f"{name}: a template name that is computed cannot be fingerprinted")
        return parts
