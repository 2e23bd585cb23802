"""The template contract: ``theme/README.md``, the view records and the templates say the same."""

import re
import tomllib
from dataclasses import replace

import pytest
from jinja2 import nodes

from plugins.documents.cited_by import WHOLE
from plugins.model.frame import Frame, frame_of
from plugins.model.page import Page
from plugins.model.site import Redirect
from tests.factory import by_path, item, page, plan, site
from tests.rooms.answers.records import answer
from tests.rooms.documents.records import DECREE, citing, document
from tests.rooms.indices.records import value as index_value
from tests.rooms.procedures.records import announced
from tests.rooms.workplan.records import plan_of
from tests.theme.contract import (
    TEMPLATES,
    THEME,
    all_templates,
    attributes,
    names_of,
    page_templates,
    promises,
    records,
    source,
    tree,
    used_words,
    view_of,
)

VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
each = pytest.mark.parametrize("template", all_templates())
each_page = pytest.mark.parametrize("template", page_templates())


@pytest.mark.parametrize("promise", promises(), ids=lambda promise: promise.record)
def test_the_contract_lists_exactly_the_fields_of_each_record(promise):
    assert list(promise.said) == names_of(records()[promise.record])


def test_the_contract_lists_every_template_and_no_other():
    assert sorted(promise.template for promise in promises() if promise.template.endswith(".html")) == page_templates()


def test_the_rooms_plan_pages_with_the_templates_and_records_of_the_contract():
    whole = announced(site([item(tags=("một cửa",)), item("guong", category="guong-dien-hinh", exemplar="Chị Vy")], [page()], site={"visits": True, "offline": True}))
    many = tuple(citing(f"n{number}", DECREE) for number in range(WHOLE + 1))  # so many that years have pages of their own
    of = replace(whole, redirects=(Redirect("cu.html", "index.html"),), answers=(answer(),), documents=(document(),), citing=many, plans=(plan_of(),), indices=(index_value(),))
    planned = by_path(plan(of)).values()
    shown = {made.template: type(made.view) for made in planned if isinstance(made, Page)}
    assert shown == {template: view_of(template) for template in page_templates()}


@each_page
def test_a_template_shows_only_fields_of_its_record(template):
    used = attributes(template, "view")
    assert used <= set(names_of(view_of(template)))


@each
def test_templates_read_only_what_page_and_frame_have(template):
    assert attributes(template, "page") <= set(names_of(Page))
    assert attributes(template, "frame") <= set(names_of(Frame))


@pytest.mark.parametrize("template", [t for t in all_templates() if t.startswith("components/")])
def test_components_see_only_their_arguments(template):
    names = {node.name for node in tree(template).find_all(nodes.Name) if node.ctx == "load"}
    assert not names & {"page", "view", "frame", "w", "css", "js"}
    for other in all_templates():
        assert f'{{% include "{template}"' not in source(other)
        assert not re.search(rf'"{template}" import [^%]*with context', source(other))


@each
def test_a_template_escapes_everything_and_marks_nothing_safe(template):
    assert not re.search(r"\|\s*safe\b|autoescape\s+false|Markup", source(template))


# — words —


def plain(template: str) -> str:
    """A template without its Jinja: comments and statements vanish, values are one dot."""
    text = re.sub(r"{#.*?#}", "", source(template), flags=re.DOTALL)
    text = re.sub(r"{%.*?%}", "", text, flags=re.DOTALL)
    return re.sub(r"{{.*?}}", "·", text, flags=re.DOTALL)


@each
def test_no_word_stands_in_a_template(template):
    assert not VIETNAMESE.search(source(template))
    between_tags = re.sub(r"<[^>]*>", " ", plain(template))
    assert not re.search(r"[^\W\d_]{2}", between_tags), between_tags
    for name, value in re.findall(r"\b(aria-label|alt|title|placeholder)=\"([^\"]*)\"", plain(template)):
        assert not re.search(r"[^\W\d_]", value), (name, value)


def test_every_word_is_used_and_every_used_word_exists():
    words = tomllib.loads((THEME / "words.toml").read_text(encoding="utf-8"))
    there = {(table, key) for table, keys in words.items() for key in keys}
    used = {pair for template in all_templates() for pair in used_words(template)}
    chosen = {("portals", link.label) for link in frame_of(site()).portals}  # w.portals[portal.label]
    assert {pair for pair in used if pair[1] == "*"} == {("portals", "*")}
    assert {pair for pair in used if pair[1] != "*"} | chosen == there


def test_every_word_is_vietnamese_text_without_markup():
    words = tomllib.loads((THEME / "words.toml").read_text(encoding="utf-8"))
    for table, keys in words.items():
        for key, word in keys.items():
            assert word.strip() == word != "", f"{table}.{key}"
            assert not re.search(r"[<>&]", word), f"{table}.{key}"


# — form —


@each
def test_nothing_inline_stands_in_a_template(template):
    text = plain(template)
    assert not re.search(r"<style|\sstyle\s*=", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)(?! type=\"application/ld\+json\">·</script>)", text)
    assert not re.search(r"\son[a-z]+\s*=", text)
    assert "javascript:" not in text


@each
def test_ids_and_classes_keep_to_their_prefixes(template):
    text = plain(template)
    assert all(name.startswith("trang-") for name in re.findall(r"\sid=\"([^\"]*)\"", text))
    for names in re.findall(r"\sclass=\"([^\"]*)\"", text):
        assert all(name.startswith("c-") for name in names.split()), names


def test_every_component_has_its_style_under_the_same_name():
    components = {path.stem for path in (TEMPLATES / "components").glob("*.html")}
    styles = {path.stem for path in (THEME / "static/css/components").glob("*.css")}
    assert components == styles


def test_every_class_of_the_templates_is_styled_and_every_styled_class_is_used():
    css = "\n".join(path.read_text(encoding="utf-8") for path in (THEME / "static/css").rglob("*.css"))
    styled = set(re.findall(r"\.(c-[\w-]+)", css))
    markup = "\n".join(source(template) for template in all_templates()) + "\n".join(p.read_text() for p in (THEME / "static").rglob("*.js"))
    unused = {name for name in styled if name not in markup and name.rpartition("--")[0] + "--" not in markup}
    assert unused == set()
