"""Every mention of a document in a text, in order."""

import re
from functools import lru_cache

from plugins.model.citations import when
from plugins.model.citations.agencies import FIXED, HEAD, ROLE, SURNAMES
from plugins.model.citations.body import body_at
from plugins.model.citations.issuer import (
    fits,
    issuer_after,
    issuer_further,
    issuer_listed,
    issuer_said,
    issuers_together,
)
from plugins.model.citations.kinds import ABBREVIATIONS, CITED_BARE, EVERYDAY, LAWS, OLD_TYPES, type_before
from plugins.model.citations.law import law_before, laws_in, may_hold_congress, may_hold_laws
from plugins.model.citations.mention import Citation
from plugins.model.citations.symbol import NUMBER, Number, read_number
from plugins.model.citations.together import LIST, Mention, body_of, with_shared_issuers

WINDOW = 160  # characters that are looked back for who issued a document, and when
_SO = re.compile(r"(?:\(\s{0,2})?(?<!\w)(?P<word>số|SỐ|Số)\s{0,3}[:.]?\s{0,3}$")
_SO_LONGEST = 16  # characters that it may be long
# Numbers of other things: forms, licences, standards, accounts, plots of land, judgments, streets.
_OTHER = re.compile(
    r"(?<!\w)(?:mẫu|biểu|quyển|phép|nhận|chỉ|sổ|thẻ|khoản|nhà|tờ|thửa|lô|sơ|đơn|lai|mã|seri|lục|hình|bảng|án|phiếu|nghề|QCVN|TCVN|TCVN ISO|ISO|chuẩn|hiệu|xe|tuyến|đường|ngõ|hẻm|kiệt)\s{0,3}$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s{1,3}(?:(?:đã|vừa|cũng|sẽ|tiếp\s+tục|mới|có(?=\s{1,3}ban))\s{1,3}){0,2}(?:ký\s{1,3})?(?:ban\s+hành|có|ra|ký|gửi|phát\s+hành|thông\s+qua|(?P<at>xây\s+dựng|(?:(?:phê\s+duyệt|chỉ\s+đạo|hướng\s+dẫn|yêu\s+cầu|thống\s+nhất|chấp\s+thuận|kết\s+luận|giao)\s+)?tại))(?:\s{1,3}(?:các\s{1,3})?|(?<=tại))$", re.IGNORECASE
)
_PERSON = re.compile(rf"\s(?:{'|'.join(SURNAMES)})(?:\s[A-ZĐÀ-Ỹ]\w*){{1,4}}|\s?\([^()]{{1,80}}\)")  # "Thủ tướng Chính phủ Phạm Minh Chính ký Quyết định"
_ALSO = re.compile(r"\s(?:đã|vừa|họp)\s[^.;:()0-9]{2,70}\svà(?:\s+đã)?")  # "Bộ Chính trị đã bàn về vấn đề tôn giáo và ban hành Nghị quyết"
_PROPOSED = re.compile(r"đề\s+nghị\s(?:của\s)?$", re.IGNORECASE)  # what is proposed, the proposer wrote
_LETTER = re.compile(r"(?:công\s+văn|văn\s+bản)\s+(?:số\s{0,2}:?\s{0,2})?$", re.IGNORECASE)

# A document that is named by its symbol and then again in words: "175/2024/NĐ-CP: Nghị định số 175/2024/NĐ-CP".
_LABEL = re.compile(r"\s{0,2}:\s[^:.;\d]{0,40}$")
_SERIES = re.compile(r"(?:\d{1,5}\s{0,2},\s{0,2}|\d{1,5}\s{1,2}và\s{1,2}){1,30}$")
# "trích lục khai sinh số 45/TLKS-BS": a number of what stands before it; "theo số", "và số" are none.
_NOUN = re.compile(r"\s(?!(?:theo|tại|và|với|đến|từ|là|của|có|hoặc|cùng|nêu|kèm|các|thực|hiện)\s)[^\W\d_A-ZĐ]{2,}\s{1,3}$")
_WORDS_BETWEEN = re.compile(r"(?:\s{1,3}(?!(?:và|các|theo|kèm|này|của|tại)\b)[^\W\d_]+){1,4}\s*")
_SUMMARY_OF = re.compile(r"(?:\s{1,3}[\w-]+){0,12}?\s{1,3}(?:của|CỦA)\s{1,3}")
_OF_BODY = re.compile(r"\s{1,3}của\s{1,3}[A-ZĐ]")
_DIGIT = re.compile("[0-9]")
# Of a page of Wikipedia, "Quyết định 326-CP[4] ngày 29 tháng 12 năm 1978"; or how it is called from here on, "(gọi tắt NQ 21)".
_NOTE = re.compile(r"\s?\[\w{1,4}\]|\s?\((?:sau\s+đây\s+)?gọi\s+(?:tắt|chung)[^()]{1,60}\)")
_PLURAL = re.compile(r"(?<!\w)(?:các|những)\s{1,3}$", re.IGNORECASE)


@lru_cache(maxsize=64)  # a lead often begins the body, and rows of a table are alike
def citations_in(text: str) -> tuple[Citation, ...]:
    """Mentions in one piece of running text (a paragraph, a cell); none reaches over its end."""
    text = text.replace("Ð", "Đ") if "Ð" in text else text  # the letter of Iceland, which looks the same
    digit = _DIGIT.search(text)
    if not digit and not may_hold_congress(text):
        return ()
    numbers = [number for match in NUMBER.finditer(text, digit.start() if digit else len(text)) if _may_be_document(number := read_number(match, text), text)]
    has_laws = may_hold_laws(text)
    if not numbers and not has_laws:
        return ()
    found: list[Mention] = []
    for place, number in enumerate(numbers):
        if place + 1 < len(numbers) and numbers[place + 1].text == number.text and number.groups and _LABEL.search(text, number.end, numbers[place + 1].start):
            continue
        limit = next((other.start for other in numbers[place + 1 : place + 4] if other.groups), len(text))
        floor = found[-1][1] if found else 0
        several = _series(text, number, floor)
        one = several[-1] if several else _named(text, number, found[-1] if found else None)
        completed = _completed(text, one, limit, floor) if one else None
        if completed and _proven(text, number, completed[0]):
            found += [(other._replace(date=completed[0].date, issuer=completed[0].issuer), other.end) for other in several[:-1]]
            found.append(completed)
    if has_laws:
        found += laws_in(text, [(one.start, tail) for one, tail in found])
    found.sort(key=lambda pair: pair[0].start)
    return with_shared_issuers(text, found)


def _may_be_document(number: Number, text: str) -> bool:
    """Licences and judgments are none; a letter of the office that keeps the licences is one: "Công văn số 5120/ĐKKD-TT"."""
    return not number.is_other_paper or (len(number.groups) > 1 and _LETTER.search(text, max(0, number.start - 24), number.start) is not None)


def _named(text: str, number: Number, previous: tuple[Citation, int] | None) -> Citation | None:
    """A number with its type, from the word before it or from its symbol; None for a number of something else."""
    floor = previous[1] if previous else 0
    begin = max(floor, number.start - 100)
    before = text[begin : number.start]
    so = _SO.search(before, max(0, len(before) - _SO_LONGEST))
    stem = before[: so.start()] if so else before
    kind, at = type_before(stem)
    own = _kind_of_symbol(number)
    if kind and not so and own and stem[at].islower() and not kind.startswith(own) and {own, kind} != {"Quy định", "Quyết định"}:
        kind = ""  # "theo hướng dẫn 12/KH-UBND": a verb, not a type
    if kind and (kind, own) != ("Luật", "Lệnh"):  # "Lệnh công bố Luật số 09/2023/L-CTN"
        return Citation(kind, number.text, "", "", begin + at, number.end)
    if not number.groups or not number.shouted or _OTHER.search(stem):
        return None
    return _by_symbol(text, number, begin, (stem, so), previous)


def _by_symbol(text: str, number: Number, begin: int, before: "tuple[str, re.Match[str] | None]", previous: tuple[Citation, int] | None) -> Citation | None:
    """A number whose type no word before it tells; ``before`` is the text up to "số", which starts at ``begin``, and "số"."""
    (stem, so), own = before, _kind_of_symbol(number)
    issued = _issued_between(stem, own, number.body)
    if issued:
        return Citation(issued[0], number.text, "", issued[2], begin + issued[1], number.end)
    law, start = law_before(text, previous[1] if previous else 0, begin + len(stem)) if number.head.startswith(("QH", "UBTVQH", "LCT")) else ("", 0)
    if law == "Pháp lệnh" or number.head.startswith(("QH", "UBTVQH")):
        return Citation(law or "Luật", number.text, "", "", start if law else number.start, number.end)
    in_list = previous is not None and bool(LIST.fullmatch(text, previous[1], number.start))
    if not (so or in_list or len(number.groups) > 1) or not _speaks(text, number, bool(own or in_list or (so and not _NOUN.search(stem))), bool(own and so and ":" in so[0])):
        return None
    start = begin + _qualified(stem, own, so.start("word")) if so else number.start
    listed = previous[0].type if previous and in_list else ""
    kind = listed if listed.startswith(own) else own  # "các báo cáo thẩm tra số 76/BC-HĐND và số 78/BC-HĐND"
    return Citation(kind or "Công văn", number.text, "", "", start, number.end)


def _speaks(text: str, number: Number, is_announced: bool, is_headed: bool) -> bool:
    """Whether a symbol without a type in words is that of a document: two groups, or a date behind it; "kiot số 12/CH" has neither; or the type
    behind the colon of a document's head, "Số: 138-QĐ"."""
    several = len(number.groups) > 1 and (is_announced or number.is_of_known_body)
    return several or is_headed or when.AFTER.match(text, number.end) is not None


def _qualified(stem: str, own: str, otherwise: int) -> int:
    """Where "Công điện hỏa tốc số", "Kế hoạch tuyên truyền số" begins: a few words stand between the type and its number."""
    at = _last(own, stem) if own else -1
    if at > 0 and stem[at].isupper() and stem[at - 1].islower() and not stem[at + len(own) :].strip():
        return at  # "tạiTờ trình số": the blank is missing
    return at if at >= 0 and not stem[:at][-1:].isalnum() and _WORDS_BETWEEN.fullmatch(stem, at + len(own)) else otherwise


def _last(kind: str, text: str) -> int:
    """Where a type stands last in a text; -1 when it does not, or when its small letters are not as long as its capitals ("İ")."""
    low = text.casefold()
    return low.rfind(kind.casefold()) if len(low) == len(text) else -1


def _series(text: str, number: Number, floor: int) -> list[Citation]:
    """All of "các Nghị quyết 57, 59 và 66 của Bộ Chính trị", when the number is its last; else nothing."""
    if number.groups:
        return []
    begin = max(floor, number.start - 200)
    before = text[begin : number.start]
    several = _SERIES.search(before)
    if not several:
        return []
    so = _SO.search(before, 0, several.start())
    kind, at = type_before(before[: so.start() if so else several.start()])
    if not kind or kind in EVERYDAY | LAWS or not (so or _PLURAL.search(before, 0, at) or (before[at].isupper() and _OF_BODY.match(text, number.end))):
        return []
    places = [(m[0], begin + m.start(), begin + m.end()) for m in re.finditer(r"\d+", several[0])]
    places = [(one, start + several.start(), end + several.start()) for one, start, end in places]
    first, *rest = [Citation(kind, one, "", "", start, end) for one, start, end in [*places, (number.text, number.start, number.end)]]
    return [first._replace(start=begin + at), *rest]


def _kind_of_symbol(number: Number) -> str:
    """The type that a symbol names, first or, as of old, last ("01-TANDTC/TTLT"); "" for letters and for a number alone."""
    if not number.slashed and number.head == "QĐ" and number.groups[-1] == "TW":
        return "Quy định"  # of the Party; its decisions on persons are QĐNS
    return _kind_of_groups(number.groups) or OLD_TYPES.get(number.last, "")


@lru_cache(maxsize=4_096)
def _kind_of_groups(groups: tuple[str, ...]) -> str:
    return ABBREVIATIONS.get("-".join(groups[:2])) or ABBREVIATIONS.get(groups[0].split(".")[0], "") if groups else ""


def _issued_between(stem: str, own: str, symbol: str) -> tuple[str, int, str] | None:
    """Type, its start and the issuer, which stands before the number: "Quyết định của Bộ trưởng Bộ Nội vụ số", "Kế hoạch tuyên truyền của Sở (số"."""
    at = _last(" của ", stem)
    if at < 0:
        return None
    issuer, end = body_at(stem, at + 5, len(stem))
    if not issuer or stem[end:].strip() not in {"", ":"}:
        return None
    kind, start = type_before(stem[:at])
    if not kind and own:
        kind, start = own, _last(own, stem[:at])
        between = _SUMMARY_OF.fullmatch(stem, start + len(own), at + 5) if start >= 0 else None
        kind = kind if between and fits(symbol, issuer) else ""
    return (kind, start, issuer) if kind and own in {"", kind} else None


def _completed(text: str, one: Citation, limit: int, floor: int) -> tuple[Citation, int]:
    """With date and issuer, and where all of it ends."""
    place, signed, issuer, body = one.end, None, one.issuer, body_of(one)
    for _ in range(2):
        if note := _NOTE.match(text, place, limit):
            place = note.end()
        if signed is None and (signed := when.after_number(text, place, limit, is_first=place == one.end and bool(one.symbol))):
            place = signed.end()
        if not issuer:
            issuer, end = issuer_after(text, place, limit, body)
            together = issuers_together(text, end, limit, tuple(body.split("-"))) if issuer and "-" in body else end
            issuer, place = issuer + text[end:together], together
    date = when.told(signed) if signed else ""
    if not (issuer and date):
        before, front = _issued_before(text, one.start, floor, body)
        date = date or (front if before == issuer or not issuer else "")
        issuer = issuer or before
    if not (issuer or date) and (listed := issuer_listed(text, place, limit, body)):
        issuer, date, place = listed[0], when.told(listed[1]), listed[1].end()
    issuer = issuer or issuer_said(text, one.start, place, limit, body) or issuer_further(text, place, limit, body)
    if issuer and not date and (signed := _signed_behind(text, place, limit, issuer)):
        date = when.told(signed)
    return Citation(one.type, one.number, date, " ".join(issuer.split()), one.start, one.end), place


def _signed_behind(text: str, place: int, limit: int, issuer: str) -> "re.Match[str] | None":
    """The day behind whom a summary ends with: "Sắc lệnh 234/SL về vấn đề tôn giáo do Chủ tịch Hồ Chí Minh ký ngày 14/06/1955"."""
    at = text.find(f" do {issuer} ký ngày ", place, min(limit, place + 320))
    return when.AFTER.match(text, at + len(issuer) + 4) if at >= 0 else None


def _issued_before(text: str, start: int, floor: int, symbol: str) -> tuple[str, str]:
    """Issuer and date of "Ngày 24/5/2022, UBND huyện đã ban hành Kế hoạch …", issuer of "đề nghị của Sở Nội vụ tại Tờ trình số 1494/TTr-SNV"."""
    begin = max(floor, start - WINDOW)
    piece = text[begin:start]
    verb = _VERB.search(piece)
    if not verb:
        return "", ""
    for head in re.finditer(r"(?<![\w&-])(?:[A-ZĐỦ]|liên\s[BS])", piece):
        if any(one.match(piece, head.start()) for one in (FIXED, HEAD, ROLE)):
            issuer, end = body_at(piece, head.start(), verb.start())
            end = issuers_together(piece, end, verb.start(), tuple(symbol.split("-"))) if issuer and end < verb.start() else end
            signed = _PERSON.fullmatch(piece, end, verb.start()) or (fits(symbol, body_at(piece, head.start(), end)[0]) and _ALSO.fullmatch(piece, end, verb.start()))
            if issuer and (end == verb.start() or signed) and (not verb["at"] or fits(symbol, issuer) or _PROPOSED.search(piece, 0, head.start())):
                day = when.FRONT.search(piece, 0, head.start())
                return piece[head.start() : end], when.told(day) if day else ""
    return "", ""


def _proven(text: str, number: Number, one: Citation) -> bool:
    """Whether what was found is enough to take a number for that of a document."""
    if number.groups:
        return bool(number.year and number.head.startswith(("QH", "UBTVQH"))) or sum(c.isupper() for c in number.text) > 1 or (one.type in CITED_BARE and len(one.date) > 4)
    if one.type in LAWS:
        return False
    if one.type in EVERYDAY:
        return len(one.date) > 4
    if one.type not in CITED_BARE and not _SO.search(text, one.start, number.start):
        return len(one.date) > 4
    return bool(number.year or one.date or one.issuer or number.text[-1].isupper() or text[one.start].isupper())
