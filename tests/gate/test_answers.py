"""Answers at the gate: days counted with holidays, limits of the profile, procedures that must be there."""

from datetime import date
from pathlib import Path

import pytest

from plugins.model.visits import FILE
from tests.commune import Commune
from tests.gate.test_agreement import Catalogue, judged

BODY = "## Câu hỏi\n\nHỏi?\n\n## Trả lời\n\nĐáp.\n"


class Office(Catalogue):
    """A commune that answers."""

    def answer(self, name: str, kind: str = "hoi-dap", body: str = BODY, **keys: str) -> Path:
        facts = {"title": f"Câu {name}?", "asked": "9/4/2026", "answered": "14/4/2026", "unit": "Trung tâm", "sector": "Hộ tịch"} | keys
        return self._item(f"{kind}/{name}.md", facts, body)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "content")


def told(commune: Commune) -> list[tuple[str, str]]:
    return [(p.where, p.code) for p in judged(commune)[1]]


def test_an_answer_becomes_a_record_with_the_working_days_it_took(office):
    office.answer("tet", asked="13/2/2026", answered="24/2/2026")  # nine days off for Tết
    office.answer("ngay", asked="14/4/2026")
    site, problems = judged(office)
    assert problems == ()
    assert {a.path: (a.days, a.limit, a.late) for a in site.answers} == {"hoi-dap/ngay.html": (0, 0, False), "hoi-dap/tet.html": (2, 0, False)}


def test_the_limit_is_that_of_the_profile_and_a_late_answer_is_no_fault_of_its_file(office):
    text = (office.content / "site.toml").read_text(encoding="utf-8")
    (office.content / "site.toml").write_text(f'{text}\n[answers]\nbasis = "Quy chế mẫu"\ndays = 2\n', encoding="utf-8")
    office.answer("mot")
    office.answer("hai", scope="nhiều cơ quan")
    site, problems = judged(office)
    assert problems == ()
    assert {a.source_path: (a.limit, a.late) for a in site.answers} == {"hoi-dap/hai.md": (7, False), "hoi-dap/mot.md": (2, True)}


def test_a_procedure_that_is_not_there_is_an_error_and_a_draft_counts_as_there(office):
    office.procedure("1.001193", status="nháp")
    office.answer("mot", procedures="1.001193")
    assert told(office) == []
    office.answer("hai", procedures="1.001193; 2.000815")
    assert told(office) == [("hoi-dap/hai.md:7", "answer-procedure")]


def test_a_wrong_year_is_asked_about_and_a_year_without_a_calendar_is_not_guessed(office):
    office.answer("lau", asked="9/4/2025")
    office.answer("cu", asked="30/12/2020", answered="5/1/2021")
    site, problems = judged(office)
    assert [(p.where, p.code) for p in problems] == [("hoi-dap/cu.md:4", "answer-calendar"), ("hoi-dap/lau.md:4", "answer-slow")]
    assert {a.source_path: a.days is None for a in site.answers} == {"hoi-dap/cu.md": True, "hoi-dap/lau.md": False}


def test_both_kinds_may_have_one_name_and_lists_keep_their_own_address(office):
    office.answer("mot")
    office.answer("mot", "phan-anh", outcome="đã giải quyết")
    assert told(office) == []
    office.answer("nam-2026")
    office.answer("index", "phan-anh", outcome="đã giải quyết")
    assert told(office) == [("hoi-dap/nam-2026.md", "slug-from-name"), ("phan-anh/index.md", "slug-from-name")]


def test_an_answer_waits_for_its_day_and_the_next_build_knows_when(office):
    office.answer("mai", answered="2/6/2026")
    site, _ = judged(office)
    assert site.answers == ()


def test_its_id_outlives_a_changed_title_and_can_be_kept_when_the_file_is_renamed(office):
    office.answer("mot", title="Khác?")
    office.answer("hai", id="tag:thunghiem.example,2023:hoi-dap/cu")
    site, _ = judged(office)
    assert sorted(a.id for a in site.answers) == ["tag:thunghiem.example,2023:hoi-dap/cu", "tag:thunghiem.example,2023:hoi-dap/mot"]


def test_links_of_both_sections_are_resolved(office):
    office.page("lien-he")
    office.answer("mot", body="## Câu hỏi\n\nXem [đây](/trang/lien-he.md)?\n\n## Trả lời\n\nXem [đó](/trang/lien-he.md).\n")
    site, problems = judged(office)
    assert problems == ()
    (one,) = site.answers
    assert 'href="../trang/lien-he.html"' in one.question.at("../")
    assert 'href="../trang/lien-he.html"' in one.reply.at("../")


# — visits —


def test_counted_visits_are_read_only_where_the_profile_wants_them(office):
    office.write(FILE, '{"days": {"2026-05-01": [3, 5]}, "pages": {"since": "", "until": "", "views": {}}}')
    site, problems = judged(office)
    assert (site.visits, problems) == (None, ())
    office.profile(site={"visits": True})
    site, problems = judged(office)
    assert problems == ()
    assert [(one.day, one.visits) for one in site.visits.days] == [(date(2026, 5, 1), 3)]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"days": {"x": [1, 2]}, "pages": {}}', "[" * 100_000])
def test_a_damaged_count_is_told_and_holds_nothing_up(office, text):
    office.profile(site={"visits": True})
    office.write(FILE, text)
    site, problems = judged(office)
    assert site is not None
    assert [(p.where, p.code) for p in problems] == [(FILE, "visits-file")]
