"""RSS and Atom by feedgen, JSON Feed by json. The clock is never asked: every date comes from the items."""

import json
from html import escape
from typing import Any

from feedgen.feed import FeedGenerator
from lxml import etree

from plugins.feeds.values import Entry, Feed

ATOM = "http://www.w3.org/2005/Atom"


def rss(feed: Feed) -> bytes:
    """RSS 2.0 with full content."""
    return _with_style(_generator(feed, for_rss=True).rss_str(pretty=True), feed)


def atom(feed: Feed) -> bytes:
    """Atom 1.0. feedgen 1.0.0 drops rel, type and length of entry links; they are put back here."""
    root = etree.fromstring(_generator(feed).atom_str())
    enclosures = {entry.enclosure.address: entry.enclosure for entry in feed.entries if entry.enclosure}
    for link in root.iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}link"):
        enclosure = enclosures.get(str(link.get("href")))
        link.set("rel", "enclosure" if enclosure else "alternate")
        link.set("type", enclosure.media_type if enclosure else "text/html")
        if enclosure:
            link.set("length", str(enclosure.length))
    etree.indent(root)
    return _with_style(etree.tostring(root, encoding="utf-8", xml_declaration=True), feed)


def json_feed(feed: Feed) -> bytes:
    """JSON Feed 1.1."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "description": feed.description,
        "language": "vi",
        "authors": [{"name": feed.author}],
        "items": [_json_item(entry) for entry in feed.entries],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": entry.author}] if entry.author else [],
        "tags": [*(term.name for term in entry.terms), *entry.tags],
        "external_url": entry.source_url,
    }
    if entry.enclosure:
        item["image"] = entry.enclosure.address
        item["attachments"] = [{"url": entry.enclosure.address, "mime_type": entry.enclosure.media_type, "size_in_bytes": entry.enclosure.length}]
    return {key: value for key, value in item.items() if value not in ("", [])}


def _generator(feed: Feed, for_rss: bool = False) -> Any:
    made = FeedGenerator()
    made.load_extension("dc")
    made.id(feed.id)
    made.title(feed.title)
    made.description(feed.description)
    made.subtitle(feed.description)
    made.language("vi")
    made.author({"name": feed.author})
    made.rights(feed.rights)
    made.generator(feed.generator)
    made.link(href=feed.address, rel="self", type="application/atom+xml" if feed.address.endswith("atom.xml") else "application/rss+xml")
    made.link(href=feed.home, rel="alternate", type="text/html")
    made.updated(feed.updated)
    made.lastBuildDate(feed.updated)
    for entry in feed.entries:
        _add(made.add_entry(order="append"), entry, for_rss)
    return made


def _add(made: Any, entry: Entry, for_rss: bool) -> None:
    made.id(entry.id)
    made.guid(entry.id, permalink=False)
    made.title(entry.title)
    made.link(href=entry.address, rel="alternate")
    made.published(entry.published)
    made.updated(entry.updated)
    made.content(entry.html, type="html")
    if for_rss:
        # A description is read as HTML; without one, feedgen writes the body in its place.
        made.summary(escape(entry.summary or entry.title, quote=False))
    elif entry.summary:
        made.summary(entry.summary)
    if entry.author:
        made.author({"name": entry.author})
        made.dc.dc_creator(entry.author)
    for term in entry.terms:
        # RSS names the taxonomy by any string; an Atom scheme would have to be an address.
        made.category(term=term.slug, label=term.name, **({"scheme": term.slug} if for_rss else {}))
    if entry.enclosure:
        made.enclosure(entry.enclosure.address, str(entry.enclosure.length), entry.enclosure.media_type)
    if entry.source_url:
        made.source(url=entry.source_url, title=entry.source)


def _with_style(xml: bytes, feed: Feed) -> bytes:
    """A stylesheet, so that a person who opens a feed sees a readable page. CSS: Chrome warns of XSLT in red and drops it."""
    head, _, rest = xml.partition(b"?>")
    style = f'\n<?xml-stylesheet type="text/css" href="{feed.style}"?>\n'
    return head + b"?>" + style.encode() + rest.lstrip()
