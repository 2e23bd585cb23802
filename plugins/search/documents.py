"""What can be found, each thing as one record: procedures, decisions, pages, and the stream of dated items."""

import re
from dataclasses import dataclass
from datetime import date

from plugins.model.addresses import facet_slug
from plugins.model.answer import Answer, sections
from plugins.model.answer import plain as plain_text
from plugins.model.dates import short_date
from plugins.model.decision import Decision
from plugins.model.document import Document as IssuedDocument
from plugins.model.procedure import Procedure, ProcedureStatus
from plugins.model.site import NewsItem, Site, StaticPage
from plugins.search import words
from plugins.search.indices import index_pages

Item = NewsItem | Answer
LONGEST = 110
MOST_SYMBOLS = 3
_LETTERS = re.compile(r"/[A-ZĐ][\w-]+")
_NUMBER = re.compile(r"\d+(?:/\d{4})?$")


@dataclass(frozen=True, slots=True)
class Document:
    """``facets`` are slugs of categories (news) or sectors (procedures); ``code`` a procedure's code or a decision's number;
    ``words`` are searched and not shown; ``past`` means that it no longer applies."""

    kind: str
    path: str
    title: str
    day: date | None
    facets: tuple[str, ...] = ()
    status: str = ""
    past: bool = False
    code: str = ""
    words: str = ""
    summary: str = ""


def lasting(site: Site) -> tuple[Document, ...]:
    """All but the stream: what applies first, what no longer applies last."""
    before: dict[str, list[str]] = {}
    for one in site.procedures:
        before.setdefault(one.publication.replaced_by, []).append(one.code)
    found = [*(_procedure(one, before.get(one.code, [])) for one in site.procedures), *map(_decision, site.decisions)]
    plans = (Document("van-ban", one.path, one.title, one.date, code=one.number, words=f"Kế hoạch, {one.issuer}") for one in site.plans if one.path)
    found += [*map(_issued, site.documents), *plans, *map(_page, site.pages)]
    found += [Document("trang", path, title, None, words=said, summary=brief(told)) for path, title, said, told in index_pages(site)]
    return tuple(sorted(found, key=lambda one: one.past))


def stream(site: Site) -> tuple[Item, ...]:
    """News and answers, the oldest first; what is of one day in a fixed order."""
    return tuple(sorted((*reversed(site.news), *reversed(site.answers)), key=day_of))


def day_of(item: Item) -> date:
    return item.date.date() if isinstance(item, NewsItem) else item.answered


def fact(item: Item) -> str:
    """What an item of the stream says without its body: stands for it in fingerprints."""
    if isinstance(item, NewsItem):
        facets = ",".join([category.slug for category in item.categories])
        tags = ",".join([tag.label for tag in item.tags])
        return f"{item.path}\x1f{item.title}\x1f{item.date.toordinal()}\x1f{facets}\x1f{tags}\x1f{item.exemplar}\x1f{item.recognition}\x1f{item.summary}"
    return f"{item.path}\x1f{item.title}\x1f{item.answered.toordinal()}\x1f{item.kind}\x1f{item.sector}\x1f{','.join(item.procedures)}"


def needs_body(item: Item) -> bool:
    """Whether the beginning of the body stands for a summary that nobody wrote."""
    return not (isinstance(item, NewsItem) and item.summary)


def document(item: Item, whole: bool = False) -> Document:
    """An item of the stream; ``whole`` also looks through its body for numbers of documents."""
    html = item.body.html if whole or needs_body(item) else ""
    found = symbols(html) if whole else ()
    if isinstance(item, NewsItem):
        facets = tuple(dict.fromkeys(category.slug for category in item.categories))
        said = ", ".join(filter(None, (*(tag.label for tag in item.tags), item.exemplar, item.recognition, *found)))
        return Document("tin-tuc", item.path, item.title, item.date.date(), facets, words=said, summary=brief(item.summary or beginning(html)))
    said = ", ".join(filter(None, (item.sector, *item.procedures, *found)))
    return Document(str(item.kind), item.path, item.title, item.answered, words=said, summary=beginning(sections(html)[0]))


def symbols(text: str) -> tuple[str, ...]:
    """The first numbers of documents in a text: ``131/KH-UBND``, ``07/2026/NĐ-CP``."""
    found: dict[str, None] = {}
    for match in _LETTERS.finditer(text):
        number = _NUMBER.search(text, max(0, match.start() - 12), match.start())
        if number:
            found[number[0] + match[0]] = None
        if len(found) == MOST_SYMBOLS:
            break
    return tuple(found)


def beginning(html: str) -> str:
    """The first words of clean HTML."""
    return brief(plain_text(html[:1200].rpartition("<")[0] or html))


def _procedure(procedure: Procedure, before: list[str]) -> Document:
    """Who types the code of a procedure that was replaced finds its successor: ``before`` are the codes that it replaces."""
    said = ", ".join(dict.fromkeys((*procedure.keywords, *procedure.life_events, *(before if procedure.in_force else ()))))
    told = procedure.description or (words.RESULT.format(outputs="; ".join(procedure.outputs)) if procedure.outputs else "")
    known = procedure.publication
    return Document(
        "thu-tuc",
        procedure.path,
        procedure.title,
        known.effective_from or known.issued or known.posted_on,
        (facet_slug(procedure.sector),),
        _status(procedure),
        not procedure.in_force,
        procedure.code,
        said,
        brief(told),
    )


def _status(procedure: Procedure) -> str:
    """In words, and nothing for what simply is in force."""
    known = procedure.publication
    if known.effective_to is not None:
        return words.EARLIER.format(day=short_date(known.effective_to))
    if known.status is ProcedureStatus.ABOLISHED:
        return words.ABOLISHED
    if known.replaced_by:
        return words.REPLACED
    return "" if known.status is ProcedureStatus.IN_FORCE else str(known.status).capitalize()


def _decision(decision: Decision) -> Document:
    return Document("quyet-dinh", decision.path, decision.title, decision.date, code=decision.number, words=decision.issuer)


def _issued(document: IssuedDocument) -> Document:
    return Document("van-ban", document.path, document.title, document.date, code=document.number, words=f"{document.type}, {document.issuer}")


def _page(page: StaticPage) -> Document:
    return Document("trang", page.path, page.title, page.updated.date() if page.updated else None, summary=brief(page.summary))


def brief(text: str) -> str:
    """At most :data:`LONGEST` characters, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0].rstrip(" ,;:.–-") + "…"
