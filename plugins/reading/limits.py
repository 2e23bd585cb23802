"""What would hang or break the Markdown engine is refused on the raw text, in linear time."""

import re

from plugins.model.problems import Problem, problem

MARK_LIMIT = 200
NESTING_LIMIT = 20
LINE_LIMIT = 100_000
TABLE_LIMIT = 2_000
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def body_problems(body: str, first_line: int) -> list[Problem]:
    """Every limit that a body breaks, with its line in the file."""
    if not body.strip():
        return [problem("body-empty", "", first_line)]
    found: dict[str, Problem] = {}
    rows = 0
    for number, line in enumerate(body.split("\n"), first_line):
        rows = rows + 1 if line.lstrip().startswith("|") else 0
        for code, facts in _line_problems(line, rows):
            found.setdefault(code, problem(code, "", number, **facts))
    found.update(_comments(body, first_line))
    return list(found.values())


def _line_problems(line: str, rows: int) -> list[tuple[str, dict[str, object]]]:
    problems: list[tuple[str, dict[str, object]]] = []
    if len(line) > LINE_LIMIT:
        problems.append(("body-line-long", {"length": len(line), "limit": LINE_LIMIT}))
    if len(line) > MARK_LIMIT:
        for mark in "[]<*_`":
            if line.count(mark) > MARK_LIMIT:
                problems.append(("body-brackets", {"mark": mark, "limit": MARK_LIMIT}))
                break
    opening = re.match(r"[\s>*+-]*", line)
    lead = opening.group() if opening else ""
    if len(lead.expandtabs(4).replace("\n", "")) // 4 > NESTING_LIMIT or lead.count(">") > NESTING_LIMIT:
        problems.append(("body-nesting", {"limit": NESTING_LIMIT}))
    if rows > TABLE_LIMIT:
        problems.append(("table-long", {"rows": rows, "limit": TABLE_LIMIT}))
    return problems


def _comments(body: str, first_line: int) -> dict[str, Problem]:
    """A closed comment is told and removed by the sanitiser; an open one would swallow or show what follows."""
    rest = _COMMENT.sub(lambda m: "\n" * m.group().count("\n"), body)
    found = {}
    if rest != body:
        match = _COMMENT.search(body)
        line = first_line + body.count("\n", 0, match.start()) if match else first_line
        found["comment-removed"] = problem("comment-removed", "", line)
    if "<!--" in rest:
        found["comment-unclosed"] = problem("comment-unclosed", "", first_line + rest.count("\n", 0, rest.index("<!--")))
    return found
