"""``make theme-guide``: every component and every token, light and dark, with nothing from elsewhere."""

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from commands import theme_guide
from plugins.model.colours import palette
from tests.commune import run
from tests.conftest import ROOT
from tests.theme.contract import TEMPLATES, THEME

NAMES = ("index.html", "nen-toi.html")


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("guide") / "xem"
    outcome = run("theme-guide", "--content", ROOT / "content", "--out", out, cache=out.parent / "cache")
    assert outcome.code == 0, outcome.said
    return out


@pytest.mark.parametrize("name", NAMES)
def test_every_component_of_the_theme_has_examples_on_both_pages(guide, name):
    page = lxml_html.fromstring((guide / name).read_bytes())
    components = {path.stem for path in (TEMPLATES / "components").glob("*.html")}
    shown = {part.find("h2").text: part for part in page.iter("section") if part.get("class") == "c-guide__component"}
    assert set(shown) == components
    stages = {component: part.find_class("c-guide__stage") for component, part in shown.items()}
    assert [component for component, found in stages.items() if not any(len(stage) for stage in found)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_token_is_shown(guide, name):
    text = " ".join(lxml_html.fromstring((guide / name).read_bytes()).itertext())
    tokens = set(re.findall(r"--([\w-]+):", (THEME / "static/css/tokens.css").read_text(encoding="utf-8")))
    assert [token for token in sorted(tokens) if not re.search(rf"(?<![\w-]){token}(?![\w-])", text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_ask_for_nothing_but_the_files_beside_them(guide, name):
    page = lxml_html.fromstring((guide / name).read_bytes())
    asked = {part.get("src") for part in page.iter("img", "script")} | {part.get("href") for part in page.iter("link")}
    assert asked <= {path.name for path in guide.iterdir()}
    assert all(link.get("href").startswith("#") or link.get("href") in NAMES for link in page.iter("a"))
    assert not re.search(r"\sstyle=|<style|\son\w+=", (guide / name).read_text(encoding="utf-8"))


def test_each_page_has_its_own_scheme_whatever_the_machine_prefers(guide):
    light, dark = (guide / "light.css").read_text(encoding="utf-8"), (guide / "dark.css").read_text(encoding="utf-8")
    assert "prefers-color-scheme" not in light + dark
    assert "color-scheme: light;" in light
    assert "color-scheme: dark;" in dark


def test_the_colours_are_those_of_the_unit_and_their_contrast_is_told():
    values = {token.name: token for token in theme_guide.tokens(palette("#ffcc00", "#a63d1c").rule, "light")}
    assert (values["link"].value, values["link"].ratio) == ("#876c10", "4,5:1")
    assert values["ground"].value == "#ffffff"
    dark = {token.name: token.value for token in theme_guide.tokens(palette("#ffcc00", "#a63d1c").rule, "dark")}
    assert dark["link"] == "#ffcc00"


def test_a_profile_with_faults_is_told_without_a_trace(tmp_path):
    (tmp_path / "site.toml").write_text("[unit]\n", encoding="utf-8")
    outcome = run("theme-guide", "--content", tmp_path, "--out", tmp_path / "out", cache=tmp_path / "cache")
    assert outcome.code != 0
    assert "make check" in outcome.said
    assert "Traceback" not in outcome.said
