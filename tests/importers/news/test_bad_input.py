"""Sources that are broken, hostile or too much: said in plain Vietnamese, nothing written of them, the others still imported."""

import io
import struct
import time
import zipfile

import pytest
from click.testing import CliRunner

from commands.verbs import cli
from importers.news.item import Wishes
from importers.news.reader import read_source
from tests.commune import NOW, Outcome, tree
from tests.importers.news.writing import Word, p, photo

GOOD = "Thông báo lịch tiếp công dân\n24/5/2026\n\nChủ tịch UBND phường tiếp công dân vào sáng thứ Năm hằng tuần."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


def box(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


BOMB = box(word__document_xml=b"<a/>", word__media__x=bytes(12_000_000))
BROKEN = {
    "corrupt": (b"PK\x03\x04 hong", "import-corrupt"),
    "cut": (box(word__document_xml=b"<w:document/>")[:-30], "import-corrupt"),
    "not xml": (box(word__document_xml=b"<w:document"), "import-corrupt"),
    "no document": (box(hinh_xml=b"<a/>"), "import-kind"),
    "entities": (box(word__document_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "import-corrupt"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "import-locked"),
    "a .doc that was renamed": (OLE + "WordDocument".encode("utf-16-le"), "import-old-word"),
    "bomb": (BOMB, "import-unpacked"),
    "empty": (b"", "import-corrupt"),
    "no text": (box(word__document_xml=b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'), "import-no-text"),
    "pdf": (b"%PDF-1.7 x", "import-kind"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_word_file_is_refused_with_a_reason_and_a_remedy(refused, monkeypatch, name):
    monkeypatch.setenv("PATH", "")  # no LibreOffice
    data, code = BROKEN[name]
    found, said = refused(data)
    assert found == code
    assert " → " in said
    assert "Error" not in said


def test_five_hundred_pictures_are_too_many(refused, tmp_path):
    word, data = Word().add("Ảnh hội nghị"), photo(60, 60)
    word.add(*(p(word.picture(data)) for _ in range(500)))
    code, said = refused(word.save(tmp_path / "anh.docx"))
    assert code == "import-pictures"
    assert "100 ảnh" in said
    page = "<html><body><h1>Ảnh hội nghị</h1>" + '<p>x<img src="a.jpg"></p>' * 500
    assert refused(page, "anh.html")[0] == "import-pictures"


def test_a_page_of_twenty_megabytes_is_refused_at_once(refused):
    page = b"<html><body><p>" + b"noi dung " * 2_300_000
    begun = time.monotonic()
    code, said = refused(page, "to.html")
    assert code == "import-large"
    assert "20,7 MB" in said
    assert time.monotonic() - begun < 2


def test_tables_ten_deep_give_the_text_inside(take):
    page = "<html><body><h1>Lịch làm việc tuần</h1>" + "<table><tr><td>" * 10 + "<p>Thứ Hai họp giao ban.</p>" + "</td></tr></table>" * 10
    assert take(page, "sau.html").paragraphs() == ["Thứ Hai họp giao ban."]


@pytest.mark.parametrize("tag", ["div", "b", "font", "blockquote", "ul><li"])
def test_ten_thousand_open_elements_neither_hang_nor_break(tmp_path, tag):
    (tmp_path / "sau.html").write_text("<html><body><h1>Tiêu đề của bài</h1>" + f"<{tag}>" * 10_000 + "chữ ở đáy", encoding="utf-8")
    begun = time.monotonic()
    read = read_source(tmp_path / "sau.html", "sau.html", Wishes())
    assert read.problem is not None
    assert "lồng nhau quá 200 cấp" in read.problem.what
    assert time.monotonic() - begun < 10


def test_an_unknown_code_is_told(refused):
    code, said = refused("Привет, это русский текст, написанный кириллицей".encode("cp1251"), "la.txt")
    assert code == "import-encoding"
    assert "UTF-8" in said
    assert refused(struct.pack("<40I", *range(65, 105)), "la.html")[0] == "import-encoding"


def test_a_page_that_says_utf8_with_a_few_broken_bytes_is_read_and_told(tmp_path):
    page = b"<html><head><meta charset=utf-8></head><body><h1>Th\xc3\xb4ng b\xc3\xa1o h\xe1\xbb\x8dp</h1><p>N\xe1\xbb\x99i dung b\xff.</p></body></html>"
    (tmp_path / "hong.html").write_bytes(page)
    read = read_source(tmp_path / "hong.html", "hong.html", Wishes())
    assert read.item is not None
    assert "Nội dung b\ufffd." in read.item.text
    assert any("byte hỏng" in sentence for sentence in read.notes.decide)


# — a folder, as a person imports it —


@pytest.fixture
def verb(commune):
    """``import`` as a person types it, in this process."""

    def call(*arguments: object) -> Outcome:
        done = CliRunner().invoke(cli, ["import", "--content", str(commune.content), "--now", NOW, *map(str, arguments)])
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return Outcome(done.exit_code, done.output)

    return call


def test_what_is_broken_is_told_and_the_rest_is_written(verb, commune, tmp_path):
    folder = tmp_path / "nguon"
    folder.mkdir()
    (folder / "tot.txt").write_text(GOOD, encoding="utf-8")
    (folder / "hong.docx").write_bytes(b"PK\x03\x04")
    (folder / "a.txt").write_text(GOOD.replace("lịch tiếp", "lịch họp"), encoding="utf-8")
    (folder / "b.txt").write_text(GOOD.replace("lịch tiếp", "Lịch Họp") + " Bản khác.", encoding="utf-8")
    (folder / "~$tot.docx").write_bytes(b"x")
    before = tree(folder)
    outcome = verb("--src", folder, "--apply")
    assert outcome.code == 1
    assert "Traceback" not in outcome.said
    assert list(commune.files()) == ["tin-tuc/2026/2026-05-24-thong-bao-lich-tiep-cong-dan.md"]
    for told in ("hong.docx: Tệp hỏng", "a.txt: Hai tệp cùng một địa chỉ", "b.txt: Hai tệp cùng một địa chỉ", "[import-address-twice]"):
        assert told in outcome.said
    assert tree(folder) == before


def test_without_apply_nothing_is_written_and_a_second_import_changes_nothing(verb, commune, tmp_path):
    (tmp_path / "tin.txt").write_text(GOOD, encoding="utf-8")
    outcome = verb("--src", tmp_path / "tin.txt")
    assert outcome.code == 0
    assert "Chưa ghi gì. Thêm APPLY=1 để ghi." in outcome.said
    assert commune.files() == {}
    assert verb("--src", tmp_path / "tin.txt", "--apply").code == 0
    (path,) = commune.files()
    edited = commune.text(path).replace("status: draft", "status: published")
    commune.write(path.replace("2026-05-24-", "2026-05-25-"), edited)
    (commune.content / path).unlink()
    before = tree(commune.content)
    again = verb("--src", tmp_path / "tin.txt", "--apply")
    assert again.code == 0
    assert "đã nhập        1" in again.said
    assert f"tin.txt: {path.replace('2026-05-24-', '2026-05-25-')}" in again.said
    assert tree(commune.content) == before


def test_parts_of_a_saved_page_and_leftovers_of_word_are_no_items(verb, commune, tmp_path):
    folder = tmp_path / "nguon"
    (folder / "tin_files").mkdir(parents=True)
    (folder / "tin.html").write_text("<html><body><h1>Thông báo họp</h1><p>Sáng thứ Hai họp tại hội trường.</p></body></html>", encoding="utf-8")
    (folder / "tin_files" / "khung.html").write_text("<html><body>quảng cáo</body></html>", encoding="utf-8")
    (folder / "~$tin.docx").write_bytes(b"x")
    (folder / "lien-ket.txt").symlink_to(folder / "tin.html")
    assert verb("--src", folder, "--apply", "--date", "24/5/2026", "--category", "tuyen-truyen").code == 0
    assert list(commune.files()) == ["tin-tuc/2026/2026-05-24-thong-bao-hop.md"]
    assert "status: draft" not in commune.text("tin-tuc/2026/2026-05-24-thong-bao-hop.md")


def test_a_text_that_is_wished_into_the_register_is_asked_for_its_number(verb, commune, tmp_path):
    (tmp_path / "tin.txt").write_text(GOOD, encoding="utf-8")
    outcome = verb("--src", tmp_path / "tin.txt", "--apply", "--kind", "van-ban")
    assert "khóa number" in outcome.said
    assert list(commune.files()) == ["van-ban/2026/2026-05-24-thong-bao-lich-tiep-cong-dan.md"]


def test_an_item_of_the_same_address_is_never_overwritten(verb, commune, tmp_path):
    commune.write("tin-tuc/2026/2026-05-24-thong-bao-lich-tiep-cong-dan.md", "---\ntitle: Bài viết tay\n---\n\nGiữ nguyên.\n")
    (tmp_path / "tin.txt").write_text(GOOD, encoding="utf-8")
    before = tree(commune.content)
    outcome = verb("--src", tmp_path / "tin.txt", "--apply")
    assert outcome.code == 1
    assert "[import-address-taken]" in outcome.said
    assert tree(commune.content) == before


def test_one_title_on_two_days_makes_two_addresses(verb, commune, tmp_path):
    folder = tmp_path / "nguon"
    folder.mkdir()
    for month in (5, 6):
        (folder / f"{month}.txt").write_text(GOOD.replace("24/5", f"24/{month}"), encoding="utf-8")
    assert verb("--src", folder, "--apply", "--category", "Thông tin, tuyên truyền").code == 0
    assert list(commune.files()) == [
        "tin-tuc/2026/2026-05-24-thong-bao-lich-tiep-cong-dan-24-05-2026.md",
        "tin-tuc/2026/2026-06-24-thong-bao-lich-tiep-cong-dan-24-06-2026.md",
    ]


def test_a_wish_that_is_not_understood_is_wrong_use(verb, tmp_path):
    (tmp_path / "tin.txt").write_text(GOOD, encoding="utf-8")
    for wrong in (("--category", "Khong co"), ("--date", "hom qua"), ("--kind", "thu-tuc")):
        outcome = verb("--src", tmp_path / "tin.txt", *wrong)
        assert outcome.code == 2
        assert wrong[1] in outcome.said


def test_exports_of_procedures_and_news_lie_in_one_folder(verb, commune, tmp_path):
    from tests.importers.conftest import CODE, Book

    folder = tmp_path / "nguon"
    folder.mkdir()
    Book().save(folder / "danh-muc.xlsx")
    (folder / "tin.txt").write_text(GOOD, encoding="utf-8")
    assert verb("--src", folder, "--apply").code == 0
    assert list(commune.files()) == [f"thu-tuc/ho-tich/{CODE}.md", "tin-tuc/2026/2026-05-24-thong-bao-lich-tiep-cong-dan.md"]


def test_a_copy_of_what_is_refused_is_refused_and_documents_that_are_not_read_are_named(verb, commune, tmp_path):
    folder = tmp_path / "nguon"
    folder.mkdir()
    for name in ("hong.docx", "hong-2.docx"):
        (folder / name).write_bytes(b"PK\x03\x04 hong")
    (folder / "cu.rtf").write_text("{\\rtf1}", encoding="ascii")
    outcome = verb("--src", folder, "--apply")
    assert outcome.code == 1
    assert "từ chối        2" in outcome.said
    assert "Không đọc 1 tệp, hãy mở ra rồi lưu thành .docx: cu.rtf" in outcome.said
    assert commune.files() == {}
