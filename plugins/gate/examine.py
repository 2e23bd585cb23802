"""The gate in one call: walk, read, bind; a Site when nothing stops it, and every problem either way."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from plugins.gate.agreement import procedure_problems
from plugins.gate.answers import answer_problems
from plugins.gate.approval import Waiting, approval_problems, waiting_of
from plugins.gate.attachments import attachment_problems, own_marks, without_own
from plugins.gate.beside import Beside, read_beside
from plugins.gate.bind import Binding, bind
from plugins.gate.brand import bind_brand, bind_menu
from plugins.gate.catalogue import catalogue_problems
from plugins.gate.cross import cross_problems
from plugins.gate.dated import dated_problems
from plugins.gate.pictures import published_assets
from plugins.gate.places import places_of
from plugins.gate.profile import profile_of
from plugins.gate.redirects import taken
from plugins.gate.shares import with_shares
from plugins.gate.targets import Place
from plugins.model.addresses import Addresses
from plugins.model.dates import VIETNAM
from plugins.model.glossary import glossary
from plugins.model.matter import Matter
from plugins.model.problems import Problem, problem, stops
from plugins.model.procedure import is_internal
from plugins.model.procedure_matter import ProcedureMatter
from plugins.model.profile import PROFILE, Profile
from plugins.model.site import Site
from plugins.model.vocab import CATEGORIES, Standing
from plugins.reading.assets import AssetInfo, look_at
from plugins.reading.cache import Cache
from plugins.reading.engine import Desk, read_all
from plugins.reading.item import Reading, read_item
from plugins.reading.walk import walk


@dataclass(frozen=True, slots=True)
class Withheld:
    """An item that is not public now, and why."""

    path: str
    title: str
    standing: Standing
    moment: datetime | None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate found. ``site`` is None when an error stops the build.

    ``planned`` are links to pages of the site itself, (source, page, as typed, line), to be checked against the plan.
    ``due`` is when the next item becomes public or expires; None when none will. ``waiting`` waits for an approval.
    ``previewed`` is the item that was asked for.
    """

    site: Site | None
    problems: tuple[Problem, ...]
    withheld: tuple[Withheld, ...]
    found: int
    public: int
    refused: int
    planned: tuple[tuple[str, str, str, int], ...] = ()
    due: datetime | None = None
    waiting: tuple[Waiting, ...] = ()
    previewed: Reading | None = None


@dataclass(frozen=True, slots=True)
class Examination:
    """What the gate needs: where, when, which rooms, and how to read. Some rooms are taken out unless the profile asks for them.

    ``preview`` is one item that counts as public although it may not be; only errors of its own and of the profile stop then.
    """

    content: Path
    now: datetime
    rooms: frozenset[str]
    make_render: Callable[[], Callable[[str], str]]
    cache: Cache
    workers: int = 1
    preview: str = ""

    @property
    def memory(self) -> Cache:
        """Where the gate keeps what it told of all items together. Nothing of what is withheld is kept."""
        return Cache(None) if self.preview else self.cache


def examine(given: Examination) -> Verdict:
    """Read everything under ``content`` and judge it; writes nothing but the cache."""
    profile, problems = profile_of(given.content)
    names = profile.category_names() if profile else CATEGORIES
    found = walk(given.content, given.rooms)
    desk = Desk(given.content, given.now, given.make_render, given.cache, given.workers, names, glossary(profile.abbreviations if profile else {}).shown)
    read = read_all(desk, found.items, found.stamps)
    own = own_marks(profile)
    readings = {path: _placed(path, without_own(reading, own)) for path, reading in {**read.readings, **_previewed(given, desk)}.items()}
    infos = look_at(given.content, found.assets, given.cache, given.workers)
    addresses = Addresses(given.rooms - _unwanted(profile))
    standings = {path: _standing(r.matter, given.now, profile) for path, r in readings.items() if r.matter is not None}
    asked = {path: standing for path, standing in standings.items() if path != given.preview}
    standings |= {path: Standing.PUBLIC for path in standings if path == given.preview}
    places = places_of(readings, standings, addresses, profile)
    all_problems = [*problems, *found.problems, *(p for r in readings.values() for p in r.problems)]
    all_problems += [p for info in infos.values() for p in info.problems]
    all_problems += cross_problems(readings, places, found.assets)
    all_problems += approval_problems(readings, asked, profile, given.now)
    site, binding, beside = None, Binding(), None
    if profile is not None:
        binding = bind(readings, read.body, places, infos, profile, addresses)
        binding.citing = with_shares(binding.citing, binding.documents, addresses, given.content, given.memory)
        beside = read_beside(given.content, found, profile, addresses, readings, places, given.now)
        site = _site(profile, binding, beside, infos, places, addresses)
        all_problems += [*binding.problems, *beside.problems, *_disagreements(given, readings, binding, site)]
        all_problems += attachment_problems(binding.attached, readings, infos, profile, own)
        binding.planned += beside.planned
    verdict = _verdict(site, all_problems, readings, standings, binding, places, given.preview)
    kept = [Withheld(*one) for one in beside.plans.kept] if beside else []
    due = [_next_due(readings.values(), given.now), beside.due if beside else None, *(one.moment for one in kept)]
    waiting = tuple(waiting_of(readings, standings, profile))
    verdict = replace(verdict, withheld=(*verdict.withheld, *kept), due=min(filter(None, due), default=None))
    return replace(verdict, waiting=waiting, previewed=readings.get(given.preview))


def _disagreements(given: Examination, readings: dict[str, Reading], binding: Binding, site: Site) -> list[Problem]:
    """What records say against each other, and against the official list."""
    found = [*procedure_problems(readings, binding), *answer_problems(readings, binding.answers)]
    return [*found, *dated_problems(given.content, binding, readings, given.memory), *catalogue_problems(given.content, site.procedures)]


def _unwanted(profile: Profile | None) -> set[str]:
    """Rooms that stand empty until the profile asks for them."""
    wanted = {"sheets": profile and profile.print.published, "visits": profile and profile.site.visits, "offline": profile and profile.site.offline}
    return {name for name, yes in wanted.items() if not yes}


def _previewed(given: Examination, desk: Desk) -> dict[str, Reading]:
    """The item that was asked for, with its body, whatever its standing. It is not kept: what is withheld stands in no cache."""
    if not given.preview:
        return {}
    kind, data = given.preview.split("/")[0], (given.content / given.preview).read_bytes()
    return {given.preview: read_item(kind, data, given.now, given.make_render(), desk.categories, desk.meanings, withheld_too=True)}


def _next_due(readings: Iterable[Reading], now: datetime) -> datetime | None:
    """The next moment at which an item's standing changes (``standing`` of each kind of matter)."""
    typed = (getattr(r.matter, key, None) for r in readings for key in ("date", "expires", "posted_on"))
    moments = (day if isinstance(day, datetime) else datetime.combine(day, time.min, VIETNAM) for day in typed if day is not None)
    return min((moment for moment in moments if moment > now), default=None)


def _placed(path: str, reading: Reading) -> Reading:
    """Its problems with the path that they are in: a reading itself knows none, so that equal files share one."""
    return replace(reading, problems=tuple(replace(p, path=path) for p in reading.problems)) if reading.problems else reading


def _standing(matter: Matter, now: datetime, profile: Profile | None) -> Standing:
    """Public or why not; internal procedures (codes 5. and 6.) are shown only where the profile says so."""
    standing = matter.standing(now)
    internal = isinstance(matter, ProcedureMatter) and is_internal(matter.code)
    shown = profile is not None and profile.site.show_internal_procedures
    return Standing.INTERNAL if internal and not shown and standing is Standing.PUBLIC else standing


def _site(profile: Profile, binding: Binding, beside: Beside, infos: dict[str, AssetInfo], places: dict[str, Place], addresses: Addresses) -> Site:
    return Site(
        profile=profile,
        categories=profile.category_names(),
        news=tuple(binding.news),
        pages=tuple(binding.pages),
        brand=bind_brand(profile, infos, binding),
        menu=bind_menu(profile, places, addresses, binding),
        assets=tuple(published_assets(binding.assets, binding.shown, infos)),
        addresses=addresses,
        procedures=tuple(binding.procedures),
        decisions=tuple(binding.decisions),
        answers=tuple(binding.answers),
        documents=tuple(binding.documents),
        citing=tuple(binding.citing),
        redirects=beside.redirects,
        visits=beside.visits,
        synonyms=beside.synonyms,
        indices=beside.indices,
        plans=beside.plans.public,
        criteria=beside.criteria,
    )


def _verdict(
    site: Site | None,
    problems: list[Problem],
    readings: dict[str, Reading],
    standings: dict[str, Standing],
    binding: Binding,
    places: dict[str, Place],
    preview: str,
) -> Verdict:
    unique = tuple(sorted(set(problems)))
    if preview:
        unique = tuple(p for p in unique if p.path in {preview, PROFILE})
    with_error = {p.path for p in unique if stops([p])} & set(readings)
    drafts = {path for path, r in readings.items() if r.matter is None and not stops(r.problems)}
    withheld = [_withheld(path, readings[path], standing) for path, standing in standings.items() if standing is not Standing.PUBLIC and path not in with_error]
    withheld += [Withheld(path, "", Standing.DRAFT, None) for path in drafts - with_error]
    withheld = [replace(one, address=places[one.path].path) for one in withheld]
    public = len(readings) - len(with_error) - len(withheld)
    return Verdict(
        None if stops(unique) else site,
        unique,
        tuple(sorted(withheld, key=lambda w: (w.standing, w.path))),
        len(readings),
        public,
        len(with_error),
        tuple(binding.planned),
    )


def _withheld(path: str, reading: Reading, standing: Standing) -> Withheld:
    matter = reading.matter
    moment = getattr(matter, "expires" if standing is Standing.EXPIRED else "date", None)
    if standing is Standing.EXPIRED and moment is not None:
        moment -= timedelta(seconds=1)  # an expiry at midnight ends the day before
    return Withheld(path, matter.title if matter else "", standing, moment if standing is not Standing.DRAFT else None)


def planned_problems(verdict: Verdict, pages: Iterable[str]) -> tuple[Problem, ...]:
    """Links of the content to pages of the site that no room planned; ``pages`` are the paths of those that were."""
    count = Counter(pages)
    missing = [
        problem("target-missing", source, line, target=typed, hint="; địa chỉ này không có trên trang")
        for source, page, typed, line in verdict.planned
        if page not in count
    ]
    redirects = verdict.site.redirects if verdict.site else ()
    return (*missing, *taken(redirects, count))
