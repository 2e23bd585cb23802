"""What a file really is; bombs, locks and broken boxes are told before a library opens them."""

import zipfile
from io import BytesIO

import pytest
import xlsxwriter

from importers import container
from importers.sources import gather
from tests.importers.conftest import Book, told

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def code_of(path) -> str:
    harvest = gather(path)
    assert harvest.extracts == ()
    (found,) = harvest.problems
    assert found.what
    assert found.remedy
    return found.code


def box(**members: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("danh-muc.xlsx", b"", "import-corrupt"),
        ("danh-muc.xlsx", b"PK\x03\x04" + b"x" * 500, "import-corrupt"),
        ("danh-muc.xlsx", "Mã;Tên".encode(), "import-corrupt"),
        ("danh-muc.xlsx", OLE + "Workbook".encode("utf-16-le"), "import-old-excel"),
        ("danh-muc.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "import-locked"),
        ("ChiTiet.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "import-locked"),
        ("anh.png", b"\x89PNG\r\n", "import-kind"),
        ("danh-muc.xlsx", box(a_xml=b"<a/>"), "import-kind"),
        ("danh-muc.xlsx", box(xl__workbook_xml=b"<no"), "import-corrupt"),
        ("ChiTiet.docx", box(word__document_xml=b"<no"), "import-corrupt"),
        ("ChiTiet.pdf", b"%PDF-1.7\nxxx", "import-corrupt"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(tmp_path, name, content, expected):
    path = tmp_path / name
    path.write_bytes(content)
    assert code_of(path) == expected


def test_a_box_that_unpacks_to_too_much_is_not_opened(tmp_path, monkeypatch):
    path = tmp_path / "bom.xlsx"
    path.write_bytes(box(xl__workbook_xml=bytes(30_000_000)))
    assert code_of(path) == "import-unpacked"
    monkeypatch.setattr(container, "UNPACKED_LIMIT", 1_000)
    assert code_of(Book().save(tmp_path / "b.xlsx")) == "import-unpacked"


def test_a_file_that_is_too_heavy_is_not_opened(tmp_path, monkeypatch):
    path = Book().save(tmp_path / "b.xlsx")
    monkeypatch.setattr(container, "SIZE_LIMIT", 1_000)
    assert code_of(path) == "import-large"


def test_two_far_corners_do_not_ask_for_a_billion_cells(tmp_path):
    path = tmp_path / "rong.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Mã TTHC")
        sheet.write(1_048_575, 16_383, "x")
    assert code_of(path) == "import-cells"


def test_formats_down_to_the_last_row_do_no_harm(tmp_path):
    book = Book()
    path = book.save(tmp_path / "b.xlsx")
    with xlsxwriter.Workbook(tmp_path / "c.xlsx") as made:
        red = made.add_format({"bg_color": "red"})
        for name, rows in book.sheets.items():
            sheet = made.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    sheet.write(r, c, value)
            sheet.write_blank(1_048_575, 16_383, None, red)
    assert gather(tmp_path / "c.xlsx").extracts[0].facts == gather(path).extracts[0].facts


def test_a_damaged_member_is_told(tmp_path):
    path = Book().save(tmp_path / "b.xlsx")
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as file:
        info = file.getinfo("xl/worksheets/sheet1.xml")
    content[info.header_offset + 80] ^= 0xFF
    path.write_bytes(content)
    assert code_of(path) == "import-corrupt"


def test_a_workbook_with_macros_is_read_like_any_other(tmp_path):
    path = Book().save(tmp_path / "b.xlsm")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("xl/vbaProject.bin", OLE)
    assert told(gather(path)) == []


def test_a_folder_tells_each_bad_file_and_reads_the_others(tmp_path):
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "~$tam.xlsx").write_bytes(b"x")
    Book().save(tmp_path / "tot.xlsx")
    harvest = gather(tmp_path)
    assert told(harvest) == [("import-corrupt", "hong.xlsx")]
    assert len(harvest.extracts) == 1


def test_an_empty_folder_says_what_to_put_there(tmp_path):
    assert code_of(tmp_path) == "import-folder-empty"
