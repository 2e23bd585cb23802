"""What the gate found, for an editor's eyes or for a program."""

import json
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from plugins.gate.examine import Verdict, Withheld
from plugins.model.dates import short_date
from plugins.model.problems import Problem, Severity
from plugins.model.words import RULES

# Warnings of one kind that a screen shows; a page and a file for programs hold all of them, and errors are told all anyway.
SHOWN = 50
_BOLD, _RED, _YELLOW, _OFF = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[0m"


def as_text(verdict: Verdict, problems: Iterable[Problem], colours: bool = False) -> str:
    """Problems by file, then what is kept back, then the count that must add up."""
    problems = sorted(problems)
    shown, left = _shown(problems)
    lines: list[str] = []
    for path, of_file in groupby(shown, key=lambda p: p.path):
        lines.append(f"{_BOLD}{path}{_OFF}" if colours else path)
        for problem in of_file:
            lines += _lines(problem, colours)
        lines.append("")
    if left:
        more = ", ".join(f"{count} [{code}]" for code, count in sorted(left.items()))
        lines += [f"Còn nữa, cùng loại với những điều đã kể: {more}. Xem hết: make check FORMAT=html OUT=bao-cao.html", ""]
    if verdict.withheld:
        lines += ["Chưa đăng:", *(f"  {w.standing.value:<8} {w.path}{_when(w)}" for w in verdict.withheld), ""]
    return "\n".join([*lines, summary(verdict, problems)])


def _shown(problems: list[Problem]) -> tuple[list[Problem], Counter[str]]:
    """What a screen shows, and how many of each code are left."""
    counts: Counter[str] = Counter()
    shown: list[Problem] = []
    for problem in problems:
        counts[problem.code] += 1
        if counts[problem.code] <= SHOWN or problem.severity is Severity.ERROR:
            shown.append(problem)
    left = {code: count - SHOWN for code, count in counts.items() if count > SHOWN and not RULES[code].stops}
    return shown, Counter(left)


def _lines(problem: Problem, colours: bool) -> list[str]:
    severity = problem.severity.value
    if colours:
        severity = f"{_RED if problem.severity is Severity.ERROR else _YELLOW}{severity}{_OFF}"
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return [f"  {place}: {severity}: {problem.what} [{problem.code}]", f"      → {problem.remedy}"]


def _when(withheld: Withheld) -> str:
    title = f"  “{withheld.title}”" if withheld.title else ""
    return f"  ({short_date(withheld.moment)}){title}" if withheld.moment else title


def summary(verdict: Verdict, problems: Iterable[Problem]) -> str:
    """Found = public + kept back + refused: nothing is dropped in silence."""
    problems = list(problems)
    errors = sum(p.severity is Severity.ERROR for p in problems)
    kept = {standing: sum(w.standing is standing for w in verdict.withheld) for standing in {w.standing for w in verdict.withheld}}
    parts = [f"{verdict.public} đăng", *(f"{count} {standing.value}" for standing, count in sorted(kept.items()))]
    if verdict.refused:
        parts.append(f"{verdict.refused} có lỗi")
    counts = f"Tìm thấy {verdict.found} bài: {', '.join(parts)}."
    if errors:
        return f"{counts}\n{errors} lỗi, {len(problems) - errors} cảnh báo. Chưa đăng gì; trang đang có giữ nguyên."
    return f"{counts}\nKhông có lỗi, {len(problems)} cảnh báo."


def as_json(verdict: Verdict, problems: Iterable[Problem]) -> str:
    """The same as one JSON object; keys are stable."""
    problems = sorted(problems)
    data = {
        "ok": not any(p.severity is Severity.ERROR for p in problems),
        "found": verdict.found,
        "public": verdict.public,
        "refused": verdict.refused,
        "problems": [
            {
                "path": p.path,
                "line": p.line,
                "code": p.code,
                "severity": "error" if p.severity is Severity.ERROR else "warning",
                "what": p.what,
                "remedy": p.remedy,
            }
            for p in problems
        ],
        "withheld": [
            {
                "path": w.path,
                "title": w.title,
                "standing": w.standing.value,
                "moment": w.moment.isoformat() if w.moment else None,
            }
            for w in verdict.withheld
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
