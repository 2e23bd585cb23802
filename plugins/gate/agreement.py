"""Decisions and procedures must agree: a code is where it is said to be, with the status that it is said to have."""

from collections.abc import Collection, Iterable, Mapping

from plugins.gate.bind import Binding
from plugins.model.decision import Change
from plugins.model.problems import Problem, problem
from plugins.model.procedure import Procedure, ProcedureStatus, read_code
from plugins.model.procedure_matter import ProcedureMatter
from plugins.reading.item import Reading


def procedure_problems(readings: Mapping[str, Reading], binding: Binding) -> list[Problem]:
    """Codes used twice, unknown or disagreeing; only what is public is compared."""
    current = {p.code: p for p in binding.procedures if p.publication.effective_to is None}
    # A procedure that is a draft, or is to be posted later, is known although it is not public yet.
    matters = (reading.matter for reading in readings.values())
    known = {(read_code(matter.code) or ("", ""))[0] for matter in matters if isinstance(matter, ProcedureMatter)}
    problems = list(_twice(readings))
    latest: dict[str, tuple[str, Change]] = {}
    for decision in reversed(binding.decisions):
        line = readings[decision.source_path].line
        seen: set[str] = set()
        if not decision.changes:
            problems.append(problem("decision-empty", decision.source_path))
        for change in decision.changes:
            if change.code in seen:
                problems.append(problem("decision-twice", decision.source_path, code=change.code))
            seen.add(change.code)
            if change.code not in known:
                problems.append(problem("decision-unknown", decision.source_path, line(_KEYS[change.status]), code=change.code))
            latest[change.code] = (decision.source_path, change)
    numbers = {_bare(d.number): d for d in binding.decisions}
    for procedure in current.values():
        said = latest.get(procedure.code)
        # A decision that does not stand in quyet-dinh/ (an import brings its number) may be newer than all that do.
        cited = _bare(procedure.publication.decision)
        if said is not None and (not cited or cited in numbers):
            problems += _compare(said, procedure.source_path, readings[procedure.source_path])
        elif said is None and cited in numbers:
            facts = {"number": procedure.publication.decision, "code": procedure.code}
            problems.append(problem("decision-not-named", procedure.source_path, readings[procedure.source_path].line("decision"), **facts))
        problems += _ending(procedure.source_path, readings[procedure.source_path], known)
        problems += _incomplete(procedure)
    return problems


def _incomplete(procedure: Procedure) -> list[Problem]:
    """What the law wants of every procedure besides steps, channels and papers (NĐ 63/2010/NĐ-CP, Điều 8 khoản 2)."""
    if not procedure.in_force:
        return []
    authority = procedure.executing_authority or procedure.competent_authority
    found = {
        "đối tượng thực hiện (audience)": procedure.audience,
        "cơ quan giải quyết (executing_authority)": authority,
        "thời hạn giải quyết": [channel for channel in procedure.channels if channel.processing_time],
        "số lượng hồ sơ": procedure.file_count,
    }
    missing = ", ".join(name for name, value in found.items() if not value)
    return [problem("procedure-facts-missing", procedure.source_path, missing=missing)] if missing else []


_KEYS = {
    ProcedureStatus.NEW: "new",
    ProcedureStatus.AMENDED: "amends",
    ProcedureStatus.REPLACING: "replaces",
    ProcedureStatus.ABOLISHED: "abolishes",
}


def _bare(number: str) -> str:
    return "".join(c for c in number.casefold().removeprefix("quyết định").replace("số", "") if c.isalnum())


def _twice(readings: Mapping[str, Reading]) -> Iterable[Problem]:
    seen: dict[tuple[str, object], str] = {}
    for path, reading in readings.items():
        if isinstance(reading.matter, ProcedureMatter):
            code = (read_code(reading.matter.code) or ("", ""))[0]
            other = seen.setdefault((code, reading.matter.effective_to), path)
            if other != path:
                yield problem("procedure-code-twice", path, reading.line("code"), value=code, other=other)


def _compare(said: tuple[str, Change], path: str, reading: Reading) -> Iterable[Problem]:
    """The latest decision that names a procedure, against the procedure's own file."""
    where, change = said
    matter = reading.matter
    if not isinstance(matter, ProcedureMatter):
        return
    replaced = change.status is ProcedureStatus.REPLACING
    agrees = bool(matter.replaced_by) if replaced and change.successor else matter.status == change.status
    if replaced and change.successor and matter.replaced_by:
        agrees = (read_code(matter.replaced_by) or ("",))[0] == change.successor
    if not agrees:
        found = f"{matter.status}{f', thay bằng {matter.replaced_by}' if matter.replaced_by else ''}"
        told = f"{change.status}{f', thay bằng {change.successor}' if change.successor else ''}"
        facts = {"number": where.rpartition("/")[2], "code": matter.code, "said": told, "found": found, "where": path}
        yield problem("decision-disagrees", where, 0, **facts)


def _ending(path: str, reading: Reading, known: Collection[str]) -> Iterable[Problem]:
    matter = reading.matter
    if not isinstance(matter, ProcedureMatter):
        return
    if matter.status is ProcedureStatus.ABOLISHED and not matter.abolished_by:
        yield problem("procedure-abolished-why", path, reading.line("status"))
    successor = (read_code(matter.replaced_by) or (matter.replaced_by, ""))[0]
    if successor and successor not in known:
        yield problem("procedure-successor", path, reading.line("replaced_by"), value=matter.replaced_by)

