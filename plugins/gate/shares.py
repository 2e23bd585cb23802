"""Which parts of the register each item has to do with, kept from run to run: telling it means taking all mentions apart."""

from collections.abc import Iterable
from pathlib import Path

from plugins.model.addresses import Addresses
from plugins.model.document import Document
from plugins.model.fingerprint import digest
from plugins.model.register import Citing, part_of, shares_of
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
    keys = [(one, one.mentions_key) for one in citing]
    told = {key: known.get(key) or shares_of(one, of) for one, key in keys}
    if told.keys() != known.keys():
        cache.put_shelf({name: (valid, told)})
    return [Citing(one.title, one.href, one.date, one.source, one.face, told[key]) for one, key in keys]
