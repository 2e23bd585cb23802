"""Problems: where, what, and how it should look; in one table."""

import string

import pytest

from plugins.model.examples import EXAMPLES
from plugins.model.problems import ContentRefused, Problem, Severity, problem, shorten, stops
from plugins.model.words import RULES


@pytest.mark.parametrize("code", RULES)
def test_every_rule_says_what_is_wrong_and_how_it_should_look(code):
    rule = RULES[code]
    names = {name for text in (rule.what, rule.remedy) for _, name, _, _ in string.Formatter().parse(text) if name}
    told = problem(code, "tin-tuc/a.md", 7, **dict.fromkeys(names, "x"))
    assert told.what
    assert told.remedy
    assert told.where == "tin-tuc/a.md:7"
    assert told.severity is (Severity.ERROR if rule.stops else Severity.WARNING)


def test_every_rule_has_an_example_and_every_example_its_rule():
    assert set(EXAMPLES) == set(RULES)
    assert [code for code, example in EXAMPLES.items() if not 4 <= len(example) <= 90] == []


def test_a_problem_without_a_line_means_the_whole_file():
    assert problem("file-empty", "tin-tuc/a.md").where == "tin-tuc/a.md"


def test_what_was_typed_is_shown_on_one_printable_line():
    assert shorten("a\nb\x1b[31m") == "a\\x0ab\\x1b[31m"
    assert shorten("ă" * 300) == "ă" * 199 + "…"


def test_warnings_do_not_stop_and_errors_do():
    warning, error = problem("file-leftover", "a.md", name="a.md~"), problem("file-empty", "a.md")
    assert not stops([warning])
    assert stops([warning, error])


def test_a_refusal_tells_every_problem_once_in_order():
    one, other = problem("file-empty", "b.md"), problem("file-empty", "a.md")
    refused = ContentRefused([one, other, one])
    assert refused.problems == (other, one)
    assert str(refused) == "2 lỗi trong nội dung"


def test_problems_are_ordered_by_path_line_and_code():
    assert sorted([Problem("b", 1, "x"), Problem("a", 2, "x"), Problem("a", 1, "y"), Problem("a", 1, "x")]) == [
        Problem("a", 1, "x"),
        Problem("a", 1, "y"),
        Problem("a", 2, "x"),
        Problem("b", 1, "x"),
    ]
