"""Closed vocabularies: CCHC categories, publication status, level of unit."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from plugins.model.text import fold


@dataclass(frozen=True, slots=True)
class Category:
    """One CCHC category; the slug is fixed, the name may be changed by the profile."""

    slug: str
    name: str
    description: str
    order: int


# The six contents of Nghị quyết 76/NQ-CP (15/7/2021), the seventh heading of local plans,
# and the columns that commune plans of communication work ask for.
_CATEGORIES = (
    ("cai-cach-the-che", "Cải cách thể chế", "Xây dựng, rà soát và tổ chức thi hành văn bản, quy định tại địa phương."),
    (
        "cai-cach-thu-tuc-hanh-chinh",
        "Cải cách thủ tục hành chính",
        "Công khai, đơn giản hóa thủ tục; tiếp nhận và trả kết quả theo cơ chế một cửa.",
    ),
    (
        "cai-cach-to-chuc-bo-may",
        "Cải cách tổ chức bộ máy hành chính nhà nước",
        "Sắp xếp bộ máy, phân cấp, quy chế làm việc và phối hợp.",
    ),
    (
        "cai-cach-che-do-cong-vu",
        "Cải cách chế độ công vụ",
        "Đội ngũ cán bộ, công chức; kỷ luật, kỷ cương và văn hóa công vụ.",
    ),
    ("cai-cach-tai-chinh-cong", "Cải cách tài chính công", "Quản lý ngân sách, tài sản công và công khai tài chính."),
    (
        "chinh-quyen-so",
        "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
        "Dịch vụ công trực tuyến, số hóa hồ sơ, thanh toán không dùng tiền mặt.",
    ),
    ("chi-dao-dieu-hanh", "Chỉ đạo, điều hành", "Kế hoạch, văn bản chỉ đạo, kiểm tra và báo cáo cải cách hành chính."),
    ("tuyen-truyen", "Thông tin, tuyên truyền", "Phổ biến chủ trương, chính sách và hoạt động cải cách hành chính."),
    ("guong-dien-hinh", "Gương điển hình, sáng kiến", "Cá nhân, tập thể và cách làm hay trong cải cách hành chính."),
    ("chi-so", "Chỉ số CCHC", "Kết quả và ý nghĩa của các chỉ số cải cách hành chính."),
    ("hoi-dap", "Hỏi – đáp, phản ánh kiến nghị", "Trả lời câu hỏi, phản ánh, kiến nghị của người dân và tổ chức."),
)
# Of people, teams and initiatives that others may follow: its items may name them (``exemplar``, ``recognition``).
EXEMPLARS = "guong-dien-hinh"
INDEX_NEWS = "chi-so"


class ExemplarKind(StrEnum):
    """What is held up as an example."""

    PERSON = "cá nhân"
    TEAM = "tập thể"
    INITIATIVE = "sáng kiến"


CATEGORIES: tuple[Category, ...] = tuple(Category(s, n, d, i) for i, (s, n, d) in enumerate(_CATEGORIES))


class Status(StrEnum):
    """What an editor says of an item; the clock adds *scheduled* and *expired*."""

    PUBLISHED = "published"
    DRAFT = "draft"


class Standing(StrEnum):
    """Whether an item is public at the build's now."""

    PUBLIC = "đăng"
    DRAFT = "nháp"
    SCHEDULED = "hẹn giờ"
    EXPIRED = "hết hạn"
    INTERNAL = "nội bộ"


class Level(StrEnum):
    """The three kinds of commune-level unit since 01/7/2025."""

    WARD = "phường"
    COMMUNE = "xã"
    SPECIAL_ZONE = "đặc khu"


STATUS_WORDS: dict[str, Status] = {
    **dict.fromkeys(("published", "public", "dang", "da dang", "xuat ban", "cong khai"), Status.PUBLISHED),
    **dict.fromkeys(("draft", "nhap", "ban nhap", "hidden", "an"), Status.DRAFT),
}
YES_WORDS = frozenset({"yes", "true", "1", "co", "x", "ghim"})
NO_WORDS = frozenset({"no", "false", "0", "khong", ""})


_FIRST_NAMES = {c.slug: c.name for c in CATEGORIES}


def category_by_name(text: str, categories: tuple[Category, ...] = CATEGORIES) -> Category | None:
    """A category by slug, by its name here or by its first name; marks, case and punctuation forgiven."""
    wanted = _bare(text)
    return next((c for c in categories if wanted in (_bare(c.slug), _bare(c.name), _bare(_FIRST_NAMES[c.slug]))), None)


@lru_cache(maxsize=1024)
def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())
