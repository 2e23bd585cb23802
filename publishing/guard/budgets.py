"""What a page may weigh on a phone, and what it may call. One table; bytes as they travel, which is gzip for text."""

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from publishing.guard.fault import Fault, Kind

FIRST_VIEW = 30_000  # bytes of a page with its styles and scripts, packed; pictures come apart
REQUESTS = 6  # for the first screen: the page, its styles and scripts, the pictures that are not lazy


@dataclass(frozen=True, slots=True)
class Budget:
    """The most bytes of one file (``packed``: after gzip), for ``pages`` with their styles and scripts.

    ``calls`` is the most files that a page may call for in all, with what comes only when it is scrolled to. Text that is
    no larger than ``sure`` times its room is not packed to be sure.
    """

    pattern: str
    label: str
    most: int
    packed: bool
    remedy: str
    pages: bool = False
    calls: int = 0
    sure: int = 1


_SPLIT = "tách bài, hoặc đưa bảng dài thành tệp đính kèm"
_PICTURE = "thu nhỏ ảnh còn khoảng 1600 điểm chiều ngang"
# An editor can make an article lighter, not a list: lists hold what there is, and are cut by time, sector or letter. Their
# budgets leave room for a ward's 300 procedures and 10,000 items; those of the sample site keep within FIRST_VIEW by a test.
BUDGETS: tuple[Budget, ...] = (
    Budget(r"the/.*\.html", "danh sách của từ khóa", 70_000, True, "dùng từ khóa hẹp hơn cho bài mới", pages=True, calls=80, sure=4),
    Budget(r"(?:chuyen-muc|ngay|van-ban/(?:loai|co-quan|nam|\d{4}|khong-ro))/.*\.html", "danh sách theo thời gian", 45_000, True, "đưa bớt bài sang chuyên mục khác", pages=True, calls=80, sure=4),
    Budget(r"thu-tuc/(?!\d\.\d).*\.html", "danh sách thủ tục", 45_000, True, "báo người quản trị: danh sách của chương trình quá dài", pages=True, calls=400, sure=4),
    Budget(r".*\.html", "trang", FIRST_VIEW, True, _SPLIT, pages=True, calls=80, sure=2),
    Budget(r"theme/.*\.css", "tệp kiểu chữ", 15_000, True, "bớt kiểu trong theme/static/css"),
    Budget(r"theme/.*\.js", "tệp script", 15_000, True, "bớt script trong theme/static/js"),
    Budget(r"feeds/.*", "nguồn cấp tin", 1_000_000, True, _SPLIT),
    Budget(r".*\.(?:jpe?g|png|gif|webp|avif|svg)", "ảnh", 4_000_000, False, _PICTURE),
)
_EVERY = [(re.compile(budget.pattern), budget) for budget in BUDGETS]
# What a browser fetches for a page: pictures, scripts, styles.
_CALLED = re.compile(rb"\ssrc=\"([^\"]+)\"|<link rel=\"stylesheet\" href=\"([^\"]+)\"")
_FETCHED = re.compile(rb"@font-face|@import|url\(\s*[\"']?(?:https?:)?//")


def budget_of(path: str) -> Budget | None:
    return next((budget for pattern, budget in _EVERY if pattern.fullmatch(path)), None)


def heavy(path: str, size: int, parts: Sequence[bytes], folder: Path) -> list[Fault]:
    """Faults of one file of ``size`` bytes; ``parts`` are those of a text. It is packed only when it may be over the budget."""
    budget = budget_of(path)
    if budget is None:
        return []
    theme = list(_theme(parts[0])) if budget.pages and parts else []
    faults = _weight(path, budget, size, theme, folder)
    if budget.pages:
        faults += _calls(path, budget, parts, len(theme))
    elif path.endswith(".css") and any(map(_FETCHED.search, parts)):
        faults.append(_fault(path, "tệp kiểu chữ tải thêm phông chữ hoặc tệp ở nơi khác", "bỏ @font-face, @import, url(http…) trong theme/static/css"))
    return faults


def _weight(path: str, budget: Budget, size: int, theme: Sequence[str], folder: Path) -> list[Fault]:
    with_theme = sum(_packed(folder, name) for name in theme)
    room = budget.most - with_theme
    if size <= room * budget.sure:
        return []
    if budget.packed and (size := _packed_now(folder / path)) <= room:
        return []
    how = (" khi nén, cùng kiểu chữ và script" if budget.pages else " khi nén") if budget.packed else ""
    return [_fault(path, f"{budget.label} nặng {_told(size + with_theme)}{how}, quá {_told(budget.most)}", budget.remedy)]


def _calls(path: str, budget: Budget, parts: Sequence[bytes], theme: int) -> list[Fault]:
    sources = sum([part.count(b' src="') for part in parts])
    faults = []
    if sources > budget.calls // 2:
        called = len({one or other for part in parts for one, other in _CALLED.findall(part)})
        if called > budget.calls:
            faults.append(_fault(path, f"trang gọi {called} tệp, quá {budget.calls}", "bớt ảnh trong bài, hoặc chia thành nhiều bài"))
    if sources + theme >= REQUESTS:
        at_once = 1 + theme + sum(part.count(b"<img ") - part.count(b' loading="lazy"') for part in parts)
        if at_once > REQUESTS:
            faults.append(_fault(path, f"trang gọi ngay {at_once} tệp, quá {REQUESTS}", "thêm loading=\"lazy\" cho ảnh ở dưới trong theme/templates"))
    return faults


def _theme(head: bytes) -> Iterator[str]:
    """Styles and scripts that a page calls, by their paths in the site."""
    at = head.find(b"theme/")
    while at >= 0:
        end = head.find(b'"', at)
        if head.endswith((b".css", b".js"), at, end):
            yield head[at:end].decode("utf-8", "replace")
        at = head.find(b"theme/", end)


# Styles and scripts are named by what they hold, so what they weigh never changes.
@lru_cache(maxsize=64)
def _packed(folder: Path, name: str) -> int:
    file = folder / name
    return _packed_now(file) if file.is_file() else 0


def _packed_now(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def _fault(path: str, what: str, remedy: str) -> Fault:
    return Fault(path, what, f"{remedy} (đăng gấp: URGENT=\"lý do\")", Kind.BUDGET)


def _told(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1_000_000 else f"{-(-size // 1000)} kB"
