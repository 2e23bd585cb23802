"""One label a keyword."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.model.problems import Problem, problem
from plugins.model.site import NewsItem, Tag


def one_label_a_tag(news: Sequence[NewsItem]) -> tuple[list[NewsItem], list[Problem]]:
    """A tag's label is that of its earliest item, so that a newer spelling changes no older page. ``news``: newest first."""
    labels: dict[str, tuple[str, str]] = {}
    problems: list[Problem] = []
    for item in reversed(news):
        for tag in item.tags:
            first, where = labels.setdefault(tag.slug, (tag.label, item.source_path))
            if first != tag.label:
                problems.append(problem("tag-spelling", item.source_path, tag=tag.label, other=first, where=where))
    same = [
        item if all(labels[tag.slug][0] == tag.label for tag in item.tags) else replace(item, tags=tuple(Tag(t.slug, labels[t.slug][0]) for t in item.tags), face="")
        for item in news
    ]
    return same, problems
