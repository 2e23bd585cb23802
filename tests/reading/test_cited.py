"""Documents cited in clean HTML: where each stands, and what may become a link."""

import pytest

from plugins.model.cited import Cited
from plugins.model.parts import Parts
from plugins.model.procedure import LegalResource
from plugins.reading.cited import cited_by_law, cited_in


def linked(html: str) -> list[str]:
    """What would stand inside each link."""
    return [html[one.start : one.end] for one in cited_in(html) if one.end]


@pytest.mark.parametrize(
    ("html", "stretches"),
    [
        ("<p>Theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.</p>", ["Nghị quyết số 76/NQ-CP"]),
        ("<p>Theo <strong>Nghị quyết số 76/NQ-CP</strong>.</p>", ["Nghị quyết số 76/NQ-CP"]),
        ("<p>Theo Nghị quyết số <strong>76/NQ-CP</strong>.</p>", ["Nghị quyết số <strong>76/NQ-CP</strong>"]),
        ("<p>Theo <em>Nghị quyết</em> số 76/NQ-CP.</p>", ["<em>Nghị quyết</em> số 76/NQ-CP"]),
        ("<p>Quyết định số 31/2002/QĐ-BGD&amp;ĐT &amp; Nghị định 30/2020/NĐ-CP</p>", ["Quyết định số 31/2002/QĐ-BGD&amp;ĐT", "Nghị định 30/2020/NĐ-CP"]),
        ("<ul><li>Kế hoạch số 5/KH-UBND</li><li>ngày 2/1/2024 của UBND xã</li></ul>", ["Kế hoạch số 5/KH-UBND"]),
        ("<table><tr><td>Luật Báo chí năm 2016</td></tr></table>", ["Luật Báo chí năm 2016"]),
        ('<p>Thông tư 02/2017/TT-VPCP<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>', ["Thông tư 02/2017/TT-VPCP"]),
    ],
)
def test_type_and_number_become_the_link_with_what_is_inside_them(html: str, stretches: list[str]):
    assert linked(html) == stretches


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/x.html">Kế hoạch số 12/KH-UBND</a> của phường</p>',
        '<p>Kế hoạch <a href="/x.html">số 12/KH-UBND</a></p>',
        '<h2 id="ke-hoach">Kế hoạch số 12/KH-UBND</h2>',
        "<table><caption>Kế hoạch số 12/KH-UBND</caption></table>",
        "<p><strong>Về Kế hoạch</strong> số 12/KH-UBND</p>",
    ],
)
def test_what_is_a_link_or_a_heading_or_cuts_through_a_tag_is_noted_but_not_linked(html: str):
    assert [(one.number, one.end) for one in cited_in(html)] == [("12/KH-UBND", 0)]


@pytest.mark.parametrize(
    "html",
    [
        "<p><code>Kế hoạch số 12/KH-UBND</code></p>",
        "<pre><code>Kế hoạch số 12/KH-UBND</code></pre>",
        '<p><img alt="a > Kế hoạch số 12/KH-UBND ngày 1/1/2024" src="x"> <a title=\'> Kế hoạch số 12/KH-UBND\' href="y">x</a></p>',
        "<p>Kế hoạch số</p><p>12 hộ</p>",
        "<p>Không có gì.</p>",
        "",
    ],
)
def test_code_attributes_and_what_a_block_divides_cite_nothing(html: str):
    assert cited_in(html) == ()


def test_title_and_summary_cite_without_a_place():
    (one,) = cited_in("<p>Xem tệp.</p>", "", "Toàn văn Kế hoạch số 6/KH-UBND ngày 9/1/2024 của UBND phường")
    assert one == Cited("Kế hoạch", "6/KH-UBND", "2024-01-09", "UBND phường")


def test_later_mentions_mean_the_document_that_was_named_in_full():
    html = "<p>Số: 06/KH-UBND</p><p>Kế hoạch số 06/KH-UBND ngày 09/01/2024 của UBND phường</p>"
    assert {(one.date, one.issuer) for one in cited_in(html)} == {("2024-01-09", "UBND phường")}


def test_the_table_of_legal_bases_is_read_by_its_columns():
    laws = (
        LegalResource("123/2015/NĐ-CP", "Nghị định quy định chi tiết", "Chính phủ", "15/11/2015", ""),
        LegalResource("60/2014/QH13", "Luật Hộ tịch", "Quốc hội", "20-11-2014", "01/01/2016"),
        LegalResource("2637/QĐ-UBND", "", "UBND tỉnh", "không rõ", ""),
        LegalResource("", "Phong tục", "", "", ""),
    )
    assert [(one.type, one.number, one.date, one.issuer) for one in cited_by_law(Parts(legal_resources=laws))] == [
        ("Nghị định", "123/2015/NĐ-CP", "2015-11-15", "Chính phủ"),
        ("Luật", "60/2014/QH13", "2014-11-20", "Quốc hội"),
        ("Quyết định", "2637/QĐ-UBND", "", "UBND tỉnh"),
    ]
