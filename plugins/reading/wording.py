"""What an item says, as a short code: who approves it approves these words and no others."""

from hashlib import blake2b

from plugins.reading.frontmatter import FrontMatter

# What says nothing to a reader: who answers for the item, when and where it stands. The day on which news is posted may move.
_BESIDE = frozenset(
    ["status", "approved_by", "approved_on", "approved_text", "personal_data_checked", "updated", "expires", "pinned", "slug", "aliases", "id", "task", "order"]
)


def wording_of(kind: str, front: FrontMatter) -> str:
    """Eight hexadecimal digits of the front matter and the body; blanks at the ends of lines do not count.

    Pictures and attached files stand in it by their names alone.
    """
    told = sorted((key, value) for key, value in front.values.items() if key not in _BESIDE and not (key == "date" and kind == "tin-tuc"))
    body = "\n".join(line.rstrip() for line in front.body.strip().split("\n"))
    return blake2b(repr((told, body)).encode(), digest_size=4).hexdigest()
