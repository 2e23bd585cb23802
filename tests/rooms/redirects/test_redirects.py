"""Old addresses that lead on, and printed ones that may not be lost."""

import pytest

from tests.commune import publish, run, tree
from tests.gate.test_agreement import Catalogue, codes

MOVED = "# cũ -> mới\nthu-tuc/linh-vuc/cu.html -> thu-tuc/1.000001.html\n/tin-tuc/bai-cu.html → tin-tuc/a.html\n"


@pytest.fixture
def commune(tmp_path):
    made = Catalogue(tmp_path / "content")
    made.news("a")
    made.procedure("1.000001")
    return made


def test_an_old_address_is_a_page_that_leads_to_the_new_one(commune, tmp_path):
    commune.write("chuyen-huong.txt", MOVED)
    assert publish(commune.content, tmp_path / "public").code == 0
    made = tree(tmp_path / "public")
    old = made["thu-tuc/linh-vuc/cu.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../../thu-tuc/1.000001.html">' in old
    assert '<meta name="robots" content="noindex">' in old
    assert 'href="../../thu-tuc/1.000001.html"' in old
    assert not any(b"bai-cu" in data for path, data in made.items() if path.startswith("sitemap"))


def test_every_wrong_line_is_told_with_its_number(commune):
    commune.write("chuyen-huong.txt", "abc\nx.html -> ../y.html\na.html -> b.html\na.html -> tin-tuc/a.html\nthu-tuc/1.000001.html -> tin-tuc/a.html\n")
    assert [(line, code) for _, line, code in codes(commune)] == [(1, "redirect-form"), (2, "redirect-form"), (4, "redirect-twice")]
    commune.write("chuyen-huong.txt", "a.html -> b.html\nthu-tuc/1.000001.html -> tin-tuc/a.html\n")
    assert sorted(code for _, _, code in codes(commune)) == ["redirect-taken", "target-missing"]


def test_a_printed_address_is_not_lost_until_a_line_says_where_it_leads(commune, tmp_path):
    public = tmp_path / "public"
    commune.procedure("1.000002")
    assert publish(commune.content, public).code == 0
    before = tree(public)
    (commune.content / "thu-tuc/ho-tich/1.000002.md").unlink()
    refused = publish(commune.content, public)
    assert refused.code == 1
    assert "thu-tuc/1.000002.html: lỗi: địa chỉ này đã in trên mã QR" in refused.said
    assert tree(public) == before
    commune.write("chuyen-huong.txt", "thu-tuc/1.000002.html -> thu-tuc/1.000001.html\n")
    assert publish(commune.content, public).code == 0
    assert b"1.000001.html" in (public / "thu-tuc/1.000002.html").read_bytes()


def test_who_means_to_drop_an_address_can_say_so(commune, tmp_path):
    public = tmp_path / "public"
    commune.procedure("1.000002")
    publish(commune.content, public)
    (commune.content / "thu-tuc/ho-tich/1.000002.md").unlink()
    outcome = run("publish", "--content", commune.content, "--public", public, "--gone", cache=tmp_path / "cache")
    assert outcome.code == 0
    assert not (public / "thu-tuc/1.000002.html").exists()
