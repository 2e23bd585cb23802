"""The page that is shown where there is no signal. The worker that shows it is the theme's ``sw.js``."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model.page import Page
from plugins.model.site import Site
from plugins.offline import words


@dataclass(frozen=True, slots=True)
class OfflineView:
    """What ``offline.html`` shows: ``home`` is the address of the home page, to try again; empty when taken out."""

    home: str


def plan(site: Site) -> Iterable[Page]:
    """Nothing unless the profile wants it."""
    if site.addresses.offline() and site.profile.site.offline:
        view = OfflineView(site.addresses.home())
        yield Page(site.addresses.offline(), "offline.html", words.TITLE, words.DESCRIPTION, view, indexed=False)
