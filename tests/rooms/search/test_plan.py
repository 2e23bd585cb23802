"""The search page and its index, as values and as bytes; nothing is looked up here (tests/browser/test_search.py does that)."""

import gzip
import json
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from plugins.model.fingerprint import Keys
from plugins.model.page import File, Later, Page
from plugins.model.procedure import ProcedureStatus
from plugins.search import plan, tail
from plugins.search.documents import lasting
from plugins.search.everyday import EVERYDAY
from tests.factory import FIRST_DAY, ROOM_NAMES, item, page, prose, site
from tests.rooms.procedures.records import announced, procedure
from tests.rooms.workplan.records import plan_of, planned

# Syllables in any order are harder to compress than any real text.
SYLLABLES = sorted(set(EVERYDAY.replace(",", " ").replace(";", " ").replace("=", " ").split()))


def said(seed: str, count: int) -> str:
    return " ".join(random.Random(seed).choices(SYLLABLES, k=count)).capitalize()


def news(count: int, days: int = 2) -> list:
    """Items with titles and summaries of their own, one every few days."""
    return [
        item(f"tin-{n:05d}", FIRST_DAY + timedelta(days=days * n), title=said(f"t{n}", 14), summary=said(f"s{n}", 30), tags=(said(f"k{n % 40}", 2),))
        for n in range(count)
    ]


def files(of) -> dict[str, File]:
    return {made.path: made for made in plan(of) if isinstance(made, File)}


def written(of) -> dict[str, bytes]:
    return {path: made.make(made.view) for path, made in files(of).items()}


def index(of) -> dict:
    return data(written(of)["tim-kiem/muc-luc.js"])


def data(script: bytes) -> dict:
    text = script.decode()
    return json.loads(text[len("cchcTimKiem(") : text.rindex(")")])


def changed(before, after) -> set[str]:
    """Files that are new, changed or gone."""
    old, new = written(before), written(after)
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


# — what can be found —


def test_a_small_site_has_one_index_and_a_page_that_offers_other_ways():
    of = announced(site([item(tags=("một cửa",))], [page()]))
    made = list(plan(of))
    assert [one.path for one in made] == ["tim-kiem.html", "tim-kiem/muc-luc.js"]
    view = made[0].view
    assert {select.label for select in view.selects} <= {"Loại", "Lĩnh vực", "Chuyên mục", "Năm"}
    assert [way.label for way in view.ways][:4] == ["Thủ tục hành chính", "Lĩnh vực", "Chuyên mục", "Năm"]
    assert all(link.href in {p.path for p in plan_all(of)} for way in view.ways for link in way.links)


def plan_all(of) -> list[Page | File]:
    from tests.factory import plan as plan_of_all

    return plan_of_all(of)


def test_every_kind_stands_in_the_index_with_its_title_day_and_category():
    made = index(announced(site([item("a", "2026-03-02", "chi-so", ("một cửa",), title="Chỉ số của phường")], [page("lien-he", title="Liên hệ")])))
    kinds = {made["i"][int(kind)] for kind in made["k"]}
    assert kinds == {"thu-tuc", "quyet-dinh", "trang", "tin-tuc"}
    at = made["t"].index("Chỉ số của phường")
    assert made["i"][int(made["k"][at])] == "tin-tuc"
    assert [made["a"][int(number)] for number in made["f"][at].split(",")] == ["chi-so"]
    assert "một cửa" in made["w"][at]
    days, known = [], 0
    for step in made["d"]:
        known += step or 0
        days.append(None if step == "" else date(1970, 1, 1) + timedelta(days=known))
    assert days[at] == date(2026, 3, 2)


def test_procedures_that_no_longer_apply_stand_behind_everything_else():
    old = procedure("2.000001", title="Cũ", status=ProcedureStatus.ABOLISHED)
    made = index(replace(site([item()]), procedures=(old, procedure("2.000002", title="Mới"))))
    assert made["t"] == ["Mới", "Bài tin-moi", "Cũ"]
    assert made["o"] == 2
    assert made["s"]["2"] == "Đã bãi bỏ"


def test_the_code_of_a_replaced_procedure_also_finds_its_successor():
    old = procedure("2.000001", title="Cũ", replaced_by="2.000002")
    made = index(replace(site(), procedures=(old, procedure("2.000002", title="Mới"))))
    assert made["t"] == ["Mới", "Cũ"]
    assert "2.000001" in made["w"][0]


def test_numbers_of_documents_and_the_beginning_of_a_body_are_known_where_no_summary_says_more():
    body = prose("<p>UBND ban hành <strong>Kế hoạch số 131/KH-UBND</strong> theo Nghị quyết 76/NQ-CP.</p>")
    made = index(site([item(summary="", body=body)]))
    assert made["x"] == ["UBND ban hành Kế hoạch số 131/KH-UBND theo Nghị quyết 76/NQ-CP."]
    assert made["w"] == ["131/KH-UBND, 76/NQ-CP"]


@pytest.mark.parametrize(
    ("path", "title", "short"),
    [
        ("tin-tuc/ke-hoach-nam.html", "Kế hoạch năm", "12."),
        ("tin-tuc/ke-hoach-nam-2.html", "Kế hoạch năm", "12.-2"),
        ("tin-tuc/khac.html", "Kế hoạch", "1.hac"),
        ("o-cho/khac.html", "Kế hoạch", "/o-cho/khac.html"),
    ],
)
def test_an_address_that_begins_like_the_title_is_told_in_short(path, title, short):
    assert index(site([item(path=path, title=title)]))["u"] == [short]


def test_the_room_stays_out_when_it_is_taken_out_and_no_box_leads_to_it():
    from plugins.model.frame import frame_of

    assert frame_of(site(rooms=ROOM_NAMES - {"search"})).search == ""
    assert frame_of(site()).search == "tim-kiem.html"


def test_the_portal_of_the_profile_is_offered_with_and_without_a_text():
    of = site(links={"portal_search": "https://tinh.example/tim-kiem?tu-khoa={q}&loai=1"})
    view = next(iter(plan(of))).view
    assert view.portal == "https://tinh.example/tim-kiem?tu-khoa={q}&loai=1"
    assert view.portal_page == "https://tinh.example/tim-kiem?tu-khoa=&loai=1"


# — weight —


def test_the_index_of_320_items_with_all_codes_and_titles_is_at_most_40_kb():
    procedures = tuple(procedure(f"1.{n:06d}", title=said(f"p{n}", 18), sector=said(f"l{n % 40}", 3)) for n in range(277))
    made = written(replace(site(news(43)), procedures=procedures))
    assert list(made) == ["tim-kiem/muc-luc.js"]
    found = data(made["tim-kiem/muc-luc.js"])
    assert len(found["t"]) == 320
    assert {p.title for p in procedures} <= set(found["t"])
    assert {p.code for p in procedures} <= set(found["c"])
    assert len(gzip.compress(made["tim-kiem/muc-luc.js"], 6)) <= 40_000


LARGE = site(news(3000, days=1))


def test_a_large_site_keeps_its_index_and_its_parts_small():
    texts = written(LARGE)
    made = {path: len(gzip.compress(text, 6)) for path, text in texts.items()}
    assert len(data(texts["tim-kiem/muc-luc.js"])["t"]) == tail.WINDOW
    assert made.pop("tim-kiem/muc-luc.js") <= 40_000
    assert max(made.values()) <= 5_000
    assert len(made) <= 600


# — what a change costs —


@pytest.mark.parametrize("count", [10, 64, 65, 150, 192, 193, 700, 2000])
def test_a_new_item_changes_a_handful_of_files_at_any_size(count):
    old = news(count)
    new = item("moi", old[-1].date + timedelta(days=1), title="Kế hoạch rất mới", tags=("một cửa",))
    assert len(changed(site(old), site([*old, new]))) <= 4


def test_only_what_a_new_item_changes_is_made_again():
    old = news(1000)
    new = item("moi", old[-1].date + timedelta(days=1), title="Kế hoạch rất mới")
    before, after = (prints(site(some)) for some in (old, [*old, new]))
    assert len({path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}) <= 4


def prints(of) -> dict[str, str]:
    """Path → key of what a file is made of, as the press asks for it."""
    keys = Keys()
    return {path: keys.of(made.shows.given) for path, made in files(of).items() if isinstance(made.shows, Later)}


def test_an_item_posted_late_among_old_ones_changes_few_files():
    old = news(1500)
    late = item("muon", old[300].date + timedelta(days=1), title=said("muon", 12), summary="Muộn.")
    assert len(changed(site(old), site([*old, late]))) <= 40
    assert len(changed(site(old), site([*old[:300], *old[301:]]))) <= 40


def test_an_edited_body_of_an_older_item_makes_nothing_again():
    old = news(1000)
    edited = replace(old[100], body=prose("<p>Khác hẳn.</p>"))
    assert prints(site(old)) == prints(site([*old[:100], edited, *old[101:]]))


def test_planning_a_large_site_reads_no_body():
    def refuse() -> str:
        raise AssertionError("a body was fetched")

    unread = [replace(one, body=replace(one.body, source=refuse)) for one in news(400)]
    made = list(plan(site(unread)))
    prints(site(unread))
    assert len(made) > 100


# — older items —


@pytest.mark.parametrize("count", [65, 100, 192, 193, 1000, 10_007])
def test_every_item_stands_in_the_index_or_in_every_shard(count):
    covered = [tail.covered(shard, count) for shard in range(tail.SHARDS)]
    assert min(covered) >= count - tail.WINDOW
    assert max(covered) <= count - tail.LAG


def test_one_more_item_makes_one_shard_again():
    for count in (500, 501, 9999):
        before, after = ([tail.covered(shard, n) for shard in range(tail.SHARDS)] for n in (count, count + 1))
        assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_a_shard_names_the_items_that_hold_two_neighbours():
    old = [item(f"a-{n}", FIRST_DAY + timedelta(days=n), title="Hòa Bình họp" if n in (3, 40) else "Việc khác") for n in range(300)]
    shard = tail.spread("hoa") % tail.SHARDS
    pairs = data(written(site(old))[f"tim-kiem/am-tiet-{shard:03d}.js"])["p"]["hoa"]
    expected = [tail.third_of(old[n].date.date()) * tail.SLOTS + tail.slot(old[n].path) for n in (40, 3)]
    assert unpacked(pairs["binh"]) == expected
    assert {made for made in written(site(old)) if made.endswith("2023-01-1.js")} == {"tim-kiem/2023-01-1.js"}


def unpacked(text: str) -> list[int]:
    """What :func:`plugins.search.tail.packed` packed."""
    numbers, last, gap, shift = [], 0, 0, 0
    for sign in text.removesuffix("~"):
        digit = tail._DIGITS.index(sign)
        gap, shift = gap | (digit & 31) << shift, shift + 5
        if digit < 32:
            last = last - gap if numbers else gap
            numbers.append(last)
            gap, shift = 0, 0
    return numbers


@pytest.mark.parametrize("numbers", [[], [7], [31, 32, 33], [0, 1, 200_000], list(range(0, 5000, 17))])
def test_packed_numbers_come_back_from_high_to_low(numbers):
    text = tail.packed(numbers)
    assert unpacked(text) == sorted(numbers, reverse=True)[: tail.MOST]
    assert text.endswith("~") == (len(numbers) > tail.MOST)


@pytest.mark.parametrize(("day", "name"), [(date(1945, 9, 2), "1945-09-1"), (date(2026, 3, 10), "2026-03-1"), (date(2026, 3, 11), "2026-03-2"), (date(2025, 12, 31), "2025-12-3")])
def test_a_third_of_a_month_has_a_name(day, name):
    assert tail.third_name(tail.third_of(day)) == name


def test_plans_are_found_among_the_documents_where_they_have_a_page():
    found = [one for one in lasting(planned(site(), plan_of())) if one.path == "ke-hoach/2026.html"]
    assert [(one.kind, one.title, one.code) for one in found] == [("van-ban", "Tuyên truyền CCHC năm 2026", "21/KH-UBND")]
    assert [one for one in lasting(planned(site(), plan_of(path=""))) if one.code == "21/KH-UBND"] == []
