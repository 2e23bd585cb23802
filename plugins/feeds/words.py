"""Words of the feeds."""

from plugins.model.procedure import ProcedureStatus

ALL = "{site} – Tin mới"
ONE = "{site} – {category}"
ALL_DESCRIPTION = "Tin, bài mới nhất. {description}"
ONE_DESCRIPTION = "Tin, bài mới nhất của chuyên mục {category}. {description}"
GENERATOR = "CCHC trên Pelican"

PROCEDURES = "{site} – Thay đổi thủ tục hành chính"
PROCEDURES_DESCRIPTION = "Thủ tục hành chính mới ban hành, sửa đổi, bổ sung, thay thế, bãi bỏ. {description}"
STATUS = {
    ProcedureStatus.IN_FORCE: "Công khai",
    ProcedureStatus.NEW: "Mới ban hành",
    ProcedureStatus.AMENDED: "Sửa đổi, bổ sung",
    ProcedureStatus.REPLACING: "Thay thế",
    ProcedureStatus.ABOLISHED: "Bãi bỏ",
}
DECISION = "Quyết định công bố"
NUMBER = "số {number} ngày {date}"
EFFECTIVE = "Có hiệu lực từ"
POSTED = "Công khai trên trang"
CHANGES = "Nội dung sửa đổi"
SUCCESSOR = "Thủ tục thay thế"
LAW = "Văn bản bãi bỏ"

ANSWERS = "{site} – Hỏi – đáp, phản ánh, kiến nghị"
ANSWERS_DESCRIPTION = "Câu hỏi, phản ánh, kiến nghị mới được trả lời. {description}"
ANSWERED_BY = "{unit} trả lời ngày {date}."
