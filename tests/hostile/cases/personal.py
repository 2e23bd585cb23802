"""Data of persons: stopped, with the line, until somebody answers for it by name; numbers of offices and papers pass."""

import io
import zipfile

from ..case import ITEM, Case, error, item, ok
from ..commune import PROFILE

_FILE = "tai-lieu/danh-sach.docx"


def _word(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document><w:p><w:t>{text}</w:t></w:p></w:document>")
    return out.getvalue()


_STOPPED = {
    "cccd": ("Ông A, CCCD 001099012345, đến nhận kết quả.", "personal-identity"),
    "cccd-spaced": ("Ông A, số định danh 001 199 012 345.", "personal-identity"),
    "cccd-dotted": ("Ông A, số định danh 079.200.012.345.", "personal-identity"),
    "cccd-named": ("Số căn cước: 999199012345.", "personal-identity"),
    "cccd-bullet": ("-034185001234 (bà B)", "personal-identity"),
    "cmnd": ("Ông A, CMND số 012345678, trú tại thôn Trung.", "personal-card"),
    "cmnd-spaced": ("Chứng minh nhân dân: 012 345 678.", "personal-card"),
    "mobile": ("Liên hệ anh Tư 0912345678.", "personal-mobile"),
    "mobile-spaced": ("Liên hệ 0987 654 321 (chị Năm).", "personal-mobile"),
    "mobile-dotted": ("ĐT: 038.123.4567", "personal-mobile"),
    "mobile-country": ("Gọi +84 912 345 678 để hỏi.", "personal-mobile"),
    "mobile-pairs": ("Gọi 09 12 34 56 78 để hỏi.", "personal-mobile"),
    "mobile-zalo": ("Nhắn [Zalo](https://zalo.me/0912345678).", "personal-mobile"),
    "mobile-old": ("Gọi 01687654321.", "personal-mobile"),
    "mail": ("Gửi về nguyenvana@gmail.com.", "personal-mail"),
    "mail-vn": ("Gửi về Nguyen.Van-A@yahoo.com.vn.", "personal-mail"),
    "account": ("Ủng hộ: số tài khoản 0011004123456, ngân hàng X.", "personal-account"),
    "account-short": ("STK: 19033 4567 8901 tại ngân hàng X", "personal-account"),
    "births": ("1. Nguyễn Văn A, sinh ngày 02/3/1985.\n\n2. Trần Thị B, sinh ngày 15/11/1990.", "personal-births"),
}
_TABLES = {
    "cccd-table": ("| Họ tên | CCCD |\n|---|---|\n| Nguyễn Văn A | 001099012345 |", "personal-identity@8"),
    "cmnd-table": ("| Họ tên | Số CMND |\n|---|---|\n| Nguyễn Văn A | 012345678 |", "personal-card@8"),
    "account-table": ("| Họ tên | Số tài khoản |\n|---|---|\n| Nguyễn Văn A | 19033456789 |", "personal-account@8"),
    "births-table": ("| Họ và tên | Ngày sinh |\n|---|---|\n| Nguyễn Văn A | 02/3/1985 |\n| Trần Thị B | 15/11/1990 |", "personal-births@8"),
}
_PASSED = {
    "document-numbers": "Quyết định 119/QĐ-UBND, Kế hoạch số 2022/KH-UBND ngày 05/01/2026, Nghị định 280/2025/NĐ-CP, 0134/KH-UBND.",
    "procedure-codes": "Mã 1.001193, 2.000635.000.00.00.H01, hồ sơ H45.12.3-260912-0345, mã hồ sơ 000.00.12.H45-260912-0345.",
    "fees": "Lệ phí 8.000 đồng, 912.345.678 đồng, 84 912 345 678 đồng; thu 1.234.567.890 đồng, 001.000.000.000 đồng.",
    "hotlines": "Gọi 1022, 18001096, 1900 9095, 0200 3850 118, (0200) 3850.118, +84 200 3850 118, 024.3943.5555, 1900.9095.",
    "dates": "Từ 09.10.2025 đến 11.10.2025; 09-10-2025 11:30; giai đoạn 2021-2025, 2026 - 2030; 20261110083000.",
    "codes": "MST: 0912345678; mã số thuế 0312345678; mã bưu gửi 0912345678; biên lai số 0912345678; GCN số 012345678.",
    "treasury": "Tài khoản số 3713.0.1234567.91049 tại Kho bạc Nhà nước tỉnh; số tài khoản 9527108141234 KBNN.",
    "accounts-counted": "Số tài khoản định danh điện tử đã kích hoạt: 12.345.678; có 10 000 000 tài khoản.",
    "nine-digits": "Cấp 123456789 lượt; số seri 012345678; tọa độ 10.123456789, 106.987654321.",
    "masked": "CCCD 001*********, điện thoại 0912***678, CMND 012***.",
    "one-birth": "Ông Nguyễn Văn A, sinh ngày 02/3/1985, quê xã Thử Nghiệm.",
    "birth-years": "| Họ tên | Năm sinh |\n|---|---|\n| Nguyễn Văn A | 1985 |\n| Trần Thị B | 1990 |",
    "office-mail": "Gửi về cchc@thunghiem.example, so.noivu@tinh.gov.vn.",
    "words": "Mang theo CCCD, số CMND cũ (nếu có), số tài khoản, ghi ngày sinh, số điện thoại di động của người nộp.",
}


def _own(text: str) -> Case:
    profile = PROFILE + '[check]\ncontacts = ["0912 345 678", "UBND.xa@gmail.com"]\n'
    return ok("personal-own-contacts", {ITEM: item(text), "site.toml": profile}, shows="0912")


CASES = (
    *(error(f"personal-{name}", item(f"{text}\n"), f"{code}@6") for name, (text, code) in _STOPPED.items()),
    *(error(f"personal-{name}", item(f"{text}\n"), code) for name, (text, code) in _TABLES.items()),
    error("personal-title", item(title="Thông báo của số 0912 345 678"), "personal-mobile@2"),
    error("personal-twice-told-once", item("Gọi 0912345678.\n\nNhắc lại: +84 912 345 678.\n"), "personal-mobile@6"),
    error("personal-file", {ITEM: item(f"[Danh sách](/{_FILE})\n"), _FILE: _word("CCCD 001099012345")}, "personal-file@6"),
    error("personal-checked-by-nobody", item("Gọi 0912345678.\n", personal_data_checked="có"), "personal-checker@5", "personal-mobile@7"),
    ok("personal-checked", item("Gọi 0912345678, CCCD 001099012345.\n", personal_data_checked="Nguyễn Thị Hạnh"), shows="0912345678", hides="Nguyễn Thị Hạnh"),
    ok("personal-checked-vietnamese", item("Gọi 0912345678.\n", **{"Đã kiểm tra dữ liệu cá nhân": "Nguyễn Thị Hạnh"}), shows="0912345678"),
    ok("personal-file-checked", {ITEM: item(f"[Danh sách](/{_FILE})\n", personal_data_checked="Nguyễn Thị Hạnh"), _FILE: _word("001099012345")}, writes=_FILE),
    ok("personal-file-without", {ITEM: item(f"[Mẫu đơn](/{_FILE})\n"), _FILE: _word("Họ tên: …… Số CCCD: …… Điện thoại: ……")}, writes=_FILE),
    _own("Gọi 0912.345.678 hoặc +84912345678, gửi ubnd.xa@gmail.com."),
    *(ok(f"personal-none-{name}", item(f"{text}\n")) for name, text in _PASSED.items()),
)
