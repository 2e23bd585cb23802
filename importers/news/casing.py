"""Names that a letterhead writes in capitals, as a sentence writes them; only where that is no guess."""

import re

from importers.news.syllable import is_syllable

_COUNCIL = re.compile(
    r"(?P<body>ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND)\s+(?P<level>PHƯỜNG|XÃ|ĐẶC KHU|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|TỈNH|THÀNH PHỐ)\s+(?P<name>.+)"
)
_SHORT = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


def issuer(lines: tuple[str, ...]) -> str:
    """The council of a place among the lines of a letterhead: ``Ủy ban nhân dân phường Lam Khê``; empty for another agency."""
    found = _COUNCIL.fullmatch(" ".join(" ".join(lines).split()))
    # A council of two lines is cut before its level; another second line is an agency of its own.
    if found is None or not (len(lines) == 1 or (len(lines) == 2 and lines[1].startswith(found["level"]))):
        return ""
    body = _SHORT.get(found["body"], found["body"].capitalize())
    return f"{body} {found['level'].lower()} {' '.join(word.capitalize() for word in found['name'].split())}"


def signing(line: str) -> str:
    """A line above a signature: ``TM. ỦY BAN NHÂN DÂN`` → ``TM. Ủy ban nhân dân``."""
    before = re.match(r"(?:T/M|K/T|T/L|TM|KT|TL|TUQ|Q)\.?\s*", line)
    prefix = before[0] if before else ""
    rest = line[len(prefix) :]
    deputy = re.fullmatch(r"PHÓ (?=CHỦ|BÍ|GIÁM|TRƯỞNG|CHÁNH|HIỆU|CỤC|VIỆN)(.+)", rest)  # offices keep their capital: Phó Chủ tịch
    return f"{prefix}{issuer((rest,)) or (f'Phó {_sentence(deputy[1])}' if deputy else _sentence(rest))}".strip()


def _sentence(capitals: str) -> str:
    """Capitals as a sentence; what is no syllable is an abbreviation: ``TRƯỞNG PHÒNG CCHC`` → ``Trưởng phòng CCHC``."""
    words = [word.lower() if is_syllable(word) else word for word in capitals.split()]
    return " ".join([words[0].capitalize() if words[0].islower() else words[0], *words[1:]]) if words else ""
