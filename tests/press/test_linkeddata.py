"""JSON-LD of pages: it parses, holds what search engines ask for, tells nothing that the page does not show, ends no element.

Required and recommended: developers.google.com/search/docs/appearance/structured-data/article (headline, image,
datePublished, dateModified, author with name), …/breadcrumb (itemListElement of ListItem with position, name, item; two at
least), …/organization (name, url, logo, address, telephone, contactPoint). Their properties: schema.org.
"""

import json
from dataclasses import replace
from typing import Any

import pytest
from lxml import html as lxml_html

from plugins.filters import json_data
from plugins.linkeddata import crumbs_data, news_data, unit_data
from plugins.model.frame import Frame, frame_of
from plugins.model.page import Page
from plugins.model.prose import Figure, Picture
from plugins.model.site import Brand, Site
from plugins.press.theme import environment, load_words
from tests.factory import by_path, item, page, plan, site

BASE = "https://thunghiem.example/cchc/"
PHOTO = Figure(Picture("hinh-anh/a.jpg", 1280, 720, 9, "image/jpeg", (320, 700, 1280)), "Quang cảnh", "")
SHARE = Picture("hinh-anh/chia-se.png", 1200, 630, 9, "image/png")
HOSTILE = 'Hồ sơ </script><script>alert("1")</script> & \'ngoặc\' <!-- \u2028'


def of(*news: Any, **more: Any) -> Site:
    made = site(news, [page()], site={"domain": BASE.rstrip("/"), "description": "Chuyên trang."}, social={"zalo": "https://zalo.me/thunghiem"}, **more)
    return replace(made, brand=Brand(Picture("hinh-anh/logo.svg", 0, 0, 9, "image/svg+xml"), SHARE, None))


def planned(whole: Site, path: str) -> tuple[Page, Frame]:
    made = by_path(plan(whole))[path]
    assert isinstance(made, Page)
    return made, frame_of(whole)


def article(record: Any) -> dict[str, Any]:
    made, frame = planned(of(record), record.path)
    return json.loads(news_data(made.view, made, frame))


def rendered(whole: Site, path: str, theme: Any) -> lxml_html.HtmlElement:
    made, frame = planned(whole, path)
    names = {"page": made, "view": made.view, "frame": frame, "root": "../", "w": load_words(theme), "css": "a.css", "js": "a.js"}
    return lxml_html.fromstring(environment(theme).get_template(made.template).render(names))


def linked(html: lxml_html.HtmlElement) -> dict[str, dict[str, Any]]:
    """Type → data, of every block of a page."""
    blocks = [json.loads(script.text) for script in html.iter("script") if script.get("type") == "application/ld+json"]
    return {block["@type"]: block for block in blocks}


def meta(html: lxml_html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in html.iter("meta"):
        found.setdefault(tag.get("name") or tag.get("property") or "", []).append(tag.get("content"))
    return found


# — an item —


def test_an_item_tells_what_search_engines_ask_for():
    told = article(item("a", figure=PHOTO, tags=("một cửa",), source="Cổng tỉnh", source_url="https://tinh.example/tin", updated=item().date))
    assert told == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": f"{BASE}tin-tuc/a.html",
        "headline": "Bài a",
        "description": "Tóm tắt a.",
        "image": {"@type": "ImageObject", "url": f"{BASE}hinh-anh/a.jpg", "width": 1280, "height": 720},
        "datePublished": "2026-03-02T08:00:00+07:00",
        "dateModified": "2026-03-02T08:00:00+07:00",
        "author": {"@type": "Person", "name": "Thanh Mai"},
        "publisher": {"@type": "GovernmentOrganization", "@id": f"{BASE}#don-vi", "name": "Phường Thử Nghiệm", "url": BASE},
        "inLanguage": "vi",
        "articleSection": ["Chỉ số CCHC"],
        "keywords": ["một cửa"],
        "isBasedOn": "https://tinh.example/tin",
    }


def test_an_item_without_picture_pen_name_and_source_tells_the_units_and_leaves_the_rest_out():
    told = article(item("a", author="", summary=""))
    assert told["image"]["url"] == f"{BASE}hinh-anh/chia-se.png"
    assert told["author"] == told["publisher"]
    assert not {"isBasedOn", "keywords", "description"} & set(told)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Thanh Mai", "Person"), ("Đoàn Thị Lan", "Person"), ("Ban Biên tập", "Organization"), ("Văn phòng HĐND và UBND", "Organization"), ("UBND phường", "Organization"), ("Uỷ ban nhân dân", "Organization")],
)
def test_an_office_is_no_person(name, kind):
    assert article(item("a", author=name))["author"] == {"@type": kind, "name": name}


@pytest.mark.parametrize("size", [(199, 600), (600, 199)])
def test_a_picture_that_other_sites_would_refuse_is_not_offered_to_them(size):
    small = Figure(replace(PHOTO.picture, width=size[0], height=size[1]), "Nhỏ", "")
    drawing = Figure(Picture("hinh-anh/a.svg", 800, 600, 9, "image/svg+xml"), "Vẽ", "")
    for figure in (small, drawing):
        assert article(item("a", figure=figure))["image"]["url"] == f"{BASE}hinh-anh/chia-se.png"


# — the way, and the unit —


def test_the_way_to_a_page_is_that_of_the_crumbs_and_ends_with_the_page():
    made, frame = planned(of(item("a")), "tin-tuc/a.html")
    steps = json.loads(crumbs_data(made, frame, "Trang chủ"))["itemListElement"]
    assert [(step["@type"], step["position"], step["name"], step["item"]) for step in steps] == [
        ("ListItem", 1, "Trang chủ", BASE),
        ("ListItem", 2, "Chỉ số CCHC", f"{BASE}chuyen-muc/chi-so.html"),
        ("ListItem", 3, "Bài a", f"{BASE}tin-tuc/a.html"),
    ]


def test_every_page_but_the_home_page_and_that_for_lost_addresses_has_a_way_of_two_steps_at_least():
    whole = of(item("a", tags=("một cửa",)))
    frame = frame_of(whole)
    without = set()
    for made in plan(whole):
        if isinstance(made, Page):
            told = crumbs_data(made, frame, "Trang chủ")
            if not told:
                without.add(made.path)
            else:
                assert len(json.loads(told)["itemListElement"]) >= 2, made.path
    assert without == {"index.html", "404.html"}


def test_the_unit_tells_the_contacts_of_the_footer_and_nothing_else_of_the_profile():
    whole = of()
    told = unit_data(frame_of(whole), "Đường dây nóng")
    data = json.loads(told)
    unit = whole.profile.unit
    assert data["@type"] == "GovernmentOrganization"
    assert (data["name"], data["url"], data["logo"]) == (unit.name, BASE, f"{BASE}hinh-anh/logo.svg")
    assert (data["telephone"], data["email"], data["address"]["streetAddress"]) == (unit.phone, unit.email, unit.address)
    assert data["contactPoint"] == {"@type": "ContactPoint", "contactType": "Đường dây nóng", "telephone": unit.hotline, "availableLanguage": "vi"}
    assert data["sameAs"] == ["https://zalo.me/thunghiem"]
    editorial = whole.profile.editorial
    for private in (editorial.head, editorial.head_title, unit.code, whole.profile.site.tag_authority):
        assert private not in told


# — safe inside a page —


def test_a_title_with_markup_quotes_and_line_separators_ends_no_element_and_reads_as_it_was_typed(theme):
    whole = of(item("a", title=HOSTILE, summary=HOSTILE, author=HOSTILE, tags=(HOSTILE,), figure=replace(PHOTO, alt=HOSTILE)))
    html = rendered(whole, "tin-tuc/a.html", theme)
    told = linked(html)["NewsArticle"]
    assert told["headline"] == told["description"] == told["author"]["name"] == HOSTILE
    assert linked(html)["BreadcrumbList"]["itemListElement"][-1]["name"] == HOSTILE
    assert [script.get("src") for script in html.iter("script") if script.get("type") is None] == ["../a.js"]
    assert meta(html)["og:title"] == meta(html)["DC.title"] == [HOSTILE]
    assert meta(html)["og:image:alt"] == [HOSTILE]


def test_no_less_than_sign_of_a_text_stands_in_a_block():
    made, frame = planned(of(item("a", title=HOSTILE)), "tin-tuc/a.html")
    assert "<" not in json_data(news_data(made.view, made, frame))
    assert json.loads(json_data(news_data(made.view, made, frame)))["headline"] == HOSTILE


# — meta —


def test_an_item_is_shared_with_its_own_picture_its_size_and_its_words(theme):
    told = meta(rendered(of(item("a", figure=PHOTO)), "tin-tuc/a.html", theme))
    assert {name: told[name] for name in told if name.startswith(("og:image", "twitter:"))} == {
        "og:image": [f"{BASE}hinh-anh/a.jpg"],
        "og:image:type": ["image/jpeg"],
        "og:image:width": ["1280"],
        "og:image:height": ["720"],
        "og:image:alt": ["Quang cảnh"],
        "twitter:card": ["summary_large_image"],
    }


def test_any_other_page_is_shared_with_the_units_one_picture(theme):
    for path in ("index.html", "chuyen-muc/chi-so.html", "trang/gioi-thieu.html"):
        told = meta(rendered(of(item("a", figure=PHOTO)), path, theme))
        assert (told["og:image"], told["og:image:width"], told["og:image:alt"]) == ([f"{BASE}hinh-anh/chia-se.png"], ["1200"], ["Cải cách hành chính phường Thử Nghiệm"])


def test_the_elements_of_dublin_core_that_the_national_rules_ask_for(theme):
    """Thông tư 24/2011/TT-BTTTT, Điều 4: title, creator, date, description, publisher, identifier are mandatory; language,
    source, contributor, subject recommended. Names as RFC 2731 writes them."""
    html = rendered(of(item("a", source="Cổng tỉnh", source_url="https://tinh.example/tin")), "tin-tuc/a.html", theme)
    assert {name: values for name, values in meta(html).items() if name.startswith("DC.")} == {
        "DC.title": ["Bài a"],
        "DC.creator": ["Thanh Mai"],
        "DC.date": ["2026-03-02"],
        "DC.description": ["Tóm tắt a."],
        "DC.publisher": ["UBND phường Thử Nghiệm"],
        "DC.identifier": [f"{BASE}tin-tuc/a.html"],
        "DC.language": ["vi"],
        "DC.source": ["https://tinh.example/tin"],
        "DC.subject": ["Chỉ số CCHC"],
    }
    assert [link.get("href") for link in html.iter("link") if link.get("rel") == "schema.DC"] == ["http://purl.org/dc/elements/1.1/"]


def test_every_page_has_the_mandatory_ones_and_claims_no_date_that_is_not_known(theme):
    mandatory = {"DC.title", "DC.creator", "DC.description", "DC.publisher", "DC.identifier"}
    for path in ("index.html", "trang/gioi-thieu.html", "chuyen-muc/chi-so.html"):
        assert mandatory <= set(meta(rendered(of(item("a")), path, theme)))
    assert "DC.date" not in meta(rendered(of(item("a")), "trang/gioi-thieu.html", theme))
    assert not [name for name in meta(rendered(of(), "404.html", theme)) if name.startswith("DC.")]


def test_a_page_tells_on_paper_where_it_stands_and_when_it_was_changed(theme):
    def imprint(path: str) -> str:
        found = rendered(of(item("a")), path, theme).find(".//p[@class='c-imprint']")
        return "" if found is None else " ".join(found.text_content().split())

    assert imprint("tin-tuc/a.html") == f"Địa chỉ trang: {BASE}tin-tuc/a.html Cập nhật lần cuối: 02/03/2026"
    assert imprint("trang/gioi-thieu.html") == f"Địa chỉ trang: {BASE}trang/gioi-thieu.html"
    assert imprint("404.html") == ""
