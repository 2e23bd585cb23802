"""A room is planned again only when something that it read has changed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from plugins import ROOMS
from plugins.generator import rooms_of
from plugins.model.fingerprint import Keys
from plugins.model.page import File, Page
from plugins.model.prose import Prose
from plugins.model.watched import Watched
from plugins.press.memory import Known, Memories, Planned
from tests.factory import item, page, site


class Box:
    """A shelf in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def shelf(self, names: Iterable[str]) -> dict[str, Any]:
        return {name: self.kept[name] for name in names if name in self.kept}

    def put_shelf(self, shelves: Mapping[str, object]) -> None:
        self.kept.update(shelves)


def titles(of):
    """A room that reads news alone."""
    yield Page("a.html", "a.html", of.news[0].title, "", "view")


def unit(of):
    """A room that reads the profile alone, by a derived property too."""
    yield File("b.txt", of.profile.unit.name, str.encode)


ROOM = (("titles", titles), ("unit", unit))


def planned(box: Box, of, look: str = "look") -> list[Planned]:
    memories = Memories(box, look)
    made = memories.plan(of, ROOM)
    memories.keep(made, {"a.html": "1", "b.txt": "2"})
    return made


def known(made: list[Planned]) -> list[str]:
    return [one.room for one in made if all(isinstance(page, Known) for page in one.made)]


def test_the_first_time_every_room_is_planned_and_the_second_time_none():
    box, of = Box(), site([item()])
    assert known(planned(box, of)) == []
    again = planned(box, of)
    assert known(again) == ["titles", "unit"]
    (one,) = again[0].made
    assert (one.path, one.made_of, one.is_page, one.indexed) == ("a.html", "1", True, True)
    assert one.again() == next(titles(of))


def test_a_room_that_read_what_changed_is_planned_again_and_no_other():
    of = site([item()])
    for other, same in ((replace(of, news=(item(title="Khác"),)), ["unit"]), (site([item()], unit={"name": "Xã Khác"}), ["titles"])):
        box = Box()
        planned(box, of)
        assert known(planned(box, other)) == same


def test_another_program_theme_or_frame_remembers_nothing():
    box, of = Box(), site([item()])
    planned(box, of)
    assert known(planned(box, of, "another look")) == []


def test_what_is_derived_counts_as_what_it_is_derived_from():
    of = site([item()])
    watched = Watched(of, {})
    assert watched.in_category("chi-so") == of.in_category("chi-so")
    assert watched.teasers == of.teasers
    assert watched.read == {"listed", "addresses"}


def test_a_site_as_a_whole_can_stand_in_no_fingerprint():
    with pytest.raises(TypeError, match="too much"):
        Keys().of((Watched(site([item()]), {}),))


@pytest.mark.parametrize(("name", "plan"), ROOMS)
def test_each_room_plans_the_same_watched_or_not(name, plan):
    of = site([item("a"), item("b", "2026-02-03 08:00")], [page()])
    assert [made.path for made in plan(Watched(of, {}))] == [made.path for made in plan(of)]


def another_body(of, place: int):
    changed = replace(of.news[place], body=Prose("khác", "<p>Khác</p>"))
    return replace(of, news=(*of.news[:place], changed, *of.news[place + 1 :]))


def test_a_body_that_changed_plans_the_pages_of_its_category_and_the_feeds_alone():
    of = site([item("a"), item("b", "2026-02-03 08:00", category="tuyen-truyen")], [page()])
    box, rooms = Box(), list(rooms_of(of))
    memories = Memories(box, "look")
    made = memories.plan(of, rooms)
    memories.keep(made, {page.path: "1" for one in made for page in one.made})
    again = Memories(box, "look").plan(another_body(of, 0), rooms)
    assert {one.room for one in again} - set(known(again)) == {f"news/{of.news[0].category.slug}", "feeds/", "search/"}


def test_a_list_cannot_show_the_body_of_an_item():
    with pytest.raises(TypeError, match="body"):
        _ = site([item()]).listed[0].body.html


def test_items_with_and_without_body_are_told_apart_by_their_keys():
    of = site([item("a")])
    other = another_body(of, 0)
    assert Keys().of(of.news) != Keys().of(other.news)
    assert Keys().of(of.listed) == Keys().of(other.listed)
