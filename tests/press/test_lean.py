"""What is left out of the styles and the script is nothing that a browser reads."""

import re

import pytest

from plugins.model.colours import palette
from plugins.press.theme import lean_script, lean_style, stylesheet


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* why */\n.c-a {\n  color: red;\n}\n\n.c-b {\n}\n", ".c-a {color: red;}.c-b {}"),
        (".c-a :is(th, td),\n.c-b {\n  margin: 0\n    1px;\n}\n", ".c-a :is(th, td),.c-b {margin: 0\n1px;}"),
    ],
)
def test_styles_lose_comments_indents_and_line_ends_alone(written, sent):
    assert lean_style(written) == sent


def test_blanks_inside_a_line_stay_for_they_may_mean_something(theme):
    plain = re.sub(r"/\*.*?\*/", "", (theme / "static/css/components/stack.css").read_text(encoding="utf-8"))
    sheet = stylesheet(theme, palette("#0b5394", "#a63d1c"))
    assert ".c-stack :is(th, td) {" in plain
    assert ".c-stack :is(th, td) {" in sheet
    assert "/*" not in sheet


def test_a_script_loses_indents_and_lines_that_are_comments():
    assert lean_script('// Why.\n{\n  const a = "// no comment";\n  // because\n  go(a); // now\n}\n') == '{\nconst a = "// no comment";\ngo(a); // now\n}\n'


def test_no_text_of_a_script_goes_over_several_lines(theme):
    for file in sorted((theme / "static" / "js").glob("*.js")):
        for line in file.read_text(encoding="utf-8").splitlines():
            assert line.count("`") % 2 == 0, f"{file.name}: {line}"
