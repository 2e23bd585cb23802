"""The cache may be empty, broken, foreign or gone: the result is the same."""

import pickle
import sqlite3
from pathlib import Path

import pytest

from plugins.model.dates import parse_date
from plugins.reading.cache import Cache
from plugins.reading.engine import Desk, read_all
from plugins.reading.item import Reading

NOW = parse_date("1/6/2026")
ITEMS = ("tin-tuc/mot.md", "tin-tuc/hai.md", "trang/ba.md")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for number, name in enumerate(ITEMS, 1):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        keys = "" if name.startswith("trang") else f"date: {number}/5/2026\ncategory: chi-so\n"
        path.write_text(f"---\ntitle: Bài {number}\n{keys}---\nNội dung {number}.\n", encoding="utf-8")
    return folder


def read(content: Path, cache: Path | None, now=NOW, render=lambda text: f"<p>{text}</p>") -> dict[str, Reading]:
    return read_all(Desk(content, now, lambda: render, Cache(cache)), ITEMS).readings


def forbidden(text: str) -> str:
    raise AssertionError(f"read again: {text}")


def test_what_did_not_change_is_not_read_again(content, tmp_path):
    cache = tmp_path / "cache.sqlite"
    first = read(content, cache)
    assert read(content, cache, render=forbidden) == first
    (content / ITEMS[0]).write_text("---\ntitle: Mới\ndate: 1/5/2026\ncategory: chi-so\n---\nMới.\n", encoding="utf-8")
    second = read(content, cache)
    assert second[ITEMS[0]].matter.title == "Mới"
    assert {name: second[name] for name in ITEMS[1:]} == {name: first[name] for name in ITEMS[1:]}


def garbage_row(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE record SET value = ?", (b"\x80\x05garbage",))


def foreign_row(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE record SET value = ?", (pickle.dumps({"not": "a reading"}),))


def other_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE record (something TEXT)")
        db.execute("INSERT INTO record VALUES ('else')")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1500])


def holed(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:2000] = b"\xff" * 1900
    path.write_bytes(data)


DAMAGE = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("không phải SQLite", encoding="utf-8"),
    "truncated": truncated,
    "holed": holed,
    "garbage row": garbage_row,
    "foreign row": foreign_row,
    "other program": other_program,
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_cache_changes_no_result_and_is_good_again_afterwards(damage, content, tmp_path):
    cache = tmp_path / "cache.sqlite"
    expected = read(content, cache)
    damage(cache)
    assert read(content, cache) == expected
    assert read(content, cache) == expected
    assert read(content, cache, render=forbidden) == expected


def test_a_cache_in_a_place_that_cannot_be_written_is_no_error(content, tmp_path):
    (tmp_path / "file").write_text("")
    assert read(content, tmp_path / "file" / "cache.sqlite") == read(content, None)


def test_a_folder_in_the_place_of_the_cache_is_no_error(content, tmp_path):
    (tmp_path / "cache.sqlite").mkdir()
    assert read(content, tmp_path / "cache.sqlite") == read(content, None)


def test_an_item_that_came_due_is_read_again_and_only_that_one(content, tmp_path):
    cache = tmp_path / "cache.sqlite"
    before = read(content, cache, now=parse_date("1/5/2026"))
    assert [before[name].html is None for name in ITEMS] == [False, True, False]
    after = read(content, cache)
    assert after == read(content, None)


def test_an_item_that_expired_or_is_read_at_an_earlier_hour_is_judged_anew(content, tmp_path):
    cache = tmp_path / "cache.sqlite"
    more = "---\ntitle: Tạm\ndate: 1/5/2026\nexpires: 15/5/2026\ncategory: chi-so\n---\n"
    for body in ("Nội dung.\n", "<!-- không đóng\n"):
        (content / ITEMS[0]).write_text(more + body, encoding="utf-8")
        for now in ("14/5/2026", "15/5/2026", "30/4/2026", "14/5/2026", "1/6/2026"):
            assert read(content, cache, now=parse_date(now)) == read(content, None, now=parse_date(now)), (now, body)
