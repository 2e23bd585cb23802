"""Publication decisions (Quyết định công bố): issued by the province or by delegation; a commune posts, it never announces."""

import datetime as dt
from dataclasses import dataclass

from plugins.model.procedure import Form, ProcedureStatus
from plugins.model.prose import Prose


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision does to one procedure: ``successor`` for a replaced one, ``law`` for an abolished one."""

    code: str
    status: ProcedureStatus
    successor: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One publication decision and all that it changes."""

    source_path: str
    path: str
    number: str
    title: str
    date: dt.date
    issuer: str
    signer: str
    effective_from: dt.date
    file: Form | None
    changes: tuple[Change, ...]
    body: Prose

    @property
    def sort_key(self) -> tuple[int, str]:
        """Newest first; equal dates by address."""
        return (-self.date.toordinal(), self.path)
