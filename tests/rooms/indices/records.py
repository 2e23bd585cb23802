"""Values of indices for tests: made by hand, small."""

from dataclasses import replace
from decimal import Decimal

from plugins.model.indices import IndexStatus, IndexValue
from plugins.model.site import Site


def value(index: str = "sipas", series: str = "Cả nước", year: int = 2024, number: str = "83.94", scale: str = "%", status: IndexStatus = IndexStatus.PUBLISHED) -> IndexValue:
    return IndexValue(index, series, year, Decimal(number), scale, status, f"Nguồn của {series}")


def row(index: str, series: str, numbers: dict[int, str], scale: str = "%") -> list[IndexValue]:
    return [value(index, series, year, number, scale) for year, number in numbers.items()]


def with_values(of: Site, *values: IndexValue) -> Site:
    return replace(of, indices=tuple(sorted(values, key=lambda one: one.sort_key)))
