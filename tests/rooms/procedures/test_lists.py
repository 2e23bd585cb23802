"""Lists: everything in force once, facets, letters in Vietnamese order, dates of comparison."""

from datetime import date

import pytest

from plugins.model.procedure import ChannelKind, OnlineLevel, ProcedureStatus
from plugins.procedures import plan
from tests.factory import by_path, site
from tests.rooms.procedures.records import announced, channel, decision, procedure, with_records


def pages(*procedures):
    return by_path(plan(with_records(procedures)))


def titles(view) -> list[str]:
    return [row.title for group in view.groups for row in group.rows]


def test_the_list_of_all_groups_by_sector_in_vietnamese_order():
    made = pages(
        procedure("1.000001", title="Đổi thẻ", sector="Đất đai"),
        procedure("1.000002", title="Ân xá", sector="Chứng thực"),
        procedure("1.000003", title="Đăng ký", sector="Đất đai"),
        procedure("1.000004", title="An táng", sector="Chứng thực"),
        procedure("1.000005", title="Dự án", sector="Dân số"),
    )
    view = made["thu-tuc/index.html"].view
    assert [group.heading.label for group in view.groups] == ["Chứng thực", "Dân số", "Đất đai"]
    assert titles(view) == ["An táng", "Ân xá", "Dự án", "Đăng ký", "Đổi thẻ"]
    assert view.count == 5


def test_what_no_longer_applies_stands_at_the_end_and_under_its_status_only():
    made = by_path(plan(announced(site())))
    view = made["thu-tuc/index.html"].view
    assert [row.code for row in view.past] == ["1.000003", "1.000004"]
    assert [row.status for row in view.past] == ["Bãi bỏ", "Đã bị thay thế"]
    assert view.count == 3
    assert not {"Thủ tục 1.000003", "Thủ tục 1.000004"} & set(titles(view))
    assert titles(made["thu-tuc/tinh-trang/bai-bo.html"].view) == ["Thủ tục 1.000003"]
    assert titles(made["thu-tuc/tinh-trang/da-bi-thay-the.html"].view) == ["Thủ tục 1.000004"]
    assert "Thủ tục 1.000003" not in titles(made["thu-tuc/linh-vuc/ho-tich.html"].view)
    assert "1.000003" not in repr(made["thu-tuc/a-z.html"].view)


def test_a_sector_with_nothing_in_force_has_no_page_and_no_link():
    made = pages(procedure(status=ProcedureStatus.ABOLISHED, abolished_by="x"), procedure("1.000002", sector="Chứng thực"))
    assert "thu-tuc/linh-vuc/ho-tich.html" not in made
    assert made["thu-tuc/1.001193.html"].view.sector.href == ""
    assert [crumb.href for crumb in made["thu-tuc/1.001193.html"].crumbs] == ["thu-tuc/index.html"]


@pytest.mark.parametrize(
    "path",
    [
        "linh-vuc/ho-tich",
        "doi-tuong/nguoi-nuoc-ngoai",
        "su-kien/co-con-nho",
        "muc-do/mot-phan",
        "cach-nop/truc-tiep",
        "cach-nop/truc-tuyen",
        "cach-nop/khong-phu-thuoc-dia-gioi",
        "tinh-trang/moi-ban-hanh",
    ],
)
def test_every_facet_of_a_procedure_has_a_page_that_lists_it(path):
    one = procedure(
        audience=("Công dân Việt Nam", "Người nước ngoài"),
        online_level=OnlineLevel.PARTIAL,
        borderless=True,
        status=ProcedureStatus.NEW,
        channels=(channel(), channel(time="05 ngày"), channel(ChannelKind.ONLINE)),
    )
    assert titles(pages(one)[f"thu-tuc/{path}.html"].view) == ["Thủ tục 1.001193"]


def test_every_link_of_the_facets_leads_to_a_page_with_as_many_procedures():
    made = by_path(plan(announced(site())))
    view = made["thu-tuc/index.html"].view
    for facet in view.facets:
        for link in facet.links:
            assert made[link.href].view.count == link.count > 0


def test_rows_carry_the_marks_of_the_filter_and_only_those():
    made = by_path(plan(announced(site())))
    view = made["thu-tuc/index.html"].view
    offered = {choice.mark for one in view.filters for choice in one.choices}
    carried = {mark for group in view.groups for row in group.rows for mark in (*row.marks.split(), group.mark)}
    carried |= {mark for row in view.past for mark in row.marks.split()}
    assert offered <= carried
    assert [one.name for one in view.filters] == ["linh-vuc", "cach-nop", "tinh-trang"]  # a select with one choice helps nobody
    assert all(row.marks == "" for group in made["thu-tuc/a-z.html"].view.groups for row in group.rows)


def test_letters_follow_the_vietnamese_alphabet():
    names = ("Ủy quyền", "Đăng ký", "An táng", "Ân xá", "Dự án", "Ứng cử", "Ô tô", "2 bên", "Á hậu")
    made = pages(*(procedure(f"1.00000{n}", title=name) for n, name in enumerate(names)))
    assert [group.heading.label for group in made["thu-tuc/a-z.html"].view.groups] == ["2", "A", "Â", "D", "Đ", "Ô", "U", "Ư"]


def test_comparison_is_sorted_by_due_date_and_knows_no_today():
    made = pages(
        procedure("1.000001"),
        procedure("1.000002", compared_on=date(2026, 6, 1), next_due=date(2026, 8, 30)),
        procedure("1.000003", compared_on=date(2025, 6, 1), next_due=date(2025, 8, 30)),
        procedure("1.000004", effective_to=date(2026, 1, 1), next_due=date(2020, 1, 1)),
    )
    rows = made["thu-tuc/doi-chieu.html"].view.rows
    assert [(row.code, row.due) for row in rows] == [("1.000003", date(2025, 8, 30)), ("1.000002", date(2026, 8, 30)), ("1.000001", None)]


def test_the_list_links_decisions_only_when_there_are_some():
    without = pages(procedure())["thu-tuc/index.html"].view.ways
    assert "" in [link.href for link in without if link.label == "Quyết định công bố"]
    both = by_path(plan(with_records((procedure(),), (decision(),))))
    assert "quyet-dinh/index.html" in [link.href for link in both["thu-tuc/index.html"].view.ways]
    assert "quyet-dinh/index.html" in both


def test_no_two_pages_share_an_address_even_with_odd_labels():
    made = pages(procedure(sector="???", audience=("…", "index"), life_events=()), procedure("1.000002", sector="Con"))
    assert "thu-tuc/linh-vuc/khac.html" in made
    assert all(page.path == path for path, page in made.items())
