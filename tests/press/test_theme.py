"""The theme as the press uses it: one stylesheet and one script under names of their own content."""

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from plugins.model.frame import frame_of
from plugins.press.theme import Templates, bundles, environment, load_words
from tests.factory import site


def test_the_stylesheet_ends_with_the_units_colours_and_is_named_by_its_content(theme):
    one, _, _ = bundles(theme, frame_of(site()))
    other, _, _ = bundles(theme, frame_of(site(colours={"primary": "#123456"})))
    assert one.data.decode().rstrip().endswith(":root{--don-vi-chinh:#0b5394;--don-vi-phu:#b3261e}")
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
