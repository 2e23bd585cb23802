"""Approval: who let an item be published, and when; it stands in front matter and is shown to no reader.

Where the profile asks for it (``[check] approval``), nothing is published that nobody has approved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from plugins.model.dates import short_date
from plugins.model.problems import Problem, problem
from plugins.model.profile import Profile
from plugins.model.vocab import Standing
from plugins.reading.item import Reading


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item that waits for an approval, or, when ``approved`` names somebody, only for its editor to publish it.

    ``before`` names who approved another wording of it.
    """

    path: str
    title: str
    standing: Standing
    moment: date | None
    approved: str = ""
    before: str = ""


def approval_problems(readings: Mapping[str, Reading], standings: Mapping[str, Standing], profile: Profile | None, now: datetime) -> Iterator[Problem]:
    """What is wrong with the approvals of items that are public, or will be."""
    wanted = profile is not None and profile.check.approval
    for path, standing in standings.items():
        matter: Any = readings[path].matter
        if matter is None or standing not in {Standing.PUBLIC, Standing.SCHEDULED}:
            continue
        if matter.approved_by or matter.approved_on or matter.approved_text:
            yield from _wrong(path, readings[path], matter, now)
            if wanted and _is_older(matter):
                yield problem("approval-older", path, readings[path].line("updated"), updated=short_date(matter.updated), day=short_date(matter.approved_on))
        elif wanted and standing is Standing.PUBLIC:
            yield problem("approval-missing", path, _line(readings[path]))
        elif wanted:
            day = _moment(matter)
            yield problem("approval-due", path, _line(readings[path]), day=short_date(day) if day else "")


def _wrong(path: str, reading: Reading, matter: Any, now: datetime) -> Iterator[Problem]:
    if not (matter.approved_on or matter.approved_by):
        yield problem("approved-alone", path, reading.line("approved_text"), key="approved_text", other="approved_by")
    elif not matter.approved_on:
        yield problem("approved-alone", path, reading.line("approved_by"), key="approved_by", other="approved_on")
    elif not matter.approved_by:
        yield problem("approved-alone", path, reading.line("approved_on"), key="approved_on", other="approved_by")
    elif matter.approved_on > now.date():
        yield problem("approved-later", path, reading.line("approved_on"), day=short_date(matter.approved_on))
    if _is_changed(reading, matter):
        yield problem("approval-changed", path, reading.line("approved_text"), name=matter.approved_by or "người duyệt", approved=matter.approved_text, now=reading.wording)


def _is_changed(reading: Reading, matter: Any) -> bool:
    """Whether what was approved says something else than what stands there now."""
    return bool(matter.approved_by and matter.approved_text) and matter.approved_text != reading.wording


def _is_older(matter: Any) -> bool:
    """Whether the editor tells of a change after the approval, and no code proves that the words are those approved."""
    updated = getattr(matter, "updated", None)
    return bool(updated and matter.approved_on and not matter.approved_text and updated.date() > matter.approved_on)


def waiting_of(readings: Mapping[str, Reading], standings: Mapping[str, Standing], profile: Profile | None) -> Iterator[Waiting]:
    """Drafts, by path; where the profile wants approvals, also what is public or scheduled without one; what was changed after one."""
    wanted = profile is not None and profile.check.approval
    for path, reading in sorted(readings.items()):
        matter: Any = reading.matter
        if matter is None:
            if not reading.problems:
                yield Waiting(path, "", Standing.DRAFT, None)
            continue
        standing, changed = standings[path], _is_changed(reading, matter)
        if standing is Standing.DRAFT or (((wanted and not matter.approved_by) or changed) and standing in {Standing.PUBLIC, Standing.SCHEDULED}):
            day = _moment(matter) if standing is Standing.SCHEDULED else None
            yield Waiting(path, matter.title, standing, day, "" if changed else matter.approved_by, matter.approved_by if changed else "")


def _line(reading: Reading) -> int:
    return reading.line("status") or reading.line("title") or 1


def _moment(matter: Any) -> date | None:
    """The day from which an item is public, under whichever name its kind gives it."""
    day: date | None = getattr(matter, "date", None) or getattr(matter, "posted_on", None)
    return day
