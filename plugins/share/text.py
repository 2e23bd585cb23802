"""The text of a post: title, what it is about, the address, hashtags; never more than Zalo shows without a click."""

import re
from collections.abc import Sequence

from plugins.model.text import nfc

LIMIT = 300  # characters, as people count them: composed letters


def post(title: str, summary: str, address: str, hashtags: Sequence[str]) -> str:
    """At most :data:`LIMIT` characters. The address is always whole; hashtags go first when there is no room, then the summary,
    and a title is cut only when it is too long alone. Raises ValueError for an address that leaves no room for a title."""
    room = LIMIT - len(address) - 1
    if room < 20:
        raise ValueError(address)
    head = shortened(nfc(title), room)
    room -= len(head)
    tags = list(hashtags)
    while tags and len(_tagged(tags)) > room:
        tags.pop()
    room -= len(_tagged(tags))
    told = shortened(nfc(summary), room - 1) if room > 40 else ""
    lines = (head, told, address, " ".join(f"#{tag}" for tag in tags))
    return "\n".join(line for line in lines if line)


def _tagged(tags: Sequence[str]) -> str:
    return "\n" + " ".join(f"#{tag}" for tag in tags) if tags else ""


def shortened(text: str, limit: int) -> str:
    """A text cut at a word, with an ellipsis; whole when it fits."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    cut = cut if line[limit - 1] == " " else cut.rpartition(" ")[0] or cut
    return re.sub(r"[\s,;:.–-]+$", "", cut) + "…"
