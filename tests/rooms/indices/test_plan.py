"""Pages of indices: facts, tables, charts that never join what cannot be compared, tables to take."""

import csv
import io
from decimal import Decimal

import pytest

from plugins.indices.chart import LABELS, LEFT, RIGHT, chart_of
from plugins.indices.plan import index_view, plan
from plugins.model.indices import INDICES, Break, IndexStatus
from plugins.model.page import File, Link
from tests.factory import by_path, site
from tests.rooms.indices.records import row, value, with_values

SIPAS = {2019: "84.45", 2020: "85.48", 2022: "80.08", 2023: "82.66", 2024: "83.94"}


def view_of(slug: str, values):
    return index_view(slug, values, "chi-so/x.csv", Link("Các chỉ số", "chi-so/index.html"))


def joined(chart) -> list[tuple[str, str, str]]:
    """Strokes of a chart as (from year, to year, kind), by the places of its year marks."""
    years = {tick.place: tick.text for tick in chart.years}
    return [(years.get(stroke.x1, stroke.x1), years.get(stroke.x2, stroke.x2), stroke.kind) for line in chart.lines for stroke in line.strokes]


def test_a_site_without_values_has_no_page_of_indices():
    assert list(plan(site())) == []


def test_every_index_with_values_has_a_page_and_a_table_and_the_list_names_all_six():
    made = by_path(plan(with_values(site(), value(), value("papi", "Cả nước", 2019, "43.61", "0-80"))))
    assert sorted(made) == ["chi-so/chi-so.csv", "chi-so/index.html", "chi-so/papi.csv", "chi-so/papi.html", "chi-so/sipas.csv", "chi-so/sipas.html"]
    rows = made["chi-so/index.html"].view.rows
    assert [row.index.label for row in rows] == ["PAR INDEX", "SIPAS", "PAPI", "PCI", "DTI", "Bộ chỉ số 766"]
    assert [(row.index.href, row.latest) for row in rows[:3]] == [("", ""), ("chi-so/sipas.html", "Cả nước, năm 2024: 83,94%"), ("chi-so/papi.html", "Cả nước, năm 2019: 43,61 điểm")]


def test_a_page_tells_who_publishes_the_index_and_what_it_measures():
    facts = {fact.label: fact.texts for fact in view_of("dti", [value("dti", "Đà Nẵng", 2023, "0.8340", "0-1")]).facts}
    assert facts["Cơ quan công bố"] == ("Bộ Khoa học và Công nghệ (trước là Bộ Thông tin và Truyền thông)",)
    assert facts["Thang điểm"] == ("0-1", "0-1000 từ năm 2024")
    assert facts["Nội dung thành phần"] == ("Chính quyền số", "Kinh tế số", "Xã hội số")


def test_the_table_holds_every_value_marks_what_was_derived_and_tells_each_break():
    values = [*row("sipas", "Cả nước", SIPAS), value(series="Hải Phòng", year=2023, number="88.9", status=IndexStatus.DERIVED)]
    (part,) = view_of("sipas", values).parts
    assert part.heads == ("Cả nước", "Hải Phòng")
    assert [(one.year, [(cell.text, cell.note) for cell in one.cells]) for one in part.rows][3] == ("2023", [("82,66", ""), ("88,9", "suy ra")])
    assert [one.year for one in part.rows if one.broken] == ["2022"]
    assert part.rows[2].broken == "Từ năm 2022: phương pháp đo thay đổi, không so trực tiếp với các năm trước."


# — charts —


def test_no_line_crosses_the_change_of_method():
    (part,) = view_of("sipas", row("sipas", "Cả nước", SIPAS)).parts
    assert len(part.chart.lines[0].strokes) == 3
    marks = [float(mark.place) for mark in part.chart.marks]
    assert [mark.letter for mark in part.chart.marks] == ["A", "B"]
    assert not [stroke for stroke in part.chart.lines[0].strokes if any(float(stroke.x1) < mark < float(stroke.x2) for mark in marks)]


def test_no_line_crosses_the_change_of_borders():
    (part,) = view_of("par-index", row("par-index", "Cả nước", {2024: "88.37", 2025: "89.00", 2026: "90.00"})).parts
    assert joined(part.chart) == [("2025", "2026", "whole")]


def test_two_scales_have_an_axis_each_and_no_line_between():
    values = [*row("dti", "Đà Nẵng", {2022: "0.8002", 2023: "0.8340"}, "0-1"), value("dti", "Đà Nẵng", 2024, "845.5", "0-1000")]
    (part,) = view_of("dti", values).parts
    assert joined(part.chart) == [("2022", "2023", "whole")]
    assert all(0 <= float(tick.text.replace(",", ".")) <= 1 for tick in part.chart.left)
    assert [tick.text for tick in part.chart.right] == ["0", "200", "400", "600", "800", "1000"]
    assert (part.scale, part.chart.axes) == ("0-1 và 0-1000", "Trục bên trái: thang 0-1; trục bên phải: thang 0-1000")
    assert part.chart.alt.endswith(f"{part.chart.axes}.")


def test_a_chart_of_one_scale_says_nothing_of_axes():
    (part,) = view_of("par-index", row("par-index", "Cả nước", {2021: "86.37", 2023: "86.98"})).parts
    assert (part.scale, part.chart.axes) == ("%", "")


def test_a_year_without_value_is_bridged_by_a_line_that_says_so():
    (part,) = view_of("par-index", row("par-index", "Cả nước", {2021: "86.37", 2023: "86.98"})).parts
    assert [kind for *_, kind in joined(part.chart)] == ["gap"]
    assert part.chart.gaps


def test_values_stand_inside_the_field_and_higher_ones_stand_higher():
    (part,) = view_of("sipas", row("sipas", "Cả nước", SIPAS)).parts
    places = {dot.text or dot.x: (float(dot.x), float(dot.y)) for dot in part.chart.lines[0].dots}
    assert all(LEFT < x < RIGHT and 12 <= y <= 86 for x, y in places.values())
    assert places["85,48"][1] < places["84,45"][1] < places["80,08"][1]


@pytest.mark.parametrize("scale", ["%", "0-80", "1-10", "0-10", "0-1", "0-1000"])
@pytest.mark.parametrize("numbers", [("0.2", "0.9"), ("1", "1"), ("1", "9.99"), ("3.5", "3.51")])
def test_every_axis_has_two_lines_at_least_and_holds_its_values(scale, numbers):
    numbers = [str(Decimal(number) / 10) for number in numbers] if scale == "0-1" else numbers
    numbers = ["1", *numbers[1:]] if scale == "1-10" else numbers
    made = chart_of([("x", [value("x", "x", 2020 + place, number, scale) for place, number in enumerate(numbers)])], (), {})
    assert len(made.left) >= 2
    assert all(12 <= float(tick.place) <= 86 for tick in made.left)
    assert all(12 <= float(dot.y) <= 86 for dot in made.lines[0].dots)


def test_years_below_are_so_few_that_a_phone_shows_them_and_the_last_is_there():
    (part,) = view_of("pci", row("pci", "Quảng Ninh: Tính minh bạch", dict.fromkeys(range(2011, 2023), "6.5"), "0-10")).parts
    assert len(part.chart.years) <= LABELS
    assert part.chart.years[-1].text == "2025"  # where the borders changed


def test_more_series_than_can_be_told_apart_are_drawn_apart_and_parts_apart_from_totals():
    values = [one for number in range(6) for one in row("pci", f"Tỉnh {number}", {2023: "70", 2024: "71"}, "0-100")]
    values += row("pci", "Tỉnh 1: Tính minh bạch", {2021: "6.3"}, "0-10")
    parts = view_of("pci", sorted(values, key=lambda one: one.sort_key)).parts
    assert [len(part.heads) for part in parts] == [4, 2, 1]
    assert parts[2].heading == "PCI, thang 0-10, 2021"


def test_the_chart_is_told_in_words_with_its_breaks():
    (part,) = view_of("sipas", row("sipas", "Cả nước", SIPAS)).parts
    assert part.chart.alt == "Biểu đồ đường: Cả nước. Mọi số liệu ở bảng ngay dưới. Vạch đứng ở năm 2022, 2025 là chỗ chuỗi số liệu bị ngắt."


def test_a_break_before_the_first_value_is_not_drawn():
    made = chart_of([("x", [value("x", "x", 2026, "90")])], (Break(2025, "vì"),), {2025: "A"})
    assert (made.marks, [tick.text for tick in made.years]) == ((), ["2026"])


# — tables to take —


def test_the_table_to_take_holds_what_was_typed_with_a_dot_before_decimals():
    made = by_path(plan(with_values(site(), *row("sipas", "Cả nước", SIPAS))))["chi-so/sipas.csv"]
    assert isinstance(made, File)
    rows = list(csv.DictReader(io.StringIO(made.make(made.view).decode("utf-8-sig"))))
    assert rows[0] == {"index": "SIPAS", "series": "Cả nước", "year": "2019", "value": "84.45", "scale": "%", "status": "công bố", "source": "Nguồn của Cả nước"}
    assert len(rows) == 5


def test_a_value_of_an_old_year_changes_its_index_and_the_tables_alone():
    old = [*row("sipas", "Cả nước", SIPAS), value("papi", "Cả nước", 2019, "43.61", "0-80")]
    before, after = (by_path(plan(with_values(site(), *values))) for values in (old, [*old, value(year=2021, number="86")]))
    changed = {path for path in before if repr((before[path], before[path].view)) != repr((after[path], after[path].view))}
    assert changed == {"chi-so/chi-so.csv", "chi-so/sipas.html", "chi-so/sipas.csv"}


def test_every_index_has_scales_and_breaks_that_are_in_order():
    for index in INDICES:
        assert [since for since, _ in index.scales] == sorted(since for since, _ in index.scales)
        assert [one.year for one in index.breaks] == sorted(one.year for one in index.breaks)
        assert index.breaks[-1].year == 2025
