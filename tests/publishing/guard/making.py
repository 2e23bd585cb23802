"""Ledgers of two releases, and what is kept back, for the tests of the guard."""

from datetime import timedelta
from pathlib import Path

from plugins.model.dates import parse_date
from plugins.model.vocab import Standing
from publishing.guard.ledger import Ledger, Row
from publishing.guard.vanished import Change, Kept

MADE = parse_date("2026-06-01 08:00")
LATER = MADE + timedelta(hours=1)
NOWHERE = Path("khong-co")


def row(name: str, **facts) -> Row:
    path = facts.pop("path", f"tin-tuc/{name}.html")
    known = {"source": f"tin-tuc/{name}.md", "title": f"Bài {name}", "day": "2026-03-02", "facets": "f", "sections": ("chuyen-muc/chi-so.html",)}
    return Row(path, **{**known, **facts})


def ledger(*rows: Row, made=MADE) -> Ledger:
    return Ledger({one.path: one for one in rows}, {"chuyen-muc/chi-so.html": "Chỉ số CCHC"}, made)


def change(old, new, *, kept=(), lists=(), gone_lists=(), dropped=(), led_on=()) -> Change:
    """Two releases of items and lists; ``gone_lists`` stand in the old one only."""
    before, after = ledger(*old), ledger(*new, made=LATER)
    paths = {"chuyen-muc/chi-so.html", *lists}
    return Change(
        before, after, {*before.rows, *paths, *gone_lists}, {*after.rows, *paths, *led_on}, tuple(kept), frozenset(dropped), frozenset(led_on)
    )


def keep(name: str, standing=Standing.DRAFT, moment=None, **facts) -> Kept:
    return Kept(**{"source": f"tin-tuc/{name}.md", "title": f"Bài {name}", "address": f"tin-tuc/{name}.html", "standing": standing, "moment": moment, **facts})


def told(faults) -> list[tuple[str, str]]:
    return [(fault.path, fault.what) for fault in faults]
