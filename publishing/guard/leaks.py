"""What must stand nowhere in a release: items that are not public, paths of the build machine, contacts of nobody.

A text is no leak when an editor wrote it into something public (:func:`without_excused`): a draft may bear the name of
an event that a public item speaks of.
"""

import json
import re
import string
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape
from itertools import chain
from pathlib import Path

from plugins.model.text import nfc
from publishing.guard.fault import Fault, Kind
from publishing.guard.vanished import Kept

# A shorter title is an everyday word ("Thông báo", "Giới thiệu"); it says nothing about the item.
_WORDS, _LETTERS = 2, 12
_DEEP = 40  # letters of a common beginning; more would be more nested groups than Python compiles
_FEW = 60  # names that are looked for faster one by one than by an expression
_RECENT = 64  # parts of pages that are remembered
_LOCAL = string.ascii_letters + string.digits + "._%+-"
_DOMAIN = re.compile(r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
# Two patterns, since one that begins with one letter is looked for five times as fast.
_PHONES = tuple(re.compile(rf"{start}\)?[ .-]?[0-9]{{3,4}}[ .-]?[0-9]{{3,4}}") for start in (r"0[0-9]{2,3}", r"\+84[ .-]?[0-9]{2,3}"))
# The least of each, in the bytes of a text.
_NAME_AT = re.compile(rb"@(?<=[A-Za-z0-9._%+-]@)[A-Za-z0-9-]")
_PHONE_BYTES = re.compile(_PHONES[0].pattern.encode())
_DIGITS = re.compile(r"[0-9]+")
_NO_START = re.compile(r"[\w.,/+=%#-]")
_NO_END = re.compile(r"[\w/-]|\.[0-9]")
_BUG = "nếu không do người viết gõ vào thì đây là lỗi của chương trình, báo người quản trị"


@dataclass(frozen=True, slots=True)
class Traces:
    """What was found in one text: spellings with their items, paths of this machine, contacts of nobody."""

    named: tuple[tuple[str, Kept], ...]
    places: tuple[str, ...]
    contacts: frozenset[str]


@dataclass(frozen=True)
class Watch:
    """What to look for. ``names`` are spellings of titles and addresses with the item they belong to; ``places`` paths
    of this machine; ``known`` contacts of the profile, as :func:`contacts` gives them."""

    names: dict[str, tuple[str, Kept]]
    pattern: "re.Pattern[str] | None"
    places: tuple[str, ...]
    known: frozenset[str]

    @cached_property
    def traces(self) -> Callable[[str], Traces]:
        """Finds them; what pages share is looked at once."""
        return lru_cache(maxsize=_RECENT)(lambda text: _traces(self, text))

    @cached_property
    def glance(self) -> Callable[[bytes], bool]:
        """Whether the bytes of a text may hold any of it: a quick look before it is decoded. It overlooks nothing."""
        if len(self.names) > _FEW:
            return lambda _: True
        # An item's source and its address have the same beginning.
        sought = {(name.rpartition(".")[0] or name if name in (item.source, item.address) else name) for name, (_, item) in self.names.items()}
        needles = [text.encode("utf-8", "surrogatepass") for text in sorted(sought | set(self.places))]
        return lambda data: _may_be_contact(data) or any(needle in data for needle in needles)


def watch(kept: Iterable[Kept], public: Collection[str], places: Iterable[Path], profile: str) -> Watch:
    """``public`` are addresses that may be named; ``profile`` is the text of ``site.toml``."""
    names: dict[str, tuple[str, Kept]] = {}
    for item in kept:
        title = " ".join(nfc(item.title).split())
        if len(title.split()) >= _WORDS and len(title) >= _LETTERS:
            names.update(dict.fromkeys(_spellings(title), (title, item)))
        for address in (item.source, item.address):
            if "/" in address and address not in public:
                names.setdefault(address, (address, item))
    return Watch(names, _any_of(names), _telling(places), frozenset(contacts(profile)))


def _spellings(title: str) -> set[str]:
    """A title as HTML, a template, XML and JSON write it."""
    quoted = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    jinja = quoted.replace('"', "&#34;").replace("'", "&#39;")
    return {title, quoted, escape(title), jinja, json.dumps(title, ensure_ascii=False)[1:-1]}


def _telling(places: Iterable[Path]) -> tuple[str, ...]:
    """Paths that are told apart from an address: of two parts or more; the shortest of each line of parents."""
    texts = sorted({text for place in places for text in (str(place), place.as_posix()) if len(place.parts) > 2})
    return tuple(text for text in texts if not any(text != other and text.startswith(other) for other in texts))


def _any_of(literals: Collection[str]) -> "re.Pattern[str] | None":
    """One expression for many texts, sharing their beginnings, so that its cost hardly grows with their number."""
    return re.compile(_branches(sorted(literals), 0)) if literals else None


def _branches(literals: list[str], depth: int) -> str:
    if depth > _DEEP:
        return f"(?:{'|'.join(re.escape(literal[depth:]) for literal in reversed(literals))})"
    by_letter: dict[str, list[str]] = {}
    for literal in literals:
        by_letter.setdefault(literal[depth : depth + 1], []).append(literal)
    ends = bool(by_letter.pop("", None))
    if not by_letter:
        return ""
    branches = []
    for letter, group in by_letter.items():
        rest = re.escape(group[0][depth + 1 :]) if len(group) == 1 else _branches(group, depth + 1)
        branches.append(re.escape(letter) + rest)
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if ends else joined


def leaks(watched: Watch, path: str, texts: Iterable[str]) -> list[Fault]:
    """What one written file, or a text in parts, tells that it must not. ``path`` is told in the faults."""
    found: dict[str, Kept] = {}
    places: set[str] = set()
    told: set[str] = set()
    drawn = path.endswith(".svg")  # its curves are rows of numbers
    for text in texts:
        traces = watched.traces(text)
        found.update(traces.named)
        places.update(traces.places)
        told.update(() if drawn else traces.contacts)
    faults = [_of_item(path, literal, item) for literal, item in found.items()]
    for place in watched.places:
        if place in places:
            faults.append(_leak(path, f"có đường dẫn của máy dựng trang: '{place}'", f"xóa đường dẫn này khỏi nội dung; {_BUG}", place))
    for contact in sorted(told):
        label = "địa chỉ thư" if contact.startswith("mailto:") else "số điện thoại"
        shown = contact.partition(":")[2]
        what = f"có {label} '{shown}' không nằm trong site.toml và không nằm trong bài công khai nào"
        faults.append(_leak(path, what, f"ghi nó vào site.toml hoặc bài viết; {_BUG}", contact))
    return faults


def _traces(watched: Watch, text: str) -> Traces:
    contacts_here = frozenset(contacts(text)) - watched.known
    return Traces(tuple(_named(watched, text)), tuple(place for place in watched.places if place in text), contacts_here)


def _may_be_contact(data: bytes) -> bool:
    return bool((b"@" in data and _NAME_AT.search(data)) or _PHONE_BYTES.search(data) or (b"+84" in data))


def _named(watched: Watch, text: str) -> Iterator[tuple[str, Kept]]:
    few = len(watched.names) <= _FEW
    if watched.pattern is None or (few and not any(name in text for name in watched.names)):
        return
    at = 0
    while match := watched.pattern.search(text, at):
        at = match.start() + 1
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not (before.isalnum() or after.isalnum()):
            yield watched.names[match.group()]


def _of_item(path: str, literal: str, item: Kept) -> Fault:
    what = f"lộ {'tiêu đề' if literal != item.source and literal != item.address else 'địa chỉ'} của bài {item.standing.value} '{literal}' ({item.source})"
    return _leak(path, what, f"đổi title hoặc slug của {item.source} nếu chỉ là trùng chữ; {_BUG}", literal)


def _leak(path: str, what: str, remedy: str, literal: str) -> Fault:
    return Fault(path, what, remedy, Kind.LEAK, literal)


def contacts(text: str) -> Iterator[str]:
    """E-mail addresses as ``mailto:…`` in small letters, telephone numbers as ``tel:0…`` in digits."""
    at = text.find("@")
    while at >= 0:
        head = text[max(0, at - 64) : at]
        local = head[len(head.rstrip(_LOCAL)) :].lstrip("._%+-")
        domain = _DOMAIN.match(text, at) if local else None
        if domain:
            yield f"mailto:{local}{domain.group()}".lower()
        at = text.find("@", at + 1)
    for found in chain.from_iterable(pattern.finditer(text) for pattern in _PHONES):
        first = found.start() - (text[found.start() - 1 : found.start()] == "(")
        if not (_NO_START.match(text[first - 1 : first]) or _NO_END.match(text[found.end() : found.end() + 2])):
            yield f"tel:{_digits(found.group())}"


def _digits(number: str) -> str:
    digits = re.sub(r"[^0-9]", "", number)
    return f"0{digits[2:]}" if number.startswith("+") else digits


def without_excused(faults: Iterable[Fault], texts: Iterable[str]) -> list[Fault]:
    """Faults without the leaks whose very words stand in one of the texts, which are public; reads no more than needed."""
    every = list(faults)
    suspects = {fault.literal for fault in every if fault.kind is Kind.LEAK and fault.literal}
    for text in texts if suspects else ():
        plain = nfc(" ".join(text.split()))
        digits = _only_digits(plain) if any(s.startswith("tel:") for s in suspects) else ""
        suspects = {suspect for suspect in suspects if not _stands(suspect, plain, digits)}
        if not suspects:
            break
    return [fault for fault in every if fault.kind is not Kind.LEAK or not fault.literal or fault.literal in suspects]


def _only_digits(text: str) -> str:
    return "".join(_DIGITS.findall(text))


def _stands(suspect: str, plain: str, digits: str) -> bool:
    if suspect.startswith("mailto:"):
        return suspect.partition(":")[2] in plain.lower()
    if suspect.startswith("tel:"):
        number = suspect.partition(":")[2]
        return number in digits or f"84{number[1:]}" in digits
    return suspect in plain
