"""Old addresses that lead on, and printed ones that may not be lost."""

import http.client
import os
import shutil
import socket
import subprocess
import time
from dataclasses import replace

import pytest
from lxml import etree

from plugins.gate.redirects import read_redirects
from plugins.model.site import Redirect
from plugins.redirects import plan
from plugins.redirects.servers import HEADERS, netlify_files, server_files
from tests import factory
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


# — what is gone for good —


def test_a_line_for_what_is_gone_makes_no_page_and_must_not_name_a_page(commune):
    commune.write("chuyen-huong.txt", "tin-tuc/bo.html -\nfeeds/cu.xml -> -\ntin-tuc/a.html -\nx y -\n")
    assert [(line, code) for _, line, code in codes(commune)] == [(4, "redirect-form")]
    commune.write("chuyen-huong.txt", "tin-tuc/bo.html -\nfeeds/cu.xml -> -\ntin-tuc/a.html -\n")
    assert [(line, code) for _, line, code in codes(commune)] == [(3, "redirect-taken")]
    commune.write("chuyen-huong.txt", "tin-tuc/bo.html -\nfeeds/cu.xml -> -\n")
    assert codes(commune) == []
    assert [redirect.new for redirect in read_redirects(commune.content)[0]] == ["", ""]
    assert list(plan(site_with(("tin-tuc/bo.html", "")))) == []


# — aliases —


def test_an_item_names_its_old_addresses_itself(commune, tmp_path):
    commune.news("moi", aliases="/tin-tuc/cu.html, bai-viet/2019/")
    commune.page("gioi-thieu", aliases="[gioi-thieu.html]")
    assert publish(commune.content, tmp_path / "public").code == 0
    made = tree(tmp_path / "public")
    assert b"url=../tin-tuc/moi.html" in made["tin-tuc/cu.html"]
    assert b"url=../../tin-tuc/moi.html" in made["bai-viet/2019/index.html"]
    assert b"url=./trang/gioi-thieu.html" in made["gioi-thieu.html"]
    moved = (tmp_path / ".public.cchc/may-chu/htaccess.txt").read_text(encoding="utf-8")
    assert "RedirectMatch 301 ^/tin\\-tuc/cu\\.html$ /tin-tuc/moi.html" in moved


def test_an_address_that_is_claimed_twice_or_taken_is_told_at_the_line_of_the_key(commune):
    commune.write("chuyen-huong.txt", "tin-tuc/cu.html -> tin-tuc/a.html\n")
    commune.news("b", aliases="tin-tuc/cu.html")
    commune.news("c", aliases="tin-tuc/x.html")
    commune.news("d", aliases="tin-tuc/x.html")
    assert codes(commune) == [("b.md", 5, "alias-twice"), ("d.md", 5, "alias-twice")]
    for name in "bcd":
        commune.news(name, aliases="tin-tuc/a.html" if name == "b" else None)
    assert codes(commune) == [("b.md", 5, "redirect-taken")]


def test_an_alias_that_is_no_address_is_told(commune):
    commune.news("b", aliases="tin-tuc/cu.html; https://cu.example/Bai.aspx")
    assert codes(commune) == [("b.md", 5, "alias-form")]


def test_a_line_that_says_the_same_as_an_alias_is_no_clash_within_one_item(commune):
    commune.news("b", aliases="tin-tuc/cu.html, tin-tuc/cu.html")
    assert codes(commune) == []


def test_a_draft_leads_nobody_anywhere(commune, tmp_path):
    commune.news("nhap", aliases="tin-tuc/cu.html", status="draft")
    assert publish(commune.content, tmp_path / "public").code == 0
    assert not (tmp_path / "public/tin-tuc/cu.html").exists()


# — rules for servers —

RULES = (
    Redirect("tin-tuc/a.html", "tin-tuc/b.html"),
    Redirect("tin-tuc/b.html", "tin-tuc/c.html"),
    Redirect("tin-tuc/bo.html", ""),
    Redirect("tin-tuc/xoay.html", "tin-tuc/tron.html"),
    Redirect("tin-tuc/tron.html", "tin-tuc/xoay.html"),
)


def test_without_redirects_there_are_no_rules_and_whoever_includes_the_files_need_not_know():
    made = server_files((), "/")
    assert [line for line in made["nginx.conf"].splitlines() if not line.startswith("#")] == []
    assert "RedirectMatch" not in made["htaccess.txt"]
    assert list(etree.fromstring(made["web.config"].encode()).iter("rewrite")) == []


def test_rules_lead_to_the_end_of_a_chain_under_the_path_of_the_site():
    made = server_files(RULES, "/cchc/")
    assert sorted(made) == ["htaccess.txt", "nginx-headers.conf", "nginx.conf", "web.config"]
    assert "location = /cchc/tin-tuc/a.html { return 301 /cchc/tin-tuc/c.html; }" in made["nginx.conf"]
    assert "location = /cchc/tin-tuc/bo.html { return 410; }" in made["nginx.conf"]
    assert "location = /cchc/tin-tuc/xoay.html { return 410; }" in made["nginx.conf"]
    assert "RedirectMatch 410 ^/cchc/tin\\-tuc/bo\\.html$" in made["htaccess.txt"]


def test_the_rules_of_iis_are_xml_with_two_maps():
    root = etree.fromstring(server_files(RULES, "/")["web.config"].encode())
    maps = {one.get("name"): {add.get("key"): add.get("value") for add in one} for one in root.iter("rewriteMap")}
    assert maps["DaChuyen"] == {"/tin-tuc/a.html": "/tin-tuc/c.html", "/tin-tuc/b.html": "/tin-tuc/c.html"}
    assert sorted(maps["DaGo"]) == ["/tin-tuc/bo.html", "/tin-tuc/tron.html", "/tin-tuc/xoay.html"]


NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


@pytest.mark.skipif(NGINX is None, reason="needs nginx")
def test_nginx_answers_with_the_rules(tmp_path):
    tmp_path.chmod(0o755)
    (tmp_path / "rules.conf").write_text(server_files(RULES, "/")["nginx.conf"], encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    places = "".join(f"{kind}_temp_path {tmp_path}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    conf = tmp_path / "nginx.conf"
    conf.write_text(
        f"daemon off;\npid {tmp_path}/pid;\nerror_log {tmp_path}/error;\nevents {{}}\nhttp {{\naccess_log off;\n{places}"
        f"server {{ listen 127.0.0.1:{port}; root {tmp_path}/none; include {tmp_path}/rules.conf; }}\n}}\n",
        encoding="utf-8",
    )
    server = subprocess.Popen([str(NGINX), "-c", str(conf)], stderr=subprocess.DEVNULL)
    try:
        answers = {path: answer(port, path) for path in ("/tin-tuc/a.html", "/tin-tuc/bo.html", "/tin-tuc/khong-co.html")}
    finally:
        server.terminate()
        server.wait(timeout=10)
    # Started by root, nginx answers as another user, who may not look into the folder of a test: 403 instead of 404.
    assert [status for status, _ in answers.values()] in ([301, 410, 404], [301, 410, 403])
    assert str(answers["/tin-tuc/a.html"][1]).endswith("/tin-tuc/c.html")


def answer(port: int, path: str) -> tuple[int, str | None]:
    """Status and where it leads, from a server that may still be starting."""
    for _ in range(100):
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            line.request("GET", path)
            got = line.getresponse()
            return got.status, got.headers["Location"]
        except ConnectionRefusedError:
            time.sleep(0.05)
        finally:
            line.close()
    raise AssertionError("nginx does not answer")


def site_with(*redirects: tuple[str, str]):
    return replace(factory.site(), redirects=tuple(Redirect(*one) for one in redirects))


def test_netlify_and_cloudflare_get_their_rules_in_the_site_and_send_a_reader_once(commune, tmp_path):
    commune.write("chuyen-huong.txt", MOVED + "a.html -> tin-tuc/bai-cu.html\ngo.html -\n")
    commune.profile(server={"netlify": True})
    assert publish(commune.content, tmp_path / "public").code == 0
    made = tree(tmp_path / "public")
    headers = [line.strip().split(": ", 1) for line in made["_headers"].decode().splitlines()[2:]]
    assert (made["_headers"].decode().splitlines()[1], dict(headers)) == ("/*", dict(HEADERS))
    assert made["_redirects"].decode().splitlines()[1:] == [
        "/a.html /tin-tuc/a.html 301",
        "/thu-tuc/linh-vuc/cu.html /thu-tuc/1.000001.html 301",
        "/tin-tuc/bai-cu.html /tin-tuc/a.html 301",
    ]
    commune.profile()
    assert publish(commune.content, tmp_path / "public").code == 0
    assert not {"_headers", "_redirects"} & set(tree(tmp_path / "public"))


def test_their_lines_stay_within_what_cloudflare_reads():
    """Its limits: 2,000 characters a header line, 1,000 a redirect; https://developers.cloudflare.com/pages/configuration."""
    made = netlify_files([Redirect("a/" + "b" * 200 + ".html", "c/" + "d" * 200 + ".html")])
    assert max(map(len, made["_headers"].splitlines())) < 2000
    assert max(map(len, made["_redirects"].splitlines())) < 1000
