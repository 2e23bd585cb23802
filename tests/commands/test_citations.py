"""``citations``: what it prints of a list of strings, and how it ends."""

from pathlib import Path

from click.testing import CliRunner

from commands.citations import agree, read_rows, scored
from commands.verbs import cli

HEADER = "raw\ttype\tnumber\tdate\tissuer\tsource\n"
RIGHT = "Kế hoạch số 131/KH-UBND ngày 24/5/2022 của UBND huyện\tKế hoạch\t131/KH-UBND\t2022-05-24\tUBND huyện\tseed\n"


def listed(tmp_path: Path, *lines: str, header: str = HEADER) -> Path:
    file = tmp_path / "list.tsv"
    file.write_text(header + "".join(lines), encoding="utf-8")
    return file


def said(*words: object) -> tuple[int, str]:
    outcome = CliRunner().invoke(cli, ["citations", *map(str, words)])
    return outcome.exit_code, outcome.output


def test_a_list_that_is_read_right_ends_well(tmp_path):
    code, told = said(listed(tmp_path, RIGHT))
    assert code == 0
    assert told.splitlines()[0] == "1 chuỗi, 1 lần nhắc văn bản; đúng hết: 1 chuỗi"
    assert [line.split()[-2:] for line in told.splitlines()[2:]] == [["1.0000", "1.0000"]] * 4


def test_a_wrong_field_is_counted_against_that_field_alone_and_shown_when_asked(tmp_path):
    file = listed(tmp_path, RIGHT, RIGHT.replace("\tUBND huyện", "\tUBND tỉnh"))
    code, told = said(file, "--wrong")
    assert code == 1
    assert [line.split()[-2:] for line in told.splitlines()[2:6]] == [["1.0000", "1.0000"]] * 3 + [["0.5000", "0.5000"]]
    assert "dòng 3: Kế hoạch số 131/KH-UBND" in told
    assert "phải là: Kế hoạch / 131/KH-UBND / 2022-05-24 / UBND tỉnh" in told


def test_what_is_found_where_nothing_is_costs_precision(tmp_path):
    good = listed(tmp_path, RIGHT)
    nothing = tmp_path / "others.tsv"
    nothing.write_text("raw\twhat\nQuyết định số 5/QĐ-UBND\tđặt sai chỗ\n", encoding="utf-8")
    rows = read_rows(good) + read_rows(nothing)
    assert scored(rows, "number") == (0.5, 1.0)


def test_what_is_missed_costs_recall(tmp_path):
    rows = read_rows(listed(tmp_path, RIGHT, "không có gì\tKế hoạch\t1/KH-UBND\t\t\tx\n"))
    assert scored(rows, "number") == (1.0, 0.5)
    assert scored(rows, "date") == (1.0, 1.0)


def test_several_citations_are_told_apart_by_their_numbers(tmp_path):
    line = "Nghị quyết số 66-NQ/TW và Nghị quyết số 140/NQ-CP\tNghị quyết | Nghị quyết\t66-NQ/TW | 140/NQ-CP\t | \t | \tx\n"
    (row,) = read_rows(listed(tmp_path, line))
    assert row.is_right
    assert [one["number"] for one, _ in row.pairs] == ["66-NQ/TW", "140/NQ-CP"]


def test_a_letter_may_be_called_by_its_general_name_and_a_report_by_its_short_one():
    assert agree("type", "Văn bản", "Công văn")
    assert agree("type", "Báo cáo thẩm tra", "Báo cáo")
    assert not agree("type", "Báo cáo", "Báo cáo thẩm tra")
    assert not agree("type", "Báo cáo thẩm tra", "")
    assert not agree("issuer", "Văn bản", "Công văn")


def test_a_file_that_is_no_such_list_is_named(tmp_path):
    code, told = said(tmp_path / "none.tsv")
    assert (code, "none.tsv" in told) == (2, True)
    code, told = said(listed(tmp_path, "x\n", header="chữ\n"))
    assert (code, "cột raw" in told) == (2, True)
