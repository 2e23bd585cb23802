"""The plan as a page: parts of a document, what carries each task out, and what a new item changes."""

from datetime import date

from plugins.model.page import Link
from plugins.model.periods import Unit
from plugins.workplan.plan import NEWEST, plan
from tests.factory import ROOM_NAMES, by_path, item, many, site
from tests.rooms.answers.records import answer
from tests.rooms.documents.records import document
from tests.rooms.workplan.records import done, plan_of, planned, task


def view(of, path="ke-hoach/2026.html"):
    return by_path(plan(of))[path].view


def test_a_site_without_a_plan_has_no_page_of_it():
    assert list(plan(site())) == []


def test_a_site_has_a_page_a_plan_and_a_list_of_them_newest_first():
    older = plan_of(year=2025, number="8/KH-UBND", path="ke-hoach/2025.html")
    pages = by_path(plan(planned(site(), plan_of(), older)))
    assert sorted(pages) == ["ke-hoach/2025.html", "ke-hoach/2026.html", "ke-hoach/index.html"]
    assert [(row.year, row.label, row.day, row.count) for row in pages["ke-hoach/index.html"].view.rows] == [
        ("Năm 2026", "Kế hoạch số 21/KH-UBND", "05/01/2026", 1),
        ("Năm 2025", "Kế hoạch số 8/KH-UBND", "05/01/2026", 1),
    ]


def test_the_top_of_a_plan_is_that_of_a_document():
    head = view(planned(site(), plan_of())).head
    assert (head.issuer, head.number, head.day) == (("Ủy ban nhân dân", "phường Thử Nghiệm"), "Số: 21/KH-UBND", "Thử Nghiệm, ngày 05 tháng 01 năm 2026")


def test_parts_are_numbered_as_far_as_they_are_there():
    bare, full = view(planned(site(), plan_of())), view(planned(site(), plan_of(purpose=("a",), duties=("b",))))
    assert (bare.purpose_heading, bare.tasks_heading, bare.duties_heading) == ("", "I. Nhiệm vụ", "")
    assert (full.purpose_heading, full.tasks_heading, full.duties_heading) == ("I. Mục đích, yêu cầu", "II. Nhiệm vụ", "III. Tổ chức thực hiện")


def test_the_last_paragraph_ends_as_documents_do_and_says_what_is_replaced():
    shown = view(planned(site(), plan_of(replaces=("Kế hoạch số 8/KH-UBND ngày 10/01/2025",), closing="Có vướng mắc thì báo cáo.")))
    assert shown.closing == ("Kế hoạch này thay thế Kế hoạch số 8/KH-UBND ngày 10/01/2025.", "Có vướng mắc thì báo cáo./.")


def test_a_task_tells_only_what_the_plan_says():
    facts = view(planned(site(), plan_of(task(frequency="Hằng tháng", minimum=3)))).tasks[0].facts
    assert [(fact.label, fact.text) for fact in facts] == [
        ("Thời gian thực hiện", "Hằng tháng"),
        ("Số lượng", "ít nhất 03 mỗi tháng"),
        ("Chủ trì", "Văn phòng"),
        ("Hình thức", "trang thông tin điện tử"),
        ("Nội dung CCHC", "Thông tin, tuyên truyền"),
    ]


def test_a_task_of_the_year_tells_its_deadline():
    facts = view(planned(site(), plan_of(task(per=Unit.YEAR, deadline=date(2026, 4, 30))))).tasks[0].facts
    assert ("Hạn hoàn thành", "30/04/2026") in [(fact.label, fact.text) for fact in facts]


def test_a_task_of_each_month_tells_a_deadline_that_is_not_the_end_of_the_year():
    facts = view(planned(site(), plan_of(task(deadline=date(2026, 6, 30))))).tasks[0].facts
    assert ("Hạn hoàn thành", "30/06/2026") in [(fact.label, fact.text) for fact in facts]


def test_tasks_bear_the_codes_that_items_and_reports_name():
    shown = view(planned(site(), plan_of(task("01"), task("2.1"), task("10"))))
    assert [one.heading for one in shown.tasks] == ["1. Việc 01", "2.1. Việc 2.1", "10. Việc 10"]


def test_what_carries_a_task_out_stands_under_it_newest_first():
    news = [item("a", "2026-02-01", tasks=("2026-01",)), item("b", "2026-03-01", tasks=("2026-02",)), item("c", "2026-03-02")]
    of = planned(
        site(news),
        plan_of(task("01", done=(done("2026-01-30"),)), task("02")),
        answers=(answer(tasks=("2026-01",)),),
        documents=(document(tasks=("2026-02",)),),
    )
    first, second = view(of).tasks
    assert [(line.title, line.href) for line in first.lines] == [
        ("Câu mot?", "hoi-dap/mot.html"),
        ("Bài a", "tin-tuc/a.html"),
        ("Số truyền thanh (truyền thanh)", ""),
    ]
    assert first.count == 3
    assert {line.href for line in second.lines} == {"tin-tuc/b.html", document().path}


def test_of_very_many_items_the_newest_are_listed_and_one_link_leads_to_the_others():
    news = [item(f"n{number:03d}", "2026-03-01", tasks=("2026-01",)) for number in range(NEWEST + 5)]
    shown = view(planned(site(news), plan_of())).tasks[0]
    assert (len(shown.lines), shown.count) == (NEWEST, NEWEST + 5)
    assert shown.more == Link("Các mục trước đó, xem theo ngày", "ngay/2026.html")


def test_the_plan_leads_to_itself_as_a_document_of_the_register():
    own = document(number="21/KH-UBND", date=date(2026, 1, 5))
    assert view(planned(site(), plan_of(), documents=(own,))).issued.href == own.path
    assert view(planned(site(), plan_of(), documents=(document(number="22/KH-UBND", date=date(2026, 1, 5)),))).issued is None


def test_an_item_without_a_task_leaves_the_plan_as_it_is_and_one_with_a_task_changes_one_page():
    def keys(news):
        return {path: repr(page) for path, page in by_path(plan(planned(site(news), plan_of(), plan_of(year=2025, path="ke-hoach/2025.html", tasks=(task(ref="2025-01"),))))).items()}

    before = keys(many(30))
    assert keys([*many(30), item("moi")]) == before
    after = keys([*many(30), item("moi", tasks=("2026-01",))])
    assert [path for path in before if after[path] != before[path]] == ["ke-hoach/2026.html"]


def test_the_list_leads_to_the_reports_that_are_public_and_to_no_other():
    public = site(report={"public": ("2026-Q1", "2026-H1")})
    links = view(planned(public, plan_of()), "ke-hoach/index.html").reports
    assert links == (Link("Báo cáo kết quả quý I/2026", "bao-cao/2026-q1.html"), Link("Báo cáo kết quả sáu tháng đầu năm 2026", "bao-cao/2026-h1.html"))
    without = site(rooms=ROOM_NAMES - {"report"}, report={"public": ("2026-Q1",)})
    assert [view(planned(one, plan_of()), "ke-hoach/index.html").reports for one in (site(), without)] == [(), ()]


def test_nothing_is_planned_when_the_room_is_taken_out():
    assert list(plan(planned(site(rooms=ROOM_NAMES - {"workplan"}), plan_of()))) == []
