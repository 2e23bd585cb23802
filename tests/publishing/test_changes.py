"""What sending must do: the difference of two manifests, in an order that never shows a reader a dead link."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.dates import VIETNAM
from publishing.changes import compare
from publishing.identity import files_id
from publishing.targets.contract import Entry, Manifest, TargetRefused

NOON = datetime(2026, 6, 1, 12, tzinfo=VIETNAM)
PATHS = ("index.html", "a.html", "b.html", "theme/a.css", "the/x.html", "sitemap.xml", "hinh-anh/x.jpg")
trees = st.dictionaries(st.sampled_from(PATHS), st.sampled_from("123"))


def manifest(files: dict[str, str] | str) -> Manifest:
    """Paths with a letter for their content, or paths alone."""
    texts = dict.fromkeys(files.split(), "1") if isinstance(files, str) else files
    rows = {path: Entry(10, text * 64) for path, text in texts.items()}
    return Manifest(1, NOON, rows, files_id(rows))


def test_the_same_release_needs_nothing():
    held = manifest("index.html a.html")
    changes = compare(held, held)
    assert (changes.put, changes.drop, changes.size) == ((), (), 0)


def test_only_what_differs_is_sent_and_what_is_gone_is_dropped():
    changes = compare(manifest({"a.html": "1", "b.html": "1", "c.html": "1"}), manifest({"a.html": "1", "b.html": "2", "d.html": "1"}))
    assert (set(changes.put), changes.drop, changes.size) == ({"b.html", "d.html"}, ("c.html",), 20)


def test_a_first_release_goes_up_as_assets_then_pages_then_lists_then_the_home_page():
    new = manifest("index.html thu-tuc/index.html the/mot-cua.html feeds/tin.xml sitemap.xml tin-tuc/a.html 404.html theme/a.css hinh-anh/x.jpg tai-lieu/x.pdf")
    assert compare(None, new).put == (
        "hinh-anh/x.jpg", "tai-lieu/x.pdf", "theme/a.css",
        "404.html", "tin-tuc/a.html",
        "feeds/tin.xml", "sitemap.xml", "the/mot-cua.html", "thu-tuc/index.html",
        "index.html",
    )  # fmt: skip


def test_new_pages_and_lists_go_before_changed_pages_that_link_them():
    held = manifest({"index.html": "1", "tin-tuc/z-cu.html": "1", "chuyen-muc/a.html": "1"})
    new = manifest({"index.html": "2", "tin-tuc/a-moi.html": "1", "tin-tuc/z-cu.html": "2", "chuyen-muc/a.html": "2", "the/moi.html": "1"})
    assert compare(held, new).put == ("tin-tuc/a-moi.html", "the/moi.html", "tin-tuc/z-cu.html", "chuyen-muc/a.html", "index.html")


def test_what_is_dropped_goes_in_the_other_direction():
    held = manifest("index.html theme/cu.css tin-tuc/cu.html the/cu.html")
    assert compare(held, manifest("index.html")).drop == ("the/cu.html", "tin-tuc/cu.html", "theme/cu.css")


def test_what_a_cut_run_may_have_changed_is_sent_again_even_when_the_content_went_back():
    held = manifest({"a.html": "1", "b.html": "1", "c.html": "1"})
    cut = manifest({"a.html": "2", "b.html": "1", "d.html": "1"})
    changes = compare(held, held, [cut])
    assert (set(changes.put), changes.drop) == ({"a.html", "c.html"}, ("d.html",))


@pytest.mark.parametrize("path", ["../x.html", "/etc/x", "a/../../x", "cchc-manifest.json", "a\\b"])
def test_a_path_that_leads_out_is_refused(path):
    with pytest.raises(TargetRefused, match="không gửi đi được"):
        compare(None, manifest({path: "1"}))


@given(trees, trees, st.lists(trees, max_size=2), st.data())
def test_doing_it_gives_the_new_release_wherever_cut_runs_stopped(old, new, begun, data):
    """Whatever mixture of held and begun releases lies at the target."""
    there = {path: data.draw(st.sampled_from([tree.get(path) for tree in (old, *begun)]), label=path) for path in PATHS}
    changes = compare(manifest(old), manifest(new), [manifest(one) for one in begun])
    for path in changes.put:
        there[path] = new[path]
    for path in changes.drop:
        there[path] = None
    assert {path: text for path, text in there.items() if text} == new
    assert len(set(changes.put)) == len(changes.put)
    assert changes.size == 10 * len(changes.put)
    assert "index.html" not in changes.put[:-1]


def test_what_another_machine_was_sending_when_it_was_cut_is_sent_again():
    assert compare(manifest("a.html b.html"), manifest("a.html b.html"), unsure=["a.html"]).put == ("a.html",)
    assert compare(manifest("a.html b.html"), manifest("a.html b.html"), unsure=["gone.html"]).drop == ("gone.html",)
