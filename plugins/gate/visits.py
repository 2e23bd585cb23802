"""Counted visits, where the profile wants them shown."""

import json
from pathlib import Path

from plugins.model.problems import Problem, problem
from plugins.model.profile import Profile
from plugins.model.visits import FILE, Visits, read_visits


def visits_of(content: Path, profile: Profile) -> tuple[Visits | None, list[Problem]]:
    """None when nothing was counted yet. A file that was damaged is told and left out: it must not hold up the news."""
    file = content / FILE
    if not profile.site.visits or file.is_symlink() or not file.is_file():
        return None, []
    try:
        return read_visits(json.loads(file.read_text(encoding="utf-8"))), []
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None, [problem("visits-file", FILE)]
