"""Where a mention stands, what follows from it, and texts that were written to be slow."""

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.citations import Citation, citations_in
from plugins.model.citations.agencies import FIXED, HEAD, ROLE, openings
from plugins.model.citations.body import body_at
from plugins.model.citations.kinds import type_before
from plugins.model.citations.law import laws_in, may_hold_congress, may_hold_laws

SENTENCE = "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ và Kế hoạch số 170/KH-UBND ngày 25/4/2022 của UBND tỉnh, phường ban hành kế hoạch."


def shown(text: str) -> list[str]:
    return [text[one.start : one.end] for one in citations_in(text)]


def test_the_span_holds_type_and_number_without_date_and_issuer():
    assert shown(SENTENCE) == ["Nghị quyết số 76/NQ-CP", "Kế hoạch số 170/KH-UBND"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("thực hiện 131/KH-UBND", ["131/KH-UBND"]),
        ("(số 131/KH-UBND ngày 24/5/2022)", ["số 131/KH-UBND"]),
        ("theo NĐ 30/2020, điều 8", ["NĐ 30/2020"]),
        ("Luật Quảng cáo số 75/2025/QH15 quy định", ["Luật Quảng cáo số 75/2025/QH15"]),
        ("Luật Báo chí năm 2016", ["Luật Báo chí năm 2016"]),
        ("Luật Hộ tịch ngày 20/11/2014", ["Luật Hộ tịch"]),
        ("các Nghị quyết 57, 59 của Bộ Chính trị", ["Nghị quyết 57", "59"]),
        ("Quyết  định\nsố 12 / QĐ - UBND.", ["Quyết  định\nsố 12 / QĐ - UBND"]),
        ("“Quyết định 12/QĐ-UBND”", ["Quyết định 12/QĐ-UBND"]),
        ("ban hành Công điện hỏa tốc số 09/CĐ-UBND", ["Công điện hỏa tốc số 09/CĐ-UBND"]),
        ("Kế hoạch của Sở (số 5/KH-SNV)", ["Kế hoạch của Sở (số 5/KH-SNV"]),
        ("nghị quyết\xa0số\n21/nq-hđnd", ["nghị quyết\xa0số\n21/nq-hđnd"]),
        ("Kế hoạch số 298 KH/TWĐTN về đại hội", ["Kế hoạch số 298 KH/TWĐTN"]),
        ("Nghị định số 30/NĐ-CP/2020.", ["Nghị định số 30/NĐ-CP/2020"]),
        ("Nghị định số 131/2025/NĐ-CPQuy định về", ["Nghị định số 131/2025/NĐ-CP"]),
    ],
)
def test_the_span_begins_with_the_first_word_of_the_type(text: str, spans: list[str]):
    assert shown(text) == spans


@pytest.mark.parametrize(
    ("number", "symbol", "year"),
    [
        ("30/2020/NĐ-CP", "NĐ-CP", "2020"),
        ("75/2025/QH15", "QH15", "2025"),
        ("131/KH-UBND", "KH-UBND", "2022"),
        ("149-KL/TW", "KL/TW", "2022"),
        ("19-2016/NQ-CP", "NQ-CP", "2016"),
        ("2022/QĐ-UBND", "QĐ-UBND", "2022"),
        ("30c/NQ-CP", "NQ-CP", "2022"),
        ("66.7/2025/NQ-CP", "NQ-CP", "2025"),
        ("30/NĐ-CP/2020", "NĐ-CP", "2020"),
        ("", "", "2022"),
    ],
)
def test_symbol_and_year_follow_from_number_and_date(number: str, symbol: str, year: str):
    one = Citation("Nghị quyết", number, "2022-05-24", "", 0, 0)
    assert (one.symbol, one.year) == (symbol, year)


def test_without_year_and_date_the_year_is_not_guessed():
    assert Citation("Kế hoạch", "131/KH-UBND", "", "UBND huyện", 0, 0).year == ""


def test_a_list_shares_its_issuer_only_with_documents_of_the_same_body():
    text = "Nghị quyết số 18-NQ/TW, Quyết định số 12/QĐ-UBND và Quyết định số 13/QĐ-UBND của UBND tỉnh"
    assert [one.issuer for one in citations_in(text)] == ["", "UBND tỉnh", "UBND tỉnh"]


def test_a_mention_ends_with_its_sentence():
    text = "Phường ban hành Quyết định số 12/QĐ-UBND. Của để dành là quý. Ngày 24/5/2022 họp."
    (one,) = citations_in(text)
    assert (one.date, one.issuer) == ("", "")


@pytest.mark.parametrize("after", [" về công tác văn thư", ", phường", " đã nêu rõ", " và Quyết định số 3/QĐ-TTg", " Quy định chi tiết", " (gọi tắt là", ".", ""])
@pytest.mark.parametrize(
    "name",
    [
        "Chính phủ",
        "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
        "Bộ Lao động - Thương binh và Xã hội",
        "Chủ tịch UBND tỉnh Bắc Giang",
        "UBND tỉnh Bà Rịa - Vũng Tàu",
        "Ủy ban Mặt trận Tổ quốc Việt Nam phường",
        "Trung tâm Phục vụ hành chính công thành phố Hà Nội",
        "Hội đồng thi đua - khen thưởng tỉnh",
        "Ban Chấp hành Trung ương Đảng khóa XII",
        "Tổ công tác chuyên trách cải cách thủ tục hành chính của Thủ tướng Chính phủ",
    ],
)
def test_the_name_of_a_body_ends_where_the_sentence_goes_on(name: str, after: str):
    assert body_at(name + after, 0, 1000)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hội đồng tuyển dụng công chức tỉnh, ngày", "Hội đồng tuyển dụng công chức tỉnh"),
        ("Ban Chỉ đạo phòng, chống tội phạm và tệ nạn xã hội phường yêu cầu", "Ban Chỉ đạo phòng, chống tội phạm và tệ nạn xã hội phường"),
        ("Ban Chỉ đạo cải cách hành chính, các phường", "Ban Chỉ đạo cải cách hành chính"),
        ("Hạt Kiểm lâm liên huyện", "Hạt Kiểm lâm liên huyện"),
        ("UBND xã Ea H'leo, huyện Ea H'leo, tỉnh Đắk Lắk về", "UBND xã Ea H'leo, huyện Ea H'leo, tỉnh Đắk Lắk"),
        ("UBND tỉnh, thành phố trực thuộc", "UBND tỉnh"),
        ("UBND các xã", ""),
        ("Sở Y tế cấp giấy phép", "Sở Y tế"),
        ("Sở Tư pháp tuyển dụng viên chức", "Sở Tư pháp"),
        ("Ban Bí thư Trung ương Đoàn TNCS Hồ Chí Minh về", "Ban Bí thư Trung ương Đoàn TNCS Hồ Chí Minh"),
        ("Trường Tiểu học Bến Lam số 2", "Trường Tiểu học Bến Lam số 2"),
        ("UBND tỉnh V/v phòng chống bão", "UBND tỉnh"),
        ("Bộ trưởng BTP ban hành", "Bộ trưởng BTP"),
        ("Tổ dân phố số 3 thông báo", "Tổ dân phố số 3"),
        ("Chi bộ Văn phòng HĐND và UBND phường về", "Chi bộ Văn phòng HĐND và UBND phường"),
        ("UBND tỉnh Nguyễn Văn An ký", "UBND tỉnh"),
        ("UBND tỉnh Lào Cai Nguyễn Văn An ký", "UBND tỉnh Lào Cai"),
        ("UBND phường Nguyễn Trãi ban hành", "UBND phường Nguyễn Trãi"),
        ("UBND thành phố Hồ Chí Minh", "UBND thành phố Hồ Chí Minh"),
        ("Cục thuế tỉnh Đắk Nông hỏi", "Cục thuế tỉnh Đắk Nông"),
        ("Cục Phòng, chống tệ nạn xã hội, phường", "Cục Phòng, chống tệ nạn xã hội"),
        ("Cục Năng lượng tái tạo và sinh khối về", "Cục Năng lượng tái tạo và sinh khối"),
        ("Trung tâm Y tế khu vực Lam Khê triển khai thực hiện", "Trung tâm Y tế khu vực Lam Khê"),
        ("Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc về", "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"),
    ],
)
def test_small_words_and_places_belong_to_a_name_while_it_lasts(text: str, name: str):
    assert body_at(text, 0, 1000)[0] == name


def test_a_name_is_told_by_the_letters_of_the_symbol_or_left_out():
    issuers = [one.issuer for one in citations_in("Công văn 4/UBND-VP của tỉnh; Công văn 5/VNPT-KD của VNPT Sơn Giang; Kế hoạch 6/KH-UBND của UBND các xã")]
    assert issuers == ["", "VNPT Sơn Giang", ""]


def test_who_stands_before_a_document_issued_it_only_when_the_verb_or_the_symbol_says_so():
    issued = "theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 14/TTr-SNV"
    received = "theo ý kiến của Thủ tướng Chính phủ tại Thông báo số 45/TB-VPCP, UBND phường nhận được Công văn số 17/SNV-VP"
    aside = "theo đề nghị của Sở Nội vụ (cơ quan thường trực) tại Tờ trình số 126/ABC"
    signed = "Ngày 28-8, Thủ tướng Chính phủ Trần Văn An ký Quyết định số 920/QĐ-TTg"
    assert [one.issuer for one in citations_in(issued)] == ["Giám đốc Sở Nội vụ"]
    assert [citations_in(text)[0].issuer for text in (aside, signed)] == ["Sở Nội vụ", "Thủ tướng Chính phủ"]
    assert [one.issuer for one in citations_in(received)] == ["", ""]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Kế hoạch 1/KH-UBND năm 2025 thực hiện Quyết định 2/QĐ-TTg do UBND tỉnh Sơn Giang ban hành", ["UBND tỉnh Sơn Giang", ""]),
        ("Nghị định 3/2020/NĐ-CP và Thông tư 4/2021/TT-BNV do Bộ trưởng Bộ Nội vụ ban hành", ["", "Bộ trưởng Bộ Nội vụ"]),
        ("Thông tư liên tịch 4/2002/TTLT-BTC-BYT về mức chi của trạm do Bộ Tài chính và Bộ Y tế ban hành", ["Bộ Tài chính và Bộ Y tế"]),
        ("Quyết định 5/QĐ-UBND xét tặng Cờ thi đua của UBND tỉnh do tỉnh Sơn Giang ban hành", ["tỉnh Sơn Giang"]),
        ("Sắc lệnh số 5/SL về việc đổi tên huyện (Liên khu 3) do Chủ tịch nước ban hành", ["Chủ tịch nước"]),
        ("Quyết định 6/QĐ-UBND công bố thủ tục thuộc thẩm quyền giải quyết của UBND xã", [""]),
        ("Ngày 7/7/2025, UBND xã ban hành Quyết định 7/QĐ-UBND bãi bỏ văn bản do UBND huyện ban hành", ["UBND xã"]),
    ],
)
def test_who_issued_a_document_may_stand_behind_its_summary(text: str, issuers: list[str]):
    assert [one.issuer for one in citations_in(text)] == issuers


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("đề nghị của Sở Nội vụ tại Tờ trình số 1/TTr-SNV ngày 2/3/2020, Công văn số 4/SNV-TH và Công văn số 5/STC-NS", ["Sở Nội vụ", "Sở Nội vụ", ""]),
        ("các Thông tư của Bộ Xây dựng: số 5/2015/TT-BXD về nhà ở; số 3/2016/TT-BXD; Thông tư 7/2016/TT-BNV", ["Bộ Xây dựng", "Bộ Xây dựng", ""]),
        ("Tại Công văn số 31/UBND-ĐT ngày 22/9, UBND thành phố Hà Nội yêu cầu các sở", ["UBND thành phố Hà Nội"]),
        ("Thực hiện Công văn số 31/UBND-ĐT, UBND thành phố Hà Nội yêu cầu các sở", [""]),
        ("Thông tư liên tịch số 2/2011/TTLT-BTC-BNV giữa Bộ Tài chính và Bộ Nội vụ", ["Bộ Tài chính và Bộ Nội vụ"]),
        ("Chương trình phối hợp số 3/CTPH-UBND-MTTQ giữa UBND và Mặt trận", [""]),
        ("Thông tư 5/2021/TT-BNV sửa đổi Thông tư 3/2019/TT-BNV do Bộ trưởng Bộ Nội vụ ban hành", ["Bộ trưởng Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ"]),
        ("Thông tư 1/2018/TT-VPCP hướng dẫn Nghị định 61/2018/NĐ-CP về một cửa do Văn phòng Chính phủ ban hành", ["Văn phòng Chính phủ", ""]),
        ("Kế hoạch 1/KH-UBND của UBND  tỉnh, Kế hoạch 2/KH-UBND", ["UBND tỉnh", ""]),
        ("Thông tư 9/2016/TT-BTC, quy định mức thu phí thú y, ngày 14/11/2016, Bộ Tài chính", ["Bộ Tài chính"]),
        ("Quyết định 7/QĐ-UBND – UBND TP. Đà Nẵng", ["UBND TP. Đà Nẵng"]),
    ],
)
def test_who_issued_one_is_told_for_its_neighbours_where_the_words_say_so(text: str, issuers: list[str]):
    assert [one.issuer for one in citations_in(text)] == issuers


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kế hoạch 8-KH/BCĐTW 2025 của Ban Chỉ đạo Trung ương", "2025"),
        ("Quyết định 9-CP[4] ngày 29 tháng 12 năm 1978", "1978-12-29"),
        ("Quyết định 10/QĐ-UBND 2025/10", ""),
        ("Pháp lệnh về di tích số 14-LCT/HĐNN công bố ngày 4-4-1984", "1984-04-04"),
        ("Luật sửa đổi, bổ sung một số điều của 37 luật ngày 20 tháng 11 năm 2018", "2018-11-20"),
        ("Luật tổ chức Ủy ban nhân dân đã được Quốc hội thông qua ngày 30 tháng 6 năm 1983", "1983-06-30"),
    ],
)
def test_a_date_may_follow_a_note_or_be_a_year_alone(text: str, date: str):
    assert [one.date for one in citations_in(text)] == [date]


@pytest.mark.parametrize(("text", "kind"), [("Số: 1-TANDTC-VKSNDTC/TTLT", "Thông tư liên tịch"), ("Số: 92-VHTT/QĐ", "Quyết định"), ("Số: 138-QĐ", "Quyết định")])
def test_an_old_symbol_ends_with_its_type(text: str, kind: str):
    assert [one.type for one in citations_in(text)] == [kind]


@pytest.mark.parametrize(("text", "kind"), [("theo Nghị định ", "Nghị định"), ("QUYẾT  ĐỊNH", "Quyết định"), ("báo cáo thẩm tra", "Báo cáo thẩm tra"), ("định", "")])
def test_the_longest_type_before_a_number_is_found(text: str, kind: str):
    assert type_before(text)[0] == kind


HOSTILE = {
    "digits": "1" * 10_000,
    "slashes": "/" * 10_000,
    "fractions": "1/" * 5_000,
    "dotted numbers": "1." * 5_000,
    "one endless symbol": "12/QĐ" + "-UBND" * 3_000,
    "capitals": "12/" + "A" * 10_000,
    "nothing but số": "số " * 4_000,
    "numbers run together": "1/A&" * 3_000,
    "blanks inside": "Quyết định số 1" + " " * 10_000 + "/QĐ-UBND",
    "laws without an end": "Luật An " * 2_000,
    "laws in laws": "Luật sửa đổi " * 2_000 + "75/2025/QH15",
    "an endless issuer": "12/QĐ-UBND của UBND" + " Bắc" * 5_000,
    "offices of offices": "12/QĐ-UBND của " + "Chủ tịch " * 3_000,
    "dates": "ngày 1/1/2020 " * 1_500,
    "a list of a thousand": "số 1/QĐ-UBND, " * 1_000,
    "types without a symbol": "Nghị quyết 1, " * 1_500,
    "blanks for marks": "số 1 KH/TW " * 2_000,
    "small letters": "kế hoạch số 1/kh-ubnd " * 1_000,
    "a committee of endless task": "12/QĐ-UBND của Ban Chỉ đạo" + " phòng" * 5_000 + " tỉnh",
    "places in places": "12/QĐ-UBND của UBND xã An" + ", huyện An, tỉnh An" * 2_000,
    "words before a number": "Kế hoạch tuyên truyền chung số " * 1_000 + "1/KH-UBND",
    "summaries before a number": "Kế hoạch của của của (số 1/KH-UBND " * 500,
    "offices that hand on": "theo đề nghị của Sở A tại Tờ trình số 1/TTr-SA " * 400,
    "headings without an end": "các Thông tư của Bộ Xây dựng: số 5/2015/TT-BXD về nhà; " * 300,
    "changes of changes": "Thông tư 5/2021/TT-BNV sửa đổi " * 500,
    "entries of a list": "Thông tư 9/TT-BTC, " + "quy định mức thu, ngày " * 500,
    "brackets and dates": "1/KH-UBND (ngày (2020) (ngày 1/1 " * 500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_in_time_that_grows_with_its_length(text: str):
    once, fourfold = seconds(text), seconds(text * 4)
    # Four times the text takes four times as long; sixteen would be the mark of a square. Short times measure nothing.
    assert fourfold < max(10 * once, 0.1)
    assert once < 2


def seconds(text: str) -> float:
    """The least of three times: in a large process a look for circles of objects takes longer than the reading."""
    gc.disable()
    times = []
    for _ in range(3):
        begin = time.process_time()
        citations_in(text)
        times.append(time.process_time() - begin)
    gc.enable()
    return min(times)


@given(st.text(alphabet="Quyết định NĐTKHUBCPİLuật số năm (0123456789/-–.,;:&_()\n của ngày tháng 2021"))
def test_any_text_gives_spans_in_order_and_inside_it(text: str):
    place = 0
    for one in citations_in(text):
        assert place <= one.start < one.end <= len(text)
        place = one.end
        assert one.type
        assert " " not in one.number


PROSE = st.text(alphabet=" \n.,;()Luật luậtLUẬTPháp lệnhHiến phápNghị quyết của Đại hộiđại hội Báo chí năm ngày 201/5", max_size=60)
WORDS = st.lists(st.sampled_from(["Luật", "luật", "LUẬT", "pháp", "Pháp lệnh", "Hiến pháp", "Báo chí", "năm", "2016", "ngày 1/2/2016", "Nghị quyết", "của", "Đại hội", "Đảng bộ", ",", "\n"]))


@given(PROSE | WORDS.map(" ".join))
def test_the_cheap_look_passes_over_no_law(text: str):
    found = laws_in(text, [])
    assert may_hold_laws(text) or not found
    assert may_hold_congress(text) or any(letter.isdigit() for letter in text) or not found


@given(PROSE | WORDS.map(" ".join))
def test_a_text_without_digits_holds_nothing_but_resolutions_of_congresses(text: str):
    told = "".join(letter for letter in text if not letter.isdigit())
    assert {(one.type, one.number) for one in citations_in(told)} <= {("Nghị quyết", "")}


def test_a_number_behind_the_word_for_a_term_is_that_of_the_next_document():
    first, second = citations_in("Kế hoạch số 5/KH-ĐU ngày 2/3/2024 của Đảng ủy khóa 12/KH-UBND")
    assert (first.issuer, second.number) == ("Đảng ủy", "12/KH-UBND")


BODY_WORDS = """
    của do và , - . ( ) về ngày năm số khóa khoá XII 12 2024 các cấp tỉnh xã thành phố huyện phường UBND HĐND Chính phủ Thủ tướng Bộ Sở Nội vụ Tài chính
    Ban Chỉ đạo Văn phòng Chủ tịch Trung ương Đảng Đoàn Hội nghị lần thứ đồng nhân dân Ủy ban Thường vụ Quốc hội UBTVQH14 TP. Nguyễn Văn ban hành
    12/KH-UBND 5/2024/NĐ-CP 3-QĐ/TW 7/NQ-HĐND Kế hoạch Nghị định
"""
BODIES = st.lists(st.sampled_from(BODY_WORDS.split()), max_size=40)


@given(BODIES.map(" ".join))
def test_words_of_bodies_in_any_order_are_read(words: str):
    assert citations_in(f"Kế hoạch số 5/KH-UBND của {words}")[0].number == "5/KH-UBND"


@given(BODIES.map(" ".join), st.sampled_from([str.lower, str.upper, str.title, str]), st.integers(1, 80))
def test_the_look_at_the_first_word_passes_over_no_body(words: str, spelt: Callable[[str], str], limit: int):
    text = spelt(words)
    for place in [at for at in range(len(text)) if not at or text[at - 1] == " "]:
        told = openings(text, place, limit)
        assert all(may or not pattern.match(text, place, limit) for may, pattern in zip(told, (FIXED, ROLE, HEAD), strict=True))
