"""Words of the home page."""

PROCEDURES = "Làm thủ tục trên Cổng Dịch vụ công quốc gia"
FEEDBACK = "Gửi phản ánh, kiến nghị"
