"""Mentions of documents as they are kept: every letter comes back, and the key stands for what is named."""

import pickle
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from plugins.model.cited import Cited, stem_of
from plugins.model.said import NOTHING, Said, said_of

TEXT = st.text(max_size=12)
MENTION = st.builds(Cited, st.sampled_from(["Kế hoạch", "Nghị định", "Luật"]), st.sampled_from(["", "12/KH-UBND", "030/2020/NĐ-CP"]), TEXT, TEXT, TEXT, st.integers(0, 99), st.integers(0, 99))
PLAN = Cited("Kế hoạch", "012/KH-UBND", "2026-01-15", "UBND phường", "", 4, 9)


@given(st.lists(MENTION, max_size=4))
def test_what_was_said_comes_back_word_for_word_also_from_the_cache(mentions):
    said = said_of(mentions)
    assert said.cited == tuple(one for one in mentions if stem_of(one).strip("-"))
    assert pickle.loads(pickle.dumps(said)) == said


def test_each_mention_knows_the_stem_of_its_entry():
    assert said_of([PLAN]).cited[0].stem == stem_of(PLAN) == "ke-hoach-12-kh-ubnd-2026-"


def test_the_key_stands_for_what_is_named_and_not_for_where():
    assert said_of([PLAN]).key == said_of([replace(PLAN, start=40, end=45)]).key
    others = [replace(PLAN, date="2026"), replace(PLAN, issuer=""), replace(PLAN, type="Báo cáo"), replace(PLAN, number="13/KH-UBND"), replace(PLAN, name="x")]
    assert len({said_of([one]).key for one in (PLAN, *others)}) == 6


def test_numbers_are_bare_and_each_stands_once():
    assert said_of([PLAN, replace(PLAN, date=""), replace(PLAN, number="", name="Luật Đất đai")]).numbers == ("12/kh-ubnd",)


def test_nothing_said_is_false():
    assert not said_of([])
    assert said_of([Cited("", "", "", "")]) is NOTHING
    assert Said("k")
