"""A problem says where, what, and how it should look; problems are collected and told together."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from plugins.model.packed import Packed
from plugins.model.words import RULES


class Severity(StrEnum):
    ERROR = "lỗi"
    WARNING = "cảnh báo"


@dataclass(frozen=True, slots=True, order=True)
class Problem(Packed):
    """One finding. ``path`` is relative to the content folder; ``line`` 0 means the whole file."""

    path: str
    line: int
    code: str
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        return Severity.ERROR if RULES[self.code].stops else Severity.WARNING

    @property
    def what(self) -> str:
        return RULES[self.code].what.format(**dict(self.facts))

    @property
    def remedy(self) -> str:
        return RULES[self.code].remedy.format(**dict(self.facts))

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


# Facts that are lists of ours: what may be written there, told whole.
_LISTS = frozenset({"choices", "columns", "folders", "keys", "kinds", "parts"})


def problem(code: str, path: str, line: int = 0, /, **facts: object) -> Problem:
    """A problem with its facts shortened, so that a report stays readable whatever was typed."""
    limits = {key: 2000 if key in _LISTS else 200 for key in facts}
    return Problem(path, line, code, tuple((k, shorten(str(v), limits[k])) for k, v in facts.items()))


def shorten(text: str, limit: int = 200) -> str:
    """One printable line: control characters shown as ``\\x..``, long text cut."""
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def stops(problems: Iterable[Problem]) -> bool:
    return any(p.severity is Severity.ERROR for p in problems)


class ContentRefused(Exception):
    """The content has errors; carries every problem of the run, warnings included, and the gate's verdict."""

    def __init__(self, problems: Iterable[Problem], verdict: Any = None) -> None:
        self.problems = tuple(sorted(set(problems)))
        self.verdict = verdict
        super().__init__(f"{sum(p.severity is Severity.ERROR for p in self.problems)} lỗi trong nội dung")


class ContentChanged(Exception):
    """A file was changed while the site was built; carries its path."""
