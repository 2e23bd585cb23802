"""The one value behind the gate: profile and all public records, sorted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from plugins.model.addresses import Addresses
from plugins.model.answer import LIST_NAMES, Answer
from plugins.model.criteria import Criteria
from plugins.model.decision import Decision
from plugins.model.document import Document
from plugins.model.indices import IndexValue
from plugins.model.page import Asset, Link
from plugins.model.plan import Plan
from plugins.model.procedure import Procedure
from plugins.model.profile import Profile
from plugins.model.prose import Figure, Picture, Prose
from plugins.model.register import Citing, Mentions, Parts, part_of
from plugins.model.synonyms import Synonym
from plugins.model.views import Line, Teaser, line, teaser
from plugins.model.visits import Visits
from plugins.model.vocab import Category


@dataclass(frozen=True, slots=True)
class Tag:
    """A keyword: the slug is its identity, the label is that of its earliest item."""

    slug: str
    label: str


def _withheld() -> str:
    raise TypeError("a list asked for the body of an item: it must be planned from Site.news")


_NO_BODY = Prose("", _withheld)


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One public news item. ``id`` is a tag URI (RFC 4151) that outlives title, date, slug and domain."""

    id: str
    source_path: str
    path: str
    title: str
    date: datetime
    updated: datetime | None
    categories: tuple[Category, ...]
    tags: tuple[Tag, ...]
    summary: str
    author: str
    source: str
    source_url: str
    figure: Figure | None
    pinned: bool
    correction: str
    body: Prose
    exemplar: str = ""
    exemplar_kind: str = ""
    recognition: str = ""
    tasks: tuple[str, ...] = ()
    radio: str = ""
    lead: Prose | None = None
    face: str = field(default="", repr=False, compare=False)  # set by the gate: stands for everything above but the body

    @property
    def key(self) -> str:
        """Stands for the whole item in fingerprints."""
        return f"{self.face}{self.body.digest}" if self.face else repr(self)

    @property
    def without_body(self) -> "NewsItem":
        """The item as lists know it; its body can be shown by nobody."""
        return replace(self, body=_NO_BODY)

    @property
    def category(self) -> Category:
        """The main category."""
        return self.categories[0]

    @property
    def modified(self) -> datetime:
        return self.updated or self.date

    @property
    def sort_key(self) -> tuple[float, str]:
        """Newest first; equal dates by address."""
        return (-self.date.timestamp(), self.path)


@dataclass(frozen=True, slots=True)
class StaticPage:
    """One page of ``content/trang``."""

    source_path: str
    path: str
    title: str
    summary: str
    updated: datetime | None
    order: int
    body: Prose
    lead: Prose | None = None


# Whatever has a page of its own and a file of its own.
Record = NewsItem | StaticPage | Procedure | Decision | Answer | Document


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that has moved: two paths in the site; ``new`` is empty when it is gone for good. Where it is written:
    content path and line."""

    old: str
    new: str
    source: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Brand:
    """Pictures of the profile, resolved."""

    logo: Picture | None
    share_image: Picture | None
    badge: Picture | None


@dataclass(frozen=True)
class Site:
    """Everything the rooms may plan from. ``news`` is newest first, ``pages`` by order and title.

    ``procedures`` holds current and earlier versions, by code; ``decisions`` and ``documents`` newest first; ``citing`` what
    items say of documents, by address; ``indices`` published values by index, series and year; ``plans`` the newest year
    first; ``criteria`` only reports read. What several rooms derive
    from it (lines, teasers, items by category) is derived once.
    """

    profile: Profile
    categories: tuple[Category, ...]
    news: tuple[NewsItem, ...]
    pages: tuple[StaticPage, ...]
    brand: Brand
    menu: tuple[tuple[str, str], ...]
    assets: tuple[Asset, ...]
    addresses: Addresses
    procedures: tuple[Procedure, ...] = ()
    decisions: tuple[Decision, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    answers: tuple[Answer, ...] = ()
    visits: Visits | None = None
    synonyms: tuple[Synonym, ...] = ()
    documents: tuple[Document, ...] = ()
    citing: tuple[Citing, ...] = ()
    plans: tuple[Plan, ...] = ()
    criteria: Criteria | None = None
    indices: tuple[IndexValue, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """All of them, whatever their kind; news with their bodies."""
        return (*self.news, *self.pages, *self.procedures, *self.decisions, *self.answers, *self.documents)

    def in_category(self, slug: str) -> tuple[NewsItem, ...]:
        """Items of a category, main or further, newest first, without bodies."""
        return self.by_category.get(slug, ())

    def of_main(self, slug: str) -> tuple[NewsItem, ...]:
        """Items whose main category it is, newest first, with bodies."""
        return self.by_main.get(slug, ())

    def citing_in(self, part: str) -> tuple[Citing, ...]:
        """What items say of the documents whose entries are in a part of the register; "": those without a year, the unit's own."""
        return self._register_parts.of(part)

    @property
    def citing_keys(self) -> Mapping[str, str]:
        """Part of the register → what stands for :meth:`citing_in` it."""
        return self._register_parts.keys

    @cached_property
    def _register_parts(self) -> Parts:
        return Parts(self.citing, part_of([document.slug for document in self.documents], self.addresses))

    @cached_property
    def mentions(self) -> tuple[tuple[str, Mentions], ...]:
        """``citing`` without titles and days: (address, (slug, mention) …). What is planned from it outlives a changed title."""
        return tuple([(one.href, one.cited) for one in self.citing])

    @cached_property
    def answer_lists(self) -> tuple[Link, ...]:
        """The lists of answers, each where it has any."""
        kinds = {answer.kind for answer in self.answers}
        links = (Link(label, self.addresses.answers(kind)) for kind, label in LIST_NAMES.items() if kind in kinds)
        return tuple(link for link in links if link.href)

    @cached_property
    def listed(self) -> tuple[NewsItem, ...]:
        """``news`` without bodies. What is planned from it is not planned anew when a body changes."""
        return tuple([item.without_body for item in self.news])

    @cached_property
    def exemplars(self) -> tuple[NewsItem, ...]:
        """Items that hold somebody or something up as an example, newest first, without bodies."""
        return tuple([item for item in self.listed if item.exemplar])

    @cached_property
    def by_main(self) -> dict[str, tuple[NewsItem, ...]]:
        """Slug of a main category → its items, newest first."""
        found: dict[str, list[NewsItem]] = {}
        for item in self.news:
            found.setdefault(item.category.slug, []).append(item)
        return {slug: tuple(items) for slug, items in found.items()}

    @cached_property
    def by_category(self) -> dict[str, tuple[NewsItem, ...]]:
        """Slug of a category → its items, main or further, newest first, without bodies."""
        found: dict[str, list[NewsItem]] = {}
        for item in self.listed:
            for slug in dict.fromkeys(category.slug for category in item.categories):
                found.setdefault(slug, []).append(item)
        return {slug: tuple(items) for slug, items in found.items()}

    @cached_property
    def lines(self) -> dict[str, Line]:
        """Path of an item → its line in a list."""
        return {item.path: line(item) for item in self.listed}

    @cached_property
    def teasers(self) -> dict[str, Teaser]:
        """Path of an item → how it stands in a list with its summary."""
        return {item.path: teaser(item, self.addresses) for item in self.listed}


def newest(items: Iterable[NewsItem]) -> datetime | None:
    """The latest change among items; None when there are none."""
    return max((item.modified for item in items), default=None)
