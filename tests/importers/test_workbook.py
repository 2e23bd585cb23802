"""The many-sheet workbook: every way in which real files differ, and everything that is refused."""

import random
from datetime import date

import pytest

from importers.plan import State
from importers.sources import gather
from plugins.model.parts import Part
from tests.importers.conftest import CHILD_HEADS, CODE, Book, child_rows, main_row, told

WHOLE = {
    "title": "Đăng ký khai sinh",
    "decision": "163/QĐ-BTP",
    "sector": "Hộ tịch",
    "level": "Cấp xã",
    "status": "hiện hành",
}


def only(harvest):
    assert told(harvest) == []
    (extract,) = harvest.extracts
    return extract


def test_a_plain_workbook_is_read_whole(save):
    extract = only(gather(save(Book())))
    assert extract.facts == WHOLE
    assert extract.steps == (("", "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả."),)
    assert extract.channels == (("Trực tiếp", "1", "Miễn phí", ""),)
    assert extract.evidence == (("", "Tờ khai", "", "1", "0", "Mẫu 01.docx"),)
    assert extract.outputs == ("Giấy khai sinh",)
    assert extract.legal == (("60/2014/QH13", "Luật Hộ tịch", "", "", ""),)
    assert extract.conditions == ""


def test_columns_in_any_order_are_found_by_their_labels(save):
    plain, mixed = Book(), Book()
    for name, rows in mixed.sheets.items():
        first = 2 if name == "TTHC2-CAPXA" else 0
        width = max(map(len, rows))
        order = random.Random(7).sample(range(width), width)
        mixed.sheets[name] = rows[:first] + [[([*row] + [""] * width)[i] for i in order] for row in rows[first:]]
    assert only(gather(mixed.save(save(Book()).with_name("b.xlsx")))) == only(gather(save(plain)))


def test_the_header_may_stand_lower_with_title_rows_and_empty_columns_before_it(save):
    book = Book()
    for name, rows in book.sheets.items():
        book.sheets[name] = [["UBND PHƯỜNG"], ["Mã số: 12"], [], *([["", "", *row] for row in rows])]
    assert only(gather(save(book))).facts == WHOLE


def test_labels_are_known_in_other_spellings(save):
    book = Book()
    book.sheets["TTHC2-CAPXA"][2][1:6] = ["Mã số TTHC", "TÊN THỦ TỤC HÀNH CHÍNH", "Số  quyêt định", "Ngày QĐ", "LĨNH VỰC "]
    book.sheets["Cách thức thực hiện"][0][3:6] = ["HÌNH THỨC NỘP", "Thời hạn giải quyết", "Phí lệ phí"]
    book.sheets["TPHS"][0][6:8] = ["Bản  chính", "BẢN SAO"]
    extract = only(gather(save(book)))
    assert extract.facts == WHOLE
    assert extract.channels[0][:3] == ("Trực tiếp", "1", "Miễn phí")


def test_sheets_are_known_by_their_columns_whatever_their_names_and_order(save):
    book = Book()
    book.sheets = {f"Sheet{i}": rows for i, (_, rows) in enumerate(reversed(book.sheets.items()))}
    book.sheets["Ghi chú"] = [["Người lập", "Ngày"], ["Nguyễn Văn A", "1/1/2026"]]
    assert only(gather(save(book))).channels


def test_of_two_sheets_alike_the_one_with_the_usual_name_counts_and_the_other_is_told(save):
    book = Book()
    book.sheets = {"TPHS (cũ)": [CHILD_HEADS["TPHS"], [1, CODE, "", "", "Giấy cũ"]], **book.sheets}
    harvest = gather(save(book))
    assert told(harvest) == [("import-sheet-ignored", "danh-muc.xlsx, trang tính 'TPHS (cũ)'")]
    assert harvest.extracts[0].evidence[0][1] == "Tờ khai"


def test_a_header_of_two_lines_is_read_as_one(save):
    book = Book()
    head = [*CHILD_HEADS["TPHS"]]
    head[6:8] = ["Số lượng", ""]
    book.sheets["TPHS"] = [head, ["", "", "", "", "", "", "Bản chính", "Bản sao"], [1, CODE, "", "", "Tờ khai", "", 1, 0, "Mẫu 01.docx"]]
    assert only(gather(save(book))).evidence == (("", "Tờ khai", "", "1", "0", "Mẫu 01.docx"),)


def test_cells_merged_downwards_count_for_each_of_their_rows(save):
    children = child_rows()
    children["TPHS"] = [{"Tên giấy tờ": f"Giấy {i}", "Bản chính": 1} for i in range(3)]
    book = Book(children=children)
    book.merged = [("TPHS", 1, 1, 3, 1, CODE)]
    assert [row[1] for row in only(gather(save(book))).evidence] == ["Giấy 0", "Giấy 1", "Giấy 2"]


def test_blank_rows_column_numbers_group_headings_and_repeated_headers_are_no_rows(save):
    book = Book([main_row(), main_row("1.000894", "Đăng ký kết hôn")], child_rows())
    head, first, second = book.sheets["TTHC2-CAPXA"][2:]
    numbers = [f"({i})" for i in range(1, len(head) + 1)]
    book.sheets["TTHC2-CAPXA"] = [["DANH MỤC"], head, numbers, ["I", "LĨNH VỰC HỘ TỊCH"], first, [], head, second, ["", "Tổng cộng: 2 thủ tục"]]
    harvest = gather(save(book))
    assert told(harvest) == []
    assert [extract.code for extract in harvest.extracts] == [CODE, "1.000894"]


def test_numbers_and_empty_words_become_text(save):
    children = child_rows()
    children["Cách thức thực hiện"] = [
        {"Mã TTHC": CODE, "Hình thức nộp": "trực tuyến", "Thời gian": 3.0, "Phí, lệ phí": 0, "Mô tả": "không có thông tin."},
        {"Mã TTHC": CODE, "Hình thức nộp": "Dịch vụ bưu chính", "Thời gian": 0.5, "Phí, lệ phí": "8000 Đồng", "Mô tả": "..."},
    ]
    assert only(gather(save(Book(children=children)))).channels == (
        ("Trực tuyến", "3", "0", ""),
        ("Dịch vụ bưu chính", "0.5", "8000 Đồng", "..."),
    )


def test_unseen_characters_go_and_all_others_stay(save):
    book = Book([main_row(title="Đăng\u00a0ký\u200e khai\u200b sinh".replace("ý", "y\u0301"))])
    assert only(gather(save(book))).facts["title"] == "Đăng ký khai sinh"


def test_audiences_are_split_outside_parentheses_and_known_names_stay_whole(save):
    typed = "Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức, viên chức,Hợp tác xã"
    extract = only(gather(save(Book([main_row(**{"Đối tượng thực hiện": typed})]))))
    assert extract.facts["audience"] == "Công dân Việt Nam; Tổ chức (không bao gồm doanh nghiệp, HTX); Cán bộ, công chức, viên chức; Hợp tác xã"


@pytest.mark.parametrize("typed", [45977, 45977.0, date(2025, 11, 16), "16/11/2025", "16-11-2025", "ngày 16 tháng 11 năm 2025", "2025-11-16"])
def test_the_date_of_a_decision_is_read_as_number_date_or_text(save, typed):
    assert only(gather(save(Book([main_row(**{"Ngày quyết định": typed})])))).facts["decision_date"] == "16/11/2025"


def test_dates_of_legal_bases_stay_as_typed_unless_they_are_numbers(save):
    children = child_rows()
    children["CCPL"] = [{"Mã TTHC": CODE, "Số ký hiệu": "1", "Ngày ban hành": "15-08-2013", "Ngày hiệu lực": 45977}]
    assert only(gather(save(Book(children=children)))).legal == (("1", "", "", "15-08-2013", "16/11/2025"),)


def test_a_date_that_cannot_be_read_is_told_and_left_out(save):
    harvest = gather(save(Book([main_row(**{"Ngày quyết định": "31/02/2025"})])))
    assert told(harvest) == [("import-date", "danh-muc.xlsx, trang tính 'TTHC2-CAPXA', dòng 4")]
    assert "decision_date" not in harvest.extracts[0].facts


@pytest.mark.parametrize(
    ("typed", "likely"), [(1001193.0, "1.001193"), (1.00119, "1.001190"), (1.01314, "1.013140"), ("1001193", "1.001193")]
)
def test_a_code_that_became_a_number_is_refused_with_the_likely_code(save, typed, likely):
    book = Book([main_row(typed), main_row("1.000894", "Đăng ký kết hôn")], child_rows("1.000894"))
    harvest = gather(save(book))
    (found,) = harvest.problems
    assert (found.code, found.path) == ("import-code-number", "danh-muc.xlsx, trang tính 'TTHC2-CAPXA', dòng 4")
    assert likely in found.remedy
    assert [extract.code for extract in harvest.extracts] == ["1.000894"]
    assert harvest.refused == {likely}


def test_a_number_with_all_its_digits_is_a_code(save):
    assert only(gather(save(Book([main_row(1.001193)])))).code == CODE


def test_a_code_broken_by_blanks_and_with_its_unit_is_read(save):
    book = Book([main_row("1.001193.000 .00.00.H 61")], child_rows())
    assert only(gather(save(book))).code == "1.001193.000.00.00.H61"


@pytest.mark.parametrize("typed", ["1.00119", "T-HNO-121754-TT", "mã"])
def test_what_is_no_code_is_told_with_its_row(save, typed):
    harvest = gather(save(Book([main_row(), main_row(typed, "Khác")], child_rows())))
    assert [path.rpartition(", ")[2] for _, path in told(harvest)] == ["dòng 5"]
    assert [extract.code for extract in harvest.extracts] == [CODE]


def test_a_code_that_stands_twice_is_told_with_both_rows(save):
    harvest = gather(save(Book([main_row(), main_row(title="Tên khác")], child_rows())))
    (found,) = harvest.problems
    assert (found.code, found.path.rpartition(", ")[2]) == ("import-code-twice", "dòng 5")
    assert "dòng 4" in found.what
    assert harvest.extracts[0].facts["title"] == "Đăng ký khai sinh"


def test_a_procedure_whose_rows_cannot_all_be_read_is_refused_whole(save):
    children = child_rows()
    children["TPHS"].append({"Mã TTHC": 1001193.0, "Tên giấy tờ": "Giấy chứng sinh"})
    harvest = gather(save(Book(children=children)))
    assert told(harvest) == [("import-code-number", "danh-muc.xlsx, trang tính 'TPHS', dòng 3")]
    assert harvest.extracts == ()
    assert harvest.refused == {CODE}


def test_a_row_without_a_code_refuses_the_procedure_above_it(save):
    children = child_rows()
    children["TPHS"].append({"Tên giấy tờ": "Giấy chứng sinh"})
    harvest = gather(save(Book(children=children)))
    assert told(harvest) == [("import-code-blank", "danh-muc.xlsx, trang tính 'TPHS', dòng 3")]
    assert harvest.refused == {CODE}


def test_a_note_below_a_table_is_no_row(save):
    children = child_rows()
    children["TPHS"].append({"Mã TTHC": "Ghi chú: số liệu đến 1/6/2026"})
    assert len(only(gather(save(Book(children=children)))).evidence) == len(child_rows()["TPHS"])


def test_rows_of_a_code_that_the_catalogue_does_not_name_are_told_once(save):
    children = child_rows()
    children["CCPL"] += [{"Mã TTHC": "2.000815", "Số ký hiệu": str(i)} for i in range(3)]
    harvest = gather(save(Book(children=children)))
    assert told(harvest) == [("import-code-orphan", "danh-muc.xlsx, trang tính 'CCPL', dòng 3")]
    assert len(harvest.extracts) == 1


def test_a_strange_channel_refuses_its_procedure(save):
    children = child_rows()
    children["Cách thức thực hiện"][0]["Hình thức nộp"] = "Qua bồ câu"
    harvest = gather(save(Book(children=children)))
    assert told(harvest) == [("import-channel", "danh-muc.xlsx, trang tính 'Cách thức thực hiện', dòng 2")]
    assert harvest.refused == {CODE}


@pytest.mark.parametrize("label", ["Tên TTHC", "Lĩnh vực"])
def test_a_procedure_without_name_or_sector_is_refused(save, label):
    harvest = gather(save(Book([main_row(**{label: ""}), main_row("1.000894", "Kết hôn")], child_rows("1.000894"))))
    assert told(harvest) == [("import-fact-missing", "danh-muc.xlsx, trang tính 'TTHC2-CAPXA', dòng 4")]
    assert len(harvest.extracts) == 1


def test_a_missing_sheet_is_told_and_its_part_is_left_as_it_was(save, commune):
    commune.apply(save(Book()))
    before = commune.files()
    children = child_rows()
    del children["TPHS"]
    plan = commune.apply(save(Book(children=children)))
    assert told(plan) == [("import-sheet-missing", "danh-muc.xlsx")]
    assert plan.count(State.SAME) == 1
    assert commune.files() == before
    assert Part.EVIDENCE not in gather(save(Book(children=children))).extracts[0].known


def test_a_workbook_without_a_catalogue_says_which_columns_it_needs(save):
    book = Book()
    del book.sheets["TTHC2-CAPXA"]
    harvest = gather(save(book))
    assert told(harvest) == [("import-no-catalogue", "danh-muc.xlsx")]
    assert "Mã TTHC" in harvest.problems[0].remedy


def test_an_expired_procedure_is_told_to_need_the_document_that_abolished_it(save, commune):
    plan = commune.apply(save(Book([main_row(**{"Trạng thái": "Hết hiệu lực"})])))
    assert [code for code, _ in told(plan)] == ["import-abolished"]
    assert 'status: "bãi bỏ"' in commune.text(f"thu-tuc/ho-tich/{CODE}.md")


def test_a_strange_status_is_told_and_left_out(save):
    harvest = gather(save(Book([main_row(**{"Trạng thái": "Chờ duyệt"})])))
    assert [code for code, _ in told(harvest)] == ["import-status"]
    assert "status" not in harvest.extracts[0].facts
