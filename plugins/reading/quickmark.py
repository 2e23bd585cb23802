"""Markdown's own steps, left out where a text cannot need them, or done with less: the result is the same, byte for byte.

Half the time of a cold build went into steps that find nothing in administrative prose. Loaded last, after every
extension whose steps it stands in for; ``tests/reading/test_quickmark.py`` holds it against Markdown without it.
"""

from typing import Any, TypeVar
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import NormalizeWhitespace
from markdown.serializers import to_html_string
from markdown.treeprocessors import InlineProcessor as InlineTree
from markdown.util import AtomicString

from plugins.reading.quickblocks import quicken
from plugins.reading.quickhtml import Anchors, Prettify, html_of

Given = TypeVar("Given", list[str], ET.Element)
# Steps that find nothing in a text without one of these.
_ONLY = (
    ("preprocessors", "fenced_code_block", 25, "`~"),
    ("preprocessors", "html_block", 20, "<&"),
    ("treeprocessors", "attr_list", 8, "{"),
    ("treeprocessors", "unescape", 0, "\\"),
)
# What an inline pattern must find in a text to be worth trying.
TRIGGERS = {
    **dict.fromkeys(("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref", "footnote"), "["),
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
    **{"backtick": "`", "escape": "\\", "linebreak": "\n", "entity": "&", "plain_address": "://"},
    "em_strong": "*_",
}
# Every step of which plugins.reading.plainprose knows what it does.
_STEPS = {
    "preprocessors": {"normalize_whitespace", "fenced_code_block", "html_block", "sentence_breaks"},
    "inlinePatterns": set(TRIGGERS),
    "treeprocessors": {"footnote", "inline", "footnote-duplicate", "prettify", "attr_list", "abbr", "toc", "admin_finish", "unescape"},
    "postprocessors": {"raw_html", "footnote", "amp_substitute"},
}
_MARKS = (*"<&`~{\\[*_", "://")
_BLANKS = ("\n ", "\t", "\r", "\x02", "\x03")
# Marks that may refer to other places of the text; without them each text can be seen to alone.
_REFERRING = frozenset(TRIGGERS.values()) - {"*_", "\n"}


class Typed(NormalizeWhitespace):
    """The first of all steps: blank lines without blanks, and the marks that the text at hand holds."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.marks: frozenset[str] = frozenset()

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self.marks = frozenset(mark for mark in _MARKS if mark in text)
        if text.count("{") == text.count("({"):
            self.marks -= {"{"}  # the place of a link, ``({static}/a.pdf)``, opens no list of attributes
        return super().run(lines) if any(blank in text for blank in _BLANKS) else [*lines, "", ""]


class Only:
    """A step of Markdown that is taken only when the text holds one of its marks."""

    def __init__(self, step: Any, marks: str, typed: Typed) -> None:
        self._step, self._marks, self._typed = step, frozenset(marks), typed

    def run(self, given: Given) -> Given:
        if self._typed.marks.isdisjoint(self._marks):
            return given
        return self._step.run(given) or given

    def __getattr__(self, name: str) -> Any:
        return getattr(self._step, name)


class Inline(InlineTree):
    """Markdown's inline step for those texts that hold a mark, with those patterns that can match."""

    def __init__(self, md: Markdown, typed: Typed) -> None:
        super().__init__(md)
        self._typed = typed
        self._triggers: list[str] = []

    def run(self, tree: ET.Element, ancestors: list[str] | None = None) -> ET.Element:
        self._triggers = [""] * len(self.inlinePatterns)
        for name in TRIGGERS.keys() & {item.name for item in self.inlinePatterns._priority}:
            self._triggers[self.inlinePatterns.get_index_for_name(name)] = TRIGGERS[name]
        if not self._typed.marks.isdisjoint(_REFERRING):
            return super().run(tree, ancestors)
        for parent in list(tree.iter()):
            for child in list(parent):
                if _marked(child.text) or _marked(child.tail):
                    self._alone(parent, child)
        return tree

    def _alone(self, parent: ET.Element, child: ET.Element) -> None:
        """One element and what its tail becomes, apart from the tree."""
        inner, box = child[:], ET.Element("div")
        child[:] = ()
        box.append(child)
        super().run(box)
        made = child[:]
        child[:] = (*made, *inner)
        if len(box) > 1:
            place = list(parent).index(child)
            parent[place : place + 1] = list(box)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """As in the base class; a pattern takes text away and brings in none of the marks."""
        if isinstance(data, AtomicString):
            return data
        start = 0
        for index in range(patternIndex, len(self._triggers)):
            sign = self._triggers[index]
            matched = sign in data if sign != "*_" else "*" in data or "_" in data
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(self.inlinePatterns[index], data, index, start)
        return data


def _marked(text: str | None) -> bool:
    return bool(text) and not isinstance(text, AtomicString) and ("*" in text or "_" in text or "\n" in text)  # type: ignore[operator]


class QuickMark(Extension):
    """Python-Markdown extension that puts the above in the place of Markdown's own."""

    def extendMarkdown(self, md: Markdown) -> None:  # the name is Python-Markdown's
        typed = Typed(md)
        md.preprocessors.register(typed, "normalize_whitespace", 30)
        for steps, name, priority, marks in _ONLY:
            registry = getattr(md, steps)
            registry.register(Only(registry[name], marks, typed), name, priority)
        quicken(md.parser)
        md.treeprocessors.register(Inline(md, typed), "inline", 20)
        md.treeprocessors.register(Prettify(md), "prettify", 10)
        md.treeprocessors.register(Anchors(md, md.treeprocessors["toc"]), "toc", 5)
        md.serializer = lambda root: to_html_string(root) if "{" in typed.marks else html_of(root)


def is_known(md: Markdown) -> bool:
    """Whether an engine takes the steps of these settings and no others."""
    same = all({item.name for item in getattr(md, steps)._priority} == names for steps, names in _STEPS.items())
    return same and isinstance(md.treeprocessors["toc"], Anchors)


def makeExtension(**_: object) -> QuickMark:  # the name is Python-Markdown's
    return QuickMark()
