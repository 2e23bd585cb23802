"""The theme as the press uses it: one stylesheet and one script under names of their own content."""

from dataclasses import replace

import pytest
from jinja2 import TemplateNotFound, UndefinedError, nodes

from plugins.model.colours import palette
from plugins.model.frame import frame_of
from plugins.model.page import Link, Page
from plugins.press.theme import CRUMBS, FRAME_PARTIALS, Templates, bundles, environment, load_words, shared_frame
from tests.factory import site


def test_the_stylesheet_ends_with_the_units_colours_and_is_named_by_its_content(theme):
    one, _, _ = bundles(theme, frame_of(site()))
    other, _, _ = bundles(theme, frame_of(site(colours={"primary": "#123456"})))
    assert one.data.decode().rstrip().endswith(palette("#0b5394", "#b3261e").rule)
    assert b"--don-vi-chinh:#123456" in other.data
    assert one.path != other.path
    assert one.path.startswith("theme/site.")


def test_a_missing_word_stops_the_build(theme):
    words = load_words(theme)
    assert words.article.others == "Các tin khác"
    with pytest.raises(UndefinedError):
        environment(theme).from_string("{{ w.article.khong_co }}").render(w=words)


def test_no_template_comes_silently_from_another_theme(theme):
    with pytest.raises(TemplateNotFound):
        environment(theme).get_template("author.html")


def test_values_are_escaped_without_being_asked(theme):
    assert environment(theme).from_string("{{ a }}").render(a="<b>") == "&lt;b&gt;"


def test_the_digest_of_a_template_covers_what_it_extends_includes_and_imports(theme):
    templates = Templates(theme)
    assert templates.digest("tag.html") == templates.digest("tag.html")
    assert len({templates.digest(name) for name in ("tag.html", "page.html", "base.html")}) == 3


@pytest.mark.parametrize("name", [*FRAME_PARTIALS, CRUMBS])
def test_a_part_that_is_rendered_once_shows_of_the_page_no_more_than_it_is_remembered_by(theme, name):
    tree = environment(theme).parse((theme / "templates" / name).read_text(encoding="utf-8"))
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    assert not names & {"view", "css", "js"}
    read = {node.attr for node in tree.find_all(nodes.Getattr) if isinstance(node.node, nodes.Name) and node.node.name == "page"}
    assert read <= {"partials/menu.html": {"path"}, "partials/header.html": {"template"}, CRUMBS: {"crumbs", "template"}}.get(name, set())


def test_the_menu_marks_the_page_that_is_open_and_no_other(theme):
    frame = replace(frame_of(site()), menu=(Link("Một", "mot.html"), Link("Hai", "hai.html")))
    engine = shared_frame(environment(theme), frame)
    template = engine.get_template(next(name for name in FRAME_PARTIALS if "menu" in name))
    names = {"frame": frame, "w": load_words(theme), "root": "./", "css": "", "js": ""}
    shown = [template.render({**names, "page": Page(path, "a.html", "", "", None)}) for path in ("mot.html", "x.html", "y.html")]
    assert [text.count("aria-current") for text in shown] == [1, 0, 0]
