"""``import`` as a person runs it."""

import pytest

from tests.commune import Outcome, run
from tests.importers.conftest import CODE, Book, child_rows, main_row


@pytest.fixture
def verb(commune, tmp_path):
    def call(*arguments) -> Outcome:
        return run("import", "--content", commune.content, *arguments, cache=tmp_path / "cache")

    return call


def test_without_apply_nothing_is_written_and_the_table_says_what_would_be(verb, commune, save):
    outcome = verb("--src", save(Book()))
    assert outcome.code == 0
    assert "mới            1" in outcome.said
    assert "APPLY=1" in outcome.said
    assert commune.files() == {}


def test_with_apply_the_files_are_written(verb, commune, save):
    assert verb("--src", save(Book()), "--apply").code == 0
    assert list(commune.files()) == [f"thu-tuc/ho-tich/{CODE}.md"]


def test_what_is_refused_is_told_and_the_rest_is_written(verb, commune, save):
    book = Book([main_row(1001193.0), main_row("1.000894", "Đăng ký kết hôn")], child_rows("1.000894"))
    outcome = verb("--src", save(book), "--apply")
    assert outcome.code == 1
    assert "trang tính 'TTHC2-CAPXA', dòng 4" in outcome.said
    assert "1.001193" in outcome.said
    assert list(commune.files()) == ["thu-tuc/ho-tich/1.000894.md"]


def test_a_source_or_a_folder_that_is_not_there_is_wrong_use(verb, tmp_path):
    assert verb("--src", tmp_path / "khong-co.xlsx").code == 2
    assert run("import", "--content", tmp_path / "khong-co", "--src", tmp_path, cache=tmp_path / "c").code == 2
    assert verb().code == 2


def test_no_trace_of_the_program_reaches_the_officer(verb, tmp_path):
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04")
    outcome = verb("--src", tmp_path / "hong.xlsx")
    assert outcome.code == 1
    assert "Traceback" not in outcome.said
