"""Which parts of the register each item has to do with, kept from run to run: telling it means taking all mentions apart."""

from collections.abc import Iterable
from pathlib import Path

from plugins.model.addresses import Addresses
from plugins.model.document import Document
from plugins.model.fingerprint import digest
from plugins.model.register import Citing, PartOf, part_of, shares_of
from plugins.reading.cache import Cache
from plugins.reading.engine import version


def with_shares(citing: Iterable[Citing], documents: Iterable[Document], at: Addresses, content: Path, cache: Cache) -> list[Citing]:
    """The same with their shares. Those of the last run hold for the same mentions while the unit's own documents are the same."""
    own = [document.slug for document in documents]
    name = f"shares-{digest(str(content.resolve()))}"
    valid = digest("\n".join((version(), at.key, *sorted(own))))
    kept = cache.shelf([name]).get(name)
    known: dict[str, str] = kept[1] if isinstance(kept, tuple) and kept[0] == valid else {}
    of = part_of(own, at)
    found = {one.mentions_key: _with(one, known.get(one.mentions_key, ""), of) for one in citing}
    if found.keys() != known.keys():
        cache.put_shelf({name: (valid, {key: one.shares for key, one in found.items()})})
    return list(found.values())


def _with(one: Citing, shares: str, of: PartOf) -> Citing:
    """An item with its shares. What was taken apart for that stays at hand for whoever asks next."""
    if shares:
        return Citing(one.title, one.href, one.date, one.source, one.face, shares)
    cited = one.cited
    return Citing(one.title, one.href, one.date, cited, one.face, shares_of(cited, of))
