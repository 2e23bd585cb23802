"""Front matter as records: one good case, each rule once, one file with everything wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.dates import parse_date
from plugins.model.keys import NEWS_KEYS
from plugins.model.matter import MatterRefused, NewsMatter, PageMatter, order_problems, read_matter
from plugins.model.problems import Problem, Severity
from plugins.model.vocab import Standing, Status
from plugins.reading.frontmatter import split
from plugins.reading.item import read_item

LEAST = {"title": "Kế hoạch CCHC", "date": "24/5/2026 08:30", "category": "Cải cách thể chế"}


def news(**changes) -> NewsMatter:
    return read_matter("tin-tuc", {**LEAST, **changes}, {})


def codes(**changes) -> list[str]:
    with pytest.raises(MatterRefused) as refused:
        news(**changes)
    return [problem.code for problem in refused.value.problems]


def test_a_full_front_matter_becomes_one_typed_record():
    matter = news(
        updated="25/5/2026",
        category="cai-cach-the-che; Thông tin, tuyên truyền",
        tags="một cửa, dịch vụ công, một cửa",
        summary="Tóm tắt.",
        author="Thanh Mai",
        source="Cổng TTĐT tỉnh https://sogiang.example/tin",
        image="hinh-anh/a.jpg",
        image_caption="Chú thích",
        image_alt="Tả ảnh",
        status="đã đăng",
        expires="31/12/2026",
        pinned="Có",
        slug="ke-hoach-cchc",
        correction="Đính chính.",
        id="tag:phuong.example,2026:tin-tuc/ke-hoach",
    )
    assert matter == NewsMatter(
        title="Kế hoạch CCHC",
        date=parse_date("24/5/2026 08:30"),
        updated=parse_date("25/5/2026"),
        category=("cai-cach-the-che", "tuyen-truyen"),
        tags=("một cửa", "dịch vụ công"),
        summary="Tóm tắt.",
        author="Thanh Mai",
        source="Cổng TTĐT tỉnh https://sogiang.example/tin",
        image="hinh-anh/a.jpg",
        image_caption="Chú thích",
        image_alt="Tả ảnh",
        status=Status.PUBLISHED,
        expires=parse_date("1/1/2027"),
        pinned=True,
        slug="ke-hoach-cchc",
        correction="Đính chính.",
        id="tag:phuong.example,2026:tin-tuc/ke-hoach",
    )


def test_title_date_and_category_are_enough():
    matter = news()
    assert (matter.status, matter.pinned, matter.tags, matter.updated) == (Status.PUBLISHED, False, (), None)


def test_a_page_needs_a_title_only():
    assert read_matter("trang", {"title": "Giới thiệu"}, {}) == PageMatter("Giới thiệu", order=1000)
    assert read_matter("trang", {"title": "Giới thiệu", "order": "10"}, {}).order == 10


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("chi-so", ("chi-so",)),
        ("CHỈ SỐ CCHC", ("chi-so",)),
        ("Chỉ đạo, điều hành", ("chi-dao-dieu-hanh",)),
        ("Chỉ đạo, điều hành; Chỉ số CCHC", ("chi-dao-dieu-hanh", "chi-so")),
        ("chi-so, tuyen-truyen", ("chi-so", "tuyen-truyen")),
        (["chi-so", "tuyen-truyen"], ("chi-so", "tuyen-truyen")),
        ("Hỏi - đáp, phản ánh kiến nghị", ("hoi-dap",)),
    ],
)
def test_a_category_name_may_hold_a_comma(typed, expected):
    assert news(category=typed).category == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": "*** !!! ***"}, "title-letters"),
        ({"title": "a" * 301}, "title-long"),
        ({"date": "hôm nay"}, "date-form"),
        ({"date": "24/5/26"}, "date-short-year"),
        ({"updated": "30/02/2026"}, "date-impossible"),
        ({"expires": "1/1/1900"}, "date-year"),
        ({"category": "Thể thao"}, "category-unknown"),
        ({"category": " , ; "}, "category-unknown"),
        ({"category": "chi-so; Chỉ số CCHC"}, "category-twice"),
        ({"status": "gần xong"}, "status-unknown"),
        ({"pinned": "có lẽ"}, "yes-or-no"),
        ({"slug": "Tin Mới"}, "slug-form"),
        ({"slug": "con"}, "slug-form"),
        ({"tags": ", ".join(f"thẻ {n}" for n in range(51))}, "tags-many"),
        ({"tags": "một cửa, !!!"}, "tag-form"),
        ({"tags": "x" * 61}, "tag-form"),
        ({"summary": "a" * 1001}, "text-long"),
        ({"id": "bài số 1"}, "id-form"),
        ({"save_as": "../x.html"}, "key-unknown"),
    ],
)
def test_each_rule_refuses_its_value_and_nothing_else(changes, expected):
    assert codes(**changes) == [expected]


def test_a_page_order_that_is_no_number_is_refused():
    with pytest.raises(MatterRefused) as refused:
        read_matter("trang", {"title": "Giới thiệu", "order": "đầu tiên"}, {"order": 3})
    (told,) = refused.value.problems
    assert (told.line, told.code) == (3, "number-form")
    assert told.what == "'order: đầu tiên' không phải số"


@pytest.mark.parametrize("key", ["title", "date", "category"])
def test_a_missing_key_is_told_with_its_vietnamese_name_and_an_example(key):
    with pytest.raises(MatterRefused) as refused:
        read_matter("tin-tuc", {k: v for k, v in LEAST.items() if k != key}, {})
    (told,) = refused.value.problems
    assert told.code == "key-missing"
    assert NEWS_KEYS[key].label in told.what
    assert NEWS_KEYS[key].example in told.remedy


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"updated": "23/5/2026"}, ["updated-before-date"]),
        ({"updated": "24/5/2026"}, []),
        ({"expires": "24/5/2026 08:29"}, ["expires-before-date"]),
        ({"image_caption": "Hội nghị"}, ["caption-without-image"]),
        ({"exemplar": "Chị Vy", "recognition": "Giấy khen"}, ["exemplar-category", "exemplar-category"]),
        ({"exemplar": "Chị Vy", "category": "chi-so; guong-dien-hinh"}, []),
        ({"image_alt": "Một cửa"}, ["caption-without-image"]),
        ({"image": "hinh-anh/a.jpg"}, ["image-alt-missing"]),
        ({"image": "hinh-anh/a.jpg", "image_alt": "Một cửa"}, []),
    ],
)
def test_rules_between_keys(changes, expected):
    assert [problem.code for problem in order_problems(news(**changes), {})] == expected


@pytest.mark.parametrize(
    ("changes", "now", "expected"),
    [
        ({}, "24/5/2026 08:29", Standing.SCHEDULED),
        ({}, "24/5/2026 08:30", Standing.PUBLIC),
        ({"expires": "30/5/2026"}, "29/5/2026 23:59", Standing.PUBLIC),
        ({"expires": "30/5/2026"}, "30/5/2026 23:59", Standing.PUBLIC),
        ({"expires": "30/5/2026"}, "31/5/2026", Standing.EXPIRED),
        ({"expires": "30/5/2026 08:00"}, "30/5/2026 08:00", Standing.EXPIRED),
        ({"status": "nháp"}, "30/5/2026", Standing.DRAFT),
        ({"status": "draft"}, "1/1/2026", Standing.DRAFT),
    ],
)
def test_an_item_is_public_from_its_date_to_its_expiry_unless_it_is_a_draft(changes, now, expected):
    assert news(**changes).standing(parse_date(now)) is expected


EVERYTHING_WRONG = """\
---
title: "???"
date: 31/02/2026
updated: 24/5/26
category: Thể thao
tags: một cửa, !!!
summary: {long}
status: gần xong
expires: ngày mai
pinned: có lẽ
slug: Tin Mới
id: bài số 1
save_as: ../../etc/passwd
tilte: Viết nhầm khóa
summary: lần thứ hai
author:
  tên: Thanh Mai
---
[[[
<!-- ghi chú không đóng
""".replace("{long}", "a" * 1001)


def test_one_file_with_everything_wrong_is_told_completely():
    reading = read_item("tin-tuc", EVERYTHING_WRONG.encode(), parse_date("1/6/2026"), str)
    assert reading.html is None
    assert sorted((problem.line, problem.code) for problem in reading.problems) == [
        (2, "title-letters"),
        (3, "date-impossible"),
        (4, "date-short-year"),
        (5, "category-unknown"),
        (6, "tag-form"),
        (7, "text-long"),
        (8, "status-unknown"),
        (9, "date-form"),
        (10, "yes-or-no"),
        (11, "slug-form"),
        (12, "id-form"),
        (13, "key-forbidden"),
        (14, "key-unknown"),
        (15, "key-twice"),
        (16, "matter-nested"),
        (20, "comment-unclosed"),
    ]
    assert all(problem.severity is Severity.ERROR for problem in reading.problems)
    assert all(problem.what and problem.remedy and "{" not in problem.what + problem.remedy for problem in reading.problems)


def judged(kind: str, raw: dict, lines: dict) -> tuple[Problem, ...] | None:
    """The reasons of a refusal; None when there is a record."""
    try:
        assert isinstance(read_matter(kind, raw, lines), NewsMatter | PageMatter)
    except MatterRefused as refused:
        return refused.problems
    return None


VALUES = st.text(max_size=60) | st.lists(st.text(max_size=20), max_size=4)


@given(st.dictionaries(st.sampled_from(sorted(NEWS_KEYS)) | st.text(max_size=12), VALUES, max_size=20))
def test_any_mapping_of_keys_to_text_makes_a_record_or_is_refused_with_reasons(raw):
    for kind in ("tin-tuc", "trang"):
        problems = judged(kind, raw, {})
        assert problems is None or problems
        assert all(problem.what and problem.remedy for problem in problems or ())


@given(st.dictionaries(st.sampled_from(sorted(NEWS_KEYS)), VALUES, max_size=3))
def test_a_good_front_matter_with_any_changes_is_judged_by_the_changed_keys_only(changes):
    lines = {key: number for number, key in enumerate(NEWS_KEYS, 2)}
    problems = judged("tin-tuc", {**LEAST, **changes}, lines)
    assert {problem.line for problem in problems or ()} <= {lines[key] for key in changes}


@given(st.text(max_size=300))
def test_any_text_at_all_is_split_into_front_matter_and_body(text):
    front = split(text, NEWS_KEYS)
    assert set(front.values) <= set(front.lines) <= set(NEWS_KEYS)
    assert all(problem.what and problem.remedy for problem in front.problems)
