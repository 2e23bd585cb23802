"""Letterheads and signatures as offices type them: stamps, sessions, two signers, blanks, secrecy."""

import pytest

from tests.importers.news.writing import Word, cell, p, table

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")


@pytest.fixture
def values(take, tmp_path):
    """Front matter of a document: its letterhead, its lines, its signature."""

    def call(left: tuple[str, ...], right: tuple[str, ...], lines: tuple[str, ...], *signature: tuple[str, ...]):
        word = Word().add(table((cell(*left), cell(*STATE, *right))), *(p(line, bold=line.isupper()) for line in lines), "Hai bên thống nhất như sau.")
        if signature:
            word.add(table(tuple(cell(*side) for side in signature)))
        return take(word.save(tmp_path / "van-ban.docx"))

    return call


def test_a_session_a_stamp_and_a_secret_mark_belong_to_the_letterhead_and_the_mark_is_told(values):
    found = values(("HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG LAM KHÊ", "KHÓA I", "MẬT", "Số: 12/2026/NQ-HĐND"), ("Lam Khê, ngày 20 tháng 6 năm 2026",), ("NGHỊ QUYẾT", "Quy định mức chi hỗ trợ"), ("Nơi nhận:", "- Lưu: VT."), ("CHỦ TỊCH", "Bùi Văn Kiên"))
    assert {key: found.values[key] for key in ("number", "title", "issuer", "signer")} == {
        "number": "12/2026/NQ-HĐND",
        "title": "Quy định mức chi hỗ trợ",
        "issuer": "Hội đồng nhân dân phường Lam Khê",
        "signer": "Bùi Văn Kiên",
    }
    assert any("“MẬT”" in sentence for sentence in found.read.notes.decide)
    assert found.item.is_draft


@pytest.mark.parametrize("stamp", ["HỎA TỐC", "DỰ THẢO", "DỰ THẢO LẦN 2", "(Dự thảo 1)", "BẢN SAO"])
def test_a_stamp_is_no_line_of_the_text(values, stamp):
    found = values(("UBND TỈNH SƠN GIANG", "SỞ NỘI VỤ", "Số: 1234 /SNV-CCHC", "V/v rà soát thủ tục", stamp), ("Sơn Giang, ngày 15 tháng 06 năm 2026",), ("Kính gửi: UBND các xã, phường.",))
    assert (found.values["number"], found.values["title"]) == ("1234/SNV-CCHC", "Rà soát thủ tục")
    assert stamp not in found.body


def test_two_signers_are_both_kept_and_told_and_a_day_with_slashes_is_read(values):
    sides = ("TM. BAN CHẤP HÀNH ĐOÀN", "BÍ THƯ", "", "Lê Văn Bảy"), ("TRƯỞNG CÔNG AN", "", "Trần Quốc Toản")
    found = values(("CÔNG AN PHƯỜNG LAM KHÊ", "Số: 05/KHLT-CA-ĐTN"), ("Lam Khê, ngày 01/6/2026",), ("KẾ HOẠCH LIÊN TỊCH", "Về phối hợp cấp định danh điện tử"), *sides)
    assert {key: found.values[key] for key in ("type", "date", "signer")} == {"type": "Kế hoạch liên tịch", "date": "01/06/2026", "signer": "Lê Văn Bảy; Trần Quốc Toản"}
    assert any("nhiều người ký" in sentence for sentence in found.read.notes.decide)


def test_an_abbreviation_in_a_post_stays_in_capitals(values):
    signature = ("TL. GIÁM ĐỐC", "KT. TRƯỞNG PHÒNG CCHC", "PHÓ TRƯỞNG PHÒNG", "ThS. Nguyễn Văn Đức")
    found = values(("SỞ NỘI VỤ", "Số: 9/BC-SNV"), ("Sơn Giang, ngày 1 tháng 6 năm 2026",), ("BÁO CÁO", "Kết quả quý II"), ("Nơi nhận:", "- Lưu: VT."), signature)
    assert found.values["signer_title"] == "TL. Giám đốc; KT. Trưởng phòng CCHC; Phó Trưởng phòng"


def test_a_draft_with_blanks_is_no_document_of_the_register(values):
    found = values(("ỦY BAN NHÂN DÂN", "PHƯỜNG LAM KHÊ", "Số:      /QĐ-UBND"), ("Lam Khê, ngày      tháng     năm 2026",), ("QUYẾT ĐỊNH", "Về việc ban hành Quy chế"))
    assert found.kind == "tin-tuc"
    assert any("để trống số, ngày ban hành" in sentence for sentence in found.read.notes.decide)


def test_the_short_form_of_about_is_written_out_in_a_title(values):
    found = values(("UBND XÃ ĐỒNG TÂM", "Số : 05 / QĐ - UBND"), ("Đồng Tâm, ngày 02 tháng 01 năm 2026",), ("QUYẾT ĐỊNH", "V/v kiện toàn Ban Chỉ đạo"))
    assert (found.values["number"], found.values["title"]) == ("05/QĐ-UBND", "Về việc kiện toàn Ban Chỉ đạo")


def test_the_day_that_an_author_signs_with_is_that_of_the_article_and_stays(take, tmp_path):
    word = Word().add("Kinh nghiệm tiếp nhận hồ sơ", "Một năm qua, bộ phận một cửa làm được nhiều việc.", "Lam Khê, ngày 3 tháng 7 năm 2026", "Người viết: Lê Thị Thu")
    found = take(word.save(tmp_path / "bai.docx"))
    assert (found.values["date"], found.values["author"]) == ("03/07/2026", "Lê Thị Thu")
    assert found.paragraphs()[-1] == "Lam Khê, ngày 3 tháng 7 năm 2026"
