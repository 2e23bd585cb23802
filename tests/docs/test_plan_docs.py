"""The guide to plans, reports and scores says what the program does: examples, keys, periods, measures, forms."""

import re
from datetime import date
from pathlib import Path

import pytest

from plugins.model.criteria import PERCENTS, Measure
from plugins.model.criteria_matter import CRITERION_KEYS, SHEET_KEYS, VALUE_KEYS, read_criteria
from plugins.model.fieldtypes import TaskRefs
from plugins.model.periods import read_period
from plugins.model.plan import MEDIUM_WORDS, Medium
from plugins.model.plan_keys import DONE_KEYS, PLAN_KEYS, TASK_KEYS
from plugins.model.plan_matter import read_plan
from plugins.model.scale import read_scale
from plugins.model.text import fold
from plugins.model.vocab import CATEGORIES

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "ke-hoach-bao-cao.md").read_text(encoding="utf-8")
PLAN, SHEET = re.findall(r"^```toml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def region(name: str) -> list[str]:
    section = GUIDE.partition(f"<!-- sinh: {name} -->")[2].partition("<!-- hết -->")[0]
    return [line for line in section.splitlines() if line.startswith("| `")]


def test_the_example_of_a_plan_is_a_plan():
    plan, problems = read_plan("ke-hoach/2026.toml", PLAN, CATEGORIES)
    assert problems == ()
    assert [(task.matter.code, len(task.done)) for task in plan.tasks] == [("01", 0), ("02", 1)]


def test_the_example_of_a_sheet_is_a_sheet():
    sheet, problems = read_criteria(SHEET)
    assert problems == ()
    assert [one.code for one in sheet.criteria] == ["4.1", "5.3"]


@pytest.mark.parametrize(
    ("name", "keys"),
    [("khoa-ke-hoach", PLAN_KEYS), ("khoa-nhiem-vu", TASK_KEYS), ("khoa-viec-da-lam", DONE_KEYS), ("khoa-tieu-chi", {**SHEET_KEYS, **CRITERION_KEYS, **VALUE_KEYS})],
)
def test_every_key_stands_in_its_table_with_its_aliases_and_example(name, keys):
    text = "\n".join(region(name))
    assert {row.split("`")[1] for row in region(name)} == set(keys)
    assert [alias for entry in keys.values() for alias in entry.aliases if f"`{alias}`" not in text] == []
    assert [entry.example for entry in keys.values() if entry.example not in text] == []


def test_every_example_of_a_key_is_read():
    whole = "\n".join(f"{key} = {entry.example}" for key, entry in PLAN_KEYS.items() if key != "task")
    task = "\n".join(f"{key} = {entry.example}" for key, entry in TASK_KEYS.items() if key != "done")
    done = "\n".join(f"{key} = {entry.example}" for key, entry in DONE_KEYS.items())
    _, problems = read_plan("ke-hoach/2026.toml", f"{whole}\n[[task]]\n{task}\n[[task.done]]\n{done}\n", CATEGORIES)
    assert [problem.what for problem in problems] == []


def test_the_days_of_each_period_are_those_of_the_table():
    rows = re.findall(r"^\| `(2026[^`]*)` \| ([\d/]+) – ([\d/]+) \| ([\d/]+) – ([\d/]+) \|$", GUIDE, re.MULTILINE)
    assert len(rows) == 8

    def day(text: str) -> date:
        number, month, *year = map(int, text.split("/"))
        return date(year[0] if year else 2026, month, number)

    for name, *days in rows:
        reported, calendar = read_period(name), read_period(name, calendar=True)
        assert [day(one) for one in days] == [reported.first, reported.last, calendar.first, calendar.last], name


def test_every_measure_is_told_with_what_its_rule_uses():
    rows = dict(re.findall(r"^\| `([^`]+)` \| .+ \| (.+) \|$", GUIDE.partition("### Cách đo")[2].partition("###")[0], re.MULTILINE))
    rows.pop("measure", None)
    assert set(rows) == set(Measure)
    assert {name for name, uses in rows.items() if uses == "%"} == {str(one) for one in PERCENTS}


def test_every_form_is_told_and_every_short_name_is_read():
    section = GUIDE.partition("Các hình thức:")[2].partition("###")[0]
    named = re.findall(r"`([^`]+)`", section.replace("\n", " "))
    assert set(named) >= set(Medium)
    assert [name for name in named if " ".join(re.findall(r"\w+", fold(name))) not in MEDIUM_WORDS] == []


def test_the_rule_of_the_guide_is_a_rule():
    from decimal import Decimal

    text = re.search(r"chấm phẩy: `([^`]+)`", GUIDE)[1]
    assert len(read_scale(text, Decimal(1), percent=True).bands) == 3


def test_the_example_of_a_task_names_two_tasks():
    from pydantic import TypeAdapter

    typed = re.search(r"```yaml\ntask: (.+)\n```", GUIDE)[1]
    assert TypeAdapter(TaskRefs).validate_python(typed) == ("2026-03", "2026-05")
