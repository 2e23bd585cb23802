"""A4 sheets as HTML, ready for a PDF maker: templates, styles and words of ``theme/print``."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.filters import FILTERS
from plugins.model.addresses import facet_slug
from plugins.model.procedure import Procedure
from plugins.model.site import Site
from plugins.model.text import sort_key
from plugins.press.sheet_views import Listed, Posted, listed, posted
from plugins.press.theme import Words, attributes

WHOLE_LIST = "danh-muc"
_PICTURE = re.compile(r'<img[^>]*\ssrc="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document to print: its name below the folder of prints, without ending, and what it shows."""

    name: str
    template: str
    title: str
    body: Posted | Listed


def current(site: Site) -> list[Procedure]:
    """What applies today and so is posted, by sector and code."""
    found = {p.code: p for p in site.procedures if p.in_force}
    return sorted(found.values(), key=lambda p: (sort_key(p.sector), p.sort_key))


def sector_names(site: Site) -> dict[str, str]:
    """Sectors by slug, in alphabetical order; of two spellings the first."""
    names: dict[str, str] = {}
    for p in current(site):
        names.setdefault(facet_slug(p.sector), p.sector)
    return names


class SheetMaker:
    """Sheets of one site in one theme."""

    def __init__(self, site: Site, theme: Path) -> None:
        self._site = site
        self._folder = theme / "print"
        self._words = load_print_words(theme)
        self._environment = _environment(self._folder)
        self.styles = (self._folder / "sheet.css").read_text(encoding="utf-8")

    def one(self, procedure: Procedure) -> Sheet:
        return Sheet(procedure.code, "procedure.html", procedure.title, posted(self._site, procedure, self._words))

    def sector(self, slug: str) -> Sheet:
        """A cover list and the sheets of its procedures."""
        procedures = sorted((p for p in current(self._site) if facet_slug(p.sector) == slug), key=lambda p: p.sort_key)
        path = self._site.addresses.procedure_list("linh-vuc", slug)
        body = listed(self._site, procedures, sector_names(self._site)[slug], path, self._words)
        return Sheet(f"linh-vuc/{slug}", "list.html", body.heading, body)

    def whole(self) -> Sheet:
        body = listed(self._site, current(self._site), "", self._site.addresses.procedures(), self._words)
        return Sheet(WHOLE_LIST, "list.html", body.heading, body)

    def every(self) -> Iterable[Sheet]:
        """The list, each sector, each procedure."""
        yield self.whole()
        yield from map(self.sector, sector_names(self._site))
        yield from map(self.one, current(self._site))

    def html(self, sheet: Sheet) -> str:
        profile = self._site.profile
        names = {
            "sheet": sheet,
            "unit": profile.unit,
            "feedback": profile.links.feedback,
            "base": f"{profile.site.domain}/",
            "w": self._words,
        }
        return self._environment.get_template(sheet.template).render(names)

    def pictures(self, html: str) -> dict[str, tuple[str, str]]:
        """Full address → (path in the content folder, digest) of the pictures that a sheet shows."""
        assets = {f"{self._site.profile.site.domain}/{asset.path}": (asset.source, asset.digest) for asset in self._site.assets}
        return {address: assets[address] for address in sorted(set(_PICTURE.findall(html))) if address in assets}


def load_print_words(theme: Path) -> Words:
    """``print/words.toml`` of a theme."""
    words: Words = attributes(tomllib.loads((theme / "print" / "words.toml").read_text(encoding="utf-8")))
    return words


def _environment(folder: Path) -> Environment:
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    return made
