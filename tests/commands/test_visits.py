"""``visits`` with the real GoAccess on logs made here: what counts, what does not, and what hostile lines cannot do."""

import gzip
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from commands.visits import _command
from plugins.model.visits import FILE
from tests.commune import Commune, run, tree

needs_goaccess = pytest.mark.skipif(shutil.which("goaccess") is None, reason="no goaccess on this machine: apt-get install goaccess")
PHONE = "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36"
GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


def line(address: str = "113.161.1.7", path: str = "/", day: int = 10, agent: str = PHONE, status: int = 200, method: str = "GET", referer: str = "-") -> str:
    return f'{address} - - [{day:02d}/Nov/2026:08:00:00 +0700] "{method} {path} HTTP/1.1" {status} 512 "{referer}" "{agent}"'


@pytest.fixture
def commune(tmp_path: Path) -> Commune:
    return Commune(tmp_path / "content", site={"visits": True})


def count(commune: Commune, tmp_path: Path, *lines: str, more: tuple[str, ...] = ()) -> dict:
    log = tmp_path / "access.log"
    log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    outcome = run("visits", "--content", commune.content, "--log", log, *more, cache=tmp_path / "cache")
    assert outcome.code == 0, outcome.said
    return json.loads((commune.content / FILE).read_text(encoding="utf-8"))


@needs_goaccess
def test_visits_are_counted_by_day_and_pages_by_how_often_they_were_read(commune, tmp_path):
    told = count(
        commune,
        tmp_path,
        line(path="/"),
        line(path="/index.html"),
        line(path="/thu-tuc/1.001193.html?utm=x"),
        line("14.160.2.8", "/thu-tuc/1.001193.html"),
        line(path="/tin-tuc/a.html", day=11, status=304),
    )
    assert told["days"] == {"2026-11-10": [2, 4], "2026-11-11": [1, 1]}
    assert told["pages"] == {"since": "2026-11-10", "until": "2026-11-11", "views": {"index.html": 2, "thu-tuc/1.001193.html": 2, "tin-tuc/a.html": 1}}


@needs_goaccess
def test_bots_parts_of_pages_lost_addresses_and_forms_are_not_counted(commune, tmp_path):
    told = count(
        commune,
        tmp_path,
        line(path="/index.html"),
        line(path="/index.html", agent=GOOGLE, address="66.249.66.1"),
        line(path="/theme/site.0a1b2c3d4e.css"),
        line(path="/thong-ke.json"),
        line(path="/feeds/tat-ca.rss.xml"),
        line(path="/khong-co.html", status=404),
        line(path="/cu.html", status=301),
        line(path="/index.html", method="POST"),
    )
    assert told["days"] == {"2026-11-10": [1, 1]}
    assert list(told["pages"]["views"]) == ["index.html"]


@needs_goaccess
def test_addresses_are_written_nowhere(commune, tmp_path):
    told = count(commune, tmp_path, line("113.161.1.7", "/index.html"), line("2001:db8:1:2::3", "/index.html"))
    assert told["days"] == {"2026-11-10": [2, 2]}
    written = b"\n".join(tree(commune.content).values())
    assert not [one for one in (b"113.161", b"2001:db8", b"Android") if one in written]


@needs_goaccess
def test_even_a_list_of_hosts_would_hold_blurred_addresses_alone(tmp_path):
    log = f"{line('113.161.1.7')}\n{line('2001:db8:1:2:3:4:5:6')}\n"
    command = [part for part in _command("goaccess", "COMBINED", tmp_path / "out.json") if part != "--ignore-panel=HOSTS"]
    subprocess.run(command, input=log.encode(), check=True, capture_output=True)
    text = (tmp_path / "out.json").read_text(encoding="utf-8")
    assert {host["data"] for host in json.loads(text)["hosts"]["data"]} == {"113.161.1.0", "2001:db8:1:2::"}
    assert "113.161.1.7" not in text
    assert "2001:db8:1:2:3" not in text


@needs_goaccess
def test_hostile_lines_are_harmless(commune, tmp_path):
    script = "<script>alert(1)</script>"
    told = count(
        commune,
        tmp_path,
        line(path="/index.html", agent=f"{script} Mozilla/5.0 Chrome/120.0", referer=script),
        line(path=f"/{script}.html"),
        line(path="/../../etc/passwd/"),
        line(path="/.git/"),
        line(path="/%3Cscript%3E.html"),
        line(path="/index.html", agent="\x1b[31m\u202e" + "A" * 50),
        line(path="/" + "a" * 20_000 + ".html"),
        "rác không phải dòng nhật ký",
        '" - - [] "GET /x.html',
    )
    written = (commune.content / FILE).read_text(encoding="utf-8")
    assert "<" not in written
    assert list(told["pages"]["views"]) == ["index.html"]
    commune.news("a", date="1/3/2026")
    out = tmp_path / "public"
    made = run("publish", "--content", commune.content, "--public", out, cache=tmp_path / "cache", NOW="2026-11-20")
    assert made.code == 0, made.said
    assert b"alert(1)" not in (out / "thong-ke.html").read_bytes()
    assert json.loads((out / "thong-ke.json").read_bytes())["total"] == sum(visits for visits, _ in told["days"].values())


@needs_goaccess
def test_counting_the_same_log_again_changes_nothing_and_a_later_one_is_added(commune, tmp_path):
    first = count(commune, tmp_path, line(path="/index.html"))
    assert count(commune, tmp_path, line(path="/index.html")) == first
    later = count(commune, tmp_path, line(path="/index.html", day=12))
    assert later["days"] == {"2026-11-10": [1, 1], "2026-11-12": [1, 1]}


@needs_goaccess
def test_a_site_under_a_path_counts_its_own_pages_alone(tmp_path):
    commune = Commune(tmp_path / "content", site={"visits": True, "domain": "https://thunghiem.example/cchc"})
    told = count(commune, tmp_path, line(path="/cchc/"), line(path="/cchc/a.html"), line(path="/khac/a.html"), line(path="/cchcx/a.html"))
    assert told["pages"]["views"] == {"a.html": 1, "index.html": 1}


@needs_goaccess
def test_packed_logs_and_several_at_once(commune, tmp_path):
    packed = tmp_path / "access.log.2.gz"
    packed.write_bytes(gzip.compress(f"{line(path='/a.html', day=9)}\n".encode()))
    told = count(commune, tmp_path, line(path="/index.html"), more=("--log", str(packed)))
    assert list(told["days"]) == ["2026-11-09", "2026-11-10"]


@needs_goaccess
def test_a_log_of_iis(commune, tmp_path):
    fields = "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken"
    agent = PHONE.replace(" ", "+")
    told = count(commune, tmp_path, fields, f"2026-11-10 01:00:00 10.0.0.1 GET /index.html - 80 - 113.161.1.7 {agent} - 200 0 0 15", more=("--log-format", "W3C"))
    assert told["days"] == {"2026-11-10": [1, 1]}


@needs_goaccess
def test_a_damaged_file_is_begun_anew_and_said_so(commune, tmp_path):
    commune.write(FILE, "{")
    log = tmp_path / "access.log"
    log.write_text(line(path="/index.html") + "\n", encoding="utf-8")
    outcome = run("visits", "--content", commune.content, "--log", log, cache=tmp_path / "cache")
    assert outcome.code == 0
    assert "ghi lại từ đầu" in outcome.said


@needs_goaccess
@pytest.mark.parametrize("text", ["", "rác\n", line(path="/theme/site.css") + "\n"])
def test_a_log_without_a_page_is_refused_and_nothing_is_written(commune, tmp_path, text):
    log = tmp_path / "access.log"
    log.write_text(text, encoding="utf-8")
    outcome = run("visits", "--content", commune.content, "--log", log, cache=tmp_path / "cache")
    assert outcome.code == 2
    assert "Không thấy lượt đọc nào" in outcome.said
    assert not (commune.content / FILE).exists()


@needs_goaccess
def test_a_broken_gz_and_a_missing_log_are_named(commune, tmp_path):
    (tmp_path / "x.gz").write_bytes(b"no gzip")
    for log, said in ((tmp_path / "x.gz", "không phải tệp nén"), (tmp_path / "none.log", "Không có tệp nhật ký")):
        outcome = run("visits", "--content", commune.content, "--log", log, cache=tmp_path / "cache")
        assert (outcome.code, said in outcome.said) == (2, True), outcome.said


def test_a_site_that_does_not_show_visits_counts_none(tmp_path):
    commune = Commune(tmp_path / "content")
    outcome = run("visits", "--content", commune.content, "--log", tmp_path / "x.log", cache=tmp_path / "cache")
    assert outcome.code == 2
    assert "visits = true" in outcome.said


def test_without_goaccess_it_says_how_to_get_it(commune, tmp_path):
    (tmp_path / "bin").mkdir()
    log = tmp_path / "access.log"
    log.write_text(line() + "\n", encoding="utf-8")
    outcome = run("visits", "--content", commune.content, "--log", log, cache=tmp_path / "cache", PATH=os.fspath(tmp_path / "bin"))
    assert outcome.code == 2
    assert "apt-get install goaccess" in outcome.said
