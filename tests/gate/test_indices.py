"""Tables of indices: what is read, and everything wrong told with file and line."""

from decimal import Decimal

import pytest

from plugins.gate.examine import Examination, examine
from plugins.gate.indices import indices_of
from plugins.model.dates import parse_date
from plugins.model.index_rows import Reading, read_rows
from plugins.model.indices import IndexStatus, IndexValue
from plugins.reading.cache import Cache
from tests.commune import Commune, run
from tests.factory import ROOM_NAMES

HEAD = "index;series;year;value;scale;status;source\n"


def read(text: str, path: str = "chi-so/a.csv", seen=None) -> Reading:
    reading = Reading(seen if seen is not None else {}, 2026)
    read_rows(path, text, reading)
    return reading


def codes(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in read(text).problems]


def test_a_row_is_a_value():
    reading = read(f"{HEAD}SIPAS;Cả nước;2024;83,94;%;công bố;Bộ Nội vụ\n")
    assert reading.problems == []
    assert reading.values == [IndexValue("sipas", "Cả nước", 2024, Decimal("83.94"), "%", IndexStatus.PUBLISHED, "Bộ Nội vụ")]


@pytest.mark.parametrize(
    "text",
    [
        "index,series,year,value,scale,status,source\nSIPAS,Cả nước,2024,83.94,%,published,Bộ Nội vụ\n",
        'chỉ số,chuỗi,năm,giá trị,thang,trạng thái,nguồn\nsipas,Cả nước,2024,"83,94",%,Công bố,Bộ Nội vụ\n',
        "nguồn;chỉ số;chuỗi;năm;giá trị;thang;trạng thái\nBộ Nội vụ;Chỉ số hài lòng;Cả nước;2024;83,94;%;công bố\n\n;;;;;;\n",
        f"{HEAD}# ghi chú;;;;;;\nSIPAS;Cả nước;2024;83,94;%;công bố;Bộ Nội vụ\r\n",
    ],
)
def test_every_usual_way_to_write_a_table_is_read(text):
    reading = read(text)
    assert reading.problems == []
    assert [(one.index, one.year, one.text) for one in reading.values] == [("sipas", 2024, "83,94")]


def test_everything_that_is_wrong_is_told_at_once():
    text = HEAD + "\n".join(
        [
            "SIPAS;Cả nước;2024;83,94;%;công bố;Bộ Nội vụ",
            "SIPAS;Cả nước;2023;82.66;%;công bố;Bộ Nội vụ",  # 3: another decimal sign
            "SIPAS;Cả nước;2024;84;%;công bố;Bộ Nội vụ",  # 4: the year again
            "SIPAX;Cả nước;2024;84;%;công bố;Bộ Nội vụ",  # 5: unknown index
            "SIPAS;Cả nước;2022;180,08;%;công bố;Bộ Nội vụ",  # 6: beyond its scale
            "SIPAS;Cả nước;2021;85;%;nghe nói;Bộ Nội vụ",  # 7: unknown status
            "DTI;Cả nước;2024;0,6;0-1;công bố;dti.gov.vn",  # 8: the scale of earlier years
            "DTI;Cả nước;2021;640;0-1000;công bố;dti.gov.vn",  # 9: the scale of later years
            "PCI;Hải Phòng;24;74,84;0-100;công bố;VCCI",  # 10: two digits
            "PCI;Hải Phòng;2027;74,84;0-100;công bố;VCCI",  # 11: a year to come
            "PCI;Hải Phòng;2024;1.074,84;0-100;công bố;VCCI",  # 12: dots between thousands
            "PCI;Hải Phòng;2023;74,84;0-100;công bố;",  # 13: no source
            "PCI;Hải Phòng;2022;74,84;0-100;công bố",  # 14: a cell is missing
        ]
    )
    assert codes(text) == [
        (3, "index-mixed"),
        (4, "index-twice"),
        (5, "index-unknown"),
        (6, "index-beyond"),
        (7, "index-status"),
        (8, "index-scale"),
        (9, "index-scale"),
        (10, "index-year"),
        (11, "index-later"),
        (12, "index-number"),
        (13, "index-empty"),
        (14, "index-cells"),
    ]


def test_messages_say_what_is_wrong_and_how_it_should_look():
    told = {one.code: (one.what, one.remedy) for one in read(f"{HEAD}PAPY;Cả nước;2024;x;0-80;công bố;UNDP\nPAPI;Cả nước;2024;81;0-80;công bố;UNDP\n").problems}
    assert told["index-unknown"] == ("Không có chỉ số 'PAPY'", "có phải 'PAPI'? Các chỉ số: PAR INDEX, SIPAS, PAPI, PCI, DTI, Bộ chỉ số 766")
    assert told["index-beyond"][0] == "Giá trị 81 vượt ra ngoài thang 0-80"
    assert told["index-number"][0] == "'x' không phải giá trị của chỉ số"


def test_a_decimal_comma_between_commas_is_explained():
    (problem,) = read("index,series,year,value,scale,status,source\nSIPAS,Cả nước,2024,83,94,%,công bố,Bộ Nội vụ\n").problems
    assert (problem.line, problem.what) == (2, "Dòng có 8 ô, cần 7 ô")
    assert "ngoặc kép" in problem.remedy


@pytest.mark.parametrize("head", ["", "index;series;year;value;scale;status", "index;series;year;value;scale;status;source;source", "a;b;c;d;e;f;g"])
def test_a_table_without_its_heads_is_refused(head):
    assert codes(f"{head}\nSIPAS;Cả nước;2024;83,94;%;công bố;Bộ Nội vụ\n") == [(1, "index-head")]


def test_the_same_year_in_two_files_is_told_with_the_first_place():
    seen: dict = {}
    line = "SIPAS;Cả nước;2024;83,94;%;công bố;Bộ Nội vụ\n"
    read(HEAD + line, "chi-so/a.csv", seen)
    (problem,) = read(HEAD + line, "chi-so/b.csv", seen).problems
    assert (problem.path, problem.line, problem.what) == ("chi-so/b.csv", 2, "SIPAS của 'Cả nước' năm 2024 đã ghi ở chi-so/a.csv:2")


def test_a_file_that_is_no_text_is_told(tmp_path):
    commune = Commune(tmp_path)
    commune.write("chi-so/a.csv", b"\xff\xfe\x00")
    values, problems, _ = indices_of(tmp_path, ["chi-so/a.csv", "chi-so/khong-co.csv"], parse_date("2026-06-01"))
    assert values == ()
    assert [(one.path, one.code) for one in problems] == [("chi-so/a.csv", "encoding-not-utf8"), ("chi-so/khong-co.csv", "file-unreadable")]


def test_the_turn_of_the_year_is_when_a_value_of_a_year_to_come_is_due(tmp_path):
    """Else a site that is published each night would stay as it was in January: nothing in its files has changed."""
    commune = Commune(tmp_path / "content")
    commune.news("a")
    commune.write("chi-so/sipas.csv", f"{HEAD}SIPAS;Cả nước;2029;85;%;công bố;Bộ Nội vụ\nSIPAS;Cả nước;2027;84;%;công bố;Bộ Nội vụ\n")
    years = {}
    for now in ("2026-12-31 23:59", "2027-01-01 00:00", "2029-01-01 00:00"):
        verdict = examine(Examination(commune.content, parse_date(now), ROOM_NAMES, lambda: str, Cache(None)))
        years[now] = ([value.year for value in verdict.site.indices], verdict.due)
    assert years == {
        "2026-12-31 23:59": ([], parse_date("2027-01-01")),
        "2027-01-01 00:00": ([2027], parse_date("2029-01-01")),
        "2029-01-01 00:00": ([2027, 2029], None),
    }


def test_the_folder_takes_tables_only_and_wrong_ones_stop_the_publishing(tmp_path):
    commune = Commune(tmp_path / "content")
    commune.news("a")
    commune.write("chi-so/sipas.csv", f"{HEAD}SIPAS;Cả nước;2024;183,94;%;công bố;Bộ Nội vụ\n")
    commune.write("chi-so/cu/papi.csv", HEAD)
    commune.write("chi-so/ghi-chu.txt", "chữ")
    commune.write("chi-so/bai.md", "---\ntitle: a\n---\n")
    done = run("check", "--content", commune.content, cache=tmp_path / "cache")
    assert done.code == 1
    for told in ("chi-so/sipas.csv:2: lỗi: Giá trị 183,94 vượt ra ngoài thang %", "chi-so/cu/papi.csv: lỗi: Tệp 'papi.csv' không đúng chỗ", "chi-so/ghi-chu.txt: lỗi", "chi-so/bai.md: lỗi"):
        assert told in done.said, told
