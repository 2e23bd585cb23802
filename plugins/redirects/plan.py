"""One small page for each old address: it works on any host, without rules of a server."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model.page import Page
from plugins.model.site import Site
from plugins.redirects import words


@dataclass(frozen=True, slots=True)
class RedirectView:
    """What ``redirect.html`` shows: where the page is now."""

    target: str


def plan(site: Site) -> Iterable[Page]:
    """A page at each old address that leads on; what is gone for good has none."""
    for redirect in site.redirects:
        if redirect.new:
            yield Page(redirect.old, "redirect.html", words.TITLE, words.DESCRIPTION, RedirectView(redirect.new), indexed=False)
