"""The engine's shorter ways give what Jinja's own would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from plugins.press.engine import Engine, escaped, remembered


@given(st.text() | st.text("&<>\"'aạ") | st.integers() | st.none() | st.text("<a&").map(Markup))
def test_values_are_escaped_as_markupsafe_does(value):
    assert str(escaped(value)) == str(escape(value))


TEMPLATES = {
    "parts.html": "{% macro one(a, b) %}<i>{{ a }}</i>{{ b }}{% endmacro %}"
    "{% macro two(a, b='>') %}{{ one(a, b) }}{% endmacro %}"
    "{% macro three(a) %}{{ a }}{{ varargs|join }}{{ kwargs|length }}{% endmacro %}{% macro four(a) %}{{ a }}{{ caller() }}{% endmacro %}",
    "frame.html": "{% include 'side.html' %}|{% block main %}{% endblock %}",
    "side.html": "{{ page }} &amp; {{ root }}",
    "page.html": "{% extends 'frame.html' %}{% from 'parts.html' import one, two, three, four %}{% block main %}"
    "{% for x in entries %}{{ one(x, loop.index) }}{{ one(x, b=x) }}{{ two(x) }}{{ two(x, '<') }}{{ three(x, 1, c=2) }}"
    "{% call four(x) %}<b>{{ x }}</b>{% endcall %}{% set kept %}{{ one(x, x) }}{% endset %}{{ kept }}{{ one(x, x)|length }}{% endfor %}"
    "{{ page.upper() }}{% endblock %}",
}


def engine(kind: type[Environment]) -> Environment:
    return kind(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)


@given(st.lists(st.text("&<a'\"ạ", max_size=5), max_size=3))
def test_components_give_the_same_however_they_are_called(entries):
    names = {"entries": entries, "page": "<p>", "root": "../"}
    shown = [engine(kind).get_template("page.html").render(names) for kind in (Engine, Environment)]
    assert shown[0] == shown[1]


@pytest.mark.parametrize("call", ["one(1)", "one(1, 2, 3)", "one(1, 2, c=3)", "nobody(1)"])
def test_a_component_that_is_called_wrongly_stops_the_build_as_ever(call):
    text = "{% from 'parts.html' import one %}{{ " + call + " }}"
    told = []
    for kind in (Engine, Environment):
        with pytest.raises((TypeError, UndefinedError)) as stopped:
            engine(kind).from_string(text).render()
        told.append((stopped.type, str(stopped.value)))
    assert told[0] == told[1]


def test_an_included_part_is_rendered_once_for_each_key():
    made = engine(Engine)
    remembered(made.get_template("side.html"), lambda names: names["root"])
    page = made.get_template("page.html")
    shown = [page.render(entries=[], page=title, root=root) for title, root in (("một", "./"), ("hai", "./"), ("hai", "../"))]
    assert shown == ["một &amp; ./|MỘT", "một &amp; ./|HAI", "hai &amp; ../|HAI"]
