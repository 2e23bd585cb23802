"""The register at the gate: records of the unit's documents, links in prose, and who cites what."""

from pathlib import Path
from typing import Any

import pytest

from plugins.model.prose import ROOT_MARK
from tests.commune import Commune
from tests.gate.test_agreement import Catalogue, judged

FULL = "Theo Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND phường, phường làm."


class Office(Catalogue):
    """A commune that issues documents."""

    def document(self, name: str = "12", body: str = "Nội dung kế hoạch.", **keys: Any) -> Path:
        facts = {"number": "12/KH-UBND", "title": "Cải cách hành chính", "date": "15/01/2026", "file": "tai-lieu/a.pdf"} | keys
        self.write("tai-lieu/a.pdf", b"%PDF-1.4\n%%EOF\n")
        return self._item(f"van-ban/{name}.md", facts, body)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "content")


OWN = "van-ban/ke-hoach-12-kh-ubnd-2026-ubnd-phuong-thu-nghiem.html"


def body_of(commune: Commune, path: str = "tin-tuc/a.html") -> str:
    site, _ = judged(commune)
    return next(item for item in site.news if item.path == path).body.html


def test_a_document_becomes_a_record_at_the_address_of_its_number_year_and_issuer(office):
    office.document(recipients="Như trên; Lưu: VT")
    site, problems = judged(office)
    assert problems == ()
    (one,) = site.documents
    assert (one.path, one.type, one.number, one.issuer, one.place) == (OWN, "Kế hoạch", "12/KH-UBND", "UBND phường Thử Nghiệm", "Thử Nghiệm")
    assert (one.file.ending, one.recipients) == ("pdf", ("Như trên", "Lưu: VT"))


def test_a_mention_leads_to_the_entry_and_every_letter_stays(office):
    office.document()
    office.news("a", FULL + " Nghị định 30/2020/NĐ-CP.")
    html = body_of(office)
    assert f'<a class="van-ban" href="{ROOT_MARK}{OWN}">Kế hoạch số 12/KH-UBND</a> ngày <time datetime="2026-01-15">15/01/2026</time>' in html
    assert f'<a class="van-ban" href="{ROOT_MARK}van-ban/2020/nghi-dinh.html#trang-nghi-dinh-30-2020-nd-cp">Nghị định 30/2020/NĐ-CP</a>.' in html
    assert html.replace("</a>", "").count("<a ") == 2
    site, _ = judged(office)
    (citing,) = [one for one in site.citing if one.href == "tin-tuc/a.html"]
    assert [slug for slug, _ in citing.cited] == [OWN.removeprefix("van-ban/").removesuffix(".html"), "nghi-dinh-30-2020-nd-cp"]


def test_the_key_of_a_body_follows_where_its_mentions_lead(office):
    office.news("a", FULL.replace(" của UBND phường", ""))
    site, _ = judged(office)
    before = site.news[0].body.digest
    assert "van-ban/2026/ke-hoach.html#trang-ke-hoach-12-kh-ubnd-2026" in site.news[0].body.html
    office.document()
    site, _ = judged(office)
    assert OWN in site.news[0].body.html
    assert site.news[0].body.digest != before


def test_an_item_that_cites_nothing_keeps_its_key_and_is_not_listed(office):
    office.news("a", "Không nhắc văn bản nào.")
    before = judged(office)[0].news[0].body.digest
    office.document()
    site, _ = judged(office)
    assert site.news[0].body.digest == before
    assert site.citing == ()


def test_a_document_does_not_lead_to_itself(office):
    office.document(body="Kế hoạch số 12/KH-UBND ngày 15/01/2026 này thay Kế hoạch số 8/KH-UBND ngày 10/01/2025.")
    site, _ = judged(office)
    assert OWN not in site.documents[0].body.html
    assert "ke-hoach-8-kh-ubnd-2025" in site.documents[0].body.html


def test_drafts_and_documents_of_a_later_day_are_no_entry_and_cite_nothing(office):
    office.document(status="nháp", body="Theo Nghị định 30/2020/NĐ-CP.")
    office.document("13", number="13/KH-UBND", date="1/1/2030", body="Theo Nghị định 30/2020/NĐ-CP.")
    site, _ = judged(office)
    assert (site.documents, site.citing) == ((), ())


def test_what_a_document_replaces_is_of_its_own_issuer_unless_it_says_otherwise(office):
    office.document(replaces="8/KH-UBND ngày 10/01/2025; Kế hoạch số 3/KH-UBND ngày 2/2/2024 của UBND tỉnh")
    site, _ = judged(office)
    assert [slug for slug, _ in site.documents[0].replaces] == ["ke-hoach-8-kh-ubnd-2025-ubnd-phuong-thu-nghiem", "ke-hoach-3-kh-ubnd-2024-ubnd-tinh-mau"]


def test_two_files_of_one_document_are_refused(office):
    office.document()
    office.document("lai", number="012/KH-UBND")
    site, problems = judged(office)
    assert site is None
    assert [(p.path, p.code) for p in problems] == [("van-ban/12.md", "address-twice"), ("van-ban/lai.md", "address-twice")]


def test_everything_wrong_with_documents_is_told_with_its_line(office):
    office.document("a", number="/KH-UBND")
    office.document("b", number="05/2025/QĐ-UBND", effective_from="1/1/2026", file="tai-lieu/khong-co.pdf")
    office.document("c", type="Kế hoạc", replaces="bản cũ")
    _, problems = judged(office)
    assert [(p.where, p.code) for p in problems] == [
        ("van-ban/a.md:2", "document-number"),
        ("van-ban/b.md:4", "document-year"),
        ("van-ban/b.md:6", "document-days"),
        ("van-ban/c.md:6", "document-type"),
        ("van-ban/c.md:7", "document-cited"),
    ]
