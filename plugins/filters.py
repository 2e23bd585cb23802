"""Jinja filters: pure functions, one dict at the end."""

import re
from datetime import date, datetime

from markupsafe import Markup

from plugins.linkeddata import crumbs_data, news_data, unit_data
from plugins.model.dates import long_date, short_date
from plugins.model.frame import Frame
from plugins.model.prose import Prose, webp_path

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def to(href: str, root: str) -> str:
    """A link on a page: full addresses stay, site paths get the page's root, the home page is the root itself."""
    if not href or (":" in href and _SCHEME.match(href)):
        return href
    return root if href == "index.html" else root + href


def absolute(href: str, frame: Frame) -> str:
    """The full address of a site path."""
    return to(href, frame.base_url)


def clock(moment: datetime) -> str:
    """``08:30``; midnight, which is what a date without a time means, is empty."""
    return "" if (moment.hour, moment.minute) == (0, 0) else f"{moment:%H:%M}"


def prose(body: Prose, root: str) -> Markup:
    """Clean HTML of a body with its site paths under a root. The only markup that is not escaped."""
    return Markup(body.at(root))  # sanitised by plugins.reading.sanitise


def iso(moment: datetime | date) -> str:
    """``2026-03-05T08:30:00+07:00``, or the day alone."""
    return moment.isoformat()


def json_data(text: str) -> Markup:
    """JSON inside a script element; ``<`` is escaped once more, so that no text can end the element."""
    return Markup(text.replace("<", "\\u003c"))


def size(count: int) -> str:
    """Bytes as people read them: ``820 B``, ``35 kB``, ``1,2 MB``."""
    if count < 1_000:
        return f"{count} B"
    return f"{round(count / 1_000)} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB".replace(".", ",")


def number(count: int) -> str:
    """``12.345``: a dot between thousands."""
    return f"{count:,}".replace(",", ".")


FILTERS = {
    "absolute": absolute,
    "clock": clock,
    "crumbs_data": crumbs_data,
    "day": short_date,
    "iso": iso,
    "json_data": json_data,
    "long_day": long_date,
    "news_data": news_data,
    "number": number,
    "prose": prose,
    "size": size,
    "to": to,
    "unit_data": unit_data,
    "webp": webp_path,
}
