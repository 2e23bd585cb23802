"""The home page: procedures to do, links, pinned items, the latest, the latest of each category."""

import re
from dataclasses import replace

from plugins.home.plan import IN_SECTION, LATEST, PINNED, SECTORS, plan
from plugins.model.colours import contrast
from plugins.model.frame import frame_of
from plugins.model.page import File, Page
from plugins.model.prose import Picture
from plugins.model.site import Brand
from tests.factory import ROOM_NAMES, item, many, page, site
from tests.rooms.procedures.records import announced, procedure, with_records


def home(of):
    (made,) = (one for one in plan(of) if isinstance(one, Page))
    assert (made.path, made.template) == ("index.html", "index.html")
    return made.view


def test_a_site_without_a_logo_has_a_sign_of_its_own_for_the_browsers_tab():
    of = site(colours={"primary": "#ffe066"})
    (sign,) = (one for one in plan(of) if isinstance(one, File))
    drawn = sign.make(sign.view).decode()
    colour = re.search(r'fill="(#[0-9a-f]{6})"', drawn)[1]
    assert sign.path == frame_of(of).icon == "bieu-tuong.svg"
    assert contrast(colour, "#ffffff") >= 4.5


def test_the_logo_of_the_unit_is_its_sign():
    of = replace(site(), brand=Brand(Picture("hinh-anh/logo.svg", 64, 64, 1, "image/svg+xml"), None, None))
    assert [one for one in plan(of) if isinstance(one, File)] == []
    assert frame_of(of).icon == ""


def test_pinned_items_stand_first_and_not_again_among_the_latest():
    news = [item("a", "1/3/2026", pinned=True), item("b", "2/3/2026"), item("c", "3/3/2026")]
    view = home(site(news))
    assert [teaser.title for teaser in view.pinned] == ["Bài a"]
    assert [teaser.title for teaser in view.latest] == ["Bài c", "Bài b"]


def test_a_fourth_pinned_item_is_news_like_any_other():
    news = [item(f"p{n}", f"{n}/3/2026", pinned=True) for n in range(1, PINNED + 2)]
    view = home(site(news))
    assert len(view.pinned) == PINNED
    assert [teaser.title for teaser in view.latest] == ["Bài p1"]


def test_lists_are_newest_first_and_bounded():
    view = home(site(many(100)))
    assert len(view.latest) == LATEST
    assert view.latest[0].title == "Bài bai-099"
    assert all(len(section.lines) == IN_SECTION for section in view.sections)
    for section in view.sections:
        assert [line.date for line in section.lines] == sorted((line.date for line in section.lines), reverse=True)


def test_a_category_without_items_has_no_section():
    view = home(site([item("a", category="hoi-dap")]))
    assert [section.category.href for section in view.sections] == ["chuyen-muc/hoi-dap.html"]


def test_quick_links_lead_to_the_national_portal_to_feedback_and_to_the_first_pages():
    view = home(site(pages=[page("c", order=3), page("a", order=1), page("b", order=2)]))
    assert [link.href for link in view.quick] == [
        "https://dichvucong.gov.vn",
        "https://pakn.dichvucong.gov.vn",
        "trang/a.html",
        "trang/b.html",
    ]


def test_without_the_archive_and_the_feeds_their_links_are_empty():
    view = home(site(rooms=ROOM_NAMES - {"archive", "feeds"}))
    assert (view.archive, view.feeds) == ("", ())


def test_the_procedures_that_the_profile_names_stand_first_in_its_order_and_only_those_in_force():
    chosen = {"procedures": ["1.000005", "9.999999", "1.000003", "1.000004", "1.000001"]}
    view = home(announced(site(home=chosen)))
    assert [link.href for link in view.asked] == ["thu-tuc/1.000005.html", "thu-tuc/1.000001.html"]


def test_sectors_are_in_vietnamese_order_with_the_number_of_procedures_in_force():
    view = home(announced(site()))
    assert [(link.label, link.href, link.count) for link in view.sectors] == [
        ("Chứng thực", "thu-tuc/linh-vuc/chung-thuc.html", 1),
        ("Hộ tịch", "thu-tuc/linh-vuc/ho-tich.html", 2),
    ]
    assert view.procedures == "thu-tuc/index.html"


def test_of_many_sectors_the_smallest_are_left_to_the_list():
    sectors = [f"Lĩnh vực {letter}" for letter in "abcdefghijklmnop"]
    both = [procedure(f"1.{number:06d}", sector=sector) for number, sector in enumerate([*sectors, *sectors[4:]])]
    view = home(with_records(tuple(both)))
    assert [link.label for link in view.sectors] == sectors[4:] != sectors
    assert len(view.sectors) == SECTORS


def test_without_procedures_or_their_room_there_is_nothing_to_choose():
    for of in (site(), announced(site(rooms=ROOM_NAMES - {"procedures"}))):
        view = home(of)
        assert (view.sectors, view.procedures) == ((), "")
