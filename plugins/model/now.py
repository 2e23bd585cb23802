"""The build's now: the clock of Hà Nội, or what ``NOW`` or ``SOURCE_DATE_EPOCH`` says."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime

from plugins.model.dates import VIETNAM, DateProblem, parse_date


class NowRefused(ValueError):
    """``NOW`` or ``SOURCE_DATE_EPOCH`` cannot be read."""


def build_now(environ: Mapping[str, str] = os.environ) -> datetime:
    """A moment with Vietnam's zone, to the second."""
    typed, epoch = environ.get("NOW", "").strip(), environ.get("SOURCE_DATE_EPOCH", "").strip()
    try:
        if typed:
            return parse_date(typed)
        if epoch:
            return datetime.fromtimestamp(int(epoch), UTC).astimezone(VIETNAM)
    except (DateProblem, ValueError, OverflowError, OSError) as error:
        raise NowRefused(typed or epoch) from error
    return datetime.now(VIETNAM).replace(microsecond=0)
