"""What a link or a picture of the content points at."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from plugins.model.problems import Problem, problem
from plugins.model.prose import Picture
from plugins.model.text import fold, nearest
from plugins.model.vocab import Standing
from plugins.reading.assets import KINDS, PICTURES, AssetInfo, ending, published_path
from plugins.reading.refs import without_placeholder


@dataclass(frozen=True, slots=True)
class Place:
    """A content item as a target: its standing, its page and the anchors in it."""

    standing: Standing | None
    path: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A resolved target: path in the site (with anchor), the asset it uses, or a page to look for after planning."""

    href: str
    asset: str = ""
    planned: str = ""


def _is_address(typed: str) -> bool:
    """Whether a text can be taken apart as an address: ``//[x`` cannot."""
    try:
        return urlsplit(without_placeholder(typed)[0]) is not None
    except ValueError:
        return False


class Targets:
    """Resolves what editors type: relative to the item, to the content folder, or with Pelican's placeholders."""

    def __init__(self, places: Mapping[str, Place], assets: Mapping[str, AssetInfo]) -> None:
        self._places = places
        self._assets = assets
        # Only what is not found as it was typed is looked for without marks.
        self._by_fold = lru_cache(maxsize=1)(lambda: {fold(path): path for path in (*places, *assets)})

    def picture(self, typed: str, source: str, line: int) -> tuple[Picture | None, str, Problem | None]:
        """The picture of a key such as ``image``: record, content path, or the problem."""
        if not _is_address(typed):
            return None, "", problem("target-missing", source, line, target=typed, hint="")
        if ":" in typed:
            return None, "", problem("target-local" if typed.lower().startswith("file") or typed[1:2] == ":" else "image-kind", source, line, target=typed)
        path, trouble = self._find(typed, source, line)
        if trouble is not None:
            return None, "", trouble
        if ending(path) not in PICTURES or path not in self._assets:
            return None, "", problem("image-kind", source, line, target=typed)
        info = self._assets[path]
        return Picture(published_path(path), info.width, info.height, info.size, info.media_type, info.widths), path, None

    def resolve(self, typed: str, source: str, line: int) -> tuple[Target | None, Problem | None]:
        """A local target of a body: another item, an asset, or a page of the site; and what is wrong with it."""
        if not _is_address(typed):
            return None, problem("target-missing", source, line, target=typed, hint="")
        parts = urlsplit(without_placeholder(typed)[0])
        if not parts.path:
            return self._anchor(source, parts.fragment, source, line)
        if parts.path.endswith((".html", "/")) or "." not in parts.path.rpartition("/")[2]:
            return self._page(typed, source, line)
        path, trouble = self._find(typed, source, line)
        if trouble is not None:
            return None, trouble
        if path in self._places:
            place = self._places[path]
            if place.standing is not Standing.PUBLIC:
                return None, problem("target-withheld", source, line, target=typed, standing=place.standing or "có lỗi")
            return self._anchor(path, parts.fragment, source, line)
        if ending(path) not in KINDS:
            return None, problem("target-not-published", source, line, target=typed, kinds=", ".join(KINDS))
        return Target(published_path(path), asset=path), None

    def _anchor(self, path: str, anchor: str, source: str, line: int) -> tuple[Target, Problem | None]:
        """An item, at an anchor; a link to an anchor that is not there leads to the top of the item."""
        place = self._places[path]
        if anchor and unquote(anchor) not in place.anchors:
            known = ", ".join(place.anchors) or "không có"
            return Target(place.path), problem("anchor-missing", source, line, target=path, anchor=unquote(anchor), anchors=known)
        if anchor and path == source:
            return Target(f"#{anchor}"), None
        return Target(f"{place.path}#{anchor}" if anchor else place.path), None

    def _page(self, typed: str, source: str, line: int) -> tuple[Target | None, Problem | None]:
        """An address of the site itself, such as ``/chuyen-muc/chi-so.html``: known only after planning."""
        parts = urlsplit(without_placeholder(typed)[0])
        here = self._places[source].path
        joined = parts.path if parts.path.startswith("/") else posixpath.join("/", posixpath.dirname(here), parts.path)
        path = posixpath.normpath(joined).lstrip("/")
        if path.startswith(".."):
            return None, problem("target-outside", source, line, target=typed)
        page = "index.html" if path in {"", "."} else path if path.endswith(".html") else f"{path}/index.html"
        suffix = f"#{parts.fragment}" if parts.fragment else ""
        return Target(page + suffix, planned=page), None

    def _find(self, typed: str, source: str, line: int) -> tuple[str, Problem | None]:
        """The content path meant, or the problem: outside, wrong case, missing."""
        bare, _ = without_placeholder(typed)
        wanted = unquote(urlsplit(bare).path).replace("\\", "/")
        folder = posixpath.dirname(source)
        absolute = wanted.startswith("/")
        tries = [posixpath.normpath(wanted.lstrip("/"))] if absolute else []
        if not absolute:
            tries = [posixpath.normpath(posixpath.join(folder, wanted)), posixpath.normpath(wanted)]
        if all(path.startswith("..") for path in tries) or "\0" in wanted:
            return "", problem("target-outside", source, line, target=typed)
        for path in tries:
            if path in self._places or path in self._assets:
                return path, None
        for path in tries:
            actual = self._by_fold().get(fold(path))
            if actual is not None:
                return "", problem("target-case", source, line, target=typed, actual=actual)
        near = nearest(tries[-1], self._by_fold().values())
        return "", problem("target-missing", source, line, target=typed, hint=f"; có phải '{near}'?" if near else "")
