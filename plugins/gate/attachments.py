"""Attached files against the items that lead to them, and what the unit shows of itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from plugins.model.problems import Problem, problem
from plugins.model.profile import Profile
from plugins.reading.assets import PICTURES, AssetInfo, ending
from plugins.reading.item import Reading
from plugins.reading.personal import mark_of

# An item with fewer characters of HTML than that does not tell what a scanned file holds.
TOLD = 400
_NAMES = {
    "personal-identity": "số căn cước, số định danh cá nhân",
    "personal-card": "số chứng minh nhân dân",
    "personal-mobile": "số điện thoại di động",
    "personal-mail": "địa chỉ thư riêng",
    "personal-account": "số tài khoản",
}


def own_marks(profile: Profile | None) -> frozenset[str]:
    """The unit's own numbers and mail boxes, as :func:`plugins.reading.personal.mark_of` knows them."""
    if profile is None:
        return frozenset()
    unit = profile.unit
    return frozenset(mark_of(typed) for typed in (unit.phone, unit.hotline, unit.fax, unit.email, *profile.check.contacts) if typed)


def without_own(reading: Reading, own: frozenset[str]) -> Reading:
    """A reading without what it says of numbers that are the unit's own."""
    if not any(dict(one.facts).get("mark") in own for one in reading.problems):
        return reading
    return replace(reading, problems=tuple(one for one in reading.problems if dict(one.facts).get("mark") not in own))


def attachment_problems(
    attached: Iterable[tuple[str, str, int]], readings: Mapping[str, Reading], infos: Mapping[str, AssetInfo], profile: Profile, own: frozenset[str]
) -> Iterator[Problem]:
    """``attached``: item, file, line. Only files that an item leads to are published, so only these are told."""
    limit = profile.check.attachment_mb
    for source, file, line in attached:
        info, name = infos[file], file.rpartition("/")[2]
        if ending(file) in PICTURES:
            continue
        if info.size > limit * 1_000_000:
            yield problem("asset-heavy", file, name=name, size=f"{info.size / 1e6:.1f} MB".replace(".", ","), limit=f"{limit} MB")
        if info.scanned and _is_silent(readings[source]):
            yield problem("scan-alone", source, line, name=name)
        persons = [one for one in info.persons if one.mark not in own]
        if persons and not getattr(readings[source].matter, "personal_data_checked", ""):
            yield problem("personal-file", source, line, name=name, what=", ".join(f"{_NAMES[one.code]} {one.shown}" for one in persons[:3]))


def _is_silent(reading: Reading) -> bool:
    return not getattr(reading.matter, "summary", "") and reading.length < TOLD
