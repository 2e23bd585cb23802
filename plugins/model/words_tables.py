"""Messages of the gate about tables of figures; :mod:`plugins.model.words` holds all."""

from plugins.model.rule import Rule

TABLE_RULES: dict[str, Rule] = {
    # — chỉ số —
    "table-place": Rule(True, "Tệp '{name}' không đúng chỗ", "thư mục {folder}/ chỉ nhận tệp {ending}, đặt ngay trong thư mục"),
    "index-large": Rule(True, "Tệp nặng quá {limit}", "tách tệp theo chỉ số"),
    "index-many": Rule(True, "Tệp có quá {limit} dòng", "tách tệp theo chỉ số"),
    "index-csv": Rule(True, "Không đọc được dạng bảng từ dòng này", "kiểm tra dấu ngoặc kép mở mà chưa đóng; lưu lại từ Excel dạng CSV UTF-8"),
    "index-head": Rule(True, "Dòng đầu '{value}' không phải tên các cột", "dòng đầu cần đúng các cột: {columns}"),
    "index-cells": Rule(True, "Dòng có {found} ô, cần {count} ô", "ô có dấu phẩy thì đặt trong ngoặc kép, ví dụ \"83,72\"; hoặc lưu tệp với dấu chấm phẩy giữa các ô"),
    "index-empty": Rule(True, "Ô '{column}' để trống", "điền ô này, hoặc bỏ cả dòng; chưa có số liệu thì không ghi dòng nào"),
    "index-unknown": Rule(True, "Không có chỉ số '{value}'", "có phải '{nearest}'? Các chỉ số: {choices}"),
    "index-year": Rule(True, "Năm '{value}' không dùng được", "viết năm bốn chữ số, từ {first} đến {last}"),
    "index-later": Rule(False, "Năm {value} chưa tới (nay là năm {last}), dòng này chưa hiện", "sửa năm nếu gõ nhầm; đúng thì đến năm ấy dòng này tự hiện"),
    "index-number": Rule(True, "'{value}' không phải giá trị của chỉ số", "viết số với một dấu phẩy trước phần lẻ, ví dụ 83,72; không có dấu chấm ngăn hàng nghìn"),
    "index-mixed": Rule(True, "Giá trị '{value}' viết khác các dòng trên, đã dùng dấu '{other}' trước phần lẻ", "trong một tệp chỉ dùng một dấu, phẩy hoặc chấm"),
    "index-scale": Rule(True, "Thang '{value}' không đúng với {index} năm {year}", "viết một trong: {choices}"),
    "index-beyond": Rule(True, "Giá trị {value} vượt ra ngoài thang {scale}", "kiểm tra giá trị và cột scale"),
    "index-status": Rule(True, "Trạng thái lạ '{value}'", "viết một trong: {choices}"),
    "index-twice": Rule(True, "{index} của '{series}' năm {year} đã ghi ở {first}", "mỗi chuỗi mỗi năm một dòng; giữ lại một"),
}
