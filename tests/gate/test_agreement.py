"""Procedures and publication decisions, and where they must agree."""

from pathlib import Path

import pytest

from commands.session import settings_for
from plugins.generator import Run, judge
from plugins.model.dates import parse_date
from plugins.model.problems import ContentRefused, Problem
from plugins.model.site import Site
from tests.commune import Commune

BODY = """## Trình tự thực hiện

Bước 1: nộp hồ sơ.

## Cách thức thực hiện

| Hình thức nộp | Thời hạn giải quyết | Phí, lệ phí | Mô tả |
|---|---|---|---|
| Trực tiếp | 03 ngày làm việc | Không | |

## Thành phần hồ sơ

| Tên giấy tờ | Mẫu đơn, tờ khai | Bản chính | Bản sao |
|---|---|---|---|
| Tờ khai | | 1 | 0 |

Số lượng hồ sơ: 01 bộ
"""


class Catalogue(Commune):
    """A commune with procedures and decisions."""

    def procedure(self, code: str, body: str = BODY, name: str = "", **keys: str) -> Path:
        facts = {"title": f"Thủ tục {code}", "sector": "Hộ tịch", "audience": "Công dân", "executing_authority": "UBND xã"} | keys
        head = "\n".join(f"{key}: {value}" for key, value in {"code": code, **facts}.items() if value)
        return self.write(f"thu-tuc/ho-tich/{name or code}.md", f"---\n{head}\n---\n\n{body}")

    def decision(self, name: str, **keys: str) -> Path:
        facts = {"number": "10/QĐ-UBND", "title": "Công bố danh mục", "date": "16/3/2026", "issuer": "Chủ tịch UBND tỉnh"} | keys
        head = "\n".join(f"{key}: {value}" for key, value in facts.items())
        return self.write(f"quyet-dinh/{name}.md", f"---\n{head}\n---\n\nNội dung quyết định.\n")


@pytest.fixture
def commune(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "content")


def judged(commune: Commune, now: str = "1/6/2026") -> tuple[Site | None, tuple[Problem, ...]]:
    run = Run(parse_date(now), None)
    try:
        verdict, _ = judge(settings_for(commune.content, run), run)
    except ContentRefused as refused:
        return None, refused.problems
    return verdict.site, verdict.problems


def codes(commune: Commune, now: str = "1/6/2026") -> list[tuple[str, int, str]]:
    return [(p.path.rpartition("/")[2], p.line, p.code) for p in judged(commune, now)[1]]


def test_a_decision_and_the_procedures_that_it_names_agree(commune):
    commune.procedure("1.000001", decision="10/QĐ-UBND", status="mới ban hành")
    commune.procedure("1.000002", decision="Quyết định số 10/QĐ-UBND", status="sửa đổi, bổ sung")
    commune.procedure("1.000003", status="bãi bỏ", abolished_by="Nghị định 280/2025/NĐ-CP", decision="10/QĐ-UBND")
    commune.procedure("1.000004", replaced_by="1.000001")
    commune.decision("a", new="1.000001", amends="1.000002", abolishes="1.000003: Nghị định 280/2025/NĐ-CP", replaces="1.000004 -> 1.000001")
    site, problems = judged(commune)
    assert problems == ()
    assert site is not None
    assert [(c.code, c.successor, c.law) for c in site.decisions[0].changes] == [
        ("1.000001", "", ""),
        ("1.000002", "", ""),
        ("1.000003", "", "Nghị định 280/2025/NĐ-CP"),
        ("1.000004", "1.000001", ""),
    ]
    assert [p.code for p in site.procedures if p.in_force] == ["1.000001", "1.000002"]


def test_everything_wrong_between_them_is_told_at_once(commune):
    commune.procedure("1.000001", decision="10/QĐ-UBND", status="sửa đổi, bổ sung")
    commune.procedure("1.000002", decision="10/QĐ-UBND")
    commune.procedure("1.000003", status="bãi bỏ")
    commune.procedure("1.000004", replaced_by="1.999999")
    commune.procedure("1.000001", name="hai-lan")
    commune.decision("a", new="1.000001; 1.888888", amends="1.000001")
    commune.decision("b", number="11/QĐ-UBND")
    assert codes(commune) == [
        ("a.md", 0, "decision-disagrees"),
        ("a.md", 0, "decision-twice"),
        ("a.md", 6, "decision-unknown"),
        ("b.md", 0, "decision-empty"),
        ("1.000001.md", 0, "address-twice"),
        ("1.000002.md", 7, "decision-not-named"),
        ("1.000003.md", 7, "procedure-abolished-why"),
        ("1.000004.md", 7, "procedure-successor"),
        ("hai-lan.md", 0, "address-twice"),
        ("hai-lan.md", 2, "procedure-code-twice"),
    ]


def test_a_procedure_is_refused_with_every_wrong_fact_and_part(commune):
    body = "## Trình tự\n\nBước 1.\n\n## Cach thuc\n\n| Hình thức | Thời gian |\n|---|---|\n| Fax | 1 ngày |\n\n## Phụ lục\n\nChữ.\n\n## Trình tự thực hiện\n\nLại.\n"
    commune.procedure("1.00012", body, name="sai", online_level="mức 9", status="đang chờ", decision_date="30/2/2026")
    told = codes(commune)
    assert {(line, code) for _, line, code in told} >= {
        (2, "procedure-code"),
        (7, "procedure-level"),
        (8, "procedure-status"),
        (9, "date-impossible"),
        (16, "procedure-channel"),
        (22, "procedure-part-unknown"),
        (26, "procedure-part-twice"),
    }


def test_what_the_law_wants_of_every_procedure_is_asked_for(commune):
    commune.procedure("1.000001", BODY.replace("Số lượng hồ sơ: 01 bộ\n", "").replace("03 ngày làm việc", " "), audience="")
    found = [p for p in judged(commune)[1] if p.code == "procedure-facts-missing"]
    assert [dict(p.facts)["missing"] for p in found] == ["đối tượng thực hiện (audience), thời hạn giải quyết, số lượng hồ sơ"]


def test_a_decision_that_names_a_procedure_to_be_posted_later_is_no_error(commune):
    commune.procedure("1.000001", decision="10/QĐ-UBND", status="mới ban hành", posted_on="1/7/2026")
    commune.decision("a", new="1.000001")
    assert judged(commune)[1] == ()
    assert judged(commune, "2/7/2026")[1] == ()


def test_a_procedure_that_cites_a_decision_which_is_not_here_is_not_held_against_an_older_one(commune):
    commune.procedure("1.000001", decision="99/QĐ-BTP")
    commune.decision("a", amends="1.000001")
    assert judged(commune)[1] == ()


def test_internal_procedures_are_kept_back_and_named_unless_the_profile_shows_them(commune):
    commune.procedure("6.000001")
    run = Run(parse_date("1/6/2026"), None)
    verdict, planned = judge(settings_for(commune.content, run), run)
    assert [(w.path, w.standing.value) for w in verdict.withheld] == [("thu-tuc/ho-tich/6.000001.md", "nội bộ")]
    assert not any("6.000001" in repr(one) for one in planned)
    commune.profile(site={"show_internal_procedures": True})
    verdict, planned = judge(settings_for(commune.content, run), run)
    assert verdict.withheld == ()
    assert any(made.path == "thu-tuc/6.000001.html" for one in planned for made in one.made)


def test_an_earlier_version_has_its_own_address_and_is_not_in_force(commune):
    commune.procedure("1.000001")
    commune.procedure("1.000001", name="phien-ban/1.000001-2026-03-09", effective_to="9/3/2026")
    site, problems = judged(commune)
    assert problems == ()
    assert site is not None
    assert [(p.path, p.in_force) for p in site.procedures] == [
        ("thu-tuc/1.000001.html", True),
        ("thu-tuc/1.000001/den-2026-03-09.html", False),
    ]
