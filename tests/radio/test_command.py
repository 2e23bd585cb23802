"""``radio`` and ``share`` as a person runs them, on the sample commune and on small ones."""

import io
import os
import re
import shutil
import sys

import pytest
from PIL import Image

from tests.commune import Commune, run
from tests.conftest import ROOT
from tests.radio.test_readings import UNSPEAKABLE, bare_abbreviations

SAMPLE = ROOT / "content"
NOW = {"NOW": "2026-11-20T08:00"}


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


def test_the_sample_month_reads_ten_to_fifteen_minutes_and_holds_nothing_unreadable(tmp_path, cache):
    done = run("radio", "--content", SAMPLE, "--period", "2026-03", "--out", tmp_path, cache=cache, **NOW)
    assert done.code == 0, done.said
    said = (tmp_path / "phat-thanh-2026-03.txt").read_text(encoding="utf-8")
    assert (tmp_path / "phat-thanh-2026-03.docx").is_file()
    assert 10 <= len(said.split()) / 180 <= 15
    minutes = int(re.search(r"(\d+) phút \d\d giây trên 15 phút", done.said)[1])
    assert 10 <= minutes < 15
    assert not UNSPEAKABLE.search(said)
    assert bare_abbreviations(said) == []
    assert "phường Lam Khê" in said.splitlines()[0]
    assert "Không đọc: Phát động tháng cao điểm" in done.said


def test_a_month_with_nothing_to_read_says_so_and_writes_nothing(tmp_path, cache):
    done = run("radio", "--content", SAMPLE, "--period", "2022-01", "--out", tmp_path / "ra", cache=cache, **NOW)
    assert done.code != 0
    assert "Không có tin, bài hay câu trả lời nào đăng trong tháng 1 năm 2022 (từ 01/01/2022 đến 31/01/2022)" in done.said
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize(("more", "told"), [(("--period", "3/2026"), "Không đọc được kỳ '3/2026'"), (("--period", "2026-03", "--minutes", "45"), "MINUTES từ 10 đến 15")])
def test_wrong_use_of_radio_is_explained(tmp_path, cache, more, told):
    done = run("radio", "--content", SAMPLE, *more, "--out", tmp_path / "ra", cache=cache, **NOW)
    assert (done.code, told in done.said) == (2, True), done.said
    assert not (tmp_path / "ra").exists()


SPEAKER = """#!{python}
import sys, wave
words = sys.stdin.buffer.read().decode().split()
with wave.open(sys.argv[sys.argv.index("-w") + 1], "wb") as sound:
    sound.setparams((1, 1, 100, 0, "NONE", ""))
    sound.writeframes(bytes(len(words) * 33))
sys.exit("hỏng" if "{wrong}" in words else 0)
"""


@pytest.mark.parametrize(("wrong", "code", "told"), [("không-có", 0, "espeak-ng đọc thử được cả kịch bản trong 1"), ("phường", 2, "espeak-ng không đọc được kịch bản: hỏng")])
def test_what_the_speaking_program_answers_is_told(tmp_path, cache, monkeypatch, wrong, code, told):
    program = tmp_path / "bin" / "espeak-ng"
    program.parent.mkdir()
    program.write_text(SPEAKER.format(python=sys.executable, wrong=wrong), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    done = run("radio", "--content", SAMPLE, "--period", "2026-03", "--out", tmp_path, "--speak", cache=cache, **NOW)
    assert (done.code, told in done.said) == (code, True), done.said


def test_a_machine_can_say_the_script(tmp_path, cache):
    done = run("radio", "--content", SAMPLE, "--period", "2026-03", "--out", tmp_path, "--speak", cache=cache, **NOW)
    assert done.code == 0, done.said
    told = "espeak-ng đọc thử được cả kịch bản trong" if shutil.which("espeak-ng") else "Bỏ qua việc đọc thử: máy này không có espeak-ng"
    assert told in done.said


@pytest.mark.parametrize("typed", ["tin-tuc/a.md", "content/tin-tuc/a.md", "https://thunghiem.example/tin-tuc/a.html", "tin-tuc/a.html", "a"])
def test_an_item_is_shared_by_its_file_or_its_address(tmp_path, cache, typed):
    commune = Commune(tmp_path / "content")
    profile = (commune.content / "site.toml").read_text(encoding="utf-8")
    commune.write("site.toml", f'{profile}\n[share]\nhashtags = ["CaiCachHanhChinh"]\n')
    commune.news("a", title="Một tin", summary="Hai câu.")
    done = run("share", "--content", commune.content, "--item", typed, "--out", tmp_path / "ra", cache=tmp_path / "cache")
    assert done.code == 0, done.said
    assert (tmp_path / "ra" / "tin-tuc-a.txt").read_text(encoding="utf-8") == "Một tin\nHai câu.\nhttps://thunghiem.example/tin-tuc/a.html\n#CaiCachHanhChinh\n"
    assert Image.open(io.BytesIO((tmp_path / "ra" / "tin-tuc-a.png").read_bytes())).size == (1200, 630)


def test_an_item_that_is_not_public_is_not_shared(tmp_path):
    commune = Commune(tmp_path / "content")
    commune.news("nhap", status="draft")
    commune.news("bai-that")
    done = run("share", "--content", commune.content, "--item", "tin-tuc/nhap.md", "--out", tmp_path / "ra", cache=tmp_path / "cache")
    assert done.code == 2
    assert "Không có bài đang đăng nào là 'tin-tuc/nhap.md'" in done.said
    assert not (tmp_path / "ra").exists()
