"""Words of the page that is shown without signal."""

TITLE = "Không có mạng"
DESCRIPTION = "Máy của bạn đang không có mạng, hoặc máy chủ chưa trả lời."
