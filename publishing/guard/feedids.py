"""Ids of feed entries: an entry whose id changed comes to every reader once more as new."""

import json
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from publishing.guard.fault import Fault, Kind

_ATOM = "{http://www.w3.org/2005/Atom}"


def feed_ids(old: Path, new: Path, paths: Iterable[str]) -> list[Fault]:
    """A fault for each entry of the live feeds that keeps its address but not its id; told once, at the first feed."""
    told: dict[str, Fault] = {}
    for path in sorted(path for path in paths if path.startswith("feeds/")):
        before, now = _ids(old / path), _ids(new / path)
        for address in sorted(before.keys() & now.keys()):
            if before[address] != now[address]:
                told.setdefault(address, _fault(path, address, before[address], now[address]))
    return list(told.values())


def _fault(path: str, address: str, before: str, now: str) -> Fault:
    what = f"mục {address} đổi mã (id) từ '{before}' thành '{now}': người đọc RSS nhận lại tin cũ như tin mới"
    remedy = f"thêm dòng 'id: {before}' vào phần đầu bài, giữ nguyên tag_authority trong site.toml (cố ý đổi: GONE=1)"
    return Fault(path, what, remedy, Kind.LOSS)


def _ids(file: Path) -> dict[str, str]:
    """Address → id of the entries of one feed; empty when it is not there or no feed."""
    try:
        data = file.read_bytes()
        if file.suffix == ".json":
            return {item["url"]: item["id"] for item in json.loads(data)["items"]}
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (OSError, ValueError, KeyError, TypeError, etree.XMLSyntaxError):
        return {}
    found = {str(item.findtext("link")): str(item.findtext("guid")) for item in root.iterfind("channel/item")}
    for entry in root.iterfind(f"{_ATOM}entry"):
        link = next((e for e in entry.iterfind(f"{_ATOM}link") if e.get("rel", "alternate") == "alternate"), None)
        if link is not None:
            found[str(link.get("href"))] = str(entry.findtext(f"{_ATOM}id"))
    return found
