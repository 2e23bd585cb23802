"""Category pages: the latest items, then whole years, so that an old list never changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from plugins.categories import words
from plugins.model.page import FeedLink, Later, Link, Page
from plugins.model.site import NewsItem, Site, newest
from plugins.model.views import CountLink, Teaser, category_link, feed_links, teaser
from plugins.model.vocab import EXEMPLARS, INDEX_NEWS, Category

LATEST = 12


@dataclass(frozen=True, slots=True)
class CategoryView:
    """What ``category.html`` shows: the latest items and the years."""

    name: str
    description: str
    items: tuple[Teaser, ...]
    years: tuple[CountLink, ...]
    feeds: tuple[FeedLink, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class CategoryYearView:
    """What ``category_year.html`` shows: every item of one year, and nothing of other years."""

    name: str
    year: int
    items: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """One category in the list of all."""

    category: Link
    description: str
    count: int


@dataclass(frozen=True, slots=True)
class CategoriesView:
    """What ``categories.html`` shows."""

    rows: tuple[CategoryRow, ...]


def plan(site: Site) -> Iterable[Page]:
    """The list of categories, a page a category, a page a category and year."""
    rows = []
    for category in site.categories:
        items = site.in_category(category.slug)
        rows.append(CategoryRow(category_link(category, site.addresses), category.description, len(items)))
        yield from _category(site, category, items)
    path = site.addresses.categories()
    yield Page(path, "categories.html", words.ALL, words.ALL_DESCRIPTION, CategoriesView(tuple(rows)), newest(site.listed))


def _category(site: Site, category: Category, items: tuple[NewsItem, ...]) -> Iterable[Page]:
    at = site.addresses
    by_year = {year: list(group) for year, group in groupby(items, key=lambda item: item.date.year)}
    years = tuple(
        CountLink(words.ONE_YEAR.format(year=year), at.category_year(category.slug, year), len(group))
        for year, group in by_year.items()
    )
    all_categories = Link(words.ALL, at.categories())
    feeds = feed_links(category.slug, at)
    latest = tuple(teaser(item, at) for item in items[:LATEST])
    yield Page(
        at.category(category.slug),
        "category.html",
        category.name,
        category.description,
        CategoryView(category.name, category.description, latest, years, feeds, _more(site, category)),
        newest(items),
        (all_categories,),
        feeds,
    )
    for year, group in by_year.items():
        yield Page(
            at.category_year(category.slug, year),
            "category_year.html",
            words.YEAR.format(name=category.name, year=year),
            words.YEAR_DESCRIPTION.format(name=category.name, year=year),
            Later(CategoryYearView, (category.name, year, tuple([site.teasers[item.path] for item in group]))),
            newest(group),
            (all_categories, category_link(category, at)),
            feeds,
        )


def _more(site: Site, category: Category) -> Link | None:
    """Where the facts stand that the items of a category tell of."""
    at = site.addresses
    ways = {INDEX_NEWS: (words.INDICES, at.indices() if site.indices else ""), EXEMPLARS: (words.EXEMPLARS, at.exemplars() if site.exemplars else "")}
    label, href = ways.get(category.slug, ("", ""))
    return Link(label, href) if href else None
