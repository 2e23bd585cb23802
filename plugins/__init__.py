"""The CCHC site as a Pelican plugin: :data:`ROOMS` is the whole product on one screen."""

from collections.abc import Callable, Iterable, Sequence

from plugins import (
    answers,
    archive,
    categories,
    codes,
    documents,
    exemplars,
    feeds,
    home,
    indices,
    news,
    offline,
    opendata,
    pages,
    procedures,
    redirects,
    report,
    search,
    sitemap,
    tags,
    visits,
    workplan,
)
from plugins.model.page import File, Page
from plugins.model.site import Site

Plan = Callable[[Site], Iterable[Page | File]]
Index = Callable[[Site, Sequence[Page]], Iterable[Page | File]]

# Name → what it adds. The order does not matter; taking a room out is deleting its line.
ROOMS: tuple[tuple[str, Plan], ...] = (
    ("home", home.plan),  # index.html: pinned, latest, by category, quick links, hotline
    ("news", news.plan),  # tin-tuc/: one page an item
    ("categories", categories.plan),  # chuyen-muc/: the CCHC categories, whole years
    ("archive", archive.plan),  # ngay/: years, months, days, calendars
    ("tags", tags.plan),  # the/: keywords
    ("pages", pages.plan),  # trang/: static pages, 404.html
    ("procedures", procedures.plan),  # thu-tuc/, quyet-dinh/: procedures, lists by facet, changes, publication decisions
    ("answers", answers.plan),  # hoi-dap/, phan-anh/: questions, complaints and what was answered, by year
    ("documents", documents.plan),  # van-ban/: documents of the unit, documents cited and where, by type, issuer, year
    ("workplan", workplan.plan),  # ke-hoach/: yearly plans of communication work, each task with what carries it out
    ("exemplars", exemplars.plan),  # guong-dien-hinh/: people, teams, initiatives held up as examples, by year
    ("indices", indices.plan),  # chi-so/: what the indices measure, their values as tables, charts, CSV
    ("codes", codes.plan),  # thu-tuc/ma-qr/: a QR code for each procedure, sheets to print
    ("opendata", opendata.plan),  # du-lieu/: JSON, CSV, Excel, linked data, catalogue with checksums
    ("report", report.plan),  # bao-cao/: reports on periods, if the profile names any
    ("redirects", redirects.plan),  # old addresses of chuyen-huong.txt
    ("feeds", feeds.plan),  # feeds/: RSS, Atom, JSON Feed
    ("search", search.plan),  # tim-kiem.html, tim-kiem/: finds what people type, with or without marks, codes, everyday words
    ("visits", visits.plan),  # thong-ke.html, thong-ke.json: visits counted from the log, if the profile wants them
    ("offline", offline.plan),  # ngoai-tuyen.html: what is shown without signal, if the profile wants it
)
# Rooms that are planned, and remembered, in parts: a change in one part leaves the others alone.
PARTS: dict[str, Callable[[Site], Iterable[tuple[str, Plan]]]] = {"news": news.parts, "documents": documents.parts}
# Rooms that describe what the others planned.
INDEX_ROOMS: tuple[tuple[str, Index], ...] = (("sitemap", sitemap.index),)  # so-do-trang.html, sitemap.xml, robots.txt, security.txt


def register() -> None:
    """Pelican's entry: one generator, ours."""
    from pelican import signals

    from plugins.generator import get_generators

    signals.get_generators.connect(get_generators)
