"""Closed vocabularies: what editors may write for categories, status and level."""

import pytest

from plugins.model.text import is_slug
from plugins.model.vocab import CATEGORIES, NO_WORDS, STATUS_WORDS, YES_WORDS, Level, Status, category_by_name


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda c: c.slug)
def test_a_category_is_found_by_slug_by_name_and_by_name_without_marks_or_case(category):
    for typed in (category.slug, category.name, category.name.upper(), category.slug.replace("-", " "), f"  {category.name}. "):
        assert category_by_name(typed) == category


@pytest.mark.parametrize("typed", ["", "-", "cai cach", "tin tuc", "Chuyên mục khác"])
def test_what_is_no_category_is_none(typed):
    assert category_by_name(typed) is None


def test_categories_are_the_contents_of_resolution_76_and_the_columns_of_communes():
    assert [c.slug for c in CATEGORIES] == [
        "cai-cach-the-che",
        "cai-cach-thu-tuc-hanh-chinh",
        "cai-cach-to-chuc-bo-may",
        "cai-cach-che-do-cong-vu",
        "cai-cach-tai-chinh-cong",
        "chinh-quyen-so",
        "chi-dao-dieu-hanh",
        "tuyen-truyen",
        "guong-dien-hinh",
        "chi-so",
        "hoi-dap",
    ]
    assert [c.order for c in CATEGORIES] == list(range(len(CATEGORIES)))
    assert all(is_slug(c.slug) and c.name and c.description for c in CATEGORIES)


def test_status_is_published_or_draft_in_two_languages():
    assert {word for word, status in STATUS_WORDS.items() if status is Status.DRAFT} >= {"draft", "nhap"}
    assert {word for word, status in STATUS_WORDS.items() if status is Status.PUBLISHED} >= {"published", "dang"}


def test_no_word_means_both_yes_and_no():
    assert not YES_WORDS & NO_WORDS


def test_a_commune_level_unit_is_a_ward_a_commune_or_a_special_zone():
    assert [level.value for level in Level] == ["phường", "xã", "đặc khu"]
