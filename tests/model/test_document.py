"""Front matter of documents: once right, once all wrong, and what must agree."""

from datetime import date

import pytest

from plugins.model.dates import parse_date
from plugins.model.document_matter import DocumentMatter, document_problems
from plugins.model.matter import MatterRefused, read_matter
from plugins.model.vocab import Standing

LEAST = {"number": "12/KH-UBND", "title": "Cải cách hành chính năm 2026", "date": "15/01/2026", "file": "tai-lieu/a.pdf"}


def document(**changes: str) -> DocumentMatter:
    return read_matter("van-ban", {**LEAST, **changes}, {})


def codes(**changes: str) -> list[str]:
    return [problem.code for problem in document_problems(document(**changes), {})]


def test_a_full_document_becomes_one_typed_record():
    matter = document(
        type="KẾ HOẠCH",
        signer_title="TM. Ủy ban nhân dân; KT. Chủ tịch; Phó Chủ tịch",
        recipients="- Như trên; - Lưu: VT.",
        replaces="Kế hoạch số 8/KH-UBND ngày 10/01/2025; 9/KH-UBND",
        effective_from="20/01/2026",
    )
    assert matter.type == "Kế hoạch"
    assert matter.signer_title == ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch")
    assert matter.recipients == ("Như trên", "Lưu: VT")
    assert [(one.number, one.date) for one in matter.replaces] == [("8/KH-UBND", "2025-01-10"), ("9/KH-UBND", "")]
    assert matter.effective_from == date(2026, 1, 20)
    assert document_problems(matter, {}) == ()


@pytest.mark.parametrize(
    ("number", "symbol", "whole"),
    [
        ("12/KH-UBND", "", ("Kế hoạch", "12/KH-UBND")),
        ("12", "KH-UBND", ("Kế hoạch", "12/KH-UBND")),
        ("12/KH-UBND", "KH-UBND", ("Kế hoạch", "12/KH-UBND")),
        ("05/2026", "QĐ-UBND", ("Quyết định", "05/2026/QĐ-UBND")),
        ("245", "UBND-VP", ("Công văn", "245/UBND-VP")),
        ("12 / KH - UBND", "", ("Kế hoạch", "12/KH-UBND")),
    ],
)
def test_number_and_symbol_may_stand_together_or_apart(number: str, symbol: str, whole: tuple[str, str]):
    found = document(number=number, symbol=symbol).whole
    assert (found.type, found.number) == whole


@pytest.mark.parametrize("number", ["/KH-UBND", "12", "KH-UBND", "mười hai", "12/KH-UBND và 13/KH-UBND", "12/KH-UBND ngày 1/1/2026"])
def test_a_number_that_is_blank_or_more_than_a_number_is_refused(number: str):
    assert codes(number=number) == ["document-number"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"number": "05/2025/QĐ-UBND"}, ["document-year"]),
        ({"type": "Quyết định"}, ["document-symbol"]),
        ({"type": "Quy định", "number": "7/QĐ-UBND"}, []),
        ({"effective_from": "14/01/2026"}, ["document-days"]),
        ({"effective_to": "14/01/2026"}, ["document-days"]),
        ({"effective_from": "20/01/2026", "effective_to": "19/01/2026"}, ["document-days"]),
        ({"replaces": "Kế hoạch số 12/KH-UBND ngày 15/01/2026"}, ["document-self"]),
        ({"replaces": "Kế hoạch số 12/KH-UBND ngày 15/01/2025"}, []),
        ({"file": ""}, ["document-file"]),
    ],
)
def test_what_does_not_agree_is_told(changes: dict[str, str], found: list[str]):
    assert codes(**changes) == found


def test_everything_wrong_is_told_at_once():
    wrong = {"number": "", "title": "", "date": "31/2/2026", "type": "Kế hoạc", "replaces": "bản cũ", "status": "xong", "effective_from": "ngày mai"}
    with pytest.raises(MatterRefused) as refused:
        read_matter("van-ban", {key: value for key, value in wrong.items() if value}, {})
    assert sorted(problem.code for problem in refused.value.problems) == [
        *("date-form", "date-impossible", "document-cited", "document-type", "key-missing", "key-missing", "status-unknown"),
    ]


def test_a_document_is_public_from_the_day_of_its_signature():
    assert document().standing(parse_date("14/01/2026 23:59")) is Standing.SCHEDULED
    assert document().standing(parse_date("15/01/2026")) is Standing.PUBLIC
    assert document(status="nháp").standing(parse_date("1/2/2026")) is Standing.DRAFT
