"""Words of the home page."""

ALL_PROCEDURES = "Thủ tục hành chính"
PROCEDURES = "Làm thủ tục trên Cổng Dịch vụ công quốc gia"
FEEDBACK = "Gửi phản ánh, kiến nghị"
