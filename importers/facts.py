"""Facts of a source as front matter values."""

from collections.abc import Mapping
from typing import Any

from importers.labels import FACTS, LINES
from importers.values import audience, bare, day, keywords, one_line, text_of
from plugins.model.keys import PROCEDURE_KEYS
from plugins.model.procedure import ProcedureStatus

_STATUS = {
    "con hieu luc": ProcedureStatus.IN_FORCE,
    "hien hanh": ProcedureStatus.IN_FORCE,
    "dang hieu luc": ProcedureStatus.IN_FORCE,
    "cong khai": ProcedureStatus.IN_FORCE,
    "moi ban hanh": ProcedureStatus.NEW,
    "sua doi bo sung": ProcedureStatus.AMENDED,
    "thay the": ProcedureStatus.REPLACING,
    "het hieu luc": ProcedureStatus.ABOLISHED,
    "bai bo": ProcedureStatus.ABOLISHED,
    "bi bai bo": ProcedureStatus.ABOLISHED,
}
Wrong = tuple[str, dict[str, object]]


def facts_of(record: Mapping[str, Any]) -> tuple[dict[str, str], list[Wrong]]:
    """(facts, what is wrong with them as message code and details). The code is not among the facts."""
    facts: dict[str, str] = {}
    wrong: list[Wrong] = []
    for key in FACTS:
        raw = record.get(key)
        text = text_of(raw)
        if key == "code" or not text:
            continue
        facts[key] = text if key in LINES else one_line(text, "; " if key.endswith("_authority") or key == "level" else " ")
    if "audience" in facts:
        facts["audience"] = audience(text_of(record["audience"]))
    if "keywords" in facts:
        facts["keywords"] = keywords(text_of(record["keywords"]))
    if "decision_date" in facts:
        found = day(record["decision_date"])
        if found is None:
            wrong.append(("import-date", {"value": facts.pop("decision_date")}))
        else:
            facts["decision_date"] = found
    if "status" in facts:
        typed = facts.pop("status")
        status = _STATUS.get(bare(typed))
        if status is None:
            wrong.append(("import-status", {"value": typed}))
        else:
            facts["status"] = status.value
    wrong += [("import-fact-missing", {"label": PROCEDURE_KEYS[key].label}) for key in ("title", "sector") if key not in facts]
    return facts, wrong
