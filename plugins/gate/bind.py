"""Records from readings: every public item becomes a frozen, typed record with its address."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from plugins.gate.answers import bind_answer
from plugins.gate.places import slugify_path
from plugins.gate.procedures import bind_decision, bind_procedure
from plugins.gate.prose import Links, body_with_links, lead_of, resolve_links
from plugins.gate.register import bind_document, citing_of, here_of, register_of, spans_of, with_entries
from plugins.gate.taglabels import one_label_a_tag
from plugins.gate.targets import Place, Targets
from plugins.model.addresses import Addresses
from plugins.model.answer import Answer
from plugins.model.answer_matter import AnswerMatter
from plugins.model.decision import Decision
from plugins.model.document import Document
from plugins.model.document_matter import DocumentMatter
from plugins.model.fingerprint import digest
from plugins.model.matter import NewsMatter, PageMatter
from plugins.model.problems import Problem, problem, stops
from plugins.model.procedure import Form, Procedure
from plugins.model.procedure_matter import DecisionMatter, ProcedureMatter
from plugins.model.profile import Profile
from plugins.model.prose import Figure, Prose
from plugins.model.register import Citing, Register
from plugins.model.site import NewsItem, Record, StaticPage, Tag
from plugins.model.text import slugify
from plugins.model.vocab import Category, Standing
from plugins.reading.assets import AssetInfo, ending
from plugins.reading.item import Reading, Stored

_ADDRESS = re.compile(r"\(?\s*(https?://[^\s()]+)\s*\)?")


@dataclass
class Binding:
    """What binding gathers on its way: records, used assets and which of them pages show, pages linked to, problems."""

    news: list[NewsItem] = field(default_factory=list)
    pages: list[StaticPage] = field(default_factory=list)
    procedures: list[Procedure] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    citing: list[Citing] = field(default_factory=list)
    assets: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    planned: list[tuple[str, str, str, int]] = field(default_factory=list)
    attached: list[tuple[str, str, int]] = field(default_factory=list)  # item, file that it leads to, line
    problems: list[Problem] = field(default_factory=list)

    @property
    def records(self) -> tuple[Record, ...]:
        """All that were bound."""
        return (*self.news, *self.pages, *self.procedures, *self.decisions, *self.answers, *self.documents)

    def take(self, source: str, links: Links) -> None:
        self.assets.update(links.assets)
        self.shown.update(links.shown)
        self.planned += [(source, *link) for link in links.planned]
        self.tell(source, links)

    def tell(self, source: str, links: Links) -> None:
        """What of an item's links is judged also when it is not published."""
        self.attached += [(source, *file) for file in links.attached]
        self.problems += links.problems


@dataclass(frozen=True, slots=True)
class Bench:
    """What lies ready while items are bound."""

    places: Mapping[str, Place]
    infos: dict[str, AssetInfo]
    targets: Targets
    categories: Mapping[str, Category]
    profile: Profile
    binding: Binding
    unit: str  # what an item takes from the profile
    register: Register


def _bind_one(path: str, reading: Reading, prose: Prose, links: Links, bench: Bench) -> None:
    """One record into the binding, by the kind of its front matter."""
    binding, address = bench.binding, bench.places[path].path
    if isinstance(reading.matter, PageMatter):
        binding.pages.append(_page(path, reading, reading.matter, address, prose))
    elif isinstance(reading.matter, ProcedureMatter):
        binding.procedures.append(bind_procedure(path, reading, address, links, bench.infos))
    elif isinstance(reading.matter, DecisionMatter):
        binding.decisions.append(bind_decision(path, reading.matter, address, prose, _file(path, reading, bench)))
    elif isinstance(reading.matter, AnswerMatter):
        identity = reading.matter.id or f"tag:{bench.profile.site.tag_authority}:{slugify_path(path)}"
        binding.answers.append(bind_answer(path, reading.matter, address, prose, identity, bench.profile))
    elif isinstance(reading.matter, DocumentMatter):
        binding.documents.append(bind_document(path, reading.matter, address, prose, _file(path, reading, bench), bench.register))
    elif reading.matter is not None:
        figure = _figure(path, reading, reading.matter, bench.targets, binding)
        binding.news.append(_news(path, reading, address, prose, figure, bench))


def _face(head: str, source: str, path: str, figure: Figure | None, unit: str) -> str:
    """Stands for an item but for its body: its front matter, its place, its picture, the unit's identity and categories."""
    return "\0".join((head, source, path, unit, repr(figure) if figure else ""))


def _file(path: str, reading: Reading, bench: Bench) -> Form | None:
    """The attached file of a decision or a document."""
    typed = getattr(reading.matter, "file", "")
    target, trouble = bench.targets.resolve(typed, path, reading.line("file")) if typed else (None, None)
    bench.binding.problems += [trouble] if trouble else []
    if target is None or not target.asset:
        return None
    bench.binding.assets.add(target.asset)
    bench.binding.attached.append((path, target.asset, reading.line("file")))
    return Form(typed.rpartition("/")[2], target.href, bench.infos[target.asset].size, ending(target.asset))


def bind(
    readings: Mapping[str, Reading],
    body: Callable[[str], str],
    places: Mapping[str, Place],
    infos: dict[str, AssetInfo],
    profile: Profile,
    addresses: Addresses,
) -> Binding:
    """Records of all readings that have HTML, i.e. that are public and without errors of their own; ``body`` gives it by key."""
    binding = Binding()
    targets = Targets(places, infos)
    categories = {c.slug: c for c in profile.category_names()}
    unit = digest(f"{profile.site.tag_authority}\0{profile.category_names()!r}")
    register = register_of(readings, places, here_of(profile))
    bench = Bench(places, infos, targets, categories, profile, binding, unit, register)
    for path, reading in readings.items():
        if reading.html is None:
            continue
        links = resolve_links(path, reading, targets)
        if reading.matter is None or stops(reading.problems) or places[path].standing is not Standing.PUBLIC:
            binding.tell(path, links)
            _tell_picture(path, reading, bench)
            continue
        if not places[path].path:
            binding.problems.append(problem("slug-from-name", path, name=posixpath.basename(path)))
            continue
        binding.take(path, links)
        prose = body_with_links(reading, _loader(reading.html, body), links, infos, spans_of(reading, register, addresses))
        _bind_one(path, with_entries(reading, register, addresses), prose, links, bench)
        binding.citing += citing_of(reading, places[path].path, register)
    binding.news, spellings = one_label_a_tag(sorted(binding.news, key=lambda item: item.sort_key))
    binding.problems += spellings
    for records in (binding.procedures, binding.decisions, binding.answers, binding.documents):
        records.sort(key=lambda record: record.sort_key)
    binding.citing.sort(key=lambda one: one.href)
    binding.pages.sort(key=lambda page: (page.order, page.path))
    return binding


def _loader(html: str | Stored, body: Callable[[str], str]) -> Callable[[], str]:
    return (lambda: body(html.key)) if isinstance(html, Stored) else (lambda: html)


def _tell_picture(source: str, reading: Reading, bench: Bench) -> None:
    """What is wrong with the main picture of an item that has other errors: all are told at once."""
    if isinstance(reading.matter, NewsMatter) and reading.matter.image:
        trouble = bench.targets.picture(reading.matter.image, source, reading.line("image"))[2]
        bench.binding.problems += [trouble] if trouble is not None else []


def _page(source: str, reading: Reading, matter: PageMatter, path: str, prose: Prose) -> StaticPage:
    return StaticPage(source, path, matter.title, matter.summary, matter.updated, matter.order, prose, lead_of(reading))


def _news(source: str, reading: Reading, path: str, prose: Prose, figure: Figure | None, bench: Bench) -> NewsItem:
    matter, authority = reading.matter, bench.profile.site.tag_authority
    if not isinstance(matter, NewsMatter):
        raise TypeError("not a news item")
    link = _ADDRESS.search(matter.source) if matter.source else None
    return NewsItem(
        id=matter.id or f"tag:{authority}:{slugify_path(source)}",
        source_path=source,
        path=path,
        title=matter.title,
        date=matter.date,
        updated=matter.updated,
        categories=tuple([bench.categories[slug] for slug in matter.category]),
        tags=tuple({(slug := slugify(t)): Tag(slug, t) for t in matter.tags}.values()),
        summary=matter.summary,
        author=matter.author,
        source=(_ADDRESS.sub("", matter.source).strip(" ,;-–") or (link[1] if link else "")),
        source_url=link[1] if link else "",
        figure=figure,
        pinned=matter.pinned,
        correction=matter.correction,
        **{key: getattr(matter, key) or "" for key in ("exemplar", "exemplar_kind", "recognition", "radio")},
        tasks=matter.task,
        body=prose,
        lead=lead_of(reading),
        face=_face(reading.head + reading.lead, source, path, figure, bench.unit),
    )


def _figure(source: str, reading: Reading, matter: NewsMatter, targets: Targets, binding: Binding) -> Figure | None:
    if not matter.image:
        return None
    picture, asset, trouble = targets.picture(matter.image, source, reading.line("image"))
    if trouble is not None:
        binding.problems.append(trouble)
    if picture is None:
        return None
    binding.assets.add(asset)
    binding.shown.add(asset)
    return Figure(picture, matter.image_alt, matter.image_caption)
