"""The plan against what was done: for each task what was due by the end of the period, and how much of it is there.

A task that is wanted so often each month (quarter, half) is judged month by month: twelve in January do not make up for a
February without any. Stretches that ended before the plan was signed, or that begin after the deadline, are not asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from plugins.model.periods import Period, Unit
from plugins.model.plan import Plan, Task
from plugins.report.evidence import Evidence


@dataclass(frozen=True, slots=True)
class TaskResult:
    """``wanted`` and ``reached`` up to the end of the period, ``wanted`` 0 while nothing is due; ``missing`` in words."""

    task: Task
    in_period: int
    so_far: int
    wanted: int
    reached: int
    missing: tuple[str, ...]

    @property
    def is_due(self) -> bool:
        return self.wanted > 0

    @property
    def is_met(self) -> bool:
        return self.is_due and self.reached == self.wanted

    @property
    def gap(self) -> int:
        return self.wanted - self.reached

    @property
    def ratio(self) -> Decimal | None:
        return percent(self.reached, self.wanted) if self.wanted else None


def percent(part: int, whole: int) -> Decimal:
    """Cut after two decimals, never rounded up: 99,999 % is no 100 %."""
    return (Decimal(100) * part / whole).quantize(Decimal("0.01"), ROUND_DOWN)


def results_of(plan: Plan, evidence: Sequence[Evidence], period: Period, today: date) -> tuple[TaskResult, ...]:
    """A result for each task; ``evidence`` is that of the whole year so far, ``today`` the day after which nothing is due."""
    by_task: dict[str, list[date]] = {}
    for one in evidence:
        for ref in one.tasks:
            by_task.setdefault(ref, []).append(one.date)
    return tuple(_result(plan, task, by_task.get(task.ref, []), period, today) for task in plan.tasks)


def _result(plan: Plan, task: Task, days: list[date], period: Period, today: date) -> TaskResult:
    so_far = [day for day in days if period.whole_year.first <= day <= period.last]
    stretches = _stretches(plan, task, period, min(period.last, today))
    counts = [(label, sum(first <= day <= last for day in days)) for label, first, last in stretches]
    missing = tuple(f"{label} (đạt {count}/{task.least})" for label, count in counts if count < task.least)
    reached = sum(min(count, task.least) for _, count in counts)
    return TaskResult(task, sum(map(period.holds, days)), len(so_far), len(counts) * task.least, reached, missing)


def _stretches(plan: Plan, task: Task, period: Period, until: date) -> list[tuple[str, date, date]]:
    """(label, first day, last day) of every stretch of which the end, or the deadline, has come."""
    if task.per is Unit.YEAR:
        whole = period.whole_year
        return [(whole.label, whole.first, task.deadline)] if task.deadline <= until else []
    parts = period.so_far.parts(task.per)
    return [(one.label, one.first, min(one.last, task.deadline)) for one in parts if plan.date <= one.last <= until and one.first <= task.deadline]
