"""Addresses that would be lost are named with both ways out; an item that only moved is known again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.vocab import Standing
from publishing.guard.fault import Kind
from publishing.guard.ledger import guessed
from publishing.guard.vanished import renamed, vanished
from tests.publishing.guard.making import NOWHERE, change, keep, row, told

# — addresses that would be lost —


def test_an_item_whose_file_is_gone_is_named_with_its_file_and_both_ways_out():
    (fault,) = vanished(change([row("a"), row("b")], [row("a")]), NOWHERE, {})
    assert (fault.path, fault.kind) == ("tin-tuc/b.html", Kind.LOSS)
    assert fault.what == "trang đang có “Bài b” sẽ mất: không còn tệp tin-tuc/b.md"
    assert "'tin-tuc/b.html -> địa chỉ mới'" in fault.remedy
    assert "'tin-tuc/b.html -'" in fault.remedy


@pytest.mark.parametrize("standing", [Standing.DRAFT, Standing.SCHEDULED, Standing.EXPIRED, Standing.INTERNAL])
def test_an_item_that_is_kept_back_in_the_content_may_go(standing):
    assert vanished(change([row("a"), row("b")], [row("a")], kept=[keep("b", standing)]), NOWHERE, {}) == []


def test_a_line_in_the_content_accounts_for_an_address():
    assert vanished(change([row("a"), row("b")], [row("a")], dropped=["tin-tuc/b.html"]), NOWHERE, {}) == []
    assert vanished(change([row("a"), row("b")], [row("a")], led_on=["tin-tuc/b.html"]), NOWHERE, {}) == []


def test_a_printed_address_needs_the_line_whatever_became_of_its_item():
    path = "thu-tuc/1.000001.html"
    old = row("x", path=path, source="thu-tuc/x.md")
    (fault,) = vanished(change([old], [], kept=[keep("x", source="thu-tuc/x.md", address=path)]), NOWHERE, {})
    assert told([fault]) == [(path, "địa chỉ này đã in trên mã QR, không được mất")]
    assert "status: bãi bỏ" in fault.remedy
    assert vanished(change([old], [], dropped=[path]), NOWHERE, {}) == []


def test_a_list_goes_with_what_it_listed_and_not_otherwise(tmp_path):
    (tmp_path / "the").mkdir()
    (tmp_path / "the/mot-cua.html").write_text('<a href="../tin-tuc/b.html">b</a>', encoding="utf-8")
    gone = {"gone_lists": ["the/mot-cua.html"]}
    assert vanished(change([row("a"), row("b")], [row("a")], kept=[keep("b")], **gone), tmp_path, {}) == []
    assert vanished(change([row("a"), row("b")], [row("a"), row("b", facets="other tag")], **gone), tmp_path, {}) == []
    same = change([row("a"), row("b")], [row("a"), row("b")], **gone)
    assert told(vanished(same, tmp_path, {})) == [("the/mot-cua.html", "địa chỉ đang có sẽ mất")]


def test_the_notice_without_signal_goes_with_the_setting_and_needs_no_word(tmp_path):
    listed = change([row("a")], [row("a")], gone_lists=["ngoai-tuyen.html", "tim-kiem.html"])
    assert told(vanished(listed, tmp_path, {})) == [("tim-kiem.html", "địa chỉ đang có sẽ mất")]


def test_a_list_of_lists_goes_with_them(tmp_path):
    (tmp_path / "ngay").mkdir()
    for name, text in (("2026", '<a href="2026-03.html">3</a>'), ("2026-03", '<a href="../tin-tuc/b.html">b</a> <a href="2026.html">2026</a>'), ("2025", "")):
        (tmp_path / f"ngay/{name}.html").write_text(text, encoding="utf-8")
    lists = {"gone_lists": ["ngay/2026.html", "ngay/2026-03.html", "ngay/2025.html"]}
    found = vanished(change([row("a"), row("b")], [row("a")], kept=[keep("b", Standing.EXPIRED)], **lists), tmp_path, {})
    assert [fault.path for fault in found] == ["ngay/2025.html"]


def test_a_feed_and_a_file_of_the_open_data_do_not_just_vanish_but_a_picture_or_a_style_may():
    lost = change([row("a")], [row("a")], gone_lists=["feeds/chi-so.json", "du-lieu/thu-tuc.csv", "hinh-anh/a.jpg", "theme/site.abc.css"])
    assert [fault.path for fault in vanished(lost, NOWHERE, {})] == ["du-lieu/thu-tuc.csv", "feeds/chi-so.json"]


def test_without_a_ledger_the_addresses_alone_are_held_against_each_other():
    old = guessed(["index.html", "tin-tuc/a.html", "tin-tuc/b.html", "quyet-dinh/index.html", "ngay/2026.html", "thu-tuc/1.000001.html"])
    assert sorted(old.rows) == ["thu-tuc/1.000001.html", "tin-tuc/a.html", "tin-tuc/b.html"]
    bare = replace(change([], [row("a")], kept=[keep("c")]), old=old, old_paths=set(old.rows))
    assert told(vanished(bare, NOWHERE, {})) == [
        ("thu-tuc/1.000001.html", "địa chỉ này đã in trên mã QR, không được mất"),
        ("tin-tuc/b.html", "trang đang có sẽ mất"),
    ]
    assert vanished(replace(bare, kept=(keep("b"),)), NOWHERE, {})[1:] == []


# — renames —

MOVED = {
    "slug": ({}, {"source": "tin-tuc/cu.md", "title": "Khác", "day": ""}),
    "id": ({"id": "tag:a,2026:x"}, {"id": "tag:a,2026:x", "title": "Khác", "day": ""}),
    "title and day": ({}, {"title": "BÀI CŨ"}),
    "body": ({"body": "d1"}, {"body": "d1", "title": "Khác", "day": "2026-03-05"}),
}


@pytest.mark.parametrize(("old", "new"), MOVED.values(), ids=MOVED)
def test_an_item_at_a_new_address_is_known_again_by_its(old, new):
    was = row("cu", **{"title": "Bài cũ", **old})
    now = row("moi", **new)
    assert renamed(change([was, row("a")], [now, row("a")])) == {"tin-tuc/cu.html": "tin-tuc/moi.html"}


def test_what_could_be_two_items_is_no_rename():
    same = {"title": "Lịch tiếp công dân", "body": "d1", "id": ""}
    both = change([row("a", **same)], [row("b", **same), row("c", **same)])
    assert renamed(both) == {}
    assert [fault.path for fault in vanished(both, NOWHERE, {})] == ["tin-tuc/a.html"]


def test_an_item_that_is_still_there_or_kept_back_or_elsewhere_is_no_rename():
    assert renamed(change([row("a")], [row("a"), row("b", title="Bài a")])) == {}
    assert renamed(change([row("a")], [row("b", title="Bài a")], kept=[keep("a")])) == {}
    assert renamed(change([row("a")], [row("b", title="Bài a", path="trang/b.html")])) == {}


def test_a_procedure_with_another_code_is_another_procedure():
    old = row("x", path="thu-tuc/1.000001.html", source="thu-tuc/x.md", title="Đăng ký")
    assert renamed(change([old], [old._replace(path="thu-tuc/1.000002.html")])) == {}


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x", "y"]), st.sampled_from(["", "1"])), max_size=5),
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x", "y"]), st.sampled_from(["", "1"])), max_size=5),
)
def test_renames_pair_each_old_and_each_new_address_at_most_once(old, new):
    before = [row(f"cu-{n}", title=title, id=name, body=body) for n, (title, name, body) in enumerate(old)]
    after = [row(f"moi-{n}", title=title, id=name, body=body) for n, (title, name, body) in enumerate(new)]
    moves = renamed(change(before, after))
    assert len(set(moves.values())) == len(moves)
    assert moves.keys() <= {one.path for one in before}
    assert set(moves.values()) <= {one.path for one in after}
