"""Answers: front matter once right and once all wrong, the two sections of a body, days against limits."""

from datetime import date

import pytest

from plugins.model.answer import Outcome, Scope, before_first, plain, sections
from plugins.model.answer_matter import AnswerMatter, ComplaintMatter, asked_problems
from plugins.model.dates import parse_date
from plugins.model.matter import MatterRefused, read_matter
from plugins.model.profiletables import Answers
from plugins.model.vocab import Standing
from plugins.reading.item import read_item
from tests.rooms.answers.records import answer

LEAST = {"title": "Hỏi gì?", "asked": "9/4/2026", "answered": "14/4/2026", "unit": "Trung tâm", "sector": "Hộ tịch"}
NOW = parse_date("1/6/2026")


def question(**changes: str) -> AnswerMatter:
    return read_matter("hoi-dap", {**LEAST, **changes}, {})


def codes(kind: str, raw: dict[str, str]) -> list[str]:
    with pytest.raises(MatterRefused) as refused:
        read_matter(kind, raw, {})
    return [problem.code for problem in refused.value.problems]


def test_a_full_complaint_becomes_one_typed_record():
    typed = {**LEAST, "procedures": "1.001193.H05, 2.000815; 1.001193", "scope": "Liên ngành", "outcome": "Chuyển cấp trên", "channel": "Đường dây nóng"}
    matter = read_matter("phan-anh", typed, {})
    assert isinstance(matter, ComplaintMatter)
    assert (matter.asked, matter.answered) == (date(2026, 4, 9), date(2026, 4, 14))
    assert matter.procedures == ("1.001193", "2.000815")
    assert (matter.scope, matter.outcome, matter.channel) == (Scope.JOINT, Outcome.FORWARDED, "Đường dây nóng")


def test_a_question_is_of_one_unit_unless_it_says_otherwise():
    assert (question().scope, question().procedures) == (Scope.OWN, ())


@pytest.mark.parametrize(("typed", "scope"), [("một đơn vị", Scope.OWN), ("NHIỀU CƠ QUAN", Scope.JOINT), ("gia hạn", Scope.LONGEST)])
def test_words_of_the_scope(typed, scope):
    assert question(scope=typed).scope is scope


def test_everything_wrong_is_told_at_once():
    raw = {"title": "?", "asked": "9/4/26", "answered": "31/2/2026", "unit": " ", "procedures": "1.19", "scope": "xa", "outcome": "xong", "la": "x"}
    assert sorted(codes("phan-anh", raw)) == sorted(
        ["title-letters", "date-short-year", "date-impossible", "value-empty", "procedure-code", "answer-scope", "answer-outcome", "key-missing", "key-unknown"]
    )


def test_a_question_without_its_answer_s_day_is_missing_it():
    assert codes("hoi-dap", {key: value for key, value in LEAST.items() if key != "answered"}) == ["key-missing"]


@pytest.mark.parametrize("key", ["người hỏi", "Họ và tên", "điện thoại", "author"])
def test_who_asked_is_no_key_and_the_message_says_why(key):
    assert codes("hoi-dap", {**LEAST, key: "Nguyễn Văn A"}) == ["answer-asker"]


def test_an_answer_may_not_be_older_than_its_question():
    assert [p.code for p in asked_problems(question(answered="8/4/2026"), {"answered": 4})] == ["answer-before-question"]
    assert asked_problems(question(answered="9/4/2026"), {}) == ()


def test_an_answer_is_public_from_its_own_day_on():
    assert question().standing(parse_date("13/4/2026 23:59")) is Standing.SCHEDULED
    assert question().standing(parse_date("14/4/2026")) is Standing.PUBLIC
    assert question(status="nháp").standing(NOW) is Standing.DRAFT


# — the body —


@pytest.mark.parametrize("heading", ["Câu hỏi", "CÂU HỎI:", "1. Nội dung phản ánh", "Kiến nghị", '<a id="x"></a>Hỏi'])
def test_headings_of_the_question_are_forgiven_case_number_and_colon(heading):
    assert sections(f"<h2>{heading}</h2><p>a</p><h2>Trả lời</h2><p>b</p>") == ("<p>a</p>", "<p>b</p>")


def test_other_headings_belong_to_the_section_they_stand_in():
    html = "<h2>Câu hỏi</h2><p>a</p><h2>Trả lời</h2><p>b</p><h2>Căn cứ</h2><p>c</p>"
    assert sections(html) == ("<p>a</p>", "<p>b</p><h2>Căn cứ</h2><p>c</p>")
    assert before_first(f"<p>x</p>{html}") == "x"


def test_a_missing_section_is_empty():
    assert sections("<p>a</p>") == ("", "")


def read(body: str, render) -> list[tuple[str, int]]:
    head = "\n".join(f"{key}: {value}" for key, value in LEAST.items())
    return [(p.code, p.line) for p in read_item("hoi-dap", f"---\n{head}\n---\n{body}".encode(), NOW, render).problems]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## Câu hỏi\n\nHỏi?\n\n## Trả lời\n\nĐáp.\n", []),
        ("Hỏi?\n\n## Trả lời\n\nĐáp.\n", [("answer-before-sections", 8), ("answer-section-missing", 0)]),
        ("## Câu hỏi\n\nHỏi?\n", [("answer-section-missing", 0)]),
        ("## Câu hỏi\n\n## Trả lời\n\nĐáp.\n", [("answer-section-empty", 8)]),
        ("## Câu hỏi\n\nMột?\n\n## Hỏi\n\nHai?\n\n## Trả lời\n\nĐáp.\n", [("answer-section-twice", 12)]),
        ("## Câu hỏi\n\nTôi là Nguyễn Văn An, số 0912 345 678.\n\n## Trả lời\n\nĐáp.\n", [("answer-personal", 10), ("personal-mobile", 10)]),
        ("## Câu hỏi\n\nCháu là học sinh, gửi thư a@b.vn.\n\n## Trả lời\n\nĐáp.\n", [("answer-personal", 10)]),
        ("## Câu hỏi\n\nHỏi?\n\n## Trả lời\n\nGọi 0200 3850 118 hoặc cchc@x.example.\n", []),
        ("## Câu hỏi\n\nHỏi?\n\n## Trả lời\n\nSố định danh 001089012345.\n", [("answer-identity", 14)]),
        ("## Câu hỏi\n\nTôi là công dân phường, thu 000.001.000 đồng, mã 1.001193?\n\n## Trả lời\n\nĐáp.\n", []),
    ],
)
def test_what_is_wrong_with_a_body_is_told_with_its_line(body, found, render):
    assert read(body, render) == found


def test_what_is_personal_is_named(render):
    head = "\n".join(f"{key}: {value}" for key, value in LEAST.items())
    body = "## Câu hỏi\n\nTôi tên là Trần Thị Bé, điện thoại 0200385011.\n\n## Trả lời\n\nĐáp.\n"
    (found,) = read_item("hoi-dap", f"---\n{head}\n---\n{body}".encode(), NOW, render).problems
    assert found.what == "Câu hỏi có số điện thoại, tên người ('Trần Thị Bé')"


# — limits —


def test_limits_are_those_of_the_profile_by_scope():
    rule = Answers(basis="Quy chế mẫu")
    assert [rule.limit(scope) for scope in Scope] == [5, 7, 10]
    assert Answers(basis="Quy chế mẫu", days=3).limit(Scope.OWN) == 3


@pytest.mark.parametrize(("days", "limit", "late"), [(5, 5, False), (6, 5, True), (6, 0, False), (None, 5, False), (0, 5, False)])
def test_late_is_more_than_a_limit_that_is_known(days, limit, late):
    assert answer(days=days, limit=limit).late is late


def test_a_tag_within_a_sentence_leaves_no_blank_in_its_text():
    html = '<p>Ngày <time datetime="2026-05-05">5/5/2026</time>, <abbr title="Ủy ban nhân dân">UBND</abbr>.</p><p>Họp <strong>sớm</strong>, <a href="a">đủ</a>.</p>'
    assert plain(html) == "Ngày 5/5/2026, UBND. Họp sớm, đủ."
