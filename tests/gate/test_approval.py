"""Approval: a name and a day in front matter, asked for where the profile wants it."""

from pathlib import Path

import pytest

from commands.session import settings_for
from plugins.gate.approval import Waiting
from plugins.gate.examine import Verdict
from plugins.generator import Run, glance, judge
from plugins.model.dates import parse_date
from plugins.model.problems import ContentRefused
from plugins.model.vocab import Standing
from tests.gate.test_agreement import Catalogue

APPROVED = {"approved_by": "Trần Văn Bình", "approved_on": "24/5/2026"}


@pytest.fixture
def commune(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "content")


def verdict(commune: Catalogue) -> Verdict:
    run = Run(parse_date("1/6/2026"), None)
    try:
        return judge(settings_for(commune.content, run), run)[0]
    except ContentRefused as refused:
        return refused.verdict


def approvals(commune: Catalogue) -> list[tuple[str, int, str]]:
    return [(p.path, p.line, p.code) for p in verdict(commune).problems if p.code.startswith("approv")]


def test_nobody_is_asked_for_an_approval_unless_the_profile_wants_it(commune):
    commune.news("a")
    assert verdict(commune).site is not None
    assert verdict(commune).waiting == ()


def test_where_the_profile_wants_it_every_public_item_needs_one(commune):
    commune.profile(check={"approval": True})
    commune.news("co", **APPROVED)
    commune.news("khong")
    commune.news("hen", date="1/7/2026")
    commune.news("nhap", status="nháp")
    commune.news("qua", expires="2/4/2026")
    commune.page("gioi-thieu")
    commune.decision("10")
    assert approvals(commune) == [
        ("quyet-dinh/10.md", 3, "approval-missing"),
        ("tin-tuc/hen.md", 2, "approval-due"),
        ("tin-tuc/khong.md", 2, "approval-missing"),
        ("trang/gioi-thieu.md", 2, "approval-missing"),
    ]
    assert verdict(commune).site is None


def test_an_approved_item_is_published_and_its_approval_is_shown_nowhere(commune):
    commune.profile(check={"approval": True})
    commune.news("a", **APPROVED)
    site = verdict(commune).site
    assert site is not None
    assert [item.path for item in site.news] == ["tin-tuc/a.html"]
    assert "Trần Văn Bình" not in repr(site)


@pytest.mark.parametrize(
    ("keys", "line", "code"),
    [
        ({"approved_by": "đã duyệt", "approved_on": "24/5/2026"}, 5, "approved-name"),
        ({"người duyệt": "x", "ngày duyệt": "24/5/2026"}, 5, "approved-name"),
        ({"approved_by": "Trần Văn Bình"}, 5, "approved-alone"),
        ({"ngày duyệt": "24/5/2026"}, 5, "approved-alone"),
        ({"người duyệt": "Trần Văn Bình", "ngày duyệt": "2/6/2026"}, 6, "approved-later"),
        ({"mã bản duyệt": "abcd1234"}, 5, "approved-alone"),
        ({"approved_text": "bản 2", **APPROVED}, 5, "approved-code"),
        ({**APPROVED, "approved_text": "00000000"}, 7, "approval-changed"),
    ],
)
def test_an_approval_that_is_none_is_told_with_or_without_the_switch(commune, keys, line, code):
    commune.news("a", **keys)
    assert approvals(commune) == [("tin-tuc/a.md", line, code)]


def test_a_day_of_approval_that_is_no_day_is_told_as_any_other(commune):
    commune.news("a", approved_by="Trần Văn Bình", approved_on="31/2/2026")
    assert [(p.line, p.code) for p in verdict(commune).problems] == [(6, "date-impossible")]


def test_every_kind_of_content_can_carry_an_approval(commune):
    commune.profile(check={"approval": True})
    commune.news("a", **APPROVED)
    commune.page("b", **APPROVED)
    commune.procedure("1.001193", status="mới ban hành", decision="10/QĐ-UBND", **APPROVED)
    commune.decision("10", new="1.001193", **APPROVED)
    asked = {"title": "Hỏi?", "asked": "4/5/2026", "answered": "5/5/2026", "unit": "Phòng", "sector": "Hộ tịch", **APPROVED}
    commune._item("hoi-dap/c.md", asked, "## Câu hỏi\n\nA?\n\n## Trả lời\n\nB.")
    commune._item("phan-anh/d.md", {**asked, "outcome": "đã giải quyết"}, "## Câu hỏi\n\nA?\n\n## Trả lời\n\nB.")
    commune._item("van-ban/e.md", {"number": "12/KH-UBND", "title": "Kế hoạch", "date": "15/1/2026", **APPROVED}, "Nội dung.")
    made = verdict(commune)
    assert [p for p in made.problems if p.severity == "lỗi"] == []
    assert made.public == 7


def test_what_waits_is_drafts_and_what_lacks_the_approval_that_is_wanted(commune):
    commune.news("nhap", status="nháp")
    commune.news("duyet", status="nháp", **APPROVED)
    commune.news("a")
    drafts = (Waiting("tin-tuc/duyet.md", "Bài duyet", Standing.DRAFT, None, "Trần Văn Bình"), Waiting("tin-tuc/nhap.md", "Bài nhap", Standing.DRAFT, None))
    assert verdict(commune).waiting == drafts
    commune.profile(check={"approval": True})
    assert verdict(commune).waiting == (Waiting("tin-tuc/a.md", "Bài a", Standing.PUBLIC, None), *drafts)


def code_of(commune: Catalogue, path: str) -> str:
    """The code that a preview of the item shows."""
    run = Run(parse_date("1/6/2026"), None)
    previewed = glance(settings_for(commune.content, run), run, path)[0].previewed
    assert previewed is not None
    return previewed.wording


def test_an_approval_is_one_of_these_words_whatever_else_moves(commune):
    commune.news("a", "UBND phường họp.", status="nháp")
    code = code_of(commune, "tin-tuc/a.md")
    kept = {"status": "published", **APPROVED, "approved_text": f"{code[:4].upper()}-{code[4:]}", "pinned": "có", "updated": "25/5/2026"}
    commune.news("a", "UBND phường họp.  \n", **kept)
    assert approvals(commune) == []
    commune.news("a", "UBND phường họp kín.", **kept)
    assert approvals(commune) == [("tin-tuc/a.md", 8, "approval-changed")]
    commune.news("a", "UBND phường họp.", summary="Thêm một câu.", **kept)
    assert [code for *_, code in approvals(commune)] == ["approval-changed"]


def test_what_was_changed_after_its_approval_waits_again_also_as_a_draft(commune):
    commune.news("a", "Bản hai.", **APPROVED, approved_text="00000000")
    commune.news("b", "Bản hai.", status="nháp", **APPROVED, approved_text="00000000")
    assert [(one.path, one.approved, one.before) for one in verdict(commune).waiting] == [("tin-tuc/a.md", "", "Trần Văn Bình"), ("tin-tuc/b.md", "", "Trần Văn Bình")]


def test_a_change_that_is_told_after_the_approval_needs_another_where_approvals_are_wanted(commune):
    commune.news("a", updated="25/5/2026", **APPROVED)
    assert approvals(commune) == []
    commune.profile(check={"approval": True})
    assert approvals(commune) == [("tin-tuc/a.md", 5, "approval-older")]
    commune.news("a", updated="24/5/2026 18:00", **APPROVED)
    assert approvals(commune) == []
