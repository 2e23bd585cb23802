"""The official list of five columns."""

import xlsxwriter

from importers.extract import Origin
from importers.sources import gather
from tests.importers.conftest import Book, told

HEAD = ["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"]


def saved(path, *rows):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Danh sách TTHC")
        sheet.merge_range(0, 0, 0, 4, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nDANH SÁCH")
        for r, row in enumerate([HEAD, *rows], 1):
            sheet.write_row(r, 0, row)
    return path


def test_a_list_gives_facts_only(tmp_path):
    harvest = gather(saved(tmp_path / "ds.xlsx", ["1.115148", " Tính tiền sử dụng đất ", "Bộ Tài chính", "UBND cấp xã\nThuế cơ sở", "Đất đai"]))
    assert told(harvest) == []
    (extract,) = harvest.extracts
    assert (extract.code, extract.origin, extract.known) == ("1.115148", Origin.LIST, frozenset())
    assert extract.facts == {
        "title": "Tính tiền sử dụng đất",
        "decision_issuer": "Bộ Tài chính",
        "executing_authority": "UBND cấp xã; Thuế cơ sở",
        "sector": "Đất đai",
    }


def test_rows_of_a_list_that_cannot_be_read_are_told(tmp_path):
    rows = [[1001193.0, "A", "", "", "Hộ tịch"], ["1.000894", "B", "", "", ""], ["", "C", "", "", "Hộ tịch"], ["1.000656", "D", "", "", "Hộ tịch"]]
    harvest = gather(saved(tmp_path / "ds.xlsx", *rows))
    assert [code for code, _ in told(harvest)] == ["import-code-number", "import-fact-missing", "import-code-blank"]
    assert [extract.code for extract in harvest.extracts] == ["1.000656"]


def test_of_a_workbook_and_a_list_the_workbook_speaks_and_the_list_fills_gaps(tmp_path):
    Book().save(tmp_path / "b.xlsx")
    saved(tmp_path / "a.xlsx", ["1.001193", "Tên khác", "Bộ Tư pháp", "UBND cấp xã", "Hộ tịch"])
    (extract,) = gather(tmp_path).extracts
    assert extract.facts["title"] == "Đăng ký khai sinh"
    assert extract.facts["executing_authority"] == "UBND cấp xã"
    assert extract.steps
