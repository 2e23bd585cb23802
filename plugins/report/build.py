"""A whole report of one site and one period, as values."""

from collections.abc import Mapping
from datetime import date

from plugins.model.answer import LIST_NAMES
from plugins.model.dates import short_date
from plugins.model.periods import Period
from plugins.model.plan import Plan
from plugins.model.site import Site
from plugins.report.evidence import Evidence, Sum, evidence_of
from plugins.report.figures import categories_table, media_table, months_table, portal_table
from plugins.report.lists import (
    answers_table,
    documents_table,
    evidence_table,
    procedures_of,
    procedures_table,
    without_sums,
)
from plugins.report.planned import gaps_of, marks_table, plan_table
from plugins.report.records import Report
from plugins.report.scoring import Findings, mark_of
from plugins.report.tasks import results_of


def subjects(site: Site, period: Period) -> dict[str, str]:
    """Path in the site → path in the content of everything that a report names: what checksums are made of."""
    found = {one.path: one.source for one in evidence_of(site, period) if one.path}
    return {**found, **{one.path: one.source_path for one in procedures_of(site, period)}}


def report_of(site: Site, period: Period, today: date, sums: Mapping[str, Sum] | None) -> Report:
    """Everything that the site knows of a period; ``today`` is the day of the build; without ``sums`` no checksum is told."""
    evidence = evidence_of(site, period)
    codes = {number: f"MC-{number:03d}" for number in range(1, len(evidence) + 1)}
    plan = next((one for one in site.plans if one.year == period.year), None)
    results = results_of(plan, evidence_of(site, period.so_far), period, today) if plan else ()
    findings = Findings(site, period, today, evidence, results)
    sheet = site.criteria
    marks = [mark_of(one, findings) for one in sheet.criteria] if sheet else []
    base = f"{site.profile.site.domain}/"
    names = {category.slug: category.name for category in site.categories}
    tables = (
        plan_table(plan, period.year, results),
        marks_table(sheet.name if sheet else "Tự chấm điểm", sheet.basis if sheet else "", marks, codes),
        months_table(site, period, evidence, today),
        categories_table(site, evidence),
        media_table(evidence),
        procedures_table(site, period, base, sums or {}),
        documents_table(site, period, base, sums or {}),
        answers_table(site, period, base, LIST_NAMES, sums or {}),
        portal_table(site, period, evidence),
        evidence_table(evidence, codes, names, base, sums or {}),
    )
    shown = tables if sums is not None else tuple(map(without_sums, tables))
    title = f"Kết quả thông tin, tuyên truyền cải cách hành chính {period.label}"
    facts = _facts(site, period, today, evidence, plan)
    return Report(title, site.profile.editorial.managing_agency, site.profile.unit.parent, period.days, facts, (*_warnings(site, period, today, evidence), *gaps_of(results, marks)), shown)


def _facts(site: Site, period: Period, today: date, evidence: tuple[Evidence, ...], plan: Plan | None) -> tuple[tuple[str, str], ...]:
    counted = "Kỳ theo lịch" if period.calendar else "Kỳ báo cáo cải cách hành chính (năm tính từ 15/12 năm trước đến 14/12)"
    kinds = dict.fromkeys(one.kind for one in evidence)
    counts = "; ".join(f"{kind}: {sum(one.kind == kind for one in evidence)}" for kind in kinds)
    return (
        ("Kỳ báo cáo", f"{period.label}, {period.days}"),
        ("Cách tính kỳ", counted),
        ("Số liệu đến", f"ngày {short_date(min(today, period.last))}"),
        ("Kế hoạch", f"{plan.label} ngày {short_date(plan.date)}" if plan else f"chưa có kế hoạch năm {period.year} trên trang"),
        ("Thay thế", "; ".join(plan.replaces) if plan and plan.replaces else "không"),
        ("Minh chứng trong kỳ", counts or "không có"),
        ("Trang thông tin", f"{site.profile.site.domain}/"),
    )


def _warnings(site: Site, period: Period, today: date, evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """What whoever reads the figures must know first."""
    first = min((item.date.date() for item in site.listed), default=None)
    said = []
    if first is None:
        said.append("Trang chưa có tin, bài nào.")
    elif period.last < first:
        said.append(f"Kỳ này ở trước tin, bài đầu tiên của trang (ngày {short_date(first)}): trang không có số liệu.")
    elif not evidence:
        said.append("Trong kỳ này trang không có tin, bài, văn bản hay câu trả lời nào.")
    if today < period.first:
        said.append(f"Kỳ báo cáo chưa bắt đầu (ngày {short_date(period.first)}).")
    elif today < period.last:
        said.append(f"Kỳ báo cáo chưa kết thúc: số liệu tính đến ngày {short_date(today)}.")
    undated = sorted(one.code for one in site.procedures if one.in_force and one.publication.posted_on is None)
    if undated:
        said.append(f"{len(undated)} thủ tục không ghi ngày công khai trên trang, báo cáo không tính được: {', '.join(undated)}.")
    return tuple(said)
