"""Word files of six kinds, each as an office makes it."""

import io
import re
import unicodedata

import pytest
from PIL import Image

from importers.news.item import Wishes
from plugins.model.document_matter import document_problems
from plugins.model.matter import read_matter
from tests.importers.news.writing import Word, cell, level, p, photo, run, style, table

BULLETS = [level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"), level(2, "bullet", "\uf0a7")]
OUTLINE = [level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3."), level(3, "lowerLetter", "%4)")]
PRIVATE = ("Trần Thị Người Soạn", "Công ty Bí Mật", "Máy ảnh của cán bộ")


def head(number: str = "Số: 15/KH-UBND", day: str = "Lam Khê, ngày 05 tháng 01 năm 2026") -> str:
    left = cell(p("ỦY BAN NHÂN DÂN", bold=True), p("PHƯỜNG LAM KHÊ", bold=True), "________", number)
    right = cell(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True), p("Độc lập - Tự do - Hạnh phúc", bold=True), p(day, italic=True))
    return table((left, right))


SIGNATURE = table(
    (
        cell(p("Nơi nhận:", bold=True), "- UBND tỉnh;", "- Các khu phố;", "- Lưu: VT."),
        cell(p("TM. ỦY BAN NHÂN DÂN", bold=True), p("CHỦ TỊCH", bold=True), "", "Nguyễn Văn An"),
    )
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """A plan as an office writes it: letterhead table, lists of Word, merged cells, a phone's picture, NFD and .VnTime runs."""
    word = Word(lists={1: OUTLINE, 2: BULLETS})
    word.add(head(), p("KẾ HOẠCH", bold=True), p("Cải cách hành chính năm 2026", bold=True), "<w:p/>", "Ủy ban nhân dân phường ban hành kế hoạch như sau:")
    word.add(p("MỤC ĐÍCH", bold=True, numbered=(1, 0)), p("Mục đích chung", bold=True, numbered=(1, 1)), p("Nâng cao nhận thức;", numbered=(2, 0)))
    word.add(p("qua loa truyền thanh;", numbered=(2, 1)), p("buổi sáng;", numbered=(2, 2)))
    word.add(p(run(unicodedata.normalize("NFD", "Người dân là trung tâm")), numbered=(1, 1)), p("chi tiết", numbered=(1, 2)))
    word.add(p("điểm thứ nhất", numbered=(1, 3)), p("điểm thứ hai", numbered=(1, 3)), p("NỘI DUNG", bold=True, numbered=(1, 0)))
    word.add(p("Bé phËn tiÕp nhËn vµ tr¶ kÕt qu¶ ph\u00adêng", font=".VnTime"), p("uû ban nh©n d©n", font=".VnTimeH"))
    merged = (cell("STT", down="restart"), cell("Số lượng", wide=2)), (cell(down="continue"), cell("Bản chính"), cell("Bản sao | phô tô"))
    word.add(table(*merged, (cell("Hộ tịch", wide=3),), (cell("1", down="restart"), cell("Tờ khai", "Giấy tờ kèm"), cell("x")), (cell(down="continue"), cell("Ảnh"), cell(""))))
    word.add("Hình dưới đây:", p(word.picture(photo(2080, 960, gps=True), "Người dân chờ ở quầy")), p("Ảnh: quầy tiếp nhận", italic=True))
    word.add(p("Theo thống kê", word.note("Báo cáo số 1 của phường."), " trên ", word.link("cổng", "https://dichvucong.gov.vn"), " là 5m", run("2", up=True), "."))
    return word.add("Trên đây là Kế hoạch./.", SIGNATURE).save(tmp_path_factory.mktemp("plan") / "ke-hoach.docx")


def test_a_plan_keeps_every_typed_number_as_word_showed_it(take, plan):
    body = take(plan, wishes=Wishes(kind="tin-tuc")).paragraphs()
    marked = [line for line in body if re.match(r"\s*(?:[IVX]+\.|[\d.]+\.|[a-z]\)|[-+]) ", line)]
    assert marked[:11] == [
        "I. **MỤC ĐÍCH**",
        "1. **Mục đích chung**",
        "- Nâng cao nhận thức;",
        "+ qua loa truyền thanh;",
        "    + buổi sáng;",
        "2. Người dân là trung tâm",
        "2.1. chi tiết",
        "a) điểm thứ nhất",
        "b) điểm thứ hai",
        "II. **NỘI DUNG**",
        "- UBND tỉnh;",
    ]


def test_the_site_nests_the_numbers_of_a_plan(take, plan, render):
    html = render(take(plan, wishes=Wishes(kind="tin-tuc")).body)
    assert re.findall(r'<span class="dau">([^<]+)</span>', html)[:10] == ["I.", "1.", "-", "+", "+", "2.", "2.1.", "a)", "b)", "II."]


def test_the_form_of_a_document_goes_to_the_front_matter(take, plan):
    found = take(plan, wishes=Wishes(kind="tin-tuc"))
    assert found.values["title"] == "Cải cách hành chính năm 2026"
    assert found.values["date"] == "05/01/2026"
    assert found.values["source"] == "Kế hoạch số 15/KH-UBND ngày 05/01/2026"
    assert "CỘNG HÒA" not in found.body
    assert "Độc lập" not in found.body
    assert "15/KH-UBND" not in found.body
    assert any("người ký Nguyễn Văn An" in sentence for sentence in found.read.notes.changed)


def test_a_whole_document_goes_to_the_register_with_its_facts(take, plan):
    found = take(plan)
    assert found.item.path == "van-ban/2026/2026-01-05-15-kh-ubnd-cai-cach-hanh-chinh-nam-2026.md"
    assert found.values == {
        "number": "15/KH-UBND",
        "type": "Kế hoạch",
        "title": "Cải cách hành chính năm 2026",
        "date": "05/01/2026",
        "issuer": "Ủy ban nhân dân phường Lam Khê",
        "place": "Lam Khê",
        "signer": "Nguyễn Văn An",
        "signer_title": "TM. Ủy ban nhân dân; Chủ tịch",
        "recipients": "UBND tỉnh; Các khu phố; Lưu: VT",
        "status": "draft",
    }
    matter = read_matter("van-ban", {**found.values, "status": "published"}, {})
    assert [told.code for told in document_problems(matter, {})] == ["document-file"]  # the signed PDF is the editor's to add
    assert matter.whole.number == "15/KH-UBND"
    assert "Nơi nhận" not in found.body
    assert found.body.rstrip().endswith("[^1]: Báo cáo số 1 của phường.")


def test_old_fonts_and_loose_marks_become_letters_of_today(take, plan):
    found = take(plan)
    assert "Bộ phận tiếp nhận và trả kết quả phường" in found.body
    assert "UỶ BAN NHÂN DÂN" in found.body
    assert unicodedata.is_normalized("NFC", found.item.text)
    assert any(".VnTime" in sentence for sentence in found.read.notes.changed)
    assert any("NFD" in sentence for sentence in found.read.notes.changed)


def test_a_table_with_merged_cells_and_bars_stays_whole(take, plan, render):
    found = take(plan)
    rows = [line for line in found.body.split("\n") if line.startswith("|")]
    assert rows == [
        "| STT | Số lượng – Bản chính | Số lượng – Bản sao \\| phô tô |",
        "| --- | --- | --- |",
        "| Hộ tịch | | |",
        "| 1 | Tờ khai<br>Giấy tờ kèm | x |",
        "| 1 | Ảnh | |",
    ]
    assert "Bản sao | phô tô</th>" in render(found.body)


def test_a_picture_is_saved_small_upright_and_without_place_or_camera(take, plan):
    found = take(plan, wishes=Wishes(kind="tin-tuc"))
    ((path, data),) = found.item.files.items()
    assert path == "hinh-anh/2026/cai-cach-hanh-chinh-nam-2026-1.jpg"
    assert f"![Người dân chờ ở quầy]({path})" in found.body
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (923, 2000)  # turned as the phone says
        assert not image.getexif()
    assert not any(private.encode() in data for private in PRIVATE)


def test_properties_of_the_document_reach_nothing(take, plan):
    found = take(plan)
    told = [found.item.text, *found.read.notes.changed, *found.read.notes.guessed, *found.read.notes.decide]
    assert not any(private in text for private in PRIVATE for text in told)


def test_footnotes_links_and_raised_signs_are_kept(take, plan):
    body = take(plan).body
    assert "Theo thống kê[^1] trên [cổng](https://dichvucong.gov.vn) là 5m²." in body
    assert "\n[^1]: Báo cáo số 1 của phường.\n" in body


# — five others —


def test_a_news_item_with_a_title_style_a_lead_and_a_pen_name(take, tmp_path):
    word = Word(styles=style("Title", "Title") + style("Heading1", "heading 1") + style("Heading3", "heading 3"))
    word.add(p(word.picture(photo(300, 200), "Hội nghị")), p("Lam Khê họp giao ban", style="Title"), p("24/5/2026 08:30"))
    lead = "Sáng 24/5, UBND phường Lam Khê họp giao ban công tác cải cách hành chính tháng 5."
    word.add(p(lead, bold=True), p("Kết quả", style="Heading1"), "Hồ sơ đúng hạn đạt 98%.", p("Việc tới", style="Heading3"), "Hoàn thành trước ngày 30/5.", p("Tin, ảnh: Thanh Mai", italic=True))
    found = take(word.save(tmp_path / "tin.docx"), wishes=Wishes(category="chi-so"))
    assert found.values == {
        "title": "Lam Khê họp giao ban",
        "date": "24/05/2026 08:30",
        "category": "chi-so",
        "summary": lead,
        "author": "Thanh Mai",
        "image": "hinh-anh/2026/lam-khe-hop-giao-ban-1.jpg",
        "image_alt": "Hội nghị",
    }
    assert found.paragraphs() == ["## Kết quả", "Hồ sơ đúng hạn đạt 98%.", "### Việc tới", "Hoàn thành trước ngày 30/5."]
    assert not found.item.is_draft


def test_a_decision_typed_without_tables_and_with_an_annex(take, tmp_path):
    word = Word()
    word.add("UBND PHƯỜNG LAM KHÊ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 07/QĐ-UBND      Lam Khê, ngày 12 tháng 3 năm 2026", "-------")
    word.add(p("QUYẾT ĐỊNH", bold=True), p("Về việc thành lập tổ hỗ trợ lưu động", bold=True), p("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG LAM KHÊ", bold=True))
    word.add("Căn cứ Luật Tổ chức chính quyền địa phương;", p("QUYẾT ĐỊNH:", bold=True), p(run("Điều 1.", bold=True), run(" Thành lập tổ hỗ trợ.")))
    word.add(p("KT. CHỦ TỊCH", bold=True), p("PHÓ CHỦ TỊCH", bold=True), p("(Đã ký)"), p("Lê Thị Bình", bold=True), p("Nơi nhận:"), "- Như Điều 2;", "- Lưu: VT.")
    word.add(p("PHỤ LỤC", bold=True), "Danh sách tổ viên.")
    found = take(word.save(tmp_path / "qd.docx"), wishes=Wishes(kind="tin-tuc"))
    assert found.values["title"] == "Về việc thành lập tổ hỗ trợ lưu động"
    assert found.values["date"] == "12/03/2026"
    assert found.values["source"] == "Quyết định số 07/QĐ-UBND ngày 12/03/2026"
    assert found.paragraphs()[0] == "**CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG LAM KHÊ**"
    assert "**Điều 1.** Thành lập tổ hỗ trợ." in found.body
    assert found.body.rstrip().endswith("Danh sách tổ viên.")


def test_a_letter_is_known_by_its_subject_and_an_office_below_the_council_is_asked_for(take, tmp_path):
    word = Word()
    word.add(table((cell("UBND PHƯỜNG LAM KHÊ", "VĂN PHÒNG", "Số: 03/VP", "V/v phối hợp tuyên truyền"), cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Lam Khê, ngày 2 tháng 02 năm 2026"))))
    word.add("Kính gửi: Các khu phố.", "Đề nghị các khu phố phối hợp./.", table((cell("Nơi nhận:", "- Như trên;"), cell("CHÁNH VĂN PHÒNG", "Trần Văn Bình"))))
    found = take(word.save(tmp_path / "cv.docx"))
    assert found.kind == "van-ban"
    assert {key: found.values[key] for key in ("type", "number", "title", "date", "signer")} == {
        "type": "Công văn",
        "number": "03/VP",
        "title": "Phối hợp tuyên truyền",
        "date": "02/02/2026",
        "signer": "Trần Văn Bình",
    }
    assert "issuer" not in found.values
    assert any("VĂN PHÒNG" in sentence for sentence in found.read.notes.decide)
    assert found.paragraphs() == ["Kính gửi: Các khu phố.", "Đề nghị các khu phố phối hợp./."]


def test_a_letterhead_typed_with_tabs_tells_place_and_agency_apart(take, tmp_path):
    word = Word().add("UBND PHƯỜNG LAM KHÊ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\tĐộc lập - Tự do - Hạnh phúc")
    word.add("Số: 61/TTPVHCC-TN\tLam Khê, ngày 09 tháng 6 năm 2026", "V/v phối hợp tuyên truyền", "Kính gửi: Các tổ dân phố.", "Đề nghị phối hợp./.")
    word.add("Nơi nhận:", "- Như trên;", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Ngô Đức Tín")
    found = take(word.save(tmp_path / "cv.docx"))
    assert {key: found.values[key] for key in ("number", "place", "signer_title")} == {"number": "61/TTPVHCC-TN", "place": "Lam Khê", "signer_title": "KT. Giám đốc; Phó Giám đốc"}
    assert any("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG" in sentence for sentence in found.read.notes.decide)


def test_a_document_of_the_party_keeps_its_hyphen_and_its_summary_that_begins_small(take, tmp_path):
    word = Word().add(table((cell("ĐẢNG BỘ TỈNH SƠN GIANG", "ĐẢNG ỦY PHƯỜNG LAM KHÊ", "*", "Số 27-KH/ĐU"), cell("ĐẢNG CỘNG SẢN VIỆT NAM", "", "Lam Khê, ngày 04 tháng 6 năm 2026"))))
    word.add("KẾ HOẠCH", "thực hiện chuyển đổi số trong Đảng bộ phường", "-----", "Thực hiện Kế hoạch số 40-KH/TU, Đảng ủy phường ban hành kế hoạch.", "I- MỤC ĐÍCH")
    found = take(word.add(table((cell("Nơi nhận:", "- Tỉnh ủy (b/c),", "- Lưu Văn phòng."), cell("T/M ĐẢNG ỦY", "BÍ THƯ", "", "Lê Đình Phú")))).save(tmp_path / "kh.docx"))
    assert {key: found.values[key] for key in ("number", "title", "signer", "signer_title", "recipients")} == {
        "number": "27-KH/ĐU",
        "title": "Thực hiện chuyển đổi số trong Đảng bộ phường",
        "signer": "Lê Đình Phú",
        "signer_title": "T/M Đảng ủy; Bí thư",
        "recipients": "Tỉnh ủy (b/c); Lưu Văn phòng",
    }
    assert found.paragraphs()[-1] == "I- MỤC ĐÍCH"


def test_an_annex_behind_the_signature_signs_nothing(take, tmp_path):
    word = Word().add(head("Số: 09/NQ-HĐND"), p("NGHỊ QUYẾT", bold=True), p("Về nhiệm vụ cuối năm", bold=True), "Căn cứ Luật Tổ chức chính quyền địa phương;", "Điều 1. Giao UBND phường thực hiện./.")
    found = take(word.add(SIGNATURE, "PHỤ LỤC I", "Danh mục nhiệm vụ").save(tmp_path / "nq.docx"))
    assert found.values["signer"] == "Nguyễn Văn An"
    assert found.paragraphs()[-2:] == ["PHỤ LỤC I", "Danh mục nhiệm vụ"]


def test_numbers_from_styles_start_again_and_follow_their_parent(take, tmp_path):
    lists = {3: [level(0, "decimal", "%1.", 4), level(1, "decimal", "%1.%2.")], 4: [level(0, "lowerLetter", "%1)")], 5: [level(0, "decimalZero", "(%1)")]}
    word = Word(lists=lists, styles=style("Muc", "Mục", numbered=3) + style("MucCon", "Mục con", based="Muc", numbered=3, depth=1))
    word.add("Quy chế làm việc", "Điều khoản chung của quy chế làm việc gồm có.")
    word.add(p("Bốn", style="Muc"), p("bốn một", style="MucCon"), p("bốn hai", style="MucCon"), p("Năm", style="Muc"), p("năm một", style="MucCon"))
    word.add(p("a", numbered=(4, 0)), p("b", numbered=(4, 0)), p("ngoài", numbered=(0, 0)), p("một", numbered=(5, 0)))
    body = take(word.save(tmp_path / "q.docx")).paragraphs()
    assert body[1:] == ["4. Bốn", "4.1. bốn một", "4.2. bốn hai", "5. Năm", "5.1. năm một", "a) a", "b) b", "ngoài", "(01) một"]


def test_deleted_hidden_and_commented_text_is_left_out_and_told(take, tmp_path):
    word = Word(styles=style("TOC1", "toc 1"))
    word.add("Thông báo lịch tiếp công dân", p("Mục lục ....... 1", style="TOC1"))
    deleted = '<w:del w:id="1" w:author="Người Sửa"><w:r><w:delText>bản cũ </w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" w:author="Người Sửa">{run("bản mới")}</w:ins>'
    word.add(f"<w:p>{run('Đây là ')}{deleted}{inserted}{run(' ghi chú nội bộ', hidden=True)}{run('.')}</w:p>")
    word.add('<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:t>Công thức trên.</w:t></w:r></w:p>')
    word.parts["word/comments.xml"] = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    found = take(word.save(tmp_path / "sua.docx"))
    assert found.paragraphs() == ["Đây là bản mới.", "Công thức trên."]
    notes = found.read.notes
    assert any("Track Changes" in sentence for sentence in notes.decide)
    assert any("công thức toán" in sentence for sentence in notes.decide)
    assert {word for sentence in notes.changed for word in ("Comments", "Hidden", "mục lục") if word in sentence} == {"Comments", "Hidden", "mục lục"}
    assert "Người Sửa" not in found.item.text


def test_a_vni_document_whose_letters_are_cut_between_runs(take, tmp_path):
    word = Word(styles=style("Normal", "Normal", font="VNI-Times").replace("<w:style ", '<w:style w:default="1" '))
    word.add("UÛy ban nhaân daân phöôøng thoâng baùo", p(run("Ngöô", bold=True), run("øi daân noäp hoà sô tröïc tuyeán taïi quaày soá 3.")))
    word.add(p("Giờ làm việc: 7 giờ 30.", font="Times New Roman"))
    found = take(word.save(tmp_path / "vni.docx"))
    assert found.values["title"] == "Ủy ban nhân dân phường thông báo"
    assert found.paragraphs() == ["**Ngườ**i dân nộp hồ sơ trực tuyến tại quầy số 3.", "Giờ làm việc: 7 giờ 30."]


def test_a_word_file_has_no_frame_that_could_be_left_out(take, tmp_path):
    word = Word().add("Quy chế hoạt động của cổng", "Cổng có các chuyên mục bắt buộc theo quy định sau đây, xếp theo thứ tự.", "Liên hệ", "Bình luận", "Các tin khác", "Hết.")
    assert take(word.save(tmp_path / "q.docx")).paragraphs()[1:] == ["Liên hệ", "Bình luận", "Các tin khác", "Hết."]


def test_pictures_that_cannot_be_read_are_told_and_the_text_is_imported(take, tmp_path):
    word = Word()
    word.add("Bản đồ khu phố", "Sơ đồ tuyến đường như sau đây.", p(word.picture(b"\x01\x00\x00\x00 EMF", ending="emf")), p(word.picture(photo(20, 20))), "Hết.")
    found = take(word.save(tmp_path / "so-do.docx"))
    assert found.item.files == {}
    assert found.paragraphs() == ["Sơ đồ tuyến đường như sau đây.", "Hết."]
    assert any("chụp lại màn hình" in sentence for sentence in found.read.notes.decide)
