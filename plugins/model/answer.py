"""Questions, complaints and proposals of citizens with what the unit answered. Nobody who asked is named here."""

import html as htmllib
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from plugins.model.dates import VIETNAM
from plugins.model.prose import Prose
from plugins.model.text import fold


class AnswerKind(StrEnum):
    """The two kinds; the value is the folder of the content and of the pages."""

    QUESTION = "hoi-dap"
    COMPLAINT = "phan-anh"


LIST_NAMES = {AnswerKind.QUESTION: "Hỏi – đáp", AnswerKind.COMPLAINT: "Kết quả trả lời phản ánh, kiến nghị"}


class Scope(StrEnum):
    """What decides within how many days an answer is due: whose matter it is (:class:`plugins.model.profile.Answers`)."""

    OWN = "một đơn vị"
    JOINT = "nhiều cơ quan"
    LONGEST = "kéo dài"


class Outcome(StrEnum):
    """How a complaint or a proposal ended."""

    SOLVED = "đã giải quyết"
    PARTLY = "giải quyết một phần"
    UNDER_WAY = "đang giải quyết"
    FORWARDED = "chuyển cơ quan khác"
    UNFOUNDED = "không có cơ sở"


# Headings of the two sections, folded. Any other heading of that level belongs to the section that it stands in.
QUESTION_NAMES = frozenset({"cau hoi", "hoi", "noi dung cau hoi", "noi dung phan anh", "phan anh", "kien nghi", "noi dung phan anh, kien nghi"})
ANSWER_NAMES = frozenset({"tra loi", "noi dung tra loi", "ket qua", "ket qua tra loi", "ket qua giai quyet"})
_HEADING = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WITHIN = re.compile(r"</?(?:a|abbr|time|strong|em|b|i|u|s|span|mark|small|q|cite|code)\b[^>]*>")  # stands inside a word or a sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """One public answer. ``procedures`` are base codes; ``days`` working days from the question to the answer, None where
    no calendar of holidays is known; ``limit`` the days within which it was due, 0 where the profile tells none."""

    id: str
    source_path: str
    path: str
    kind: AnswerKind
    title: str
    asked: date
    answered: date
    unit: str
    sector: str
    procedures: tuple[str, ...]
    days: int | None
    limit: int
    outcome: Outcome | None
    channel: str
    correction: str
    body: Prose
    tasks: tuple[str, ...] = ()

    @property
    def question(self) -> Prose:
        """The section of the question."""
        return Prose(f"{self.body.digest}-hoi", lambda: sections(self.body.html)[0], self.body.length)

    @property
    def reply(self) -> Prose:
        """The section of the answer."""
        return Prose(f"{self.body.digest}-dap", lambda: sections(self.body.html)[1], self.body.length)

    @property
    def late(self) -> bool:
        """Whether it came after its limit; never without both."""
        return self.days is not None and 0 < self.limit < self.days

    @property
    def moment(self) -> datetime:
        """When it was answered, as feeds and lists want it: the beginning of that day."""
        return datetime.combine(self.answered, datetime.min.time(), VIETNAM)

    @property
    def sort_key(self) -> tuple[int, str]:
        """Newest answer first; equal days by address."""
        return (-self.answered.toordinal(), self.path)


def sections(html: str) -> tuple[str, str]:
    """(question, answer) of a clean body; a missing section is empty. What stands before the first belongs to none."""
    parts: dict[str, list[str]] = {"question": [], "answer": [], "": []}
    current, place = "", 0
    for match in _HEADING.finditer(html):
        found = section_of(match[1])
        if not found:
            continue
        parts[current].append(html[place : match.start()])
        current, place = found, match.end()
    parts[current].append(html[place:])
    return "".join(parts["question"]).strip(), "".join(parts["answer"]).strip()


def headings(html: str) -> list[tuple[str, str]]:
    """(section, text) of the headings that begin a section, in their order."""
    return [(found, plain(match[1])) for match in _HEADING.finditer(html) if (found := section_of(match[1]))]


def before_first(html: str) -> str:
    """The text before the first section."""
    first = next((m.start() for m in _HEADING.finditer(html) if section_of(m[1])), len(html))
    return plain(html[:first])


def section_of(heading: str) -> str:
    """``question``, ``answer``, or "" for another heading; number, colon, case and marks are forgiven."""
    name = " ".join(fold(re.sub(r"^[\dIVX]+[.)]\s*", "", plain(heading))).split()).strip(" :.")
    return "question" if name in QUESTION_NAMES else "answer" if name in ANSWER_NAMES else ""


def plain(html: str) -> str:
    """Clean HTML as one line of text."""
    return " ".join(htmllib.unescape(_TAG.sub(" ", _WITHIN.sub("", html))).split())
