"""The room among the others: no dead link whoever is taken out, well-formed pages, and the real texts of a commune."""

import json
import re

import pytest

from plugins.gate.brand import MAIN_MENU
from plugins.press.press import press
from plugins.procedures.readable import broken_up
from publishing.verify import Built, verify
from tests.conftest import ROOT
from tests.factory import ROOM_NAMES, by_path, item, plan, site
from tests.rooms.procedures.records import announced, with_records

WORKBOOK = ROOT.parent / "shared" / "data" / "tthc" / "danh-muc-tthc-cap-xa.xlsx"


@pytest.mark.parametrize("out", ["none", *sorted(ROOM_NAMES)])
def test_a_site_with_procedures_has_no_dead_link_whichever_room_is_taken_out(out, tmp_path):
    of = announced(site([] if out == "news" else [item()], rooms=ROOM_NAMES - {out}))
    release = press(of, plan(of), ROOT / "theme", ROOT / "content", tmp_path / "out", None, 1)
    paths = frozenset(release.files)
    assert verify(Built(release.folder, paths, paths, "/"), lambda check, work: [check(path) for path in work]) == []
    assert any(path.startswith("quyet-dinh/") for path in paths) == (out != "procedures")


def test_linked_data_in_the_written_page_is_valid_json(tmp_path):
    of = announced(site())
    press(of, plan(of), ROOT / "theme", ROOT / "content", tmp_path / "out", None, 1)
    page = (tmp_path / "out" / "thu-tuc" / "1.000001.html").read_text(encoding="utf-8")
    told = [json.loads(data) for data in re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", page)]
    assert [data["identifier"] for data in told if data.get("@type") != "BreadcrumbList"] == ["1.000001"]


def test_home_links_the_list_only_when_there_is_one():
    assert by_path(plan(announced(site())))["index.html"].view.procedures == "thu-tuc/index.html"
    assert by_path(plan(with_records()))["index.html"].view.procedures == ""
    assert "Thủ tục" in MAIN_MENU


@pytest.mark.skipif(not WORKBOOK.exists(), reason="the official files are not part of the project")
def test_real_texts_lose_no_character_and_no_paragraph_is_a_wall():
    calamine = pytest.importorskip("python_calamine")
    rows = calamine.CalamineWorkbook.from_path(WORKBOOK).get_sheet_by_name("Trình tự thực hiện").to_python()[1:]
    texts = [str(row[4]) for row in rows]
    assert len(texts) > 200
    for text in texts:
        broken = broken_up(text)
        assert "".join(broken.split()) == "".join(text.split())
        assert max(map(len, broken.split("\n"))) < 1_200
