"""Rules of scoring as criteria tables print them: ``≥ 100 % = 1; 90 % – < 100 % = 0,5; < 90 % = 0``.

Every value has exactly one mark: what two clauses claim, and what none claims, is refused with the stretch that is wrong.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_NUMBER = r"(\d{1,7}(?:,\d{1,4})?)"
_ONE = re.compile(rf"(>=|>|<=|<|=)?{_NUMBER}")
_RANGE = re.compile(rf"(>=|>)?{_NUMBER}-(<=|<)?{_NUMBER}")
_SIGNS = (("≥", ">="), ("≤", "<="), ("–", "-"), ("—", "-"), ("dưới", "<"), ("trên", ">"), ("đến", "-"), ("từ", ""))
IN_PROPORTION = frozenset({"tỷlệ", "theotỷlệ", "tỉlệ", "theotỉlệ"})
_WHOLE = Decimal(100)


class ScaleProblem(ValueError):
    """A rule that cannot stand; ``code`` names the message and ``facts`` fill it."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


@dataclass(frozen=True, slots=True)
class Band:
    """From ``low`` to ``high`` (None: without end), each end in it or not. ``points`` None: in proportion to the value."""

    low: Decimal
    has_low: bool
    high: Decimal | None
    has_high: bool
    points: Decimal | None

    def holds(self, value: Decimal) -> bool:
        above = self.low <= value if self.has_low else self.low < value
        return above and (self.high is None or (value <= self.high if self.has_high else value < self.high))


@dataclass(frozen=True, slots=True)
class Scale:
    """A whole rule: its bands from the lowest, and the text as typed. ``percent`` tells what the values are."""

    text: str
    percent: bool
    bands: tuple[Band, ...]

    def score(self, value: Decimal, most: Decimal) -> Decimal:
        """Points for a value, to two decimals, a half upwards; a proportion is that of ``most``."""
        band = next(one for one in self.bands if one.holds(value))
        points = band.points if band.points is not None else most * value / _WHOLE
        return points.quantize(Decimal("0.01"), ROUND_HALF_UP)


def read_scale(text: str, most: Decimal, percent: bool, whole: bool = False) -> Scale:
    """The rule of a criterion of ``most`` points; ``whole`` values are counts. Raises :class:`ScaleProblem`."""
    clauses = [clause.strip() for clause in text.split(";") if clause.strip()]
    bands = [_band(clause, most, percent, whole) for clause in clauses]
    bands.sort(key=lambda band: (band.low, not band.has_low))
    if not bands:
        raise ScaleProblem("criterion-rule", clause=text)
    _covers(bands, percent, whole)
    return Scale(text, percent, tuple(bands))


def _band(clause: str, most: Decimal, percent: bool, whole: bool) -> Band:
    condition, sign, points = clause.rpartition("=")
    if not sign or ("%" in condition) != percent:
        raise ScaleProblem("criterion-unit" if sign else "criterion-rule", clause=clause, unit="có" if percent else "không có")
    found = _stretch(_plain(condition))
    if found is None:
        raise ScaleProblem("criterion-rule", clause=clause)
    low, has_low, high, has_high = found
    if whole:
        low, has_low = (low, True) if has_low else (low + 1, True)
        high, has_high = (high - 1, True) if high is not None and not has_high else (high, has_high)
        if low % 1 or (high is not None and high % 1):
            raise ScaleProblem("criterion-rule", clause=clause)
    if percent and high is None:
        high, has_high = _WHOLE, True
    if (high is not None and (high < low or (high == low and not (has_low and has_high)))) or (percent and high is not None and high > _WHOLE):
        raise ScaleProblem("criterion-rule", clause=clause)
    return Band(low, has_low, high, has_high, _points(points, clause, most, percent))


def _plain(condition: str) -> str:
    text = condition.casefold()
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    text = re.sub(r"[\s%]", "", text)
    return f">={text.removesuffix('trởlên')}" if text.endswith("trởlên") else text


def _stretch(text: str) -> tuple[Decimal, bool, Decimal | None, bool] | None:
    """(low, in it, high, in it) of a condition."""
    if match := _RANGE.fullmatch(text):
        return _decimal(match[2]), match[1] != ">", _decimal(match[4]), match[3] != "<"
    if (match := _ONE.fullmatch(text)) is None:
        return None
    value = _decimal(match[2])
    return {
        ">=": (value, True, None, False),
        ">": (value, False, None, False),
        "<=": (Decimal(0), True, value, True),
        "<": (Decimal(0), True, value, False),
    }.get(match[1] or "=", (value, True, value, True))


def _points(typed: str, clause: str, most: Decimal, percent: bool) -> Decimal | None:
    text = re.sub(r"\s|điểm", "", typed.casefold())
    if text in IN_PROPORTION and percent:
        return None
    if not re.fullmatch(_NUMBER, text):
        raise ScaleProblem("criterion-rule", clause=clause)
    if _decimal(text) > most:
        raise ScaleProblem("criterion-points", clause=clause, most=shown(most))
    return _decimal(text)


def _covers(bands: list[Band], percent: bool, whole: bool) -> None:
    """Refuses what two bands claim and what none does."""
    end, ended = Decimal(0), False  # every value below ``end`` is told, and ``end`` itself when ``ended``
    for band in bands:
        if band.low > end or (band.low == end and not ended and not band.has_low):
            raise ScaleProblem("criterion-hole", part=_part(end, not ended, band.low, not band.has_low, percent, whole))
        if band.low < end or (ended and band.has_low):
            high = end if band.high is None else min(end, band.high)
            has_high = (band.high != high or band.has_high) and (end != high or ended)
            raise ScaleProblem("criterion-overlap", part=_part(band.low, band.has_low, high, has_high, percent, whole))
        if band.high is None:
            end, ended = Decimal("Infinity"), True
        else:
            end, ended = (band.high + 1, False) if whole else (band.high, band.has_high)
    if not percent and end.is_finite():
        raise ScaleProblem("criterion-hole", part=f"từ {shown(end)} trở lên" if not ended else f"trên {shown(end)}")
    if percent and (end < _WHOLE or not ended):
        raise ScaleProblem("criterion-hole", part=_part(end, not ended, _WHOLE, True, percent, whole))


def _part(low: Decimal, has_low: bool, high: Decimal, has_high: bool, percent: bool, whole: bool) -> str:
    """A stretch in words."""
    unit = " %" if percent else ""
    if whole and high.is_finite():
        high, has_high = (high if has_high else high - 1), True
    if low == high:
        return f"đúng {shown(low)}{unit}"
    if not high.is_finite():
        return f"từ {shown(low)}{unit} trở lên"
    return f"{'từ' if has_low else 'trên'} {shown(low)}{unit} đến {'hết' if has_high else 'dưới'} {shown(high)}{unit}"


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def shown(value: Decimal) -> str:
    """A number with a decimal comma, without needless zeros: ``0,5``."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
