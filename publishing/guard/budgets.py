"""What a page may weigh on a phone. One table; bytes as they travel, which is gzip for text."""

import gzip
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from publishing.guard.fault import Fault, Kind


@dataclass(frozen=True, slots=True)
class Budget:
    """The most bytes of one file (``packed``: after gzip), and for pages the most files that one calls for."""

    pattern: str
    label: str
    most: int
    packed: bool
    remedy: str
    calls: int = 0


_SPLIT = "tách bài, hoặc đưa bảng dài thành tệp đính kèm"
_PICTURE = "thu nhỏ ảnh còn khoảng 1600 điểm chiều ngang"
BUDGETS: tuple[Budget, ...] = (
    Budget(r".*\.html", "trang", 100_000, True, _SPLIT, calls=80),
    Budget(r"theme/.*\.css", "tệp kiểu chữ", 30_000, True, "bớt kiểu trong theme/static/css"),
    Budget(r"theme/.*\.js", "tệp script", 30_000, True, "bớt script trong theme/static/js"),
    Budget(r"feeds/.*", "nguồn cấp tin", 1_000_000, True, _SPLIT),
    Budget(r".*\.(?:jpe?g|png|gif|webp|avif|svg)", "ảnh", 4_000_000, False, _PICTURE),
)
_EVERY = [(re.compile(budget.pattern), budget) for budget in BUDGETS]
# What a browser fetches for a page: pictures, scripts, styles.
_CALLED = re.compile(r"\ssrc=\"([^\"]+)\"|<link rel=\"stylesheet\" href=\"([^\"]+)\"")


def budget_of(path: str) -> Budget | None:
    return next((budget for pattern, budget in _EVERY if pattern.fullmatch(path)), None)


def heavy(path: str, size: int, texts: Sequence[str], folder: Path) -> list[Fault]:
    """Faults of one file of ``size`` bytes. It is packed only when it is over the budget as it stands."""
    budget = budget_of(path)
    if budget is None:
        return []
    faults = []
    if size > budget.most and (not budget.packed or (size := _packed(folder / path)) > budget.most):
        how = " khi nén" if budget.packed else ""
        faults.append(_fault(path, f"{budget.label} nặng {_told(size)}{how}, quá {_told(budget.most)}", budget.remedy))
    if budget.calls and sum(text.count(' src="') for text in texts) > budget.calls // 2:
        called = len({one or other for text in texts for one, other in _CALLED.findall(text)})
        if called > budget.calls:
            faults.append(_fault(path, f"trang gọi {called} tệp, quá {budget.calls}", "bớt ảnh trong bài, hoặc chia thành nhiều bài"))
    return faults


def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def _fault(path: str, what: str, remedy: str) -> Fault:
    return Fault(path, what, f"{remedy} (đăng gấp: URGENT=\"lý do\")", Kind.BUDGET)


def _told(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1_000_000 else f"{size // 1000} kB"
