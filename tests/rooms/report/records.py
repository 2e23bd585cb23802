"""A site with a year of work, made by hand: what a report of it must say is counted in the tests by eye."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from plugins.model.criteria import Criteria, Criterion, Measure, Typed
from plugins.model.periods import Unit
from plugins.model.plan import Medium
from plugins.model.scale import read_scale
from plugins.model.site import Site
from tests.factory import item, site
from tests.rooms.workplan.records import done, plan_of, planned, task

MONTHLY = task("01", minimum=2)
RADIO = task("02", media=(Medium.RADIO,), done=(done("2026-01-30"), done("2026-02-27")))
ONCE = task("03", per=Unit.YEAR, minimum=2, deadline=date(2026, 3, 31))
OPEN = task("04", per=Unit.YEAR, minimum=None, deadline=date(2026, 12, 14))
NEWS = (
    item("t1", "2025-12-20", "tuyen-truyen", tasks=("2026-01",)),
    item("t2a", "2026-01-20", "chi-so", tasks=("2026-01",)),
    item("t2b", "2026-02-01", "chi-so", tasks=("2026-01", "2026-04")),
    item("t3", "2026-03-01", "hoi-dap", tasks=("2026-01", "2026-03")),
    item("t4", "2026-04-10", "cai-cach-the-che", tasks=("2026-03",)),
    item("t7", "2026-06-20", "tuyen-truyen"),
)


def working(**more: Any) -> Site:
    """Four tasks, six items; the plan was signed on 5 January."""
    return planned(site(NEWS), plan_of(MONTHLY, RADIO, ONCE, OPEN), **more)


def criterion(measure: Measure, rule: str, points: str = "1", **more: Any) -> Criterion:
    percent = "%" in rule
    scale = read_scale(rule, Decimal(points.replace(",", ".")), percent, measure in {Measure.ITEMS, Measure.CONTENTS, Measure.FORMS})
    facts: dict[str, Any] = {
        "code": "1",
        "name": "Tiêu chí",
        "points": Decimal(points.replace(",", ".")),
        "measure": measure,
        "rule": scale,
        "evidence": "Báo cáo",
        "within": 0,
        "forms": (),
        "typed": (),
    }
    return Criterion(**{**facts, **more})


def scored(of: Site, *criteria: Criterion) -> Site:
    return replace(of, criteria=Criteria("Bảng điểm", "QĐ 1", criteria))


def typed(period: str, value: str) -> Typed:
    return Typed(period, Decimal(value), "Báo cáo số 1")
