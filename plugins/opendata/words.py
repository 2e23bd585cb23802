"""Words of the open data: file → what it is, how to use it."""

from typing import NamedTuple


class Said(NamedTuple):
    """``media`` is the media type; ``kind`` what people call it."""

    title: str
    kind: str
    media: str
    what: str
    how: str


TITLE = "Dữ liệu mở"
DESCRIPTION = "Thủ tục hành chính và mọi thay đổi dưới dạng tệp để tải về, tra cứu, tính toán và dùng lại."
CATALOGUE = "Danh mục dữ liệu mở – {site}"
PROCEDURES, CHANGES = "Thủ tục", "Biến động"

FILES: dict[str, Said] = {
    "thu-tuc.xlsx": Said(
        "Thủ tục hành chính, bảng tính",
        "Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Mỗi thủ tục một dòng, bản hiện hành.",
        "Mở bằng Excel hoặc LibreOffice; dòng đầu và hai cột đầu đứng yên, có sẵn bộ lọc. Ô quá dài được cắt ở 32.767 ký tự, bản đầy đủ ở tệp JSON.",
    ),
    "thu-tuc.csv": Said(
        "Thủ tục hành chính, CSV",
        "CSV",
        "text/csv",
        "Mỗi thủ tục một dòng, cùng các cột với bảng tính.",
        "UTF-8 có BOM, dấu phẩy, ngày dạng năm-tháng-ngày. Ô bắt đầu bằng = + - @ có dấu nháy đơn đứng trước để bảng tính không coi là công thức; bỏ dấu này khi đọc bằng chương trình.",
    ),
    "thu-tuc.json": Said(
        "Thủ tục hành chính, đầy đủ",
        "JSON",
        "application/json",
        "Mọi trường của mọi thủ tục, cả các bản cũ.",
        "Tên trường theo CPSV-AP, mô tả ở thu-tuc.schema.json. Trường current cho biết bản mới nhất, in_force cho biết đang áp dụng.",
    ),
    "thu-tuc.schema.json": Said(
        "Lược đồ của thu-tuc.json",
        "JSON Schema",
        "application/schema+json",
        "Tên, kiểu và nghĩa của từng trường.",
        "JSON Schema 2020-12; dùng để kiểm tra tệp hoặc sinh mã.",
    ),
    "thu-tuc.jsonld": Said(
        "Thủ tục hành chính, dữ liệu liên kết JSON-LD",
        "JSON-LD",
        "application/ld+json",
        "Các thủ tục bản hiện hành theo mô hình dịch vụ công CPSV-AP 3.2.",
        "Ngữ cảnh nằm trong tệp, không cần mạng. Thời hạn và phí chỉ có số khi văn bản công bố nói chắc chắn; ngày làm việc giữ nguyên văn.",
    ),
    "thu-tuc.ttl": Said(
        "Thủ tục hành chính, dữ liệu liên kết Turtle",
        "Turtle",
        "text/turtle",
        "Cùng nội dung với tệp JSON-LD.",
        "Nạp vào kho dữ liệu RDF hoặc hỏi bằng SPARQL.",
    ),
    "bien-dong.xlsx": Said(
        "Biến động thủ tục, bảng tính",
        "Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Mỗi thay đổi của mỗi quyết định công bố một dòng: ngày, số quyết định, mã, tên, việc, văn bản hoặc mã thay thế.",
        "Lọc theo mã để xem lịch sử một thủ tục, theo ngày để lập báo cáo.",
    ),
    "bien-dong.csv": Said(
        "Biến động thủ tục, CSV",
        "CSV",
        "text/csv",
        "Cùng nội dung với bảng tính biến động.",
        "Cùng quy ước với thu-tuc.csv.",
    ),
}
