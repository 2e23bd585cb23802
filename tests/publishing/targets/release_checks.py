"""What every target of releases outlives: kills, deaths of the server, cuts and readers; each kind's own file of tests says how often."""

import random
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from publishing.targets.contract import KEPT, Release, Target, TargetRefused
from tests.publishing.targets.cutting import Orders
from tests.publishing.targets.publisher import publish, release_of
from tests.publishing.targets.release_sites import NAMES, editions, on_disk, small_site, whole
from tests.publishing.targets.sender import Senders
from tests.publishing.targets.ssh_server import Line


def next_edition(folder: Path, number: int) -> Release:
    """Files that no target holds yet, so that each turn really sends."""
    return release_of(folder, number, small_site(f"số {number}"))


def check_kills(senders: Senders, target: Target, site: Path, folder: Path, kills: int, at_once: int = 8) -> None:
    """Kill a publisher at work, up to so many one after the other, then let one finish; again and again.

    After each kill the site is exactly old or new.
    """
    live = next_edition(folder, 1)
    senders.run(target, live)
    killed = 0
    for number in range(2, kills):
        new = next_edition(folder, number)
        for _ in range(at_once):
            at_work = senders.kill(target, new)
            killed += at_work
            assert on_disk(site / "current") in (whole(live), whole(new)), killed
            if not at_work:
                break
        senders.run(target, new)
        check_repaired(site, new)
        live = new
        if killed >= kills:
            return
    raise AssertionError(f"only {killed} publishers were at work when they were killed")


def check_repaired(site: Path, release: Release) -> None:
    assert on_disk(site / "current") == whole(release)
    assert sorted(p.name for p in site.iterdir()) == ["current", "releases"]
    assert not [p for p in (site / "releases").iterdir() if p.suffix in (".part", ".gone")]


def check_deaths(kill: Callable[[], object], target: Target, site: Path, folder: Path, deaths: int, seed: int, repair_each: int = 4) -> None:
    """Let the server's side die while a publisher sends: it says so, and running again completes the work."""
    moments, refused = random.Random(seed), []
    live = next_edition(folder, 1)
    began = time.monotonic()
    publish(target, live)
    usual = time.monotonic() - began
    for turn in range(3 * deaths):
        new = next_edition(folder, 2 + turn // repair_each)
        killer = threading.Timer(moments.uniform(0, usual), kill)
        killer.start()
        try:
            publish(target, new)
        except TargetRefused as told:
            refused.append(str(told))
        killer.join()
        assert on_disk(site / "current") in (whole(live), whole(new)), turn
        if turn % repair_each == repair_each - 1:
            publish(target, new)
            check_repaired(site, new)
            live = new
            if len(refused) >= deaths:
                break
    assert len(refused) >= deaths
    assert all("chạy lại" in told for told in refused), refused


def check_cuts(line: Line, target: Target, site: Path, folder: Path, cuts: int) -> None:
    """Cut the line after ever more bytes of a sending; running again completes the work."""
    old, new = editions(folder)
    publish(target, old)
    line.until(None)
    publish(target, new)
    needed = line.up
    for step in range(cuts):
        publish(target, old)
        shutil.rmtree(site / "releases" / f"2-{new.manifest.id}")
        line.until(needed * step // cuts)
        with suppress(TargetRefused):
            publish(target, new)
        assert on_disk(site / "current") in (whole(old), whole(new)), step
        publish(target, new)
        check_repaired(site, new)
    assert line.cuts > cuts * 0.8


def check_each_request(orders: Orders, target: Target, site: Path, folder: Path) -> int:
    """Cut the connection after the first request of a sending, the second … until one is whole. Returns the number of cuts.

    So many releases lie there that the eldest must go.
    """
    *earlier, old, new = (release_of(folder, number, few_files(str(number))) for number in range(1, KEPT + 2))
    for release in (*earlier, old):
        publish(target, release)
    kept = folder / "kept"
    subprocess.run(["cp", "-a", site, kept], check=True)  # with hard links
    for at in range(1, 1000):
        shutil.rmtree(site)
        subprocess.run(["cp", "-a", kept, site], check=True)
        orders.give(at)
        said = sending(target, new)
        assert on_disk(site / "current") in ([whole(old), whole(new)] if said else [whole(new)]), at
        assert said is None or "hạy lại" in said, (at, said)
        if not orders.were_obeyed():
            return at - 1
        publish(target, new)
        check_repaired(site, new)
    raise AssertionError("no end of requests")


def sending(target: Target, release: Release) -> str | None:
    """What a refusal said; None where all was sent."""
    try:
        publish(target, release)
    except TargetRefused as refused:
        return str(refused)
    return None


def few_files(edition: str) -> dict[str, str | bytes]:
    """New, changed, unchanged and gone between two editions."""
    return {"index.html": edition, "tin-tuc/a.html": edition * 20, "tin-tuc/b.html": "b", f"rieng/{edition}.html": "x", **NAMES}


def check_switches_under_reading(target: Target, site: Path, folder: Path, switches: int) -> int:
    """Read through ``current`` without a pause while releases are switched. Returns the number of reads."""
    pair = editions(folder)
    for release in pair:
        publish(target, release)
    either = {path: {whole(release)[path] for release in pair} for path in whole(pair[0]).keys() & whole(pair[1]).keys()}
    stop = threading.Event()

    def read() -> int:
        reads = 0
        while not stop.is_set():
            for path, wanted in either.items():
                assert (site / "current" / path).read_bytes() in wanted, path
                reads += 1
            stop.wait(0.001)
        return reads

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read)
        try:
            for turn in range(switches):
                publish(target, pair[turn % 2])
        finally:
            stop.set()
        return reading.result()
