"""The register: lists by type, issuer and year, a page a document, who cites it, and what a new item changes."""

from dataclasses import replace

import pytest

from plugins.documents import cited_by, lists
from plugins.documents.entries import entries_of
from plugins.documents.plan import plan
from plugins.model.cited import Cited
from plugins.model.page import Link
from tests.factory import ROOM_NAMES, by_path, site
from tests.rooms.documents.records import DECREE, PLAN, citing, document, registered

LAW = Cited("Luật", "", "2016", "", "Luật Báo chí năm 2016")
UNDATED = Cited("Kế hoạch", "12/KH-UBND", "", "")
OWN = "van-ban/ke-hoach-12-kh-ubnd-2026-ubnd-phuong-thu-nghiem.html"


def pages(*items, documents=()):
    return by_path(plan(registered(site(), items, documents)))


def entry(made, path: str):
    """What is shown of a cited document at its place."""
    page, _, slug = path.partition("#")
    (found,) = [one for one in made[page].view.entries if f"trang-{one.slug}" == slug]
    return found


DECREES = "van-ban/2020/nghi-dinh.html"
OF_DECREE = f"{DECREES}#trang-nghi-dinh-30-2020-nd-cp"


def facts(view) -> dict[str, str]:
    return {fact.label: fact.text for fact in view.facts}


def test_a_site_that_cites_nothing_has_no_register():
    assert list(plan(site())) == []


def test_every_cited_document_has_a_place_and_stands_in_three_lists():
    made = pages(citing("a", DECREE, LAW), citing("b", DECREE))
    assert sorted(made) == [
        "van-ban/2016/theo-ten.html",
        DECREES,
        "van-ban/co-quan/chinh-phu.html",
        "van-ban/index.html",
        "van-ban/loai/luat.html",
        "van-ban/loai/nghi-dinh.html",
        "van-ban/nam/2016.html",
        "van-ban/nam/2020.html",
    ]
    view = entry(made, OF_DECREE)
    assert (made[DECREES].title, view.title) == ("Nghị định năm 2020", "Nghị định số 30/2020/NĐ-CP")
    assert facts(view) == {"Ngày ban hành": "05/03/2020", "Cơ quan ban hành": "Chính phủ"}
    assert [line.href for line in view.cited_by.lines] == ["tin-tuc/b.html", "tin-tuc/a.html"]
    assert made["van-ban/2016/theo-ten.html"].title == "Văn bản gọi theo tên, năm 2016"
    assert entry(made, "van-ban/2016/theo-ten.html#trang-luat-bao-chi-nam-2016").title == "Luật Báo chí năm 2016"
    index = made["van-ban/index.html"].view
    assert [(one.label, one.count) for one in index.types] == [("Luật", 1), ("Nghị định", 1)]
    assert [one.label for one in index.years] == ["Năm 2020", "Năm 2016"]


def test_a_document_of_the_unit_is_shown_in_its_parts_and_linked_both_ways():
    own = document()
    cites = replace(citing("van-ban", DECREE), href=OWN, title="Kế hoạch số 12/KH-UBND: …")
    made = pages(citing("a", PLAN, own=[own]), cites, documents=[own])
    view = made[OWN].view
    assert made[OWN].template == "document.html"
    assert view.head.issuer == ("Ủy ban nhân dân", "phường Thử Nghiệm")
    assert (view.head.number, view.head.day) == ("Số: 12/KH-UBND", "Thử Nghiệm, ngày 15 tháng 01 năm 2026")
    assert (view.kind, view.title, view.signer) == ("Kế hoạch", "Cải cách hành chính năm 2026", "Đoàn Văn Mẫu")
    assert [line.href for line in view.cited_by.lines] == ["tin-tuc/a.html"]
    assert view.cites == (Link("Nghị định số 30/2020/NĐ-CP", OF_DECREE),)
    assert [line.href for line in entry(made, OF_DECREE).cited_by.lines] == [OWN]
    assert [row.title for row in made["van-ban/index.html"].view.own] == ["Cải cách hành chính năm 2026"]


def test_a_letter_names_no_type():
    own = document(Cited("Công văn", "245/UBND-VP", "2026-11-03", "UBND phường"), title="cung cấp số liệu")
    view = pages(documents=[own])[own.path].view
    assert (view.kind, view.title) == ("", "V/v cung cấp số liệu")


def test_what_is_replaced_and_what_replaces_it_point_at_each_other():
    old = Cited("Kế hoạch", "8/KH-UBND", "2025-01-10", "UBND phường")
    foreign = Cited("Quyết định", "41/QĐ-UBND", "2020-05-08", "UBND xã Cũ")
    earlier, abroad = document(old), citing("x", foreign).cited[0]
    own = document(replaces=((earlier.slug, old), abroad), effective_from=document().date)
    made = pages(citing("x", foreign), documents=[own, earlier])
    assert facts(made[OWN].view) == {"Ngày có hiệu lực": "15/01/2026", "Thay thế": "Quyết định số 41/QĐ-UBND 08/05/2020"}
    assert [fact.label for fact in made[OWN].view.facts] == ["Ngày có hiệu lực", "Thay thế", "Thay thế"]
    assert facts(made[earlier.path].view) == {"Được thay thế bằng": "Kế hoạch số 12/KH-UBND 15/01/2026"}
    assert facts(entry(made, f"van-ban/2020/quyet-dinh.html#trang-{abroad[0]}"))["Được thay thế bằng"] == "Kế hoạch số 12/KH-UBND 15/01/2026"


def test_a_mention_that_tells_too_little_stays_apart_and_points_at_its_namesakes():
    own = document()
    made = pages(citing("a", UNDATED), citing("b", PLAN, own=[own]), documents=[own])
    vague = entry(made, "van-ban/khong-ro/ke-hoach.html#trang-ke-hoach-12-kh-ubnd")
    assert [row.href for row in vague.same] == [OWN]
    assert facts(vague) == {}
    assert made["van-ban/nam/khong-ro.html"].title == "Văn bản chưa rõ năm"


def test_most_mentions_decide_what_is_said_of_a_document_whatever_their_order():
    wrong = replace(DECREE, date="2020-03-15")
    items = [citing("a", wrong), citing("b", DECREE), citing("c", DECREE)]
    assert facts(entry(pages(*items), OF_DECREE))["Ngày ban hành"] == "05/03/2020"
    renamed = [replace(one, href=f"tin-tuc/{9 - place}.html") for place, one in enumerate(items)]
    assert facts(entry(pages(*renamed), OF_DECREE))["Ngày ban hành"] == "05/03/2020"


@pytest.mark.parametrize("one", [DECREE, PLAN, LAW, replace(PLAN, date="2026"), replace(PLAN, date=""), replace(DECREE, issuer="")])
def test_what_is_always_cited_alike_is_what_most_mentions_would_say(one: Cited):
    other = replace(one, issuer="") if one.issuer else replace(one, date="1999")
    alike, counted = (entries_of(site(), [tuple(("slug", mention) for mention in (one, one, third))], ()) for third in (one, other))
    assert alike == counted


def test_a_new_item_changes_the_documents_that_it_cites_and_no_list():
    before = pages(citing("a", DECREE, LAW))
    after = pages(citing("a", DECREE, LAW), citing("b", DECREE))
    assert [path for path in after if repr(after[path]) != repr(before[path])] == [DECREES]


def test_very_many_items_are_cut_by_years():
    items = [citing(f"n{n:03d}", DECREE, day=f"{n % 28 + 1}/3/{2025 + n % 2}") for n in range(110)]
    made = pages(*items, replace(citing("trang", DECREE, day=""), href="trang/gioi-thieu.html"))
    view = entry(made, OF_DECREE)
    assert [(year.href, year.count) for year in view.cited_by.years] == [
        ("van-ban/nghi-dinh-30-2020-nd-cp/2026.html", 55),
        ("van-ban/nghi-dinh-30-2020-nd-cp/2025.html", 55),
    ]
    assert len(view.cited_by.lines) == cited_by.NEWEST
    assert [line.href for line in view.cited_by.lasting] == ["trang/gioi-thieu.html"]
    assert len(made["van-ban/nghi-dinh-30-2020-nd-cp/2025.html"].view.lines) == 55


def test_a_long_list_is_cut_by_years_and_a_short_one_is_whole():
    items = [citing(f"n{n}", *(Cited("Kế hoạch", f"{n}{k}/KH-SNV", f"{2024 + n % 2}-01-02", "Sở Nội vụ") for k in range(10, 40))) for n in range(1, 10)]
    made = pages(*items)
    whole = made["van-ban/loai/ke-hoach.html"].view
    assert (whole.groups, sum(year.count for year in whole.years)) == ((), 270)
    assert lists.WHOLE < 270
    assert len(made["van-ban/loai/ke-hoach/2025.html"].view.groups[0].rows) == 150
    assert "van-ban/loai/ke-hoach/2024.html" in made
    assert [group.label for group in made["van-ban/nam/2025.html"].view.groups] == ["Kế hoạch"]


def test_documents_of_a_year_and_type_share_a_page_by_hundreds_of_their_numbers_which_no_other_document_moves():
    decisions = [Cited("Quyết định", f"{n}/QĐ-UBND", "2024-05-06", "UBND tỉnh") for n in (7, 99, 100, 1234)]
    made = pages(citing("a", *decisions))
    shared = {path: page.title for path, page in made.items() if path.startswith("van-ban/2024/")}
    assert shared == {
        "van-ban/2024/quyet-dinh.html": "Quyết định năm 2024",
        "van-ban/2024/quyet-dinh-100.html": "Quyết định năm 2024, số 100 đến 199",
        "van-ban/2024/quyet-dinh-1200.html": "Quyết định năm 2024, số 1200 đến 1299",
    }
    assert [one.title for one in made["van-ban/2024/quyet-dinh.html"].view.entries] == ["Quyết định số 7/QĐ-UBND", "Quyết định số 99/QĐ-UBND"]
    assert len({row.href for group in made["van-ban/nam/2024.html"].view.groups for row in group.rows}) == 4


def test_a_year_of_very_many_documents_leads_to_the_pages_that_they_stand_on():
    made = pages(citing("a", *(Cited("Quyết định", f"{n}/QĐ-UBND", "2024-05-06", "UBND tỉnh") for n in range(1, lists.WHOLE + 2))))
    view = made["van-ban/nam/2024.html"].view
    assert (view.groups, [(link.href, link.count) for link in view.years]) == (
        (),
        [("van-ban/2024/quyet-dinh.html", 99), ("van-ban/2024/quyet-dinh-100.html", 100), ("van-ban/2024/quyet-dinh-200.html", 52)],
    )


def test_without_the_room_no_address_is_given():
    of = site(rooms=ROOM_NAMES - {"documents"})
    assert {of.addresses.documents(), of.addresses.document("x"), of.addresses.document_list("loai", "x")} == {""}
