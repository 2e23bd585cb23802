"""``content/tu-dong-nghia.txt``: what people of this place say, and the official words for it."""

from pathlib import Path

from plugins.model.problems import Problem, problem
from plugins.model.synonyms import SYNONYMS, Synonym, read_synonyms


def synonyms_of(content: Path) -> tuple[tuple[Synonym, ...], tuple[Problem, ...]]:
    """The lines of the file, and what is wrong with them; nothing when there is no such file."""
    file = content / SYNONYMS
    if not file.is_file() or file.is_symlink():
        return (), ()
    try:
        return read_synonyms(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        return (), (problem("file-unreadable", SYNONYMS, reason=error.strerror or "?"),)
    except UnicodeDecodeError:
        return (), (problem("encoding-not-utf8", SYNONYMS, guess="cần UTF-8"),)
