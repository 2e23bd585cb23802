"""The self-score: each criterion measured, scored by its rule, with the lines that prove it. What cannot be measured gets no points
and is said to be unknown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plugins.model.criteria import Criterion, Measure
from plugins.model.periods import Period, Unit
from plugins.model.scale import shown
from plugins.model.site import Site
from plugins.model.vocab import CATEGORIES
from plugins.report.evidence import NEWS, Evidence
from plugins.report.tasks import TaskResult, percent

# The six contents of Nghị quyết 76/NQ-CP, which stand first among the categories.
CONTENTS = tuple(category.slug for category in CATEGORIES[:6])


@dataclass(frozen=True, slots=True)
class Findings:
    """What the measures read; ``evidence`` is that of the period, numbered from 1 in its order."""

    site: Site
    period: Period
    today: date
    evidence: Sequence[Evidence]
    results: Sequence[TaskResult]


@dataclass(frozen=True, slots=True)
class Mark:
    """``value`` and ``points`` are None when nothing is known; ``lines`` are numbers of evidence; ``proof`` other proof."""

    criterion: Criterion
    value: Decimal | None
    points: Decimal | None
    said: str
    lines: tuple[int, ...]
    proof: str = ""


def mark_of(criterion: Criterion, found: Findings) -> Mark:
    """One criterion, measured and scored."""
    known = criterion.measure is Measure.MANUAL or _has_begun(found)
    value, said, lines, proof = _MEASURES[criterion.measure](criterion, found) if known else (None, "trang không có số liệu của kỳ này", (), "")
    points = None if value is None else criterion.rule.score(value, criterion.points)
    return Mark(criterion, value, points, said, lines, proof)


def _has_begun(found: Findings) -> bool:
    """Whether there could be anything: before the first item of the site, and before the period itself, nought is no figure."""
    first = min((item.date.date() for item in found.site.listed), default=None)
    return first is not None and first <= found.period.last and found.period.first <= found.today


Measured = tuple[Decimal | None, str, tuple[int, ...], str]


def _share(part: int, whole: int, what: str, lines: tuple[int, ...] = (), proof: str = "") -> Measured:
    if not whole:
        return None, f"không có {what} trong kỳ", (), ""
    value = percent(part, whole)
    return value, f"{part}/{whole} {what} ({shown(value)} %)", lines, proof


def _numbers(wanted: Sequence[bool]) -> tuple[int, ...]:
    return tuple(number for number, yes in enumerate(wanted, 1) if yes)


def _tasks(_: Criterion, found: Findings) -> Measured:
    due = [one for one in found.results if one.is_due]
    refs = {one.task.ref for one in due}
    lines = _numbers([bool(refs & set(one.tasks)) for one in found.evidence])
    return _share(sum(one.is_met for one in due), len(due), "nhiệm vụ đến hạn", lines, "Bảng kế hoạch và kết quả")


def _posted(criterion: Criterion, found: Findings) -> Measured:
    days = [p.publication.days_after_decision for p in found.site.procedures if p.publication.posted_on and found.period.holds(p.publication.posted_on)]
    known = [one for one in days if one is not None]
    return _share(sum(one <= criterion.within for one in known), len(known), "thủ tục công khai, biết số ngày", (), "Bảng thủ tục công khai trong kỳ")


def _answered(_: Criterion, found: Findings) -> Measured:
    judged = [one for one in found.site.answers if found.period.holds(one.answered) and one.days is not None and one.limit]
    paths = {one.path for one in judged}
    lines = _numbers([one.path in paths for one in found.evidence])
    return _share(sum(not one.late for one in judged), len(judged), "câu hỏi, phản ánh có hạn trả lời", lines)


def _months(_: Criterion, found: Findings) -> Measured:
    ended = [part for part in found.period.parts(Unit.MONTH) if part.last <= found.today]
    days = [one.date for one in found.evidence if one.kind == NEWS]
    lines = _numbers([one.kind == NEWS for one in found.evidence])
    return _share(sum(any(map(part.holds, days)) for part in ended), len(ended), "tháng", lines)


def _items(_: Criterion, found: Findings) -> Measured:
    lines = _numbers([one.kind == NEWS for one in found.evidence])
    return Decimal(len(lines)), f"{len(lines)} tin, bài", lines, ""


def _contents(_: Criterion, found: Findings) -> Measured:
    there = {slug for one in found.evidence if one.kind == NEWS for slug in one.slugs} & set(CONTENTS)
    lines = _numbers([one.kind == NEWS and bool(there & set(one.slugs)) for one in found.evidence])
    return Decimal(len(there)), f"{len(there)}/{len(CONTENTS)} nội dung của Nghị quyết 76/NQ-CP", lines, ""


def _forms(criterion: Criterion, found: Findings) -> Measured:
    there = [medium for medium in criterion.forms if any(medium in one.media for one in found.evidence)]
    lines = _numbers([bool(set(there) & set(one.media)) for one in found.evidence])
    names = f": {', '.join(there)}" if there else ""
    return Decimal(len(there)), f"{len(there)}/{len(criterion.forms)} hình thức có minh chứng{names}", lines, ""


def _typed(criterion: Criterion, found: Findings) -> Measured:
    typed = next((one for one in criterion.typed if one.period == found.period.name and not found.period.calendar), None)
    if typed is None:
        return None, "chưa nhập số của kỳ này", (), ""
    return typed.value, f"{shown(typed.value)}{' %' if criterion.rule.percent else ''} (đơn vị tự nhập)", (), typed.proof


_MEASURES = {
    Measure.TASKS: _tasks,
    Measure.POSTED: _posted,
    Measure.ANSWERED: _answered,
    Measure.MONTHS: _months,
    Measure.ITEMS: _items,
    Measure.CONTENTS: _contents,
    Measure.FORMS: _forms,
    Measure.MANUAL: _typed,
}
