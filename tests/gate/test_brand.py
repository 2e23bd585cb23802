"""What the profile chooses for the face of the site: a pale colour and a lost procedure are told, and stop nothing."""

from plugins.gate.bind import Binding
from plugins.gate.brand import bind_brand
from plugins.model.problems import Severity, problem
from plugins.model.procedure import ProcedureStatus
from tests.commune import Commune, run, toml
from tests.factory import profile, profile_table
from tests.rooms.procedures.records import procedure

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


def test_procedures_of_the_home_page_that_are_not_there_or_no_longer_in_force_are_told():
    binding = Binding()
    binding.procedures += [procedure("1.000894"), procedure("1.000003", status=ProcedureStatus.ABOLISHED)]
    bind_brand(profile(home={"procedures": ["1.000894", "1.001193", "1.000003"]}), {}, binding)
    assert binding.problems == [problem("home-procedure", "site.toml", value=code) for code in ("1.001193", "1.000003")]
    assert {one.severity for one in binding.problems} == {Severity.WARNING}
    assert binding.problems[0].what == "Thủ tục '1.001193' ở [home] không có trên trang hoặc không còn áp dụng, trang chủ bỏ qua"


def test_a_site_that_has_no_procedures_yet_is_not_reminded(tmp_path):
    assert "[home]" not in check(tmp_path, HOME).said


def test_a_code_that_is_none_stops_with_how_it_should_look(tmp_path):
    outcome = check(tmp_path, HOME.replace("1.001193", "1001193"))
    assert outcome.code == 1
    assert 'ví dụ "1.001193"' in outcome.said
