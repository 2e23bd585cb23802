"""Front matter in every form that editors use: YAML, Pelican's lines, Vietnamese keys."""

import pytest

from plugins.model.keys import NEWS_KEYS, PAGE_KEYS
from plugins.model.text import fold
from plugins.reading.frontmatter import split

BODY = "Nội dung.\n"


def values(text: str) -> dict:
    front = split(f"{text}\n\n{BODY}", NEWS_KEYS)
    assert front.problems == ()
    assert front.body == f"{BODY}\n"[:-1]
    return front.values


def codes(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in split(text, NEWS_KEYS).problems]


YAML = """---
title: Kế hoạch
date: 24/5/2026
category: chi-so
---"""
PELICAN = """Title: Kế hoạch
Date: 24/5/2026
Category: chi-so"""
VIETNAMESE = """---
Tiêu đề: Kế hoạch
Ngày đăng: 24/5/2026
Chuyên mục: chi-so
---"""
WITHOUT_MARKS = """tieu de: Kế hoạch
NGAY-DANG: 24/5/2026
chuyen_muc: chi-so"""
FULL_WIDTH_COLON = """---
tiêu đề： Kế hoạch
ngày： 24/5/2026
chuyên mục： chi-so
---"""
DOTS_CLOSE = YAML[:-3] + "..."
BLANK_LINES_ABOVE = "\n\n" + YAML
SPACED_FENCES = YAML.replace("---", "-----  ")


@pytest.mark.parametrize(
    "text", [YAML, PELICAN, VIETNAMESE, WITHOUT_MARKS, FULL_WIDTH_COLON, DOTS_CLOSE, BLANK_LINES_ABOVE, SPACED_FENCES]
)
def test_one_front_matter_in_every_form_reads_the_same(text):
    assert values(text) == {"title": "Kế hoạch", "date": "24/5/2026", "category": "chi-so"}


@pytest.mark.parametrize(("keys", "key", "name"), [(keys, key, name) for keys in (NEWS_KEYS, PAGE_KEYS) for key, entry in keys.items() for name in (key, *entry.aliases)])
def test_every_name_of_a_key_is_read_with_and_without_marks(keys, key, name):
    for typed in (name, name.upper(), fold(name), name.replace(" ", "-"), name.replace(" ", "_")):
        front = split(f"---\n{typed}: giá trị\n---\n{BODY}", keys)
        assert front.values == {key: "giá trị"}, typed
        assert front.lines == {key: 2}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: Hỏi: nộp hồ sơ ở đâu?", "Hỏi: nộp hồ sơ ở đâu?"),
        ('title: "Hỏi: nộp hồ sơ ở đâu?"', "Hỏi: nộp hồ sơ ở đâu?"),
        ("title: 'Hỏi: nộp hồ sơ ở đâu?'", "Hỏi: nộp hồ sơ ở đâu?"),
        ('title: "Bộ phận \\"một cửa\\""', 'Bộ phận "một cửa"'),
        ('title: "Một cửa" là gì?', '"Một cửa" là gì?'),
        ("title: 'Một cửa' là gì?", "'Một cửa' là gì?"),
        ("title: “Một cửa” là gì?", "“Một cửa” là gì?"),
        ("title: [Hỏi – đáp] Nộp ở đâu", "[Hỏi – đáp] Nộp ở đâu"),
        ('title: "[Hỏi – đáp] Nộp ở đâu"', "[Hỏi – đáp] Nộp ở đâu"),
        ("title: 100% hồ sơ", "100% hồ sơ"),
        ("title: @ban biên tập", "@ban biên tập"),
        ("title: `lệnh`", "`lệnh`"),
        ("title: 2026", "2026"),
        ("title: 00123", "00123"),
        ("title: có", "có"),
        ("title: null", "null"),
        ("title: 1.0", "1.0"),
        ("title: R&D", "R&D"),
        ("title:   hai đầu trống   ", "hai đầu trống"),
        ("title: Phường\u00a0Lam Khê", "Phường Lam Khê"),
    ],
)
def test_a_value_is_the_text_that_was_typed(line, expected):
    front = split(f"---\n{line}\ndate: 24/5/2026\n---\n{BODY}", NEWS_KEYS)
    assert front.problems == ()
    assert front.values["title"] == expected
    assert front.values["date"] == "24/5/2026"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tags: một cửa, dịch vụ công", "một cửa, dịch vụ công"),
        ("tags: [một cửa, dịch vụ công]", ["một cửa", "dịch vụ công"]),
        ("tags:\n  - một cửa\n  - dịch vụ công", ["một cửa", "dịch vụ công"]),
        ("tags:\n- một cửa\n- 'dịch vụ công'", ["một cửa", "dịch vụ công"]),
    ],
)
def test_a_list_may_be_written_with_commas_brackets_or_dashes(typed, expected):
    assert split(f"---\n{typed}\n---\n{BODY}", NEWS_KEYS).values == {"tags": expected}


def test_a_long_value_may_go_on_in_an_indented_line():
    assert values("Title: Kế hoạch\n    tuyên truyền\nDate: 24/5/2026")["title"] == "Kế hoạch tuyên truyền"
    assert values("---\nsummary: >\n  dòng một\n  dòng hai\ntitle: a\n---")["summary"] == "dòng một dòng hai"


def test_comments_of_make_new_are_not_read():
    assert values("---\n# tiêu đề: Tên bài\ntitle: a\n# author: Thanh Mai\n---") == {"title": "a"}


def test_lines_count_from_the_top_of_the_file():
    front = split(f"\n---\ntitle: a\n\ndate: b\n---\n\n\n{BODY}", NEWS_KEYS)
    assert front.lines == {"title": 3, "date": 5}
    assert front.body_line == 9
    assert front.body == BODY


def test_a_dashed_line_of_the_body_is_no_front_matter():
    front = split(f"{YAML}\n\nTrên\n\n---\n\nDưới\n", NEWS_KEYS)
    assert front.body == "Trên\n\n---\n\nDưới\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nội dung không có phần đầu.", [(1, "matter-missing")]),
        ("---\ntitle: a\n\nNội dung", [(1, "matter-unclosed")]),
        ("---\n- chỉ là\n- danh sách\n---\n", [(1, "matter-missing")]),
        ("---\ntitle: a\ntitle: b\n---\n", [(3, "key-twice")]),
        ("---\ntitle: a\nTiêu đề: b\n---\n", [(3, "key-twice")]),
        ("---\ntilte: a\n---\n", [(2, "key-unknown")]),
        ("---\nsave_as: a\n---\n", [(2, "key-forbidden")]),
        ("---\nurl: a\n---\n", [(2, "key-forbidden")]),
        ("---\ntitle:\n---\n", [(2, "value-empty")]),
        ("---\nsummary:\n---\n", []),
        ("---\nauthor:\n  name: a\n---\n", [(2, "matter-nested")]),
        ("---\ntags: [một cửa, dịch vụ công\n---\n", [(2, "matter-yaml")]),
        ("---\ntitle: {a\ndate: b\n---\n", [(2, "matter-yaml")]),
        ("Title: a\nNội dung dính liền", [(2, "matter-not-a-key")]),
        ("Title: a\nLưu ý: nội dung dính liền", [(2, "key-unknown")]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text, expected):
    assert codes(text) == expected


def test_yaml_tricks_stay_text_or_are_refused():
    assert split("---\ntitle: !!python/object:os.system x\n---\n", NEWS_KEYS).values == {"title": "x"}
    bomb = "---\ntitle: &a [x, x]\ntags: [*a, *a]\n---\n"
    assert [p.code for p in split(bomb, NEWS_KEYS).problems] == ["matter-nested"]
