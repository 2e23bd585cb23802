"""The files of the open data, each read back by another program."""

import csv
import io
import json
import zipfile
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

from plugins.model.page import File
from plugins.model.procedure import Procedure, Publication
from plugins.opendata.forms.table import CHANGE_COLUMNS, PROCEDURE_COLUMNS, safe
from plugins.opendata.plan import plan, readable
from plugins.press.press import press
from tests.factory import by_path
from tests.rooms.opendata.samples import DOMAIN, HOSTILE, WHOLE, WITH_HOSTILE, data_site, procedure

each_site = pytest.mark.parametrize("of", [WHOLE, WITH_HOSTILE], ids=["whole", "hostile"])


def files(of) -> dict[str, bytes]:
    return {made.path.removeprefix("du-lieu/"): made.make(made.view) for made in plan(of) if isinstance(made, File)}


def rows_of_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def rows_of_xlsx(data: bytes) -> list[list]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_every_file_is_there_and_all_are_planned_once():
    made = by_path(plan(WHOLE))
    assert set(made) == {
        *(f"du-lieu/{name}" for name in ("index.html", "danh-muc.json", "thu-tuc.json", "thu-tuc.schema.json", "thu-tuc.csv", "thu-tuc.xlsx")),
        *(f"du-lieu/{name}" for name in ("thu-tuc.jsonld", "thu-tuc.ttl", "bien-dong.xlsx", "bien-dong.csv")),
    }


def test_without_procedures_nothing_is_planned():
    assert list(plan(data_site())) == []


@each_site
def test_the_same_procedures_give_the_same_bytes(of):
    assert files(of) == files(of)


# — JSON —


@each_site
def test_the_json_keeps_to_its_schema_and_the_schema_to_its_draft(of):
    made = files(of)
    schema = json.loads(made["thu-tuc.schema.json"])
    Draft202012Validator.check_schema(schema)
    document = json.loads(made["thu-tuc.json"])
    assert list(Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(document)) == []
    assert document["$schema"] == schema["$id"] == f"{DOMAIN}/du-lieu/thu-tuc.schema.json"


def test_the_schema_refuses_what_is_missing_or_strange():
    made = files(WHOLE)
    validator = Draft202012Validator(json.loads(made["thu-tuc.schema.json"]))
    for spoil in (lambda p: p.pop("title"), lambda p: p.update(code="1.1"), lambda p: p.update(more=1), lambda p: p["publication"].update(status="mới")):
        document = json.loads(made["thu-tuc.json"])
        spoil(document["procedures"][0])
        assert not validator.is_valid(document)


def test_the_json_holds_every_field_of_every_version():
    document = json.loads(files(WHOLE)["thu-tuc.json"])
    records = document["procedures"]
    assert [(r["code"], r["current"], r["in_force"]) for r in records] == [
        ("1.001193", True, True),
        ("1.001193", False, False),
        ("2.000815", True, True),
        ("2.001009", True, False),
    ]
    told = {field.name for field in fields(Procedure)} - {"source_path", "path", "conditions_prose", "extra"}
    assert told <= set(records[0])
    assert set(records[0]["publication"]) == {field.name for field in fields(Publication)}
    assert records[0]["url"] == f"{DOMAIN}/thu-tuc/1.001193.html"
    assert [form["url"] for form in records[0]["evidence"][0]["items"][0]["forms"]] == [f"{DOMAIN}/tai-lieu/to-khai.docx", "https://x.example/a b?c={d}|e"]
    assert records[0]["publication"]["effective_from"] == "2026-02-01"
    assert document["modified"] == "2026-03-10"


def test_hostile_texts_come_back_whole_from_json():
    (record, *_) = json.loads(files(WITH_HOSTILE)["thu-tuc.json"])["procedures"]
    assert {record["title"], record["conditions"], record["steps"][1]["case"], record["evidence"][0]["items"][0]["name"]} == {HOSTILE}


# — CSV —


def test_the_csv_has_one_row_a_procedure_and_starts_with_a_byte_order_mark():
    data = files(WHOLE)["thu-tuc.csv"]
    rows = rows_of_csv(data)
    assert data.startswith(b"\xef\xbb\xbf")
    assert [row["Mã thủ tục"] for row in rows] == ["1.001193", "2.000815", "2.001009"]
    assert list(rows[0]) == [label for label, _ in PROCEDURE_COLUMNS]
    assert rows[0]["Ngày quyết định"] == "2026-01-20"
    assert rows[0]["Không phụ thuộc địa giới"] == ""
    assert "thời hạn: 30 ngày – phí, lệ phí: 8.000 đồng" in rows[0]["Cách thức thực hiện, thời hạn, phí"]
    assert rows[2]["Văn bản bãi bỏ"] == "Nghị định 280/2025/NĐ-CP"


def test_no_cell_of_a_csv_can_be_taken_for_a_formula():
    for name in ("thu-tuc.csv", "bien-dong.csv"):
        for row in csv.reader(io.StringIO(files(WITH_HOSTILE)[name].decode("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    rows = rows_of_csv(files(WITH_HOSTILE)["thu-tuc.csv"])
    assert [row["Tên thủ tục"] for row in rows] == [HOSTILE, "'=HYPERLINK(\"https://x\")", "'@SUM(A1)"]
    assert [safe(text) for text in ("=1+1", "+84", "-x", "@a", "\ta", "\ra", "a=1", "")] == ["'=1+1", "'+84", "'-x", "'@a", "'\ta", "'\ra", "a=1", ""]


# — Excel —


@each_site
def test_the_workbook_says_the_same_as_the_csv(of):
    made = files(of)
    for name, columns in (("thu-tuc", PROCEDURE_COLUMNS), ("bien-dong", CHANGE_COLUMNS)):
        head, *rows = rows_of_xlsx(made[f"{name}.xlsx"])
        assert head == [label for label, _ in columns]
        typed = [[cell.isoformat() if hasattr(cell, "isoformat") else cell for cell in row] for row in rows]
        assert [[safe(cell) for cell in row] for row in typed] == [list(row.values()) for row in rows_of_csv(made[f"{name}.csv"])]


def test_the_workbook_has_a_frozen_header_a_fixed_date_and_neither_formulas_nor_links():
    with zipfile.ZipFile(io.BytesIO(files(WITH_HOSTILE)["thu-tuc.xlsx"])) as book:
        sheet, core = (book.read(name).decode() for name in ("xl/worksheets/sheet1.xml", "docProps/core.xml"))
        dates = {entry.date_time for entry in book.infolist()}
    assert 'state="frozen"' in sheet
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert "2026-03-02T00:00:00Z" in core
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_too_long_for_excel_is_cut_and_says_where_the_rest_is():
    made = files(data_site(procedure(conditions="x" * 40_000)))
    cell = rows_of_xlsx(made["thu-tuc.xlsx"])[1][[label for label, _ in PROCEDURE_COLUMNS].index("Yêu cầu, điều kiện")]
    assert len(cell) == 32_767
    assert cell.endswith("… (xem đủ ở thu-tuc.json)")
    assert "x" * 40_000 in made["thu-tuc.csv"].decode()


# — changes —


def test_every_change_of_every_decision_is_a_row():
    rows = rows_of_csv(files(WHOLE)["bien-dong.csv"])
    assert [tuple(row.values()) for row in rows] == [
        ("2026-03-10", "200/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Mẫu", "2026-03-10", "1.001193", "Đăng ký khai sinh", "sửa đổi, bổ sung", "", ""),
        ("2026-03-10", "200/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Mẫu", "2026-03-10", "2.000815", "Chứng thực bản sao", "thay thế", "1.001193", ""),
        ("2026-01-20", "163/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Mẫu", "2026-01-20", "1.001193", "Đăng ký khai sinh", "mới ban hành", "", ""),
        ("2026-01-20", "163/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Mẫu", "2026-01-20", "2.001009", "Khai nhận di sản", "bãi bỏ", "", "Nghị định 280/2025/NĐ-CP"),
    ]


# — catalogue and page —


@each_site
def test_the_catalogue_and_the_page_tell_the_true_size_and_checksum_of_every_file(of):
    made = files(of)
    catalogue = json.loads(made["danh-muc.json"])
    listed = {entry["name"]: entry for entry in catalogue["datasets"]}
    assert set(listed) == set(made) - {"danh-muc.json"}
    view = by_path(plan(of))["du-lieu/index.html"].view
    assert [(file.name, file.checksum, file.size) for file in view.files] == [(n, e["sha256"], readable(e["size"])) for n, e in listed.items()]
    for name, entry in listed.items():
        assert (entry["size"], entry["sha256"]) == (len(made[name]), sha256(made[name]).hexdigest())
        assert entry["url"] == f"{DOMAIN}/du-lieu/{name}"
        assert entry["reuse_notice"] == "Ghi rõ nguồn khi phát hành lại."
        assert entry["modified"] == catalogue["modified"]


def test_the_written_page_shows_the_checksums_of_the_written_files(theme, tmp_path):
    release = press(WHOLE, list(plan(WHOLE)), theme, Path(tmp_path), tmp_path / "out", None, 1)
    html = (tmp_path / "out/du-lieu/index.html").read_text(encoding="utf-8")
    for path, written in release.files.items():
        if path.startswith("du-lieu/") and not path.endswith(("index.html", "danh-muc.json")):
            assert f"<code>{written.sha256}</code>" in html, path
            assert sha256((tmp_path / "out" / path).read_bytes()).hexdigest() == written.sha256
    assert "10/03/2026" in html


def test_a_changed_procedure_changes_the_fingerprint_of_the_files_and_an_unchanged_one_does_not():
    before, same, after = (by_path(plan(of)) for of in (data_site(procedure()), data_site(procedure()), data_site(procedure(conditions="Khác"))))
    assert {path: repr(made) for path, made in before.items()} == {path: repr(made) for path, made in same.items()}
    changed = {path.removeprefix("du-lieu/") for path in before if repr(before[path]) != repr(after[path])}
    assert changed == {"index.html", "danh-muc.json", "thu-tuc.json", "thu-tuc.csv", "thu-tuc.xlsx", "thu-tuc.jsonld", "thu-tuc.ttl"}


@pytest.mark.parametrize(("size", "said"), [(0, "1 kB"), (999, "1 kB"), (14_350, "14 kB"), (2_265_803, "2,3 MB")])
def test_sizes_are_said_as_people_say_them(size, said):
    assert readable(size) == said
