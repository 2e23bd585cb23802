"""What a build may cost at 10,000 items, 300 procedures and two processors, and whether it does.

Ratios are taken round by round, then the median: both builds of a pair saw the same minutes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import log10
from statistics import median

from bench.measure import Cost, Race

STEP_NAMES = {
    "cold": "dựng từ đầu",
    "none": "không có gì thay đổi",
    "edit": "sửa nội dung một bài",
    "title": "sửa tên một bài",
    "new": "thêm một bài",
    "delete": "bỏ một bài",
    "theme": "sửa giao diện",
    "profile": "sửa hồ sơ đơn vị",
}
GROWTH = 11.0


@dataclass(frozen=True, slots=True)
class Bound:
    """``find`` gives the figure, or None when its step or contestant was not measured."""

    step: str
    what: str
    must: float
    aim: float
    unit: str
    find: Callable[[Race], float | None]


def value(race: Race, name: str, step: str, what: str) -> float | None:
    """Median of one figure: ``wall``, ``cpu`` or ``rss``."""
    costs = race.costs.get(name, {}).get(step, [])
    return median(getattr(cost, what) for cost in costs) if costs else None


def ratio(race: Race, above: tuple[str, str], below: tuple[str, str], what: str) -> float | None:
    """Median over the rounds of one figure by another; each is a contestant and a step."""
    pairs = list(zip(_costs(race, *above), _costs(race, *below), strict=False))
    return median(getattr(a, what) / getattr(b, what) for a, b in pairs) if pairs else None


def _costs(race: Race, name: str, step: str) -> list[Cost]:
    return race.costs.get(name, {}).get(step, [])


def _own(step: str, what: str) -> Callable[[Race], float | None]:
    return lambda race: value(race, "cchc", step, what)


def _against(step: str, peer: str, what: str) -> Callable[[Race], float | None]:
    return lambda race: ratio(race, ("cchc", step), (peer, step), what)


def _of_cold(step: str) -> Callable[[Race], float | None]:
    return lambda race: ratio(race, ("cchc", step), ("cchc", "cold"), "cpu")


def _count(step: str, what: str) -> Callable[[Race], float | None]:
    def find(race: Race) -> float | None:
        done = race.effects.get("cchc", {}).get(step)
        if done is None:
            return None
        counts = {"touched": done.written + done.removed, "pages": done.written_pages, "files": len(done.changed) + done.removed}
        return counts[what]

    return find


def _peak(race: Race) -> float | None:
    return max((cost.rss for costs in race.costs.get("cchc", {}).values() for cost in costs), default=None)


BOUNDS = (
    Bound("cold", "CPU so với Pelican gốc", 0.55, 0.4, "×", _against("cold", "pelican", "cpu")),
    Bound("cold", "thời gian so với Hugo", 1.3, 1.0, "×", _against("cold", "hugo", "wall")),
    Bound("none", "thời gian", 1.0, 0.3, "s", _own("none", "wall")),
    Bound("none", "tệp bị chạm tới", 0, 0, "", _count("none", "touched")),
    Bound("edit", "CPU", 1.5, 0.8, "s", _own("edit", "cpu")),
    Bound("edit", "CPU so với Hugo", 0.08, 0.08, "×", _against("edit", "hugo", "cpu")),
    Bound("edit", "trang được ghi", 1, 1, "", _count("edit", "pages")),
    Bound("title", "CPU", 1.8, 1.0, "s", _own("title", "cpu")),
    Bound("title", "tệp thay đổi mà không hiện tên bài", 0, 0, "", lambda race: race.strangers.get("cchc")),
    Bound("new", "CPU", 2.0, 1.2, "s", _own("new", "cpu")),
    Bound("new", "tệp thay đổi", 60, 30, "", _count("new", "files")),
    Bound("theme", "CPU so với dựng từ đầu", 0.35, 0.25, "×", _of_cold("theme")),
    Bound("profile", "CPU so với dựng từ đầu", 0.35, 0.25, "×", _of_cold("profile")),
    Bound("", "bộ nhớ của tiến trình lớn nhất, mọi bước", 400, 250, "MB", _peak),
)


def growth(small: Race, large: Race, step: str) -> float | None:
    """CPU for ten times as many items, as a factor; sizes that are less far apart are carried on to ten-fold."""
    first, second = value(small, "cchc", step, "cpu"), value(large, "cchc", step, "cpu")
    if not first or not second:
        return None
    return float((second / first) ** (1 / log10(large.corpus.news / small.corpus.news)))
