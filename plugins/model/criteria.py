"""The scoring sheet: criteria of the unit's CCHC index that the site can help to prove."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from plugins.model.plan import Medium
from plugins.model.scale import Scale


class Measure(StrEnum):
    """What a report can measure; the value is the word for it in the file."""

    TASKS = "nhiệm vụ hoàn thành"
    POSTED = "thủ tục công khai đúng hạn"
    ANSWERED = "trả lời đúng hạn"
    MONTHS = "tháng có tin, bài"
    ITEMS = "số tin, bài"
    CONTENTS = "nội dung CCHC được tuyên truyền"
    FORMS = "số hình thức"
    MANUAL = "tự nhập"


# Measures in percent; the others are counts, but for what is typed, which is either.
PERCENTS = frozenset({Measure.TASKS, Measure.POSTED, Measure.ANSWERED, Measure.MONTHS})
COUNTS = frozenset({Measure.ITEMS, Measure.CONTENTS, Measure.FORMS})


@dataclass(frozen=True, slots=True)
class Typed:
    """A value that the unit itself gives for one period, with its proof."""

    period: str
    value: Decimal
    proof: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion. ``within`` are working days (posting), ``forms`` what is counted; empty where the measure needs none."""

    code: str
    name: str
    points: Decimal
    measure: Measure
    rule: Scale
    evidence: str
    within: int
    forms: tuple[Medium, ...]
    typed: tuple[Typed, ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    """The whole sheet; ``basis`` is the document that it comes from."""

    name: str
    basis: str
    criteria: tuple[Criterion, ...]
