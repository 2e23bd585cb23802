"""One page as one file that needs nothing else: styles and pictures inside, no script, nothing that asks the net.

For the eyes of who approves an item, on a telephone. It keeps what the item says (``<main>``) and leaves out the frame of the
site, the list of other items and the buttons.
"""

import posixpath
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.model.colours import palette
from plugins.model.frame import Frame, frame_of
from plugins.model.page import Asset, Page
from plugins.model.site import Site
from plugins.press.studio import Studio
from plugins.press.theme import environment, lean_style, load_words, stylesheet

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_LEFT_OUT = frozenset({"script", "style", "noscript", "template", "form", "button", "source", "iframe", "object", "video", "audio", "link", "meta"})
# Other items, and what a reader of the site may do.
_LEFT_OUT_CLASSES = frozenset({"c-article__on", "c-procedure__foot", "c-exchange__others", "c-exchange__ask", "c-share"})
# No address, nor what a script or a browser with a net would use, outlives the move.
_ATTRIBUTES = frozenset({"src", "href", "srcset", "sizes", "loading", "fetchpriority", "decoding", "style", "action", "ping", "tabindex"})
_MEDIA = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "gif": "gif", "webp": "webp", "svg": "svg+xml", "avif": "avif"}


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands above and below the item: (label, fact) pairs between a heading and what is asked for."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    ask: str
    end: str


@dataclass(frozen=True, slots=True)
class OneFile:
    """The file, and the attached files that it names but does not hold, by their path in the content folder."""

    data: bytes
    attached: tuple[str, ...]


def one_file(site: Site, page: Page, theme: Path, content: Path, notice: Notice) -> OneFile:
    """The page of one item of the site with everything that it shows."""
    frame, assets = frame_of(site), {asset.path: asset for asset in site.assets}
    keeper = _Keeper(page.path, frame, assets, partial(_data_address, Studio(content)))
    keeper.feed(_rendered(page, theme, frame))
    keeper.close()
    made = Environment(loader=FileSystemLoader(theme / "preview"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    style = stylesheet(theme, palette(frame.primary, frame.accent)) + lean_style((theme / "preview" / "preview.css").read_text(encoding="utf-8"))
    # The theme's own text: in a style element it is not escaped.
    names = {"title": page.title, "style": Markup(style), "main": Markup("".join(keeper.kept)), "notice": notice}
    return OneFile(made.get_template("preview.html").render(names).encode(), tuple(dict.fromkeys(keeper.attached)))


def _rendered(page: Page, theme: Path, frame: Frame) -> str:
    root = "../" * page.path.count("/") or "./"
    names = {"page": page, "view": page.view, "frame": frame, "root": root, "w": load_words(theme), "css": "", "js": ""}
    return environment(theme).get_template(page.template).render(names)


def _data_address(studio: Studio, asset: Asset) -> str:
    ending = asset.path.rpartition(".")[2].lower()
    return f"data:image/{_MEDIA[ending]};base64,{b64encode(studio.make(asset)).decode()}"


@dataclass
class _Keeper(HTMLParser):
    """Keeps ``<main>`` of a page of ours, which is well-formed: what is opened is closed."""

    path: str
    frame: Frame
    assets: Mapping[str, Asset]
    data_of: Callable[[Asset], str]
    kept: list[str] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    _depth: int = 0  # of elements within main
    _out: int = 0  # of elements within what is left out

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not (self._depth or tag == "main"):
            return
        self._depth += tag not in _VOID
        classes = set((dict(attrs).get("class") or "").split())
        if self._out or tag in _LEFT_OUT or classes & _LEFT_OUT_CLASSES:
            self._out += tag not in _VOID
        else:
            self.kept.append(f"<{tag}{''.join(self._attributes(tag, attrs))}>")

    def handle_endtag(self, tag: str) -> None:
        if not self._depth or tag in _VOID:
            return
        self._depth -= 1
        if self._out:
            self._out -= 1
        else:
            self.kept.append(f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def _keep(self, text: str) -> None:
        if self._depth and not self._out:
            self.kept.append(text)

    def _attributes(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> Iterable[str]:
        for name, value in attrs:
            if tag == "img" and name == "src":
                shown = self._picture(value or "")
                yield f' src="{shown}"' if shown else ""
            elif tag == "a" and name == "href":
                leads = self._link(value or "")
                yield f' href="{escape(leads)}"' if leads else ""
            elif name not in _ATTRIBUTES and ":" not in name and not name.startswith(("on", "data-")):
                yield f' {name}="{escape(value)}"' if value is not None else f" {name}"

    def _picture(self, source: str) -> str:
        asset = self.assets.get(self._place(source))
        return self.data_of(asset) if asset else ""

    def _link(self, target: str) -> str:
        """Within the file, or to the site with its whole address; a file of the item may not be there yet, so nothing leads to it."""
        if target.startswith("#") or urlsplit(target).scheme:
            return target
        asset = self.assets.get(self._place(target))
        if asset:
            self.attached.append(asset.source)
            return ""
        fragment = urlsplit(target).fragment
        return f"{self.frame.base_url}{self._place(target)}{f'#{fragment}' if fragment else ''}"

    def _place(self, target: str) -> str:
        """A relative address as a path in the site."""
        path = unquote(urlsplit(target).path)
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))
        return "" if joined == "." else joined
