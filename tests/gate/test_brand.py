"""What the profile chooses for the face of the site: a pale colour and a lost procedure are told, and stop nothing."""

from plugins.model.problems import Severity, problem
from tests.commune import Commune, run, toml
from tests.factory import profile_table

HOME = '\n[home]\nprocedures = ["1.001193"]\n'


def check(tmp_path, extra: str = "", **tables):
    commune = Commune(tmp_path / "content")
    commune.news("a", date="1/3/2026")
    commune.write("site.toml", toml(profile_table(**tables)) + extra)
    return run("check", "--content", commune.content, cache=tmp_path / "cache")


def test_a_pale_colour_is_told_with_the_colours_that_are_shown_instead(tmp_path):
    outcome = check(tmp_path, colours={"primary": "#FFCC00", "accent": "#a63d1c"})
    assert outcome.code == 0, outcome.said
    said = " ".join(outcome.said.split())
    assert "Màu colours.primary = '#FFCC00' quá nhạt: chữ trên nền sáng chỉ đạt tương phản 1,4:1, cần 4,5:1" in said
    assert "#876c10 trên nền sáng, #ffcc00 trên nền tối" in said
    assert "colours.accent" not in said
    assert "1 cảnh báo" in said


def test_a_colour_that_only_the_dark_scheme_changes_is_no_fault(tmp_path):
    outcome = check(tmp_path, colours={"primary": "#0b5394", "accent": "#000000"})
    assert "0 cảnh báo" in outcome.said


def test_a_procedure_of_the_home_page_that_is_not_there_is_told(tmp_path):
    outcome = check(tmp_path, HOME)
    assert outcome.code == 0, outcome.said
    assert "Thủ tục '1.001193' ở [home] không có trên trang hoặc không còn áp dụng" in " ".join(outcome.said.split())
    assert problem("home-procedure", "site.toml", value="1.001193").severity is Severity.WARNING


def test_a_code_that_is_none_stops_with_how_it_should_look(tmp_path):
    outcome = check(tmp_path, HOME.replace("1.001193", "1001193"))
    assert outcome.code == 1
    assert 'ví dụ "1.001193"' in outcome.said
