"""The unit's colours as the site shows them: hue kept, lightness changed only as far as contrast needs (WCAG 2.2, 1.4.3)."""

from dataclasses import dataclass
from math import cbrt

# Of the theme's grounds the one on which text is hardest to read: --surface of tokens.css, light and dark.
LIGHT_GROUND, DARK_GROUND = "#f1f4f7", "#1d2329"
# Light letters on a dark ground look thinner than the formula of WCAG says: they get more than they must.
ENOUGH, DARK_ENOUGH = 4.5, 6.0
# Lightness (OKLCH) of the bar that white letters stand on in the dark scheme: brighter ones glare.
_DARK_BAR = 0.36
_STEP = 0.002
_TO_CONE = ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566), (0.0883024619, 0.2817188376, 0.6299787005))
_TO_LAB = ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099), (0.0259040371, 0.7827717662, -0.8086757660))
_FROM_LAB = ((1.0, 0.3963377774, 0.2158037573), (1.0, -0.1055613458, -0.0638541728), (1.0, -0.0894841775, -1.2914855480))
_FROM_CONE = ((4.0767416621, -3.3077115913, 0.2309699292), (-1.2684380046, 2.6097574011, -0.3413193965), (-0.0041960863, -0.7034186147, 1.7076147010))
Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``: letters and bars in the light scheme, letters in the dark one, and its bar."""

    primary: str
    accent: str
    dark_primary: str
    dark_accent: str
    dark_bar: str

    @property
    def rule(self) -> str:
        """What tokens.css builds upon."""
        names = {
            "chinh": self.primary,
            "phu": self.accent,
            "chinh-toi": self.dark_primary,
            "phu-toi": self.dark_accent,
            "nen-toi": self.dark_bar,
        }
        return ":root{" + ";".join(f"--don-vi-{name}:{value}" for name, value in names.items()) + "}"


def palette(primary: str, accent: str) -> Palette:
    """What the theme shows for the two colours of a profile."""
    bar = _lab(primary)
    return Palette(
        readable(primary, LIGHT_GROUND),
        readable(accent, LIGHT_GROUND),
        readable(primary, DARK_GROUND, DARK_ENOUGH),
        readable(accent, DARK_GROUND, DARK_ENOUGH),
        _shade(bar, min(bar[0], _DARK_BAR)),
    )


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str, enough: float = ENOUGH) -> str:
    """The nearest shade that reaches the contrast on this ground; the colour itself where it does."""
    found, lab = colour.lower(), _lab(colour)
    step = -_STEP if _luminance(ground) > 0.18 else _STEP
    lightness = lab[0]
    while contrast(found, ground) < enough and 0 < lightness + step < 1:
        lightness += step
        found = _shade(lab, lightness)
    return found


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _plain(red), _plain(green), _plain(blue)


def _plain(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _lab(colour: str) -> Triple:
    """OKLab (Björn Ottosson, 2020): equal steps look equal."""
    long, middle, short = _times(_TO_CONE, _linear(colour))
    return _times(_TO_LAB, (cbrt(long), cbrt(middle), cbrt(short)))


def _shade(lab: Triple, lightness: float) -> str:
    """The same hue at another lightness; paler where the screen has no colour so strong."""
    for part in range(20, -1, -1):
        parts = _screen((lightness, lab[1] * part / 20, lab[2] * part / 20))
        if all(-0.0005 <= one <= 1.0005 for one in parts):
            break
    return "#" + "".join(f"{round(255 * min(max(one, 0.0), 1.0)):02x}" for one in parts)


def _screen(lab: Triple) -> Triple:
    long, middle, short = _times(_FROM_LAB, lab)
    red, green, blue = _times(_FROM_CONE, (long**3, middle**3, short**3))
    return _bent(red), _bent(green), _bent(blue)


def _bent(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _times(rows: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in rows)
    return first, second, third
