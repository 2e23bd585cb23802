"""Lists of a period: procedures posted, documents, answers, and every line of evidence with its address and checksum."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plugins.model.answer import AnswerKind
from plugins.model.periods import Period
from plugins.model.procedure import Procedure
from plugins.model.site import Site
from plugins.report.evidence import Evidence, Sum
from plugins.report.records import UNKNOWN, Cell, Column, Table

SUM_COLUMNS = (Column("SHA-256", 66), Column("Tính từ", 16))
_PROCEDURES = (
    Column("Mã", 10),
    Column("Thủ tục", 50),
    Column("Quyết định công bố", 20),
    Column("Ngày ký", 11, "date"),
    Column("Ngày hiệu lực", 11, "date"),
    Column("Ngày công khai trên trang", 11, "date"),
    Column("Ngày làm việc sau khi ký", 10, "number"),
    Column("Ngày làm việc sau hiệu lực", 10, "number"),
    Column("Địa chỉ", 46, "link"),
    *SUM_COLUMNS,
)
_DOCUMENTS = (Column("Loại", 14), Column("Số, ký hiệu", 18), Column("Ngày ban hành", 11, "date"), Column("Trích yếu", 60), Column("Địa chỉ", 50, "link"), *SUM_COLUMNS)
_ANSWERS = (
    Column("Loại", 24),
    Column("Câu hỏi, phản ánh", 50),
    Column("Ngày hỏi", 11, "date"),
    Column("Ngày trả lời", 11, "date"),
    Column("Số ngày làm việc", 10, "number"),
    Column("Hạn", 8, "number"),
    Column("Đúng hạn", 12),
    Column("Đơn vị trả lời", 30),
    Column("Địa chỉ", 50, "link"),
    *SUM_COLUMNS,
)
_EVIDENCE = (
    Column("Mã", 9),
    Column("Ngày", 11, "date"),
    Column("Tiêu đề", 60),
    Column("Loại", 20),
    Column("Hình thức", 24),
    Column("Nội dung CCHC", 30),
    Column("Nhiệm vụ", 14),
    Column("Địa chỉ hoặc nơi lưu minh chứng", 50, "link"),
    *SUM_COLUMNS,
)
Sums = Mapping[str, Sum]


def procedures_of(site: Site, period: Period) -> list[Procedure]:
    """What was posted in a period, earlier versions too, by day and code."""
    found = [one for one in site.procedures if one.publication.posted_on and period.holds(one.publication.posted_on)]
    return sorted(found, key=lambda one: (one.publication.posted_on, one.code, one.path))


def procedures_table(site: Site, period: Period, base: str, sums: Sums) -> Table:
    """Lateness in working days; a year whose holidays are not known gives none."""
    rows: list[tuple[Cell, ...]] = []
    for one in procedures_of(site, period):
        p = one.publication
        late = [UNKNOWN if days is None else days for days in (p.days_after_decision, p.days_after_effect)]
        rows.append((one.code, one.title, p.decision or UNKNOWN, p.issued, p.effective_from, p.posted_on, *late, f"{base}{one.path}", *_sum(one.path, sums)))
    notes = ("Ngày làm việc không kể thứ Bảy, Chủ nhật và ngày nghỉ lễ, Tết; 0 ở cột sau hiệu lực là công khai trước hoặc đúng ngày có hiệu lực.",)
    return Table("thu-tuc", "Thủ tục hành chính công khai trong kỳ", _PROCEDURES, tuple(rows), f"Không có thủ tục nào được công khai trên trang {period.days}.", notes if rows else ())


def documents_table(site: Site, period: Period, base: str, sums: Sums) -> Table:
    """Documents of the unit that were issued in the period."""
    found = sorted((one for one in site.documents if period.holds(one.date)), key=lambda one: (one.date, one.path))
    rows = tuple((one.type, one.number, one.date, one.title, f"{base}{one.path}", *_sum(one.path, sums)) for one in found)
    return Table("van-ban", "Văn bản của đơn vị ban hành trong kỳ", _DOCUMENTS, rows, f"Trang không có văn bản nào của đơn vị ban hành {period.days}.")


def answers_table(site: Site, period: Period, base: str, names: Mapping[AnswerKind, str], sums: Sums) -> Table:
    """Answers of the period with the working days that they took."""
    rows: list[tuple[Cell, ...]] = []
    for one in sorted((one for one in site.answers if period.holds(one.answered)), key=lambda one: (one.answered, one.path)):
        judged = one.days is not None and one.limit > 0
        in_time = ("quá hạn" if one.late else "đúng hạn") if judged else "không rõ hạn"
        days: Cell = UNKNOWN if one.days is None else one.days
        rows.append((names[one.kind], one.title, one.asked, one.answered, days, one.limit or None, in_time, one.unit, f"{base}{one.path}", *_sum(one.path, sums)))
    return Table("tra-loi", "Trả lời người dân trong kỳ", _ANSWERS, tuple(rows), f"Trang không có câu trả lời nào {period.days}.")


def evidence_table(evidence: Sequence[Evidence], codes: Mapping[int, str], names: Mapping[str, str], base: str, sums: Sums) -> Table:
    """Every line, numbered; what stands on no page tells where its proof is kept."""
    rows = tuple(
        (
            codes[number],
            one.date,
            one.title,
            one.kind,
            "; ".join(one.media),
            "; ".join(names[slug] for slug in one.slugs),
            "; ".join(one.tasks),
            f"{base}{one.path}" if one.path else one.proof,
            *(_sum(one.path, sums) if one.path else ("", "")),
        )
        for number, one in enumerate(evidence, 1)
    )
    notes = (
        "SHA-256 tính từ trang đã đăng khi trang có trong bản đang đăng, nếu không thì từ tệp nội dung; cột cuối ghi rõ.",
        "Dòng không có địa chỉ trang là việc đơn vị tự ghi trong kế hoạch, minh chứng do đơn vị giữ.",
    )
    return Table("minh-chung", "Danh mục minh chứng", _EVIDENCE, rows, "Trong kỳ không có minh chứng nào.", notes if rows else ())


def without_sums(table: Table) -> Table:
    """The table for where no checksums are known: their columns, and what is said of them, are left out."""
    if table.columns[-len(SUM_COLUMNS) :] != SUM_COLUMNS:
        return table
    rows = tuple(row[: -len(SUM_COLUMNS)] for row in table.rows)
    return replace(table, columns=table.columns[: -len(SUM_COLUMNS)], rows=rows, notes=tuple(note for note in table.notes if not note.startswith("SHA-256")))


def _sum(path: str, sums: Sums) -> tuple[str, str]:
    found = sums.get(path)
    return (found.digest, found.of) if found else (UNKNOWN, "")
