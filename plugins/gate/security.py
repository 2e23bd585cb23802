"""The profile's contact for reports of security holes: it says until when it holds, and somebody has to renew it."""

from collections.abc import Iterator
from datetime import datetime

from plugins.model.dates import parse_date, short_date
from plugins.model.problems import Problem, problem
from plugins.model.profile import PROFILE, Profile


def security_problems(profile: Profile, now: datetime) -> Iterator[Problem]:
    """A date that has passed: readers of ``security.txt`` must not use it then (RFC 9116, 2.5.5)."""
    if profile.security and parse_date(profile.security.expires).date() < now.date():
        yield problem("security-expired", PROFILE, value=profile.security.expires, today=short_date(now))
