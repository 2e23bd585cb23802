"""Words of the page of visits."""

TITLE = "Thống kê truy cập"
DESCRIPTION = "Số lượt truy cập trang theo ngày, theo tháng và những trang được đọc nhiều."
HOME = "Trang chủ"
MONTH = "Tháng {month}/{year}"
