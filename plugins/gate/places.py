"""Where each item of the content has its page, as a target of links; and the names that this is made of."""

import posixpath
import re
from collections.abc import Mapping

from plugins.gate.answers import kind_of
from plugins.gate.register import document_slug, here_of
from plugins.gate.targets import Place
from plugins.model.addresses import Addresses
from plugins.model.answer_matter import AnswerMatter
from plugins.model.document_matter import DocumentMatter
from plugins.model.issuers import Here
from plugins.model.problems import stops
from plugins.model.procedure import read_code
from plugins.model.procedure_matter import DecisionMatter, ProcedureMatter
from plugins.model.profile import Profile
from plugins.model.text import is_slug, slugify
from plugins.model.vocab import Standing
from plugins.reading.item import Reading

_DATED = re.compile(r"^\d{4}-\d{1,2}(?:-\d{1,2})?[-_ ]+(?=.*[^\W\d_])")
_LIST_OF_ANSWERS = re.compile(r"index|nam-\d{4}")  # where the lists themselves stand


def slug_of(path: str, reading: Reading) -> str:
    """The typed slug, else the file's name without its leading date: a changed title changes no address."""
    if reading.matter is not None and reading.matter.slug:
        return reading.matter.slug
    stem = posixpath.basename(path).rsplit(".", 1)[0]
    return slugify(_DATED.sub("", stem))


def _address(path: str, reading: Reading, addresses: Addresses, here: Here) -> str:
    """The page of an item; empty when neither slug nor file name give an address."""
    matter = reading.matter
    if isinstance(matter, ProcedureMatter):
        code = (read_code(matter.code) or ("", ""))[0]
        return addresses.procedure_version(code, matter.effective_to) if matter.effective_to else addresses.procedure(code)
    if isinstance(matter, DocumentMatter):
        found = document_slug(matter, here)
        return addresses.document(found) if found else ""
    slug = slugify(matter.number) if isinstance(matter, DecisionMatter) else slug_of(path, reading)
    if not is_slug(slug):
        return ""
    if isinstance(matter, DecisionMatter):
        return addresses.decision(f"{slug}-{matter.date.year}")
    if isinstance(matter, AnswerMatter):
        return "" if _LIST_OF_ANSWERS.fullmatch(slug) else addresses.answer(kind_of(path), slug)
    return addresses.static_page(slug) if path.startswith("trang/") else addresses.news(slug)


def places_of(readings: Mapping[str, Reading], standings: Mapping[str, Standing], addresses: Addresses, profile: Profile | None = None) -> dict[str, Place]:
    """Every item as a target of links."""
    places, here = {}, here_of(profile)
    for path, reading in readings.items():
        page = _address(path, reading, addresses, here)
        standing = None if stops(reading.problems) else standings.get(path)
        places[path] = Place(standing, page, reading.anchors)
    return places


def slugify_path(source: str) -> str:
    """The content path without its ending, as a tag URI may hold it: the identity of an item without ``id``."""
    return "/".join(slugify(part) for part in source.rsplit(".", 1)[0].split("/"))
