"""Rendering and writing: what did not change is linked from the last release, and nothing is trusted that was touched."""

import os
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from plugins.model.page import Asset, File, Page
from plugins.model.problems import ContentChanged
from plugins.press import press as pressing
from plugins.press.press import AddressTwice, Release, press, root_of, sources, version
from tests.commune import tree
from tests.factory import item, many, page, plan, site


@pytest.fixture
def made(theme, tmp_path):
    """Press a site into a new folder: ``made(site, name, last)``."""

    def press_into(of, name: str, last: Release | None = None, planned=None, workers: int = 1) -> Release:
        return press(of, plan(of) if planned is None else planned, theme, tmp_path, tmp_path / name, last, workers)

    return press_into


SITE = site(many(12), [page()])
LARGER = site([*many(12), item("moi", "2026-12-01")], [page()])


def test_a_release_tells_size_and_digest_of_every_file_that_it_wrote(made):
    release = made(SITE, "a")
    files = tree(release.folder)
    assert set(files) == set(release.files)
    assert all(len(files[path]) == written.size for path, written in release.files.items())


def test_nothing_is_written_when_nothing_changed(made, tmp_path):
    first = made(SITE, "a")
    assert made(SITE, "b", first) is first
    assert not (tmp_path / "b").exists()


def test_unchanged_files_are_the_same_files_and_the_tree_equals_a_fresh_one(made):
    first = made(SITE, "a")
    second = made(LARGER, "b", first)
    assert tree(second.folder) == tree(made(LARGER, "c").folder)
    same = {path for path in first.files.keys() & second.files if os.path.samefile(first.folder / path, second.folder / path)}
    unchanged = {path for path in first.files.keys() & second.files if first.files[path].sha256 == second.files[path].sha256}
    assert same == unchanged
    assert len(same) > 40


@pytest.mark.parametrize("tamper", [lambda path: path.write_text("của người khác"), lambda path: path.unlink(), lambda path: os.utime(path, (1, 1))], ids=["changed", "gone", "touched"])
def test_a_file_that_somebody_touched_is_made_anew(tamper, made):
    first = made(SITE, "a")
    expected = tree(first.folder)
    tamper(first.folder / "tin-tuc/bai-003.html")
    second = made(SITE, "b", first)
    assert second.folder != first.folder
    assert tree(second.folder) == expected


def test_a_last_release_that_is_not_there_at_all_changes_nothing(made, tmp_path):
    first = made(SITE, "a")
    lost = Release(tmp_path / "lost", first.files)
    assert tree(made(SITE, "b", lost).folder) == tree(first.folder)


def test_more_processes_write_the_same_bytes(made):
    of = site(many(120))
    assert tree(made(of, "a", workers=1).folder) == tree(made(of, "b", workers=3).folder)


def test_addresses_that_differ_by_case_only_are_one_address(made, tmp_path):
    twice = [File("a.txt", "1", str.encode), File("A.txt", "2", str.encode)]
    with pytest.raises(AddressTwice):
        made(SITE, "a", planned=twice)
    assert not (tmp_path / "a").exists()


def test_a_fingerprint_covers_view_template_words_and_frame(made, theme, tmp_path):
    """A change of the theme or of the profile makes the pages anew that it reaches."""
    copy = tmp_path / "theme"
    for source in theme.rglob("*"):
        if source.is_file():
            target = copy / source.relative_to(theme)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())

    def build(name: str, of=SITE) -> dict[str, str]:
        release = press(of, plan(of), copy, tmp_path, tmp_path / name, None, 1)
        return {path: written.made_of for path, written in release.files.items()}

    def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
        return {path for path in before.keys() & after if before[path] != after[path]}

    first = build("a")
    _append(copy / "templates/tag.html", "{# đổi #}\n")
    second = build("b")
    assert changed(first, second) == {path for path in first if path.startswith("the/") and path != "the/index.html"}
    _append(copy / "templates/components/lines.html", "{# đổi #}\n")
    third = build("c")
    assert {path.split("/")[0] for path in changed(second, third)} == {"index.html", "tin-tuc", "the"}
    _append(copy / "words.toml", "\n[moi]\nmoi = 'a'\n")
    html = {path for path in first if path.endswith(".html")}
    fourth = build("d")
    assert changed(third, fourth) == html
    assert changed(fourth, build("e", site(many(12), [page()], unit={"hotline": "0200 3850 999"}))) == html


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_page_that_fails_to_render_stops_the_build_and_hides_no_error(made):
    with pytest.raises(UndefinedError, match="has no attribute"):
        made(SITE, "a", planned=[Page("a.html", "tag.html", "a", "a", shows="wrong")])


@pytest.mark.parametrize(("path", "root"), [("index.html", "./"), ("trang/a.html", "../"), ("ngay/2026/03/02.html", "../../../")])
def test_a_page_reaches_the_root_by_going_up(path, root):
    from plugins.model.frame import frame_of

    assert root_of(path, frame_of(SITE)) == root


def test_the_page_for_lost_addresses_reaches_the_root_from_anywhere():
    from plugins.model.frame import frame_of

    assert root_of("404.html", frame_of(site(site={"domain": "https://x.example/cchc"}))) == "/cchc/"


def test_a_picture_that_was_swapped_after_the_gate_saw_it_does_not_go_out(theme, tmp_path):
    content = tmp_path / "content"
    (content / "hinh-anh").mkdir(parents=True)
    (content / "hinh-anh/a.png").write_bytes(b"<script>")
    of = replace(site([]), assets=(Asset("hinh-anh/a.png", "hinh-anh/a.png", blake2b(b"seen", digest_size=16).hexdigest()),))
    with pytest.raises(ContentChanged, match=r"hinh-anh/a\.png"):
        press(of, [], theme, content, tmp_path / "out", None, 1)


def test_a_list_that_the_program_reads_counts_as_the_program(monkeypatch, tmp_path):
    assert {"loi-noi-hang-ngay.txt", "glossary.tsv", "press.py"} <= {path.name for path in sources()}
    (tmp_path / "list.txt").write_text("sổ đỏ = giấy chứng nhận", encoding="utf-8")
    monkeypatch.setattr(pressing, "sources", lambda: [tmp_path / "list.txt"])
    before = version.__wrapped__()
    (tmp_path / "list.txt").write_text("bìa đỏ = giấy chứng nhận", encoding="utf-8")
    assert version.__wrapped__() != before
