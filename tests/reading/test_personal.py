"""Data of persons in a text: what it is known by, how it is masked, and a thousand numbers that are none."""

import random
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.model.dates import parse_date
from plugins.model.problems import problem
from plugins.reading.item import read_item
from plugins.reading.personal import MOST, mark_of, masked, personal_in, personal_problems

NOW = parse_date("1/6/2026")
ASIDE = Path(__file__).resolve().parents[3] / "shared" / "citations"


def found(text: str) -> list[tuple[str, int, str]]:
    return [(one.code, one.line, one.shown) for one in personal_in(text)]


def test_each_number_is_told_once_with_its_line_and_masked():
    text = "Ông A: 001099012345.\nBà B, 0912 345 678; CMND 012345678.\nNhắc lại: +84912345678, an@gmail.com."
    assert found(text) == [
        ("personal-identity", 1, "001*********"),
        ("personal-card", 2, "012******"),
        ("personal-mobile", 2, "091*******"),
        ("personal-mail", 3, "a***@gmail.com"),
    ]


@pytest.mark.parametrize("typed", ["0912345678", "0912 345 678", "+84 912.345.678", "84912345678", "(+84) 912345678", "+84 (0)912345678"])
def test_a_number_is_known_however_it_is_typed(typed):
    assert mark_of(typed) == mark_of("0912345678")


@pytest.mark.parametrize("typed", ["0912‑345‑678", "0912–345–678", "0912\u2009345\u202f678", "**0912**345678", "０９１２３４５６７８"])
def test_signs_that_word_sets_between_digits_hide_no_number(typed):
    assert found(f"Gọi {typed}.") == [("personal-mobile", 1, "091*******")]


def test_two_numbers_parted_by_a_slash_are_both_told():
    assert [one.mark for one in personal_in("Zalo 0912345678/0987654321")] == [mark_of("0912345678"), mark_of("0987654321")]
    assert found("Công văn 0912345678/2025") == []


def test_no_number_stands_in_what_is_told(render):
    text = "---\ntitle: Bài\ndate: 1/5/2026\ncategory: chi-so\n---\nÔng A, CCCD 001099012345, gọi 0912 345 678, STK 19033456789.\n"
    told = read_item("tin-tuc", text.encode(), NOW, render).problems
    assert [one.code for one in told] == ["personal-identity", "personal-account", "personal-mobile"]
    for secret in ("001099012345", "345 678", "912345678", "19033456789"):
        assert secret not in repr(told) + "".join(one.what + one.remedy for one in told)


def test_an_identity_number_is_known_by_province_century_and_year():
    assert found("001099012345 001299012345 003099012345 001599012345 101099012345") == [("personal-identity", 1, "001*********")]


def test_a_procedure_may_give_the_number_for_questions_about_it(render):
    head = "---\ncode: 1.001193\ntitle: Khai sinh\nsector: Hộ tịch\nlocal_phone: {}\n---\n## Trình tự thực hiện\n\nGọi 0912345678.\n"
    codes = [[one.code for one in read_item("thu-tuc", head.format(phone).encode(), NOW, render).problems] for phone in ("0912.345.678", "0200 3850 118")]
    assert "personal-mobile" not in codes[0]
    assert "personal-mobile" in codes[1]


def test_days_of_birth_are_told_for_two_persons_and_more():
    one = "Nguyễn Văn A, sinh ngày 02/3/1985\n"
    assert personal_problems(one) == []
    assert personal_problems(one + "Trần Thị B, sinh ngày 4 tháng 5 năm 1990\n") == [problem("personal-births", "", 1, count=2)]


def test_a_long_list_is_told_up_to_a_limit_and_in_time():
    rows = "\n".join(f"| Người {number} | 0{number % 90 + 1:02d}0{number:08d} |" for number in range(1, 4000))
    text = f"| Họ tên | Số CMND, CCCD |\n|---|---|\n{rows}\n" + "9" * 100_000
    assert len(list(personal_in(text))) == MOST


def _harmless() -> list[str]:
    """A thousand lines of numbers that offices write, drawn with a fixed seed."""
    draw, lines, day = random.Random(30_2020), [], date(2020, 1, 1)
    for number in range(1000):
        when = day + timedelta(days=draw.randrange(3000))
        money = f"{draw.randrange(1, 10**11):,}".replace(",", draw.choice(". "))
        lines.append(
            (
                f"Quyết định số {draw.randrange(1, 99999)}/QĐ-UBND ngày {when:%d/%m/%Y}",
                f"Mã thủ tục {draw.randrange(1, 4)}.{draw.randrange(1, 999999):06d}.000.00.00.H{draw.randrange(1, 64):02d}",
                f"Kinh phí {money} đồng",
                f"Điện thoại 0{draw.randrange(200, 299)} {draw.randrange(3000, 3999)} {draw.randrange(100, 999)}, 1900{draw.randrange(1000, 9999)}",
                f"Hồ sơ 000.00.{draw.randrange(10, 99)}.H45-{when:%y%m%d}-{draw.randrange(1, 9999):04d}, lúc {when:%d.%m.%Y} 0{draw.randrange(7, 9)}:30",
            )[number % 5]
        )
    return lines


def test_a_thousand_numbers_of_documents_procedures_fees_days_and_offices_raise_no_alarm():
    assert [line for line in _harmless() if found(line)] == []


@pytest.mark.skipif(not ASIDE.exists(), reason="real strings lie beside the repository")
def test_real_numbers_that_are_no_citations_and_real_citations_raise_no_alarm():
    lines = [line for file in sorted(ASIDE.glob("*.tsv")) for line in file.read_text(encoding="utf-8").split("\n")]
    assert len(lines) > 100
    assert [one for line in lines for one in found(line) if one[0] != "personal-mobile"] == []


def test_a_mail_box_keeps_its_first_letter_and_its_host():
    assert masked("nguyenvana@gmail.com") == "n***@gmail.com"


@pytest.mark.parametrize(
    "text",
    ["1 " * 250_000, "0912345678 " * 40_000, "a" * 500_000 + "@gmail.com", "a." * 250_000 + "@", "ngày sinh 02/3/1985 " + "A" * 400_000, "ngày sinh " + "A a " * 100_000, "| CMND |\n|---|\n" + "| 012345678 " * 30_000],
    ids=["pairs", "numbers", "letters", "dots", "capitals", "names", "row"],
)
def test_no_text_takes_long(text):
    began = time.perf_counter()
    assert len(personal_problems(text)) <= MOST
    assert time.perf_counter() - began < 5
