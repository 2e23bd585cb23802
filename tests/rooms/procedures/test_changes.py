"""Changes by year, quarter and month, their table, and the decisions."""

import csv
import io
from datetime import date

import pytest

from plugins.model.decision import Change
from plugins.model.page import File, Link
from plugins.model.procedure import ProcedureStatus
from plugins.procedures import plan
from plugins.procedures.csvfile import csv_of, safe_cell
from tests.factory import by_path, site
from tests.rooms.procedures.records import announced, channel, decision, procedure, with_records

NEW, AMENDED, REPLACING, ABOLISHED = ProcedureStatus.NEW, ProcedureStatus.AMENDED, ProcedureStatus.REPLACING, ProcedureStatus.ABOLISHED


def table(made, year: int = 2026) -> list[list[str]]:
    file = made[f"thu-tuc/bien-dong/{year}.csv"]
    assert isinstance(file, File)
    return list(csv.reader(io.StringIO(file.make(file.view).decode("utf-8-sig"))))


def test_a_decision_tells_its_changes_on_the_day_of_its_effect():
    made = by_path(plan(announced(site())))
    month = made["thu-tuc/bien-dong/2026-03.html"].view
    assert [(group.label, [row.code for row in group.rows]) for group in month.groups] == [
        ("Mới ban hành", ["1.000001"]),
        ("Sửa đổi, bổ sung", ["1.000002"]),
        ("Thay thế", ["1.000004"]),
        ("Bãi bỏ", ["1.000003"]),
    ]
    assert month.groups[2].rows[0].successor == Link("Thủ tục 1.000005", "thu-tuc/1.000005.html")
    assert month.groups[3].rows[0].law == "Nghị định số 280/2025/NĐ-CP"
    assert {"thu-tuc/bien-dong/2026.html", "thu-tuc/bien-dong/2026-q1.html", "thu-tuc/bien-dong/2026.csv"} <= made.keys()
    assert not [path for path in made if path.startswith(("thu-tuc/bien-dong/2026-q2", "thu-tuc/bien-dong/2026-04"))]


def test_a_procedure_tells_its_own_change_when_its_decision_is_not_on_the_site():
    made = by_path(plan(with_records((procedure("1.000001", status=NEW, effective_from=date(2025, 11, 3)), procedure("1.000002")))))
    (group,) = made["thu-tuc/bien-dong/2025-q4.html"].view.groups
    assert [(row.code, row.decision.label) for row in group.rows] == [("1.000001", "1250/QĐ-UBND")]


def test_a_change_is_not_told_twice():
    one = procedure("1.000001", status=NEW, decision="Quyết định số 1250/QĐ-UBND")
    made = by_path(plan(with_records((one,), (decision("1250/QĐ-UBND", date(2026, 3, 2), Change("1.000001", NEW)),))))
    assert made["thu-tuc/bien-dong/2026.html"].view.count == 1


def test_a_change_without_any_day_is_not_told():
    made = by_path(plan(with_records((procedure(status=NEW, effective_from=None, issued=None),))))
    assert made["thu-tuc/bien-dong/index.html"].view.years == ()


def test_years_are_newest_first_and_link_only_periods_with_changes():
    procedures = (procedure("1.000001", status=NEW, effective_from=date(2025, 1, 3)), procedure("1.000002", status=NEW, effective_from=date(2026, 12, 3)))
    made = by_path(plan(with_records(procedures)))
    years = made["thu-tuc/bien-dong/index.html"].view.years
    assert [(year.year.label, year.year.count) for year in years] == [("Năm 2026", 1), ("Năm 2025", 1)]
    assert [link.label for link in (*years[0].quarters, *years[0].months)] == ["Quý IV", "Tháng 12"]
    for year in years:
        assert all(link.href in made for link in (year.year, *year.quarters, *year.months))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_calculate_becomes_text(start):
    assert safe_cell(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"
    assert safe_cell("Đăng ký = khai sinh") == "Đăng ký = khai sinh"


def test_the_table_opens_in_spreadsheets():
    one = procedure("1.000001", title='=HYPERLINK("x"), "a"\nb', status=NEW, sector="@Hộ tịch")
    made = by_path(plan(with_records((one,))))
    file = made["thu-tuc/bien-dong/2026.csv"]
    assert csv_of(file.view).startswith(b"\xef\xbb\xbfSTT,")
    head, row = table(made)
    assert head[:4] == ["STT", "Ngày hiệu lực", "Loại biến động", "Mã thủ tục"]
    assert row == ["1", "10/03/2026", "Mới ban hành", "1.000001", "'" + one.title, "'@Hộ tịch", "1250/QĐ-UBND", "", "", "https://thunghiem.example/thu-tuc/1.000001.html"]


# — decisions —


def test_decisions_stand_by_year_newest_first_and_say_what_they_change():
    acts = (
        decision("5/QĐ-UBND", date(2025, 4, 1), Change("1.000001", NEW), Change("1.000002", NEW), Change("1.000003", ABOLISHED)),
        decision("6/QĐ-UBND", date(2026, 4, 1), Change("1.000001", AMENDED)),
    )
    years = by_path(plan(with_records((), acts)))["quyet-dinh/index.html"].view.years
    assert [(year.year, [line.number for line in year.lines]) for year in years] == [(2026, ["6/QĐ-UBND"]), (2025, ["5/QĐ-UBND"])]
    assert years[1].lines[0].counts == "2 mới ban hành; 1 bãi bỏ"


def test_a_decision_shows_what_it_announced_and_not_what_a_later_one_did():
    first = procedure("1.000001", effective_to=date(2026, 3, 9), decision="5/QĐ-UBND", issued=date(2025, 4, 1), channels=(channel(time="15 ngày", cost="Không"),))
    now = procedure("1.000001", status=AMENDED, channels=(channel(time="03 ngày", cost="Không"),))
    acts = (decision("5/QĐ-UBND", date(2025, 4, 1), Change("1.000001", NEW)), decision("1250/QĐ-UBND", date(2026, 3, 2), Change("1.000001", AMENDED)))
    made = by_path(plan(with_records((first, now), acts)))
    (row,) = made["quyet-dinh/5-qd-ubnd-2025.html"].view.new
    assert (row.time, row.cost, row.legal, row.href) == ("15 ngày", "Không", "60/2014/QH13", "thu-tuc/1.000001/den-2026-03-09.html")
    assert made["quyet-dinh/1250-qd-ubnd-2026.html"].view.amended[0].time == "03 ngày"
    only_now = by_path(plan(with_records((now,), acts)))["quyet-dinh/5-qd-ubnd-2025.html"].view.new[0]
    assert (only_now.time, only_now.note) == ("", "Nội dung đã thay đổi sau quyết định này, xem trang thủ tục")


def test_a_decision_lists_replaced_and_abolished_with_the_columns_of_an_annex():
    view = by_path(plan(announced(site())))["quyet-dinh/1250-qd-ubnd-2026.html"].view
    (replaced,), (abolished,) = view.replaced, view.abolished
    assert (replaced.code, replaced.successor_code, replaced.new.href) == ("1.000004", "1.000005", "thu-tuc/1.000005.html")
    assert (abolished.law, abolished.sector, abolished.authority) == ("Nghị định số 280/2025/NĐ-CP", "Hộ tịch", "UBND phường")


def test_a_code_that_is_not_on_the_site_is_shown_without_a_link():
    view = by_path(plan(with_records((), (decision("5/QĐ-UBND", date(2025, 4, 1), Change("5.000001", NEW)),))))["quyet-dinh/5-qd-ubnd-2025.html"].view
    assert (view.new[0].title, view.new[0].href) == ("5.000001", "")
