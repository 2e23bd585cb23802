"""What lies in the content beside its items: redirects, plans, scoring sheet, tables of indices, synonyms, visits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.gate.indices import indices_of
from plugins.gate.plans import Plans, criteria_of, plans_of, task_problems
from plugins.gate.redirects import read_redirects
from plugins.gate.security import security_problems
from plugins.gate.synonyms import synonyms_of
from plugins.gate.targets import Place
from plugins.gate.visits import visits_of
from plugins.model.addresses import Addresses
from plugins.model.criteria import Criteria
from plugins.model.indices import IndexValue
from plugins.model.problems import Problem
from plugins.model.profile import Profile
from plugins.model.site import Redirect
from plugins.model.synonyms import Synonym
from plugins.model.visits import Visits
from plugins.reading.item import Reading
from plugins.reading.walk import Found


@dataclass(frozen=True, slots=True)
class Beside:
    """``planned`` are links of the files to pages of the site, as in a verdict; ``due`` is when the next row or line becomes public."""

    redirects: tuple[Redirect, ...]
    visits: Visits | None
    synonyms: tuple[Synonym, ...]
    indices: tuple[IndexValue, ...]
    plans: Plans
    criteria: Criteria | None
    planned: tuple[tuple[str, str, str, int], ...]
    problems: tuple[Problem, ...]
    due: datetime | None = None


def read_beside(
    content: Path, found: Found, profile: Profile, addresses: Addresses, readings: Mapping[str, Reading], places: Mapping[str, Place], now: datetime
) -> Beside:
    """Every file, with what is wrong with it."""
    redirects, wrong, planned = read_redirects(content, readings, places)
    visits, damaged = visits_of(content, profile)
    synonyms, unclear = synonyms_of(content)
    indices, mistyped, next_year = indices_of(content, found.tables_of("chi-so"), now)
    plans = plans_of(content, found.tables_of("ke-hoach"), profile, addresses, now)
    criteria, unscored = criteria_of(content)
    problems = (*wrong, *damaged, *unclear, *mistyped, *plans.problems, *unscored, *task_problems(readings, plans), *security_problems(profile, now))
    due = min(filter(None, (plans.due, next_year)), default=None)
    return Beside(redirects, visits, synonyms, indices, plans, criteria, tuple(planned), problems, due)
