"""The unit's yearly plan of communication work on CCHC: tasks with category, forms, how often, until when, who; and what was
done that leaves no page on the site (a radio slot, a meeting)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from plugins.model.dates import VIETNAM
from plugins.model.periods import Unit
from plugins.model.vocab import Category


class Medium(StrEnum):
    """Forms of communication work, as commune plans name them."""

    WEBSITE = "trang thông tin điện tử"
    SOCIAL = "Zalo, mạng xã hội"
    SCREEN = "bảng điện tử, màn hình"
    RADIO = "truyền thanh"
    MEETING = "hội nghị, sinh hoạt"
    POSTER = "pa nô, áp phích, tờ gấp"


MEDIUM_WORDS: dict[str, Medium] = {
    **dict.fromkeys(("trang thong tin dien tu", "website", "trang web", "web", "chuyen trang", "cong thong tin dien tu"), Medium.WEBSITE),
    **dict.fromkeys(("zalo mang xa hoi", "zalo", "facebook", "fanpage", "mang xa hoi"), Medium.SOCIAL),
    **dict.fromkeys(("bang dien tu man hinh", "bang dien tu", "man hinh", "screen"), Medium.SCREEN),
    **dict.fromkeys(("truyen thanh", "radio", "loa", "loa truyen thanh", "phat thanh"), Medium.RADIO),
    **dict.fromkeys(("hoi nghi sinh hoat", "hoi nghi", "sinh hoat", "meeting", "hop", "toa dam", "tap huan", "cuoc thi"), Medium.MEETING),
    **dict.fromkeys(("pa no ap phich to gap", "pa no", "ap phich", "to gap", "to roi", "bang ron", "poster"), Medium.POSTER),
}


@dataclass(frozen=True, slots=True)
class Done:
    """What the unit itself says was done, with where the proof is kept."""

    date: dt.date
    medium: Medium
    content: str
    proof: str


@dataclass(frozen=True, slots=True)
class Task:
    """One task. ``ref`` is its code with the year, as items name it; ``minimum`` how often in each ``per``, None where the
    plan tells no number; ``frequency`` the plan's own words, may be empty."""

    code: str
    ref: str
    content: str
    categories: tuple[Category, ...]
    media: tuple[Medium, ...]
    frequency: str
    minimum: int | None
    per: Unit
    deadline: dt.date
    lead: str
    partners: tuple[str, ...]
    done: tuple[Done, ...]

    @property
    def least(self) -> int:
        """What counts as carried out in each stretch: without a number once."""
        return self.minimum or 1

    @property
    def quantity(self) -> str:
        """``ít nhất 03 mỗi tháng``; empty without a number."""
        if self.minimum is None:
            return ""
        return f"ít nhất {self.minimum:02d} trong năm" if self.per is Unit.YEAR else f"ít nhất {self.minimum:02d} mỗi {self.per}"


@dataclass(frozen=True, slots=True)
class Plan:
    """One public plan, in the parts of a document (NĐ 30/2020/NĐ-CP, Điều 8). ``replaces`` is typed text."""

    source_path: str
    path: str
    year: int
    number: str
    title: str
    date: dt.date
    issuer: str
    place: str
    replaces: tuple[str, ...]
    basis: tuple[str, ...]
    purpose: tuple[str, ...]
    duties: tuple[str, ...]
    closing: str
    recipients: tuple[str, ...]
    signer_title: tuple[str, ...]
    signer: str
    tasks: tuple[Task, ...]

    @property
    def moment(self) -> dt.datetime:
        """The beginning of its day, as lists and maps want it."""
        return dt.datetime.combine(self.date, dt.time(), VIETNAM)

    @property
    def label(self) -> str:
        return f"Kế hoạch số {self.number}"


def task_ref(text: str) -> str:
    """A task as an item names it: year, hyphen, code; a single digit gets its zero. Empty when it is none."""
    year, sign, code = text.strip().partition("-")
    code = task_code(code)
    return f"{year}-{code}" if sign and code and len(year) == 4 and year.isdecimal() else ""


def task_code(text: str) -> str:
    """``3`` → ``03``; ``2.1`` and ``1a`` stay. Empty for anything else."""
    code = text.strip().casefold()
    plain = code.replace(".", "")
    if not (code and plain.isascii() and plain.isalnum() and plain[0].isdigit() and len(code) <= 8) or code[-1] == "." or ".." in code:
        return ""
    return code.zfill(2) if code.isdecimal() else code
