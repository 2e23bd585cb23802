"""Records for tests of rooms: whole, small, made by hand. Nothing here reads, renders or writes."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from plugins import INDEX_ROOMS, ROOMS
from plugins.model.addresses import Addresses
from plugins.model.dates import parse_date
from plugins.model.page import File, Page
from plugins.model.profile import Profile, read_profile
from plugins.model.prose import Prose
from plugins.model.site import Brand, NewsItem, Site, StaticPage, Tag
from plugins.model.text import slugify
from plugins.model.vocab import CATEGORIES, category_by_name

ROOM_NAMES = frozenset(name for name, _ in (*ROOMS, *INDEX_ROOMS))
FIRST_DAY = parse_date("2023-01-04 08:00")

_LEAST: dict[str, dict[str, Any]] = {
    "unit": {
        "name": "Phường Thử Nghiệm",
        "level": "phường",
        "parent": "Tỉnh Mẫu",
        "code": "00123",
        "address": "Số 1 đường Mẫu, phường Thử Nghiệm",
        "phone": "0200 3850 001",
        "hotline": "0200 3850 002",
        "email": "cchc@thunghiem.example",
        "working_hours": "Thứ Hai đến thứ Sáu: 7 giờ 30 – 17 giờ",
    },
    "site": {
        "domain": "https://thunghiem.example",
        "title": "Cải cách hành chính phường Thử Nghiệm",
        "description": "Chuyên trang cải cách hành chính.",
        "tag_authority": "thunghiem.example,2023",
    },
    "editorial": {
        "managing_agency": "UBND phường Thử Nghiệm",
        "head": "Bà Đỗ Thị Mẫu",
        "head_title": "Trưởng Ban Biên tập",
        "reuse_notice": "Ghi rõ nguồn khi phát hành lại.",
    },
}


def profile_table(**changes: Any) -> dict[str, Any]:
    """The tables of the least good ``site.toml``, with some keys changed or tables added."""
    tables: dict[str, Any] = {name: dict(table) for name, table in _LEAST.items()}
    for name, change in changes.items():
        tables[name] = {**tables[name], **change} if name in tables else change
    return tables


def profile(**changes: Any) -> Profile:
    made, problems = read_profile(profile_table(**changes))
    assert made is not None, problems
    return made


def prose(html: str = "<p>Nội dung.</p>") -> Prose:
    return Prose(blake2b(html.encode(), digest_size=16).hexdigest(), html)


def item(name: str = "tin-moi", date: str | datetime = "2026-03-02 08:00", category: str = "chi-so", tags: Iterable[str] = (), **more: Any) -> NewsItem:
    """One news item; ``category`` may hold several slugs with blanks between."""
    moment = parse_date(date) if isinstance(date, str) else date
    facts: dict[str, Any] = {
        "id": f"tag:thunghiem.example,2023:tin-tuc/{name}",
        "source_path": f"tin-tuc/{name}.md",
        "path": f"tin-tuc/{name}.html",
        "title": f"Bài {name}",
        "date": moment,
        "updated": None,
        "categories": tuple(filter(None, map(category_by_name, category.split()))),
        "tags": tuple(Tag(slugify(tag), tag) for tag in tags),
        "summary": f"Tóm tắt {name}.",
        "author": "Thanh Mai",
        "source": "",
        "source_url": "",
        "figure": None,
        "pinned": False,
        "correction": "",
        "body": prose(f"<p>Nội dung {name}.</p>"),
    }
    return NewsItem(**{**facts, **more})


def page(name: str = "gioi-thieu", **more: Any) -> StaticPage:
    facts: dict[str, Any] = {
        "source_path": f"trang/{name}.md",
        "path": f"trang/{name}.html",
        "title": f"Trang {name}",
        "summary": "",
        "updated": None,
        "order": 1000,
        "body": prose(),
    }
    return StaticPage(**{**facts, **more})


def site(news: Iterable[NewsItem] = (), pages: Iterable[StaticPage] = (), rooms: Iterable[str] = ROOM_NAMES, **changes: Any) -> Site:
    """The one value behind the gate. ``changes`` are tables of the profile."""
    made = profile(**changes)
    facts: dict[str, Any] = {
        "profile": made,
        "categories": made.category_names(),
        "news": tuple(sorted(news, key=lambda record: record.sort_key)),
        "pages": tuple(sorted(pages, key=lambda record: (record.order, record.path))),
        "brand": Brand(None, None, None),
        "addresses": Addresses(frozenset(rooms)),
    }
    # Kinds of records that a test does not speak of are simply not there.
    return Site(**{**dict.fromkeys((field.name for field in fields(Site)), ()), **facts})


def many(count: int) -> list[NewsItem]:
    """Items over several years, a new one each week, in turn through the categories and three tags."""
    return [
        item(
            f"bai-{number:03d}",
            FIRST_DAY + timedelta(days=7 * number),
            CATEGORIES[number % len(CATEGORIES)].slug,
            ("một cửa", "dịch vụ công", "chuyển đổi số")[number % 3 :][:2],
        )
        for number in range(count)
    ]


def plan(of: Site) -> list[Page | File]:
    """What the rooms of a site plan, index rooms last."""
    planned = [made for name, room in ROOMS if name in of.addresses.rooms for made in room(of)]
    pages = [made for made in planned if isinstance(made, Page)]
    return planned + [made for name, index in INDEX_ROOMS if name in of.addresses.rooms for made in index(of, pages)]


def by_path(planned: Iterable[Page | File]) -> dict[str, Page | File]:
    """Planned pages and files by path; no path may come twice."""
    made: dict[str, Page | File] = {}
    for one in planned:
        assert one.path not in made, f"two pages share {one.path}"
        made[one.path] = one
    return made
