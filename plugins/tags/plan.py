"""Tag pages: whole lists by year, titles only."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from plugins.model.page import Later, Link, Page
from plugins.model.site import NewsItem, Site, Tag, newest
from plugins.model.text import sort_key
from plugins.model.views import CountLink, Line
from plugins.tags import words


@dataclass(frozen=True, slots=True)
class YearLines:
    """Items of one year, newest first."""

    year: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TagView:
    """What ``tag.html`` shows."""

    label: str
    years: tuple[YearLines, ...]


@dataclass(frozen=True, slots=True)
class TagsView:
    """What ``tags.html`` shows, in Vietnamese alphabetical order."""

    tags: tuple[CountLink, ...]


def plan(site: Site) -> Iterable[Page]:
    """The list of tags and a page a tag."""
    items: dict[Tag, list[NewsItem]] = {}
    for item in site.listed:
        for tag in item.tags:
            items.setdefault(tag, []).append(item)
    at = site.addresses
    tags = sorted(items, key=lambda tag: sort_key(tag.label))
    rows = tuple(CountLink(tag.label, at.tag(tag.slug), len(items[tag])) for tag in tags)
    yield Page(at.tags(), "tags.html", words.ALL, words.ALL_DESCRIPTION, TagsView(rows), newest(i for i in site.listed if i.tags))
    for tag in tags:
        view = Later(tag_view, (tag.label, tuple([site.lines[item.path] for item in items[tag]])))
        yield Page(
            at.tag(tag.slug),
            "tag.html",
            words.ONE.format(tag=tag.label),
            words.ONE_DESCRIPTION.format(tag=tag.label),
            view,
            newest(items[tag]),
            (Link(words.ALL, at.tags()),),
        )


def tag_view(label: str, lines: tuple[Line, ...]) -> TagView:
    """A keyword's items, newest first, by year."""
    years = groupby(lines, key=lambda one: one.date.year)
    return TagView(label, tuple(YearLines(year, tuple(group)) for year, group in years))
