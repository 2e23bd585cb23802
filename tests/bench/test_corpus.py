"""The corpus of the benchmark: the same for everyone and of the promised size. That the gate takes it is shown by the race."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.corpus import Corpus, picture
from bench.layouts import CATEGORY_NAMES, HUGO, OWN, PELICAN, write
from plugins.model.procedure import read_code
from plugins.model.vocab import CATEGORIES
from tests.commune import tree
from tests.conftest import ROOT

SMALL = Corpus(40, 6)


def digest(corpus: Corpus) -> str:
    return hashlib.sha256(repr((*corpus.items(), *corpus.announced(), picture(3))).encode()).hexdigest()


def test_another_process_with_another_hash_seed_makes_the_same_corpus():
    code = "from tests.bench.test_corpus import SMALL, digest; print(digest(SMALL))"
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], env=environ, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == digest(SMALL)


def test_another_seed_makes_another_corpus_and_an_item_does_not_depend_on_the_others():
    assert digest(Corpus(40, 6, seed=2)) != digest(SMALL)
    assert next(SMALL.items()) == SMALL.item(1)


def test_items_are_dated_over_ten_years_and_the_one_more_is_the_newest():
    moments = [item.moment for item in SMALL.items()]
    assert moments == sorted(set(moments))
    assert (moments[0].year, moments[-1].year) == (2016, 2025)
    assert SMALL.item(SMALL.news + 1).moment > moments[-1]


def test_a_body_has_about_650_words_and_now_and_then_a_list_a_table_a_picture_and_links():
    bodies = [item.body for item in Corpus(300, 6).items()]
    words = [len(body.split()) for body in bodies]
    assert 600 < sum(words) / len(words) < 700
    for mark in (r"^## ", r"^- ", r"^1\. ", r"^\|---", r"^> ", "@ANH:", "@THUTUC:", "https://dichvucong"):
        share = sum(bool(re.search(mark, body, re.MULTILINE)) for body in bodies) / len(bodies)
        assert 0.1 < share <= 1, mark


def test_no_two_items_of_a_large_corpus_share_title_and_day_or_address():
    large = Corpus(50_000, 6)
    items = [(item.title, item.moment.date(), item.slug) for item in map(large.item, range(25_000, 25_400))]
    assert len({(title, day) for title, day, _ in items}) == len({slug for _, _, slug in items}) == 400


def test_codes_and_categories_are_those_of_the_program():
    assert all(read_code(one.code) == (one.code, "") for one in SMALL.announced())
    assert {category.slug: category.name for category in CATEGORIES} == CATEGORY_NAMES


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> dict[str, Path]:
    sites = {name: tmp_path_factory.mktemp(name) for name in ("cchc", "pelican", "hugo")}
    write(SMALL, {sites["cchc"]: OWN, sites["pelican"]: PELICAN, sites["hugo"]: HUGO})
    return sites


def test_every_contestant_gets_the_same_words_and_all_links_are_filled_in(written):
    words = {}
    for name, site in written.items():
        text = {path: data.decode() for path, data in tree(site).items() if path.endswith(".md")}
        assert not [path for path, one in text.items() if "@ANH" in one or "@THUTUC" in one]
        bodies = [one.partition("\n---\n")[2] if one.startswith("---") else one.partition("\n\n")[2] for one in text.values()]
        words[name] = sorted(re.sub(r"\]\([^)]*\)", "]", body).strip() for body in bodies if len(body) > 200)
    assert words["cchc"] == words["pelican"] == words["hugo"]
    assert len(words["cchc"]) == SMALL.news + SMALL.procedures
