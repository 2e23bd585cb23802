"""Attached files: heavy ones, scans that nobody can read, data of persons in Word and Excel; and what is the unit's own."""

import io
import zipfile
import zlib
from pathlib import Path

import pytest
import xlsxwriter

from plugins.reading.filetext import is_scan, text_of
from plugins.reading.personal import personal_in
from tests.commune import Commune, toml
from tests.factory import profile_table
from tests.gate.test_agreement import judged


def pdf(*lines: str) -> bytes:
    """A page with lines of text."""
    drawn = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {drawn} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (number, one) for number, one in enumerate(objects, 1)) + b"trailer<</Root 1 0 R>>\n%%EOF\n"


TEXT_PDF = b"%PDF-1.4\n<</Type/Page/Resources<</Font<</F1 2 0 R>>>>>>\n%%EOF\n"
SCAN_PDF = b"%PDF-1.4\n<</Type/XObject/Subtype/Image>>\nstream\n\x00\x01\nendstream\n%%EOF\n"


def packed_pdf(objects: bytes) -> bytes:
    """A PDF as programs of today write it: its objects lie in a packed stream."""
    data = zlib.compress(objects)
    head = b"<</Type/ObjStm/N 2/First 10/Filter/FlateDecode/DecodeParms<</Predictor 1>>/Length %d>>" % len(data)
    return b"%PDF-1.5\n<</Subtype/Image>>\n5 0 obj\n" + head + b"\nstream\n" + data + b"\nendstream\n%%EOF\n"


def word(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:p><w:r><w:t>{text[:4]}</w:t></w:r><w:r><w:t>{text[4:]}</w:t></w:r></w:p>")
    return out.getvalue()


def excel(*rows: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


@pytest.fixture
def commune(tmp_path: Path) -> Commune:
    return Commune(tmp_path / "content")


def told(commune: Commune) -> list[tuple[str, int, str]]:
    _, problems = judged(commune)
    return [(one.path, one.line, one.code) for one in problems]


@pytest.mark.parametrize("data", [SCAN_PDF, packed_pdf(b"1 0 2 9 <</Type/Page>>")], ids=["plain", "packed"])
def test_a_pdf_of_pictures_alone_is_a_scan(data):
    assert is_scan(data)


@pytest.mark.parametrize("data", [TEXT_PDF, packed_pdf(b"<</Font<</F1 2 0 R>>>>"), b"%PDF-1.4\n/Encrypt /Image\n", b"%PDF-1.4\n%%EOF\n", packed_pdf(b"x").replace(b"x\x9c", b"??")])
def test_a_pdf_with_text_or_one_that_tells_nothing_is_none(data):
    assert not is_scan(data)


def test_an_item_that_only_hands_on_a_scan_is_told(commune):
    commune.write("tai-lieu/a.pdf", SCAN_PDF)
    commune.news("mot", "[Quyết định](/tai-lieu/a.pdf)")
    commune.news("hai", "[Quyết định](/tai-lieu/a.pdf)", summary="Quyết định giao chỉ tiêu năm 2026.")
    commune.news("ba", "[Quyết định](/tai-lieu/a.pdf)\n\n" + "Quyết định giao chỉ tiêu. " * 20)
    assert told(commune) == [("tin-tuc/mot.md", 6, "scan-alone")]


def test_a_heavy_file_is_told_at_the_limit_of_the_unit_and_only_when_an_item_leads_to_it(commune):
    commune.write("site.toml", toml(profile_table()) + "\n[check]\nattachment_mb = 1\n")
    for name in ("a", "b"):
        commune.write(f"tai-lieu/{name}.pdf", TEXT_PDF + b" " * 1_100_000)
    commune.news("mot", "[A](/tai-lieu/a.pdf)")
    assert told(commune) == [("tai-lieu/a.pdf", 0, "asset-heavy")]
    commune.profile()
    assert told(commune) == []


def test_data_of_persons_in_word_and_excel_stop_until_somebody_answers_for_them(commune):
    commune.write("tai-lieu/a.docx", word("001085012345"))
    commune.write("tai-lieu/b.xlsx", excel(("Họ tên", "Điện thoại"), ("Nguyễn Văn A", "0987 654 321")))
    commune.news("mot", "[A](/tai-lieu/a.docx)\n\n[B](/tai-lieu/b.xlsx)")
    _, problems = judged(commune)
    assert [(one.line, one.what) for one in problems] == [
        (6, "Tệp đính kèm 'a.docx' có số căn cước, số định danh cá nhân 001*********"),
        (8, "Tệp đính kèm 'b.xlsx' có số điện thoại di động 098*******"),
    ]
    commune.news("mot", "[A](/tai-lieu/a.docx)\n\n[B](/tai-lieu/b.xlsx)", personal_data_checked="Nguyễn Thị Hạnh")
    assert told(commune) == []


def test_what_is_the_unit_s_own_passes_in_texts_and_files(commune):
    commune.write("site.toml", toml(profile_table(unit={"hotline": "0912 000 002", "email": "xa@gmail.com"})) + '\n[check]\ncontacts = ["0987654321"]\n')
    commune.write("tai-lieu/a.docx", word("+84 987 654 321"))
    commune.news("mot", "Gọi 0912.000.002, +84987654321, thư XA@gmail.com, [mẫu](/tai-lieu/a.docx).")
    assert told(commune) == []
    commune.news("mot", "Gọi 0912.000.003.")
    assert told(commune) == [("tin-tuc/mot.md", 6, "personal-mobile")]


def test_a_column_of_a_sheet_names_its_numbers_also_below_a_title():
    data = excel(("DANH SÁCH HỖ TRỢ",), ("Họ tên", "Số CMND", "Mã số thuế"), ("Nguyễn Văn A", "012345678", "0912345678"), ("Trần Thị B", 23456789, 5))
    assert [(one.code, one.shown) for one in personal_in(text_of("xlsx", data))] == [("personal-card", "012******")]


def test_a_sheet_with_two_far_corners_is_not_spread_out():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "001085012345")
        sheet.write(1_048_575, 16_383, "x")
    assert text_of("xlsx", out.getvalue()) == ""


def test_a_pdf_is_read_where_it_has_a_layer_of_text(commune):
    commune.write("tai-lieu/ds.pdf", pdf("DANH SACH", "Nguyen Van A, CCCD 001085012345"))
    commune.write("tai-lieu/tb.pdf", pdf("Thong bao so 12/TB-UBND"))
    commune.news("mot", "Xem [danh sách](/tai-lieu/ds.pdf), [thông báo](/tai-lieu/tb.pdf).")
    assert told(commune) == [("tin-tuc/mot.md", 6, "personal-file")]


def test_a_file_that_cannot_be_unpacked_has_no_text():
    assert text_of("docx", b"PK\x03\x04 broken") == ""
    assert text_of("pdf", TEXT_PDF) == ""
    assert text_of("csv", "Tên;0912".encode()) == "Tên;0912"


def test_a_main_picture_that_is_not_there_is_told_with_the_other_errors(commune):
    commune.news("mot", "CCCD 001085012345.", image="hinh-anh/khong-co.jpg", image_alt="Quầy một cửa")
    assert sorted(told(commune)) == [("tin-tuc/mot.md", 5, "target-missing"), ("tin-tuc/mot.md", 8, "personal-identity")]
