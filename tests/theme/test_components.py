"""Components, each with the examples of ``components/<name>.toml``: arguments in, facts out.

An example names a macro, its arguments (and the table of ``words.toml`` it gets), the texts it shows in their order, the
links it holds, and, where needed, pieces of ``html`` that must be there and texts that it ``hides``.
"""

import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import html as lxml_html

from commands import theme_guide
from plugins.press.theme import environment, load_words
from tests.theme.contract import TEMPLATES, THEME

FILES = sorted((Path(__file__).parent / "components").glob("*.toml"))
EXAMPLES = [
    pytest.param(file.stem, example, id=f"{file.stem}: {example['name']}")
    for file in FILES
    for example in tomllib.loads(file.read_text(encoding="utf-8"))["example"]
]
VOID = {"img", "br", "hr", "meta", "link", "input", "source", "wbr"}


class Nesting(HTMLParser):
    """Complains of a tag that is closed in the wrong place, or never."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        assert len(attrs) == len(dict(attrs)), f"<{tag}> has an attribute twice"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


def is_nested(html: str) -> bool:
    parser = Nesting()
    parser.feed(html)
    parser.close()
    return parser.open == []


def render(component: str, example: dict) -> str:
    return theme_guide.render(environment(THEME), component, example, load_words(THEME))


def test_every_component_has_examples_and_every_macro_is_shown():
    components = {path.stem: set(re.findall(r"{% macro (\w+)\(", path.read_text(encoding="utf-8"))) for path in (TEMPLATES / "components").glob("*.html")}
    shown: dict[str, set[str]] = {file.stem: set() for file in FILES}
    for parameter in EXAMPLES:
        component, example = parameter.values
        shown[component].add(example["macro"])
    assert set(shown) == set(components)
    # ``picture`` and ``teasers`` are shown inside their siblings and on every page with a list.
    assert {name: macros - shown[name] - {"picture", "teasers"} for name, macros in components.items()} == {name: set() for name in components}


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_an_example_is_well_nested_and_shows_its_facts(component, example):
    html = render(component, example)
    assert is_nested(html)
    whole = lxml_html.fragment_fromstring(html, create_parent="div")
    shown = " ".join(whole.text_content().split())
    place = 0
    for text in example["shows"]:
        place = shown.find(text, place)
        assert place >= 0, f"{text!r} is not shown, or not in this order: {shown!r}"
        place += len(text)
    assert [link.get("href") for link in whole.iter("a")] == example["links"]
    assert all(piece in html for piece in example.get("html", ()))
    assert not [text for text in example.get("hides", ()) if text in html]
