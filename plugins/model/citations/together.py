"""What mentions beside each other share: the issuer at the end of a list, the one behind a summary that names another document."""

import re
from dataclasses import replace

from plugins.model.citations.issuer import fits
from plugins.model.citations.kinds import ABBREVIATIONS
from plugins.model.citations.mention import Citation

Mention = tuple[Citation, int]  # and where all of it ends, with its date and issuer

# What stands between the parts of a list.
LIST = re.compile(r"\s{0,3}(?:[,;]\s{0,3})?(?:(?:và|đến|hoặc|cùng|với)\s{1,3})?(?:các\s{1,3})?(?:số\s{0,3}:?\s{0,3})?", re.IGNORECASE)
_SUMMARY = 320  # characters of one


def with_shared_issuers(text: str, found: list[Mention]) -> tuple[Citation, ...]:
    """The issuer at the end of a list belongs to all of it that bear the same body's symbol."""
    if len(found) < 2:
        return tuple([one for one, _ in found])
    found = _given_back(text, found)
    shared: list[Citation] = []
    for place in range(len(found) - 1, -1, -1):
        one, tail = found[place]
        after = shared[-1] if shared else None
        if after and LIST.fullmatch(text, tail, after.start) and body_of(one) == body_of(after):
            together = one.type == after.type and text[after.start].isdigit()  # "các Nghị quyết số 01/NQ-CP, 02/NQ-CP ngày …"
            one = replace(one, issuer=one.issuer or after.issuer, date=one.date or (after.date if together else ""))
        shared.append(one)
    return tuple(reversed(shared))


def _given_back(text: str, found: list[Mention]) -> list[Mention]:
    """ "Kế hoạch 130/KH-UBND thực hiện Quyết định 923/QĐ-TTg do UBND tỉnh ban hành": who issued the first stands behind the second."""
    given = list(found)
    for place, (one, tail) in enumerate(found):
        if not (place and one.issuer and text.find(f" do {one.issuer}", one.end, tail + _SUMMARY) >= 0) or fits(body_of(one), one.issuer):
            continue
        owner = next((at for at in range(place - 1, max(-1, place - 4), -1) if fits(body_of(found[at][0]), one.issuer)), None)
        if owner is not None and not given[owner][0].issuer and one.start - given[owner][0].end < _SUMMARY:
            given[owner] = (replace(given[owner][0], issuer=one.issuer), given[owner][1])
            given[place] = (replace(one, issuer=""), tail)
    return given


def body_of(one: Citation) -> str:
    """The issuing body's part of a symbol: ``UBND`` of ``KH-UBND``, ``SNV`` of a letter's ``SNV-CCHC``."""
    head, *rest = re.split(r"[-/.]", one.symbol)
    return "-".join(rest) if head in ABBREVIATIONS else head
