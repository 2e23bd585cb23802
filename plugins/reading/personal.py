"""Data of persons that a page would show: numbers of identity cards, mobiles, accounts, private mail boxes, days of birth.

Thông tư 25/2010/TT-BTTTT, Điều 5, 6, 8, and Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: they are made public only where the
person agrees or a law says so, which no program can know. So they are told, masked, and a person answers for them.
Numbers of documents, procedures, fees, offices and hotlines are none of these: a number is told by its structure, or by
the word that stands before it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from heapq import merge

from plugins.model.problems import Problem, problem

# The first three digits (Nghị định 137/2015/NĐ-CP, Điều 13; codes of Thông tư 59/2021/TT-BCA): where a birth was registered.
_PROVINCES = frozenset(
    f"{code:03d}"
    for code in (
        *(1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48),
        *(49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96),
    )
)
_BORN_BY = 40  # of this century
# Not inside a word, a code, a path or a longer number.
_ALONE = r"(?<![\w/=&#@])(?<![0-9][.,_-])"
# Two telephones of one person are parted by a slash.
_SECOND = r"(?<=[0-9]{9}/)"
_ENDS = r"(?![\w])(?![.,/-][0-9])"
# Eight digits and more that are no date such as 2026-11-10. What is looked back for stands behind the first digit, so that
# digits are looked for first.
_LONG = re.compile(r"[0-9](?<![0-9]{2})(?!(?<=[12])[90][0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9]))(?:[ .-]?[0-9]){7}")
_IDENTITY = re.compile(rf"{_ALONE}[0-9]{{3}}(?:[ .-]?[0-9]){{9}}{_ENDS}")
_CARD = re.compile(rf"{_ALONE}[0-9]{{3}}([ .]?)[0-9]{{3}}\1[0-9]{{3}}{_ENDS}")
_MOBILE = re.compile(
    rf"(?:(?<=zalo\.me/)|{_SECOND}|{_ALONE})(?:0|\(?\+84\)?[ .-]?(?:\(?0\)?)?|84(?=[0-9]{{9}}(?![0-9])))"
    rf"(?:3[ .-]?[2-9]|5[ .-]?[25689]|7[ .-]?[06-9]|8[ .-]?[1-9]|9[ .-]?[0-9]|1(?:2[0-9]|6[2-9]|8[68]|99))(?:[ .-]?[0-9]){{7}}(?:{_ENDS}|(?=/0[35789][0-9]{{8}}(?![0-9])))"
)
_COUNTRY = re.compile(r"^\(?\+84\)?[ .-]?(?:\(?0\)?)?")
_SHORT_HEADS = ([2, 2, 2, 2, 2], [2, 4, 4], [2, 8])
_ACCOUNT = re.compile(rf"{_ALONE}[0-9](?:[ .-]?[0-9]){{7,18}}{_ENDS}")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|yahoo|ymail|hotmail|outlook|live|icloud|msn|aol|proton|protonmail|zoho)\.[a-z]{2,3}(?:\.[a-z]{2})?\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[ .][0-9]{3})+")
_NEAR = 60  # characters between a word and the number that it names
_SAYS_IDENTITY = re.compile(r"(?:CCCD|căn cước|định danh cá nhân|số ĐDCN)[^;|\n]{0,40}$", re.IGNORECASE)
_SAYS_CARD = re.compile(r"(?:CMND|CMTND|CMT|chứng minh (?:nhân dân|thư))[^;|\n]{0,40}$", re.IGNORECASE)
_SAYS_ACCOUNT = re.compile(r"(?:số tài khoản|tài khoản(?: ngân hàng)?(?: số)?|\bSTK|số TK|TK(?: số)?)(?:[ :.(]|\s)[^;|\n]{0,40}$", re.IGNORECASE)
_CARD_WORD = re.compile(r"CMND|CMTND|CMT|chứng minh", re.IGNORECASE)
_ACCOUNT_WORD = re.compile(r"tài khoản|STK|TK", re.IGNORECASE)
# Codes of taxpayers, parcels, files and documents may look like a telephone.
_SAYS_CODE = re.compile(r"(?:mã số thuế|MST|mã số (?:doanh nghiệp|hộ kinh doanh|ĐVQHNS|dự án)|ĐKKD|mã (?:hồ sơ|vạch|bưu gửi|vận đơn|định danh điện tử)|biên lai|hóa đơn|số hiệu|seri)[^;,|\n]{0,25}$", re.IGNORECASE)
_COUNTED = re.compile(r"\s?(?:đồng|đ\b|VNĐ|triệu|tài khoản)")
_TREASURY = re.compile(r"kho bạc|KBNN", re.IGNORECASE)  # where fees are paid to
_MAY_BE_BORN = re.compile(r"sinh(?:(?<=gày sinh)|(?<=ăm sinh)| ngày)")
_SAYS_BORN = re.compile(r"ngày sinh|sinh ngày|năm sinh|sinh năm", re.IGNORECASE)
_DAY = r"(?<![0-9/.-])(?:0?[1-9]|[12][0-9]|3[01])\s?(?:[/.-]|tháng)\s?(?:0?[1-9]|1[0-2])\s?(?:[/.-]|năm)\s?(?:19|20)[0-9]{2}(?![0-9])"
_A_DAY = re.compile(_DAY)
_BORN_ON = re.compile(rf"(?:ngày sinh|sinh ngày|ngày, tháng, năm sinh)\s*:?\s*{_DAY}", re.IGNORECASE)
_CAPITAL = r"[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ]"
_NAME = re.compile(rf"(?<!\w){_CAPITAL}[^\W\d_]{{0,12}}\s{{1,3}}{_CAPITAL}")
_DASHES = "\u2010\u2011\u2012\u2013\u2212"
_ODD = re.compile(rf"[{_DASHES}\u00a0\u2000-\u200a\u202f](?<=[0-9].)(?=[0-9])")
_BOLD = re.compile(r"\*\*(?<=[0-9]\*\*)(?=[0-9])")
_WIDE = re.compile("[\uff10-\uff19]")
_TYPED_ODDLY = re.compile(rf"[{_DASHES}\u00a0\u2000-\u200a\u202f\uff10-\uff19](?:(?<=[\uff10-\uff19])|(?<=[0-9].)(?=[0-9]))")  # one look for both
MOST = 200  # different numbers told of one file


@dataclass(frozen=True, slots=True)
class Personal:
    """One find: code of the rule, line (1-based), how it is shown, and what it is known by without being told."""

    code: str
    line: int
    shown: str
    mark: str


def mark_of(typed: str) -> str:
    """What a number or a mail box is known by, however it is typed: ``+84 912 345 678`` is ``0912345678``."""
    bare = typed.casefold() if "@" in typed else re.sub(r"^840?(?=[35789]\d{8}$)", "0", re.sub(r"\D", "", typed))
    return blake2b(bare.encode(), digest_size=8).hexdigest()


def masked(typed: str) -> str:
    """Three digits of a number, one letter of a mail box."""
    if "@" in typed:
        return f"{typed[0]}***@{typed.partition('@')[2]}"
    digits = re.sub(r"\D", "", typed)
    return digits[:3] + "*" * (len(digits) - 3)


def _typed_plainly(text: str) -> str:
    """Digits with hyphens and blanks as a keyboard has them: Word sets others. Lines stay where they are."""
    if not _TYPED_ODDLY.search(text):
        return _BOLD.sub("", text)
    plain = _ODD.sub(lambda match: "-" if match[0] in _DASHES else " ", text)
    return _WIDE.sub(lambda match: chr(ord(match[0]) - 0xFEE0), _BOLD.sub("", plain))


def personal_problems(text: str) -> list[Problem]:
    """What a text shows of persons, each number once; problems have an empty path and carry no number."""
    found = [problem(one.code, "", one.line, shown=one.shown, mark=one.mark) for one in personal_in(text)]
    return [*found, *_births(text)]


def personal_in(text: str) -> Iterator[Personal]:
    """Numbers and private mail boxes in a text, each once."""
    text = _typed_plainly(text)
    seen: set[str] = set()
    heads: dict[int, str] = {}
    for start, end in _lines(text):
        line = text[start:end]
        for code, typed in _in_line(line, _head(text, start, heads) if line.lstrip().startswith("|") else ""):
            mark = mark_of(typed)
            if mark not in seen:
                seen.add(mark)
                yield Personal(code, text.count("\n", 0, start) + 1, masked(typed), mark)
            if len(seen) == MOST:
                return


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines that may hold something: nearly all hold no long number and no private mail box."""
    place = 0
    found = [_LONG.finditer(text), *([_MAIL.finditer(text)] if "@" in text else [])]
    for at in merge(*((match.start() for match in matches) for matches in found)):
        if at < place:
            continue
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        place = end if end >= 0 else len(text)
        yield start, place


def _head(text: str, start: int, heads: dict[int, str]) -> str:
    """The first line of the table whose row begins at ``start``; ``heads`` keeps what is known of rows that were passed."""
    passed = [start]
    while passed[-1] and passed[-1] not in heads:
        before = text.rfind("\n", 0, passed[-1] - 1) + 1
        if not text[before : passed[-1] - 1].lstrip().startswith("|"):
            break
        passed.append(before)
    top = passed[-1]
    head = heads[top] if top in heads else text[top : text.find("\n", top)]  # a row stands below it
    heads.update(dict.fromkeys(passed, head))
    return head


def _in_line(line: str, head: str) -> Iterator[tuple[str, str]]:
    taken = bytearray(len(line))
    for code, match in _matches(line, head):
        start, end = match.span()
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield code, match[0]


def _matches(line: str, head: str) -> Iterator[tuple[str, re.Match[str]]]:
    """In the order in which one may claim a number before the others."""
    before = _namer(line, head)
    for match in _IDENTITY.finditer(line):
        if not _grouped(match[0], 1) or _COUNTED.match(line, match.end()):
            continue
        if _is_identity(re.sub(r"\D", "", match[0])) or _SAYS_IDENTITY.search(before(match.start())):
            yield "personal-identity", match
    around = f"{head}\n{line}"
    for code, pattern, says, word in (("personal-account", _ACCOUNT, _SAYS_ACCOUNT, _ACCOUNT_WORD), ("personal-card", _CARD, _SAYS_CARD, _CARD_WORD)):
        for match in pattern.finditer(line) if word.search(around) else ():
            if says.search(before(match.start())) and not _is_amount(code, match, line):
                yield code, match
    for match in _MOBILE.finditer(line):
        if _grouped(match[0], 2) and not _SAYS_CODE.search(before(match.start())):
            yield "personal-mobile", match
    for match in _MAIL.finditer(line):
        yield "personal-mail", match


def _namer(line: str, head: str) -> Callable[[int], str]:
    """What names a number that begins at a place: the words before it; in a table its column, then the words before it in its cell."""
    if not head:
        return lambda start: line[max(0, start - _NEAR) : start]
    bars, columns = [-1, *(match.start() for match in re.finditer(r"\|", line))], head.split("|")

    def before(start: int) -> str:
        column = bisect_left(bars, start) - 1
        return f"{columns[column] if column < len(columns) else ''} {line[max(bars[column] + 1, start - _NEAR) : start]}"

    return before


def _is_identity(digits: str) -> bool:
    """Province, century and sex, year: of the numbers of twelve digits one in forty is built like that."""
    return digits[:3] in _PROVINCES and (digits[3] in "01" or (digits[3] in "23" and int(digits[4:6]) <= _BORN_BY))


def _is_amount(code: str, match: re.Match[str], line: str) -> bool:
    """Money, a count, or an account of the State Treasury."""
    if _COUNTED.match(line, match.end()):
        return True
    return code == "personal-account" and bool(_THOUSANDS.fullmatch(match[0]) or _TREASURY.search(line, max(0, match.start() - 200), match.end() + 200))


def _grouped(typed: str, kinds: int) -> bool:
    """Whether blanks, dots and hyphens stand in a number as people set them: so many kinds at most, no digit alone."""
    national = _COUNTRY.sub("0", typed)
    lengths = [len(group) for group in re.split(r"[ .-]", national)]
    if lengths[0] == 2 and lengths not in _SHORT_HEADS:
        return False  # a day and an hour: 09.10.2025 11
    return len(set(national) & set(" .-")) <= kinds and min(lengths) > 1


def _births(text: str) -> list[Problem]:
    """Days of birth in a list of names: of two persons or more. A year alone is none, nor is the day of one person."""
    if not (_MAY_BE_BORN.search(text) or "SINH" in text):
        return []
    first, count, in_table = 0, 0, False
    for number, line in enumerate(text.split("\n"), 1):
        row = line.lstrip().startswith("|")
        in_table = row and (in_table or bool(_SAYS_BORN.search(line)))
        if (_A_DAY if in_table else _BORN_ON).search(line) and _NAME.search(line):
            first, count = first or number, count + 1
    return [problem("personal-births", "", first, count=count)] if count > 1 else []
