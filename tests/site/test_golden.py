"""Small whole sites, byte for byte. After a wanted change: ``python -m tests.site.golden``, and read the diff."""

import pytest

from tests.commune import tree
from tests.site.golden import EXPECTED, NAMES, build


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_site_is_built_byte_for_byte_as_expected(name, tmp_path):
    made, expected = build(name, tmp_path), tree(EXPECTED / name)
    assert sorted(made) == sorted(expected)
    different = [path for path in made if made[path] != expected[path]]
    for path in different[:1]:
        assert made[path].decode("utf-8", "replace") == expected[path].decode("utf-8", "replace"), path
    assert different == []


def test_golden_sites_stay_small():
    for name in NAMES:
        assert len(list(EXPECTED.joinpath(name, "tin-tuc").glob("*.html"))) <= 4
        assert sum(len(data) for data in tree(EXPECTED / name).values()) < 600_000
