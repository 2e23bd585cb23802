"""What mentions beside each other share: the issuer at the end of a list, the one behind a summary that names another document."""

import re
from functools import lru_cache

from plugins.model.citations.issuer import fits, is_named_by
from plugins.model.citations.kinds import ABBREVIATIONS
from plugins.model.citations.mention import Citation, symbol_of

Mention = tuple[Citation, int]  # and where all of it ends, with its date and issuer

# What stands between the parts of a list.
LIST = re.compile(r"\s{0,3}(?:[,;]\s{0,3})?(?:(?:và|đến|hoặc|cùng|với)\s{1,3})?(?:các\s{1,3})?(?:số\s{0,3}:?\s{0,3})?", re.IGNORECASE)
_HEADING = re.compile(r"(?:của|CỦA)\s[^:;.]{3,200}:\s")
_CHANGES = re.compile(r"^[^;.]{0,200}\b(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hướng\s+dẫn|đính\s+chính|hợp\s+nhất)\b", re.IGNORECASE)
_SO = re.compile(r"số\s|\d", re.IGNORECASE)
_PARTS = re.compile(r"[-/.]")
_SUMMARY = 320  # characters of one


def with_shared_issuers(text: str, found: list[Mention]) -> tuple[Citation, ...]:
    """The issuer at the end of a list belongs to all of it that bear the same body's symbol."""
    if len(found) < 2:
        return tuple([one for one, _ in found])
    found = _handed_on(text, _given_back(text, found))
    shared: list[Citation] = []
    for place in range(len(found) - 1, -1, -1):
        one, tail = found[place]
        after = shared[-1] if shared else None
        if after and LIST.fullmatch(text, tail, after.start) and body_of(one) == body_of(after):
            together = one.type == after.type and text[after.start].isdigit()  # "các Nghị quyết số 01/NQ-CP, 02/NQ-CP ngày …"
            one = one._replace(issuer=one.issuer or after.issuer, date=one.date or (after.date if together else ""))
        shared.append(one)
    return tuple(reversed(shared))


def _given_back(text: str, found: list[Mention]) -> list[Mention]:
    """ "Kế hoạch 130/KH-UBND thực hiện Quyết định 923/QĐ-TTg do UBND tỉnh ban hành": who issued the first stands behind the second."""
    given = list(found)
    for place, (one, tail) in enumerate(found):
        if not (place and one.issuer and text.find(f" do {one.issuer}", one.end, tail + _SUMMARY) >= 0):
            continue
        before, end = given[place - 1]
        if fits(body_of(one), one.issuer) and (is_named_by(body_of(one), one.issuer) or not is_named_by(body_of(before), one.issuer)):
            if not before.issuer and body_of(before) == body_of(one) and _CHANGES.search(text[end : one.start]):
                given[place - 1] = (before._replace(issuer=one.issuer), end)  # it changes the second, and both are of one body
            continue
        owner = next((at for at in range(place - 1, max(-1, place - 4), -1) if fits(body_of(found[at][0]), one.issuer)), None)
        if owner is not None and not given[owner][0].issuer and one.start - given[owner][0].end < _SUMMARY:
            given[owner] = (given[owner][0]._replace(issuer=one.issuer), given[owner][1])
            given[place] = (one._replace(issuer=""), tail)
    return given


def _handed_on(text: str, found: list[Mention]) -> list[Mention]:
    """Who stands in front of a list issued all of it that bears the same body's symbol: "đề nghị của Sở Nội vụ tại Tờ trình số 1/TTr-SNV, Công văn số
    2/SNV-TH", "các Thông tư của Bộ Xây dựng: số 5/2015/TT-BXD …; số 3/2016/TT-BXD …"."""
    given = [found[0]]
    headed = _heads(text, found[0][0])
    for one, tail in found[1:]:
        before, end = given[-1]
        same = bool(before.issuer) and not one.issuer and body_of(one) == body_of(before)
        in_front = same and before.issuer not in " ".join(text[before.end : end].split()) and LIST.fullmatch(text, end, one.start) is not None
        under = headed and same and one.type == before.type and _SO.match(text, one.start) is not None
        one = one._replace(issuer=before.issuer) if in_front or under else one
        headed = under or _heads(text, one)
        given.append((one, tail))
    return given


def _heads(text: str, one: Citation) -> bool:
    """Whether this is the first of a list whose issuer a colon parts from it."""
    return bool(one.issuer) and _HEADING.search(text, one.start, one.end) is not None


def body_of(one: Citation) -> str:
    """The issuing body's part of a symbol: ``UBND`` of ``KH-UBND``, ``SNV`` of a letter's ``SNV-CCHC``."""
    return _body_of(one.number)


@lru_cache(maxsize=8_192)
def _body_of(number: str) -> str:
    head, *rest = _PARTS.split(symbol_of(number))
    return "-".join(rest) if head in ABBREVIATIONS else head
