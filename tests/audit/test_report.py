"""The page of figures: what is in order, what is not, and the sentence for the statement on accessibility."""

from dataclasses import replace

from tests.audit.firstview import View
from tests.audit.kinds import KINDS
from tests.audit.lighthouse import Scores
from tests.audit.measure import Row
from tests.audit.report import as_markdown, as_values

VIEW = View(html=7_250, css=9_100, js=3_900, pictures=17_000, requests=5, early=2, foreign=(), fonts=0, shift=0.0)
GOOD = Row(KINDS[0], "index.html", VIEW, {"360 light": []}, Scores((100, 100, 100, 100), ()), ["[trang]", "  Chữ"])
FACTS = {"Ngày đo": "22/11/2026", "axe": "4.12.1", "Lighthouse": "12.8.2"}


def test_a_page_in_order_is_one_row() -> None:
    text = as_markdown([GOOD], FACTS, "loi-doc/")
    row = "| Trang chủ `index.html` | 7,2 | 9,1 | 3,9 | 20,2 | 5 + 2 | 0 | 100 / 100 / 100 / 100 | 0 | [2 dòng](loi-doc/trang-chu.txt) |"
    assert row in text.splitlines()
    assert "## Chưa đạt" not in text
    assert "không có lỗi nào trên 1 loại trang; Lighthouse 12.8.2 chấm khả năng tiếp cận từ 100/100." in text


def test_what_is_not_in_order_is_told_with_its_page() -> None:
    view = replace(VIEW, foreign=("https://a.example/a.js",), fonts=1, shift=0.172)
    bad = replace(GOOD, path="a.html", view=view, faults={"360 dark": ["color-contrast: <a>"]}, scores=Scores((84, 96, 100, 63), ("seo: is-crawlable",)))
    text = as_markdown([GOOD, bad], FACTS, "loi-doc/").partition("## Chưa đạt")[2]
    for told in ("`a.html`, 360 dark: color-contrast: `` <a> ``", "Lighthouse: seo: is-crawlable", "gọi https://a.example/a.js ở nơi khác", "1 phông chữ tải về"):
        assert told in text
    values = as_values([GOOD, bad], FACTS)
    assert (values["lỗi axe"], values["loại trang"], values["Lighthouse thấp nhất"]["performance"], values["nặng nhất (byte)"]) == (1, 2, 84, 20_250)
    assert "1 lỗi trên 2 loại trang" in values["câu"]


def test_without_lighthouse_the_rest_is_told() -> None:
    row = replace(GOOD, scores=None)
    assert "| – | 0 |" in as_markdown([row], FACTS, "loi-doc/")
    assert as_values([row], FACTS)["Lighthouse thấp nhất"] == {}
