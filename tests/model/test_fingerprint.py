"""Two values with one key show the same: every field counts, and order of sets, identity and history do not."""

from dataclasses import fields, replace

import pytest

from plugins.model.addresses import Addresses
from plugins.model.fingerprint import Keys
from plugins.model.page import Link
from plugins.model.prose import Picture
from plugins.model.views import Line, Teaser
from tests.factory import item

OTHER = item("khac", "2026-04-04 09:00")
TEASER = Teaser("Một", "a.html", item().date, "Tóm tắt", Link("Chỉ số", "c.html"), Picture("a.png", 1, 2, 3, "image/png"), "Ảnh")
OTHERS = {"title": "Hai", "href": "b.html", "date": OTHER.date, "summary": "Khác", "category": Link("Hỏi", "d.html"), "picture": None, "alt": "Hình"}


@pytest.mark.parametrize("name", [field.name for field in fields(Teaser)])
def test_every_field_of_a_teaser_is_in_its_key(name):
    assert Keys().of(replace(TEASER, **{name: OTHERS[name]})) != Keys().of(TEASER)


@pytest.mark.parametrize("name", [field.name for field in fields(Line)])
def test_every_field_of_a_line_is_in_its_key(name):
    one = Line("Một", "a.html", item().date)
    assert Keys().of(replace(one, **{name: OTHERS[name]})) != Keys().of(one)


def test_fields_do_not_run_into_each_other():
    keys = Keys()
    assert keys.of(("a", "bc")) != keys.of(("ab", "c"))
    assert keys.of((("a",), "b")) != keys.of(("a", ("b",)))
    assert keys.of(("a", None)) != keys.of(("a", "None"))


def test_equal_records_have_one_key_whoever_made_them():
    assert Keys().of(TEASER) == Keys().of(replace(TEASER))


def test_a_set_of_rooms_has_one_key_in_any_order():
    assert Addresses(frozenset("abc")).key == Addresses(frozenset("cba")).key != Addresses(frozenset("ab")).key


def test_an_item_is_told_by_its_mark_when_it_has_one_and_whole_when_not():
    assert Keys().of(replace(item(), face="f")) == f"f{item().body.digest}"
    assert Keys().of(item()) != Keys().of(replace(item(), title="Khác"))
