"""Values of the profile: each type refuses what is wrong with a remedy in Vietnamese."""

import re
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, BeforeValidator

from plugins.model.dates import DateProblem, parse_date, short_date
from plugins.model.fieldtypes import fail
from plugins.model.periods import PeriodProblem, read_period
from plugins.model.text import fold, nfc
from plugins.model.vocab import CATEGORIES, Level


def _says(remedy: str, test: Any) -> Any:
    """A validator that refuses with one remedy in Vietnamese."""

    def check(value: Any) -> Any:
        typed = nfc(value) if isinstance(value, str) else value
        if not test(typed):
            raise fail("profile-value", remedy=remedy)
        return typed

    return BeforeValidator(check)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 500 and value.isprintable()


def _is_url(value: Any) -> bool:
    if not isinstance(value, str) or re.search(r"[\s<>\"'\\]", value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_search_url(value: Any) -> bool:
    """An address of which one value of the query, and nothing else, is ``{q}``."""
    return _is_url(value) and value.count("{q}") == 1 and any(word == "{q}" for _, word in parse_qsl(urlsplit(value).query))


def _is_domain(value: Any) -> bool:
    if not _is_url(value):
        return False
    parts = urlsplit(value)
    clean = re.fullmatch(r"(?:/[A-Za-z0-9._~-]+)*/?", parts.path) and "/." not in parts.path
    return bool(clean) and not (parts.query or parts.fragment or parts.username or parts.password)


def _is_period(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(read_period(value))
    except PeriodProblem:
        return False


def _date_text(value: Any) -> str:
    try:
        return short_date(parse_date(str(value)))
    except DateProblem as error:
        raise fail("profile-value", remedy="ngày viết dạng 24/5/2026") from error


def _level(value: Any) -> Any:
    match = next((level for level in Level if isinstance(value, str) and fold(level) == fold(nfc(value))), None)
    if match is None:
        raise fail("profile-value", remedy="viết một trong ba: phường, xã, đặc khu")
    return match


Words = Annotated[str, _says("viết chữ trong ngoặc kép, trên một dòng, tối đa 500 ký tự", _is_text)]
Phone = Annotated[
    str,
    _says(
        "số điện thoại, ví dụ 0258 3821 001",
        lambda v: isinstance(v, str) and re.fullmatch(r"\+?[\d .()-]{3,20}", v) and re.search(r"\d{3}", v),
    ),
]
Email = Annotated[
    str,
    _says("địa chỉ thư, ví dụ phuong@tinh.gov.vn", lambda v: isinstance(v, str) and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", v)),
]
Reachable = Annotated[
    str,
    _says(
        "hộp thư hoặc địa chỉ trang, ví dụ mailto:baomat@tinh.gov.vn hoặc https://tinh.gov.vn/bao-mat",
        lambda v: _is_url(v) or (isinstance(v, str) and re.fullmatch(r"mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+", v)),
    ),
]
Contact = Annotated[
    str,
    _says(
        "số điện thoại, số tài khoản hoặc địa chỉ thư công vụ, ví dụ \"0912 345 678\" hoặc \"ubnd.xa@gmail.com\"",
        lambda v: isinstance(v, str) and (re.fullmatch(r"\+?[\d .()-]{3,30}", v) or re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", v)),
    ),
]
Megabytes = Annotated[int, _says("số MB từ 1 đến 30, không có ngoặc kép", lambda v: isinstance(v, int) and not isinstance(v, bool) and 1 <= v <= 30)]
Url = Annotated[str, _says("địa chỉ đầy đủ, ví dụ https://dichvucong.gov.vn", _is_url)]
SearchUrl = Annotated[
    str,
    _says("địa chỉ trang tìm kiếm có chữ {q} ở chỗ của từ cần tìm, ví dụ https://tinh.gov.vn/tim-kiem?tu-khoa={q}", _is_search_url),
]
Domain = Annotated[
    str,
    _says("tên miền có https://, có thể kèm đường dẫn, ví dụ https://x.gov.vn/cchc", _is_domain),
    AfterValidator(lambda v: v.rstrip("/")),
]
Colour = Annotated[str, _says("mã màu sáu chữ số, ví dụ #0b5394", lambda v: isinstance(v, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", v))]
Target = Annotated[str, _says("đường dẫn tệp trong thư mục nội dung, ví dụ hinh-anh/logo.svg, hoặc địa chỉ https://…", _is_text)]
LevelWord = Annotated[Level, BeforeValidator(_level)]
DateText = Annotated[str, BeforeValidator(_date_text)]
Flag = Annotated[bool, _says("viết true hoặc false, không có ngoặc kép", lambda v: isinstance(v, bool))]
Days = Annotated[int, _says("số ngày làm việc từ 1 đến 60, không có ngoặc kép", lambda v: isinstance(v, int) and not isinstance(v, bool) and 1 <= v <= 60)]
Speed = Annotated[
    int,
    _says("số tiếng đọc trong một phút, từ 100 đến 300, không có ngoặc kép", lambda v: isinstance(v, int) and not isinstance(v, bool) and 100 <= v <= 300),
]
Hashtag = Annotated[
    str,
    _says("chữ và số viết liền, không dấu cách, không có dấu #, ví dụ \"CaiCachHanhChinh\"", lambda v: isinstance(v, str) and re.fullmatch(r"\w{2,40}", v)),
]
ShortForm = Annotated[
    str,
    _says("chữ viết tắt từ 2 đến 20 ký tự, không có dấu cách ở đầu và cuối", lambda v: isinstance(v, str) and 2 <= len(v) <= 20 and v.isprintable() and v[:1].isalpha()),
]
CategorySlug = Annotated[
    str,
    _says(f"mã chuyên mục trong ngoặc kép: {', '.join(c.slug for c in CATEGORIES)}", lambda v: isinstance(v, str) and v in {c.slug for c in CATEGORIES}),
]
ZeroWord = Annotated[str, _says('viết "linh" hoặc "lẻ"', lambda v: v in ("linh", "lẻ"))]
ThousandWord = Annotated[str, _says('viết "nghìn" hoặc "ngàn"', lambda v: v in ("nghìn", "ngàn"))]
FourWord = Annotated[str, _says('viết "tư" hoặc "bốn"', lambda v: v in ("tư", "bốn"))]
Code = Annotated[
    str, _says("mã đơn vị hành chính gồm năm chữ số trong ngoặc kép, ví dụ \"26740\"", lambda v: isinstance(v, str) and re.fullmatch(r"\d{5}", v))
]
ProcedureCode = Annotated[
    str, _says("mã thủ tục: một chữ số, dấu chấm, sáu chữ số, trong ngoặc kép, ví dụ \"1.001193\"", lambda v: isinstance(v, str) and re.fullmatch(r"\d\.\d{6}", v))
]
PeriodName = Annotated[str, _says("kỳ báo cáo viết như \"2026\", \"2026-H1\", \"2026-Q2\" hoặc \"2026-03\"", _is_period)]
Authority = Annotated[
    str,
    _says(
        "tên miền đầu tiên và năm bắt đầu, ví dụ phuong.tinh.gov.vn,2025; đặt một lần, không bao giờ đổi",
        lambda v: isinstance(v, str) and re.fullmatch(r"[a-z0-9.-]+,\d{4}", v),
    ),
]
