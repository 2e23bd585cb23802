"""Codes as cells hold them: text, or a number that has lost its last zeros or its point."""

from dataclasses import dataclass
from typing import Any

from importers.values import text_of
from plugins.model.procedure import read_code


@dataclass(frozen=True, slots=True)
class Code:
    """``text`` is the code as printed, without blanks; ``base`` its short form. A refused one has a ``problem``."""

    text: str = ""
    base: str = ""
    problem: str = ""
    facts: tuple[tuple[str, str], ...] = ()


def code_of(value: Any) -> Code:
    """The code of a cell; ``base`` of a number that is no sure code is the likely one."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(float(value))
    typed = "".join(text_of(value).split())
    read = read_code(typed)
    if read:
        return Code(typed, read[0])
    try:
        number = float(typed)
    except ValueError:
        return Code(problem="import-code", facts=(("value", text_of(value)),))
    return _number(number)


def _number(value: float) -> Code:
    """1.001193 is sure; 1.01314 was 1.013140 before Excel took its zero; 1001193 has lost its point."""
    shown = repr(value)
    if value.is_integer() and 1_000_000 <= value < 10_000_000:
        digits = str(int(value))
        likely = f"{digits[0]}.{digits[1:]}"
    else:
        whole, _, rest = shown.partition(".")
        likely = f"{whole}.{rest.ljust(6, '0')}"
        if likely == shown and read_code(likely):
            return Code(likely, likely)
    if read_code(likely) is None:
        return Code(problem="import-code", facts=(("value", text_of(value)),))
    return Code(base=likely, problem="import-code-number", facts=(("value", shown), ("likely", likely)))
