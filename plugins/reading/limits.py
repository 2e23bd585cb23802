"""What would hang or break the Markdown engine is refused on the raw text, in linear time."""

import re
from collections.abc import Iterator
from itertools import islice

from plugins.model.problems import Problem, problem

# The first words that ``make new`` puts into a file.
PLACEHOLDER = "Viết nội dung ở đây, mỗi đoạn cách nhau một dòng trống."
MARK_LIMIT = 200
NESTING_LIMIT = 20
LINE_LIMIT = 100_000
LINES_LIMIT = 20_000
TABLE_LIMIT = 2_000
REPEAT_LIMIT = 1_000
# The engine's time grows with the square of the brackets that are open in a paragraph; this is about half a second.
WORK_LIMIT = 2_000_000
_MARKS = "[]<*_`"
_BRACKET = re.compile(r"[\[\]]")
# More than the limit of signs before a text: each nests by one at most.
_DEEP = re.compile(rf"\n(?:[^\S\n]|[>*+-]){{{NESTING_LIMIT + 1}}}")
_OPEN_TAG = re.compile(r"<[A-Za-z/!?][^<>]*(?=<|\Z)")
# Lines of which each makes the engine look at all the others.
_REPEATED = {"#": re.compile(r"^ {0,3}#", re.M), "---": re.compile(r"^ {0,3}(?:[-*_][ ]*){3,}$", re.M), "*[": re.compile(r"^ {0,3}\*\[", re.M)}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def body_problems(body: str, first_line: int) -> list[Problem]:
    """Every limit that a body breaks, with its line in the file."""
    if not body.strip():
        return [problem("body-empty", "", first_line)]
    found: dict[str, Problem] = {}
    if PLACEHOLDER in body:
        line = first_line + body.count("\n", 0, body.index(PLACEHOLDER))
        found["body-placeholder"] = problem("body-placeholder", "", line, sample=PLACEHOLDER)
    if (lines := body.count("\n")) > LINES_LIMIT:
        found["body-long"] = problem("body-long", "", first_line + LINES_LIMIT, lines=lines, limit=LINES_LIMIT)
    found.update(_lines(body, first_line))
    for code, line, facts in (*_open_brackets(body), *_repeated(body)):
        found.setdefault(code, problem(code, "", first_line + line, **facts))
    found.update(_comments(body, first_line))
    return list(found.values())


def _lines(body: str, first_line: int) -> dict[str, Problem]:
    """What is wrong with single lines; nearly every line is too short, in its text and before it, to be looked at."""
    found: dict[str, Problem] = {}
    marked = any(body.count(mark) > MARK_LIMIT for mark in _MARKS)
    deep, tables = bool(_DEEP.search(f"\n{body}")), body.count("|") > TABLE_LIMIT
    if not (deep or tables or marked or len(body) > LINE_LIMIT):
        return found
    rows = 0
    for number, line in enumerate(body.split("\n"), first_line):
        if not (deep or tables or len(line) > (MARK_LIMIT if marked else LINE_LIMIT)):
            continue
        rows = rows + 1 if line.lstrip().startswith("|") else 0
        for code, facts in _line_problems(line, rows):
            found.setdefault(code, problem(code, "", number, **facts))
    return found


def _line_problems(line: str, rows: int) -> list[tuple[str, dict[str, object]]]:
    problems: list[tuple[str, dict[str, object]]] = []
    if len(line) > LINE_LIMIT:
        problems.append(("body-line-long", {"length": len(line), "limit": LINE_LIMIT}))
    if len(line) > MARK_LIMIT:
        for mark in _MARKS:
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


def _open_brackets(body: str) -> Iterator[tuple[str, int, dict[str, object]]]:
    """Brackets and links that are opened and never closed, counted by paragraph."""
    if body.count("[") <= MARK_LIMIT and body.count("](") <= MARK_LIMIT:
        return  # then no paragraph has more, and the square of all is below the limit of work
    work = depth = links = peak = 0
    for number, line in enumerate(body.split("\n")):
        if not line.strip():
            work += peak * peak
            depth = links = peak = 0
            continue
        for mark in _BRACKET.findall(line):
            depth = depth + 1 if mark == "[" else max(0, depth - 1)
            peak = max(peak, depth)
        links = max(0, links + line.count("](") - line.count(")"))
        peak = max(peak, links)
        if peak > MARK_LIMIT or work + peak * peak > WORK_LIMIT:
            yield "body-brackets", number, {"mark": "[", "limit": MARK_LIMIT}
            return


def _repeated(body: str) -> Iterator[tuple[str, int, dict[str, object]]]:
    """Tags without an end, and lines that may stand in a text a thousand times but not ten thousand."""
    for mark, pattern, limit in (("<", _OPEN_TAG, MARK_LIMIT), *((m, p, REPEAT_LIMIT) for m, p in _REPEATED.items())):
        if sum(body.count(sign) for sign in ("-*_" if mark == "---" else mark[0])) <= limit:
            continue
        last = next(islice(pattern.finditer(body), limit, None), None)
        if last is not None:
            yield "body-brackets", body.count("\n", 0, last.start()), {"mark": mark, "limit": limit}


def without_comments(body: str) -> str:
    """The body less its closed comments, line for line. Markdown would show one that holds a blank line."""
    closed = body.rfind("-->") + 3 if "-->" in body else 0
    return _COMMENT.sub(lambda m: "\n" * m.group().count("\n"), body[:closed]) + body[closed:]


def _comments(body: str, first_line: int) -> dict[str, Problem]:
    """A closed comment is told and removed by the sanitiser; an open one would swallow or show what follows."""
    found: dict[str, Problem] = {}
    if "<!--" not in body:
        return found
    rest = without_comments(body)
    if rest != body:
        match = _COMMENT.search(body)
        line = first_line + body.count("\n", 0, match.start()) if match else first_line
        found["comment-removed"] = problem("comment-removed", "", line)
    if "<!--" in rest:
        found["comment-unclosed"] = problem("comment-unclosed", "", first_line + rest.count("\n", 0, rest.index("<!--")))
    return found
