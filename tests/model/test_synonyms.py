"""Everyday words: what an editor may write in ``tu-dong-nghia.txt``, and everything that can be wrong with it."""

from plugins.gate.examine import Examination, examine
from plugins.model.dates import parse_date
from plugins.model.synonyms import MOST_LINES, Synonym, read_synonyms
from plugins.reading.cache import Cache
from plugins.search.everyday import EVERYDAY, meanings
from tests.commune import Commune
from tests.factory import ROOM_NAMES

EVERYTHING_WRONG = """# ghi chú
sổ đỏ, sổ hồng = giấy chứng nhận quyền sử dụng đất; đăng ký đất đai   # được

không có dấu bằng
= chỉ có bên phải
a = b = c
trái = ;;
một hai ba bốn năm sáu bảy tám chín mười mười một mười hai = gì đó
cư trú, ở = cư trú
Sổ Đỏ = khác
bỏ đi =
"""


def test_a_file_with_everything_wrong_tells_all_of_it_at_once_with_its_lines():
    found, problems = read_synonyms(EVERYTHING_WRONG)
    assert [(one.code, one.line) for one in problems] == [
        ("synonym-form", 4),
        ("synonym-form", 5),
        ("synonym-form", 6),
        ("synonym-form", 7),
        ("synonym-long", 8),
        ("synonym-same", 9),
        ("synonym-twice", 10),
    ]
    assert found == (
        Synonym(("sổ đỏ", "sổ hồng"), ("giấy chứng nhận quyền sử dụng đất", "đăng ký đất đai")),
        Synonym(("ở",), ("cư trú",)),
        Synonym(("bỏ đi",), ()),
    )


def test_words_are_composed_and_blanks_joined():
    assert read_synonyms("sổ  đỏ = quyền   sử dụng đất")[0] == (Synonym(("sổ đỏ",), ("quyền sử dụng đất",)),)


def test_a_list_that_would_weigh_too_much_is_cut_and_said_so():
    found, problems = read_synonyms("\n".join(f"lời {n} = tên {n}" for n in range(MOST_LINES + 20)))
    assert len(found) == MOST_LINES
    assert [one.code for one in problems] == ["synonym-many"]


def test_the_list_of_the_program_is_without_fault():
    found, problems = read_synonyms(EVERYDAY)
    assert problems == ()
    assert len(found) > 100


def test_a_line_of_the_unit_takes_the_place_of_the_programs_and_an_empty_one_takes_it_out():
    own = (Synonym(("sổ đỏ",), ("việc của ta",)), Synonym(("sổ hồng",), ()))
    made = meanings(own)
    assert [line.official for line in made if "sổ đỏ" in line.said] == [("việc của ta",)]
    assert not [line for line in made if "sổ hồng" in line.said]
    assert [line for line in made if "bìa đỏ" in line.said]


def test_problems_of_the_file_are_told_by_the_gate(tmp_path):
    commune = Commune(tmp_path / "content")
    commune.write("tu-dong-nghia.txt", "\ufeffsổ đỏ = đất đai\nsai\n")
    verdict = look(commune)
    assert [(p.where, p.code) for p in verdict.problems] == [("tu-dong-nghia.txt:2", "synonym-form")]
    assert verdict.site is None
    commune.write("tu-dong-nghia.txt", "sổ đỏ = đất đai\n")
    assert look(commune).site.synonyms == (Synonym(("sổ đỏ",), ("đất đai",)),)
    commune.write("tu-dong-nghia.txt", "sổ đỏ = đất đai".encode("utf-16"))
    assert [p.code for p in look(commune).problems] == ["encoding-not-utf8"]


def look(commune: Commune):
    return examine(Examination(commune.content, parse_date("1/6/2026"), ROOM_NAMES, lambda: str, Cache(None)))
