"""Bodies with their links resolved. A site path is marked by STX, so that a page puts its own root before it."""

import html as htmllib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from operator import itemgetter

from plugins.gate.pictures import FIRST_SCREEN, with_copies
from plugins.gate.targets import Target, Targets
from plugins.model.problems import Problem, problem
from plugins.model.prose import ROOT_MARK, Prose
from plugins.reading.assets import AssetInfo, published_path
from plugins.reading.item import Reading
from plugins.reading.marks import escaped, spans
from plugins.reading.refs import is_local

_REF = re.compile(r"(<(?:a|img)\b[^>]*?\s(?:href|src)=\")([^\"]*)(\")")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_IMG = re.compile(r"<img\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Links:
    """The local targets of one reading: typed → resolved, what they need, which of these are shown, what was
    wrong, and the files that the text leads to, with their lines."""

    resolved: dict[str, Target]
    assets: tuple[str, ...]
    shown: tuple[str, ...]
    planned: tuple[tuple[str, str, int], ...]
    problems: tuple[Problem, ...]
    attached: tuple[tuple[str, int], ...] = ()


NO_LINKS = Links({}, (), (), (), ())


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of a body that lead to documents: what stands for them, and how to get them. No key: there are none."""

    key: str
    load: Callable[[], tuple[tuple[int, int, str], ...]]


NO_SPANS = Spans("", tuple)


def resolve_links(source: str, reading: Reading, targets: Targets) -> Links:
    """Resolve every local target of one reading."""
    if not reading.refs:
        return NO_LINKS
    resolved: dict[str, Target] = {}
    problems: list[Problem] = []
    for ref in reading.refs:
        if ref.tag == "img" and not ref.has_alt:
            problems.append(problem("image-alt-missing", source, ref.line, how="lời tả trong ngoặc vuông: ![tả điều thấy trong ảnh](…)"))
        if not is_local(ref.target) or _on_own_machine(ref.target):
            problems += _elsewhere(ref.target, ref.tag, source, ref.line)
            continue
        target, trouble = targets.resolve(ref.target, source, ref.line)
        if target is not None:
            resolved[ref.target] = target
        if trouble is not None:
            problems.append(trouble)
    planned = tuple((t.planned, typed, _line(reading, typed)) for typed, t in resolved.items() if t.planned)
    assets = tuple(t.asset for t in resolved.values() if t.asset)
    shown = tuple(resolved[ref.target].asset for ref in reading.refs if ref.tag == "img" and ref.target in resolved)
    attached = tuple((t.asset, _line(reading, typed)) for typed, t in resolved.items() if t.asset and t.asset not in shown)
    return Links(resolved, assets, shown, planned, tuple(problems), attached)


def with_links(html: str, links: Links, infos: dict[str, AssetInfo]) -> Prose:
    """Clean HTML with its links resolved."""
    made = _resolved(html, links, _sizes(links, infos), False)
    return Prose(blake2b(made.encode(), digest_size=16).hexdigest(), made)


def body_with_links(
    reading: Reading, load: Callable[[], str], links: Links, infos: dict[str, AssetInfo], cited: Spans = NO_SPANS
) -> Prose:
    """The same for a whole body that is known by its digest and fetched when it is shown.

    Its first picture is loaded at once unless a main picture stands above it. ``cited`` are stretches of the HTML that
    lead to documents: start, end, site path. Short forms and dates are those that the reading has marked.
    """
    # What is kept until the body is shown must not hold the whole reading.
    digest, marks, first = reading.digest, reading.marks, not getattr(reading.matter, "image", "")
    if not links.resolved and not cited.key and not marks:
        return Prose(digest, load, reading.length)
    sizes = _sizes(links, infos)
    shown = f"{digest}{sorted(links.resolved.items(), key=itemgetter(0))!r}{[(path, s.width, s.height, s.widths) for path, s in sizes.items()]!r}{first}{cited.key}{marks}"
    return Prose(blake2b(shown.encode(), digest_size=16).hexdigest(), partial(_shown, load, digest, cited, marks, links, sizes, first), reading.length)


def _shown(
    load: Callable[[], str], digest: str, cited: Spans, marks: str, links: Links, sizes: dict[str, AssetInfo], first: bool
) -> str:
    return _resolved(woven(load(), digest, cited.load(), marks), links, sizes, first)


def woven(html: str, digest: str, cited: tuple[tuple[int, int, str], ...], marks: str) -> str:
    """Clean HTML whose mentions of documents are links, with its short forms explained and its dates told to machines.

    The places are those of the HTML with this digest: of no other.
    """
    if not (cited or marks) or blake2b(html.encode(), digest_size=16).hexdigest() != digest:
        return html
    wraps = [(start, end, f'<a class="van-ban" href="{ROOT_MARK}{htmllib.escape(path)}">', "</a>") for start, end, path in cited]
    return _wrapped(html, [*wraps, *((start, end, *_mark(value)) for start, end, value in spans(marks))])


def lead_of(reading: Reading) -> Prose | None:
    """The lead with its short forms explained and its dates told to machines; None where it holds none."""
    if not reading.lead:
        return None
    html = _wrapped(escaped(getattr(reading.matter, "summary", "")), [(start, end, *_mark(value)) for start, end, value in spans(reading.lead)])
    return Prose(blake2b(html.encode(), digest_size=16).hexdigest(), html)


def _wrapped(html: str, wraps: list[tuple[int, int, str, str]]) -> str:
    """HTML with each stretch (start, end) between what opens and what closes it."""
    pieces, place = [], 0
    for start, end, opened, closed in sorted(wraps):
        if start < place:
            continue
        pieces += [html[place:start], opened, html[start:end], closed]
        place = end
    return "".join(pieces) + html[place:]


def _mark(value: str) -> tuple[str, str]:
    """The element of a mark."""
    if _ISO.fullmatch(value):
        return f'<time datetime="{value}">', "</time>"
    return f'<abbr title="{htmllib.escape(value)}">', "</abbr>"


def _sizes(links: Links, infos: dict[str, AssetInfo]) -> dict[str, AssetInfo]:
    return {published_path(t.asset): infos[t.asset] for t in links.resolved.values() if t.asset}


def _resolved(html: str, links: Links, sizes: dict[str, AssetInfo], first: bool) -> str:
    if not links.resolved:
        return html
    linked = _REF.sub(lambda m: _replace(m, links.resolved), html)
    at = linked.find("<img") if first else -1
    soon = at if at < FIRST_SCREEN else -1
    return _IMG.sub(lambda m: with_copies(m.group(), sizes, m.start() == soon), linked)


def _line(reading: Reading, typed: str) -> int:
    return next((ref.line for ref in reading.refs if ref.target == typed), 0)


def _on_own_machine(target: str) -> bool:
    return target.startswith("\\\\") or bool(re.match(r"file:|[a-z]:[\\/]", target, re.IGNORECASE))


def _elsewhere(target: str, tag: str, source: str, line: int) -> list[Problem]:
    """What is wrong with a full address, if anything."""
    if _on_own_machine(target):
        return [problem("target-local", source, line, target=target)]
    if not target.lower().startswith(("http:", "https:", "mailto:", "tel:", "//")):
        return [problem("target-scheme", source, line, target=target)]
    return [problem("image-elsewhere", source, line, target=target)] if tag == "img" else []


def _replace(match: "re.Match[str]", resolved: dict[str, Target]) -> str:
    target = resolved.get(htmllib.unescape(match[2]))
    if target is None:
        return match.group()
    mark = "" if target.href.startswith("#") else ROOT_MARK
    return f"{match[1]}{mark}{htmllib.escape(target.href)}{match[3]}"
