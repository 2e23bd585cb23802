"""What stands around every page: the unit's names, contact, footer, menu. Nothing in it changes with a new item."""

import re
from dataclasses import dataclass

from plugins.model.page import FeedLink, Link
from plugins.model.profiletables import Editorial, Licence, Unit
from plugins.model.prose import Picture
from plugins.model.site import Site
from plugins.model.views import feed_links

# Path of the worker: it may keep only what lies beside or below it, so it stands at the root of the site.
WORKER = "sw.js"
# Name of the QR code of the unit's form.
RATING_CODE = "danh-gia"


@dataclass(frozen=True, slots=True)
class BadgeView:
    """Trust badge: picture and where it leads."""

    picture: Picture
    href: str


@dataclass(frozen=True, slots=True)
class RatingView:
    """The unit's own form for rating a page: where it is, and its QR code, which may be empty."""

    href: str
    code: str


@dataclass(frozen=True, slots=True)
class VisitsLink:
    """The page of visits, and the file with their number."""

    href: str
    data: str


@dataclass(frozen=True, slots=True)
class OfflineLinks:
    """What keeps procedures readable without signal: the worker, and the page that it shows."""

    worker: str
    page: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What ``base.html`` and its partials show. ``base_url`` and ``base_path`` end with a slash."""

    base_url: str
    base_path: str
    home: str
    title: str
    description: str
    unit: Unit
    editorial: Editorial
    licence: Licence | None
    phone_href: str
    hotline_href: str
    logo: Picture | None
    icon: str
    share_image: Picture | None
    badge: BadgeView | None
    menu: tuple[Link, ...]
    social: tuple[Link, ...]
    portals: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]
    site_map: str
    archive: str
    primary: str
    accent: str
    rating: RatingView | None
    visits: VisitsLink | None
    offline: OfflineLinks | None
    search: str


def frame_of(site: Site) -> Frame:
    """The frame of one site."""
    profile = site.profile
    badge = profile.trust_badge
    social = (("Zalo", profile.social.zalo), ("Facebook", profile.social.facebook), ("YouTube", profile.social.youtube))
    return Frame(
        base_url=f"{profile.site.domain}/",
        base_path=profile.base_path,
        home=site.addresses.home(),
        title=profile.site.title,
        description=profile.site.description,
        unit=profile.unit,
        editorial=profile.editorial,
        licence=profile.licence,
        phone_href=tel(profile.unit.phone),
        hotline_href=tel(profile.unit.hotline),
        logo=site.brand.logo,
        icon="" if site.brand.logo else site.addresses.icon(),
        share_image=site.brand.share_image,
        badge=BadgeView(site.brand.badge, badge.link) if badge and site.brand.badge else None,
        menu=tuple(Link(label, href) for label, href in site.menu),
        social=tuple(Link(label, href) for label, href in social if href),
        portals=(Link("national_portal", profile.links.national_portal), Link("feedback", profile.links.feedback)),
        feeds=feed_links("tat-ca", site.addresses),
        site_map=site.addresses.site_map(),
        archive=site.addresses.archive(),
        primary=profile.colours.primary,
        accent=profile.colours.accent,
        rating=RatingView(profile.links.feedback_form, site.addresses.code(RATING_CODE, "svg")) if profile.links.feedback_form else None,
        visits=VisitsLink(site.addresses.visits(), site.addresses.visits("thong-ke.json")) if profile.site.visits and site.addresses.visits() else None,
        offline=OfflineLinks(WORKER, site.addresses.offline()) if profile.site.offline and site.addresses.offline() else None,
        search=site.addresses.search(),
    )


def tel(number: str) -> str:
    """A ``tel:`` address in digits."""
    return "tel:" + re.sub(r"[^\d+]", "", number)
