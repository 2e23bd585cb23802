"""A whole report: its tables, what it says of periods without anything, and that it never invents."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.model.periods import read_period
from plugins.report.build import report_of, subjects
from plugins.report.evidence import Sum
from plugins.report.plan import plan
from plugins.report.records import UNKNOWN
from tests.factory import ROOM_NAMES, site
from tests.rooms.answers.records import answer, complaint
from tests.rooms.documents.records import document
from tests.rooms.procedures.records import procedure
from tests.rooms.report.records import NEWS, working

LATER = date(2027, 1, 1)
TABLES = ["ke-hoach", "tu-cham", "tin-theo-thang", "tin-theo-chuyen-muc", "theo-hinh-thuc", "thu-tuc", "van-ban", "tra-loi", "mau-14-cot", "minh-chung"]


def report(of, period: str = "2026-H1", today: date = LATER, sums=None, calendar: bool = False):
    return report_of(of, read_period(period, calendar), today, sums or {})


def table(of, name: str, period: str = "2026-H1", **more):
    return next(one for one in report(of, period, **more).tables if one.name == name)


def whole():
    posted = replace(procedure("1.000001"), publication=replace(procedure("1.000001").publication, posted_on=date(2026, 3, 4)))
    return replace(working(), answers=(answer(limit=5), complaint(limit=0, days=None)), documents=(document(date=date(2026, 2, 3)),), procedures=(posted,))


def test_a_report_holds_every_table_in_one_order():
    assert [one.name for one in report(whole()).tables] == TABLES


def test_each_row_has_a_cell_for_each_column():
    for one in report(whole()).tables:
        assert {len(row) for row in one.rows} <= {len(one.columns)}, one.name


def test_items_of_a_month_and_of_a_category_add_up():
    rows = table(working(), "tin-theo-thang").rows
    assert rows[-1] == ("Cộng", 1, 2, 1, 1, 0, 0, 5)
    assert [sum(row[place] for row in rows[:-1]) for place in range(1, 8)] == list(rows[-1][1:])


def test_a_month_with_nothing_is_named():
    notes = table(working(), "tin-theo-thang").notes
    assert [note for note in notes if note.startswith("Không có tin")] == [
        "Không có tin, bài nào: tháng 5/2026 (từ ngày 15/04/2026 đến ngày 14/05/2026).",
        "Không có tin, bài nào: tháng 6/2026 (từ ngày 15/05/2026 đến ngày 14/06/2026).",
    ]


def test_a_month_that_has_not_ended_is_no_empty_month():
    notes = table(working(), "tin-theo-thang", today=date(2026, 4, 20)).notes
    assert not [note for note in notes if note.startswith("Không có tin")]
    assert len([note for note in notes if note.startswith("Chưa kết thúc")]) == 2


def test_answers_tell_the_days_that_they_took():
    rows = table(whole(), "tra-loi").rows
    assert [(row[0], row[4], row[5], row[6]) for row in rows] == [
        ("Hỏi – đáp", 3, 5, "đúng hạn"),
        ("Kết quả trả lời phản ánh, kiến nghị", UNKNOWN, None, "không rõ hạn"),
    ]


def test_procedures_tell_the_days_between_signature_effect_and_posting():
    (row,) = table(whole(), "thu-tuc").rows
    assert (row[0], row[5], row[6], row[7], row[8]) == ("1.000001", date(2026, 3, 4), 2, 0, "https://thunghiem.example/thu-tuc/1.000001.html")


def test_every_line_has_a_day_a_title_an_address_and_a_checksum():
    of = whole()
    sums = {path: Sum("ab" * 32, "trang đã đăng") for path in subjects(of, read_period("2026-H1"))}
    rows = table(of, "minh-chung", sums=sums).rows
    assert [row[0] for row in rows] == [f"MC-{number:03d}" for number in range(1, len(rows) + 1)]
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    for row in rows:
        assert row[2]
        assert row[7].startswith("https://thunghiem.example/") == (row[8] == "ab" * 32)
    assert [row[7] for row in rows if not row[8]] == ["Sổ theo dõi", "Sổ theo dõi"]


def test_the_yearly_plan_counts_among_the_documents_that_are_posted_and_once():
    of = whole()
    (plan_,) = of.plans
    as_document = document(number=plan_.number, date=plan_.date)
    posted = [table(one, "mau-14-cot").rows[5][2] for one in (of, replace(of, documents=(*of.documents, as_document)), replace(of, plans=()))]
    assert [text.split(";")[0] for text in posted] == ["Đăng 2", "Đăng 2", "Đăng 1"]


def test_a_procedure_without_a_day_of_posting_is_named_among_the_gaps():
    of = whole()
    bare = replace(procedure("1.000002"), publication=replace(procedure("1.000002").publication, posted_on=None))
    said = report(replace(of, procedures=(*of.procedures, bare))).gaps
    assert [gap for gap in said if "ngày công khai" in gap] == ["1 thủ tục không ghi ngày công khai trên trang, báo cáo không tính được: 1.000002."]
    assert not [gap for gap in report(of).gaps if "ngày công khai" in gap]


def test_the_form_of_fourteen_columns_is_filled_only_as_far_as_the_site_knows():
    rows = table(whole(), "mau-14-cot").rows
    assert [row[0] for row in rows] == list(range(1, 15))
    unknown = [row[0] for row in rows if row[2] == UNKNOWN]
    assert unknown == [7, 8, 9, 10, 11, 12, 13]
    assert rows[2][2] == "Đăng 2; tổng số ban hành: trang không có số liệu"
    assert rows[4][2].startswith("5 tin, bài")
    assert rows[13][2] == "1 (trang này)"


def test_a_site_without_plan_and_criteria_says_so():
    made = report(site(NEWS))
    assert [(one.name, one.empty) for one in made.tables if not one.rows][:2] == [
        ("ke-hoach", "Trang chưa có kế hoạch tuyên truyền năm 2026 (content/ke-hoach/2026.toml)."),
        ("tu-cham", "Trang chưa có bảng tiêu chí (content/tieu-chi.toml)."),
    ]
    assert ("Kế hoạch", "chưa có kế hoạch năm 2026 trên trang") in made.facts


@pytest.mark.parametrize(
    ("news", "period", "today", "said"),
    [
        ((), "2026-H1", LATER, "Trang chưa có tin, bài nào."),
        (NEWS, "2025-Q1", LATER, "Kỳ này ở trước tin, bài đầu tiên của trang (ngày 20/12/2025): trang không có số liệu."),
        (NEWS, "2026-06", LATER, "Trong kỳ này trang không có tin, bài, văn bản hay câu trả lời nào."),
        (NEWS, "2026-H1", date(2026, 3, 1), "Kỳ báo cáo chưa kết thúc: số liệu tính đến ngày 01/03/2026."),
        (NEWS, "2027", date(2026, 3, 1), "Kỳ báo cáo chưa bắt đầu (ngày 15/12/2026)."),
    ],
)
def test_a_period_with_nothing_or_not_over_is_said_first(news, period, today, said):
    assert said in report(site(news), period, today).gaps


def test_calendar_periods_count_other_days():
    assert [row[2] for row in table(working(), "minh-chung", "2026-Q1", calendar=True).rows] == ["Bài t2a", "Số truyền thanh", "Bài t2b", "Số truyền thanh", "Bài t3"]


# — public only if the profile says so —


def test_no_report_is_public_by_default():
    assert list(plan(whole())) == []


def test_the_periods_of_the_profile_are_public_pages_with_their_style_in_a_file():
    of = site(NEWS, report={"public": ("2026-H1",)})
    made = {file.path: file for file in plan(of)}
    assert sorted(made) == ["bao-cao/2026-h1.html", "bao-cao/bao-cao.css"]
    html = made["bao-cao/2026-h1.html"].make(made["bao-cao/2026-h1.html"].view).decode()
    assert '<link rel="stylesheet" href="bao-cao.css">' in html
    assert "<style" not in html
    assert " style=" not in html
    assert "SHA-256" not in html


def test_nothing_is_public_when_the_room_is_taken_out():
    assert list(plan(site(NEWS, rooms=ROOM_NAMES - {"report"}, report={"public": ("2026-H1",)}))) == []
