"""Pages of answers: lists by year, days taken, what a new answer changes, linked data."""

import json
from dataclasses import replace

from plugins.answers.plan import plan
from plugins.model.page import Link
from plugins.procedures.page import QUESTIONS
from tests.factory import ROOM_NAMES, by_path, prose, site
from tests.factory import plan as plan_all
from tests.rooms.answers.records import answer, answered, complaint
from tests.rooms.procedures.records import announced

LIMITS = {"basis": "Quy chế mẫu", "days": 5, "days_joint": 7, "days_longest": 10}


def facts(of, path: str) -> dict[str, str]:
    return {fact.label: fact.text for fact in by_path(plan(of))[path].view.facts}


def test_a_site_without_answers_has_no_page_of_them():
    assert list(plan(site())) == []


def test_each_kind_has_its_entry_page_its_years_and_a_page_an_answer():
    of = answered(site(), [answer(), answer("cu", answered="2025-03-03"), complaint()])
    made = by_path(plan(of))
    assert sorted(made) == [
        *("hoi-dap/cu.html", "hoi-dap/index.html", "hoi-dap/mot.html", "hoi-dap/nam-2025.html", "hoi-dap/nam-2026.html"),
        *("phan-anh/hai.html", "phan-anh/index.html", "phan-anh/nam-2026.html"),
    ]
    entry = made["hoi-dap/index.html"].view
    assert [line.title for line in entry.latest] == ["Câu mot?", "Câu cu?"]
    assert [(year.label, year.href, year.count) for year in entry.years] == [("Năm 2026", "hoi-dap/nam-2026.html", 1), ("Năm 2025", "hoi-dap/nam-2025.html", 1)]
    assert entry.other == Link("Kết quả trả lời phản ánh, kiến nghị", "phan-anh/index.html")
    assert [line.title for line in made["hoi-dap/nam-2025.html"].view.rows] == ["Câu cu?"]


def test_a_kind_without_answers_is_not_linked_to():
    made = by_path(plan(answered(site(), [answer()])))
    assert made["hoi-dap/index.html"].view.other is None
    assert not [path for path in made if path.startswith("phan-anh/")]


def test_a_page_tells_both_days_who_answered_and_the_outcome_and_names_nobody_who_asked():
    of = answered(site(), [answer(), complaint()])
    assert facts(of, "hoi-dap/mot.html") == {
        "Ngày hỏi": "09/04/2026",
        "Ngày trả lời": "14/04/2026",
        "Thời gian trả lời": "3 ngày làm việc",
        "Đơn vị trả lời": "Trung tâm Phục vụ hành chính công",
        "Lĩnh vực": "Hộ tịch",
    }
    told = facts(of, "phan-anh/hai.html")
    assert (told["Kết quả"], told["Kênh tiếp nhận"]) == ("Đã giải quyết", "Đường dây nóng")
    assert "Ngày nhận phản ánh" in told


def test_days_are_judged_only_where_the_profile_names_a_rule():
    of = answered(site(answers=LIMITS), [answer(limit=5), answer("muon", limit=5, days=8), answer("ngay", limit=5, days=0)])
    assert facts(of, "hoi-dap/mot.html")["Thời gian trả lời"] == "3 ngày làm việc, đúng hạn (hạn 5 ngày làm việc, theo Quy chế mẫu)"
    assert facts(of, "hoi-dap/muon.html")["Thời gian trả lời"] == "8 ngày làm việc, chậm 3 ngày (hạn 5 ngày làm việc, theo Quy chế mẫu)"
    assert facts(of, "hoi-dap/ngay.html")["Thời gian trả lời"] == "Trong ngày, đúng hạn (hạn 5 ngày làm việc, theo Quy chế mẫu)"
    made = by_path(plan(of))
    assert made["hoi-dap/nam-2026.html"].view.told == "3 câu hỏi; 2/3 được trả lời đúng hạn."
    assert {line.title: line.taken for line in made["hoi-dap/index.html"].view.latest}["Câu muon?"] == "8 ngày làm việc, chậm hạn"


def test_without_a_rule_or_a_calendar_nothing_is_judged():
    of = answered(site(), [answer(), answer("xa", days=None)])
    assert "Thời gian trả lời" not in facts(of, "hoi-dap/xa.html")
    assert by_path(plan(of))["hoi-dap/nam-2026.html"].view.told == "2 câu hỏi."


def test_a_page_shows_earlier_answers_of_its_kind_and_the_procedures_it_is_about():
    of = announced(site())
    code = of.procedures[0].code
    of = answered(of, [answer(procedures=(code, "9.999999")), answer("cu", answered="2026-04-01"), complaint(answered="2026-04-02")])
    view = by_path(plan(of))["hoi-dap/mot.html"].view
    assert [line.title for line in view.others] == ["Câu cu?"]
    assert [link.href for link in view.procedures] == [f"thu-tuc/{code}.html"]


def test_a_new_answer_changes_lists_feed_home_and_its_procedure_and_no_older_answer():
    of = announced(site())
    code = next(p.code for p in of.procedures if p.in_force)
    old = [answer(f"cu-{n}", answered=f"2026-03-{n:02d}") for n in range(1, 12)]
    before = {made.path: repr((made, made.view)) for made in plan_all(answered(of, old))}
    after = {made.path: repr((made, made.view)) for made in plan_all(answered(of, [*old, answer("moi", procedures=(code,))]))}
    assert after.keys() - before.keys() == {"hoi-dap/moi.html"}
    changed = {path for path in before if before[path] != after[path] and not path.startswith("tim-kiem/")}
    assert changed == {
        "hoi-dap/index.html",
        "hoi-dap/nam-2026.html",
        f"thu-tuc/{code}.html",
        *(f"feeds/tra-loi.{kind}" for kind in ("atom.xml", "json", "rss.xml")),
        *("sitemap.xml", "sitemap-trang.xml"),
    }


def test_a_procedure_links_to_the_latest_questions_about_it_and_an_earlier_version_to_none():
    of = announced(site())
    current = next(p for p in of.procedures if p.in_force)
    earlier = replace(current, path="thu-tuc/cu.html", publication=replace(current.publication, effective_to=current.publication.issued))
    many = [answer(f"c{n}", answered=f"2026-03-{n:02d}", procedures=(current.code,)) for n in range(1, QUESTIONS + 3)]
    made = by_path(plan_all(answered(replace(of, procedures=(*of.procedures, earlier)), many)))
    asked = made[current.path].view.questions
    assert len(asked) == QUESTIONS
    assert asked[0].href == f"hoi-dap/c{QUESTIONS + 2}.html"
    assert made["thu-tuc/cu.html"].view.questions == ()


def test_a_question_is_linked_data_in_plain_text_and_a_complaint_is_not():
    body = "<h2>Câu hỏi</h2><p>Hỏi <b>gì</b> &amp; &lt;b&gt;?</p><h2>Trả lời</h2><p>Đáp.</p>"
    made = by_path(plan(answered(site(), [answer(body=prose(body)), complaint()])))
    text = made["hoi-dap/mot.html"].view.data
    assert "<" not in text
    question = json.loads(text)["mainEntity"]
    assert (question["name"], question["text"], question["acceptedAnswer"]["text"]) == ("Câu mot?", "Hỏi gì & <b>?", "Đáp.")
    assert question["acceptedAnswer"]["url"] == "https://thunghiem.example/hoi-dap/mot.html"
    assert made["phan-anh/hai.html"].view.data == ""


def test_home_and_site_map_lead_to_the_lists_that_there_are():
    made = by_path(plan_all(answered(site(), [complaint()])))
    links = [link.href for link in made["index.html"].view.quick]
    assert "phan-anh/index.html" in links
    assert "hoi-dap/index.html" not in links
    (section,) = [s for s in made["so-do-trang.html"].view.sections if s.label == "Hỏi – đáp, phản ánh, kiến nghị"]
    assert [link.href for link in section.links] == ["phan-anh/index.html"]


def test_both_kinds_stand_in_one_feed_under_the_day_of_the_answer():
    of = answered(site(), [answer(), complaint()])
    made = by_path(plan_all(of))
    told = json.loads(made["feeds/tra-loi.json"].make(made["feeds/tra-loi.json"].view))
    assert [item["title"] for item in told["items"]] == ["Câu hai?", "Câu mot?"]
    assert told["items"][1]["date_published"].startswith("2026-04-14T00:00:00+07:00")


def test_the_feed_is_there_and_empty_before_the_first_answer_and_gone_only_with_the_room():
    empty = by_path(plan_all(site()))["feeds/tra-loi.json"]
    assert json.loads(empty.make(empty.view))["items"] == []
    assert "feeds/tra-loi.json" not in by_path(plan_all(site(rooms=ROOM_NAMES - {"answers"})))
