"""One document, one date, over all items of the site."""

from plugins.model.problems import problem
from tests.gate.test_agreement import judged
from tests.gate.test_register import Office, office

__all__ = ["office"]
SAYS = "Theo Kế hoạch số 45/KH-UBND ngày {} của UBND tỉnh, phường làm."


def dated(commune: Office) -> list[tuple[str, int, str]]:
    _, problems = judged(commune)
    return [(one.path, one.line, one.what) for one in problems if one.code == "cited-two-dates"]


def test_the_date_that_most_items_give_is_taken_for_right(office):
    for name, day in (("a", "05/02/2026"), ("b", "06/02/2026"), ("c", "05/02/2026")):
        office.news(name, SAYS.format(day))
    assert dated(office) == [("tin-tuc/b.md", 6, "Kế hoạch số 45/KH-UBND ghi ngày 06/02/2026, ở tin-tuc/a.md lại ghi 05/02/2026")]


def test_the_unit_s_own_document_knows_its_date(office):
    office.document()
    for name in ("a", "b"):
        office.news(name, "Theo Kế hoạch số 12/KH-UBND ngày 16/01/2026 của UBND phường, phường làm.")
    assert [path for path, _, _ in dated(office)] == ["tin-tuc/a.md", "tin-tuc/b.md"]
    assert "ở van-ban/12.md lại ghi 15/01/2026" in dated(office)[0][2]


def test_numbers_of_other_years_and_other_bodies_are_other_documents(office):
    office.news("a", "Quyết định số 119/QĐ-UBND ngày 05/6/2024 của UBND tỉnh.")
    office.news("b", "Quyết định số 119/QĐ-UBND ngày 07/7/2025 của UBND tỉnh.")
    office.news("c", "Quyết định số 119/QĐ-UBND ngày 08/7/2025 của UBND phường.")
    assert dated(office) == []


def test_what_an_item_says_twice_itself_is_told_once(office):
    office.news("a", SAYS.format("05/02/2026") + "\n\n" + SAYS.format("06/02/2026"))
    office.news("b", SAYS.format("05/02/2026"))
    office.news("c", SAYS.format("05/02/2026"))
    assert [(path, line) for path, line, _ in dated(office)] == [("tin-tuc/a.md", 8)]


def test_a_warning_stops_nothing(office):
    for name, day in (("a", "05/02/2026"), ("b", "06/02/2026")):
        office.news(name, SAYS.format(day))
    site, problems = judged(office)
    assert site is not None
    assert [type(one) for one in problems] == [type(problem("file-empty", ""))]
