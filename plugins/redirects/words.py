"""Words of the pages that lead on."""

TITLE = "Trang đã chuyển"
DESCRIPTION = "Địa chỉ này đã chuyển sang trang khác."
