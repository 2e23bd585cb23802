"""What search engines and other programs read of a page: schema.org as JSON-LD. Pure functions, used as filters.

Only what the pages show goes in. Properties: schema.org/NewsArticle, /BreadcrumbList, /GovernmentOrganization; which of them
are asked for: developers.google.com/search/docs/appearance/structured-data (pages article, breadcrumb, organization).
"""

import json
from typing import Any

from plugins.model.frame import Frame
from plugins.model.page import Page
from plugins.model.text import fold

# How names of offices begin, without marks. "Đoàn", "Hội" and the like are left out: they begin names of people too.
_OFFICES = ("ban bien tap", "cong thong tin", "phong ", "to cong nghe", "trung tam ", "ubnd", "uy ban ", "van phong ")

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def news_data(view: Any, page: Page, frame: Frame) -> str:
    """An item (the view of ``article.html``) as NewsArticle. The author of an item without a pen-name is the unit."""
    publisher = _unit(frame)
    made = {
        "@type": "NewsArticle",
        "mainEntityOfPage": _full(page.path, frame),
        "headline": view.title,
        "description": view.summary,
        "image": _image(page, frame),
        "datePublished": view.date.isoformat(),
        "dateModified": (view.updated or view.date).isoformat(),
        "author": _author(view.author) if view.author else publisher,
        "publisher": publisher,
        "inLanguage": "vi",
        "articleSection": [category.label for category in view.categories],
        "keywords": [tag.label for tag in view.tags],
        "isBasedOn": view.source.href,
    }
    return _json(made)


def crumbs_data(page: Page, frame: Frame, home: str) -> str:
    """The way from the home page, which is called ``home``, to a page as BreadcrumbList; empty where there is none to show."""
    way = [(crumb.label, crumb.href) for crumb in page.crumbs if crumb.href]
    start = [(home, frame.home)] if frame.home else []
    if page.path == frame.home or not page.indexed or not (start or way):
        return ""
    steps = [
        {"@type": "ListItem", "position": number, "name": label, "item": _full(href, frame)}
        for number, (label, href) in enumerate([*start, *way, (page.title, page.path)], 1)
    ]
    return _json({"@type": "BreadcrumbList", "itemListElement": steps})


def unit_data(frame: Frame, hotline: str) -> str:
    """The unit as GovernmentOrganization, with the contacts of the footer; its hotline is called ``hotline``."""
    unit = frame.unit
    made = {
        **_unit(frame),
        "logo": _full(frame.logo.path, frame) if frame.logo else "",
        "address": {"@type": "PostalAddress", "streetAddress": unit.address, "addressCountry": "VN"},
        "telephone": unit.phone,
        "faxNumber": unit.fax,
        "email": unit.email,
        "contactPoint": {"@type": "ContactPoint", "contactType": hotline, "telephone": unit.hotline, "availableLanguage": "vi"},
        "areaServed": {"@type": "AdministrativeArea", "name": f"{unit.name}, {unit.parent}"},
        "sameAs": [link.href for link in frame.social],
    }
    return _json(made)


def _author(name: str) -> dict[str, str]:
    """A pen-name is a person's unless it begins as names of offices do; Google asks for the right one of the two."""
    return {"@type": "Organization" if fold(name).startswith(_OFFICES) else "Person", "name": name}


def _unit(frame: Frame) -> dict[str, Any]:
    """Who publishes; one id on every page."""
    return {"@type": "GovernmentOrganization", "@id": f"{frame.base_url}#don-vi", "name": frame.unit.name, "url": frame.base_url}


def _image(page: Page, frame: Frame) -> dict[str, Any]:
    """The item's own picture, else the unit's."""
    picture = page.picture.picture if page.picture else frame.share_image
    if picture is None:
        return {}
    size = {"width": picture.width, "height": picture.height} if picture.width else {}
    return {"@type": "ImageObject", "url": _full(picture.path, frame), **size}


def _full(href: str, frame: Frame) -> str:
    if "://" in href:
        return href
    return frame.base_url if href == "index.html" else f"{frame.base_url}{href}"


def _json(made: dict[str, Any]) -> str:
    """Without what is empty; the filter ``json_data`` makes it safe inside a script element."""
    told = {"@context": "https://schema.org", **{key: value for key, value in made.items() if value}}
    return _ENCODER.encode(told)
