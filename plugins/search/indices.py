"""The pages of indices: found by their short names and by what they measure."""

from collections.abc import Iterator

from plugins.model.indices import INDICES
from plugins.model.site import Site


def index_pages(site: Site) -> Iterator[tuple[str, str, str, str]]:
    """(path, title, further words, what it measures) of each index that has values."""
    known = {value.index for value in site.indices}
    for index in INDICES:
        path = site.addresses.indices(f"{index.slug}.html")
        if index.slug in known and path:
            yield path, f"{index.short} – {index.name}", index.publisher, index.measures
