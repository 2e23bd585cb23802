"""Charts: what is drawn, what is said to who cannot see it, and that every colour can be seen."""

import re
from xml.etree import ElementTree as ET

import pytest

from plugins.model.colours import contrast
from plugins.report.chart import LEFT, WIDTH, svg_of
from plugins.report.records import Bar, Chart
from plugins.report.style import DARK, LIGHT, STYLE

SVG = "{http://www.w3.org/2000/svg}"
PLAN = Chart("ke-hoach", "Kế hoạch và kết quả", "Nhiệm vụ 01: đạt 3 trên 6.", (Bar("01. Đăng tin", 3, 6), Bar("02. Loa & đài", 0, 1)), "đã đạt", "phải đạt")


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(svg_of(chart).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))


def bars(chart: Chart, kind: str) -> list[float]:
    """Widths of the rectangles of a kind, without those of the legend."""
    return [float(one.get("width")) for one in drawn(chart).iter(f"{SVG}rect") if one.get("class") == kind][1:]


def test_bars_are_as_long_as_their_values():
    assert bars(PLAN, "cot") == [175.0]
    assert bars(PLAN, "khung") == [350.0, 58.3]


def test_every_bar_has_its_label_and_its_number_in_text():
    texts = [one.text for one in drawn(PLAN).iter(f"{SVG}text")]
    assert texts == ["đã đạt", "phải đạt", "01. Đăng tin", "3/6", "02. Loa & đài", "0/1"]


def test_a_chart_is_an_image_with_a_title_and_a_description():
    svg = drawn(PLAN)
    title, said = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{title.get('id')} {said.get('id')}"
    assert (title.text, said.text) == (PLAN.title, PLAN.told)


def test_one_series_has_no_frames():
    chart = Chart("thang", "Theo tháng", "a", (Bar("Tháng 1", 4), Bar("Tháng 2", 0)), "tin, bài")
    assert (bars(chart, "cot"), bars(chart, "khung")) == ([350.0], [])


def test_no_bars_are_no_chart_and_noughts_are_drawn_without_dividing():
    assert svg_of(Chart("a", "b", "c", (), "d")) == ""
    assert bars(Chart("a", "b", "c", (Bar("x", 0),), "d"), "cot") == []


def test_nothing_is_drawn_beyond_the_picture():
    for one in drawn(PLAN).iter(f"{SVG}rect"):
        assert LEFT <= float(one.get("x")) <= float(one.get("x")) + float(one.get("width")) <= WIDTH


def test_labels_are_escaped_and_cut_after_two_lines():
    svg = svg_of(Chart("a", "<b>", "\"c\"", (Bar("<script> " + "x " * 100, 1),), "d"))
    assert "<script>" not in svg
    assert "…" in svg


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light and print", "dark"])
def test_text_and_bars_can_be_seen(colours):
    for ground in ("nen", "nhat"):
        assert all(contrast(colours[name], colours[ground]) >= 4.5 for name in ("chu", "mo", "lien-ket", "so"))
        assert all(contrast(colours[name], colours[ground]) >= 3 for name in ("cot", "khung"))


def test_print_keeps_the_light_colours():
    dark = re.search(r"@media ([^{]*)\{:root\{--nen:" + DARK["nen"], STYLE)
    assert dark[1] == "screen and (prefers-color-scheme:dark)"


def test_a_long_label_takes_two_lines_and_the_picture_grows_with_it():
    short, long = (Chart("a", "b", "c", (Bar(label, 1), Bar("x", 1)), "d") for label in ("Đăng tin", "Đăng tin, bài về cải cách hành chính trên chuyên trang của phường"))
    texts = [one.text for one in drawn(long).iter(f"{SVG}text")]
    assert texts[1:3] == ["Đăng tin, bài về cải cách hành chính trên chuyên trang", "của phường"]
    heights = [float(drawn(one).get("viewBox").split()[3]) for one in (short, long)]
    assert heights[1] - heights[0] == 18
