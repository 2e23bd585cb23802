"""What the script says of itself."""

PROGRAMME = "Chuyên mục Cải cách hành chính"
OPENING = (
    "{programme} của {unit}.",
    "Kính thưa quý vị và các bạn! Trong chuyên mục hôm nay, mời quý vị và các bạn nghe những tin, bài của {period}.",
)
CLOSING = (
    "Quý vị và các bạn vừa nghe {programme} của {unit}.",
    "Mọi phản ánh, kiến nghị về thủ tục hành chính, xin gọi đường dây nóng {hotline}. Tin, bài đăng đầy đủ tại địa chỉ {address}.",
    "Xin cảm ơn quý vị và các bạn đã lắng nghe.",
)
ASKED = "Người dân hỏi: {title}"
REPLIED = "Trả lời của {unit}:"
COMPLAINED = "Người dân phản ánh: {title}"
OUTCOME = "Kết quả của {unit}:"

WHOLE, BRIEF, OWN = "đọc đủ bài", "đọc tóm tắt", "lời viết riêng (radio)"
NO_ROOM = "không đủ thời lượng"
NOT_READ_PICTURES = "{count} hình không đọc"
NOT_READ_TABLES = "{count} bảng lớn không đọc"
SPELLED = "đọc từng chữ cái: {words}"
