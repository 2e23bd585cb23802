"""``theme-guide``: every component of the theme with its examples, and every token, on a light and on a dark page.

The examples are those that the tests of the theme read (``tests/theme/components``). The pages need no server and nothing from elsewhere.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from jinja2 import Environment
from markupsafe import Markup

from commands.environment import ROOT
from commands.session import DONE, fail
from plugins.model.colours import Palette, contrast, palette
from plugins.model.profile import read_profile
from plugins.model.profiletables import Colours
from plugins.press.theme import Words, behaviour, environment, load_words, stylesheet

THEME = ROOT / "theme"
EXAMPLES = ROOT / "tests" / "theme" / "components"
SCHEMES = {"light": "index.html", "dark": "nen-toi.html"}
# Marks on which two accents meet on one letter, and those that hang below it.
LETTERS = "ỄẶỖỮ ễặỗữ ĐƠN ĐĂNG KÝ Nguyễn Thị Mỹ Lệ 1.001193"
_DARK = "(prefers-color-scheme: dark)"


@dataclass(frozen=True, slots=True)
class Example:
    """One use of a macro, as the tests know it."""

    name: str
    macro: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Component:
    """A component and its examples."""

    name: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A custom property: its value in one scheme; for colours of letters also the least contrast on the grounds."""

    name: str
    value: str
    ratio: str = ""


def run(content: Path, out: Path) -> int:
    """Write the pages with what they need beside them; other files of the folder are left alone."""
    try:
        colours = _colours(content)
        made = pages(colours)
        out.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (out / name).write_text(text, encoding="utf-8", newline="\n")
    except ValueError as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"Không đọc hoặc không ghi được ({error.strerror}: {error.filename}).")
    click.echo(f"Mở {out / SCHEMES['light']} bằng trình duyệt.", err=True)
    return DONE


def _colours(content: Path) -> Palette:
    """Those of the profile; a guide needs nothing else of it."""
    raw = tomllib.loads((content / "site.toml").read_text(encoding="utf-8-sig"))
    profile, _ = read_profile(raw)
    if profile is None:
        raise ValueError("site.toml có lỗi: chạy make check để biết chỗ sửa.")
    chosen: Colours = profile.colours
    return palette(chosen.primary, chosen.accent)


def pages(colours: Palette) -> dict[str, str]:
    """File name → text: the two pages, their styles, the script, and a picture that stands for all."""
    made = environment(THEME)
    made.loader.searchpath.append(str(THEME / "guide"))  # type: ignore[union-attr]
    components = tuple(shown(made))
    guide = (THEME / "guide" / "guide.css").read_text(encoding="utf-8")
    style = stylesheet(THEME, colours)
    texts = {"site.js": behaviour(THEME), "mau.svg": (THEME / "guide" / "mau.svg").read_text(encoding="utf-8")}
    for scheme, name in SCHEMES.items():
        values = tokens(style, scheme)
        texts[f"{scheme}.css"] = in_scheme(style, scheme) + guide + "".join(_swatch(token.name) for token in values if token.value.startswith("#"))
        texts[name] = made.get_template("guide.html").render(
            scheme=scheme, schemes=SCHEMES, components=components, tokens=values, letters=LETTERS, w=load_words(THEME)
        )
    return texts


def shown(made: Environment) -> Iterator[Component]:
    """Every component with its examples, rendered."""
    words = load_words(THEME)
    for file in sorted(EXAMPLES.glob("*.toml")):
        examples = tomllib.loads(file.read_text(encoding="utf-8"))["example"]
        yield Component(file.stem, tuple(Example(one["name"], one["macro"], Markup(_alone(render(made, file.stem, one, words)).strip())) for one in examples))


def render(made: Environment, component: str, example: dict[str, Any], words: Words) -> str:
    """The markup of one example. Arguments that it calls ``empty`` are None, which TOML cannot say."""
    arguments = {**example["args"], **dict.fromkeys(example.get("empty", ()))}
    if "words" in example:
        arguments["words"] = words[example["words"]]
    source = f'{{% from "components/{component}.html" import {example["macro"]} as macro %}}{{{{ macro(**arguments) }}}}'
    return made.from_string(source).render(arguments=arguments)


def _alone(html: str) -> str:
    """An example that stands on a page of its own: pictures are the one of the guide, links lead nowhere, parts of tables get their table."""
    html = re.sub(r"<source [^>]*>", "", html)
    html = re.sub(r'(<img\b[^>]*?\ssrc=)"[^"]*"', r'\1"mau.svg"', html)
    html = re.sub(r'href="(?!#)[^"]*"', 'href="#"', html)
    if html.lstrip().startswith("<td"):
        html = f"<tbody><tr>{html}</tr></tbody>"
    return f'<table class="c-stack">{html}</table>' if html.lstrip().startswith(("<tbody", "<thead")) else html


def in_scheme(style: str, scheme: str) -> str:
    """The styles as a reader with that scheme gets them."""
    always = style.replace("color-scheme: light dark", f"color-scheme: {scheme}")
    return always.replace(_DARK, "all" if scheme == "dark" else "not all")


def tokens(style: str, scheme: str) -> list[Token]:
    """All tokens of the theme with their values in a scheme, in the order of tokens.css."""
    sheet = (THEME / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    light, _, rest = sheet.partition(f"@media {_DARK}")
    dark = rest.partition("\n  }\n")[0]
    declared = re.compile(r"^\s+--([\w-]+): ([^;]+);", re.MULTILINE)
    values = dict(declared.findall(light)) | (dict(declared.findall(dark)) if scheme == "dark" else {})
    chosen = dict(re.findall(r"--([\w-]+):(#\w{6})", style.rpartition(":root{")[2]))
    for name, value in values.items():
        values[name] = _whole(re.sub(r"var\(--(don-vi-[\w-]+)\)", lambda found: chosen[found[1]], value))
    return [Token(name, value, _ratio(name, values)) for name, value in values.items()]


def _whole(value: str) -> str:
    """A colour with six digits."""
    short = re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", value)
    return "#" + "".join(2 * digit for digit in short.groups()) if short else value


def _ratio(name: str, values: dict[str, str]) -> str:
    grounds = {"ink": ("ground", "surface"), "muted": ("ground", "surface"), "link": ("ground", "surface"), "accent": ("ground", "surface"), "on-brand": ("brand",)}
    if name not in grounds:
        return ""
    return f"{min(contrast(values[name], values[ground]) for ground in grounds[name]):.1f}:1".replace(".", ",")


def _swatch(name: str) -> str:
    return f".c-guide__swatch--{name}{{background:var(--{name})}}\n"
