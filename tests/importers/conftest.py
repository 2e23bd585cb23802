"""Sources made by tests, a commune to import into, and the official files of ``../shared``."""

import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from commands.import_ import read_head
from importers.extract import Extract, Harvest
from importers.plan import Plan, make_plan
from importers.shelf import read_shelf
from importers.sources import gather
from importers.write import write_plan

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "tthc"
TODAY = date(2026, 6, 1)

MAIN_HEAD = ["STT", "Mã TTHC", "Tên TTHC", "Số quyết định", "Ngày quyết định", "Lĩnh vực", "Cấp thực hiện", "Đối tượng thực hiện", "Trạng thái"]
CHILD_HEADS = {
    "Cách thức thực hiện": ["STT", "Mã TTHC", "Tên TTHC", "Hình thức nộp", "Thời gian", "Phí, lệ phí", "Mô tả"],
    "Trình tự thực hiện": ["STT", "Mã TTHC", "Tên TTHC", "Trường hợp xử lý", "Mô tả chi tiết"],
    "TPHS": ["STT", "Mã TTHC", "Tên TTHC", "Mã TPHS", "Tên giấy tờ", "Loại giấy tờ", "Bản chính", "Bản sao", "BM điện tử"],
    "KQTH": ["STT", "Mã TTHC", "Tên TTHC", "Mã kết quả", "Tên kết quả"],
    "CCPL": ["STT", "Mã TTHC", "Tên TTHC", "Số ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày ban hành", "Ngày hiệu lực"],
    "TTHC": ["STT", "Mã TTHC", "Tên TTHC", *[""] * 13, "Yêu cầu, điều kiện thực hiện"],
}
CODE = "1.001193"


def main_row(code: Any = CODE, title: str = "Đăng ký khai sinh", **more: Any) -> dict[str, Any]:
    row = {"STT": 1, "Mã TTHC": code, "Tên TTHC": title, "Số quyết định": "163/QĐ-BTP", "Lĩnh vực": "Hộ tịch", "Cấp thực hiện": "Cấp xã", "Trạng thái": "Còn hiệu lực"}
    return row | more


def child_rows(code: Any = CODE) -> dict[str, list[dict[str, Any]]]:
    """One row of every part."""
    return {
        "Cách thức thực hiện": [{"STT": 1, "Mã TTHC": code, "Hình thức nộp": "Trực tiếp", "Thời gian": 1, "Phí, lệ phí": "Miễn phí"}],
        "Trình tự thực hiện": [{"STT": 1, "Mã TTHC": code, "Mô tả chi tiết": "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả."}],
        "TPHS": [{"STT": 1, "Mã TTHC": code, "Tên giấy tờ": "Tờ khai", "Bản chính": 1, "Bản sao": 0, "BM điện tử": "Mẫu 01.docx"}],
        "KQTH": [{"STT": 1, "Mã TTHC": code, "Tên kết quả": "Giấy khai sinh"}],
        "CCPL": [{"STT": 1, "Mã TTHC": code, "Số ký hiệu": "60/2014/QH13", "Trích yếu": "Luật Hộ tịch"}],
        "TTHC": [{"STT": 1, "Mã TTHC": code, "Yêu cầu, điều kiện thực hiện": "Không có thông tin"}],
    }


class Book:
    """A workbook as an officer might have it: sheets of rows, each row by column label."""

    def __init__(self, mains: Iterable[dict[str, Any]] = (), children: dict[str, list[dict[str, Any]]] | None = None) -> None:
        self.sheets: dict[str, list[list[Any]]] = {}
        self.merged: list[tuple[str, int, int, int, int, Any]] = []
        rows = list(mains) or [main_row()]
        self.sheets["TTHC2-CAPXA"] = [["DANH MỤC THỦ TỤC HÀNH CHÍNH CẤP XÃ"], [], *_rows(MAIN_HEAD, rows)]
        for name, found in (children if children is not None else child_rows(rows[0]["Mã TTHC"])).items():
            self.sheets[name] = _rows(CHILD_HEADS[name], found)

    def save(self, path: Path) -> Path:
        with xlsxwriter.Workbook(path) as book:
            for name, rows in self.sheets.items():
                sheet = book.add_worksheet(name)
                for r, row in enumerate(rows):
                    for c, value in enumerate(row):
                        if isinstance(value, date):
                            sheet.write_datetime(r, c, value, book.add_format({"num_format": "dd/mm/yyyy"}))
                        elif value not in (None, ""):
                            sheet.write(r, c, value)
                for where, *box, value in self.merged:
                    if where == name:
                        sheet.merge_range(*box, value)
        return path


def _rows(head: list[str], rows: list[dict[str, Any]]) -> list[list[Any]]:
    unknown = {key for row in rows for key in row} - set(head)
    head = [*head, *sorted(unknown)]
    return [head, *([row.get(label, "") if label else "" for label in head] for row in rows)]


class Importer:
    """One commune's content folder, and imports into it."""

    def __init__(self, content: Path) -> None:
        self.content = content
        content.mkdir(parents=True)
        shutil.copy(ROOT / "content" / "site.toml", content)

    def plan(self, source: Path | Harvest, today: date = TODAY) -> Plan:
        harvest = source if isinstance(source, Harvest) else gather(source)
        return make_plan(harvest, read_shelf(self.content, read_head), today)

    def apply(self, source: Path | Harvest | Extract, today: date = TODAY) -> Plan:
        plan = self.plan(Harvest((source,)) if isinstance(source, Extract) else source, today)
        assert write_plan(plan, self.content) == []
        return plan

    def files(self) -> dict[str, bytes]:
        return {p.relative_to(self.content).as_posix(): p.read_bytes() for p in sorted(self.content.rglob("*.md"))}

    def text(self, path: str) -> str:
        return (self.content / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        (self.content / path).parent.mkdir(parents=True, exist_ok=True)
        (self.content / path).write_text(text, encoding="utf-8")


@pytest.fixture
def commune(tmp_path: Path) -> Importer:
    return Importer(tmp_path / "content")


@pytest.fixture
def save(tmp_path: Path) -> Callable[[Book], Path]:
    return lambda book: book.save(tmp_path / "danh-muc.xlsx")


@pytest.fixture(scope="session")
def data() -> Path:
    if not DATA.is_dir():
        pytest.skip(f"không có dữ liệu thật ở {DATA}")
    return DATA


def told(harvest: Harvest | Plan) -> list[tuple[str, str]]:
    """(code, where) of every problem."""
    return [(p.code, p.path) for p in harvest.problems]
