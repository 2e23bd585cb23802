"""The register in parts: a changed item plans the parts that hold what it cites, and leaves the rest of the register alone."""

from dataclasses import replace

from plugins.documents.plan import parts, plan
from plugins.generator import rooms_of
from plugins.model.addresses import REGISTER_PARTS
from plugins.model.cited import Cited
from plugins.model.watched import Watched
from plugins.press.memory import field_key
from tests.factory import by_path, site
from tests.rooms.documents.records import DECREE, PLAN, citing, document, registered

UNDATED = Cited("Kế hoạch", "12/KH-UBND", "", "")
DECISIONS = [Cited("Quyết định", f"{n * 100}/QĐ-UBND", "2024-05-06", "UBND tỉnh") for n in range(1, 60)]


def register(*, title: str = "Bài a", cited=(DECREE,)):
    items = [replace(citing("a", *cited), title=title), citing("b", *DECISIONS[:30]), citing("c", *DECISIONS[30:], PLAN)]
    return registered(site(), items, [document()])


def reads(of) -> dict[str, dict[str, str]]:
    """Part → key of each thing that it read."""
    found = {}
    for name, part in parts(of):
        watched = Watched(of, {})
        list(part(watched))
        found[name] = {field: field_key(of, field) for field in watched.read}
    return found


def planned_again(before, after) -> set[str]:
    old, new = reads(before), reads(after)
    return {name for name in old if old[name] != new[name]}


def part_of(one: Cited, of) -> str:
    return of.addresses.register_part(citing("x", one).cited[0][0], bool(one.number))


def test_the_parts_make_each_page_once():
    of = register()
    made = [page.path for _, part in parts(of) for page in part(of)]
    assert len(made) == len(set(made)) == len(by_path(plan(of)))
    assert [name for name, _ in rooms_of(of) if name.startswith("documents/")] == [f"documents/{name}" for name in ("", *REGISTER_PARTS)]


def test_an_entry_shows_who_cites_it_in_whatever_part_it_is():
    of = register(cited=(DECREE, UNDATED, PLAN))
    made = by_path(plan(of))
    shown = {one.slug: [line.href for line in one.cited_by.lines] for page in made.values() if page.template == "cited.html" for one in page.view.entries}
    assert len(shown) == len(DECISIONS) + 2
    assert all(hrefs in (["tin-tuc/a.html"], ["tin-tuc/b.html"], ["tin-tuc/c.html"]) for hrefs in shown.values())
    assert [line.href for line in made[document().path].view.cited_by.lines] == ["tin-tuc/c.html", "tin-tuc/a.html"]


def test_a_new_title_plans_the_parts_of_what_the_item_cites_and_no_list():
    before = register()
    assert planned_again(before, register(title="Bài a, sửa")) == {part_of(DECREE, before)}


def test_a_new_mention_plans_the_lists_and_its_part_and_not_those_of_what_the_item_cited_before():
    before = register()
    more = Cited("Thông tư", "1/2023/TT-BNV", "2023-01-15", "Bộ Nội vụ")
    assert planned_again(before, register(cited=(DECREE, more))) == {"", part_of(more, before)}


def test_what_replaces_an_entry_of_another_part_stands_there():
    decree = citing("x", DECREE).cited
    made = by_path(plan(registered(site(), [citing("a", DECREE)], [document(replaces=decree)])))
    (entry,) = made["van-ban/2020/nghi-dinh.html"].view.entries
    assert [(fact.text, fact.href) for fact in entry.facts if fact.href] == [("Kế hoạch số 12/KH-UBND 15/01/2026", document().path)]
