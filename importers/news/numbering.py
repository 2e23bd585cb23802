"""The numbers and bullets that Word shows and its text does not hold, put into the text as an officer would type them."""

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from importers.news.wordstyles import Styles, value, w

# Depth below the second level, which typed bullets cannot tell; :mod:`importers.news.blocks` makes blanks of it.
DEEPER = "\ue010"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``text`` holds %1, %2 … for the numbers of the levels; ``after`` is how many levels above start it again."""

    start: int
    form: str
    text: str
    legal: bool
    after: int = 9


class Numbering:
    """Lists of one document; asked for paragraph after paragraph, in their order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = defaultdict(dict)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        linked, named = {}, {}
        for abstract in root.findall(w("abstractNum")):
            name = abstract.get(w("abstractNumId"), "")
            self._levels[name] = {int(level.get(w("ilvl"), "0")): _level(level) for level in abstract.findall(w("lvl"))}
            if style := value(abstract, "numStyleLink"):
                linked[name] = style
            if style := value(abstract, "styleLink"):
                named[style] = name
        for name, style in linked.items():
            self._levels[name] = self._levels.get(named.get(style, ""), {})
        for number in root.findall(w("num")):
            key = number.get(w("numId"), "")
            self._lists[key] = value(number, "abstractNumId")
            for override in number.findall(w("lvlOverride")):
                depth = int(override.get(w("ilvl"), "0"))
                if (start := value(override, "startOverride")).isdecimal():
                    self._restarts[key][depth] = int(start)

    def mark(self, paragraph: etree._Element) -> str:
        """What stands before a paragraph: ``1.``, ``a)``, ``-``; empty for a paragraph outside lists. Counts."""
        key, depth = self._styles.list_of(paragraph)
        abstract = self._lists.get(key, "")
        level = self._levels.get(abstract, {}).get(depth)
        if level is None:
            return ""
        if level.form == "bullet":
            return _bullet(level.text, max(depth, self._styles.moved_in(paragraph)))
        count = self._next(key, abstract, depth, level)
        if level.form == "none":
            return re.sub(r"%\d", "", level.text).strip()
        counts = {**{i: other.start for i, other in self._levels[abstract].items()}, **self._counts[abstract], depth: count}
        forms = {i: "decimal" if level.legal else other.form for i, other in self._levels[abstract].items()}
        return re.sub(r"%(\d)", lambda m: _shown(counts.get(int(m[1]) - 1, 1), forms.get(int(m[1]) - 1, "")), level.text).strip()

    def _next(self, key: str, abstract: str, depth: int, level: Level) -> int:
        counts = self._counts[abstract]
        restart = self._restarts[key].get(depth)
        if restart is not None and (key, depth) not in self._begun:
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self._begun.add((key, depth))
        levels = self._levels[abstract]
        for deeper in [i for i in counts if i > depth and (i not in levels or depth < levels[i].after)]:
            del counts[deeper]
        return counts[depth]


def _level(level: etree._Element) -> Level:
    start = value(level, "start")
    after = value(level, "lvlRestart")  # 0: "Điều" is counted through all "Chương"
    legal = level.find(w("isLgl")) is not None
    return Level(int(start) if start.isdecimal() else 1, value(level, "numFmt") or "decimal", value(level, "lvlText"), legal, int(after) if after.isdecimal() else 9)


def _bullet(shown: str, depth: int) -> str:
    """``-`` and ``+`` as they are typed, the other signs by depth: ``-`` above ``+``."""
    sign = {"–": "-", "—": "-"}.get(shown.strip(), shown.strip())
    sign = sign if sign in {"-", "+"} else "-+"[min(depth, 1)]
    return DEEPER * depth + sign if depth > 1 else sign


def _shown(count: int, form: str) -> str:
    if form.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 5)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        text, rest = "", min(count, 3999)
        for size, letters in _ROMAN:
            text += letters * (rest // size)
            rest %= size
        return text.upper() if form.startswith("upper") else text
    return f"{count:02d}" if form == "decimalZero" else str(count)
