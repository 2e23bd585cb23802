"""A4 sheets: right Vietnamese text, every part in order, the same bytes, and only what changed is made again."""

import io
import re
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from plugins.model.page import Asset
from plugins.model.procedure import Channel, ChannelKind, LocalOverlay, ProcedureStatus
from plugins.press.sheets import SheetMaker, current, sector_names
from publishing.print import pdf
from publishing.print.document import Document, PrintRefused
from publishing.print.store import Store
from tests.commune import Commune, tree
from tests.factory import prose
from tests.posting import posting_site, procedure
from tests.publishing.print.reading import inside, opened, text

PARTS = (
    "1.1. Trình tự thực hiện",
    "1.2. Cách thức thực hiện",
    "1.3. Thành phần, số lượng hồ sơ",
    "1.4. Thời hạn giải quyết",
    "1.5. Đối tượng thực hiện",
    "1.6. Cơ quan giải quyết",
    "1.7. Kết quả thực hiện",
    "1.8. Phí, lệ phí",
    "1.9. Tên mẫu đơn, tờ khai",
    "1.10. Yêu cầu, điều kiện thực hiện",
    "1.11. Căn cứ pháp lý",
)
EVERY_LETTER = "Ắ Ằ Ẳ Ẵ Ặ ắ ằ ẳ ẵ ặ Ấ Ầ Ẩ Ẫ Ậ ấ ầ ẩ ẫ ậ Đ đ Ế Ề Ể Ễ Ệ ế ề ể ễ ệ Ố Ồ Ổ Ỗ Ộ ố ồ ổ ỗ ộ Ớ Ờ Ở Ỡ Ợ ớ ờ ở ỡ ợ Ứ Ừ Ử Ữ Ự ứ ừ ử ữ ự Ỳ Ý Ỷ Ỹ Ỵ ỳ ý ỷ ỹ ỵ"


def document(of, theme, choose=lambda maker, of: maker.one(current(of)[0]), folder=Path()) -> Document:
    maker = SheetMaker(of, theme)
    sheet = choose(maker, of)
    html = maker.html(sheet)
    pictures = {address: (folder / source, digest) for address, (source, digest) in maker.pictures(html).items()}
    return Document(sheet.name, sheet.title, html, maker.styles, pictures)


@pytest.fixture(scope="module")
def printed(theme) -> bytes:
    """One procedure with something in every part but 1.10."""
    return pdf.make(document(posting_site([procedure(title=f"Đăng ký {EVERY_LETTER}")]), theme))


def test_the_text_layer_is_right_vietnamese(printed):
    said = text(printed)
    assert f"Đăng ký {EVERY_LETTER}" in said
    assert said == unicodedata.normalize("NFC", said)
    assert "TỈNH MẪU PHƯỜNG THỬ NGHIỆM" in said


def test_every_part_stands_in_the_order_of_an_announced_procedure(printed):
    said = text(printed)
    places = [said.find(part) for part in PARTS]
    assert -1 not in places
    assert places == sorted(places)
    assert f"{PARTS[9]}: Không có thông tin" in said


def test_fees_and_time_limits_are_word_for_word(printed):
    said = text(printed)
    for words in ("Lệ phí: 8000 Đồng Miễn lệ phí cho hộ nghèo", "Phí : Đồng (miễn phí)", "Ngay trong ngày làm việc", "Nộp tại quầy số 2"):
        assert words in said
    fees = said.partition(PARTS[7])[2].partition(PARTS[8])[0]
    assert "Trực tiếp: Lệ phí: 8000 Đồng Miễn lệ phí cho hộ nghèo Trực tuyến: Phí : Đồng (miễn phí)" in fees


def test_the_decision_papers_forms_and_legal_basis_are_told(printed):
    said = text(printed)
    assert "163/QĐ-BTP ngày 20/01/2026 của Chủ tịch Ủy ban nhân dân tỉnh Mẫu" in said
    assert "Có hiệu lực từ 01/02/2026" in said
    assert "Tờ khai đăng ký khai sinh — Bản chính: 1; Bản sao: 0 — Mẫu: Mẫu số 01" in said
    assert "Không phải nộp: cơ quan giải quyết khai thác từ cơ sở dữ liệu" in said
    assert "Số lượng hồ sơ: 01 bộ" in said
    assert "60/2014/QH13 – Luật Hộ tịch (Quốc hội, ban hành 20/11/2014, hiệu lực 01/01/2016)" in said


def test_the_foot_has_page_number_address_hotline_and_a_code_that_is_read_again(printed):
    for number, page in enumerate(opened(printed), 1):
        said = re.sub(r"\s+", " ", page.get_textpage().get_text_bounded())
        assert f"Trang {number}/{len(opened(printed))}" in said
        assert "https://thunghiem.example/thu-tuc/1.001193.html" in said
        assert "Phản ánh, kiến nghị: 0200 3850 002" in said
        picture: Image.Image = page.render(scale=3).to_pil().convert("L")
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["https://thunghiem.example/thu-tuc/1.001193.html"]


def test_the_file_is_tagged_a4_with_title_language_and_its_font_inside(printed):
    whole = opened(printed)
    assert whole.get_metadata_dict()["Title"] == f"Đăng ký {EVERY_LETTER} – Phường Thử Nghiệm"
    assert whole.is_tagged()
    assert re.search(rb"/Lang ?\(vi\)", inside(printed))
    assert b"pdfuaid" in inside(printed)
    assert {tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in whole} == {(210, 297)}
    assert set(re.findall(rb"/FontName ?/[A-Z]{6}\+([\w-]+)", inside(printed))) == {b"Be-Vietnam-Pro", b"Be-Vietnam-Pro-Bold", b"Be-Vietnam-Pro-Italic"}


def test_the_same_record_has_the_same_bytes(theme, printed):
    assert pdf.make(document(posting_site([procedure(title=f"Đăng ký {EVERY_LETTER}")]), theme)) == printed


def test_what_the_unit_adds_stands_in_a_box_of_its_own(theme):
    local = LocalOverlay("Quầy số 3", "Sáng thứ Hai", "0200 3850 009", "", "Mang theo căn cước")
    said = document(posting_site([procedure(local=local)]), theme).html
    assert "Tại Phường Thử Nghiệm" in said
    assert all(words in said for words in ("Quầy số 3", "Sáng thứ Hai", "0200 3850 009", "Mang theo căn cước"))
    assert '<section class="local">' not in document(posting_site([procedure()]), theme).html


def test_a_booklet_has_a_cover_list_with_page_numbers_and_every_sheet_of_the_sector(theme):
    of = posting_site([procedure("1.000001"), procedure("1.000002"), procedure("2.000815", "Chứng thực")])
    data = pdf.make(document(of, theme, lambda maker, _: maker.sector("ho-tich")))
    pages = [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in opened(data)]
    assert "Thủ tục hành chính lĩnh vực Hộ tịch" in pages[0]
    for code in ("1.000001", "1.000002"):
        begin = next(number for number, said in enumerate(pages, 1) if f"Mã thủ tục {code}" in said)
        assert re.search(rf"{re.escape(code)} .*? {begin}\b", pages[0])
        assert f"/thu-tuc/{code}.html" in pages[begin - 1]
    assert "2.000815" not in " ".join(pages)


def test_the_whole_list_has_every_current_procedure_and_cuts_no_fee(theme):
    long = "Mức thu theo nghị quyết của Hội đồng nhân dân tỉnh. " * 5
    dear = procedure("1.000003", channels=(Channel(ChannelKind.DIRECT, "3 ngày", long, ""),))
    old = procedure("1.000004", status=ProcedureStatus.ABOLISHED)
    data = pdf.make(document(posting_site([procedure(), dear, old]), theme, lambda maker, _: maker.whole()))
    said = text(data)
    assert "Danh mục thủ tục hành chính" in said
    for head in ("STT", "Mã", "Tên thủ tục", "Lĩnh vực", "Mức độ", "Thời hạn", "Phí, lệ phí"):
        assert head in said
    assert "Tổng số: 2 thủ tục" in said
    assert "Toàn trình" in said
    assert "Xem bản niêm yết của thủ tục" in said
    assert "1.000004" not in said


def test_two_spellings_of_a_sector_are_one_booklet():
    of = posting_site([procedure("1.000001", "Hộ tịch"), procedure("1.000002", "HỘ TỊCH"), procedure("1.000003", "…")])
    assert sector_names(of) == {"khac": "…", "ho-tich": "HỘ TỊCH"}


def test_hostile_text_is_only_text_and_nothing_is_fetched(theme):
    body = prose('<p><img src="file:///etc/passwd" alt=""><img src="http://127.0.0.1:9/x.png" alt="">Hết.</p>')
    of = posting_site([procedure(title="<script>alert(1)</script> & {{ 7*7 }}", extra=body)])
    said = text(pdf.make(document(of, theme)))
    assert "<script>alert(1)</script> & {{ 7*7 }}" in said
    assert "Hết." in said


def test_a_picture_of_the_content_is_printed_and_a_new_one_is_another_file(theme, tmp_path):
    commune = Commune(tmp_path)
    commune.picture("hinh-anh/a.png")
    body = prose('<p><img src="\x02hinh-anh/a.png" alt="Ảnh"></p>')
    of = replace(posting_site([procedure(extra=body)]), assets=(Asset("hinh-anh/a.png", "hinh-anh/a.png", "một"),))
    shown = document(of, theme, folder=tmp_path)
    assert list(shown.pictures) == ["https://thunghiem.example/hinh-anh/a.png"]
    assert re.search(rb"/Subtype ?/Image", inside(pdf.make(shown)))
    other = replace(shown, pictures={address: (file, "hai") for address, (file, _) in shown.pictures.items()})
    assert other.fingerprint("x") != shown.fingerprint("x")


def test_a_photograph_is_printed_without_the_place_where_it_was_taken(theme, tmp_path):
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0110] = "Dien thoai"
    exif.get_ifd(0x8825)[1] = "N"
    Image.effect_noise((320, 200), 60).convert("RGB").save(out, "JPEG", exif=exif.tobytes())
    Commune(tmp_path).write("hinh-anh/a.jpg", out.getvalue())
    body = prose('<p><img src="\x02hinh-anh/a.jpg" alt="Ảnh"></p>')
    of = replace(posting_site([procedure(extra=body)]), assets=(Asset("hinh-anh/a.jpg", "hinh-anh/a.jpg", "một"),))
    made = pdf.make(document(of, theme, folder=tmp_path))
    assert re.search(rb"/Subtype ?/Image", inside(made))
    assert b"Dien thoai" in out.getvalue()
    assert b"Dien thoai" not in made + inside(made)


def test_only_what_changed_is_made_again(theme, tmp_path):
    store, made = Store(tmp_path / "cache", "máy 1"), []

    def make(one: Document) -> bytes:
        made.append(one.name)
        return one.html.encode()

    def all_of(of):
        maker = SheetMaker(of, theme)
        return [Document(sheet.name, sheet.title, maker.html(sheet), maker.styles, {}) for sheet in maker.every()]

    before, after = (all_of(posting_site([procedure("1.000001"), procedure("2.000815", "Chứng thực", **more)])) for more in ({}, {"file_count": "02 bộ"}))
    for documents in (before, before, after):
        for one in store.missing(documents):
            store.keep(one, make)
    assert made == ["danh-muc", "linh-vuc/chung-thuc", "linh-vuc/ho-tich", "2.000815", "1.000001", "linh-vuc/chung-thuc", "2.000815"]
    assert len(Store(tmp_path / "cache", "máy 2").missing(before)) == 5
    out = tmp_path / "print"
    assert [store.hand_out(one, out) for one in before] == [True] * 5
    assert [store.hand_out(one, out) for one in after] == [False, True, False, True, False]
    assert sorted(tree(out)) == ["1.000001.pdf", "2.000815.pdf", "danh-muc.pdf", "linh-vuc/chung-thuc.pdf", "linh-vuc/ho-tich.pdf"]


@pytest.mark.parametrize(("missing", "said"), [("weasyprint", "weasyprint"), ("fontpkg_be_vietnam_pro", "phông chữ Be Vietnam Pro")])
def test_a_missing_library_or_font_is_told_with_the_remedy(missing, said, monkeypatch):
    monkeypatch.setitem(sys.modules, missing, None)
    pdf._weasyprint.cache_clear()
    pdf._fonts.cache_clear()
    with pytest.raises(PrintRefused, match=said):
        pdf.maker()
    monkeypatch.undo()


def test_a_missing_pango_is_told_with_the_debian_packages(monkeypatch):
    def no_pango(name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    pdf._weasyprint.cache_clear()
    monkeypatch.setattr(pdf, "import_module", no_pango)
    with pytest.raises(PrintRefused, match="libpango"):
        pdf._weasyprint()
