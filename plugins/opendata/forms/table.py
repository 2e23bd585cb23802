"""Procedures and changes as tables: one row each, the same columns in CSV and Excel."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from plugins.model.procedure import Channel, Evidence, LegalResource, Procedure
from plugins.model.site import Site
from plugins.opendata.forms.record import address, form_address, is_current

Cell = str | date | None
Columns = Sequence[tuple[str, int]]
Rows = Sequence[Sequence[Cell]]

# A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Longest text of an Excel cell.
_LONGEST = 32_767
_CUT = "… (xem đủ ở thu-tuc.json)"

# Label, width in Excel, value.
_PROCEDURE: tuple[tuple[str, int, Callable[[Procedure, str], Cell]], ...] = (
    ("Mã thủ tục", 11, lambda p, _: p.code),
    ("Tên thủ tục", 60, lambda p, _: p.title),
    ("Lĩnh vực", 24, lambda p, _: p.sector),
    ("Tình trạng", 16, lambda p, _: p.publication.status.value),
    ("Cấp thực hiện", 14, lambda p, _: p.level),
    ("Đối tượng thực hiện", 24, lambda p, _: "; ".join(p.audience)),
    ("Loại thủ tục", 20, lambda p, _: p.kind),
    ("Sự kiện trong đời", 20, lambda p, _: "; ".join(p.life_events)),
    ("Từ khóa", 20, lambda p, _: "; ".join(p.keywords)),
    ("Mô tả", 20, lambda p, _: p.description),
    ("Cơ quan thực hiện", 24, lambda p, _: p.executing_authority),
    ("Cơ quan có thẩm quyền", 24, lambda p, _: p.competent_authority),
    ("Cơ quan được ủy quyền", 20, lambda p, _: p.authorised_authority),
    ("Cơ quan phối hợp", 20, lambda p, _: p.cooperating_authority),
    ("Địa chỉ tiếp nhận", 24, lambda p, _: p.receiving_address),
    ("Mức độ trực tuyến", 14, lambda p, _: p.online_level.value if p.online_level else ""),
    ("Một cửa", 9, lambda p, _: _yes(p.one_stop)),
    ("Không phụ thuộc địa giới", 9, lambda p, _: _yes(p.borderless)),
    ("Nhận hồ sơ qua bưu chính", 9, lambda p, _: _yes(p.post_receive)),
    ("Trả kết quả qua bưu chính", 9, lambda p, _: _yes(p.post_return)),
    ("Cách thức thực hiện, thời hạn, phí", 40, lambda p, _: "\n".join(map(_channel, p.channels))),
    ("Trình tự thực hiện", 40, lambda p, _: "\n".join(_case(step.title, step.text) for step in p.steps)),
    ("Thành phần hồ sơ", 40, lambda p, base: "\n".join(_case(c.title, "\n".join(_paper(e, base) for e in c.evidence)) for c in p.evidence)),
    ("Số lượng hồ sơ", 10, lambda p, _: p.file_count),
    ("Kết quả thực hiện", 30, lambda p, _: "\n".join(p.outputs)),
    ("Yêu cầu, điều kiện", 30, lambda p, _: p.conditions),
    ("Căn cứ pháp lý", 30, lambda p, _: "\n".join(map(_legal, p.legal_resources))),
    ("Quyết định công bố", 18, lambda p, _: p.publication.decision),
    ("Ngày quyết định", 11, lambda p, _: p.publication.issued),
    ("Cơ quan công bố", 20, lambda p, _: p.publication.issuer),
    ("Có hiệu lực từ", 11, lambda p, _: p.publication.effective_from),
    ("Ngày công khai", 11, lambda p, _: p.publication.posted_on),
    ("Văn bản bãi bỏ", 18, lambda p, _: p.publication.abolished_by),
    ("Mã thay thế", 11, lambda p, _: p.publication.replaced_by),
    ("Nơi tiếp nhận của đơn vị", 20, lambda p, _: p.local.address),
    ("Giờ tiếp nhận", 16, lambda p, _: p.local.hours),
    ("Điện thoại", 14, lambda p, _: p.local.phone),
    ("Phí tại địa phương", 16, lambda p, _: p.local.cost),
    ("Ghi chú của đơn vị", 20, lambda p, _: p.local.note),
    ("Địa chỉ trang", 40, address),
)
PROCEDURE_COLUMNS: Columns = tuple((label, width) for label, width, _ in _PROCEDURE)
CHANGE_COLUMNS: Columns = (
    ("Ngày quyết định", 11),
    ("Số quyết định", 20),
    ("Cơ quan công bố", 30),
    ("Có hiệu lực từ", 11),
    ("Mã thủ tục", 11),
    ("Tên thủ tục", 60),
    ("Thay đổi", 18),
    ("Mã thay thế", 11),
    ("Văn bản bãi bỏ", 30),
)


def procedure_rows(site: Site, base: str) -> Rows:
    """The current version of every procedure, in force or not."""
    return [[value(p, base) for _, _, value in _PROCEDURE] for p in site.procedures if is_current(p)]


def change_rows(site: Site) -> Rows:
    """Every change of every decision, newest decision first."""
    names = {p.code: p.title for p in site.procedures if is_current(p)}
    return [
        [d.date, d.number, d.issuer, d.effective_from, c.code, names.get(c.code, ""), c.status.value, c.successor, c.law]
        for d in site.decisions
        for c in d.changes
    ]


def as_csv(columns: Columns, rows: Rows) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, which Excel needs to know the letters."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([label for label, _ in columns])
    writer.writerows([safe(_plain(cell)) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: a leading apostrophe stands before a leading sign."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_xlsx(name: str, columns: Columns, rows: Rows, author: str, created: datetime) -> bytes:
    """One sheet; texts are texts, never formulas or links. ``created`` stands in the file instead of the clock."""
    from xlsxwriter import Workbook  # only where there is something to write

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": name, "author": author, "created": created.replace(tzinfo=None)})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    sheet = book.add_worksheet(name)
    for place, (label, width) in enumerate(columns):
        sheet.write_string(0, place, label, head)
        sheet.set_column(place, place, width)
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, place, datetime.combine(cell, datetime.min.time()), day)
            elif cell:
                sheet.write_string(number, place, cell if len(cell) <= _LONGEST else cell[: _LONGEST - len(_CUT)] + _CUT)
    sheet.freeze_panes(1, 2 if columns is PROCEDURE_COLUMNS else 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    book.close()
    return out.getvalue()


def _plain(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else cell or ""


def _yes(value: bool | None) -> str:
    return {True: "có", False: "không", None: ""}[value]


def _case(title: str, text: str) -> str:
    return f"[{title}]\n{text}" if title else text


def _channel(channel: Channel) -> str:
    return _joined((("", channel.kind.value), ("thời hạn", channel.processing_time), ("phí, lệ phí", channel.cost), ("", channel.note)))


def _paper(item: Evidence, base: str) -> str:
    forms = "; ".join(" ".join(filter(None, (form.label, form_address(form, base)))) for form in item.forms)
    counts = (("bản chính", item.originals), ("bản sao", item.copies)) if item.is_paper else ()
    return _joined((("", item.name), ("", f"({item.kind.value})"), *counts, ("mẫu", forms)))


def _legal(resource: LegalResource) -> str:
    return _joined((("", resource.number), ("", resource.title), ("", resource.issuer), ("", resource.issued)))


def _joined(parts: Iterable[tuple[str, str]]) -> str:
    """``label: value`` for what is there, on one line."""
    there = ((label, " ".join(value.split())) for label, value in parts)
    return " – ".join(f"{label}: {value}" if label else value for label, value in there if value)
