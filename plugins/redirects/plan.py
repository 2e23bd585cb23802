"""One small page for each old address: it works on any host, without rules of a server. For hosts that take their rules
from the site itself, these too.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model.page import File, Page
from plugins.model.site import Site
from plugins.redirects import words
from plugins.redirects.servers import netlify_files


@dataclass(frozen=True, slots=True)
class RedirectView:
    """What ``redirect.html`` shows: where the page is now."""

    target: str


def plan(site: Site) -> Iterable[Page | File]:
    """A page at each old address that leads on; what is gone for good has none."""
    for redirect in site.redirects:
        if redirect.new:
            yield Page(redirect.old, "redirect.html", words.TITLE, words.DESCRIPTION, RedirectView(redirect.new), indexed=False)
    if site.profile.server.netlify:
        for path, text in netlify_files(site.redirects).items():
            yield File(path, text, str.encode)
