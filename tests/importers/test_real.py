"""The official files themselves, value by value."""

import json
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from importers.extract import Extract, Harvest
from importers.plan import State
from importers.sources import gather
from plugins.model.now import build_now
from plugins.model.problems import Severity
from plugins.reading.item import Reading, read_item
from tests.importers.conftest import Importer

NOW = build_now({"NOW": "2026-06-01T08:00"})


def folded(value):
    if isinstance(value, tuple):
        return tuple(map(folded, value))
    text = unicodedata.normalize("NFC", value).replace("\u200e", "")
    return " ".join(text.split())


@cache
def harvested(path: Path) -> Harvest:
    return gather(path)


@pytest.fixture(scope="module")
def workbook(data) -> dict[str, Extract]:
    harvest = harvested(data / "danh-muc-tthc-cap-xa.xlsx")
    assert harvest.problems == ()
    return {extract.code: extract for extract in harvest.extracts}


@pytest.fixture(scope="module")
def imported(data, tmp_path_factory) -> Importer:
    commune = Importer(tmp_path_factory.mktemp("xa") / "content")
    assert commune.apply(harvested(data / "danh-muc-tthc-cap-xa.xlsx")).count(State.NEW) == 277
    return commune


@pytest.fixture(scope="module")
def readings(imported, render) -> dict[str, Reading]:
    return {Path(path).stem: read_item("thu-tuc", content, NOW, render) for path, content in imported.files().items()}


@pytest.fixture(scope="module")
def expected(data) -> dict[str, dict]:
    return json.loads((data / "expected.json").read_text(encoding="utf-8"))


def test_every_procedure_of_the_workbook_becomes_a_file_without_errors(readings, expected):
    assert readings.keys() == expected.keys()
    assert [(code, p.code) for code, r in readings.items() for p in r.problems if p.severity is Severity.ERROR] == []


def test_every_expected_value_is_in_the_record(readings, expected):
    """``ways``, ``papers`` and ``laws`` count rows; ``result`` is the one result; ``conditions`` says whether there are any."""
    for code, want in expected.items():
        matter, parts = readings[code].matter, readings[code].parts
        got = {
            "name": matter.title,
            "field": matter.sector,
            "level": matter.level,
            "decision": matter.decision,
            "result": "; ".join(parts.outputs),
        }
        assert {key: folded(value) for key, value in got.items()} == {key: folded(want[key]) for key in got}, code
        counts = {
            "ways": len(parts.channels),
            "papers": sum(len(rows) for _, rows in parts.evidence),
            "laws": len(parts.legal_resources),
            "conditions": bool(parts.conditions),
        }
        assert counts == {key: want[key] for key in counts}, code


def test_the_steps_are_those_whose_characters_were_counted(data, readings, expected):
    """``steps_chars`` counts the cell as it is stored, blank lines and unseen marks included."""
    rows = CalamineWorkbook.from_path(data / "danh-muc-tthc-cap-xa.xlsx").get_sheet_by_name("Trình tự thực hiện").to_python()
    cells = {row[1]: row[4] for row in rows[1:]}
    for code, want in expected.items():
        assert len(cells[code]) == want["steps_chars"]
        assert folded(" ".join(text for _, text, _ in readings[code].parts.steps)) == folded(cells[code]), code


def test_every_row_of_the_workbook_is_in_the_record(workbook, readings):
    for code, extract in workbook.items():
        parts = readings[code].parts
        channels = tuple((c.kind.value, c.processing_time, c.cost, c.note) for c in parts.channels)
        assert folded(channels) == folded(extract.channels), code
        papers = tuple((e.name, e.originals, e.copies, "\n".join(f.label for f in e.forms)) for _, rows in parts.evidence for e in rows)
        assert folded(papers) == folded(tuple((name, o, c, forms) for _, name, _, o, c, forms in extract.evidence)), code
        laws = tuple((r.number, r.title, r.issuer, r.issued, r.effective) for r in parts.legal_resources)
        assert folded(laws) == folded(extract.legal), code
        assert folded(parts.conditions) == folded(extract.conditions), code


def test_importing_the_workbook_again_changes_no_byte(imported, data):
    before = imported.files()
    plan = imported.apply(data / "danh-muc-tthc-cap-xa.xlsx")
    assert (plan.count(State.SAME), len(plan.changes)) == (277, 277)
    assert imported.files() == before


DETAILS = sorted(p.name for p in (Path(__file__).parents[2] / "../shared/data/tthc/chi-tiet").glob("*.docx"))


@pytest.mark.parametrize("name", DETAILS or ["(không có)"])
def test_a_detail_export_says_what_its_workbook_row_says(data, workbook, name):
    """The one difference: the export has no status. Blanks and line breaks differ, and are folded."""
    harvest = harvested(data / "chi-tiet" / name)
    assert harvest.problems == ()
    (detail,) = harvest.extracts
    row = workbook[detail.code]
    assert {**{k: folded(v) for k, v in detail.facts.items()}, "status": "hiện hành"} == {k: folded(v) for k, v in row.facts.items()}
    for part in ("steps", "channels", "evidence", "outputs", "legal"):
        assert folded(getattr(detail, part)) == folded(getattr(row, part)), part
    assert folded(detail.conditions) == folded(row.conditions)


def test_details_imported_over_the_workbook_change_nothing(data, imported):
    harvests = [harvested(data / "chi-tiet" / name) for name in DETAILS]
    plan = imported.plan(Harvest(tuple(e for h in harvests for e in h.extracts)))
    assert {change.state for change in plan.changes} == {State.SAME}


def test_the_pdf_is_read_whole_over_its_five_pages(data):
    """2.002229 is in no workbook: the values are those that a person reads on the pages."""
    harvest = harvested(data / "chi-tiet" / "ChiTietTTHC_2.002229.pdf")
    assert harvest.problems == ()
    (pdf,) = harvest.extracts
    assert pdf.code == "2.002229"
    assert pdf.facts == {
        "title": "Đăng ký người phụ thuộc (NPT) giảm trừ gia cảnh đối với cá nhân có thu nhập từ tiền lương, tiền công",
        "decision": "3078/QĐ-BTC",
        "sector": "Thuế",
        "level": "Cấp Bộ, Cấp Tỉnh",
        "audience": "Công dân Việt Nam; Người Việt Nam định cư ở nước ngoài; Cán bộ, công chức, viên chức; Tổ chức nước ngoài",
        "kind": "TTHC không được luật giao cho địa phương quy định hoặc quy định chi tiết",
        "receiving_address": "Thuế tỉnh, thành phố",
        "executing_authority": "Thuế tỉnh, thành phố",
    }
    note = "Không phải trả kết quả cho người nộp thuế"
    assert pdf.channels == (("Trực tiếp", "0", "", note), ("Trực tuyến", "0", "", f"{note}."), ("Dịch vụ bưu chính", "0", "", f"{note}."))
    forms = ["TKKNPT07K-NPT-TNCN.docx", "PL07XN-NPT-TNCN.docx", "PL07THDK-NPT-TNCN.docx"]
    assert [(o, c, sorted(f.split("\n"))) for _, _, _, o, c, f in pdf.evidence] == [("1", "1", sorted(forms)), ("1", "1", sorted(forms)), ("1", "1", [""])]
    first, second, third = (name for _, name, *_ in pdf.evidence)
    assert first.startswith("Thành phần hồ sơ gồm: + Trường hợp (1): Người nộp thuế đăng ký giảm trừ")
    assert "và Phụ lục II - Mẫu biểu hồ sơ khai thuế" in first
    assert first.endswith("của Bộ trưởng Bộ Tài chính")
    assert second.endswith("(Ghi chú : Phần in nghiêng là nội dung được sửa đổi, bổ sung).")
    assert third == (
        "Số lượng hồ sơ:01 (bộ). Riêng đối với trường hợp cá nhân nộp thuế qua tổ chức, cá nhân trả thu nhập thì nộp 02 (bộ)mẫu "
        "Đăng ký NPT giảm trừ gia cảnh cho tổ chức, cá nhân trả thu nhập."
    )
    assert [number for number, *_ in pdf.legal] == [
        "111/2013/TT-BTC", "38/2019/QH14", "80/2021/TT-BTC", "126/2020/NĐ-CP", "19/2021/TT-BTC", "111/2013/TT-BTC", "79/2022/TT-BTC",
        "43/2023/TT-BTC", "46/2024/TT-BTC", "193/2025/NĐ-CP", "40/2025/TT-BTC", "91/2022/NĐ-CP", "122/2025/NĐ-CP", "125/2025/NĐ-CP",
    ]  # fmt: skip
    assert pdf.legal[6] == ("79/2022/TT-BTC", "Thông tư 79/2022/TT-BTC", "", "30-12-2022", "")
    assert pdf.legal[-1][2:4] == ("Chính phủ", "11-06-2025")
    (steps,) = (text for _, text in pdf.steps)
    assert steps.startswith("+ Bước 1: Đăng ký, nộp hồ sơ chứng minh NPT ++ Đăng ký NPT: Trường hợp (1): Người nộp thuế lập hồ sơ")
    assert steps.endswith("thông qua hệ thống xử lý dữ liệu điện tử của cơ quan thuế.")
    assert "\n" not in steps
    assert pdf.outputs == ("Hồ sơ gửi đến cơ quan thuế không có kết quả giải quyết",)
    assert pdf.conditions.endswith("hướng dẫn giao dịch điện tử trong lĩnh vực thuế.")


@pytest.mark.parametrize(("name", "count"), [("BoTaiChinh", 706), ("BoTuPhap", 271), ("BoXayDung", 525)])
def test_every_row_of_the_official_lists_is_read(data, name, count):
    harvest = harvested(data / f"danh-sach-tthc-{name}.xlsx")
    assert harvest.problems == ()
    assert len(harvest.extracts) == count
