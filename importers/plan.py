"""What an import would do to the content folder: decided for all procedures before anything is written."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from importers.extract import OFFICIAL_PARTS, Extract, Harvest, Origin
from importers.markdown import parts_of_body, whole_file, with_head
from importers.shelf import FOLDER, VERSIONS, Shelved
from importers.sources import base_of
from importers.values import bare
from plugins.model.dates import DateProblem, parse_date, short_date
from plugins.model.keys import PROCEDURE_KEYS
from plugins.model.parts import Part
from plugins.model.problems import Problem, problem
from plugins.model.procedure import ProcedureStatus, read_code
from plugins.model.text import is_slug, slugify
from plugins.model.vocab import STATUS_WORDS, Status

# Said of one decision: with a new decision they stay in the earlier version.
_OF_A_DECISION = ("decision_date", "decision_issuer", "effective_from", "effective_to", "changes", "posted_on", "approved_by", "approved_on", "approved_text")
_ABOLISHED = frozenset({"bai bo", "bi bai bo", "het hieu luc"})
DRAFT = "nháp"


class State(StrEnum):
    """What happens to one procedure."""

    NEW = "mới"
    CHANGED = "thay đổi"
    SAME = "không đổi"
    MISSING = "thiếu"
    REFUSED = "từ chối"


@dataclass(frozen=True, slots=True)
class Change:
    """One procedure: files to write (path → text), files that go, and what differs in words."""

    state: State
    code: str
    title: str = ""
    what: tuple[str, ...] = ()
    writes: tuple[tuple[str, str], ...] = ()
    removes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]

    def count(self, state: State) -> int:
        return sum(change.state is state for change in self.changes)


def make_plan(harvest: Harvest, shelf: Iterable[Shelved], today: date) -> Plan:
    """One change a procedure, by code."""
    problems = list(harvest.problems)
    by_base: dict[str, list[Shelved]] = defaultdict(list)
    for shelved in shelf:
        by_base[shelved.base].append(shelved)
    paths = {shelved.path for files in by_base.values() for shelved in files}
    changes = []
    for extract in harvest.extracts:
        files = by_base.get(base_of(extract), [])
        current = _current(files)
        change, told = _change(extract, current, today, paths - {current.path if current else ""})
        changes.append(change)
        problems += told
    changes += [Change(State.REFUSED, base, _title(_current(by_base.get(base, [])))) for base in sorted(harvest.refused)]
    changes += _missing(harvest, by_base)
    return Plan(tuple(sorted(changes, key=lambda c: (list(State).index(c.state), c.code))), tuple(problems))


def _current(files: list[Shelved]) -> Shelved | None:
    """The file that speaks of today: no earlier version; one without an end before one with an end."""
    files = sorted((f for f in files if not f.is_version), key=lambda f: (bool(f.facts and f.facts.get("effective_to")), f.path))
    return files[0] if files else None


def _title(file: Shelved | None) -> str:
    return file.facts.get("title", "") if file and file.facts else ""


def _missing(harvest: Harvest, by_base: dict[str, list[Shelved]]) -> list[Change]:
    """Procedures in force that a catalogue does not name; a list is silent about sectors that it does not hold."""
    origins = {extract.origin for extract in harvest.extracts}
    if not origins & {Origin.WORKBOOK, Origin.LIST}:
        return []
    named = {base_of(extract) for extract in harvest.extracts} | harvest.refused
    sectors = {bare(extract.facts.get("sector", "")) for extract in harvest.extracts}
    found = []
    for base in sorted(by_base.keys() - named - {""}):
        current = _current(by_base[base])
        facts = (current.facts if current else None) or {}
        if not facts or facts.get("effective_to") or bare(facts.get("status", "")) in _ABOLISHED:
            continue
        if Origin.WORKBOOK in origins or bare(facts.get("sector", "")) in sectors:
            found.append(Change(State.MISSING, facts.get("code", base), facts.get("title", ""), (current.path,) if current else ()))
    return found


def _change(extract: Extract, current: Shelved | None, today: date, taken: set[str]) -> tuple[Change, list[Problem]]:
    title = extract.facts.get("title", "")
    folder = slugify(extract.facts.get("sector", ""))
    refused = Change(State.REFUSED, extract.code, title)
    if not is_slug(folder) or folder == VERSIONS:
        return refused, [problem("import-place", extract.where, code=extract.code, reason=f"lĩnh vực '{extract.facts.get('sector', '')}' không đặt được tên thư mục")]
    if current is None:
        return _new(extract, folder, taken, refused)
    if current.facts is None:
        return refused, [problem("import-shelf", f"{current.path}", code=extract.code)]
    old = current.facts
    over = _superseded(old, extract)
    facts, problems = _facts(extract, current, over)
    parts = _parts(extract, current, over)
    what = [PROCEDURE_KEYS[key].label for key in PROCEDURE_KEYS if _folded(facts.get(key, "")) != _folded(old.get(key, ""))]
    what += [part.value for part in OFFICIAL_PARTS if _folded(parts.get(part, "")) != _folded(current.parts.get(part, ""))]
    path = current.path
    if slugify(old.get("sector", "")) != folder:
        path = f"{FOLDER}/{folder}/{current.path.rpartition('/')[2]}"
        what.append(f"chuyển sang {path}")
    if not what:
        return Change(State.SAME, extract.code, title), problems
    if path in taken:
        return refused, [problem("import-place", current.path, code=extract.code, reason=f"đã có tệp {path}")]
    writes = [(path, whole_file(facts, parts, current.local_parts))]
    if over:
        version, text = _version(current, facts, folder, today, taken)
        writes.insert(0, (version, text))
        what.append(f"bản trước: {version}")
        lost = [key for key in ("posted_on", "effective_from", "effective_to", "changes") if old.get(key)]
        if lost:
            problems.append(problem("import-posting", path, code=extract.code, keys=", ".join(lost)))
    removes = (current.path,) if path != current.path else ()
    return Change(State.CHANGED, extract.code, title, tuple(what), tuple(writes), removes), problems


def _new(extract: Extract, folder: str, taken: set[str], refused: Change) -> tuple[Change, list[Problem]]:
    path = f"{FOLDER}/{folder}/{extract.code}.md"
    if path in taken:
        return refused, [problem("import-place", extract.where, code=extract.code, reason=f"đã có tệp {path}")]
    facts, problems = _facts(extract, Shelved(path, "", {}), False)
    parts = parts_of_body(extract)
    if not any(parts.values()):
        facts["status"] = DRAFT  # a procedure without its parts is not for the public
    ordered = {key: facts[key] for key in PROCEDURE_KEYS if facts.get(key)}
    return Change(State.NEW, extract.code, extract.facts.get("title", ""), (path,), ((path, whole_file(ordered, parts)),)), problems


def _folded(text: str) -> str:
    return " ".join(text.split())


def _number(decision: str) -> str:
    return re.sub(r"^(?:quyet dinh )?(?:so )?", "", bare(decision))


def _superseded(old: dict[str, str], extract: Extract) -> bool:
    """Whether the source names another decision than it did when the file was made, or than a file made by hand does."""
    given, known = _number(extract.facts.get("decision", "")), _number(old.get("source_decision") or old.get("decision", ""))
    return bool(given and known and given != known)


def _own_decision(old: dict[str, str]) -> bool:
    """Whether an officer put another decision, her province's, in the place of the source's."""
    return bool(old.get("source_decision") and old.get("decision")) and _number(old["decision"]) != _number(old["source_decision"])


def _facts(extract: Extract, current: Shelved, over: bool) -> tuple[dict[str, str], list[Problem]]:
    """The source's facts where it has them, the file's where not; keys of the officer are never the source's."""
    old, given, problems = current.facts or {}, dict(extract.facts), list[Problem]()
    suffix = read_code(old.get("code", ""))
    given["code"] = old["code"] if suffix and suffix[1] and not (read_code(extract.code) or ("", ""))[1] else extract.code
    if extract.origin is Origin.LIST and old.get("decision_issuer"):
        given.pop("decision_issuer", None)  # a list names the ministry, the file who published it here
    given["source_decision"] = given.get("decision", "")
    if _own_decision(old) and not over:
        given = {key: value for key, value in given.items() if key not in {"decision", "decision_date", "decision_issuer"}}
    status, told = _status(extract, current, over)
    problems += told
    facts = {}
    for key in PROCEDURE_KEYS:
        kept = "" if over and key in _OF_A_DECISION else old.get(key, "")
        value = status if key == "status" else given.get(key) or kept
        if value:
            facts[key] = old[key] if _folded(value) == _folded(old.get(key, "")) else value
    return facts, problems


def _status(extract: Extract, current: Shelved, over: bool) -> tuple[str, list[Problem]]:
    """A source knows in force and not in force; the officer's finer word stays while it is not contradicted."""
    old, given = (current.facts or {}).get("status", ""), extract.facts.get("status", "")
    is_draft = STATUS_WORDS.get(bare(old)) is Status.DRAFT
    if is_draft and (current.body.strip() or not any(parts_of_body(extract).values())):
        return old, []
    if given == ProcedureStatus.ABOLISHED.value:
        told = [] if (current.facts or {}).get("abolished_by") else [problem("import-abolished", extract.where, code=extract.code)]
        return (old if bare(old) in _ABOLISHED else given), told
    if bare(old) in _ABOLISHED and given:
        return old, [problem("import-still-abolished", current.path, code=extract.code)]
    if is_draft:
        return given or ProcedureStatus.IN_FORCE.value, []
    if given in {"", ProcedureStatus.IN_FORCE.value}:
        return (old or given) if not over else (given or ProcedureStatus.IN_FORCE.value), []
    return given, []


def _parts(extract: Extract, current: Shelved, over: bool) -> dict[Part, str]:
    """What the source says of each part; where it says nothing, the file's text stays until another decision replaces it."""
    found = parts_of_body(extract, current.links)
    return {part: found[part] if part in extract.known and (found[part] or over) else current.parts.get(part, "") for part in OFFICIAL_PARTS}


def _version(current: Shelved, facts: dict[str, str], folder: str, today: date, taken: set[str]) -> tuple[str, str]:
    """(path, text) of the file as it was, ended on the day before the new decision."""
    old = dict(current.facts or {})
    begins = next((day for key in ("effective_from", "decision_date") if (day := _day(facts.get(key, "")))), today)
    ended = _day(old.get("effective_to", "")) or begins - timedelta(days=1)
    old["effective_to"] = short_date(ended)
    code = old.get("code", "").replace("/", "-")
    stem = f"{FOLDER}/{folder}/{VERSIONS}/{code}-{ended.isoformat()}"
    path = next(p for p in (f"{stem}{'' if i == 1 else f'-{i}'}.md" for i in range(1, 1000)) if p not in taken)
    body = re.sub(r"(\]\()(\.\.?/)", r"\1../\2", current.body.strip())  # one folder further down
    return path, with_head({key: old[key] for key in PROCEDURE_KEYS if old.get(key)}, body)


def _day(text: str) -> date | None:
    try:
        return parse_date(text).date() if text else None
    except DateProblem:
        return None
