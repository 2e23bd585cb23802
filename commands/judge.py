"""The guard called with what a publish holds: the verdict of the gate, the build, the live release."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from commands.environment import ROOT
from plugins.gate.examine import Verdict
from plugins.model.profile import PROFILE
from plugins.model.site import Site
from plugins.press.press import Release
from plugins.workers import default_workers, share_out
from publishing.folder import FolderTarget
from publishing.guard.fault import Fault
from publishing.guard.feedids import feed_ids
from publishing.guard.leaks import Watch, watch, without_excused
from publishing.guard.ledger import Ledger, read_ledger
from publishing.guard.shrunk import shrunk
from publishing.guard.vanished import Change, Kept, renamed, vanished
from publishing.identity import files_id
from publishing.precompress import originals
from publishing.verify import Built, lost_anchors, named, referring, verify

Found = TypeVar("Found")
_VALUES = "chi-so"  # the folder of values of indices
# Words of the program and its theme, which any page may hold.
_OWN_WORDS = (("theme", "*.html"), ("theme", "*.toml"), ("theme", "*.js"), ("theme", "*.css"), ("plugins", "*.py"))


@dataclass(frozen=True)
class Case:
    """A build about to be published, and its ledger. ``whole``: every page is verified, not only the fresh ones."""

    content: Path
    target: FolderTarget
    site: Site
    verdict: Verdict
    release: Release
    last: Release
    now: datetime
    ledger: Ledger
    whole: bool = False

    @cached_property
    def fresh(self) -> frozenset[str]:
        return frozenset(path for path in self.paths if self.last.files.get(path) != self.release.files[path])

    @cached_property
    def paths(self) -> frozenset[str]:
        """All but packed copies: those hold what their files hold, and come and go with them."""
        return originals(self.release.files)

    @property
    def kept(self) -> tuple[Kept, ...]:
        return tuple(Kept(w.path, w.title, w.address, w.standing, w.moment) for w in self.verdict.withheld)


def ledger_live(target: FolderTarget, last: Release) -> Ledger:
    return read_ledger(target.state, files_id(last.files), last.files)


def judge(case: Case) -> tuple[list[Fault], dict[str, str]]:
    """Every fault, and the items that only moved: old address → new address."""
    old, new = ledger_live(case.target, case.last), case.ledger
    redirects = case.site.redirects
    change = Change(
        old,
        new,
        originals(case.last.files),
        case.paths,
        case.kept,
        frozenset(r.old for r in redirects if not r.new),
        frozenset(r.old for r in redirects if r.new),
    )
    moves = renamed(change)
    altered = [path for path in case.fresh if path in case.last.files]
    faults = [
        *vanished(change, case.last.folder, moves),
        *shrunk(change, moves),
        *feed_ids(case.last.folder, case.release.folder, altered),
        *_written(case, change),
    ]
    return faults, moves


def new_ids(case: Case, moves: Mapping[str, str]) -> list[tuple[str, str]]:
    """Items that moved and got another id by it: content path, and the id that readers of the feeds know."""
    old, new = ledger_live(case.target, case.last).rows, case.ledger.rows
    return [(new[to].source, old[at].id) for at, to in sorted(moves.items()) if old[at].id and old[at].id != new[to].id]


def _written(case: Case, change: Change) -> list[Fault]:
    """What verification and the watch find in files."""
    paths, fresh = case.paths, case.fresh
    lost = originals(case.last.files) - paths
    anchors = lost_anchors(case.last.folder, case.release.folder, fresh & case.last.files.keys(), share)
    # A page that did not change can still lose the target of a link.
    looked_at = paths if case.whole else fresh | set(referring(case.release.folder, paths - fresh, lost, anchors))
    watched = _watch(case, case.kept, change)
    copied = frozenset(asset.path for asset in case.site.assets)
    sizes = {path: written.size for path, written in case.release.files.items()}
    built = Built(case.release.folder, paths, looked_at, case.site.profile.base_path, watched, copied, sizes)
    faults = verify(built, share)
    withdrawn = tuple(kept for kept in case.kept if kept.source in {row.source for row in change.old.rows.values()})
    if withdrawn:
        faults += named(built, _watch(case, withdrawn, change), paths - looked_at, share)
    return without_excused(faults, _public_words(case, {fault.path for fault in faults}))


def _watch(case: Case, kept: tuple[Kept, ...], change: Change) -> Watch:
    places = [case.content.absolute(), case.content.resolve(), case.target.public, case.target.public.resolve(), ROOT, Path.home()]
    base_path = case.site.profile.base_path
    places = [place for place in places if not base_path.startswith(place.as_posix())]
    public = {*change.new.rows, *change.led_on, *change.dropped}
    return watch(kept, public, places, repr(case.site.profile))


def share(check: Callable[[str], Found], work: list[str]) -> list[Found]:
    """A check over many paths, in as many processes as pay."""
    return share_out(check, work, default_workers() if len(work) > 500 else 1)


def _public_words(case: Case, told: Collection[str]) -> Iterator[str]:
    """Texts that are public, the likeliest first: the profile; sources of items, those whose page is ``told`` before those of
    fresh pages, the newest first; plans and values of indices; our own words."""
    items = sorted(case.site.records, key=lambda item: (item.path not in told, item.path not in case.fresh))
    sources = [PROFILE, *(item.source_path for item in items), *(plan.source_path for plan in case.site.plans)]
    values = sorted((case.content / _VALUES).glob("*.csv")) if case.site.indices else []
    for file in (*(case.content / source for source in sources), *values):
        if file.is_file():
            yield file.read_text(encoding="utf-8-sig", errors="replace")
    for folder, pattern in _OWN_WORDS:
        for file in sorted((ROOT / folder).rglob(pattern)):
            yield file.read_text(encoding="utf-8", errors="replace")
