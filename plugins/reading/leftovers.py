"""What pasting from Word leaves in a text, and what was to be filled in: field errors, blanks, captions without their picture."""

import re
from collections.abc import Iterator

from plugins.model.problems import Problem, problem

# Fields of Word that found nothing, in the languages of the offices that send documents; names of fields and of bookmarks.
_WORD_ERRORS = ("Error!", "Lỗi!", "Erreur")
_WORD_MARKS = ("MERGEFORMAT", "PAGEREF", "_Toc", "HYPERLINK", " here to ", "vào đây để", "mso-")
_WORD = re.compile(
    r"Error! (?:Bookmark not defined|Reference source not found|No text of specified style|Hyperlink reference not valid|Not a valid|Unknown|Use the Home tab|No bookmark|Main Document Only|Cannot)[^\n]{0,60}"
    r"|Lỗi! (?:Thẻ đánh dấu|Không tìm thấy|Không có|Tham chiếu|Siêu kết nối|Siêu liên kết|Dấu trang|Sử dụng|Chưa xác định)[^\n]{0,60}"
    r"|Erreur ?! (?:Signet|Source du renvoi)[^\n]{0,40}"
    r"|\\\* ?MERGEFORMAT|\bPAGEREF _\w+|(?<![\w#/-])_Toc[0-9]{6,}|\bHYPERLINK \\?[\"“\\][^\n]{0,60}"
    r"|Click (?:here|or tap here) to (?:enter|add)[^\n]{0,30}|(?:Nhấp|Bấm) (?:hoặc (?:gõ nhẹ|nhấn) )?vào đây để (?:nhập|thêm)[^\n]{0,30}"
    r"|\bmso-[a-z]+(?:-[a-z]+)*:[^\n]{0,40}"
)
_EMPTY = r"[ \t.…_]"
# "Số: /KH-UBND", "Số …/QĐ-UBND": a number that was to be filled in by hand.
_NUMBER = re.compile(rf"ố{_EMPTY}{{0,5}}:?{_EMPTY}{{0,40}}/ ?(?:20[0-9]{{2}}/)?[A-ZĐ][A-Za-zĐđ]{{0,8}}[-–/][A-ZĐ][\wĐđ-]*")
# "ngày tháng 01 năm 2024", "ngày … tháng … năm 2024"; "ngày tháng năm sinh" is the name of a column. Each begins behind
# its first letter, so that what it begins with is looked for at once.
_DAY = re.compile(rf"gày(?:[ \t]{{1,40}}|{_EMPTY}{{0,40}}[.…_][ \t]{{0,40}})tháng[ \t]{{0,40}}(?:[0-9]{{1,2}}|[.…_]{{1,20}}|(?=năm [0-9]))[ \t]{{0,40}}(?:năm[ \t]{{0,40}}[0-9.…_]{{1,10}})?")
_MONTH = re.compile(r"gày [0-9]{1,2} tháng[ \t]{0,40}(?:…|[.…_]{2,20})[ \t]{0,40}năm[ \t]{0,40}[0-9.…_]{0,10}")
# Kinds that print what was signed. In a procedure a blank is for the applicant.
_SIGNED = frozenset({"tin-tuc", "van-ban", "quyet-dinh", "trang"})
_CAPTION = re.compile(r"^[*_(\[ ]{0,4}(?:(?:Ảnh|Hình|Tranh)(?: ảnh| vẽ)? minh h(?:ọa|oạ)\b[^\n]{0,60}|(?:Ảnh|Hình ảnh|Hình|Nguồn ảnh)(?: [0-9]{1,2})?\s?[:.] ?[^\n]{0,150})$", re.MULTILINE | re.IGNORECASE)


def leftovers(kind: str, body: str, first: int, pictured: bool) -> Iterator[Problem]:
    """What is left in a body of a kind; ``first`` is its line, ``pictured`` says that the item shows a picture."""
    if ("!" in body and any(mark in body for mark in _WORD_ERRORS)) or any(mark in body for mark in _WORD_MARKS):
        yield from _told("word-leftover", _WORD, body, first)
    if kind in _SIGNED:
        yield from _told("blank-left", _NUMBER, body, first, 1)
        yield from _told("blank-left", _DAY, body, first, 1)
        yield from _told("blank-left", _MONTH, body, first, 1)
    if not pictured and ("nh minh h" in body or "Ảnh" in body or "Hình" in body):
        yield from _told("caption-alone", _CAPTION, body, first)


def _told(code: str, pattern: re.Pattern[str], body: str, first: int, before: int = 0) -> Iterator[Problem]:
    """At most three places of a kind; ``before`` are the letters that stand before what the pattern finds."""
    for count, match in enumerate(pattern.finditer(body)):
        if count == 3:
            return
        sample = body[max(0, match.start() - before) : match.end()]
        yield problem(code, "", first + body.count("\n", 0, match.start()), sample=" ".join(sample.split())[:60])
