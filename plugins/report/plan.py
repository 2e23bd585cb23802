"""``bao-cao/``: the periods that the profile makes public; nothing without it. What is shown is judged up to the newest day that
the site itself tells, since a build knows no clock."""

from collections.abc import Iterable
from datetime import date

from plugins.model.page import File
from plugins.model.periods import Period, read_period
from plugins.model.site import Site
from plugins.report.build import report_of
from plugins.report.html import page_of
from plugins.report.records import Report
from plugins.report.style import STYLE

_STYLE = "bao-cao.css"


def plan(site: Site) -> Iterable[File]:
    """A page for each period, and their style."""
    if not site.profile.report.public or not site.addresses.report(_STYLE):
        return
    yield File(site.addresses.report(_STYLE), STYLE, str.encode)
    for name in site.profile.report.public:
        period = read_period(name)
        yield File(site.addresses.report(f"{period.name.lower()}.html"), report_of(site, period, _newest(site, period), None), _page)


def _newest(site: Site, period: Period) -> date:
    days = [item.date.date() for item in site.listed] + [answer.answered for answer in site.answers]
    return max(days, default=period.first)


def _page(report: Report) -> bytes:
    return page_of(report, _STYLE).encode()
