"""The unit's profile: a good one, each value's rule, and one site.toml with everything wrong."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.profile import Profile, read_profile
from plugins.model.vocab import Level
from tests.factory import profile_table

VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)


def told(raw: dict) -> list[tuple[str, str]]:
    profile, problems = read_profile(raw)
    assert (profile is None) == bool(problems)
    return [(dict(p.facts)["key"], p.code) for p in problems]


def test_the_least_profile_is_enough_and_has_sensible_defaults():
    profile, problems = read_profile(profile_table())
    assert problems == ()
    assert profile.unit.level is Level.WARD
    assert profile.licence is None
    assert profile.colours.primary == "#0b5394"
    assert profile.links.national_portal == "https://dichvucong.gov.vn"
    assert profile.category_names()[0].name == "Cải cách thể chế"


@pytest.mark.parametrize(
    ("domain", "kept", "base_path"),
    [
        ("https://lamkhe.example", "https://lamkhe.example", "/"),
        ("https://lamkhe.example/", "https://lamkhe.example", "/"),
        ("https://lamkhe.example/cchc/", "https://lamkhe.example/cchc", "/cchc/"),
        ("http://lamkhe.example:8080/a/b", "http://lamkhe.example:8080/a/b", "/a/b/"),
    ],
)
def test_a_site_stands_at_the_root_or_under_a_path_of_its_host(domain, kept, base_path):
    profile, _ = read_profile(profile_table(site={"domain": domain}))
    assert (profile.site.domain, profile.base_path) == (kept, base_path)


@pytest.mark.parametrize(
    "domain",
    ["lamkhe.example", "ftp://x.example", "https://", "https://x.example?a=1", "https://u:p@x.example", "https://x.example/../y", "https://x.example/a b", 'https://x.example/"'],
)
def test_an_address_that_is_no_whole_web_address_is_refused(domain):
    assert told(profile_table(site={"domain": domain})) == [("site.domain", "profile-value")]


def test_a_category_may_have_another_name_and_keeps_its_address():
    profile, _ = read_profile(profile_table(categories={"chi-so": "Chỉ số và xếp hạng"}))
    renamed = {c.slug: c.name for c in profile.category_names()}
    assert renamed["chi-so"] == "Chỉ số và xếp hạng"
    assert renamed["hoi-dap"] == "Hỏi – đáp, phản ánh kiến nghị"


def test_the_date_of_a_licence_is_read_as_every_other_date():
    licence = {"number": "99/GP-TTĐT", "issuer": "Cục", "date": "ngày 14 tháng 5 năm 2010"}
    profile, _ = read_profile(profile_table(licence=licence))
    assert profile.licence.date == "14/05/2010"


@pytest.mark.parametrize("level", ["phường", "Phường", "PHUONG", "xã", "đặc khu", "dac khu"])
def test_the_level_forgives_marks_and_case(level):
    assert told(profile_table(unit={"level": level})) == []


EVERYTHING_WRONG = """
tieu-de = "Không có khóa này"

[unit]
name = ""
level = "huyện"
parent = 7
code = 1234
phone = "gọi cho tôi"
hotline = "12"
email = "không phải thư"
working_hours = "Thứ Hai\\nthứ Ba"
fax = ""
adress = "Viết nhầm khóa"

[site]
domain = "lamkhe.example"
title = "Cải cách hành chính"
description = "…"
tag_authority = "Lam Khê"
logo = 1

[licence]
number = "99/GP-TTĐT"
date = "14/05/10"

[colours]
primary = "xanh"
accents = "#a63d1c"

[trust_badge]
image = "hinh-anh/tin-nhiem.svg"

[social]
zalo = "zalo.me/lamkhe"
tiktok = "https://tiktok.com/lamkhe"

[links]
feedback = "javascript:alert(1)"

[[menu]]
label = "Giới thiệu"

[categories]
the-thao = "Thể thao"
chi-so = ""
"""


def test_one_site_toml_with_everything_wrong_is_told_completely():
    assert sorted(told(tomllib.loads(EVERYTHING_WRONG))) == [
        ("categories.chi-so", "profile-value"),
        ("categories.the-thao", "profile-key"),
        ("colours.accents", "profile-key"),
        ("colours.primary", "profile-value"),
        ("editorial", "profile-value-missing"),
        ("licence.date", "profile-value"),
        ("licence.issuer", "profile-value-missing"),
        ("links.feedback", "profile-value"),
        ("menu.0.link", "profile-value-missing"),
        ("site.domain", "profile-value"),
        ("site.logo", "profile-value"),
        ("site.tag_authority", "profile-value"),
        ("social.tiktok", "profile-key"),
        ("social.zalo", "profile-value"),
        ("tieu-de", "profile-key"),
        ("trust_badge.link", "profile-value-missing"),
        ("unit.address", "profile-value-missing"),
        ("unit.adress", "profile-key"),
        ("unit.code", "profile-value"),
        ("unit.email", "profile-value"),
        ("unit.fax", "profile-value"),
        ("unit.hotline", "profile-value"),
        ("unit.level", "profile-value"),
        ("unit.name", "profile-value"),
        ("unit.parent", "profile-value"),
        ("unit.phone", "profile-value"),
        ("unit.working_hours", "profile-value"),
    ]


def test_every_message_about_the_profile_is_vietnamese_and_names_the_remedy():
    _, problems = read_profile(tomllib.loads(EVERYTHING_WRONG))
    for problem in problems:
        assert VIETNAMESE.search(problem.what), problem
        assert VIETNAMESE.search(problem.remedy), problem
        assert "docs/" not in problem.remedy, f"{problem} has no remedy of its own"


def test_a_misspelt_key_is_told_with_the_right_one():
    _, problems = read_profile(profile_table(unit={"adress": "x"}))
    assert "'address'" in problems[0].remedy


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
TABLES = st.sampled_from([*Profile.model_fields, "unknown"])


@given(st.dictionaries(TABLES, JSON | st.dictionaries(st.sampled_from(["name", "domain", "date", "link", "level"]), JSON), max_size=8))
def test_any_toml_makes_a_profile_or_reasons(raw):
    profile, problems = read_profile(raw)
    assert (profile is None) == bool(problems)
    assert all(problem.what and problem.remedy for problem in problems)


@given(st.sampled_from(["unit", "site", "editorial"]), st.dictionaries(st.sampled_from(["name", "title", "head", "domain", "phone"]), JSON, max_size=3))
def test_a_good_profile_with_any_change_is_a_profile_or_reasons(table, changes):
    profile, problems = read_profile(profile_table(**{table: changes}))
    assert (profile is None) == bool(problems)
