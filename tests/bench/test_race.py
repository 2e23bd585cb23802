"""A tiny race: every step is measured, the counts of files are right, the tables say what was found."""

import importlib.metadata
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bench import meter
from bench.bounds import BOUNDS, STEP_NAMES, growth
from bench.contestants import CONTESTANTS
from bench.corpus import Corpus
from bench.measure import Cost, Race, race
from bench.outcome import effect, look
from bench.report import as_markdown, number
from bench.steps import STEPS
from commands.bench import Wanted, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the meter needs wait and getrusage")
TINY = Corpus(24, 3)


def has_hugo() -> bool:
    try:
        return bool(importlib.metadata.version("hugo"))
    except importlib.metadata.PackageNotFoundError:
        return False


needs_hugo = pytest.mark.skipif(not has_hugo(), reason="Hugo is not installed (extra bench)")


@pytest.fixture(scope="module")
def work(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def own(work) -> Race:
    """This program alone, all steps, one round."""
    return race(TINY, ["cchc"], list(STEPS), 1, work, print)


@pytest.mark.slow
def test_the_gate_has_nothing_at_all_to_say_about_the_corpus(own, work):
    said = (work / "cchc" / "build.log").read_text(encoding="utf-8")
    assert f"Tìm thấy {TINY.news + TINY.procedures + 2} bài: {TINY.news + TINY.procedures + 2} đăng." in said
    assert "Không có lỗi, 0 cảnh báo." in said


@pytest.mark.slow
def test_every_step_of_ours_touches_what_it_must_and_nothing_else(own):
    done = own.effects["cchc"]
    assert (done["none"].written, done["none"].removed) == (0, 0)
    assert done["edit"].written_pages == 1
    assert own.strangers == {"cchc": 0}
    assert any("tin-tuc/" in path for path in done["new"].changed)
    # Each document that the item is the first to cite has a page of its own and stands in four lists of the register.
    assert len([path for path in done["new"].changed if not path.startswith("van-ban/")]) <= 30
    assert len(done["new"].changed) <= 60
    for step in ("edit", "title", "new", "delete"):
        assert len(done[step].changed) == done[step].written, step
    for step in ("theme", "profile"):
        assert done[step].written_pages == done[step].pages, step


@pytest.mark.slow
def test_after_all_steps_the_site_is_that_of_a_cold_build(own):
    assert own.same is True


@pytest.mark.slow
def test_the_tables_name_every_step_and_hold_every_figure_against_its_bound(own):
    text = as_markdown([own], {"Bộ xử lý": "thử"})
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    for step, name in STEP_NAMES.items():
        assert sum(row.startswith(f"| {name} |") for row in rows) == 2 + sum(bound.step == step for bound in BOUNDS)
    assert "| không có gì thay đổi | tệp bị chạm tới | ≤ 0 | ≤ 0 | 0 | đạt mức mong muốn |" in rows
    assert "| dựng từ đầu | thời gian so với Hugo | ≤ 1,30× | ≤ 1,00× | – | không đo |" in rows


@pytest.mark.slow
@needs_hugo
def test_the_peers_build_the_same_kinds_of_pages_in_about_the_same_number(tmp_path, capsys):
    file = tmp_path / "figures.json"
    assert run(Wanted([60], 8, 1, "pelican,hugo", "cold,none", tmp_path / "work", file)) == 0
    assert "| dựng từ đầu | " in capsys.readouterr().out
    (found,) = json.loads(file.read_text(encoding="utf-8"))["races"]
    pages = [found["effects"][name]["cold"]["pages"] for name in ("pelican", "hugo")]
    assert abs(pages[0] - pages[1]) <= 3
    pelican, hugo = (tmp_path / "work" / "60" / name / "public" for name in ("pelican", "hugo"))
    for site in (pelican, hugo):
        assert {"index.html", "search.json", "sitemap.xml", "tim-kiem.html", "thu-tuc/index.html", "trang/lien-he.html"} <= set(look(site, {}))
        feeds = [path for path in look(site, {}) if path.endswith("xml") and "sitemap" not in path]
        assert len(feeds) >= 2 + 2 * len({item.category for item in Corpus(60, 8).items()})
        article = next(site.glob(f"tin-tuc/**/*-{20}.html")).read_text(encoding="utf-8")
        for shown in ('rel="prev"', 'rel="next"', "Cùng chuyên mục", "Theo tháng", "0200 3850 222", "<h2"):
            assert shown in article


# — the parts —


def test_the_meter_counts_the_work_of_grandchildren_that_nobody_waited_for(tmp_path):
    out = tmp_path / "cost.json"
    busy = "import time\nend = time.process_time() + 0.4\nwhile time.process_time() < end: pass"
    orphan = f"import subprocess, sys; subprocess.Popen([sys.executable, '-I', '-S', '-c', {busy!r}])"
    command = [sys.executable, "-I", "-S", meter.__file__, str(out), "20", sys.executable, "-I", "-S", "-c", orphan]
    subprocess.run(command, check=True)
    cost = json.loads(out.read_text(encoding="utf-8"))
    assert cost["code"] == 0
    assert cost["cpu"] > 0.4 or sys.platform != "linux"
    assert 1 < cost["rss"] < 200


def test_a_build_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path):
    out = tmp_path / "cost.json"
    sleeper = "import subprocess, sys; subprocess.run([sys.executable, '-I', '-S', '-c', 'import time; time.sleep(60)'])"
    command = [sys.executable, "-I", "-S", meter.__file__, str(out), "0.3", sys.executable, "-I", "-S", "-c", sleeper]
    subprocess.run(command, check=True)
    cost = json.loads(out.read_text(encoding="utf-8"))
    assert cost["code"] == -9
    assert cost["wall"] < 10


def test_an_interrupted_run_leaves_nothing_running(tmp_path):
    note = tmp_path / "pid"
    sleeper = f"import os, pathlib, time; pathlib.Path({str(note)!r}).write_text(str(os.getpid())); time.sleep(60)"
    command = [sys.executable, "-I", "-S", meter.__file__, str(tmp_path / "cost.json"), "60", sys.executable, "-I", "-S", "-c", sleeper]
    with subprocess.Popen(command) as running:
        while not (note.exists() and note.read_text()):
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 130
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_a_file_written_again_with_the_same_bytes_is_written_but_not_changed(tmp_path):
    for name in ("a.html", "b.html", "c.txt"):
        (tmp_path / name).write_text(name)
    before = look(tmp_path, {})
    (tmp_path / "a.html").unlink()
    (tmp_path / "b.html").write_text("b.html")
    (tmp_path / "d.html").write_text("d")
    done = effect(before, look(tmp_path, before))
    assert (done.files, done.pages, done.written, done.changed, done.removed) == (3, 2, 2, ("d.html",), 1)


def test_growth_is_told_for_ten_times_as_many_items_whatever_the_sizes_are():
    small, large = (Race(Corpus(news, 300), 1, costs={"cchc": {"cold": [Cost(1, cpu, 1)]}}) for news, cpu in ((10_000, 10), (50_000, 50)))
    assert growth(small, large, "cold") == pytest.approx(10)
    assert growth(small, large, "new") is None


def test_figures_are_written_as_in_vietnam():
    assert [number(1234.5), number(0.05), number(10_000, 0), number(None)] == ["1.234,50", "0,05", "10.000", "–"]


@pytest.mark.parametrize(
    ("change", "told"),
    [({"contestants": "cchc,jekyll"}, "jekyll"), ({"contestants": " , "}, "ít nhất một chương trình"), ({"steps": "cold,rename"}, "rename"), ({"steps": "none"}, "cold"), ({"sizes": [3]}, "20")],
)
def test_what_cannot_be_measured_is_said_before_anything_is_written(change, told, tmp_path, capsys):
    wanted = Wanted([60], 8, 1, ",".join(CONTESTANTS), "", tmp_path / "work", None)
    assert run(replace(wanted, **change)) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "work").exists()
