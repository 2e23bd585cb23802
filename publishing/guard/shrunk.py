"""A site that suddenly holds less: a section emptied, more than a tenth of the items gone, a clock set back."""

from collections import Counter
from collections.abc import Mapping

from plugins.model.vocab import Standing
from publishing.guard.fault import Fault, Kind
from publishing.guard.ledger import Ledger, Row
from publishing.guard.vanished import Change

MOST = 0.1  # of the items, from one release to the next (HOSTILE.md, B11)
SITE = "index.html"


def shrunk(change: Change, moves: Mapping[str, str]) -> list[Fault]:
    """Faults of the whole; what expired at its announced time is never missed."""
    due = _due(change)
    return [*_back_in_time(change), *_fewer(change, due), *_emptied(change, due, moves)]


def _due(change: Change) -> frozenset[str]:
    """Addresses of items that expired since the last release was made, as their readers could know.

    An expiry that lay in the past already when the item was still public has been typed since then.
    """
    made = change.old.made
    expired = [k for k in change.kept if k.standing is Standing.EXPIRED and k.moment and (made is None or k.moment >= made)]
    sources, addresses = {k.source for k in expired}, {k.address for k in expired}
    return frozenset(path for path, row in change.old.rows.items() if row.source in sources or path in addresses)


def _back_in_time(change: Change) -> list[Fault]:
    before, now = change.old.made, change.new.made
    if before is None or now is None or now >= before:
        return []
    what = f"thời điểm dựng ({now:%d/%m/%Y %H:%M}) sớm hơn bản đang đăng ({before:%d/%m/%Y %H:%M}): bài đã đăng có thể bị gỡ"
    return [Fault(SITE, what, "chỉnh lại đồng hồ của máy, hoặc bỏ NOW=…; đúng là muốn lùi thì GONE=1", Kind.LOSS)]


def _fewer(change: Change, due: frozenset[str]) -> list[Fault]:
    before, now = len(change.old.rows), len(change.new.rows)
    lost = before - now - len(due)
    # One item is never an accident of the whole site, however small the site.
    if lost < 2 or lost <= before * MOST:
        return []
    away = sorted(path for path in change.old.rows.keys() - change.new.rows.keys() - due)
    names = ", ".join(away[:5]) + (" …" if len(away) > 5 else "")
    what = f"số bài giảm từ {before} xuống {now}, quá một phần mười: {names}"
    return [Fault(SITE, what, "xem lại các bài vừa xóa, vừa chuyển thành nháp hay đổi ngày; đúng ý thì GONE=1", Kind.LOSS)]


def _emptied(change: Change, due: frozenset[str], moves: Mapping[str, str]) -> list[Fault]:
    before, now = _counts(change.old), _counts(change.new)
    explained = due | change.dropped | change.led_on | moves.keys()
    faults = []
    for section in sorted(before.keys() - now.keys()):
        rows = [row for row in change.old.rows.values() if section in row.sections]
        # A list that vanishes as a whole is told as an address that is lost.
        if section in change.new_paths and not all(row.path in explained for row in rows):
            faults.append(_empty(section, change.old, rows))
    return faults


def _empty(section: str, old: Ledger, rows: list[Row]) -> Fault:
    what = f"mục “{old.sections.get(section, section)}” đang có {len(rows)} bài, bản mới không còn bài nào"
    first = rows[0].source or rows[0].path
    return Fault(section, what, f"xem lại category, status, date, ví dụ của {first}; đúng ý thì GONE=1", Kind.LOSS)


def _counts(ledger: Ledger) -> Counter[str]:
    return Counter(section for row in ledger.rows.values() for section in row.sections)
