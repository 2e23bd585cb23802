"""Exemplars: who was held up, by kind and year; lists of old years never change."""

import pytest

from plugins.exemplars.plan import plan
from plugins.model.matter import MatterRefused, read_matter
from plugins.model.page import Link
from plugins.model.vocab import ExemplarKind
from tests.factory import by_path, item, site
from tests.factory import plan as plan_all

VY = item("vy", "2024-11-28", "guong-dien-hinh", exemplar="Chị Vy", exemplar_kind=ExemplarKind.PERSON, recognition="Giấy khen")
DIARY = item("nhat-ky", "2026-05-24", "guong-dien-hinh", exemplar="Nhật ký hồ sơ", exemplar_kind=ExemplarKind.INITIATIVE)
TEAM = item("to", "2026-06-01", "guong-dien-hinh", exemplar="Tổ công nghệ số Bãi Dâu", exemplar_kind=ExemplarKind.TEAM)
PLAIN = item("khac", "2026-07-01", "guong-dien-hinh", exemplar="Ông Lộ")
NEWS = item("tin", "2026-07-02", "guong-dien-hinh")


def test_a_site_that_holds_nobody_up_has_no_list():
    assert list(plan(site([NEWS]))) == []


def test_the_list_shows_who_and_by_what_and_the_years():
    made = by_path(plan(site([VY, DIARY, NEWS])))
    assert sorted(made) == ["guong-dien-hinh/index.html", "guong-dien-hinh/nam-2024.html", "guong-dien-hinh/nam-2026.html"]
    view = made["guong-dien-hinh/index.html"].view
    assert [(line.exemplar, line.kind, line.recognition, line.href) for line in view.latest] == [
        ("Nhật ký hồ sơ", "Sáng kiến", "", "tin-tuc/nhat-ky.html"),
        ("Chị Vy", "Cá nhân", "Giấy khen", "tin-tuc/vy.html"),
    ]
    assert [(year.label, year.count) for year in view.years] == [("Năm 2026", 1), ("Năm 2024", 1)]


def test_a_year_is_told_by_kind():
    groups = by_path(plan(site([VY, DIARY, TEAM, PLAIN])))["guong-dien-hinh/nam-2026.html"].view.groups
    assert [(group.label, [line.exemplar for line in group.lines]) for group in groups] == [
        ("Tập thể", ["Tổ công nghệ số Bãi Dâu"]),
        ("Sáng kiến", ["Nhật ký hồ sơ"]),
        ("Gương khác", ["Ông Lộ"]),
    ]


def test_a_new_one_leaves_the_lists_of_old_years_alone():
    before, after = (by_path(plan(site(news))) for news in ([VY, DIARY], [VY, DIARY, TEAM]))
    assert repr(before["guong-dien-hinh/nam-2024.html"]) == repr(after["guong-dien-hinh/nam-2024.html"])
    assert repr(before["guong-dien-hinh/nam-2026.html"]) != repr(after["guong-dien-hinh/nam-2026.html"])


def test_item_category_map_and_search_lead_to_it():
    made = by_path(plan_all(site([VY, NEWS])))
    assert (made["tin-tuc/vy.html"].view.exemplars, made["tin-tuc/vy.html"].view.exemplar_kind) == ("guong-dien-hinh/index.html", "cá nhân")
    assert made["tin-tuc/tin.html"].view.exemplars == ""
    assert made["chuyen-muc/guong-dien-hinh.html"].view.more == Link("Danh sách cá nhân, tập thể, sáng kiến được nêu gương", "guong-dien-hinh/index.html")
    assert made["chuyen-muc/chi-so.html"].view.more is None
    assert ("Kết quả cải cách hành chính", ["Gương điển hình, sáng kiến"]) in [(part.label, [link.label for link in part.links]) for part in made["so-do-trang.html"].view.sections]


# — front matter —


def matter(**more: str):
    return read_matter("tin-tuc", {"title": "Một", "date": "2/3/2026", "category": "guong-dien-hinh", **more}, {})


@pytest.mark.parametrize(("typed", "kind"), [("cá nhân", ExemplarKind.PERSON), ("Tập thể", ExemplarKind.TEAM), ("sang-kien", ExemplarKind.INITIATIVE)])
def test_a_kind_is_read_as_it_is_typed(typed, kind):
    assert matter(exemplar="Chị Vy", exemplar_kind=typed).exemplar_kind is kind


def test_another_kind_is_refused_with_the_choices():
    with pytest.raises(MatterRefused) as refused:
        matter(exemplar="Chị Vy", exemplar_kind="phường")
    (problem,) = refused.value.problems
    assert (problem.code, problem.remedy) == ("exemplar-kind", "viết một trong: cá nhân, tập thể, sáng kiến")
