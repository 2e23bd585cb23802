"""A4 sheets: right Vietnamese text, every part in order, the same bytes, and only what changed is made again."""

import contextlib
import io
import os
import re
import subprocess
import sys
import unicodedata
import zlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from plugins.model.page import Asset
from plugins.model.procedure import Channel, ChannelKind, LocalOverlay, ProcedureStatus
from plugins.model.profile import read_profile
from plugins.press.sheets import SheetMaker, current, sector_names
from plugins.reading.walk import ITEM_FOLDERS
from publishing.print import pdf
from publishing.print.document import Document, PrintRefused
from publishing.print.store import Store
from tests.commune import Commune, publish, published, run, tree
from tests.conftest import ROOT
from tests.factory import profile_table, prose
from tests.posting import posting_site, procedure

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


def opened(data: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(io.BytesIO(data))


def text(data: bytes) -> str:
    """The text layer, page after page, blanks made one."""
    pages = (page.get_textpage().get_text_bounded() for page in opened(data))
    return re.sub(r"\s+", " ", " ".join(pages))


def inside(data: bytes) -> bytes:
    """Everything in the file that is written as text, unpacked."""
    parts = [data]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompress(stream))
    return b"\n".join(parts)


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
    monkeypatch.setitem(__import__("sys").modules, missing, None)
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


# — the verb —

PROCEDURE = """---
code: "2.000815"
title: "Chứng thực bản sao từ bản chính"
sector: "Chứng thực"
decision: "1/QĐ-UBND"
---

## Cách thức thực hiện

| Hình thức nộp | Thời hạn giải quyết | Phí, lệ phí | Mô tả |
| --- | --- | --- | --- |
| Trực tiếp | Trong ngày | Phí: 2.000 đồng/trang | |
"""


@pytest.fixture
def commune(tmp_path) -> Commune:
    made = Commune(tmp_path / "content")
    made.write("thu-tuc/chung-thuc/2.000815.md", PROCEDURE)
    return made


def test_a_commune_without_procedures_and_a_missing_folder_are_wrong_use(tmp_path):
    Commune(tmp_path / "content").news("a")
    asked = run("print", "--content", tmp_path / "content", "--out", tmp_path / "print", cache=tmp_path / "cache")
    assert (asked.code, "Chưa có thủ tục hành chính nào" in asked.said) == (2, True)
    assert run("print", "--content", tmp_path / "none", cache=tmp_path / "cache").code == 2
    assert not (tmp_path / "print").exists()


@pytest.mark.skipif("thu-tuc" not in ITEM_FOLDERS, reason="procedures are not read yet")
def test_the_verb_prints_what_was_asked_for_and_tells_its_progress(commune, tmp_path):
    def asked(*more: str):
        return run("print", "--content", commune.content, "--out", tmp_path / "print", *more, cache=tmp_path / "cache")

    first = asked("--all")
    assert first.code == 0, first.said
    assert "[3/3]" in first.said
    assert "3 tệp PDF (3 dựng mới, 3 tệp thay đổi)" in first.said
    assert sorted(tree(tmp_path / "print")) == ["2.000815.pdf", "danh-muc.pdf", "linh-vuc/chung-thuc.pdf"]
    assert "1 tệp PDF (0 dựng mới, 0 tệp thay đổi)" in asked("--code", "2.000815.000.00.00.H61").said
    assert "Phí: 2.000 đồng/trang" in text((tmp_path / "print" / "2.000815.pdf").read_bytes())
    wrong = asked("--sector", "Chứng thưc đất")
    assert (wrong.code, "Có phải 'Chứng thực'?" in wrong.said) == (2, True)
    wrong = asked("--code", "2.000816")
    assert (wrong.code, "Có phải '2.000815'?" in wrong.said) == (2, True)


@pytest.mark.skipif("thu-tuc" not in ITEM_FOLDERS, reason="procedures are not read yet")
def test_refused_content_prints_nothing(commune, tmp_path):
    commune.news("hong", date="31/2/2026")
    asked = run("print", "--content", commune.content, "--out", tmp_path / "print", cache=tmp_path / "cache")
    assert asked.code == 1
    assert "tin-tuc/hong.md:3" in asked.said
    assert not (tmp_path / "print").exists()


# — published with the site —

SHEETS = ["thu-tuc/ban-in/1.001193.pdf", "thu-tuc/ban-in/2.000815.pdf", "thu-tuc/ban-in/danh-muc.pdf"]


def with_sheets(tmp_path: Path, of: bool = True) -> Path:
    """A commune with two current procedures and one that is abolished; its profile says whether sheets are published."""
    made = Commune(tmp_path / "content", print={"published": of})
    made.write("thu-tuc/chung-thuc/2.000815.md", PROCEDURE)
    made.write("thu-tuc/ho-tich/1.001193.md", PROCEDURE.replace("2.000815", "1.001193").replace('sector: "Chứng thực"', 'sector: "Hộ tịch"'))
    made.write("thu-tuc/ho-tich/1.000656.md", PROCEDURE.replace("2.000815", "1.000656").replace("\n---\n", '\nstatus: "Bãi bỏ"\nabolished_by: "2/QĐ-UBND"\n---\n', 1))
    return made.content


def sheets_of(files: dict[str, bytes]) -> list[str]:
    return [path for path in files if path.startswith("thu-tuc/ban-in/")]


def links_of(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Page → the sheets that it links."""
    found = {path: re.findall(r'href="([^"]*/?ban-in/[^"]*)"', data.decode()) for path, data in files.items() if path.endswith(".html")}
    return {path: links for path, links in found.items() if links}


def test_sheets_are_published_when_the_profile_says_so_and_their_pages_link_them(tmp_path):
    files = published(with_sheets(tmp_path), tmp_path / "public")
    assert sheets_of(files) == SHEETS
    assert "Phí: 2.000 đồng/trang" in text(files[SHEETS[1]])
    assert "Tổng số: 2 thủ tục" in text(files[SHEETS[2]])
    assert links_of(files) == {f"thu-tuc/{code}.html": [f"../thu-tuc/ban-in/{code}.pdf"] for code in ("1.001193", "2.000815")}
    assert "Bản in A4 (PDF)" in files["thu-tuc/1.001193.html"].decode()
    assert "thu-tuc/1.000656.html" in files


def test_publishing_again_makes_and_touches_nothing_and_a_change_makes_its_own_sheets(tmp_path):
    content, public = with_sheets(tmp_path), tmp_path / "public"
    published(content, public)
    before = {path: (public / path).stat() for path in SHEETS}
    again = publish(content, public)
    assert (again.code, "Không có gì thay đổi" in again.said, ".pdf" in again.said) == (0, True, False), again.said
    changed = content / "thu-tuc/chung-thuc/2.000815.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("Trong ngày", "Trong 2 giờ"), encoding="utf-8")
    other = publish(content, public)
    assert re.findall(r"\] ([\w.-]+)\.pdf", other.said) == ["2.000815", "danh-muc"], other.said
    after = {path: (public / path).stat() for path in SHEETS}
    assert [path for path in SHEETS if (after[path].st_ino, after[path].st_mtime_ns) != (before[path].st_ino, before[path].st_mtime_ns)] == SHEETS[1:]


def test_a_release_is_kept_without_the_cache_and_two_builds_are_the_same(tmp_path):
    content = with_sheets(tmp_path)
    first = published(content, tmp_path / "one" / "public")
    assert published(content, tmp_path / "two" / "public", PYTHONHASHSEED="7", WORKERS="4") == first
    again = publish(content, tmp_path / "one" / "public", cache=tmp_path / "other")
    assert (again.code, "Không có gì thay đổi" in again.said) == (0, True), again.said


def test_sheets_are_not_published_unless_the_profile_says_so(tmp_path):
    files = published(with_sheets(tmp_path, of=False), tmp_path / "public")
    assert (sheets_of(files), links_of(files)) == ([], {})
    with_sheets(tmp_path)
    assert sheets_of(published(tmp_path / "content", tmp_path / "public")) == SHEETS
    with_sheets(tmp_path, of=False)
    assert published(tmp_path / "content", tmp_path / "public") == files


def test_a_commune_without_procedures_publishes_no_sheet(tmp_path):
    made = Commune(tmp_path / "content", print={"published": True})
    made.news("a")
    assert sheets_of(published(made.content, tmp_path / "public")) == []


def test_check_makes_no_sheet(tmp_path):
    asked = run("check", "--content", with_sheets(tmp_path), cache=tmp_path / "cache")
    assert asked.code == 0, asked.said
    assert not (tmp_path / "cache" / "print").exists()


def test_the_preview_makes_no_sheet_and_links_none(tmp_path, monkeypatch):
    monkeypatch.setenv("CCHC_CACHE", str(tmp_path / "cache"))
    script = "import sys; from pathlib import Path; from commands.serve import Preview; Preview(Path(sys.argv[1])).build(Path(sys.argv[2]), '')"
    command = [sys.executable, "-c", script, str(tmp_path / "room"), str(with_sheets(tmp_path))]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    files = tree(tmp_path / "room" / "1")
    assert "thu-tuc/1.001193.html" in files
    assert (sheets_of(files), links_of(files)) == ([], {})


def test_a_site_that_cannot_make_its_sheets_says_why_and_stays_as_it_is(tmp_path):
    content, public = with_sheets(tmp_path, of=False), tmp_path / "public"
    before = published(content, public)
    with_sheets(tmp_path)
    (tmp_path / "without" / "weasyprint").mkdir(parents=True)
    (tmp_path / "without" / "weasyprint" / "__init__.py").write_text("raise ImportError('weasyprint')")
    asked = publish(content, public, PYTHONPATH=f"{tmp_path / 'without'}{os.pathsep}{ROOT}")
    assert (asked.code, "thiếu thư viện Python 'weasyprint'" in asked.said) == (2, True), asked.said
    assert "Traceback" not in asked.said
    assert tree(public) == before


@pytest.mark.parametrize("typed", ["có", "true", 1])
def test_the_key_is_a_plain_true_or_false(typed):
    made, problems = read_profile(profile_table(print={"published": typed}))
    assert (made, [problem.code for problem in problems]) == (None, ["profile-value"])
    assert "true hoặc false" in problems[0].remedy
