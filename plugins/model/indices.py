"""Indices of administrative reform: what each measures, on which scale, where its series breaks; and values of them.

What is said here of an index is data on published methods (named in ``sources``), not a rule of this program.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class IndexStatus(StrEnum):
    """Where a value comes from; ``DERIVED``: computed from a change that was published, not printed itself."""

    PUBLISHED = "công bố"
    DERIVED = "suy ra"
    OWN = "đơn vị tính"


@dataclass(frozen=True, slots=True)
class Scale:
    """The least and the highest value; ``unit`` stands behind a value in words."""

    name: str
    low: int
    high: int
    unit: str


SCALES = {one.name: one for one in (Scale("%", 0, 100, "%"), *(Scale(f"{low}-{high}", low, high, "điểm") for low, high in ((0, 100), (0, 80), (1, 10), (0, 10), (0, 1), (0, 1000))))}


@dataclass(frozen=True, slots=True)
class Break:
    """From ``year`` on values do not continue the earlier ones, and why."""

    year: int
    why: str


MERGED = Break(2025, "cả nước còn 34 tỉnh, thành phố (trước là 63), đơn vị cấp xã được sắp xếp lại; số liệu trước là của các đơn vị cũ.")


@dataclass(frozen=True, slots=True)
class Index:
    """One index. ``scales`` are (first year, scale) of its total, newest last; ``part_scales`` those of its parts."""

    slug: str
    short: str
    name: str
    publisher: str
    measures: str
    parts: tuple[str, ...]
    scales: tuple[tuple[int, str], ...]
    part_scales: tuple[str, ...]
    breaks: tuple[Break, ...]
    sources: tuple[str, ...]

    def scale_fits(self, scale: str, year: int) -> bool:
        """Whether a value of a year may stand on a scale."""
        known = [name for since, name in self.scales if since <= year]
        return scale in self.part_scales or (bool(known) and known[-1] == scale)

    def scales_of(self, year: int) -> tuple[str, ...]:
        """The scales that are right in a year."""
        known = [name for since, name in self.scales if since <= year]
        return (*known[-1:], *self.part_scales)


INDICES: tuple[Index, ...] = (
    Index(
        "par-index",
        "PAR INDEX",
        "Chỉ số cải cách hành chính",
        "Bộ Nội vụ, từ năm 2012",
        "Kết quả cải cách hành chính của các bộ và của các tỉnh, thành phố.",
        (),
        ((0, "%"),),
        (),
        (MERGED,),
        ("Quyết định số 1294/QĐ-BNV của Bộ Nội vụ", "Quyết định số 1150/QĐ-BNV: cấp tỉnh 8 lĩnh vực, 43 tiêu chí, 95 tiêu chí thành phần", "Quyết định số 876/QĐ-BNV, áp dụng cho giai đoạn 2022–2030"),
    ),
    Index(
        "sipas",
        "SIPAS",
        "Chỉ số hài lòng",
        "Bộ Nội vụ",
        "Mức độ hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước, qua khảo sát.",
        ("Tiếp cận dịch vụ", "Thủ tục hành chính", "Công chức", "Kết quả", "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị"),
        ((0, "%"),),
        (),
        (Break(2022, "phương pháp đo thay đổi, không so trực tiếp với các năm trước."), MERGED),
        ("Quyết định số 1001/QĐ-BNV ngày 11/12/2024 của Bộ Nội vụ",),
    ),
    Index(
        "papi",
        "PAPI",
        "Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh",
        "UNDP, CECODES và VFF-CRT",
        "Trải nghiệm của người dân với chính quyền và dịch vụ công; mỗi chiều từ 1 đến 10 điểm, tổng tám chiều tối đa 80 điểm.",
        (
            "Tham gia của người dân ở cấp cơ sở",
            "Công khai, minh bạch",
            "Trách nhiệm giải trình với người dân",
            "Kiểm soát tham nhũng",
            "Thủ tục hành chính công",
            "Cung ứng dịch vụ công",
            "Quản trị môi trường",
            "Quản trị điện tử",
        ),
        ((0, "0-80"),),
        ("1-10",),
        (MERGED,),
        ("papi.org.vn",),
    ),
    Index(
        "pci",
        "PCI",
        "Chỉ số Năng lực cạnh tranh cấp tỉnh",
        "Liên đoàn Thương mại và Công nghiệp Việt Nam (VCCI)",
        "Môi trường kinh doanh của tỉnh, thành phố theo đánh giá của doanh nghiệp; mười chỉ số thành phần, mỗi chỉ số từ 0 đến 10 điểm.",
        (),
        ((0, "0-100"),),
        ("0-10",),
        (MERGED,),
        ("Liên đoàn Thương mại và Công nghiệp Việt Nam (VCCI); PCI 2024 là kỳ cuối với 63 tỉnh, thành phố",),
    ),
    Index(
        "dti",
        "DTI",
        "Chỉ số chuyển đổi số",
        "Bộ Khoa học và Công nghệ (trước là Bộ Thông tin và Truyền thông)",
        "Mức độ chuyển đổi số của bộ, ngành, tỉnh, thành phố theo ba trụ cột.",
        ("Chính quyền số", "Kinh tế số", "Xã hội số"),
        ((0, "0-1"), (2024, "0-1000")),
        (),
        (Break(2024, "thang điểm đổi từ 0–1 sang 0–1000, không so trực tiếp với các năm trước."), MERGED),
        ("dti.gov.vn",),
    ),
    Index(
        "bo-chi-so-766",
        "Bộ chỉ số 766",
        "Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp",
        "Cổng Dịch vụ công quốc gia, theo thời gian thực",
        "Chất lượng phục vụ của từng cơ quan, đến cấp xã, khi giải quyết thủ tục hành chính.",
        ("Công khai, minh bạch", "Tiến độ giải quyết", "Dịch vụ công trực tuyến", "Thanh toán trực tuyến", "Số hóa hồ sơ", "Mức độ hài lòng"),
        ((0, "0-100"),),
        (),
        (MERGED,),
        ("Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ",),
    ),
)


@dataclass(frozen=True, slots=True)
class IndexValue:
    """One value. ``index`` is the slug, ``series`` whose value it is: a place, or a place and a part of the index."""

    index: str
    series: str
    year: int
    value: Decimal
    scale: str
    status: IndexStatus
    source: str

    @property
    def text(self) -> str:
        """As Vietnamese pages write it: ``83,72``."""
        return str(self.value).replace(".", ",")

    @property
    def sort_key(self) -> tuple[str, str, int]:
        return (self.index, self.series, self.year)
