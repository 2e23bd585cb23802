"""Words of the procedure pages that depend on a record; all others are the theme's."""

from plugins.model.procedure import EvidenceKind, OnlineLevel, ProcedureStatus

ALL = "Thủ tục hành chính"
ALL_DESCRIPTION = "Danh mục thủ tục hành chính: thành phần hồ sơ, nơi nộp, thời hạn, phí, lệ phí và mức độ trực tuyến của từng thủ tục."
LETTERS = "Thủ tục từ A đến Z"
LETTERS_DESCRIPTION = "Thủ tục đang áp dụng, xếp theo thứ tự chữ cái tiếng Việt."
COMPARED = "Đối chiếu với Cơ sở dữ liệu quốc gia"
COMPARED_DESCRIPTION = "Ngày đối chiếu gần nhất của từng thủ tục với Cơ sở dữ liệu quốc gia về thủ tục hành chính, và ngày phải đối chiếu lại."
CODES = "Mã QR để in, dán"
DECISIONS = "Quyết định công bố"
DATA = "Dữ liệu mở"
DECISIONS_DESCRIPTION = "Các quyết định công bố thủ tục hành chính được niêm yết, theo năm ban hành."
CHANGES = "Biến động thủ tục"
CHANGES_DESCRIPTION = "Thủ tục mới ban hành, được sửa đổi, bổ sung, được thay thế, bị bãi bỏ theo từng năm, quý, tháng."
PROCEDURE_DESCRIPTION = "{title} (mã {code}): hồ sơ cần mang, nơi nộp, thời hạn, phí, lệ phí, cách nộp trực tuyến."

# Facet → heading in the list of all; the label of one choice stands in FACET_TITLES.
FACETS = {
    "linh-vuc": "Lĩnh vực",
    "su-kien": "Việc cần làm trong đời",
    "doi-tuong": "Đối tượng thực hiện",
    "muc-do": "Mức độ trực tuyến",
    "cach-nop": "Cách nộp hồ sơ",
    "tinh-trang": "Tình trạng",
}
FACET_TITLES = {
    "linh-vuc": "Thủ tục lĩnh vực {label}",
    "su-kien": "Thủ tục theo việc: {label}",
    "doi-tuong": "Thủ tục dành cho {label}",
    "muc-do": "Thủ tục {label}",
    "cach-nop": "Thủ tục {label}",
    "tinh-trang": "Thủ tục {label}",
}
FACET_DESCRIPTION = "{title}: danh sách thủ tục hành chính theo từng lĩnh vực."
LEVELS = {
    OnlineLevel.FULL: ("toan-trinh", "Trực tuyến toàn trình"),
    OnlineLevel.PARTIAL: ("mot-phan", "Trực tuyến một phần"),
    OnlineLevel.INFORMATION: ("thong-tin", "Cung cấp thông tin trực tuyến"),
}
LEVEL_SHORT = {OnlineLevel.FULL: "Toàn trình", OnlineLevel.PARTIAL: "Một phần", OnlineLevel.INFORMATION: "Thông tin"}
LEVEL_MEANS = {
    OnlineLevel.FULL: "Nộp, thanh toán và nhận kết quả đều trên mạng hoặc qua bưu chính.",
    OnlineLevel.PARTIAL: "Nộp trên mạng được; một số bước vẫn phải đến nơi tiếp nhận.",
    OnlineLevel.INFORMATION: "Trên mạng chỉ có thông tin; hồ sơ nộp tại nơi tiếp nhận.",
}
LEVEL_UNKNOWN = "Chưa có thông tin về mức độ trực tuyến"
BORDERLESS = ("khong-phu-thuoc-dia-gioi", "Không phụ thuộc địa giới hành chính")

STATUS = {
    ProcedureStatus.IN_FORCE: "Hiện hành",
    ProcedureStatus.NEW: "Mới ban hành",
    ProcedureStatus.AMENDED: "Sửa đổi, bổ sung",
    ProcedureStatus.REPLACING: "Thay thế",
    ProcedureStatus.ABOLISHED: "Bãi bỏ",
}
REPLACED = "Đã bị thay thế"
ABOLISHED = "Đã bị bãi bỏ"

NEW_TEXT = "Thủ tục mới ban hành"
AMENDED_TEXT = "Thủ tục được sửa đổi, bổ sung"
REPLACING_TEXT = "Thủ tục ban hành để thay thế thủ tục cũ"
REPLACED_TEXT = "Thủ tục này đã được thay thế, không còn áp dụng"
ABOLISHED_TEXT = "Thủ tục này đã bị bãi bỏ, không còn áp dụng"
EARLIER_TEXT = "Đây là nội dung cũ, áp dụng đến hết ngày {date}"
CURRENT = "Xem nội dung đang áp dụng"
SUCCESSOR = "Làm theo thủ tục thay thế: {title}"
PREDECESSOR = "Thay cho: {title}"
SINCE = "Áp dụng từ ngày {date}."
ENDED = "Từ ngày {date}."
BY = "Theo {law}."
DECIDED = "Quyết định {number}"
VERSION = "Nội dung áp dụng đến hết ngày {date}"

PAPERS = "{count} giấy tờ"
PAPERS_RANGE = "{least}–{most} giấy tờ, tùy trường hợp"
PAPERS_MANY = "Danh mục có {count} giấy tờ cho nhiều trường hợp; chỉ mang giấy tờ của trường hợp mình"
NO_PAPERS = "Không phải mang giấy tờ"
KINDS = {
    EvidenceKind.SUBMIT: "",
    EvidenceKind.SHOW: "Xuất trình, không phải nộp",
    EvidenceKind.DATABASE: "Không phải nộp: cơ quan khai thác từ cơ sở dữ liệu",
    EvidenceKind.NOTE: "",
}
ORIGINALS, COPIES = "bản chính", "bản sao"

EXECUTING = "Cơ quan thực hiện"
COMPETENT = "Cơ quan có thẩm quyền quyết định"
AUTHORISED = "Cơ quan được ủy quyền, phân cấp"
COOPERATING = "Cơ quan phối hợp"
RECEIVING = "Địa chỉ tiếp nhận hồ sơ"
LOCAL_ADDRESS = "Nộp tại"
LOCAL_HOURS = "Giờ làm việc"
LOCAL_PHONE = "Điện thoại"
ANYWHERE = "Nơi tiếp nhận"
ANYWHERE_TEXT = "Không phụ thuộc địa giới hành chính: nộp được ở bất kỳ Trung tâm Phục vụ hành chính công nào của tỉnh, thành phố."
POST = "Bưu chính công ích"
POST_BOTH, POST_RECEIVE, POST_RETURN = "Nhận hồ sơ và trả kết quả", "Chỉ nhận hồ sơ", "Chỉ trả kết quả"

CODE = "Mã thủ tục"
LEVEL = "Cấp thực hiện"
KIND = "Loại thủ tục"
KEYWORDS = "Từ khóa"
DECISION = "Quyết định công bố"
ISSUER = "Cơ quan công bố"
ISSUED = "Ngày ban hành"
EFFECTIVE = "Có hiệu lực"
UNTIL = "Áp dụng đến hết"
POSTED = "Đăng trên trang này"
ON_DECISION = "đăng trong ngày làm việc ký quyết định"
AFTER_DECISION = "sau ngày ký quyết định {days} ngày làm việc"
AFTER_EFFECT = "sau ngày có hiệu lực {days} ngày làm việc"
COMPARED_ON = "Đối chiếu với Cơ sở dữ liệu quốc gia"
COMPARED_BY = "{date}, người đối chiếu: {by}"
NEXT_DUE = "Phải đối chiếu lại trước"
PORTAL = "Nộp trên Cổng Dịch vụ công quốc gia"
PORTAL_INFORMATION = "Xem trên Cổng Dịch vụ công quốc gia"
PORTAL_SEARCH = "Tìm mã {code} trên Cổng Dịch vụ công quốc gia"

# Lists of a decision, and kinds of change.
CHANGE = {
    ProcedureStatus.NEW: "Mới ban hành",
    ProcedureStatus.AMENDED: "Sửa đổi, bổ sung",
    ProcedureStatus.REPLACING: "Thay thế",
    ProcedureStatus.ABOLISHED: "Bãi bỏ",
}
COUNT = "{count} {kind}"
CHANGED_LATER = "Nội dung đã thay đổi sau quyết định này, xem trang thủ tục"
NUMBER, SIGNER, FROM = "Số, ký hiệu", "Người ký", "Có hiệu lực từ"
DECISION_TITLE = "Quyết định {number} ngày {date}"
ROMAN = ("I", "II", "III", "IV")
PERIODS = {"year": "Năm {n}", "quarter": "Quý {n}", "month": "Tháng {n}"}
PERIOD_TITLES = {
    "year": "Biến động thủ tục năm {n}",
    "quarter": "Biến động thủ tục quý {n} năm {year}",
    "month": "Biến động thủ tục tháng {n} năm {year}",
}
CSV_HEAD = (
    "STT",
    "Ngày hiệu lực",
    "Loại biến động",
    "Mã thủ tục",
    "Tên thủ tục",
    "Lĩnh vực",
    "Quyết định công bố",
    "Thủ tục thay thế",
    "Văn bản quy định việc bãi bỏ",
    "Địa chỉ trang",
)
