"""``content/ke-hoach/<năm>.toml``: one good plan, Vietnamese names of keys, each rule, and everything wrong at once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.periods import Unit
from plugins.model.plan import Medium, task_ref
from plugins.model.plan_matter import read_plan
from plugins.model.vocab import CATEGORIES

HEAD = """number = "21/KH-UBND"
date = "22/01/2026"
title = "Tuyên truyền CCHC năm 2026"
"""
TASK = """
[[task]]
code = "01"
content = "Đăng tin, bài"
category = "Thông tin, tuyên truyền"
forms = ["trang thông tin điện tử"]
lead = "Phòng Văn hóa - Xã hội"
"""
DONE = """
[[task.done]]
date = "30/01/2026"
form = "loa"
content = "Số tháng 01"
proof = "Sổ theo dõi"
"""


def read(text: str, name: str = "ke-hoach/2026.toml"):
    return read_plan(name, text, CATEGORIES)


def told(text: str, name: str = "ke-hoach/2026.toml") -> list[tuple[int, str]]:
    plan, problems = read(text, name)
    assert plan is None
    return sorted((problem.line, problem.code) for problem in problems)


def test_a_plan_is_read_with_its_tasks_and_what_was_done():
    plan, problems = read(HEAD + TASK + "minimum = 3\nper = \"tháng\"\ndeadline = \"30/11/2026\"\npartners = \"A; B\"\n" + DONE)
    assert problems == ()
    assert (plan.year, plan.matter.number, plan.matter.date) == (2026, "21/KH-UBND", date(2026, 1, 22))
    (task,) = plan.tasks
    assert (task.matter.minimum, task.matter.per, task.matter.deadline, task.matter.partners) == (3, Unit.MONTH, date(2026, 11, 30), ("A", "B"))
    assert [(done.date, done.form) for done in task.done] == [(date(2026, 1, 30), Medium.RADIO)]


def test_keys_may_be_written_in_vietnamese_with_and_without_marks():
    text = """số = "21/KH-UBND"
"ngày ký" = 2026-01-22
trich-yeu = "Tuyên truyền CCHC"
[["nhiệm vụ"]]
"mã" = 1
noi-dung = "Đăng tin"
chuyen_muc = "tuyen-truyen"
"hình thức" = "website; Zalo, loa truyền thanh"
chu-tri = "Văn phòng"
"tối thiểu" = "12"
moi = "quý"
"""
    plan, problems = read(text.replace('số =', '"số" ='))
    assert [problem.what for problem in problems] == []
    task = plan.tasks[0].matter
    assert (task.code, task.minimum, task.per) == ("01", 12, Unit.QUARTER)
    assert task.forms == (Medium.WEBSITE, Medium.SOCIAL, Medium.RADIO)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('deadline = "31/02/2026"', "date-impossible"),
        ('deadline = "30/11/26"', "date-short-year"),
        ('deadline = "21/01/2026"', "plan-deadline"),
        ('deadline = "01/01/2027"', "plan-deadline"),
        ('minimum = "nhiều"', "plan-minimum"),
        ("minimum = 0", "plan-minimum"),
        ("minimum = -1", "plan-minimum"),
        ("minimum = 1.5", "plan-minimum"),
        ("minimum = true", "toml-kind"),
        ('per = "tuần"', "plan-per"),
        ('kỳ-hạn = "x"', "toml-syntax"),
        ('han-chot = "30/11/2026"', "key-unknown"),
    ],
)
def test_a_wrong_line_of_a_task_is_told_where_it_stands(line, code):
    assert told(HEAD + TASK + line + "\n") == [(11, code)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('category = "Thông tin, tuyên truyền"', 'category = "Cải cách vui vẻ"', "category-unknown"),
        ('forms = ["trang thông tin điện tử"]', 'forms = ["bồ câu"]', "plan-form"),
        ('code = "01"', 'code = "a b"', "plan-code"),
        ('lead = "Phòng Văn hóa - Xã hội"', 'lead = ["a", true]', "toml-kind"),
        ('lead = "Phòng Văn hóa - Xã hội"', 'lead = ""', "toml-missing"),
        ('number = "21/KH-UBND"', 'number = "/KH-UBND"', "plan-number"),
        ('number = "21/KH-UBND"', 'number = "21"', "plan-number"),
        ('date = "22/01/2026"', 'date = "22/01/2024"', "plan-year"),
        ('title = "Tuyên truyền CCHC năm 2026"', "title = ", "toml-syntax"),
    ],
)
def test_a_wrong_value_is_told(old, new, code):
    assert [found for _, found in told((HEAD + TASK).replace(old, new))] == [code]


def test_two_tasks_with_one_code_name_each_other():
    (line, code), *others = told(HEAD + TASK + TASK.replace('"01"', "1"))
    assert (line, code, others) == (13, "plan-code-twice", [])


def test_a_code_twice_is_told_although_one_of_the_tasks_has_another_error_too():
    found = told(HEAD + TASK + TASK.replace('forms = ["trang thông tin điện tử"]', 'forms = ["bồ câu"]'))
    assert {code for _, code in found} == {"plan-form", "plan-code-twice"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "Tuyên truyền CCHC năm 2026"', "title = Tuyên truyền", "giá trị không đọc được, có lẽ thiếu ngoặc kép (dòng 3, ký tự thứ 9)"),
        ('title = "Tuyên truyền CCHC năm 2026"', 'title = "Tuyên truyền', "thiếu ngoặc kép đóng, hoặc có ký tự không được phép (dòng 3, ký tự thứ 22)"),
        ('title = "Tuyên truyền CCHC năm 2026"', 'title = "Tuyên" truyền', "có chữ thừa sau giá trị, có lẽ thiếu hoặc thừa ngoặc kép (dòng 3, ký tự thứ 17)"),
        ('title = "Tuyên truyền CCHC năm 2026"', 'title = "a"\ntitle = "b"', "một khóa viết hai lần trong cùng một bảng (dòng 4, ký tự thứ 12)"),
        ('title = "Tuyên truyền CCHC năm 2026"', "title", "thiếu dấu = sau khóa, hoặc"),
        ('title = "Tuyên truyền CCHC năm 2026"', "tiêu đề = 1", "thiếu dấu = sau khóa, hoặc khóa có chữ tiếng Việt"),
        ('code = "01"', 'basis = ["a", "b"', "thiếu dấu ] đóng danh sách"),
    ],
)
def test_a_file_of_another_form_is_told_in_vietnamese(old, new, said):
    (problem,) = read_plan("ke-hoach/2026.toml", (HEAD + TASK).replace(old, new), CATEGORIES)[1]
    assert problem.what.startswith(f"Tệp sai cú pháp TOML: {said}"), problem.what


def test_what_was_done_in_another_year_is_told():
    assert told(HEAD + TASK + DONE.replace("30/01/2026", "30/01/2025")) == [(13, "plan-done-date")]
    assert told(HEAD + TASK + DONE.replace("loa", "điện báo")) == [(14, "plan-form")]


@pytest.mark.parametrize("name", ["ke-hoach/tuyen-truyen.toml", "ke-hoach/26.toml", "ke-hoach/2026-2.toml"])
def test_a_file_is_named_after_its_year(name):
    assert told(HEAD + TASK, name) == [(0, "plan-file")]


def test_a_plan_without_tasks_and_a_task_that_is_no_table_are_told():
    assert told(HEAD) == [(0, "plan-empty")]
    assert told(HEAD + "task = 3\n") == [(4, "toml-tables")]


def test_everything_wrong_in_one_plan_is_told_at_once():
    text = """number = "không số"
date = "32/01/2026"
titel = "Tuyên truyền"

[[task]]
code = "01"
content = "Đăng tin"
category = "Không có"
forms = "chim"
lead = "A"
minimum = "năm"

[[task]]
code = "1"
content = "Loa"
category = "tuyen-truyen"
forms = ["loa"]
lead = "B"
deadline = "30/02/2026"

[[task]]
code = "01"
content = "Hội nghị"
category = "tuyen-truyen"
forms = ["hội nghị"]
lead = "C"
deadline = "05/01/2020"

[[task]]
code = "01"
content = "Pa nô"
category = "tuyen-truyen"
forms = ["pa nô"]
lead = "D"
"""
    assert told(text) == [
        (0, "toml-missing"),
        (1, "plan-number"),
        (2, "date-impossible"),
        (3, "key-unknown"),
        (8, "category-unknown"),
        (9, "plan-form"),
        (11, "plan-minimum"),
        (14, "plan-code-twice"),
        (19, "date-impossible"),
        (22, "plan-code-twice"),
        (27, "plan-deadline"),
        (30, "plan-code-twice"),
    ]


def test_a_message_names_what_may_be_written():
    _, problems = read(HEAD + TASK.replace("trang thông tin điện tử", "loa thôn"))
    assert problems[0].what == "Hình thức lạ 'loa thôn'"
    assert problems[0].remedy.endswith("truyền thanh; hội nghị, sinh hoạt; pa nô, áp phích, tờ gấp")


@pytest.mark.parametrize(("typed", "ref"), [("2026-3", "2026-03"), (" 2026-03 ", "2026-03"), ("2026-2.1", "2026-2.1"), ("2026-1A", "2026-1a"), ("03", ""), ("2026", ""), ("2026-", ""), ("2026-x", ""), ("26-03", "")])
def test_a_task_is_named_by_year_and_code(typed, ref):
    assert task_ref(typed) == ref


@given(st.dictionaries(st.sampled_from(["number", "date", "title", "so", "task", "x"]), st.one_of(st.text(max_size=20), st.integers(), st.booleans(), st.floats())))
def test_any_table_is_a_plan_or_is_told_what_is_wrong(values):
    def value(one) -> str:
        return str(one).lower() if isinstance(one, bool) else repr(one) if isinstance(one, int) else f"{one}" if isinstance(one, float) else '"' + "".join(c for c in one if c.isalnum()) + '"'

    plan, problems = read("\n".join(f"{key} = {value(one)}" for key, one in values.items()))
    assert (plan is None) == bool(problems)
