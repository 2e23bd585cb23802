"""The official list against the site: every difference told by code and row, and no workbook that could do harm opened."""

import io
import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from plugins.gate.catalogue import CATALOGUE, catalogue_problems
from plugins.model.problems import Severity
from tests.commune import Commune, run
from tests.rooms.opendata.samples import ABOLISHED, procedure

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "tthc"
HEADER = ("Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực")
SITE = (procedure("1.001193", "Đăng ký khai sinh"), procedure("2.000815", "Chứng thực bản sao", sector="Chứng thực"), ABOLISHED)


def workbook(*sheets: list[tuple]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def row(code, name="Đăng ký khai sinh", sector="Hộ tịch") -> tuple:
    return (code, name, "Bộ Tư pháp", "Ủy ban nhân dân cấp xã", sector)


GOOD = (row("1.001193"), row("2.000815", "Chứng thực bản sao", "Chứng thực"))


@pytest.fixture
def found(tmp_path):
    """Write a list, get (where, code of the problem, facts)."""

    def look(data: bytes, procedures=SITE) -> list[tuple[str, str, dict[str, str]]]:
        (tmp_path / CATALOGUE).write_bytes(data)
        problems = catalogue_problems(tmp_path, procedures)
        assert all(p.severity is Severity.WARNING for p in problems)
        assert all(p.what and p.remedy for p in problems)
        return [(p.where, p.code, dict(p.facts)) for p in problems]

    return look


def test_no_list_and_a_list_that_agrees_are_silent(found, tmp_path):
    assert catalogue_problems(tmp_path, SITE) == []
    assert found(workbook([("DANH SÁCH",), HEADER, *GOOD])) == []


@pytest.mark.parametrize(
    "header",
    [HEADER, ("Mã TTHC", "Tên TTHC", "", "", "LĨNH VỰC"), ("MÃ THỦ TỤC", "Tên thủ tục hành chính", "x", "y", "Lĩnh vực:")],
)
def test_the_header_is_found_by_its_words_in_any_spelling_under_any_title(found, header):
    assert found(workbook([("chỉ có chữ",)], [("CỘNG HÒA",), (), ("DANH SÁCH",), header, *GOOD])) == []


def test_columns_may_stand_in_any_order_and_the_sector_may_be_missing(found):
    rows = [("STT", "Tên TTHC", "Mã TTHC"), (1, "Đăng ký khai sinh", "1.001193"), (2, "Chứng thực bản sao", "2.000815.000.00.00.H29")]
    assert found(workbook(rows)) == []


def test_every_difference_is_told_with_its_code_and_row(found):
    rows = [
        ("DANH SÁCH",),
        HEADER,
        row("1.001193", "Đăng ký khai sinh lại", "Tư pháp"),
        row("2.001009", "Khai nhận di sản"),
        row("3.000527", "Đăng ký cai nghiện"),
    ]
    assert found(workbook(rows)) == [
        ("danh-muc.xlsx:3", "catalogue-name", {"code": "1.001193", "listed": "Đăng ký khai sinh lại", "found": "Đăng ký khai sinh", "where": "thu-tuc/1.001193.md"}),
        ("danh-muc.xlsx:3", "catalogue-sector", {"code": "1.001193", "listed": "Tư pháp", "found": "Hộ tịch", "where": "thu-tuc/1.001193.md"}),
        ("danh-muc.xlsx:4", "catalogue-expired", {"code": "2.001009", "status": "đã bãi bỏ", "where": "thu-tuc/2.001009.md"}),
        ("danh-muc.xlsx:5", "catalogue-missing", {"code": "3.000527", "name": "Đăng ký cai nghiện"}),
        ("thu-tuc/2.000815.md", "catalogue-extra", {"code": "2.000815", "name": "Chứng thực bản sao"}),
    ]


def test_a_replaced_procedure_and_an_earlier_version_are_no_entries_of_today(found):
    replaced = procedure("1.001193", replaced_by="2.000815")
    earlier = procedure("2.000815", "Tên cũ", effective_to=date(2026, 1, 1), path="thu-tuc/2.000815/den-2026-01-01.html")
    (one, two) = found(workbook([HEADER, *GOOD]), (replaced, earlier))
    assert one[1:] == ("catalogue-expired", {"code": "1.001193", "status": "đã thay bằng 2.000815", "where": "thu-tuc/1.001193.md"})
    assert two[1] == "catalogue-missing"


def test_case_blanks_and_a_full_stop_make_no_difference(found):
    assert found(workbook([HEADER, row("1.001193", "  ĐĂNG KÝ  khai sinh. ", "hộ tịch"), GOOD[1]])) == []


def test_an_internal_procedure_of_the_list_is_not_missed(found):
    assert found(workbook([HEADER, *GOOD, row("6.001435", "Phê duyệt đề án")])) == []


def test_codes_as_numbers_broken_rows_and_doubles_are_told(found):
    rows = [
        HEADER,
        row(1.001193),
        ("I. LĨNH VỰC CHỨNG THỰC",),
        GOOD[1],
        row("", "Không mã"),
        row("1.00119", "Mã thiếu số"),
        row(1001193, "Mã mất dấu chấm"),
        row("2.000815", "Chứng thực bản sao", "Chứng thực"),
        (),
    ]
    assert [(where, code) for where, code, _ in found(workbook(rows))] == [
        ("danh-muc.xlsx:2", "catalogue-number"),
        ("danh-muc.xlsx:5", "catalogue-row"),
        ("danh-muc.xlsx:6", "catalogue-row"),
        ("danh-muc.xlsx:7", "catalogue-row"),
        ("danh-muc.xlsx:8", "catalogue-twice"),
    ]


def test_a_number_that_lost_the_zeros_at_its_end_is_still_known(found):
    (told,) = found(workbook([HEADER, row(1.00119, "Đăng ký khai tử")]), (procedure("1.001190", "Đăng ký khai tử"),))
    assert told == ("danh-muc.xlsx:2", "catalogue-number", {"code": "1.001190"})


@pytest.mark.parametrize("rows", [[], [("Tên", "Lĩnh vực"), ("a", "b")], [HEADER]], ids=["empty", "no code column", "no rows"])
def test_a_workbook_without_a_list_is_told_and_nothing_is_called_missing(found, rows):
    assert [code for _, code, _ in found(workbook(rows))] == ["catalogue-header"]


# — workbooks that are none —


def zipped(*entries: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def with_sheet(sheet: bytes) -> bytes:
    """A good workbook whose first sheet is replaced."""
    with zipfile.ZipFile(io.BytesIO(workbook([HEADER]))) as archive:
        return zipped(*((name, sheet if name == "xl/worksheets/sheet1.xml" else archive.read(name)) for name in archive.namelist()))


FAR = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
LIE = with_sheet(b"<worksheet>" + b"A" * 3_000_000 + b"</worksheet>")


def lying(data: bytes) -> bytes:
    """The directory says that the sheet is small."""
    size = (3_000_000 + len(b"<worksheet></worksheet>")).to_bytes(4, "little")
    assert data.count(size) >= 1
    return data.replace(size, (100).to_bytes(4, "little"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        workbook([HEADER])[:-30],
        zipped(("xl/worksheets/sheet1.xml", b"\0" * 40_000_000)),
        with_sheet(FAR),
        with_sheet(b"<worksheet><sheetData><row>"),
        lying(LIE),
        zipped(("a.txt", b"not a workbook")),
        bytes(zlib.compress(b"x" * 1000)),
    ],
    ids=["empty", "text", "cut", "bomb", "far cell", "broken xml", "lying directory", "other zip", "zlib"],
)
def test_what_is_no_honest_workbook_is_refused_with_a_reason(found, data):
    told = found(data)
    assert [(where, code) for where, code, _ in told] in ([(CATALOGUE, "catalogue-refused")], [(CATALOGUE, "catalogue-header")])
    assert all(facts.get("reason", "x") for _, _, facts in told)


def test_bombs_are_named(found):
    assert "bom nén" in found(zipped(("xl/worksheets/sheet1.xml", b"\0" * 40_000_000)))[0][2]["reason"]
    assert "bảng rộng" in found(with_sheet(FAR))[0][2]["reason"]


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "danh-sach.xlsx").write_bytes(workbook([HEADER, row("3.000527")]))
    (tmp_path / CATALOGUE).symlink_to(tmp_path / "danh-sach.xlsx")
    assert catalogue_problems(tmp_path, SITE) == []


# — a whole run —


def test_make_check_warns_and_does_not_stop_and_the_list_is_never_published(tmp_path):
    commune = Commune(tmp_path / "content")
    commune.news("a", date="1/3/2026")
    commune.write(CATALOGUE, workbook([HEADER, row("3.000527", "Đăng ký cai nghiện")]))
    outcome = run("check", "--content", commune.content, cache=tmp_path / "cache")
    assert outcome.code == 0, outcome.said
    assert "danh-muc.xlsx:2" in outcome.said
    assert "Thủ tục 3.000527 có trong danh mục nhưng chưa có trên trang" in outcome.said
    assert "Tệp tạm" not in outcome.said
    done = run("publish", "--content", commune.content, "--public", tmp_path / "public", cache=tmp_path / "cache")
    assert done.code == 0, done.said
    assert not list((tmp_path / "public").rglob("*.xlsx"))


@pytest.mark.parametrize(("name", "count"), [("danh-muc-tthc-cap-xa", 277), ("danh-sach-tthc-BoTuPhap", 271), ("danh-sach-tthc-BoTaiChinh", 706)])
@pytest.mark.skipif(not DATA.is_dir(), reason="the official files are not here")
def test_every_row_of_the_official_files_is_read(found, name, count):
    told = found((DATA / f"{name}.xlsx").read_bytes(), ())
    internal = {"danh-muc-tthc-cap-xa": 4}.get(name, 0)
    assert {code for _, code, _ in told} == {"catalogue-missing"}
    assert len(told) == count - internal
