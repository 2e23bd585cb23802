"""The feed of changes of procedures: what decisions say, what procedures say of themselves, and neither twice."""

import json
import re
import warnings
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from plugins.feeds.plan import CHANGES as LIMIT
from plugins.feeds.plan import plan
from plugins.model.decision import Change
from plugins.model.procedure import ProcedureStatus
from tests.factory import by_path
from tests.rooms.opendata.samples import (
    ABOLISHED,
    CHANGES,
    DOMAIN,
    EARLIER,
    HOSTILE,
    WHOLE,
    bare,
    data_site,
    decision,
    procedure,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import feedparser

KINDS = ("rss.xml", "atom.xml", "json")
TAG = "tag:thunghiem.example,2023:thu-tuc"


def files(of) -> dict[str, bytes]:
    planned = by_path(plan(of))
    return {kind: planned[path].make(planned[path].view) for kind in KINDS if (path := f"feeds/thu-tuc.{kind}") in planned}


def items(of) -> list[dict]:
    return json.loads(files(of)["json"])["items"]


def test_the_three_forms_hold_the_same_entries_newest_first():
    made = files(WHOLE)
    ids = [item["id"] for item in items(WHOLE)]
    assert ids == [
        f"{TAG}/1.001193/200-qd-ubnd-2026",
        f"{TAG}/2.000815/200-qd-ubnd-2026",
        f"{TAG}/1.001193/163-qd-ubnd-2026",
        f"{TAG}/2.001009/163-qd-ubnd-2026",
        f"{TAG}/1.001193/9-qd-ubnd-2025",  # told by the earlier version itself
    ]
    for kind, version in (("rss.xml", "rss20"), ("atom.xml", "atom10")):
        parsed = feedparser.parse(made[kind])
        assert (parsed.bozo, parsed.version) == (0, version)
        assert [entry.id for entry in parsed.entries] == ids
    assert all(re.fullmatch(r"tag:[a-z.]+,\d{4}:thu-tuc/\d\.\d{6}/[a-z0-9-]+", one) for one in ids)


def test_an_entry_says_what_changed_by_which_decision_and_leads_to_the_procedure():
    entries = {item["id"]: item for item in items(WHOLE)}
    replaced = entries[f"{TAG}/2.000815/200-qd-ubnd-2026"]
    assert replaced["title"] == "Thay thế: Chứng thực bản sao (2.000815)"
    assert replaced["url"] == f"{DOMAIN}/thu-tuc/2.000815.html"
    assert f'<a href="{DOMAIN}/quyet-dinh/200-qd-ubnd-2026.html">số 200/QĐ-UBND ngày 10/03/2026</a>' in replaced["content_html"]
    assert f'<a href="{DOMAIN}/thu-tuc/1.001193.html">1.001193 Đăng ký khai sinh</a>' in replaced["content_html"]
    assert replaced["tags"] == ["thay thế", "Hộ tịch"]
    assert replaced["date_published"] == "2026-03-10T00:00:00+07:00"
    assert "Văn bản bãi bỏ: Nghị định 280/2025/NĐ-CP" in entries[f"{TAG}/2.001009/163-qd-ubnd-2026"]["summary"]


def test_an_id_stays_when_the_decision_comes_to_the_site_later():
    alone = items(data_site(procedure()))
    later = items(data_site(procedure(), decisions=(decision("163/QĐ-UBND", Change("1.001193", ProcedureStatus.AMENDED)),)))
    assert [item["id"] for item in alone] == [item["id"] for item in later] == [f"{TAG}/1.001193/163-qd-ubnd-2026"]


def test_without_a_decision_the_id_is_made_of_the_status():
    (one,) = items(data_site(procedure(decision="", issued=None, status=ProcedureStatus.NEW)))
    assert one["id"] == f"{TAG}/1.001193/moi-ban-hanh"
    assert one["date_published"] == "2026-02-02T00:00:00+07:00"  # the day it was posted


def test_ids_outlive_a_new_title_and_a_new_domain():
    moved = data_site(procedure(text="Tên mới"), EARLIER, ABOLISHED, bare(), decisions=CHANGES)
    site_table = moved.profile.site.model_copy(update={"domain": "https://khac.example"})
    moved = replace(moved, profile=moved.profile.model_copy(update={"site": site_table}))
    assert [item["id"] for item in items(moved)] == [item["id"] for item in items(WHOLE)]


def test_procedures_without_any_date_give_a_valid_empty_feed():
    made = files(data_site(bare()))
    assert set(made) == set(KINDS)
    assert items(data_site(bare())) == []
    assert feedparser.parse(made["rss.xml"]).bozo == 0
    assert "2023-01-01T00:00:00+07:00" in made["atom.xml"].decode()


def test_a_site_without_procedures_and_decisions_has_no_such_feed():
    assert files(data_site()) == {}


def test_hostile_texts_are_only_text():
    made = files(data_site(procedure(text=HOSTILE, changes=HOSTILE)))
    for kind in ("rss.xml", "atom.xml"):
        root = etree.fromstring(made[kind])
        assert not [element for element in root.iter() if str(element.tag).rpartition("}")[2] in {"script", "b"}]
    (item,) = json.loads(made["json"])["items"]
    assert "<script" not in item["content_html"]
    assert "&lt;/script&gt;" in item["content_html"]


def test_a_feed_is_cut_and_keeps_the_newest():
    one = decision("1/QĐ-UBND", *(Change(f"1.{n:06d}", ProcedureStatus.NEW) for n in range(LIMIT + 5)), day=date(2026, 1, 1))
    newest = decision("2/QĐ-UBND", Change("2.000001", ProcedureStatus.NEW), day=date(2026, 5, 5))
    told = items(data_site(bare(), decisions=(newest, one)))
    assert len(told) == LIMIT
    assert told[0]["id"] == f"{TAG}/2.000001/2-qd-ubnd-2026"
    assert told[0]["url"] == f"{DOMAIN}/quyet-dinh/2-qd-ubnd-2026.html"  # no page of its own to lead to


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_changes_give_the_same_bytes(kind):
    assert files(WHOLE)[kind] == files(WHOLE)[kind]
