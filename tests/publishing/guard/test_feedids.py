"""An entry of a feed that keeps its address keeps its id."""

import json
from pathlib import Path

import pytest

from publishing.guard.fault import Kind
from publishing.guard.feedids import feed_ids


def feeds(folder: Path, name: str) -> None:
    """A feed in its three forms, each with one entry of that id."""
    item = {"id": name, "url": "https://a.example/tin-tuc/a.html"}
    (folder / "feeds").mkdir(parents=True)
    (folder / "feeds/a.json").write_text(json.dumps({"items": [item]}), encoding="utf-8")
    rss = f"<rss><channel><item><link>{item['url']}</link><guid>{name}</guid></item></channel></rss>"
    (folder / "feeds/a.rss.xml").write_text(rss, encoding="utf-8")
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>{name}</id><link href="{item["url"]}"/></entry></feed>'
    (folder / "feeds/a.atom.xml").write_text(atom, encoding="utf-8")


@pytest.mark.parametrize("path", ["feeds/a.json", "feeds/a.rss.xml", "feeds/a.atom.xml"])
def test_an_entry_that_keeps_its_address_but_not_its_id_is_told(path, tmp_path):
    feeds(tmp_path / "old", "tag:a,2023:1")
    feeds(tmp_path / "new", "tag:a,2024:1")
    feeds(tmp_path / "same", "tag:a,2023:1")
    (fault,) = feed_ids(tmp_path / "old", tmp_path / "new", [path])
    assert (fault.path, fault.kind) == (path, Kind.LOSS)
    assert "https://a.example/tin-tuc/a.html đổi mã (id) từ 'tag:a,2023:1' thành 'tag:a,2024:1'" in fault.what
    assert "'id: tag:a,2023:1'" in fault.remedy
    assert feed_ids(tmp_path / "old", tmp_path / "same", [path]) == []


def test_one_entry_in_many_feeds_is_told_once_and_a_broken_feed_tells_nothing(tmp_path):
    feeds(tmp_path / "old", "1")
    feeds(tmp_path / "new", "2")
    paths = ["feeds/a.json", "feeds/a.rss.xml", "feeds/a.atom.xml", "feeds/khong-co.json"]
    assert len(feed_ids(tmp_path / "old", tmp_path / "new", paths)) == 1
    for path in paths[:3]:
        (tmp_path / "new" / path).write_text("hỏng", encoding="utf-8")
    assert feed_ids(tmp_path / "old", tmp_path / "new", paths) == []
