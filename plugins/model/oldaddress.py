"""Old addresses as editors write them: in ``chuyen-huong.txt`` and under the key ``aliases``."""

import re

_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*\.html")


def old_address(typed: str) -> str:
    """A path in the site from what was typed: with or without a slash in front; a folder means its ``index.html``.

    Empty when it is no address of a page.
    """
    path = typed.strip().lstrip("/")
    path = f"{path}index.html" if path.endswith("/") else path
    return path if _ADDRESS.fullmatch(path) else ""
