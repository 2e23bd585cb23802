"""What a document replaces, and what replaces it, told by either file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.documents import words
from plugins.documents.entries import Entry
from plugins.documents.views import DocumentFact
from plugins.model.document import Document


@dataclass(frozen=True, slots=True)
class Relations:
    """Every entry by its slug; slug → (what it replaces, what replaces it)."""

    entries: Mapping[str, Entry]
    replaced: Mapping[str, tuple[set[str], set[str]]]

    def of(self, entry: Entry) -> tuple[DocumentFact, ...]:
        """A line for each document on either side."""
        older, newer = self.replaced.get(entry.slug, (set(), set()))
        pairs = [(words.REPLACES, slug) for slug in sorted(older)] + [(words.REPLACED_BY, slug) for slug in sorted(newer)]
        found = [(label, self.entries[slug]) for label, slug in pairs if slug in self.entries]
        return tuple(DocumentFact(label, f"{other.label} {other.day}".strip(), other.href) for label, other in found)


def relations_of(entries: Sequence[Entry], documents: Sequence[Document]) -> Relations:
    """Those of the whole register."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for document in documents:
        for slug, _ in document.replaces:
            found.setdefault(document.slug, (set(), set()))[0].add(slug)
            found.setdefault(slug, (set(), set()))[1].add(document.slug)
        for slug, _ in document.replaced_by:
            found.setdefault(document.slug, (set(), set()))[1].add(slug)
            found.setdefault(slug, (set(), set()))[0].add(document.slug)
    return Relations({entry.slug: entry for entry in entries}, found)


def plain(number: str) -> str:
    """A number as it is compared: 05/KH-UBND is 5/kh-ubnd."""
    return number.lstrip("0").casefold()
