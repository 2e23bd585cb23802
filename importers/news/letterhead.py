"""An official document by its form: quốc hiệu, number and symbol, place and date, type and summary, recipients, signer.

The parts are those of Nghị định 30/2020/NĐ-CP, Phụ lục I; what is left blank in a draft stays blank.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from importers.news.blocks import MARKER, Block
from importers.news.characters import one_line
from importers.news.signature import RULE, signature_of
from importers.values import bare
from plugins.model.citations.kinds import TYPES
from plugins.model.dates import DateProblem, parse_date

_HEAD_LINES = 30
_STATE = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap tu do hanh phuc|dang cong san viet nam")
_NUMBER = re.compile(r"(?<!\w)Số\s*:?\s*(?P<number>[\d.…_]*[a-zđ]?)\s*(?P<slash>[/-])\s*(?P<symbol>(?:\d{4}/)?[A-ZĐƯ][\w&.]*(?:\s*[-/]\s*[\w&.]+)*)")
_PLACE = re.compile(r"(?P<place>[^\W\d_][^,:;]{1,40}),\s*ngày\s*(?P<d>[\d.…_]*)\s*(?:tháng|[/-])\s*(?P<m>[\d.…_]*)\s*(?:năm|[/-])\s*(?P<y>[\d.…_]*)", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:ubnd|uy ban|hdnd|hoi dong|dang uy|dang bo|huyen uy|tinh uy|thanh uy|chi bo|ban |bo |so |phong |trung tam|van phong|cong an|tinh |thanh pho|huyen |quan |thi xa|xa |phuong |thi tran|dac khu|chi cuc|cuc |truong |tram |uy vien|mat tran|hoi |doan |lien doan|bch |to )"
)
# Stamped or typed beside a letterhead (Nghị định 30/2020/NĐ-CP, Điều 25; Luật Bảo vệ bí mật nhà nước): no agency.
_STAMP = re.compile(r"\(?(?:du thao(?: lan)?(?: thu)? ?\d*|ban sao|sao y|sao luc|trich sao|hoa toc(?: hen gio)?|thuong khan|khan|mat|toi mat|tuyet mat|luu hanh noi bo)\)?")
_SECRET = frozenset({"mat", "toi mat", "tuyet mat", "luu hanh noi bo"})
_ABOUT = re.compile(r"V/v\s*:?\s*(?P<about>.+)", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(r"(?:căn cứ|thực hiện|kính gửi|theo đề nghị|xét|để|nhằm|thi hành|ngày|điều \d|chủ tịch|ủy ban|uỷ ban|giám đốc|hội đồng)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """What the form of a document told. ``first`` and ``last`` bound its text among the blocks, ``end`` the text and its signature.

    ``blanks``: the parts that are there but not filled in.
    """

    first: int
    last: int
    end: int
    kind: str = ""
    title: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    date: datetime | None = None
    agency: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    post: tuple[str, ...] = ()
    signer: str = ""
    blanks: tuple[str, ...] = ()
    secret: str = ""  # the mark of a document that must not be published
    mark: str = "/"  # between number and symbol; the Party writes a hyphen

    @property
    def whole_number(self) -> str:
        """``15/KH-UBND``, ``27-KH/ĐU``."""
        return f"{self.number}{self.mark}{self.symbol}"


@dataclass
class _Head:
    found: dict[str, str] = field(default_factory=dict)
    date: datetime | None = None
    blanks: list[str] = field(default_factory=list)
    agency: list[str] = field(default_factory=list)
    signs: int = 0
    secret: str = ""


def document_of(blocks: Sequence[Block]) -> Document | None:
    """The form of an official document around these blocks; None for an article."""
    head, typed = _Head(), -1
    place, motto = 0, _motto(blocks)
    while place < min(len(blocks), _HEAD_LINES) and typed < 0:
        lines = blocks[place].lines
        for at, line in enumerate(lines):
            if (kind := _type(line)) and (line.isupper() or head.signs):
                typed, head.found["kind"] = place, kind
                head.found["title"] = " ".join(lines[at + 1 :])
                break
            if not _read(line, head) and (place >= motto or len(line) > 120):
                break
        else:
            place += 1
            continue
        break
    if typed < 0 and not ("about" in head.found and head.signs):
        return None
    first = place
    if typed >= 0:
        first, head.found["title"] = _title(blocks, typed, head.found["title"])
    if head.signs == 0 and not ({"kind"} <= head.found.keys() and signature_of(blocks, first).recipients):
        return None
    return _document(blocks, first, head)


def _motto(blocks: Sequence[Block]) -> int:
    """The last block of a letterhead that names the State: what stands above it, such as "KHÓA I", belongs to the letterhead."""
    found = [i for i, block in enumerate(blocks[:_HEAD_LINES // 2]) if any(len(line) < 150 and _STATE.search(bare(line)) for line in block.lines)]
    return max(found, default=-1)


def _type(line: str) -> str:
    """The type that a line names: ``QUYẾT ĐỊNH``, ``KẾ HOẠCH LIÊN TỊCH``; empty for another line."""
    plain = _plain(line).casefold()
    return TYPES.get(plain) or TYPES.get(re.sub(r"\s+(?:liên tịch|liên ngành|phối hợp)$", "", plain)) or ""


def _plain(line: str) -> str:
    return re.sub(r"(?<=\b\w) (?=\w\b)", "", line).strip(" :*.") if re.fullmatch(r"(?:\w ){3,}\w", line) else line.strip(" :*.")


def _read(line: str, head: _Head) -> bool:
    """Whether a line belongs to the letterhead; what it tells is kept."""
    number, about = _NUMBER.search(line), _ABOUT.search(line)
    place = _PLACE.search(line, _after_number(line, number))
    if number:
        _number(number, head)
    if place:
        _date(place, head)
    if about and len(line) < 400:
        head.found["about"] = one_line(about["about"])
    if number or place or about:
        return True
    folded = bare(line)
    if _STAMP.fullmatch(folded):
        head.secret = head.secret or (line if folded in _SECRET else "")
        return True
    if _STATE.search(folded) and len(line) < 150:
        head.signs += 1
        head.agency += _beside_state(line)
        return True
    if "about" in head.found and len(line) < 120 and not _BODY.match(line) and not line.isupper():
        head.found["about"] += f" {line}"  # a summary goes on below its number
        return True
    if line.isupper() and len(line) < 120 and _AGENCY.match(f"{folded} "):
        head.agency.append(line)
        return True
    return bool(RULE.fullmatch(line))


def _beside_state(line: str) -> list[str]:
    """The agency that stands left of the name of the State, or of its motto, in a letterhead typed with tabs."""
    left = re.split(r"(?:CỘNG\s+H(?:ÒA|OÀ)|Độc\s+lập|ĐỘC\s+LẬP|ĐẢNG\s+CỘNG\s+SẢN)", line, maxsplit=1)[0].strip()
    return [left] if left.isupper() and _AGENCY.match(f"{bare(left)} ") else []


def _after_number(line: str, number: re.Match[str] | None) -> int:
    """Where the place may begin: behind the gap after the number, when one line holds both."""
    gap = re.compile(r"\t| {2,}|\u00a0{2,}|\s").search(line, number.end()) if number else None
    return gap.end() if gap else 0


def _number(match: re.Match[str], head: _Head) -> None:
    head.signs += 1
    digits = match["number"].strip("._…")
    head.found |= {"number": digits, "symbol": re.sub(r"\s*-\s*", "-", match["symbol"]).strip("."), "slash": match["slash"]}
    if not digits:
        head.blanks.append("số")


def _date(match: re.Match[str], head: _Head) -> None:
    head.signs += 1
    head.found["place"] = one_line(match["place"]).strip("( ")
    parts = [match[key].strip("._…") for key in "dmy"]
    try:
        head.date = parse_date("/".join(parts))
    except DateProblem:
        head.blanks.append("ngày ban hành")


def _title(blocks: Sequence[Block], typed: int, begun: str) -> tuple[int, str]:
    """(first block of the text, summary): the lines below the type, as long as they are bold or stand close."""
    lines = [begun] if begun else []
    place = typed + 1
    while place < len(blocks) and len(lines) < 5:
        block = blocks[place]
        text = one_line(block.text)
        if RULE.fullmatch(text):
            place += 1
            break
        goes_on = not lines or (block.bold and blocks[place - 1].bold) or block.tight
        begins = _BODY.match(text) is not None and not (lines == [] and text[:1].islower())  # the Party's summaries begin small
        if block.kind not in {"paragraph", "heading"} or not goes_on or len(text) > 400 or MARKER.match(text) or begins:
            break
        lines.append(text)
        place += 1
    while place < len(blocks) and RULE.fullmatch(one_line(blocks[place].text)):
        place += 1
    return place, " ".join(lines)


def _document(blocks: Sequence[Block], first: int, head: _Head) -> Document:
    tail = signature_of(blocks, first)
    facts = head.found
    kind = facts.get("kind", "") or ("Công văn" if "about" in facts else "")
    title = facts.get("title", "") or facts.get("about", "")
    title = re.sub(r"^V/v\s*:?\s*", "Về việc ", title, flags=re.IGNORECASE)
    title = title[:1].upper() + title[1:]  # what follows "V/v" begins small, a title does not
    return Document(
        first, tail.begin, tail.end, kind, title.strip(" .*"), facts.get("number", ""), facts.get("symbol", ""), facts.get("place", ""),
        head.date, tuple(dict.fromkeys(head.agency)), tuple(filter(None, tail.recipients)), tuple(tail.post), tail.signer, tuple(head.blanks), head.secret, facts.get("slash", "/"),
    )  # fmt: skip
