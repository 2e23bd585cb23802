"""Words of the home page."""

PROCEDURES = "Nộp hồ sơ trên Cổng Dịch vụ công quốc gia"
FEEDBACK = "Gửi phản ánh, kiến nghị"
PLANS = "Kế hoạch tuyên truyền"
