"""The body of an answer: its two sections, and what may tell who asked.

Personal data is no part of a public answer (Thông tư 25/2010/TT-BTTTT, Điều 5, 6, 8).
"""

import re

from plugins.model.answer import before_first, headings, section_of, sections
from plugins.model.problems import Problem, problem
from plugins.model.text import fold

NAMES = {"question": "Câu hỏi", "answer": "Trả lời"}
_IDENTITY = re.compile(r"(?<![\d.])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d.]\d)")
_PHONE = re.compile(r"(?<![\d.])(?:\+84|0)(?:[ .-]?\d){9}(?![\d])")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CAPITAL = r"[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ]"
_NAME = re.compile(rf"\b(?:[Tt]ên (?:là|tôi là|em là|cháu là)|(?:[Tt]ôi|[Ee]m|[Cc]háu|[Cc]on) (?:tên )?là)\s+({_CAPITAL}\w*(?:\s+{_CAPITAL}\w*)+)")
_PERSONAL = ((_PHONE, "số điện thoại"), (_MAIL, "địa chỉ thư điện tử"))


def exchange_problems(html: str, body: str, first_line: int) -> tuple[Problem, ...]:
    """What is wrong with a clean body; problems have an empty path."""
    found = headings(html)
    lines = {fold(text.strip(" #")): first_line + i for i, text in enumerate(body.split("\n")) if text.lstrip().startswith("#")}
    problems = []
    if before_first(html):
        problems.append(problem("answer-before-sections", "", first_line, sample=before_first(html)[:60]))
    for section, name in NAMES.items():
        typed = [text for kind, text in found if kind == section]
        if not typed:
            problems.append(problem("answer-section-missing", "", 0, part=name))
        elif len(typed) > 1:
            problems.append(problem("answer-section-twice", "", lines.get(fold(typed[-1]), 0), part=name))
    question, answer = sections(html)
    for (section, name), text in zip(NAMES.items(), (question, answer), strict=True):
        typed = [heading for kind, heading in found if kind == section]
        if typed and not text:
            problems.append(problem("answer-section-empty", "", lines.get(fold(typed[0]), 0), part=name))
    return (*problems, *_personal(body, first_line))


def _personal(body: str, first_line: int) -> list[Problem]:
    """Numbers of identity cards anywhere; in the question also telephones, addresses and names of people."""
    problems = []
    asking = False
    for number, line in enumerate(body.split("\n"), first_line):
        if line.startswith("##") and not line.startswith("###"):
            asking = section_of(line.strip("# ")) == "question"
        if _IDENTITY.search(line):
            problems.append(problem("answer-identity", "", number))
        elif asking:
            told = [what for pattern, what in _PERSONAL if pattern.search(line)]
            name = _NAME.search(line)
            told += [f"tên người ('{name[1]}')"] if name else []
            problems += [problem("answer-personal", "", number, what=", ".join(told))] if told else []
    return problems
