"""The page of a procedure: what to bring, where, how long, how much; where it stands; linked data."""

import json
from datetime import date

import pytest

from plugins.model.decision import Change
from plugins.model.page import Link
from plugins.model.procedure import (
    ChannelKind,
    EvidenceCase,
    EvidenceKind,
    Form,
    LocalOverlay,
    OnlineLevel,
    ProcedureStatus,
)
from plugins.model.prose import Prose
from plugins.procedures import plan
from tests.factory import by_path, site
from tests.rooms.procedures.records import NOTHING, channel, decision, paper, procedure, with_records

NOTE, SHOW, DATABASE = EvidenceKind.NOTE, EvidenceKind.SHOW, EvidenceKind.DATABASE


def view(*procedures, code: str = "1.001193", decisions=()):
    return by_path(plan(with_records(procedures or (procedure(),), tuple(decisions))))[f"thu-tuc/{code}.html"].view


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ((), ""),
        ((EvidenceCase("", (paper(), paper("Căn cước", SHOW), paper("Lưu ý", NOTE))),), "2 giấy tờ"),
        ((EvidenceCase("Giấy tờ phải nộp", (paper(),)), EvidenceCase("Giấy tờ phải xuất trình", (paper("Căn cước", SHOW),))), "2 giấy tờ"),
        ((EvidenceCase("", (paper(),)), EvidenceCase("Trường hợp 1", (paper(), paper("b"))), EvidenceCase("Trường hợp 2", (paper(),))), "2–3 giấy tờ, tùy trường hợp"),
        ((EvidenceCase("", (paper("Giấy chứng sinh", DATABASE),)),), "Không phải mang giấy tờ"),
        ((EvidenceCase("", tuple(paper(f"Giấy {n}") for n in range(40))),), "Danh mục có 40 giấy tờ cho nhiều trường hợp; chỉ mang giấy tờ của trường hợp mình"),
    ],
)
def test_the_first_screen_counts_papers_to_bring_and_no_notes(cases, said):
    assert view(procedure(evidence=cases)).papers == said


def test_a_note_and_what_is_taken_from_a_database_have_no_box_to_tick():
    case = EvidenceCase("", (paper("Tờ khai", EvidenceKind.SUBMIT, "1", "2"), paper("Căn cước", SHOW), paper("Lưu ý", NOTE, "0", "0"), paper("Chứng sinh", DATABASE)))
    (group,) = view(procedure(evidence=(case,))).evidence
    assert [(one.name, one.tick, one.counts) for one in group.papers] == [
        ("Tờ khai", True, "1 bản chính, 2 bản sao"),
        ("Căn cước", True, "1 bản chính"),
        ("Lưu ý", False, ""),
        ("Chứng sinh", False, "1 bản chính"),
    ]
    assert group.papers[1].kind.startswith("Xuất trình")


def test_every_form_is_listed_once():
    form = Form("Mẫu 01", "tai-lieu/mau-01.docx", 35_000, "docx")
    cases = (EvidenceCase("Trường hợp 1", (paper("a", EvidenceKind.SUBMIT, "1", "", form),)), EvidenceCase("Trường hợp 2", (paper("b", EvidenceKind.SUBMIT, "1", "", form),)))
    assert view(procedure(evidence=cases)).forms == (form,)


def test_one_time_limit_for_several_channels_is_said_once():
    channels = (channel(time="03 ngày"), channel(ChannelKind.ONLINE, "03 ngày"), channel(ChannelKind.POST, "05 ngày", ""))
    shown = view(procedure(channels=channels))
    assert [(term.label, term.text) for term in shown.times] == [("Trực tiếp, Trực tuyến", "03 ngày"), ("Dịch vụ bưu chính", "05 ngày")]
    assert [term.label for term in shown.costs] == ["Trực tiếp, Trực tuyến"]


def test_the_units_own_address_comes_before_the_announced_one():
    local = LocalOverlay("Trung tâm PVHCC phường", "7 giờ 30 – 17 giờ", "0200 3850 118", "", "")
    places = view(procedure(local=local, receiving_address="Nơi khác")).places
    assert [fact.text for fact in places] == ["Trung tâm PVHCC phường", "UBND phường", "7 giờ 30 – 17 giờ", "0200 3850 118"]
    assert "Nơi khác" in [fact.text for fact in view(procedure(receiving_address="Nơi khác")).places]


def test_the_button_leads_to_the_procedure_or_to_the_portal_with_the_code_to_look_for():
    assert view(procedure(portal_link="https://dichvucong.gov.vn/x")).portal == Link("Nộp trên Cổng Dịch vụ công quốc gia", "https://dichvucong.gov.vn/x")
    assert view(procedure(online_level=OnlineLevel.INFORMATION, portal_link="https://dichvucong.gov.vn/x")).portal.label.startswith("Xem")
    unknown = view(procedure()).portal
    assert "1.001193" in unknown.label
    assert unknown.href == "https://dichvucong.gov.vn"


def test_parts_that_are_not_announced_are_empty_and_nothing_is_made_up():
    bare = view(procedure(channels=(), steps=(), evidence=(), outputs=(), legal_resources=(), file_count="", executing_authority="", audience=()))
    assert (bare.papers, bare.times, bare.costs, bare.steps, bare.evidence, bare.audience, bare.authorities, bare.legal) == ("", (), (), (), (), (), (), ())
    assert bare.conditions is None
    assert bare.extra is None


# — where it stands —


def test_a_procedure_that_simply_is_in_force_has_no_banner():
    assert view().banner is None


def test_an_amended_procedure_tells_since_when_and_what_changed_and_links_the_decision():
    amended = procedure(status=ProcedureStatus.AMENDED, changes="Rút ngắn thời hạn.")
    shown = view(amended, decisions=[decision("1250/QĐ-UBND", date(2026, 3, 2), Change("1.001193", ProcedureStatus.AMENDED))])
    banner = shown.banner
    assert banner.kind == "amended"
    assert banner.text == "Thủ tục được sửa đổi, bổ sung. Áp dụng từ ngày 10/03/2026."
    assert shown.changes == "Rút ngắn thời hạn."
    assert banner.links == (Link("Quyết định 1250/QĐ-UBND", "quyet-dinh/1250-qd-ubnd-2026.html"),)


@pytest.mark.parametrize(
    ("ended", "page"),
    [({"status": ProcedureStatus.ABOLISHED}, "1.001193"), ({"replaced_by": "1.000002"}, "1.001193"), ({"effective_to": date(2026, 3, 9)}, "1.001193/den-2026-03-09")],
)
def test_what_no_longer_applies_does_not_tell_what_was_new_in_it(ended, page):
    over = procedure(**{"status": ProcedureStatus.AMENDED, "changes": "Rút ngắn thời hạn.", **ended})
    assert view(over, code=page).changes == ""


def test_an_abolished_procedure_keeps_its_page_with_the_reason_and_the_day_of_effect():
    gone = procedure(status=ProcedureStatus.ABOLISHED, abolished_by="Nghị định số 280/2025/NĐ-CP")
    act = decision("9/QĐ-UBND", date(2026, 5, 4), Change("1.001193", ProcedureStatus.ABOLISHED), effective_from=date(2026, 5, 16))
    banner = view(gone, decisions=[act]).banner
    assert banner.kind == "abolished"
    assert banner.text.endswith("Từ ngày 16/05/2026. Theo Nghị định số 280/2025/NĐ-CP.")
    assert view(gone).banner.text.endswith("Từ ngày 10/03/2026. Theo Nghị định số 280/2025/NĐ-CP.")


def test_a_replaced_procedure_leads_to_its_successor_and_back():
    old, new = procedure("1.000004", replaced_by="1.000005"), procedure("1.000005", status=ProcedureStatus.REPLACING)
    assert view(old, new, code="1.000004").banner.links[0] == Link("Làm theo thủ tục thay thế: Thủ tục 1.000005", "thu-tuc/1.000005.html")
    assert view(old, new, code="1.000005").banner.links[0] == Link("Thay cho: Thủ tục 1.000004", "thu-tuc/1.000004.html")
    assert view(old, code="1.000004").banner.links[0].href == ""


def test_what_is_over_says_so_in_its_title_so_that_namesakes_are_told_apart():
    ended = procedure("1.000003", status=ProcedureStatus.ABOLISHED)
    old, new = procedure("1.000004", replaced_by="1.000005"), procedure("1.000005", status=ProcedureStatus.REPLACING)
    made = by_path(plan(with_records((ended, old, new))))
    titles = [made[one.path].title.removeprefix(one.title) for one in (ended, old, new)]
    assert titles == [" (đã bị bãi bỏ)", " (đã bị thay thế)", ""]


def test_an_earlier_version_links_to_the_current_one_which_lists_it():
    made = by_path(plan(with_records((procedure(), procedure(effective_to=date(2026, 3, 9)), procedure(effective_to=date(2025, 6, 30))))))
    earlier = made["thu-tuc/1.001193/den-2026-03-09.html"].view
    assert earlier.banner.links == (Link("Xem nội dung đang áp dụng", "thu-tuc/1.001193.html"),)
    assert earlier.data == ""
    assert [link.href for link in earlier.versions] == ["thu-tuc/1.001193/den-2025-06-30.html"]
    assert [link.href for link in made["thu-tuc/1.001193.html"].view.versions] == [
        "thu-tuc/1.001193/den-2026-03-09.html",
        "thu-tuc/1.001193/den-2025-06-30.html",
    ]
    titles = [page.title for page in made.values() if getattr(page, "template", "") == "procedure.html"]
    assert len(titles) == len(set(titles))


def test_publication_tells_the_days_and_links_the_decision_written_another_way():
    one = procedure(decision="Quyết định số 1250/QĐ-UBND", compared_on=date(2026, 6, 1), compared_by="Bà Mẫu", next_due=date(2026, 8, 30))
    facts = {fact.label: fact for fact in view(one, decisions=[decision()]).facts}
    assert facts["Quyết định công bố"].href == "quyet-dinh/1250-qd-ubnd-2026.html"
    assert facts["Đăng trên trang này"].text == "04/03/2026, sau ngày ký quyết định 2 ngày làm việc"
    assert facts["Đối chiếu với Cơ sở dữ liệu quốc gia"].text == "01/06/2026, người đối chiếu: Bà Mẫu"
    assert facts["Phải đối chiếu lại trước"].text == "30/08/2026"
    another = {fact.label: fact for fact in view(one, decisions=[decision(day=date(2025, 3, 2))]).facts}
    assert another["Quyết định công bố"].href == ""


def test_a_new_procedure_of_a_sector_changes_only_the_pages_of_its_neighbours():
    codes = [f"1.0001{n:02d}" for n in range(0, 60, 2)]
    before = by_path(plan(with_records(tuple(map(procedure, codes)))))
    after = by_path(plan(with_records(tuple(map(procedure, [*codes, "1.000129"])))))
    changed = [path for path in before if path.count("/") == 1 and path[8].isdigit() and repr(before[path]) != repr(after[path])]
    assert 1 <= len(changed) <= 6
    assert all(len(page.view.others) == 6 for path, page in before.items() if page.__class__.__name__ == "Page" and page.template == "procedure.html")


# — linked data —


def test_linked_data_is_valid_json_and_cannot_end_its_element():
    hostile = "</script><script>alert(1)</script>"
    data = view(procedure(title=hostile, description=hostile, outputs=(hostile,), channels=(channel(note=hostile, cost=hostile),))).data
    assert "<" not in data
    read = json.loads(data)
    assert read["@type"] == "GovernmentService"
    assert read["name"] == read["description"] == read["serviceOutput"][0]["name"] == hostile
    assert read["url"] == "https://thunghiem.example/thu-tuc/1.001193.html"
    assert read["provider"]["name"] == "Phường Thử Nghiệm"


def test_linked_data_names_the_channels_and_leaves_out_what_is_unknown():
    read = json.loads(view(procedure(audience=(), outputs=(), portal_link="https://dichvucong.gov.vn/x")).data)
    assert {channel["name"]: channel.get("serviceUrl") for channel in read["availableChannel"]} == {"Trực tiếp": None, "Trực tuyến": "https://dichvucong.gov.vn/x"}
    assert not {"audience", "serviceOutput", "description"} & read.keys()


def test_what_no_longer_applies_is_not_offered_as_a_service():
    assert view(procedure(status=ProcedureStatus.ABOLISHED, abolished_by="x")).data == ""
    assert view(procedure(replaced_by="1.000005")).data == ""


def test_prose_without_text_is_no_part():
    assert view(procedure(conditions_prose=NOTHING)).conditions is None
    assert view(procedure(conditions_prose=Prose("x", "<p>Đủ 18 tuổi.</p>"))).conditions.html == "<p>Đủ 18 tuổi.</p>"


def test_a_site_without_procedures_and_decisions_has_no_pages_of_the_room():
    assert list(plan(site())) == []
