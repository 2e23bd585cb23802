"""Words of the pages of answers that depend on a record; all others are the theme's."""

from typing import NamedTuple

from plugins.model.answer import LIST_NAMES, AnswerKind


class Said(NamedTuple):
    """What one kind of answer is called."""

    name: str
    description: str
    year: str
    year_description: str
    one_description: str
    question: str
    reply: str
    asked: str
    how_many: str


SAID = {
    AnswerKind.QUESTION: Said(
        LIST_NAMES[AnswerKind.QUESTION],
        "Câu hỏi của người dân, tổ chức về thủ tục hành chính và công việc của đơn vị, kèm câu trả lời.",
        "Hỏi – đáp năm {year}",
        "Các câu hỏi được trả lời trong năm {year}.",
        "Câu hỏi lĩnh vực {sector}, được {unit} trả lời ngày {date}.",
        "Câu hỏi",
        "Trả lời",
        "Ngày hỏi",
        "câu hỏi",
    ),
    AnswerKind.COMPLAINT: Said(
        LIST_NAMES[AnswerKind.COMPLAINT],
        "Phản ánh, kiến nghị của người dân, tổ chức và kết quả giải quyết, kèm số ngày trả lời.",
        "Kết quả trả lời phản ánh, kiến nghị năm {year}",
        "Các phản ánh, kiến nghị được trả lời trong năm {year}.",
        "Phản ánh, kiến nghị lĩnh vực {sector}, được {unit} trả lời ngày {date}.",
        "Nội dung phản ánh, kiến nghị",
        "Kết quả giải quyết",
        "Ngày nhận phản ánh",
        "phản ánh, kiến nghị",
    ),
}
ONE_YEAR = "Năm {year}"
ANSWERED = "Ngày trả lời"
UNIT = "Đơn vị trả lời"
SECTOR = "Lĩnh vực"
OUTCOME = "Kết quả"
CHANNEL = "Kênh tiếp nhận"
TAKEN = "Thời gian trả lời"
DAYS = "{days} ngày làm việc"
SAME_DAY = "Trong ngày"
IN_TIME = "{taken}, đúng hạn (hạn {limit} ngày làm việc, theo {basis})"
LATE = "{taken}, chậm {over} ngày (hạn {limit} ngày làm việc, theo {basis})"
LATE_SHORT = "{taken}, chậm hạn"
YEAR_COUNT = "{count} {what}"
YEAR_IN_TIME = "{in_time}/{count} được trả lời đúng hạn"
