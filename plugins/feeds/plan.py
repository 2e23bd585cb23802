"""What each feed holds, as values. Rules: W3C feed validation, RSS Advisory Board profile, RFC 4287, JSON Feed 1.1."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from plugins.feeds import words
from plugins.feeds.answers import answer_entries
from plugins.feeds.changes import change_entries
from plugins.feeds.render import atom, json_feed, rss
from plugins.feeds.values import Enclosure, Entry, Feed, Publisher, Term
from plugins.model.answer import Answer
from plugins.model.dates import VIETNAM
from plugins.model.page import File, Later
from plugins.model.site import NewsItem, Site, newest
from plugins.model.vocab import Category

ITEMS = 20
# One decision may change a hundred procedures; a reader who looks once a week should miss none.
CHANGES = 200
MAKERS = {"rss.xml": rss, "atom.xml": atom, "json": json_feed}


def plan(site: Site) -> Iterable[File]:
    """Three files for the whole site, three a category, three for answers, and three for changes where there are procedures; what is empty has valid, empty feeds."""
    yield from _files(site, "tat-ca", None, site.news)
    by_slug: dict[str, list[NewsItem]] = {category.slug: [] for category in site.categories}
    for item in site.news:
        for category in dict.fromkeys(item.categories):
            by_slug[category.slug].append(item)
    if site.procedures or site.decisions:
        yield from _procedure_files(site)
    if site.addresses.answers("hoi-dap"):
        yield from _answer_files(site)
    for category in site.categories:
        yield from _files(site, category.slug, category, by_slug[category.slug])


def _files(site: Site, name: str, category: Category | None, items: Sequence[NewsItem]) -> Iterable[File]:
    for kind, make in MAKERS.items():
        path = site.addresses.feed(name, kind)
        page = site.addresses.category(category.slug) if category else ""
        yield File(path, Later(feed_of, (_publisher(site), name, path, page, category, tuple(items[:ITEMS]), newest(items))), make)


def _publisher(site: Site) -> Publisher:
    profile = site.profile
    base, told = f"{profile.site.domain}/", profile.editorial.reuse_notice
    return Publisher(profile.site.tag_authority, base, profile.site.title, profile.site.description, profile.unit.name, told)


def _procedure_files(site: Site) -> Iterable[File]:
    profile, base, entries = site.profile, f"{site.profile.site.domain}/", change_entries(site)[:CHANGES]
    facts = {"site": profile.site.title, "description": profile.site.description}
    whole = Feed(
        id=f"tag:{profile.site.tag_authority}:feeds/thu-tuc",
        title=words.PROCEDURES.format(**facts),
        description=words.PROCEDURES_DESCRIPTION.format(**facts),
        home=base + site.addresses.procedures(),
        address="",
        style="../theme/feed.css",
        author=profile.unit.name,
        rights=profile.editorial.reuse_notice,
        generator=words.GENERATOR,
        updated=max((entry.updated for entry in entries), default=_start(profile.site.tag_authority)),
        entries=entries,
    )
    for kind, make in MAKERS.items():
        path = site.addresses.feed("thu-tuc", kind)
        yield File(path, replace(whole, address=base + path), make)


def _answer_files(site: Site) -> Iterable[File]:
    """There from the first day on, so that an answer may be withdrawn without an address being lost."""
    page = site.answer_lists[0].href if site.answer_lists else ""
    for kind, make in MAKERS.items():
        path = site.addresses.feed("tra-loi", kind)
        yield File(path, Later(answer_feed_of, (_publisher(site), path, page, site.answers[:ITEMS])), make)


def answer_feed_of(by: Publisher, path: str, page: str, answers: tuple[Answer, ...]) -> Feed:
    """The feed of all answers, newest first."""
    facts = {"site": by.site, "description": by.description}
    return Feed(
        id=f"tag:{by.authority}:feeds/tra-loi",
        title=words.ANSWERS.format(**facts),
        description=words.ANSWERS_DESCRIPTION.format(**facts),
        home=by.base + page,
        address=by.base + path,
        style="../theme/feed.css",
        author=by.author,
        rights=by.rights,
        generator=words.GENERATOR,
        updated=answers[0].moment if answers else _start(by.authority),
        entries=answer_entries(answers, by.base),
    )


def feed_of(
    by: Publisher, name: str, path: str, page: str, category: Category | None, items: tuple[NewsItem, ...], updated: datetime | None
) -> Feed:
    """The feed of one list, whose page is ``page``; ``updated`` is the latest change in the whole of it."""
    facts = {"site": by.site, "description": by.description, "category": category.name if category else ""}
    return Feed(
        id=f"tag:{by.authority}:feeds/{name}",
        title=(words.ONE if category else words.ALL).format(**facts),
        description=(words.ONE_DESCRIPTION if category else words.ALL_DESCRIPTION).format(**facts),
        home=by.base + page,
        address=by.base + path,
        style="../theme/feed.css",
        author=by.author,
        rights=by.rights,
        generator=words.GENERATOR,
        updated=updated or _start(by.authority),
        entries=tuple(_entry(item, by.base) for item in items),
    )


def _start(authority: str) -> datetime:
    """A feed without items was last changed when the unit's feeds began."""
    return datetime(int(authority[-4:]), 1, 1, tzinfo=VIETNAM)


def _entry(item: NewsItem, base: str) -> Entry:
    picture = item.figure.picture if item.figure else None
    return Entry(
        id=item.id,
        title=item.title,
        address=base + item.path,
        published=item.date,
        updated=item.modified,
        summary=item.summary,
        body=item.body,
        base=base,
        author=item.author,
        terms=tuple(Term(c.slug, c.name) for c in item.categories),
        tags=tuple(tag.label for tag in item.tags),
        enclosure=Enclosure(base + picture.path, picture.size, picture.media_type) if picture else None,
        source=item.source,
        source_url=item.source_url,
    )
