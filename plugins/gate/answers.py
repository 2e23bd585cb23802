"""Answers from their readings: records, and what must agree with the procedures and with the unit's own limits."""

from collections.abc import Mapping

from plugins.model.answer import Answer, AnswerKind
from plugins.model.answer_matter import AnswerMatter, ComplaintMatter
from plugins.model.problems import Problem, problem
from plugins.model.procedure import read_code
from plugins.model.procedure_matter import ProcedureMatter
from plugins.model.profile import Profile
from plugins.model.prose import Prose
from plugins.model.workdays import is_known, working_days_between
from plugins.reading.item import Reading

# More working days than that are rather a wrong year than a late answer. What is simply late is no fault of the file:
# its page says so.
SLOW = 60


def bind_answer(source: str, matter: AnswerMatter, path: str, body: Prose, identity: str, profile: Profile) -> Answer:
    """One answer; ``identity`` is its tag URI."""
    years = range(matter.asked.year, matter.answered.year + 1)
    return Answer(
        id=identity,
        source_path=source,
        path=path,
        kind=kind_of(source),
        title=matter.title,
        asked=matter.asked,
        answered=matter.answered,
        unit=matter.unit,
        sector=matter.sector,
        procedures=matter.procedures,
        days=working_days_between(matter.asked, matter.answered) if all(map(is_known, years)) else None,
        limit=profile.answers.limit(matter.scope) if profile.answers else 0,
        outcome=matter.outcome if isinstance(matter, ComplaintMatter) else None,
        channel=matter.channel if isinstance(matter, ComplaintMatter) else "",
        correction=matter.correction,
        body=body,
        tasks=matter.task,
    )


def kind_of(source: str) -> AnswerKind:
    """The kind by the folder of the file."""
    return AnswerKind(source.partition("/")[0])


def answer_problems(readings: Mapping[str, Reading], answers: list[Answer]) -> list[Problem]:
    """Procedures that are not there (drafts count as there), years that may be wrong, years without a calendar."""
    matters = (reading.matter for reading in readings.values())
    known = {(read_code(matter.code) or ("", ""))[0] for matter in matters if isinstance(matter, ProcedureMatter)}
    problems: list[Problem] = []
    for answer in answers:
        line = readings[answer.source_path].line
        for code in answer.procedures:
            if code not in known:
                problems.append(problem("answer-procedure", answer.source_path, line("procedures"), code=code))
        if answer.days is not None and answer.days > SLOW:
            problems.append(problem("answer-slow", answer.source_path, line("answered"), days=answer.days))
        if answer.days is None:
            year = next(year for year in (answer.asked.year, answer.answered.year) if not is_known(year))
            problems.append(problem("answer-calendar", answer.source_path, line("answered"), year=year))
    return problems
