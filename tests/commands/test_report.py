"""``report`` on the sample commune: every figure is counted again from the content files, with readers of this test alone."""

import csv
import hashlib
import io
import re
import tomllib
from collections import Counter
from datetime import date, timedelta

import holidays
import pytest
from docx import Document
from lxml import html as lxml_html
from python_calamine import CalamineWorkbook

from tests.commune import Commune, publish, run
from tests.conftest import ROOT

CONTENT = ROOT / "content"
NOW = "2026-11-20"
FIRST, LAST = date(2025, 12, 15), date(2026, 6, 14)
BASE = "https://lamkhe.songiang.example/cchc/"
_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})/(\d{1,2})/(\d{4}))")


# — the content, read another way —


def matter(path) -> dict[str, str]:
    """Lines ``key: value`` of the beginning of a file, keys in small letters."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").removeprefix("---\n").split("\n"):
        key, sign, value = line.partition(":")
        if not sign or not line.strip() or line.startswith("---"):
            break
        found[key.strip().lower()] = value.strip().strip('"')
    return found


def first_of(found: dict[str, str], *names: str) -> str:
    return next((found[name] for name in names if name in found), "")


def day(text: str) -> date | None:
    match = _DATE.search(text)
    if match is None:
        return None
    year, month, number = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    return date(int(year), int(month), int(number))


def in_period(found: date | None) -> bool:
    return found is not None and FIRST <= found <= LAST


def files(folder: str):
    for path in sorted((CONTENT / folder).rglob("*.md")):
        found = matter(path)
        if first_of(found, "status", "trạng thái") not in {"draft", "nháp"}:
            yield path, found


def news() -> list[tuple[date, dict[str, str]]]:
    dated = ((day(first_of(found, "date", "ngày")), found) for _, found in files("tin-tuc"))
    return [(when, found) for when, found in dated if in_period(when)]


def answers() -> list[tuple[date, date, dict[str, str]]]:
    both = [*files("hoi-dap"), *files("phan-anh")]
    dated = ((day(first_of(found, "asked", "ngày hỏi")), day(first_of(found, "answered", "ngày trả lời")), found) for _, found in both)
    return [(asked, answered, found) for asked, answered, found in dated if in_period(answered)]


def documents() -> list[dict[str, str]]:
    return [found for _, found in files("van-ban") if in_period(day(first_of(found, "date", "ngày ban hành")))]


def procedures() -> list[dict[str, str]]:
    return [found for _, found in files("thu-tuc") if in_period(day(found.get("posted_on", "")))]


def tasks_of(found: dict[str, str]) -> list[str]:
    return [one.strip() for one in first_of(found, "task", "nhiệm vụ").split(";") if one.strip()]


def plan() -> dict:
    return tomllib.loads((CONTENT / "ke-hoach" / "2026.toml").read_text(encoding="utf-8"))


def done_days(task: dict) -> list[date]:
    """Days on which something was done of a task in the period, by whatever tells it."""
    ref = f"2026-{task['code']}"
    own = [day(one["date"]) for one in task.get("done", ())]
    told = [when for when, found in news() if ref in tasks_of(found)]
    told += [answered for _, answered, found in answers() if ref in tasks_of(found)]
    told += [day(first_of(found, "date", "ngày ban hành")) for found in documents() if ref in tasks_of(found)]
    return sorted(one for one in [*own, *told] if in_period(one))


def working_days(start: date, end: date) -> int:
    """Days after the first that are worked, by a calendar that somebody else keeps."""
    known = holidays.VN(years=range(start.year, end.year + 1))
    days = (start + timedelta(number) for number in range(1, (end - start).days + 1))
    return sum(one.weekday() < 5 and one not in known for one in days)


def category_names() -> dict[str, str]:
    """Slug and name → name, from the editors' guide."""
    rows = re.findall(r"^\| `([\w-]+)` \| ([^|]+) \| [^|]+ \|$", (ROOT / "docs" / "bien-tap.md").read_text(encoding="utf-8"), re.MULTILINE)
    return {key: name for slug, name in rows for key in (slug, name)}


def main_category(found: dict[str, str]) -> str:
    typed, names = first_of(found, "category", "chuyên mục"), category_names()
    return names[typed] if typed in names else names[re.split("[,;]", typed)[0].strip()]


# — the report —


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    base = tmp_path_factory.mktemp("report")
    done = run("report", "--content", CONTENT, "--period", "2026-H1", "--out", base / "out", "--public", base / "public", "--now", NOW, cache=base / "cache")
    assert done.code == 0, done.said
    return base / "out" / "2026-H1"


def table(folder, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "csv" / f"{name}.csv").read_text(encoding="utf-8-sig"))))


def test_the_content_has_something_to_count():
    assert len(news()) > 10
    assert [len(answers()), len(documents()), len(procedures())] == [2, 1, 2]


def test_items_by_month_are_those_of_the_files(folder):
    months = Counter(f"Tháng {when.month + (when.day >= 15) if when.year == 2026 else 1}/2026" for when, _ in news())
    total = table(folder, "tin-theo-thang")[-1]
    assert {name: int(count) for name, count in total.items() if name.startswith("Tháng") and int(count)} == dict(months)
    assert int(total["Cộng"]) == len(news())


def test_items_by_category_are_those_of_the_files(folder):
    counts = Counter(main_category(found) for _, found in news())
    told = {row["Chuyên mục"]: int(row["Chuyên mục chính"]) for row in table(folder, "tin-theo-chuyen-muc")}
    assert {name: count for name, count in told.items() if count} == dict(counts)


def test_what_was_done_of_each_task_is_what_the_files_say(folder):
    told = {row["Mã"]: int(row["Trong kỳ"]) for row in table(folder, "ke-hoach")}
    assert told == {task["code"]: len(done_days(task)) for task in plan()["task"]}


def test_tasks_of_each_month_are_reached_as_far_as_the_files_say(folder):
    signed = day(plan()["date"])
    ends = [date(2026, month, 14) for month in range(1, 7)]
    for row, task in zip(table(folder, "ke-hoach"), plan()["task"], strict=True):
        if task.get("per") != "tháng":
            continue
        starts = [FIRST, *(end + timedelta(1) for end in ends[:-1])]
        counts = [sum(start <= one <= end for one in done_days(task)) for start, end in zip(starts, ends, strict=True) if end >= signed]
        assert int(row["Đến hết kỳ phải đạt"]) == task["minimum"] * len(counts)
        assert int(row["Đã đạt"]) == sum(min(one, task["minimum"]) for one in counts)


def test_tasks_with_a_deadline_in_the_period_and_no_others_of_the_year_are_due(folder):
    due = {task["code"] for task in plan()["task"] if "per" not in task and "deadline" in task and day(task["deadline"]) <= LAST}
    rows = {row["Mã"]: row for row in table(folder, "ke-hoach")}
    yearly = {task["code"] for task in plan()["task"] if "per" not in task}
    assert {code for code in yearly if rows[code]["Đến hết kỳ phải đạt"]} == due == {"09"}


def test_answers_took_the_days_that_the_files_say(folder):
    told = sorted((row["Ngày hỏi"], row["Ngày trả lời"], int(row["Số ngày làm việc"])) for row in table(folder, "tra-loi"))
    assert told == sorted((str(asked), str(answered), working_days(asked, answered)) for asked, answered, _ in answers())


def test_procedures_were_posted_as_late_as_the_files_say(folder):
    told = sorted((row["Mã"], int(row["Ngày làm việc sau khi ký"]), int(row["Ngày làm việc sau hiệu lực"])) for row in table(folder, "thu-tuc"))
    expected = []
    for found in procedures():
        signed, effect, posted = (day(found[key]) for key in ("decision_date", "effective_from", "posted_on"))
        expected.append((found["code"], working_days(signed, posted), working_days(effect, posted)))
    assert told == sorted(expected)


def test_documents_are_those_of_the_files(folder):
    assert [row["Số, ký hiệu"] for row in table(folder, "van-ban")] == [first_of(found, "number", "số") for found in documents()]


def test_evidence_holds_every_item_answer_and_document_and_what_the_unit_wrote(folder):
    rows = table(folder, "minh-chung")
    own = [one for task in plan()["task"] for one in task.get("done", ()) if in_period(day(one["date"]))]
    assert len(rows) == len(news()) + len(answers()) + len(documents()) + len(own)
    assert {first_of(found, "title", "tiêu đề") for _, found in news()} <= {row["Tiêu đề"] for row in rows}
    assert sorted(row["Tiêu đề"] for row in rows if not row["SHA-256"]) == sorted(one["content"] for one in own)


def test_checksums_are_those_of_the_files_when_nothing_is_published(folder):
    sums = {hashlib.sha256(path.read_bytes()).hexdigest() for path in CONTENT.rglob("*.md")}
    rows = [row for row in table(folder, "minh-chung") if row["SHA-256"]]
    assert {row["SHA-256"] for row in rows} <= sums
    assert {row["Tính từ"] for row in rows} == {"tệp nội dung"}
    assert all(row["Địa chỉ hoặc nơi lưu minh chứng"].startswith(BASE) for row in rows)


def test_the_self_score_follows_from_the_figures(folder):
    rows = {row["Mã"]: row for row in table(folder, "tu-cham")}
    tasks = [row for row in table(folder, "ke-hoach") if row["Đến hết kỳ phải đạt"]]
    met = sum(row["Còn thiếu"] == "0" for row in tasks)
    assert rows["4.1"]["Kết quả"].startswith(f"{met}/{len(tasks)} nhiệm vụ đến hạn")
    assert (rows["4.1"]["Tự chấm"], rows["4.2.1"]["Tự chấm"], rows["4.2.2"]["Tự chấm"], rows["4.2.3"]["Tự chấm"]) == ("0", "0", "0,25", "0,5")
    assert (rows["5.1"]["Tự chấm"], rows["5.3"]["Tự chấm"]) == ("1", "Trang không có số liệu")


def test_page_workbook_and_word_file_hold_the_figures_of_the_csv_files(folder):
    page = lxml_html.fromstring((folder / "bao-cao-2026-H1.html").read_text(encoding="utf-8"))
    word = Document(str(folder / "bao-cao-2026-H1.docx"))
    book = CalamineWorkbook.from_path(str(folder / "bao-cao-2026-H1.xlsx"))
    of_page = [["".join(cell.itertext()) for cell in row] for one in page.iter("table") for row in one.iter("tr")]
    of_word = [[cell.text for cell in row.cells] for one in word.tables for row in one.rows]
    for name in ("tin-theo-chuyen-muc", "theo-hinh-thuc", "mau-14-cot"):
        rows = [list(row.values()) for row in table(folder, name)]
        sheet = book.get_sheet_by_name(name).to_python()[3 : 3 + len(rows)]
        assert all(row in of_page for row in rows)
        assert all(row in of_word for row in rows)
        assert [[f"{cell:g}" if isinstance(cell, float) else cell for cell in row] for row in sheet] == rows


# — the verb —


@pytest.fixture
def commune(tmp_path) -> Commune:
    made = Commune(tmp_path / "content")
    made.news("a", date="2/3/2026")
    return made


def asked(commune: Commune, *more: str, period: str = "2026-H1"):
    base = commune.content.parent
    return run("report", "--content", commune.content, "--public", base / "public", "--out", base / "out", "--period", period, *more, cache=base / "cache")


def test_checksums_are_those_of_the_published_pages_once_there_are_some(commune):
    base = commune.content.parent
    assert publish(commune.content, base / "public").code == 0
    assert asked(commune).code == 0
    (row,) = table(base / "out" / "2026-H1", "minh-chung")
    assert row["SHA-256"] == hashlib.sha256((base / "public" / "tin-tuc" / "a.html").read_bytes()).hexdigest()
    assert row["Tính từ"] == "trang đã đăng"


def test_two_reports_of_the_same_content_are_the_same_bytes(commune):
    base = commune.content.parent
    assert asked(commune).code == 0
    before = {path: path.read_bytes() for path in (base / "out").rglob("*") if path.is_file()}
    assert asked(commune).code == 0
    assert {path: path.read_bytes() for path in (base / "out").rglob("*") if path.is_file()} == before
    assert len(before) == 13


def test_a_calendar_report_stands_in_a_folder_of_its_own(commune):
    assert asked(commune, "--calendar").code == 0
    assert (commune.content.parent / "out" / "2026-H1-theo-lich" / "bao-cao-2026-H1-theo-lich.html").is_file()


def test_a_period_that_is_none_is_refused(commune):
    done = asked(commune, period="quý 2")
    assert done.code == 2
    assert "Không đọc được kỳ báo cáo 'quý 2'" in done.said


def test_content_with_errors_gives_no_report(commune):
    commune.write("ke-hoach/2026.toml", "number = 1\n")
    done = asked(commune)
    assert done.code == 1
    assert "ke-hoach/2026.toml" in done.said
    assert not (commune.content.parent / "out").exists()


def test_no_report_is_written_into_the_published_folder(commune):
    base = commune.content.parent
    done = run("report", "--content", commune.content, "--public", base / "public", "--out", base / "public" / "x", "--period", "2026", cache=base / "cache")
    assert done.code == 2
    assert not (base / "public").exists()


def test_the_published_site_holds_no_report_unless_the_profile_says_so(commune):
    base = commune.content.parent
    assert publish(commune.content, base / "public").code == 0
    assert not (base / "public" / "bao-cao").exists()
    text = (commune.content / "site.toml").read_text(encoding="utf-8")
    commune.write("site.toml", f'{text}\n[report]\npublic = ["2026-H1"]\n')
    outcome = publish(commune.content, base / "public")
    assert outcome.code == 0, outcome.said
    assert (base / "public" / "bao-cao" / "2026-h1.html").is_file()
