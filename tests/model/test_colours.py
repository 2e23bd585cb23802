"""Whatever colours a unit chooses, its words can be read; and what can be read already is left alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.colours import DARK_ENOUGH, DARK_GROUND, ENOUGH, LIGHT_GROUND, contrast, palette, readable
from tests.conftest import ROOT

TOKENS = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8")
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def token(name: str) -> list[str]:
    """The values of a token: of the light scheme, of the dark one."""
    return re.findall(rf"--{name}: (#\w+);", TOKENS)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)


def test_the_grounds_are_those_of_the_theme_and_the_hardest_of_their_scheme():
    assert token("surface") == [LIGHT_GROUND, DARK_GROUND]
    white, black = token("ground")
    assert contrast("#0b5394", LIGHT_GROUND) < contrast("#0b5394", white + white[1:])
    assert contrast("#9cc7f2", DARK_GROUND) < contrast("#9cc7f2", black)


@given(primary=colours, accent=colours)
def test_every_colour_becomes_readable_on_both_grounds_and_carries_white_letters(primary, accent):
    made = palette(primary, accent)
    assert all(contrast(colour, LIGHT_GROUND) >= ENOUGH for colour in (made.primary, made.accent))
    assert all(contrast(colour, DARK_GROUND) >= DARK_ENOUGH > ENOUGH for colour in (made.dark_primary, made.dark_accent))
    assert all(contrast(colour, "#ffffff") >= ENOUGH for colour in (made.primary, made.dark_bar))


@given(colour=colours, ground=st.sampled_from([LIGHT_GROUND, DARK_GROUND]))
def test_a_colour_moves_no_further_than_it_must(colour, ground):
    shown = readable(colour, ground)
    assert shown == colour if contrast(colour, ground) >= ENOUGH else contrast(shown, ground) < ENOUGH + 0.12


@pytest.mark.parametrize(
    ("colour", "light", "dark"),
    [
        ("#0b5394", "#0b5394", "#4c8cd2"),  # the blue of most portals: only the dark scheme changes it
        ("#ffcc00", "#876c10", "#ffcc00"),  # yellow stays yellow on the dark ground, and becomes ochre on the light one
        ("#FF6600", "#bf4b04", "#ff6600"),
        ("#ffffff", "#6f6f6f", "#ffffff"),
        ("#000000", "#000000", "#898989"),
    ],
)
def test_the_nearest_shade_keeps_the_hue(colour, light, dark):
    assert (readable(colour, LIGHT_GROUND), readable(colour, DARK_GROUND)) == (light, dark)


def test_the_stylesheet_is_given_every_colour_that_it_builds_upon():
    wanted = set(re.findall(r"var\((--don-vi-[\w-]+)\)", TOKENS))
    assert wanted == set(re.findall(r"(--don-vi-[\w-]+):", palette("#0b5394", "#a63d1c").rule))
