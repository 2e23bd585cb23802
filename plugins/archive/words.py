"""Words of the date archive."""

ALL = "Xem theo ngày"
ALL_DESCRIPTION = "Kho tin, bài theo năm, tháng và ngày đăng."
YEAR = "Năm {year}"
YEAR_TITLE = "Tin, bài năm {year}"
MONTH = "Tháng {month}"
MONTH_TITLE = "Tin, bài tháng {month} năm {year}"
DAY_TITLE = "Tin, bài ngày {date}"
WEEKDAYS = (("T2", "Thứ Hai"), ("T3", "Thứ Ba"), ("T4", "Thứ Tư"), ("T5", "Thứ Năm"), ("T6", "Thứ Sáu"), ("T7", "Thứ Bảy"), ("CN", "Chủ nhật"))
