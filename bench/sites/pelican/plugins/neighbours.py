"""Gives every article the newer and the older one and five older ones of its category; each list is walked once."""

import json
from itertools import pairwise

from pelican import signals


def tie(generator):
    for article in generator.articles:
        article.newer = article.older = None
    for newer, older in pairwise(generator.articles):
        newer.older, older.newer = older, newer
    for _, listed in generator.categories:
        for place, article in enumerate(listed, start=1):
            article.others = listed[place : place + 5]


def prepare(generator):
    generator.env.filters["json"] = lambda value: json.dumps(str(value), ensure_ascii=False)


def register():
    signals.generator_init.connect(prepare)
    signals.article_generator_finalized.connect(tie)
