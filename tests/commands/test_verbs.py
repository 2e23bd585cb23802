"""The verbs as a person types them: what they print, what they write, how they end."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.model.keys import NEWS_KEYS
from tests.commune import Commune, publish

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "CCHC_NO_VENV": "1", "NOW": ""}


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "commands", *words], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the sample commune's profile, pages and pictures, without news."""
    folder = tmp_path / "xa"
    shutil.copytree(ROOT / "content" / "hinh-anh", folder / "hinh-anh")
    shutil.copytree(ROOT / "content" / "trang", folder / "trang")
    shutil.copy(ROOT / "content" / "site.toml", folder)
    return folder


def test_new_makes_a_dated_draft_with_every_key_explained_that_becomes_an_item_when_it_is_written(content):
    made = run("new", "--content", str(content), "--title", 'Hỏi – đáp: nộp hồ sơ "qua mạng"', "--category", "hoi-dap", "--now", "5/3/2026 08:30")
    assert made.returncode == 0
    path = content / "tin-tuc" / "2026" / "2026-03-05-hoi-dap-nop-ho-so-qua-mang.md"
    text = path.read_text(encoding="utf-8")
    assert all(re.search(rf"^(?:# )?{key}:", text, re.MULTILINE) for key in NEWS_KEYS)
    refused = path.with_suffix(".md")
    refused.write_text(text.replace("status: draft", "status: published"), encoding="utf-8")
    told = run("check", "--content", str(content))
    assert (told.returncode, "body-placeholder" in told.stdout) == (1, True)
    path.write_text(text.replace("status: draft", "status: published").split("---\n\n")[0] + "---\n\nNội dung thật./.\n", encoding="utf-8")
    assert run("check", "--content", str(content)).returncode == 0


def test_new_never_overwrites_and_says_what_to_do(content):
    words = ("new", "--content", str(content), "--title", "Bài một", "--now", "5/3/2026")
    assert run(*words).returncode == 0
    again = run(*words)
    assert again.returncode == 2
    assert "Đã có tệp" in again.stderr


def test_check_as_json_is_one_object_with_every_problem_and_what_is_kept_back(content):
    news = content / "tin-tuc"
    news.mkdir()
    (news / "sai.md").write_text("Title: Bài sai\nDate: 30/2/2026\nCategory: xyz\n\nChữ.\n", encoding="utf-8")
    (news / "nhap.md").write_text("Title: Bài nháp\nDate: 3/2/2026\nCategory: chi-so\nStatus: nháp\n\nChữ.\n", encoding="utf-8")
    told = run("check", "--content", str(content), "--format", "json")
    report = json.loads(told.stdout)
    assert told.returncode == 1
    assert report["ok"] is False
    assert [(p["path"], p["line"], p["code"]) for p in report["problems"]] == [
        ("tin-tuc/sai.md", 2, "date-impossible"),
        ("tin-tuc/sai.md", 3, "category-unknown"),
    ]
    assert [(w["path"], w["standing"]) for w in report["withheld"]] == [("tin-tuc/nhap.md", "nháp")]
    assert report["found"] == report["public"] + report["refused"] + len(report["withheld"])


def test_the_now_of_a_build_can_be_set_and_is_printed(content):
    told = run("check", "--content", str(content), "--now", "2026-03-01T08:00")
    assert "08:00, ngày 01 tháng 3 năm 2026" in told.stderr


@pytest.fixture
def preview(content: Path) -> Iterator[str]:
    """Address of a running preview."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "commands", "serve", "--content", str(content), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/cchc/"
    try:
        wait_for(lambda: fetch(address)[0] == 200)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def fetch(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()
    except OSError:
        return 0, ""


def wait_for(holds, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.2)


def test_serve_shows_a_saved_change_and_keeps_the_last_good_site_when_a_change_is_refused(content, preview):
    assert fetch(preview + "khong-co.html")[0] == 404
    news = content / "tin-tuc"
    news.mkdir()
    item = "Title: {}\nDate: 3/2/2026\nCategory: {}\n\nChữ của bài.\n"
    (news / "moi.md").write_text(item.format("Bài vừa lưu", "chi-so"), encoding="utf-8")
    wait_for(lambda: "Bài vừa lưu" in fetch(preview)[1])
    (news / "moi.md").write_text(item.format("Bài hỏng", "xyz"), encoding="utf-8")
    time.sleep(3)
    assert "Bài vừa lưu" in fetch(preview)[1]
    assert "/__reload.js" in fetch(preview)[1]


def test_content_inside_the_public_folder_is_refused_since_it_would_go_with_the_old_site(tmp_path):
    commune = Commune(tmp_path / "public" / "content")
    outcome = publish(commune.content, tmp_path / "public")
    assert outcome.code == 2
    assert "nằm trong thư mục đăng" in outcome.said
    assert commune.content.is_dir()
