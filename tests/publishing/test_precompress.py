"""Packed copies beside text files: the same bytes each time, never of an older text, and known to everything that a release is."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.changes import order
from publishing.precompress import BROTLI, GZIP, is_copy, original, packed
from tests.commune import Commune, Outcome, publish, published, run, tree

ON = {"server": {"precompressed": True, "brotli": True}}
UNPACK = {GZIP: gzip.decompress, BROTLI: brotli.decompress}
TEXTS = re.compile(r".*\.(html|css|js|xml|json|jsonld|svg|txt|csv|ttl)")
_CURVE = "".join(f"M{x} {x * 7 % 97}L{x * 3 % 89} {x}" for x in range(120))
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99"><path d="{_CURVE}"/></svg>'


def write(content: Path, **profile: object) -> Commune:
    commune = Commune(content, **profile)
    commune.picture("hinh-anh/a.png", 320, 200)
    commune.write("hinh-anh/so-do.svg", SVG)
    commune.write("tai-lieu/bang.csv", "ten,so\n" + "một,1\n" * 400)
    commune.page("gioi-thieu", "Xem [sơ đồ](/hinh-anh/so-do.svg), [bảng](/tai-lieu/bang.csv).")
    for number in range(12):
        commune.news(f"bai-{number:02d}", f"Nội dung {number}.", date=f"{1 + number}/3/2026", image="hinh-anh/a.png", image_alt="Ảnh")
    return commune


@pytest.fixture
def commune(tmp_path: Path) -> Commune:
    return write(tmp_path / "content", **ON)


def state(public: Path) -> dict[str, tuple[int, int]]:
    return {path.relative_to(public).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in public.rglob("*") if path.is_file()}


def stale(made: dict[str, bytes]) -> list[str]:
    """Copies that do not hold what their file holds, and files without a copy that would be worth one."""
    wrong = [path for path, data in made.items() if is_copy(path) and UNPACK[path[-3:]](data) != made.get(original(path))]
    texts = {path: data for path, data in made.items() if TEXTS.fullmatch(path) and len(data) > 1000}
    return wrong + [path + end for path, data in texts.items() for end in UNPACK if packed(data, end) and path + end not in made]


# — one copy —


PLAIN = {GZIP: lambda data: gzip.compress(data, 9), BROTLI: lambda data: brotli.compress(data, mode=brotli.MODE_TEXT, quality=9)}


@pytest.mark.parametrize("ending", UNPACK)
@given(data=st.binary(max_size=5000))
def test_a_copy_holds_its_file_and_saves_a_tenth_or_there_is_none(ending, data):
    copy = packed(data, ending)
    if copy is None:
        assert len(PLAIN[ending](data)) > len(data) * 0.9
    else:
        assert (UNPACK[ending](copy), len(copy) <= len(data) * 0.9) == (data, True)


def test_a_copy_tells_neither_the_hour_nor_the_system_nor_a_name():
    # RFC 1952: no flags, no time, "compressed most", system unknown.
    assert packed(b"chu " * 1000, GZIP)[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


# — a release —


def test_without_the_setting_there_is_no_copy(tmp_path):
    made = published(write(tmp_path / "content").content, tmp_path / "public")
    assert [path for path in made if is_copy(path)] == []


@pytest.mark.parametrize(("setting", "ending"), [("precompressed", GZIP), ("brotli", BROTLI)])
def test_each_kind_of_copy_has_a_setting_of_its_own(tmp_path, setting, ending):
    made = published(write(tmp_path / "content", server={setting: True}).content, tmp_path / "public")
    assert {path[-3:] for path in made if is_copy(path)} == {ending}


def test_every_text_of_some_size_has_a_copy_and_nothing_else_has(commune, tmp_path):
    made = published(commune.content, tmp_path / "public")
    copies = {original(path) for path in made if is_copy(path)}
    assert stale(made) == []
    assert {Path(path).suffix for path in copies} >= {".html", ".css", ".js", ".xml", ".json", ".svg", ".csv"}
    assert [path for path in copies if not TEXTS.fullmatch(path) or len(made[path]) <= 1000] == []
    assert {path: data for path, data in made.items() if not is_copy(path)} == published(
        write(tmp_path / "plain").content, tmp_path / "plain-public"
    )
    manifest = json.loads((tmp_path / ".public.cchc/manifest.json").read_text(encoding="utf-8"))
    assert sorted(manifest["files"]) == sorted(made)


def test_two_processes_write_the_same_copies_as_one(tmp_path):
    commune = write(tmp_path / "content", **ON)
    for number in range(12, 130):
        commune.news(f"bai-{number}", f"Nội dung {number}.", date=f"{1 + number % 28}/2/2026", tags=f"thẻ {number}")
    one = published(commune.content, tmp_path / "one" / "public", WORKERS="1")
    assert len([path for path in one if is_copy(path)]) > 300
    assert one == published(commune.content, tmp_path / "two" / "public", WORKERS="2")


# — one release after another —


def edit(commune: Commune) -> None:
    commune.news("bai-03", "Nội dung đã sửa.", date="4/3/2026")


def add(commune: Commune) -> None:
    commune.news("moi", date="30/5/2026")


def drop(commune: Commune) -> None:
    (commune.content / "tin-tuc/bai-05.md").unlink()
    commune.write("chuyen-huong.txt", "tin-tuc/bai-05.html -\n")


def switch_off(commune: Commune) -> None:
    commune.profile()


def switch_on(commune: Commune) -> None:
    commune.profile(**ON)


def switch_on_and_edit(commune: Commune) -> None:
    switch_on(commune)
    commune.news("bai-03", "Nội dung sửa lần nữa.", date="4/3/2026")


def switch_off_and_repaint(commune: Commune) -> None:
    commune.profile(colours={"primary": "#123456"})


@pytest.mark.slow
def test_any_step_gives_the_files_of_a_cold_build_and_no_copy_of_an_older_text(commune, tmp_path):
    steps: list[Callable[[Commune], None]] = [edit, add, drop, switch_off, switch_on, edit, switch_off_and_repaint, switch_on_and_edit]
    public = tmp_path / "public"
    published(commune.content, public)
    for number, step in enumerate(steps):
        step(commune)
        made = published(commune.content, public)
        on = step not in (switch_off, switch_off_and_repaint)
        assert any(is_copy(path) for path in made) is on
        assert not on or stale(made) == []
        assert made == published(commune.content, tmp_path / f"cold-{number}" / "public"), step.__name__


def test_only_copies_of_changed_files_are_made_anew(commune, tmp_path):
    public = tmp_path / "public"
    before = published(commune.content, public)
    was = state(public)
    add(commune)
    after = published(commune.content, public)
    anew = {path for path, known in state(public).items() if was.get(path) != known}
    assert anew == {path for path in after if before.get(path) != after[path]}
    assert "index.html.gz" in anew
    assert "tin-tuc/bai-03.html.gz" not in anew


def test_the_setting_alone_leaves_every_page_the_same_file(tmp_path):
    commune = write(tmp_path / "content")
    public = tmp_path / "public"
    published(commune.content, public)
    pages = state(public)
    switch_on(commune)
    made = published(commune.content, public)
    now = state(public)
    assert {path: now[path] for path in pages} == pages
    assert set(now) - set(pages) == {path for path in made if is_copy(path)}
    switch_off(commune)
    published(commune.content, public)
    assert state(public) == pages


def test_when_nothing_changed_no_file_is_touched_and_the_answer_comes_at_once(commune, tmp_path):
    public = tmp_path / "public"
    published(commune.content, public)
    was = state(public)
    for now in ("2026-06-01T08:00", "2026-06-02T10:00"):  # the second asks the whole line: another moment
        outcome = publish(commune.content, public, NOW=now)
        assert (outcome.code, "Không có gì thay đổi" in outcome.said) == (0, True), outcome.said
    assert state(public) == was


def test_a_copy_that_somebody_replaced_or_took_away_is_made_again(commune, tmp_path):
    public = tmp_path / "public"
    made = published(commune.content, public)
    (public / "index.html.gz").write_bytes(gzip.compress(b"<h1>bi thay</h1>"))
    (public / "tin-tuc/bai-03.html.gz").unlink()
    assert published(commune.content, public) == made


# — what else a release is —


def verify(commune: Commune, public: Path) -> Outcome:
    return run("verify-site", "--content", commune.content, "--public", public, cache=public.parent / "cache")


def test_copies_are_verified_as_other_files_and_come_back_with_an_earlier_release(commune, tmp_path):
    public = tmp_path / "public"
    before = published(commune.content, public)
    edit(commune)
    published(commune.content, public)
    assert verify(commune, public).code == 0
    rolled = run("rollback", "--content", commune.content, "--public", public, cache=tmp_path / "cache")
    assert (rolled.code, tree(public)) == (0, before), rolled.said
    (public / "tin-tuc/bai-03.html.gz").write_bytes(gzip.compress(b"<h1>bi thay</h1>"))
    outcome = verify(commune, public)
    assert (outcome.code, "tin-tuc/bai-03.html.gz" in outcome.said) == (1, True), outcome.said


def test_copies_are_sent_to_a_target_and_leave_it_again(commune, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    place = {"publish.o-chung": {"kind": "folder", "path": str(elsewhere)}}
    commune.profile(**ON, **place)
    made = published(commune.content, tmp_path / "public")
    sent = tree(elsewhere / "current")
    assert {path: sent[path] for path in made} == made
    commune.profile(**place)
    published(commune.content, tmp_path / "public")
    assert [path for path in tree(elsewhere / "current") if is_copy(path)] == []


def test_a_copy_is_sent_in_the_turn_of_its_file():
    paths = ["index.html.gz", "tin-tuc/a.html.gz", "theme/site.1.css.gz", "the/x.html.gz", "index.html", "tin-tuc/a.html", "the/x.html"]
    assert order(paths, paths) == (
        *("theme/site.1.css.gz", "tin-tuc/a.html", "tin-tuc/a.html.gz"),
        *("the/x.html", "the/x.html.gz", "index.html", "index.html.gz"),
    )


def test_copies_are_no_pages_to_the_guard(commune, tmp_path):
    """A feed's address must not be lost; its copy's may, with or without a new text beside it."""
    public = tmp_path / "public"
    made = published(commune.content, public)
    assert "feeds/tat-ca.rss.xml.gz" in made
    switch_off(commune)
    edit(commune)
    outcome = publish(commune.content, public)
    assert (outcome.code, "sẽ mất" in outcome.said) == (0, False), outcome.said
