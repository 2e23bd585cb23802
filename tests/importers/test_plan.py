"""Importing again: what an officer added stays, what a decision replaces is kept as an earlier version."""

from dataclasses import replace
from datetime import date

from importers.extract import Extract, Harvest, Origin
from importers.plan import State
from importers.write import write_plan
from tests.importers.conftest import CODE, TODAY, told

FACTS = {"title": "Đăng ký khai sinh", "sector": "Hộ tịch", "level": "Cấp xã", "decision": "Quyết định số 163/QĐ-BTP", "status": "hiện hành"}
FIRST = Extract(
    CODE,
    FACTS,
    steps=(("", "Nộp hồ sơ."),),
    channels=(("Trực tiếp", "1 Ngày", "Miễn phí", ""),),
    evidence=(("", "Tờ khai", "", "1", "", "Mẫu [01].docx\nMẫu 02.docx"),),
    outputs=("Giấy khai sinh",),
    conditions="Có giấy chứng sinh.",
    legal=(("60/2014/QH13", "Luật Hộ tịch", "", "", ""),),
    where="nguồn",
)
PATH = f"thu-tuc/ho-tich/{CODE}.md"
OVERLAY = {
    "life_event": "Có con nhỏ",
    "keywords": "khai sinh; trẻ em",
    "online_level": "toàn trình",
    "post_receive": "có",
    "post_return": "có",
    "one_stop": "có",
    "borderless": "có",
    "decision_date": "16/11/2025",
    "decision_issuer": "Chủ tịch UBND tỉnh",
    "effective_from": "16/11/2025",
    "changes": "Giảm thời hạn.",
    "posted_on": "18/11/2025",
    "replaced_by": "1.014383",
    "compared_on": "01/11/2026",
    "compared_by": "Nguyễn Thị Hạnh",
    "next_due": "01/02/2027",
    "local_address": "Số 18 đường Bến Lam",
    "local_hours": "7 giờ 30",
    "local_phone": "0200 3850 117",
    "local_cost": "8.000 đồng",
    "local_note": "Thứ Năm nghỉ.",
}
OWN = "## Thông tin thêm\n\nHỏi bà Hạnh, [bản đồ](../../trang/ban-do.md).\n\n### Giờ\n\n- Sáng"


def by_hand(commune, *, links: bool = True) -> None:
    """The file after an officer's work on it."""
    text = commune.text(PATH)
    lines = "".join(f"{key}: {value}\n" for key, value in OVERLAY.items())
    text = text.replace('status: "hiện hành"\n', f'status: "sửa đổi, bổ sung"\n{lines}')
    if links:
        text = text.replace("Mẫu \\[01\\].docx", "[Mẫu \\[01\\].docx](../../tai-lieu/mau-01.docx)")
    commune.write(PATH, text.rstrip() + f"\n\n{OWN}\n")


def test_a_second_import_changes_no_byte(commune):
    commune.apply(FIRST)
    before = commune.files()
    assert commune.apply(FIRST).count(State.SAME) == 1
    assert commune.files() == before


def test_a_file_with_an_officers_work_is_not_touched_when_the_source_is_the_same(commune):
    commune.apply(FIRST)
    by_hand(commune)
    before = commune.files()
    assert commune.apply(FIRST).count(State.SAME) == 1
    assert commune.files() == before


def test_what_an_officer_added_stays_when_the_source_changes(commune):
    commune.apply(FIRST)
    by_hand(commune)
    changed = replace(FIRST, conditions="Có giấy chứng sinh hoặc cam đoan.")
    (change,) = commune.apply(changed).changes
    assert (change.state, change.what) == (State.CHANGED, ("Yêu cầu, điều kiện thực hiện",))
    text = commune.text(PATH)
    assert all(f'{key}: "{value}"' in text for key, value in OVERLAY.items())
    assert 'status: "sửa đổi, bổ sung"' in text
    assert text.endswith(f"\n\n{OWN}\n")
    assert "[Mẫu \\[01\\].docx](../../tai-lieu/mau-01.docx)<br>Mẫu 02.docx" in text
    assert "hoặc cam đoan" in text
    assert list(commune.files()) == [PATH]


def test_keywords_of_the_source_replace_those_of_the_file(commune):
    commune.apply(FIRST)
    by_hand(commune)
    commune.apply(replace(FIRST, facts=FACTS | {"keywords": "hộ tịch"}))
    assert 'keywords: "hộ tịch"' in commune.text(PATH)


def test_what_the_source_leaves_empty_stays_under_the_same_decision(commune):
    commune.apply(FIRST)
    before = commune.files()
    assert commune.apply(replace(FIRST, conditions="", facts={k: v for k, v in FACTS.items() if k != "level"})).count(State.SAME) == 1
    assert commune.files() == before


SECOND = replace(FIRST, facts=FACTS | {"decision": "200/QĐ-BTP", "decision_date": "10/03/2026"}, conditions="", steps=(("", "Nộp trực tuyến."),))


def test_a_new_decision_keeps_the_old_file_as_an_earlier_version(commune):
    commune.apply(FIRST)
    by_hand(commune)
    commune.apply(SECOND)
    version = f"thu-tuc/ho-tich/phien-ban/{CODE}-2026-03-09.md"
    assert list(commune.files()) == [PATH, version]
    old, new = commune.text(version), commune.text(PATH)
    assert 'effective_to: "09/03/2026"' in old
    assert 'decision: "Quyết định số 163/QĐ-BTP"' in old
    assert "Nộp hồ sơ." in old
    assert "](../../../tai-lieu/mau-01.docx)" in old
    assert all(f'{key}: "{value}"' in old for key, value in OVERLAY.items())
    assert 'decision: "200/QĐ-BTP"' in new
    assert "Có giấy chứng sinh" not in new
    assert 'local_note: "Thứ Năm nghỉ."' in new
    assert 'online_level: "toàn trình"' in new
    assert "## Thông tin thêm" in new


def test_what_was_said_of_the_old_decision_goes_with_it_and_is_told(commune):
    commune.apply(FIRST)
    by_hand(commune)
    plan = commune.apply(SECOND)
    new = commune.text(PATH)
    assert [code for code, _ in told(plan)] == ["import-posting"]
    assert not any(key in new for key in ("posted_on", "effective_from", "effective_to", "changes:", "decision_issuer"))
    assert 'decision_date: "10/03/2026"' in new
    assert 'status: "hiện hành"' in new


def test_a_second_import_after_a_new_decision_changes_no_byte(commune):
    commune.apply(FIRST)
    commune.apply(SECOND)
    before = commune.files()
    assert commune.apply(SECOND).count(State.SAME) == 1
    assert commune.files() == before


def test_without_a_date_the_old_version_ends_yesterday_and_names_stay_apart(commune):
    commune.apply(FIRST)
    for number in (200, 201):
        commune.apply(replace(FIRST, facts=FACTS | {"decision": f"{number}/QĐ-BTP"}), date(2026, 6, 1))
    folder = f"thu-tuc/ho-tich/phien-ban/{CODE}-2026-05-31"
    assert list(commune.files()) == [PATH, f"{folder}-2.md", f"{folder}.md"]


def test_the_same_decision_in_other_words_is_no_new_decision(commune):
    commune.apply(FIRST)
    commune.apply(replace(FIRST, facts=FACTS | {"decision": "163/QĐ-BTP"}))
    assert list(commune.files()) == [PATH]


def test_a_file_that_had_no_decision_leaves_no_version(commune):
    commune.apply(replace(FIRST, facts={k: v for k, v in FACTS.items() if k != "decision"}))
    commune.apply(FIRST)
    assert list(commune.files()) == [PATH]


def test_another_sector_moves_the_file(commune):
    commune.apply(FIRST)
    by_hand(commune)
    commune.apply(replace(FIRST, facts=FACTS | {"sector": "Tư pháp"}))
    assert list(commune.files()) == [f"thu-tuc/tu-phap/{CODE}.md"]
    assert "local_note" in commune.text(f"thu-tuc/tu-phap/{CODE}.md")


def test_a_file_that_an_officer_put_elsewhere_is_found_by_its_code(commune):
    commune.apply(FIRST)
    commune.write("thu-tuc/khac/khai-sinh.md", commune.text(PATH).replace(f'"{CODE}"', f'"{CODE}.000.00.00.H29"'))
    (commune.content / PATH).unlink()
    assert commune.apply(FIRST).count(State.SAME) == 1
    commune.apply(replace(FIRST, conditions="Khác."))
    assert list(commune.files()) == ["thu-tuc/khac/khai-sinh.md"]
    assert f'code: "{CODE}.000.00.00.H29"' in commune.text("thu-tuc/khac/khai-sinh.md")


def test_a_procedure_that_the_workbook_does_not_name_is_missing_and_stays(commune):
    commune.apply(FIRST)
    other = replace(FIRST, code="1.000894", facts=FACTS | {"title": "Kết hôn"})
    plan = commune.apply(other)
    assert [(c.state, c.code) for c in plan.changes] == [(State.NEW, "1.000894"), (State.MISSING, CODE)]
    assert PATH in commune.files()
    detail = commune.plan(Harvest((replace(other, origin=Origin.DETAIL),)))
    assert detail.count(State.MISSING) == 0


def test_a_list_updates_facts_and_never_touches_the_parts(commune):
    commune.apply(FIRST)
    by_hand(commune)
    body = commune.text(PATH).split("---\n", 2)[2]
    listed = {"title": "Đăng ký khai sinh (mới)", "sector": "Hộ tịch", "decision_issuer": "Bộ Tư pháp", "executing_authority": "UBND cấp xã"}
    commune.apply(Extract(CODE, listed, known=frozenset(), origin=Origin.LIST))
    text = commune.text(PATH)
    assert text.split("---\n", 2)[2] == body
    assert 'title: "Đăng ký khai sinh (mới)"' in text
    assert 'decision_issuer: "Chủ tịch UBND tỉnh"' in text
    assert 'executing_authority: "UBND cấp xã"' in text


def test_a_new_code_of_a_list_becomes_a_draft_until_its_parts_are_imported(commune):
    listed = Extract(CODE, {"title": "Đăng ký khai sinh", "sector": "Hộ tịch"}, known=frozenset(), origin=Origin.LIST)
    commune.apply(listed)
    assert 'status: "nháp"' in commune.text(PATH)
    assert commune.apply(listed).count(State.SAME) == 1
    commune.apply(FIRST)
    assert 'status: "hiện hành"' in commune.text(PATH)


def test_a_draft_that_an_officer_made_stays_a_draft(commune):
    commune.apply(FIRST)
    commune.write(PATH, commune.text(PATH).replace('"hiện hành"', '"nháp"'))
    commune.apply(replace(FIRST, conditions="Khác."))
    assert 'status: "nháp"' in commune.text(PATH)


def test_an_abolished_procedure_is_not_revived_by_an_older_source(commune):
    commune.apply(FIRST)
    commune.write(PATH, commune.text(PATH).replace('"hiện hành"', '"bãi bỏ"\nabolished_by: "Nghị định 280/2025/NĐ-CP"'))
    plan = commune.apply(FIRST)
    assert [code for code, _ in told(plan)] == ["import-still-abolished"]
    assert plan.count(State.SAME) == 1


def test_a_file_with_errors_is_not_overwritten(commune):
    commune.apply(FIRST)
    commune.write(PATH, "---\ncode: 1.001193\nkhóa lạ: x\n---\n\nNội dung.\n")
    before = commune.files()
    plan = commune.apply(FIRST)
    assert told(plan) == [("import-shelf", PATH)]
    assert plan.count(State.REFUSED) == 1
    assert commune.files() == before


def test_a_link_that_leads_out_of_the_content_folder_is_not_followed(commune, tmp_path):
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (commune.content / "thu-tuc").mkdir()
    (commune.content / "thu-tuc" / "ho-tich").symlink_to(outside)
    problems = write_plan(commune.plan(Harvest((FIRST,))), commune.content)
    assert [p.code for p in problems] == ["import-place"]
    assert list(outside.iterdir()) == []


def test_nothing_half_written_is_left_when_the_disk_refuses(commune, monkeypatch):
    import os

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    commune.apply(FIRST)
    before = commune.files()
    monkeypatch.setattr(os, "fsync", refuse)
    plan = commune.plan(Harvest((replace(FIRST, conditions="Khác."),)), TODAY)
    assert [p.code for p in write_plan(plan, commune.content)] == ["import-place"]
    assert commune.files() == before
    assert [p.name for p in (commune.content / "thu-tuc" / "ho-tich").iterdir()] == [f"{CODE}.md"]


def test_the_provinces_decision_in_the_place_of_the_ministrys_stays_until_the_source_names_a_new_one(commune):
    commune.apply(FIRST)
    mine = commune.text(PATH).replace('\ndecision: "Quyết định số 163/QĐ-BTP"', '\ndecision: "2637/QĐ-UBND"\nposted_on: "18/11/2025"')
    commune.write(PATH, mine)
    again = commune.apply(FIRST)
    assert again.count(State.SAME) == 1
    assert list(commune.files()) == [PATH]
    commune.apply(replace(FIRST, conditions="Khác."))
    assert 'decision: "2637/QĐ-UBND"' in commune.text(PATH)
    assert 'posted_on: "18/11/2025"' in commune.text(PATH)
    commune.apply(SECOND)
    assert len(list(commune.files())) == 2
    assert 'decision: "200/QĐ-BTP"' in commune.text(PATH)
