"""Plain texts, and the Markdown that is made of anything."""

import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from importers.news.chrome import ends_article, is_tool
from importers.news.item import Wishes
from importers.news.prose import escaped
from importers.news.stamps import author_of, moment_in, split_title


def shown(html: str) -> str:
    return " ".join(lxml_html.fragment_fromstring(html, create_parent="div").text_content().split())


@settings(max_examples=150)
@given(st.text(alphabet="aĐệ 1.*_`#>|[](){}<>&;!~=-+:/\\'\"^x", min_size=1, max_size=40))
def test_any_line_shows_on_the_page_as_it_was_typed(render, line):
    line = " ".join(line.split())
    first = re.fullmatch(r"[-+*].*|[ivx\d.)a-z]+[.)].*|[=~–—_*. -]*", line)  # marks of lists and drawn lines have their own tests
    if line and not first:
        assert shown(render(f"Trước.\n\n{escaped(line)}\n\nSau.")).removeprefix("Trước. ").removesuffix(" Sau.") == line


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("30/05/2022 10:43:AM", "2022-05-30T10:43"),
        ("Cập nhật lúc: 10:43 | 30/05/2022 - Lượt xem: 20", "2022-05-30T10:43"),
        ("Thứ hai, 30/05/2022 | 10:43 GMT+7", "2022-05-30T10:43"),
        ("Ngày đăng: 30/5/2022 bởi Admin", "2022-05-30T00:00"),
        ("ngày 30 tháng 5 năm 2022", "2022-05-30T00:00"),
        ("30-05-2022 3:30 CH", "2022-05-30T15:30"),
    ],
)
def test_the_moment_of_a_stamp_is_read(line, moment):
    assert moment_in(line).isoformat().startswith(moment)


@pytest.mark.parametrize("line", ["Ngày 30/5/2022, UBND phường họp giao ban.", "Kế hoạch số 12 ngày 30/5/2022 của UBND tỉnh về cải cách hành chính", "31/2/2022", "5/2022", "Điều 5"])
def test_a_sentence_with_a_date_is_no_stamp(line):
    assert moment_in(line) is None


def test_a_moment_behind_a_title_is_taken_off():
    assert split_title("Sở ban hành Kế hoạch (25/03/2020, 13:52)")[0] == "Sở ban hành Kế hoạch"
    assert split_title("Kế hoạch cải cách hành chính (lần 2)") == ("Kế hoạch cải cách hành chính (lần 2)", None)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Thanh Tâm", "Thanh Tâm"),
        ("Tin, ảnh: Lê Thị Hà", "Lê Thị Hà"),
        ("Tác giả: Kim Bảo", "Kim Bảo"),
        ("Thanh Mai - Diệu An", "Thanh Mai - Diệu An"),
        ("BBT", "BBT"),
        ("Theo Cổng TTĐT tỉnh", "Cổng TTĐT tỉnh"),
        ("(Nguồn: baochinhphu.vn)", "baochinhphu.vn"),
        ("Trân trọng thông báo.", ""),
        ("Theo đó các đơn vị thực hiện", ""),
        ("UBND PHƯỜNG LAM KHÊ", ""),
        ("Tin vui đến với bà con", ""),
    ],
)
def test_who_signs_a_text_is_told_from_its_last_words(line, who):
    assert author_of(line)[0] == who


@pytest.mark.parametrize("line", ["Tìm kiếm tin tức", "Chung nhan Tin Nhiem Mang", "Lượt xem: 215", "20", "In trang", "Chia sẻ Facebook Zalo", "A A A"])
def test_tools_of_a_portal_are_known(line):
    assert is_tool(line)


@pytest.mark.parametrize(
    "line", ["CÁC TIN KHÁC", "Các tin khác:", "Tin liên quan", "Xem theo ngày", "Thống kê truy cập", "Tổng truy cập 8.264.117", "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH", "Ghi rõ nguồn tin khi phát hành lại"]
)
def test_the_end_of_an_article_is_known(line):
    assert ends_article(line)


@pytest.mark.parametrize(
    "line",
    [
        "Cổng thông tin điện tử tỉnh đăng tải toàn văn dự thảo để lấy ý kiến.",
        "Tin tức sai sự thật bị xử phạt theo quy định.",
        "Tìm kiếm cứu nạn trên sông",
        "Thống kê truy cập tháng 5 cho thấy số hồ sơ tăng.",
        "Liên hệ bộ phận một cửa để được hướng dẫn.",
    ],
)
def test_sentences_that_begin_like_a_portal_are_kept(line):
    assert not is_tool(line)
    assert not ends_article(line)


def test_words_of_a_portal_inside_the_text_are_the_authors_own(take):
    body = "Ủy ban nhân dân phường thông báo lịch tiếp công dân trong tháng 6 để bà con được biết, liên hệ khi cần.\n\nLiên hệ\n\nBộ phận một cửa, số 18 đường Bến Lam."
    found = take(f"Trang chủ\nThông báo lịch tiếp công dân\n24/5/2026\nLượt xem: 7\n\n{body}\n\nIn trang\nCác tin khác\nTin thứ nhất")
    assert found.body.strip() == body


def test_the_last_name_of_a_list_is_no_author(take):
    found = take("Danh sách tổ viên tổ hỗ trợ\n24/5/2026\n\nTổ hỗ trợ gồm các ông, bà có tên sau đây.\n\nLê Văn Tám\n\nTrần Thị Bưởi")
    assert "author" not in found.values
    assert found.paragraphs()[-1] == "Trần Thị Bưởi"


def test_characters_that_nobody_sees_are_taken_out_and_told(take):
    found = take("Thông\u200b báo\n24/5/2026\n\nNội\u202e dung\u2060 có\u00ad ký tự ẩn.\ufeff", wishes=Wishes(category="chi-so"))
    assert found.values["title"] == "Thông báo"
    assert found.paragraphs() == ["Nội dung có ký tự ẩn."]
    (told,) = (sentence for sentence in found.read.notes.changed if "ký tự" in sentence)
    assert "độ rộng bằng 0" in told
    assert "đảo chiều chữ" in told


def test_old_and_new_ways_to_place_a_tone_stay_as_typed(take):
    text = "Thông báo của Uỷ ban\n24/5/2026\n\nUỷ ban và Ủy ban; hoà giải và hòa giải; thuý, thúy."
    assert "Uỷ ban và Ủy ban; hoà giải và hòa giải; thuý, thúy." in take(text).body


def test_a_paragraph_of_vni_inside_a_text_of_today_is_turned_as_a_guess(take):
    text = "Thông báo lịch họp\n24/5/2026\n\nỦy ban nhân dân phường thông báo.\n\nUÛy ban nhaân daân phöôøng thoâng baùo lòch tieáp coâng daân.\n\nTrân trọng."
    found = take(text)
    assert found.paragraphs()[1] == "Ủy ban nhân dân phường thông báo lịch tiếp công dân."
    assert any("VNI" in sentence for sentence in found.read.notes.guessed)
    assert found.item.is_draft


def test_a_text_in_the_code_of_old_windows_is_read_as_a_guess(take):
    data = "Thông báo của phường\n24/5/2026\n\nNội dung."
    for letter, old in (("ủ", "u\u0309"), ("ờ", "ơ\u0300"), ("ộ", "ô\u0323")):  # that code types some tones behind the vowel
        data = data.replace(letter, old)
    data = data.encode("cp1258")
    found = take(data, "cu.txt")
    assert any("1258" in sentence for sentence in found.read.notes.guessed)
    assert found.values["title"] == "Thông báo của phường"


def test_a_text_copied_with_the_menu_above_it_has_the_title_that_stands_above_its_moment(take):
    menu = "Trang chủ\nGiới thiệu\nTin tức - Sự kiện\n"
    found = take(f"{menu}Tổ dân phố 7 có đủ người biết nộp hồ sơ\nNgày đăng: 05/06/2026 14:05:33  Lượt xem: 311\nSau hai tháng, cả 164 hộ đều có người biết nộp hồ sơ trực tuyến.\nBài, ảnh: Tô Vân\n")
    assert (found.values["title"], found.values["date"], found.values["author"]) == ("Tổ dân phố 7 có đủ người biết nộp hồ sơ", "05/06/2026 14:05", "Tô Vân")
    assert found.paragraphs() == ["Sau hai tháng, cả 164 hộ đều có người biết nộp hồ sơ trực tuyến."]


def test_the_day_of_a_menu_is_not_that_of_the_article(take):
    menu = "Trang chủ\nGiới thiệu\nTin tức\nThứ Hai, 23/11/2026\nĐăng nhập\nTrang chủ > Tin tức > Cải cách hành chính\n"
    found = take(f"\ufeff{menu}Huyện sơ kết năm tháng\nThứ Ba, 24/5/2022, 8:30 (GMT+7)\nXem cỡ chữ\nSáng 24/5, huyện sơ kết công tác cải cách hành chính với 14 xã.\nTheo Báo Sơn Giang\nChia sẻ\n".replace("\n", "\r\n"))
    assert (found.values["title"], found.values["date"], found.values["source"]) == ("Huyện sơ kết năm tháng", "24/05/2022 08:30", "Báo Sơn Giang")
    assert found.paragraphs() == ["Sáng 24/5, huyện sơ kết công tác cải cách hành chính với 14 xã."]


def test_author_and_moment_between_bars_and_a_table_copied_with_tabs(take):
    found = take("TIN HOẠT ĐỘNG\n\n\tLễ ra mắt tổ công nghệ số\n\tTác giả: Trần Văn Bình\t|\tNgày đăng: 10-06-2023 09:15\t|\tLượt xem: 99\n\nKết quả như sau:\n\tSTT\tTên\tSố\n\t1\tA\t10\nHết bài.\n")
    assert (found.values["title"], found.values["date"], found.values["author"]) == ("Lễ ra mắt tổ công nghệ số", "10/06/2023 09:15", "Trần Văn Bình")
    assert found.paragraphs() == ["Kết quả như sau:", "| STT | Tên | Số |\n| --- | --- | --- |\n| 1 | A | 10 |", "Hết bài."]


def test_lines_that_a_program_cut_at_a_column_are_paragraphs_again(take):
    long = " ".join(["Sáng nay, Ủy ban nhân dân phường tổ chức hội nghị sơ kết công tác cải cách hành chính năm tháng đầu năm."] * 4)
    typed = ["Một là rà soát;", "Hai là số hóa."]
    found = take(f"Hội nghị sơ kết\n24/5/2022\n\n{textwrap.fill(long, 80)}\n\n{textwrap.fill(long, 80)}\n- {typed[0]}\n- {typed[1]}\n")
    assert found.paragraphs() == [long, f"{long}\n- {typed[0]}\n- {typed[1]}"]
    assert any("ngắt ở cột" in sentence for sentence in found.read.notes.guessed)


def test_lines_of_different_lengths_stay_lines(take):
    lines = "\n".join(f"Khu phố {place} có đủ người biết nộp hồ sơ trực tuyến {'và tra cứu ' * (place % 4)}tại nhà" for place in range(1, 13))
    assert take(f"Danh sách khu phố\n24/5/2022\n\n{lines}").body.strip() == lines


def test_marks_typed_behind_letters_are_told(take):
    found = take("Thong ba'o cu?a xa~\n24/5/2022\n\nU?y ban nha^n da^n xa~ tha^ng ba'o li.ch tie^'p co^ng da^n nhu+ sau.")
    assert any("VIQR" in sentence for sentence in found.read.notes.decide)


def test_a_text_of_nukeviet_names_its_author_and_its_source_below(take):
    below = "Tác giả bài viết: Lê Hà\n\nNguồn tin: Phòng Văn hóa\n\nTổng số điểm của bài viết là: 5 trong 1 đánh giá\nXếp hạng: 5 - 1 phiếu bầu\n\nNhững tin mới hơn\n"
    found = take(f"Hội thi tìm hiểu cải cách hành chính\n\nThứ sáu, ngày 24 tháng 5 năm 2022 - 16:05\nXem với cỡ chữ A A+ A-\n\nSáng 24/5, hội thi có 14 đội của các xã, thị trấn cùng hơn hai trăm cổ động viên tham dự từ sớm.\n\n{below}")
    assert {key: found.values[key] for key in ("date", "author", "source")} == {"date": "24/05/2022 16:05", "author": "Lê Hà", "source": "Phòng Văn hóa"}
    assert len(found.paragraphs()) == 1


def test_a_day_on_the_first_line_is_no_title_and_who_posted_beside_the_day_is_the_author(take):
    assert take("24.05.2022\nHội nghị giao ban tháng 5\nSáng 24/5, phường họp giao ban.\n").values["title"] == "Hội nghị giao ban tháng 5"
    posted = take("Hội nghị giao ban tháng 5\nĐăng bởi: Nguyễn Văn An   Ngày 12/04/2023   Lượt xem: 210\n\nSáng 24/5, phường họp giao ban.\n", "khac.txt")
    assert (posted.values["date"], posted.values["author"]) == ("12/04/2023", "Nguyễn Văn An")
