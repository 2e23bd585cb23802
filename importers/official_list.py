"""The official list ``danh-sach-tthc-*.xlsx``: code, name, issuing and executing body, sector, and nothing else."""

from importers.catalogue import place
from importers.codes import code_of
from importers.extract import Extract, Harvest, Origin
from importers.facts import facts_of
from importers.labels import FACTS
from importers.values import text_of
from importers.workbook import Sheet, find_table
from plugins.model.problems import Problem, problem

_KEYS = ("code", "title", "decision_issuer", "executing_authority", "sector")
_WANTED = {key: FACTS[key] for key in _KEYS}
_NEEDED = frozenset({"code", "title", "sector"})


def read_list(sheets: list[Sheet], file: str) -> Harvest:
    """Facts of every row; the parts of a procedure are unknown to a list."""
    extracts: dict[str, Extract] = {}
    refused: set[str] = set()
    problems: list[Problem] = []
    tables = [table for sheet in sheets if (table := find_table(sheet, _WANTED, _NEEDED))]
    if not tables:
        return Harvest(problems=(problem("import-no-catalogue", file, columns="Mã số, Tên, Lĩnh vực"),))
    for table in tables:
        for number, record in table.records():
            where = place(file, table.sheet, number)
            if not text_of(record["title"]) and (not text_of(record["code"]) or code_of(record["code"]).problem):
                continue  # a group heading or a note
            if not text_of(record["code"]):
                problems.append(problem("import-code-blank", where))
                continue
            code = code_of(record["code"])
            if code.problem:
                problems.append(problem(code.problem, where, **dict(code.facts)))
                refused |= {code.base} - {""}
                continue
            facts, wrong = facts_of(record)
            problems += [problem(found, where, code=code.text, **details) for found, details in wrong]
            if wrong:
                refused.add(code.base)
                continue
            extract = Extract(code.text, facts, known=frozenset(), origin=Origin.LIST, where=where)
            if code.base not in extracts:
                extracts[code.base] = extract
            elif extracts[code.base] != extract:
                problems.append(problem("import-code-twice", where, code=code.text, other=extracts[code.base].where))
    return Harvest(tuple(extracts.values()), frozenset(refused), tuple(problems))
