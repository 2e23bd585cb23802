"""Tables of figures: items by month and category, lines of evidence by form, and the national form of 14 columns."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from plugins.model.periods import Period, Unit
from plugins.model.plan import Medium
from plugins.model.site import Site
from plugins.report.evidence import NEWS, Evidence
from plugins.report.records import UNKNOWN, Bar, Cell, Chart, Column, Table

# A number with its year is that of a legal normative document (NĐ 30/2020/NĐ-CP, Phụ lục III, has none for others).
_NORMATIVE = re.compile(r"\d+/\d{4}/")
_PLANS = frozenset({"Kế hoạch", "Chương trình", "Đề án", "Dự án"})


def months_table(site: Site, period: Period, evidence: Sequence[Evidence], today: date) -> Table:
    """Items by category and month; each item once, by its main category."""
    news = [one for one in evidence if one.kind == NEWS]
    months = list(period.parts(Unit.MONTH))
    columns = (Column("Chuyên mục", 44), *(Column(month.label.capitalize(), 10, "number") for month in months), Column("Cộng", 8, "number"))
    rows: list[tuple[Cell, ...]] = []
    for category in site.categories:
        counts = [sum(one.slugs[0] == category.slug and month.holds(one.date) for one in news) for month in months]
        rows.append((category.name, *counts, sum(counts)))
    sums = [sum(month.holds(one.date) for one in news) for month in months]
    rows.append(("Cộng", *sums, len(news)))
    notes = ["Mỗi bài tính một lần, theo chuyên mục chính."]
    notes += [f"Không có tin, bài nào: {month.label} ({month.days})." for month, count in zip(months, sums, strict=True) if not count and month.last <= today]
    notes += [f"Chưa kết thúc: {month.label} ({month.days})." for month in months if month.last > today]
    bars = tuple(Bar(f"{month.label.capitalize()} ({month.days})", count) for month, count in zip(months, sums, strict=True))
    told = "; ".join(f"{month.label}: {count} tin, bài" for month, count in zip(months, sums, strict=True)) + "."
    chart = Chart("thang", "Tin, bài theo tháng", told, bars, "tin, bài")
    return Table("tin-theo-thang", "Tin, bài theo chuyên mục và tháng", columns, tuple(rows), "", tuple(notes), chart if news else None)


def categories_table(site: Site, evidence: Sequence[Evidence]) -> Table:
    """Items by category, with further categories too."""
    news = [one for one in evidence if one.kind == NEWS]
    main, any_of = Counter(one.slugs[0] for one in news), Counter(slug for one in news for slug in set(one.slugs))
    columns = (Column("Chuyên mục", 50), Column("Chuyên mục chính", 12, "number"), Column("Kể cả chuyên mục thêm", 12, "number"))
    rows = tuple((category.name, main[category.slug], any_of[category.slug]) for category in site.categories)
    bars = tuple(Bar(category.name, main[category.slug]) for category in site.categories)
    told = "; ".join(f"{bar.label}: {bar.value}" for bar in bars) + "."
    chart = Chart("chuyen-muc", "Tin, bài theo chuyên mục chính", told, bars, "tin, bài") if news else None
    return Table("tin-theo-chuyen-muc", "Tin, bài theo chuyên mục", columns, rows, "", (), chart)


def media_table(evidence: Sequence[Evidence]) -> Table:
    """Lines of evidence by form; a line may prove more than one."""
    columns = (Column("Hình thức", 40), Column("Số minh chứng", 12, "number"), Column("Trong đó trang có bài", 14, "number"))
    rows = tuple((str(medium), sum(medium in one.media for one in evidence), sum(medium in one.media and bool(one.path) for one in evidence)) for medium in Medium)
    note = "Tin, bài tính cho trang thông tin điện tử; nếu thực hiện một nhiệm vụ chỉ có một hình thức khác thì tính thêm cho hình thức ấy."
    return Table("theo-hinh-thuc", "Minh chứng theo hình thức tuyên truyền", columns, rows, "", (note,))


def portal_table(site: Site, period: Period, evidence: Sequence[Evidence]) -> Table:
    """The report on the portal in 14 columns (QĐ 80/2025/QĐ-UBND Bắc Ninh, Mẫu 01), as far as the site knows."""
    columns = (Column("Cột", 6, "number"), Column("Nội dung báo cáo", 70), Column("Số liệu của trang", 60))
    rows = tuple((place, label, value) for place, (label, value) in enumerate(_portal(site, period, evidence), 1))
    notes = ("Cột nào trang không có số liệu thì đơn vị tự điền; chương trình không suy đoán.",)
    return Table("mau-14-cot", "Báo cáo cổng, trang thông tin điện tử (14 cột)", columns, rows, "", notes)


def _portal(site: Site, period: Period, evidence: Sequence[Evidence]) -> Iterator[tuple[str, str]]:
    documents = [one for one in site.documents if period.holds(one.date)]
    normative = [one for one in documents if _NORMATIVE.match(one.number)]
    # The yearly plan is a document too, posted on its own page; once when it also stands among the documents.
    known = {(one.number, one.date) for one in documents}
    apart = sum(period.holds(one.date) and (one.number, one.date) not in known for one in site.plans)
    plans = sum(one.type in _PLANS for one in documents) + apart
    others = len(documents) - len(normative) + apart
    current = [one for one in site.procedures if one.publication.effective_to is None and one.in_force]
    compared = sum(one.publication.compared_on is not None for one in current)
    social = site.profile.social
    channels = [name for name, there in (("Zalo", social.zalo), ("Facebook", social.facebook), ("YouTube", social.youtube)) if there]
    news = sum(one.kind == NEWS for one in evidence)
    procedures = f"Trang công khai {len(current)} thủ tục, {compared} thủ tục có ghi ngày đối chiếu với Cơ sở dữ liệu quốc gia"
    yield "Tên đơn vị", site.profile.unit.name
    yield "Văn bản quy phạm pháp luật do đơn vị ban hành: đăng tải toàn văn/tổng số", _posted(len(normative))
    yield "Văn bản quản lý hành chính do đơn vị ban hành: đăng tải/tổng số", _posted(others)
    yield "Thủ tục hành chính, dịch vụ công trực tuyến thống nhất, tích hợp từ Cổng Dịch vụ công quốc gia (Có/Không)", f"{procedures}. Việc tích hợp: {UNKNOWN.lower()}"
    yield "Tin, bài phổ biến, hướng dẫn pháp luật, chế độ, chính sách", f"{news} tin, bài cải cách hành chính đăng trong kỳ; số tin, bài về lĩnh vực khác: {UNKNOWN.lower()}"
    yield "Chiến lược, chương trình, dự án, đề án, kế hoạch, quy hoạch; chương trình, kế hoạch công tác hằng năm: đăng tải/tổng số", _posted(plans)
    yield "Danh mục dự án, đầu tư công, mua sắm công: đăng tải/tổng số", UNKNOWN
    yield "Tổ chức bộ máy, bản đồ địa giới, điều kiện tự nhiên, lịch sử, di tích; tiểu sử tóm tắt, nhiệm vụ của lãnh đạo (Có/Không)", UNKNOWN
    yield "Báo cáo tài chính năm (Có/Không)", UNKNOWN
    yield "Thông tin thống kê (Có đăng/Không đăng/Không có dữ liệu)", UNKNOWN
    yield "Đề tài khoa học (Có đăng/Không đăng/Không có dữ liệu)", UNKNOWN
    yield "Thông tin dịch bệnh (Có đăng/Không đăng/Không có dữ liệu)", UNKNOWN
    yield "Danh mục thông tin phải được công khai (Có/Không)", UNKNOWN
    yield "Số kênh cung cấp thông tin được giới thiệu trên trang", f"{len(channels) + 1} (trang này{', ' if channels else ''}{', '.join(channels)})"


def _posted(count: int) -> str:
    return f"Đăng {count}; tổng số ban hành: {UNKNOWN.lower()}"
