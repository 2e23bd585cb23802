"""The slot's script: items of a period by pin, weight of their category and date, as many as the slot holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from plugins.model.answer import Answer, AnswerKind
from plugins.model.glossary import glossary
from plugins.model.profile import Profile
from plugins.model.site import NewsItem, Site
from plugins.radio import words
from plugins.radio.numbers import Voice
from plugins.radio.period import Period
from plugins.radio.prose import body_of
from plugins.radio.spoken import Speaker

SHORTEST, LONGEST = 10, 15  # minutes of a slot (content plans of communes: 10–15 minutes, once a month)
PAUSE = 3  # seconds of silence behind each piece
_ANSWERS = "hoi-dap"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to read out: its paragraphs in words, how long that takes, and what an editor should know of it."""

    title: str
    source: str
    form: str
    paragraphs: tuple[str, ...]
    seconds: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """An item that is not read, and why."""

    title: str
    source: str
    why: str


@dataclass(frozen=True, slots=True)
class Script:
    """The whole slot. ``asked`` are its seconds, ``unknown`` short forms that no list explains."""

    programme: str
    unit: str
    period: Period
    asked: int
    speed: int
    opening: Piece
    pieces: tuple[Piece, ...]
    closing: Piece
    left: tuple[Left, ...]
    unknown: tuple[str, ...]

    @property
    def seconds(self) -> int:
        return self.opening.seconds + sum(piece.seconds for piece in self.pieces) + self.closing.seconds

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Everything that is said, in order."""
        return tuple(text for piece in (self.opening, *self.pieces, self.closing) for text in piece.paragraphs)


@dataclass(frozen=True)
class _Desk:
    speaker: Speaker
    speed: int
    unknown: list[str]

    def piece(self, title: str, source: str, form: str, typed: Iterable[str], notes: Sequence[str] = ()) -> Piece:
        said = [self.speaker.say(text) for text in typed]
        spelled = tuple(dict.fromkeys(word for one in said for word in one.spelled))
        self.unknown.extend(spelled)
        told = [words.SPELLED.format(words=", ".join(spelled))] if spelled else []
        texts = tuple(one.text for one in said if one.text)
        return Piece(title, source, form, texts, seconds_of(texts, self.speed), (*notes, *told))


def seconds_of(paragraphs: Iterable[str], speed: int) -> int:
    """Reading time at so many syllables a minute, rounded up, with the silence behind it."""
    count = sum(len(text.split()) for text in paragraphs)
    return -(-count * 60 // speed) + PAUSE if count else 0


def items_of(site: Site, period: Period) -> list[NewsItem | Answer]:
    """News and answers of a period: pinned first, then by weight of the category, the newest first."""
    news = [item for item in site.news if item.date.date() in period]
    answers = [answer for answer in site.answers if answer.answered in period]
    weight = {slug: place for place, slug in enumerate(site.profile.radio.first)}

    def key(item: NewsItem | Answer) -> tuple[bool, int, int, str]:
        category = item.category.slug if isinstance(item, NewsItem) else _ANSWERS
        pinned = isinstance(item, NewsItem) and item.pinned
        return not pinned, weight.get(category, len(weight)), -_day(item).toordinal(), item.path

    return sorted([*news, *answers], key=key)


def _day(item: NewsItem | Answer) -> date:
    return item.date.date() if isinstance(item, NewsItem) else item.answered


def script_of(site: Site, period: Period, minutes: int) -> Script | None:
    """The script of a period; None when nothing was published in it.

    Each item in its turn is read whole if the time that is left allows it, else its summary, else it is left out and said so.
    """
    profile, items = site.profile, items_of(site, period)
    if not items:
        return None
    radio = profile.radio
    speaker = Speaker(Voice(radio.zero, radio.thousand, radio.four), glossary(profile.abbreviations))
    desk = _Desk(speaker, radio.words_per_minute, [])
    opening, closing = _frame(profile, period, desk)
    room, pieces, left = minutes * 60 - opening.seconds - closing.seconds, [], []
    for item in items:
        before = len(desk.unknown)
        chosen = next((piece for piece in _forms(item, desk) if piece.seconds <= room), None)
        if chosen is None:
            del desk.unknown[before:]
            left.append(Left(item.title, item.source_path, words.NO_ROOM))
            continue
        room -= chosen.seconds
        pieces.append(chosen)
    unknown = tuple(dict.fromkeys(desk.unknown))
    return Script(_programme(profile), profile.unit.name, period, minutes * 60, radio.words_per_minute, opening, tuple(pieces), closing, tuple(left), unknown)


def _programme(profile: Profile) -> str:
    return profile.radio.programme or words.PROGRAMME


def _frame(profile: Profile, period: Period, desk: _Desk) -> tuple[Piece, Piece]:
    """Opening and closing, both with the unit's name."""
    parts = urlsplit(profile.site.domain)
    unit = profile.unit.name[:1].lower() + profile.unit.name[1:]
    facts = {"programme": _programme(profile), "unit": unit, "period": period.name, "hotline": profile.unit.hotline, "address": f"{parts.netloc}{parts.path}"}
    opening, closing = ([text.format(**facts) for text in texts] for texts in (words.OPENING, words.CLOSING))
    return desk.piece("", "", "", opening), desk.piece("", "", "", closing)


def _forms(item: NewsItem | Answer, desk: _Desk) -> Iterable[Piece]:
    """How an item can be read, the longest form first."""
    if isinstance(item, NewsItem):
        yield from _news(item, desk)
        return
    question, reply = body_of(item.question.html), body_of(item.reply.html)
    complaint = item.kind is AnswerKind.COMPLAINT
    ask, answer = (words.COMPLAINED, words.OUTCOME) if complaint else (words.ASKED, words.REPLIED)
    head, lead = ask.format(title=item.title), answer.format(unit=item.unit)
    yield desk.piece(item.title, item.source_path, words.WHOLE, (head, *question.paragraphs, lead, *reply.paragraphs))
    yield desk.piece(item.title, item.source_path, words.BRIEF, (head, lead, *reply.paragraphs[:1]))


def _news(item: NewsItem, desk: _Desk) -> Iterable[Piece]:
    if item.radio:
        yield desk.piece(item.title, item.source_path, words.OWN, (item.title, item.radio))
        return
    body = body_of(item.body.html)
    notes = [text.format(count=count) for text, count in ((words.NOT_READ_PICTURES, body.pictures), (words.NOT_READ_TABLES, body.tables)) if count]
    summary = (item.summary,) if item.summary else ()
    yield desk.piece(item.title, item.source_path, words.WHOLE, (item.title, *summary, *body.paragraphs), notes)
    yield desk.piece(item.title, item.source_path, words.BRIEF, (item.title, *(summary or body.paragraphs[:1])))
