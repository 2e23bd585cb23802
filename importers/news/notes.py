"""What an import says to the editor: what was changed, what was guessed, what is hers to decide."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Notes:
    """Sentences in Vietnamese, each once, in the order in which they arose."""

    changed: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    decide: list[str] = field(default_factory=list)

    def change(self, sentence: str) -> None:
        _add(self.changed, sentence)

    def guess(self, sentence: str) -> None:
        _add(self.guessed, sentence)

    def ask(self, sentence: str) -> None:
        _add(self.decide, sentence)

    @property
    def sure(self) -> bool:
        """Whether nothing was guessed and nothing is open."""
        return not self.guessed and not self.decide


def _add(sentences: list[str], sentence: str) -> None:
    if sentence not in sentences:
        sentences.append(sentence)


def some(names: Iterable[str], most: int = 3) -> str:
    """The first few of many, in quotes, and how many more there are."""
    listed = list(dict.fromkeys(names))
    shown = ", ".join(f"“{name if len(name) <= 60 else name[:59] + '…'}”" for name in listed[:most])
    return shown + (f" và {len(listed) - most} chỗ nữa" if len(listed) > most else "")
