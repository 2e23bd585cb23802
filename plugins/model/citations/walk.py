"""The way through the words of a body's name, from its head to its end."""

import re
from collections.abc import Callable
from typing import NamedTuple

from plugins.model.citations.agencies import (
    COMMITTEE,
    COMPOUNDS,
    FIXED,
    HEAD,
    HIGHER,
    LEVEL_PAIRS,
    LEVELS,
    STOP_PAIRS,
    STOP_TITLES,
    STOPS,
    SURNAMES,
    TAIL_STOPS,
    TASK_STOPS,
    TASK_VERBS,
    openings,
    second_of_office,
)
from plugins.model.citations.firstwords import COMPOUNDS_BEGIN, JOINED, LEVELS_BEGIN, TYPES_BEGIN
from plugins.model.citations.kinds import TYPES

_TASK, _TAIL = 24, 6  # small words at the end of a name: of a committee's task, of any other name
_LAST, _SURE, _SURE_TASK = 2, 5, 10  # how many of them before a mark or a place; before "về" or the end of the text, of any name and of a committee's
_SUMMARY = frozenset({"về", "v/v", "ngày"})
_COUNTRY = frozenset({"việt nam", "trung ương", "nhà nước"})
_TOKEN = re.compile(r"(?:COVID|Covid)-19|(?:TP|Tp|TX|Tx|TT)\.|[\w/]+(?:['’]\w+)?|[^\w\s]")
# "Bộ Văn hóa, Thể thao và Du lịch": a comma inside a name has its "và" behind it.
_AND_LAST = re.compile(r",\s[A-ZĐ]\w*(?:\s\w+){0,4}\s(?:và|&)\s[A-ZĐ]")
_JOINS = frozenset({"-", "–", "&", "và"})
_OFFICE = re.compile(r"\b(Văn phòng|VP)\s(?:HĐND|Hội đồng nhân dân)(?=\s$)", re.IGNORECASE)
_RANKS = frozenset({"tỉnh", "huyện", "xã", "cơ", "trung", "thành"})
_TERM = re.compile(r"(?:khóa|khoá)\s+[IVXLC\d]", re.IGNORECASE)
_TERM_BEGINS = frozenset({"khóa", "khoá"})
_PLACED = re.compile(r"(?:UBND|UNBD|HĐND|nhân dân|ủy|uỷ)$", re.IGNORECASE)


class _Token(NamedTuple):
    word: str
    low: str
    start: int
    end: int


class Walk:
    """Word by word from the head of a name to its end."""

    def __init__(self, text: str, begin: int, place: int, limit: int, another: Callable[[str, int, int], int]) -> None:
        self._another = another  # where the body that begins at a place ends
        self._text, self._begin, self._limit, self._end = text, begin, limit, place
        self._coming = _TOKEN.finditer(text, place, limit)
        self._seen: list[_Token] = []
        self._shouted = (start := text[begin : place + 12]).isupper() and " " in start
        self._placed = _PLACED.search(text[begin:place]) is not None
        self._fresh = not self._placed  # after the head or a joint, where a word may be what elsewhere begins something else
        self._open = False  # after the first, capital syllable of a word, whose second may be small

    def end(self) -> int:
        """Where the name ends."""
        place = 0
        while self._up_to(place + 1) > place and (taken := self._take(place)):
            place += taken
        return self._end

    def _up_to(self, count: int) -> int:
        """How many tokens are at hand, when that many are wanted."""
        while len(self._seen) < count and (match := next(self._coming, None)):
            word, (start, end) = match[0], match.span()
            self._seen.append(_Token(word, word.casefold(), start, end))
        return len(self._seen)

    def _take(self, place: int) -> int:
        """How many tokens go on with the name."""
        token = self._seen[place]
        if token.low == "và" and (office := _OFFICE.search(self._text, self._begin, token.start)):
            self._end = second_of_office(self._text, office[1], office.end(), self._limit, self._another)
            return 0
        if token.low in _JOINS or token.word == ",":
            return self._joint(place) or self._small_end(place)
        if token.low == "của":
            inner = self._another(self._text, token.end + 1, self._limit)
            self._end = inner if inner > token.end + 1 else self._end
            return 0
        if not token.word[0].isalnum():
            return 0
        count = self._compound(place)
        if not count:
            count = 1 if self._goes_on(place) else self._small_end(place)
        if not count:
            return 0
        self._end = self._seen[place + count - 1].end
        self._open = count == 1 and token.word[:1].isupper() and not token.word.isupper() and not self._open
        self._fresh = False
        return count

    def _joint(self, place: int) -> int:
        """A comma, a dash or "và" inside a name; it counts only when the name goes on behind it."""
        token = self._seen[place]
        after = self._seen[place + 1] if self._up_to(place + 2) > place + 1 else None
        if token.word == "," and self._placed and self._higher_follows(place + 1):
            return 1
        if after is None or self._fresh or (token.word == "," and not _AND_LAST.match(self._text, token.start, self._limit)):
            return 0
        if not (after.word[:1].isupper() or token.word == "&" or self._joins_small(place)) or self._other_begins(place + 1, is_dash=token.word in "-–&"):
            return 0
        self._fresh, self._open = True, False
        return 1

    def _joins_small(self, place: int) -> bool:
        """Two known parts of a name in small letters: "thi đua - khen thưởng"."""
        return self._seen[place].word in {"-", "–", "và"} and self._words(place + 1, 2) in JOINED and self._words(place - 2, 2) in COMPOUNDS

    def _higher_follows(self, place: int) -> bool:
        """Whether a higher place goes on with the name: "UBND xã Lộc An, huyện Phú Lộc"."""
        pair = self._words(place, 2)
        level = next((one for one in (self._seen[place].low, pair) if one in HIGHER), "") if self._up_to(place + 1) > place else ""
        at = place + level.count(" ") + 1
        named = bool(level) and self._up_to(at + 1) > at and (self._seen[at].word[:1].isupper() or self._seen[at].word.isdigit())
        return named and level not in self._text[self._begin : self._end].casefold()

    def _small_end(self, place: int) -> int:
        """Tokens in small letters that still belong to the name, known by what ends them; 0 when the sentence goes on instead."""
        if self._placed or self._shouted:
            return 0
        committee = COMMITTEE.match(self._text, self._begin, self._limit) is not None
        if not committee and (self._fresh or not self._seen[place].word[0].isalnum()):
            return 0
        stops, verbs = (TASK_STOPS, TASK_VERBS) if committee else (TAIL_STOPS, STOP_PAIRS)
        says = False  # whether a verb stands there, other than the first word of a task
        for count in range(_TASK if committee else _TAIL):
            if self._up_to(place + count + 1) == place + count:
                return count if count <= self._allowed(committee, self._limit == len(self._text) and not says) else 0
            token, pair = self._seen[place + count], self._words(place + count, 2)
            says = says or (pair in STOP_PAIRS and not (count == 0 and self._fresh))
            if self._level(place + count):
                return 0 if count and self._seen[place + count - 1].word == "," else count
            sure = token.low in _SUMMARY or token.word == ";" or pair in _COUNTRY
            if self._ends_small(place + count) if not committee else token.low in _SUMMARY:
                return count if count <= self._allowed(committee, sure and not says) else 0
            if not committee and count and token.low == "và" and self._is_small(place + count + 1):
                continue
            if token.low in stops or pair in verbs or (count and HEAD.match(self._text, token.start) and token.word[0].isupper()) or not (token.word[0].isalnum() or token.word in ",-–"):
                return 0
        return 0

    def _allowed(self, committee: bool, sure: bool) -> int:
        if committee:
            return _SURE_TASK if sure else 0
        return _SURE if sure else _LAST

    def _is_small(self, place: int) -> bool:
        return self._up_to(place + 1) > place and self._seen[place].word[:1].islower()

    def _ends_small(self, place: int) -> bool:
        """A mark, a place name, or the date or summary of the document."""
        token = self._seen[place]
        capital = token.word[0].isupper() and not self._other_begins(place, is_dash=False)
        return token.word in ".,;:)" or capital or token.low in {"ngày", "về", "v/v"}

    def _other_begins(self, place: int, is_dash: bool) -> bool:
        """Whether another body or another document begins here; behind a dash "Kế hoạch" is a part of a name."""
        if self._is_type(place) and not (is_dash and not self._numbered(place)):
            return True
        text, start, limit = self._text, self._seen[place].start, self._limit
        fixed, _, head = openings(text, start, limit)
        return bool((fixed and FIXED.match(text, start, limit)) or (head and HEAD.match(text, start, limit)))

    def _numbered(self, place: int) -> bool:
        return any(token.low == "số" or token.word[:1].isdigit() for token in self._seen[place + 1 : min(place + 5, self._up_to(place + 5))])

    def _is_numbered(self, place: int) -> bool:
        """ "Trường Tiểu học Bến Lam số 2", "Tổ dân phố số 3"."""
        follows = self._seen[place + 1].word if self._up_to(place + 2) > place + 1 else ""
        return follows.isdigit() and len(follows) < 3 and self._text.startswith(("Trường", "trường", "Tổ dân phố", "Thôn"), self._begin)

    def _is_type(self, place: int) -> bool:
        return self._seen[place].low in TYPES_BEGIN and any(self._words(place, count) in TYPES for count in (1, 2, 3))

    def _words(self, place: int, count: int) -> str:
        self._up_to(place + count)
        return " ".join([token.low for token in self._seen[place : place + count]])

    def _compound(self, place: int) -> int:
        """Tokens of a known part of a name that begins here; a small verb that looks like one is none."""
        token = self._seen[place]
        joined = self._known(place, longest) if (longest := COMPOUNDS_BEGIN.get(token.low)) else 0
        if not joined and (level := self._level(place)):
            self._placed = True
            return level
        if token.low in _TERM_BEGINS and self._up_to(place + 2) > place + 1 and _TERM.match(self._text, token.start):
            return 2
        if not joined:
            return 0
        pair = self._words(place, 2)
        if joined < 3 and token.word[:1].islower() and pair in STOP_PAIRS and not self._fresh:
            return 0
        if joined < 3 and not self._fresh and not self._shouted and token.word[:1].isupper() and self._numbered(place) and self._is_type(place):
            return 0
        return joined if not (self._shouted and pair in STOP_PAIRS and not self._fresh) else 0

    def _known(self, place: int, longest: int) -> int:
        """Tokens of the longest known part of a name that begins here."""
        for count in range(min(longest, self._up_to(place + longest) - place), 0, -1):
            if self._words(place, count) in COMPOUNDS:
                return count
        return 0

    def _level(self, place: int) -> int:
        """Tokens of the word for a level that begins here: "tỉnh", "cấp xã", "thành phố"; not the verb of "cấp giấy phép"."""
        low = self._seen[place].low
        if low == "cấp":
            return 1 if self._words(place, 2).split()[-1] in _RANKS else 0
        return 1 if low in LEVELS else 2 * (low in LEVELS_BEGIN and self._words(place, 2) in LEVEL_PAIRS)

    def _signs(self, place: int) -> bool:
        """Whether a person's name begins here, behind the name of the place or behind "tỉnh"."""
        if not self._placed or self._seen[place].word not in SURNAMES:
            return False
        before, after = self._words(place - 1, 1) if place else "", self._seen[place + 1 : place + 2] if self._up_to(place + 2) else []
        named = place > 0 and (self._seen[place - 1].word[:1].isupper() or before in {"tỉnh", "bộ"})
        return named and bool(after) and after[0].word[:1].isupper() and after[0].low != "chí"

    def _begins_item(self, place: int) -> bool:
        """Whether the number is that of the next of a list: "UBND thành phố Đà Nẵng 2. Nghị định"."""
        named = place > 0 and self._seen[place - 1].word[:1].isupper()
        return named and self._up_to(place + 3) > place + 2 and self._seen[place + 2].word[:1].isupper()

    def _goes_on(self, place: int) -> bool:
        token = self._seen[place]
        if token.low in {"v/v", "số"}:
            return token.low == "số" and self._is_numbered(place)
        pair = self._words(place, 2)
        after = self._seen[place + 1].word if self._up_to(place + 2) > place + 1 else ""
        if token.word.isdigit() and after == "." and self._placed and self._begins_item(place):
            return False
        if self._shouted:
            return token.low not in STOPS and pair not in STOP_PAIRS and not self._is_type(place)
        if token.word[:1].isupper() and self._signs(place):
            return False
        if token.word[:1].isupper() or token.word[:1].isdigit():
            begins = pair in STOP_TITLES or token.low == "về" or (self._is_type(place) and after[:1].islower())
            return self._fresh or not begins
        if token.low in {"ủy", "uỷ", "nhân"} or (self._fresh and token.low == "thuế"):
            return True
        return self._open and not self._placed and token.low not in STOPS and pair not in STOP_PAIRS
