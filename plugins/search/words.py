"""Words of the search page that the records decide; all others are the theme's."""

TITLE = "Tìm kiếm"
DESCRIPTION = "Tìm thủ tục hành chính, tin, bài, quyết định công bố: gõ có dấu hoặc không dấu, mã thủ tục, số văn bản, hoặc lời nói hằng ngày."

# Kind of result → its label; the order is that of the filter.
KINDS = {
    "thu-tuc": "Thủ tục hành chính",
    "tin-tuc": "Tin, bài",
    "hoi-dap": "Hỏi – đáp",
    "phan-anh": "Phản ánh, kiến nghị",
    "quyet-dinh": "Quyết định công bố",
    "van-ban": "Văn bản của đơn vị",
    "trang": "Trang giới thiệu, hướng dẫn",
}

KIND, CATEGORY, SECTOR, YEAR = "Loại", "Chuyên mục", "Lĩnh vực", "Năm"
PROCEDURES = "Thủ tục hành chính"
LETTERS = "Từ A đến Z"
ALL_PROCEDURES = "Tất cả, theo lĩnh vực"
NEWS_OF_YEAR = "Năm {year}"
DECISIONS = "Quyết định công bố"
MORE = "Cách xem khác"
TAGS = "Từ khóa"
SITE_MAP = "Sơ đồ trang"

# What stands beside a procedure that is not simply in force.
REPLACED = "Đã bị thay thế"
ABOLISHED = "Đã bãi bỏ"
EARLIER = "Bản cũ, áp dụng đến hết {day}"
RESULT = "Kết quả: {outputs}"
