"""Where to, as a person asked for it. Light: verbs need it before any library is loaded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sending:
    """What was asked for. No names: every target. ``back``: an earlier release is put back, not a new one brought."""

    names: tuple[str, ...] = ()
    dry_run: bool = False
    takeover: bool = False
    back: bool = False
