"""The plan among the other files: items that name tasks, plans that are not public yet, files that are none."""

import unicodedata

import pytest

from plugins.gate.examine import Examination, examine
from plugins.model.dates import parse_date
from plugins.model.vocab import Standing
from plugins.reading.cache import Cache
from tests.commune import Commune
from tests.factory import ROOM_NAMES
from tests.model.test_plan import DONE, HEAD, TASK


@pytest.fixture
def commune(tmp_path) -> Commune:
    return Commune(tmp_path / "content")


def judged(commune: Commune, now: str = "1/6/2026"):
    return examine(Examination(commune.content, parse_date(now), ROOM_NAMES, lambda: str, Cache(None)))


def told(verdict) -> list[tuple[str, str]]:
    return [(problem.where, problem.code) for problem in verdict.problems]


def test_the_plan_and_the_items_of_its_tasks_reach_the_site(commune):
    commune.write("ke-hoach/2026.toml", HEAD + TASK + DONE)
    commune.news("a", task="2026-1")
    site = judged(commune).site
    assert [(plan.year, plan.path, plan.issuer, plan.place) for plan in site.plans] == [(2026, "ke-hoach/2026.html", "UBND phường Thử Nghiệm", "Thử Nghiệm")]
    assert site.news[0].tasks == ("2026-01",)
    assert [done.content for done in site.plans[0].tasks[0].done] == ["Số tháng 01"]


def test_a_task_that_no_plan_has_is_told_with_those_that_there_are(commune):
    commune.write("ke-hoach/2026.toml", HEAD + TASK)
    commune.news("a", task="2026-07")
    verdict = judged(commune)
    assert told(verdict) == [("tin-tuc/a.md:5", "task-unknown")]
    assert verdict.problems[0].remedy == "các nhiệm vụ: 2026-01"


def test_a_task_without_any_plan_and_a_code_that_is_none_are_told(commune):
    commune.news("a", task="2026-01")
    commune.news("b", task="việc ba")
    verdict = judged(commune)
    assert told(verdict) == [("tin-tuc/a.md:5", "task-unknown"), ("tin-tuc/b.md:5", "task-form")]
    assert "chưa có kế hoạch nào" in verdict.problems[0].remedy


def test_a_plan_with_errors_is_told_alone_not_with_every_item_of_it(commune):
    commune.write("ke-hoach/2026.toml", HEAD + TASK.replace("Thông tin, tuyên truyền", "Không có"))
    commune.news("a", task="2026-01")
    assert told(judged(commune)) == [("ke-hoach/2026.toml:8", "category-unknown")]


def test_an_item_of_another_year_is_a_warning(commune):
    commune.write("ke-hoach/2026.toml", HEAD + TASK)
    commune.news("a", date="2/3/2025", task="2026-01")
    commune.news("b", date="16/12/2025", task="2026-01")
    verdict = judged(commune)
    assert told(verdict) == [("tin-tuc/a.md:5", "task-date")]
    assert verdict.site is not None


@pytest.mark.parametrize(("text", "standing"), [(HEAD + 'status = "draft"\n' + TASK, Standing.DRAFT), (HEAD.replace("22/01/2026", "22/07/2026") + TASK, Standing.SCHEDULED)])
def test_a_plan_that_is_not_public_is_on_no_page_but_its_tasks_are_known(commune, text, standing):
    commune.write("ke-hoach/2026.toml", text)
    commune.news("a", task="2026-01")
    verdict = judged(commune)
    assert verdict.site.plans == ()
    assert [(one.path, one.standing) for one in verdict.withheld] == [("ke-hoach/2026.toml", standing)]
    assert verdict.due == (parse_date("22/07/2026") if standing is Standing.SCHEDULED else None)


def test_what_is_done_later_is_shown_from_its_day_on(commune):
    commune.write("ke-hoach/2026.toml", HEAD + TASK + DONE.replace("30/01/2026", "30/9/2026"))
    before, after = judged(commune, "1/6/2026"), judged(commune, "1/10/2026")
    assert (before.site.plans[0].tasks[0].done, before.due) == ((), parse_date("30/9/2026"))
    assert [done.content for done in after.site.plans[0].tasks[0].done] == ["Số tháng 01"]


@pytest.mark.parametrize("name", ["ke-hoach/ghi-chu.txt", "ke-hoach/2026/01.toml", "ke-hoach/2026.md"])
def test_another_file_among_the_plans_is_told(commune, name):
    commune.write(name, "x")
    assert told(judged(commune)) == [(name, "table-place")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ((HEAD + TASK).encode("cp1258", "replace"), "encoding-not-utf8"),
        (b"", "file-empty"),
        ((HEAD + TASK).replace("tin, bài", "tin\u202e bài").encode(), "bidi-character"),
        ((HEAD + TASK).replace("tin, bài", "tin\x07 bài").encode(), "control-character"),
        (b"number = " + b"[" * 5000, "toml-syntax"),
    ],
)
def test_a_plan_is_read_as_carefully_as_every_other_file(commune, data, code):
    commune.write("ke-hoach/2026.toml", data)
    assert code in [problem.code for problem in judged(commune).problems]
    assert judged(commune).site is None


def test_a_plan_in_decomposed_letters_is_the_same_plan(commune):
    commune.write("ke-hoach/2026.toml", unicodedata.normalize("NFD", HEAD + TASK))
    assert judged(commune).site.plans[0].tasks[0].content == "Đăng tin, bài"


def test_the_scoring_sheet_is_judged_with_the_content(commune):
    commune.write("tieu-chi.toml", 'name = "Bảng"\nbasis = "QĐ"\n')
    assert told(judged(commune)) == [("tieu-chi.toml", "criterion-none")]


def test_a_profile_that_publishes_a_period_that_is_none_is_told(commune):
    text = (commune.content / "site.toml").read_text(encoding="utf-8")
    commune.write("site.toml", f'{text}\n[report]\npublic = ["2026-H3"]\n')
    verdict = judged(commune)
    assert [problem.code for problem in verdict.problems] == ["profile-value"]
    assert "2026-H1" in verdict.problems[0].remedy
