"""Parts of the register: who cites what in each, and what stands for that."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.addresses import REGISTER_PARTS, Addresses
from plugins.model.cited import Cited, slug_of
from plugins.model.issuers import Here
from plugins.model.register import Citing, Parts, part_of, shares_of

HERE = Here("Phường Thử Nghiệm", "Tỉnh Mẫu")
AT = Addresses(frozenset({"documents"}))
MENTION = st.builds(Cited, st.just("Quyết định"), st.sampled_from([f"{n}/QĐ-UBND" for n in (1, 101, 201)]), st.sampled_from(["", "2025", "2025-03-04"]), st.sampled_from(["", "UBND tỉnh"]))
ITEM = st.tuples(st.sampled_from(["Bài một", "Bài hai"]), st.lists(MENTION, min_size=1, max_size=3))


def parts(items: list[tuple[str, list[Cited]]], own: tuple[str, ...] = (), shared: bool = False) -> Parts:
    of = part_of(own, AT)
    citing = [Citing(title, f"tin-tuc/{n}.html", None, tuple({slug_of(one, HERE): one for one in said}.items())) for n, (title, said) in enumerate(items)]
    told = [Citing(one.title, one.href, one.date, one.source, one.face, shares_of(one.cited, of)) for one in citing] if shared else citing
    return Parts(tuple(told), of)


@settings(max_examples=200)
@given(st.lists(ITEM, max_size=3), st.lists(ITEM, max_size=3))
def test_keys_differ_just_where_what_is_cited_differs(one, other):
    here, there = parts(one), parts(other)
    for part in ("", *REGISTER_PARTS):
        assert (here.keys.get(part) == there.keys.get(part)) == (here.of(part) == there.of(part)), part


@given(st.lists(ITEM, max_size=3))
def test_a_part_holds_the_same_whether_few_are_asked_for_or_all(items):
    many = parts(items)
    names = ("", *REGISTER_PARTS)
    asked = {name: many.of(name) for name in (*names, *names[:9])}
    assert asked == {name: parts(items).of(name) for name in names}


@given(st.lists(ITEM, max_size=3))
def test_shares_told_beforehand_change_nothing(items):
    assert parts(items, shared=True).keys == parts(items).keys


def test_each_mention_stands_in_one_part_and_the_unit_s_own_in_that_which_knows_all():
    said = [Cited("Quyết định", f"{n}/QĐ-UBND", "2025-03-04", "UBND tỉnh") for n in range(1, 900, 100)]
    own = slug_of(said[0], HERE)
    made = parts([("Bài một", said)], (own,))
    found = {part: [slug for one in made.of(part) for slug, _ in one.cited] for part in ("", *REGISTER_PARTS)}
    assert found[""] == [own]
    assert sorted(slug for slugs in found.values() for slug in slugs) == sorted(slug_of(one, HERE) for one in said)
