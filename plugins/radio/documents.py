"""Numbers of documents as they are said: ``131/KH-UBND`` → số một trăm ba mươi mốt, Kế hoạch của Ủy ban nhân dân.

What a text says of type and issuer itself is not said twice.
"""

import re

from plugins.model.citations import Citation, citations_in
from plugins.model.citations.kinds import ABBREVIATIONS
from plugins.model.citations.when import AFTER
from plugins.model.glossary import Glossary
from plugins.model.issuers import central_issuer
from plugins.radio.letters import spelled
from plugins.radio.numbers import DIGITS, Voice, cardinal

_SO = re.compile(r"\(?\s*(?<!\w)(?:số|SỐ|Số)\s*[:.]?\s*$")
_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?([a-zđA-H]?)")
_TERM = re.compile(r"(\D+?)\.?(\d+)")


def say_documents(text: str, voice: Voice, terms: Glossary) -> str:
    """The text with every number of a document in words; its date and issuer are left as they stand."""
    for one in reversed(citations_in(text)):
        if one.number and (one.symbol or "/" in one.number):
            text = text[: one.start] + _said(text, one, voice, terms) + text[one.end :]
    return text


def _said(text: str, one: Citation, voice: Voice, terms: Glossary) -> str:
    piece = text[one.start : one.end]
    head = piece[: next(place for place, char in enumerate(piece) if char.isdigit())]
    typed = _SO.sub("", head).strip(" (")
    dated = AFTER.match(text, one.end)
    number = number_said(one.number, voice)
    year = re.match(r"[\d.]+[a-zđA-H]?[/-]((?:19|20)\d\d)(?=[/-]|$)", one.number)
    if year and not (dated and re.search(r"\d{4}|năm", dated[0])):
        number += f" năm {cardinal(int(year[1]), voice)}"
    issuer = "" if one.issuer else issuer_of(one.symbol, voice, terms)
    of = f" của {issuer}" if issuer else ""
    if typed:
        return f"{one.type if typed in ABBREVIATIONS else typed} số {number}{of}"
    lead = "Số" if head[:1] == "S" else "số"
    return f"{lead} {number}, {one.type}{of}"


def number_said(number: str, voice: Voice) -> str:
    """The number alone: a nought before it is part of its name (05 không năm), a letter behind it is named."""
    match = _NUMBER.match(number)
    if match is None:
        return ""
    noughts = len(match[1]) - len(match[1].lstrip("0"))
    value = match[1].lstrip("0")
    words = [DIGITS[0]] * noughts + ([cardinal(int(value), voice)] if value else [])
    words += ["chấm", cardinal(int(match[2]), voice)] if match[2] else []
    return " ".join([*words, *([spelled(match[3])] if match[3] else [])])


def issuer_of(symbol: str, voice: Voice, terms: Glossary) -> str:
    """Who issued a document, by its symbol: ``KH-UBND`` Ủy ban nhân dân; letters where nobody knows them."""
    groups = [group for group in re.split("[-/_]", symbol) if group]
    joint = groups[:1] == ["TTLT"]
    groups = groups[1:] if groups and groups[0] in ABBREVIATIONS else groups
    said = [_body(group, voice, terms) for group in (groups if joint else groups[:1])]
    return " và ".join(said)


def _body(group: str, voice: Voice, terms: Glossary) -> str:
    known = central_issuer(f"1/QĐ-{group}") or terms.said(group)
    term = _TERM.fullmatch(group)
    if term and group.startswith(("QH", "UBTVQH")):
        return f"{terms.said(term[1]) or 'Quốc hội'} khóa {cardinal(int(term[2]), voice)}"
    return known or spelled(group)
