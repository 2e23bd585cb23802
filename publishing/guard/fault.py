"""What the guard finds: where, what, the remedy, and whether it may pass."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How a finding is treated; see :mod:`publishing.guard`."""

    LINK = "liên kết"
    BUDGET = "dung lượng"
    LOSS = "mất"
    LEAK = "lộ"
    BROKEN = "hỏng"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A page or file of the build that must not go out, and why. ``literal`` is the very text of a leak."""

    path: str
    what: str
    remedy: str = field(default="", compare=False)
    kind: Kind = field(default=Kind.LINK, compare=False)
    literal: str = field(default="", compare=False, repr=False)


def passed(faults: Iterable[Fault], urgent: bool, gone: bool) -> tuple[list[Fault], list[Fault]]:
    """What stops the release, and what is let through."""
    let = {*((Kind.LINK, Kind.BUDGET) if urgent else ()), *((Kind.LOSS,) if gone else ())}
    every = sorted(faults)
    return [fault for fault in every if fault.kind not in let], [fault for fault in every if fault.kind in let]
