"""Short forms and dates of bodies at the gate: what a page shows of them, and when its key changes."""

import re
from pathlib import Path

import pytest

from commands.session import settings_for
from plugins.feeds.plan import plan as feeds
from plugins.generator import Run, judge
from plugins.model.dates import parse_date
from tests.commune import Commune
from tests.gate.test_agreement import BODY, Catalogue, judged


@pytest.fixture
def commune(tmp_path: Path) -> Commune:
    return Catalogue(tmp_path / "content")


def bodies(commune: Commune) -> dict[str, tuple[str, str]]:
    site, _ = judged(commune)
    return {item.path: (item.body.digest, item.body.html) for item in site.news}


def test_a_body_explains_its_first_short_form_and_tells_its_dates(commune):
    commune.news("a", "UBND phường họp ngày 24/5/2026.")
    (made,) = bodies(commune).values()
    assert made[1] == '<p><abbr title="Ủy ban nhân dân">UBND</abbr> phường họp ngày <time datetime="2026-05-24">24/5/2026</time>.</p>'


def test_a_short_form_of_the_profile_changes_the_key_of_the_bodies_that_use_it_alone(commune):
    commune.news("a", "Tổ KSTT họp.")
    commune.news("b", "UBND họp.")
    commune.news("c", "Không có gì.")
    before = bodies(commune)
    commune.profile(abbreviations={"KSTT": "Kiểm soát thủ tục"})
    after = bodies(commune)
    assert [path for path in after if after[path][0] != before[path][0]] == ["tin-tuc/a.html"]
    assert '<abbr title="Kiểm soát thủ tục">KSTT</abbr>' in after["tin-tuc/a.html"][1]


def test_the_units_own_meaning_counts_before_the_common_one(commune):
    commune.profile(abbreviations={"HTX": "hội truyền xướng"})
    commune.news("a", "HTX họp.")
    assert '<abbr title="hội truyền xướng">HTX</abbr>' in bodies(commune)["tin-tuc/a.html"][1]


def test_links_and_marks_stand_in_one_body(commune):
    commune.news("b", "Nội dung.")
    commune.news("a", "[UBND](b.md), UBND theo Nghị định 30/2020/NĐ-CP ngày 5/3/2020.")
    html = bodies(commune)["tin-tuc/a.html"][1]
    assert html.index("</a>") < html.index("<abbr") < html.index('class="van-ban"') < html.index("<time")
    assert html.count("<abbr") == html.count("<time") == 1


def test_procedures_are_shown_as_they_were_announced(commune):
    commune.procedure("1.001193", BODY.replace("nộp hồ sơ", "nộp hồ sơ ở UBND ngày 24/5/2026"))
    run = Run(parse_date("1/6/2026"), None)
    (reading,) = judge(settings_for(commune.content, run), run)[0].site.procedures
    assert "".join(case.prose.html for case in reading.steps) == "<p>Bước 1: nộp hồ sơ ở UBND ngày 24/5/2026.</p>"


def test_feeds_show_the_same_marks_and_lose_no_letter(commune):
    commune.news("a", "UBND phường họp ngày 24/5/2026.")
    site, _ = judged(commune)
    atom = next(file.make(file.view).decode() for file in feeds(site) if file.path.endswith("atom.xml"))
    assert 'title="Ủy ban nhân dân"' in atom
    assert "UBND&lt;/abbr&gt; phường họp ngày" in atom


def test_a_lead_explains_what_it_uses_first_and_a_page_of_the_unit_does_the_same(commune):
    commune.news("a", "UBND phường giải quyết TTHC.", summary='UBND phường "họp" & bàn.')
    commune.page("b", "UBND phường.", summary="Không có chữ tắt.")
    site, _ = judged(commune)
    (item,), (page,) = site.news, site.pages
    assert item.lead.html == '<abbr title="Ủy ban nhân dân">UBND</abbr> phường "họp" &amp; bàn.'
    assert re.findall("<abbr[^>]*>(.*?)</abbr>", item.body.html) == ["TTHC"]
    assert page.lead is None
    assert "<abbr" in page.body.html
