"""Words of the category pages."""

ALL = "Chuyên mục"
ALL_DESCRIPTION = "Các chuyên mục cải cách hành chính và tin mới nhất của từng chuyên mục."
YEAR = "{name} – năm {year}"
YEAR_DESCRIPTION = "Tin, bài chuyên mục {name} đăng trong năm {year}."
ONE_YEAR = "Năm {year}"
INDICES = "Bảng số liệu và biểu đồ các chỉ số"
EXEMPLARS = "Danh sách cá nhân, tập thể, sáng kiến được nêu gương"
