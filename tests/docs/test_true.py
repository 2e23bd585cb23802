"""What the docs say is true: links, pictures, tables, and examples that run or pass the gate."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import datetime
from urllib.parse import unquote

import pytest

from plugins.model.dates import VIETNAM, DateProblem, parse_date
from plugins.model.keys import (
    ANSWER_KEYS,
    COMPLAINT_KEYS,
    DECISION_KEYS,
    DOCUMENT_KEYS,
    NEWS_KEYS,
    PAGE_KEYS,
    PROCEDURE_KEYS,
)
from plugins.model.parts import Part
from plugins.model.problems import stops
from plugins.model.procedure import ProcedureStatus, read_code
from plugins.model.profile import read_profile
from plugins.model.publishtargets import KINDS as TARGET_KINDS
from plugins.model.publishtargets import read_targets
from plugins.model.vocab import Status
from plugins.opendata.words import FILES as DATA_FILES
from plugins.reading.item import read_item
from tests.docs.pages import (
    FENCE,
    PAGES,
    PROCEDURES,
    ROOT,
    anchors,
    blocks,
    headings,
    prose,
    read,
)

NOW = datetime(2026, 6, 1, 8, tzinfo=VIETNAM)


# — the pages themselves —


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_local_link_leads_somewhere(page):
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose(page))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / unquote(path)).resolve() if path else page
        assert target.exists(), f"{page.name}: {link}"
        assert not anchor or unquote(anchor) in anchors(target), f"{page.name}: {link}"


def test_the_two_readmes_have_the_same_sections_and_the_same_code():
    english, vietnamese = ROOT / "README.md", ROOT / "README.vi.md"
    assert headings(english) == headings(vietnamese)
    assert FENCE.findall(read(english)) == FENCE.findall(read(vietnamese))
    links = [re.findall(r"\]\(((?!README)[^)]+)\)", read(page)) for page in (english, vietnamese)]
    assert links[0] == links[1]


def test_the_readme_is_one_screen():
    assert len(read(ROOT / "README.md").splitlines()) <= 75


def test_every_picture_has_its_shot_and_every_shot_its_picture():
    taken = re.findall(r'Shot\("([\w-]+\.png)"', read(ROOT / "tests" / "docs" / "screenshots.py"))
    assert sorted(taken) == sorted(p.name for p in (ROOT / "docs" / "hinh").glob("*.png"))


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "hinh").glob("*.png")), ids=lambda p: p.name)
def test_pictures_are_light_and_used(picture):
    assert picture.stat().st_size <= 150_000
    assert any(f"hinh/{picture.name}" in read(page) for page in PAGES)


# — commands that are typed —


def run(command: list[str], **env: str) -> subprocess.CompletedProcess[str]:
    """A command of the project, run in this interpreter's environment."""
    around = {**os.environ, "CCHC_NO_VENV": "1", "PYTHON": sys.executable, **env}
    return subprocess.run(command, cwd=ROOT, env=around, capture_output=True, encoding="utf-8", check=False)


def test_make_publish_of_the_readme_works(tmp_path):
    assert "make publish" in "\n".join(blocks(ROOT / "README.md", "sh"))
    made = run(["make", "publish"], PUBLIC=str(tmp_path / "public"), CCHC_CACHE=str(tmp_path / "cache"))
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "public" / "index.html").is_file()
    assert (tmp_path / ".public.cchc" / "manifest.json").is_file()


def test_exit_codes_are_those_of_the_webmasters_guide(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "other.html").write_text("x")
    cache = str(tmp_path / "cache")
    base = [sys.executable, "-m", "commands"]
    assert run([*base, "check"], CCHC_CACHE=cache).returncode == 0
    assert run([*base, "check", "--content", str(tmp_path / "empty")], CCHC_CACHE=cache).returncode == 1
    assert run([*base, "check", "--content", str(tmp_path / "none")], CCHC_CACHE=cache).returncode == 2
    refused = run([*base, "publish", "--public", str(tmp_path / "taken")], CCHC_CACHE=cache)
    assert refused.returncode == 2
    assert "đã có tệp không do chương trình này tạo ra" in refused.stderr


def test_the_way_back_to_an_earlier_release_works_and_the_next_publish_follows_the_content(tmp_path):
    public, state, cache = tmp_path / "public", tmp_path / ".public.cchc", str(tmp_path / "cache")
    publish = [sys.executable, "-m", "commands", "publish", "--public", str(public), "--now"]
    assert run([*publish, "2026-03-01"], CCHC_CACHE=cache).returncode == 0
    old = (public / "index.html").read_bytes()
    assert run([*publish, "2026-06-01"], CCHC_CACHE=cache).returncode == 0
    new = (public / "index.html").read_bytes()
    assert new != old
    public.rename(tmp_path / "public.hong")
    max((state / "previous").iterdir()).rename(public)
    assert (public / "index.html").read_bytes() == old
    assert run([*publish, "2026-06-01"], CCHC_CACHE=cache).returncode == 0
    assert (public / "index.html").read_bytes() == new


# — examples —


def test_the_examples_of_targets_are_targets_and_each_kind_has_one():
    tables: dict[str, object] = {}
    for block in blocks(ROOT / "docs" / "dang-len-may-chu.md", "toml"):
        tables |= tomllib.loads(block)["publish"]
    entries, problems = read_targets(tables, "site.toml")
    assert problems == ()
    assert {entry.kind for entry in entries.values()} == set(TARGET_KINDS) - {"ftp"}


def test_the_examples_of_the_profile_are_a_profile():
    merged: dict[str, object] = {}
    for block in blocks(ROOT / "docs" / "ho-so-don-vi.md", "toml"):
        merged |= tomllib.loads(block)
    profile, problems = read_profile(merged)
    assert problems == ()
    assert profile is not None


def matter_examples() -> list[str]:
    """Examples of items in the editors' guide; the wrong one is fenced as markdown."""
    return [b for b in blocks(ROOT / "docs" / "bien-tap.md", "yaml", "text") if b.startswith("---")]


def test_the_editors_guide_holds_examples_of_items():
    assert len(matter_examples()) >= 5


@pytest.mark.parametrize("example", matter_examples())
def test_every_example_of_an_item_passes_the_gate(example):
    body = "\nNội dung.\n" if example.rstrip().endswith("---") else ""
    kind = "trang" if re.search(r"^order:", example, re.MULTILINE) else "tin-tuc"
    reading = read_item(kind, f"{example}{body}".encode(), NOW, lambda text: f"<p>{text}</p>")
    assert [p.what for p in reading.problems if stops([p])] == []
    assert reading.matter is not None


def test_every_example_of_a_key_passes_the_gate():
    kinds = {"tin-tuc": NEWS_KEYS, "trang": PAGE_KEYS, "thu-tuc": PROCEDURE_KEYS, "quyet-dinh": DECISION_KEYS, "hoi-dap": ANSWER_KEYS, "phan-anh": COMPLAINT_KEYS, "van-ban": DOCUMENT_KEYS}
    for kind, keys in kinds.items():
        text = "\n".join(["---", *(f"{key}: {entry.example}" for key, entry in keys.items()), "---", "", "Nội dung."])
        if kind in {"hoi-dap", "phan-anh"}:
            assert read_item(kind, text.encode(), NOW, lambda body: f"<h2>Câu hỏi</h2><p>{body}</p><h2>Trả lời</h2><p>a</p>").problems == ()
            continue
        reading = read_item(kind, text.encode(), NOW, lambda body: f"<h2>{Part.STEPS}</h2><p>{body}</p>")
        assert [p.what for p in reading.problems if stops([p])] == [], kind


@pytest.mark.parametrize("example", blocks(ROOT / "docs" / "hoi-dap.md", "yaml"))
def test_the_examples_of_answers_pass_the_gate(example, render):
    kind = "tin-tuc" if "\ncategory:" in example else "phan-anh" if "Kết quả:" in example else "hoi-dap"
    now = datetime(2027, 1, 1, tzinfo=VIETNAM)
    reading = read_item(kind, example.encode(), now, render)
    assert [p.what for p in reading.problems] == []
    assert reading.html is not None


@pytest.mark.parametrize("example", blocks(ROOT / "docs" / "van-ban.md", "yaml"))
def test_the_examples_of_documents_pass_the_gate(example, render):
    reading = read_item("van-ban", example.encode(), datetime(2027, 1, 1, tzinfo=VIETNAM), render)
    assert [p.what for p in reading.problems] == []
    assert reading.html is not None


def full_examples() -> dict[str, str]:
    """The whole procedure and the whole decision of the guide, by folder."""
    found = {"quyet-dinh" if "\nnumber:" in text else "thu-tuc": text for text in blocks(PROCEDURES, "markdown")}
    assert sorted(found) == ["quyet-dinh", "thu-tuc"]
    return found


@pytest.mark.parametrize("kind", ["thu-tuc", "quyet-dinh"])
def test_the_full_examples_of_procedures_and_decisions_pass_the_gate(kind, render):
    reading = read_item(kind, full_examples()[kind].encode(), NOW, render)
    assert [p.what for p in reading.problems] == []
    if kind == "thu-tuc":
        assert reading.parts is not None
        parts = (reading.parts.steps, reading.parts.channels, reading.parts.outputs, reading.parts.legal_resources)
        assert [len(part) for part in parts] == [2, 3, 1, 2]
        assert [[row.how for row in rows] for _, rows in reading.parts.evidence] == [["nộp", "nộp"], ["xuất trình", "khai thác từ CSDL", "lưu ý"]]
        assert reading.parts.evidence[0][1][0].forms[0].target.startswith("/tai-lieu/")
        assert reading.parts.file_count
        assert reading.parts.extra_html


@pytest.mark.parametrize("example", blocks(PROCEDURES, "yaml"))
def test_the_short_examples_of_procedures_and_decisions_pass_the_gate(example):
    kind = "quyet-dinh" if "\nnumber:" in example else "thu-tuc"
    reading = read_item(kind, f"{example}\nNội dung.\n".encode(), NOW, lambda text: f"<h2>{Part.STEPS}</h2><p>{text}</p>")
    assert [p.what for p in reading.problems if stops([p])] == []
    assert reading.matter is not None


def test_the_decision_and_the_procedure_of_the_guide_agree_and_are_published(tmp_path):
    content = tmp_path / "content"
    for part in ("trang", "hinh-anh", "tai-lieu"):
        shutil.copytree(ROOT / "content" / part, content / part)
    profile = re.sub(r"^procedures = .*$", 'procedures = ["2.000635"]', read(ROOT / "content" / "site.toml"), flags=re.MULTILINE)
    (content / "site.toml").write_text(profile, encoding="utf-8")
    for folder, text in full_examples().items():
        (content / folder).mkdir()
        (content / folder / "vi-du.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "commands", "publish", "--content", str(content), "--public", str(tmp_path / "public"), "--now", "2026-06-01"]
    made = run(command, CCHC_CACHE=str(tmp_path / "cache"))
    assert made.returncode == 0, made.stderr
    assert "Không có lỗi, 0 cảnh báo" in made.stderr + made.stdout
    for page in ("thu-tuc/2.000635.html", "quyet-dinh/812-qd-ubnd-2026.html", "thu-tuc/ma-qr/2.000635.png", "thu-tuc/doi-chieu.html"):
        assert (tmp_path / "public" / page).is_file(), page
    assert [name for name in (*DATA_FILES, "index.html", "danh-muc.json") if not (tmp_path / "public" / "du-lieu" / name).is_file()] == []


# — tables and lists —


def test_every_status_of_the_table_is_read_as_it_says():
    section = read(PROCEDURES).partition("| `status` | Cũng")[2].partition("\n\n")[0]
    rows = [re.findall(r"`([^`]+)`", "|".join(line.split("|")[1:3])) for line in section.splitlines() if line.startswith("| `")]
    assert [row[0] for row in rows] == [*ProcedureStatus, "nháp"]
    for name, *others in rows:
        for typed in (name, *others):
            text = f"---\ncode: 1.001193\ntitle: Tên\nsector: Hộ tịch\nstatus: {typed}\n---\n\nNội dung.\n"
            matter = read_item("thu-tuc", text.encode(), NOW, lambda body: body).matter
            assert matter is not None, typed
            assert matter.status == (Status.DRAFT if name == "nháp" else ProcedureStatus(name)), typed


def test_every_spelling_of_a_code_is_read():
    line = next(line for line in read(PROCEDURES).splitlines() if line.startswith("Mã viết được cả dạng đầy đủ"))
    codes = re.findall(r"`([\d.]+[.\dH]*)`", line)
    assert len(codes) == 3
    assert {(read_code(code) or ("",))[0] for code in codes} == {"1.001193"}


def test_every_date_of_the_table_is_read_as_it_says():
    section = prose(ROOT / "docs" / "bien-tap.md").partition("## Viết ngày giờ")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([^`]+)` \| (\d\d/\d\d/\d{4}, \d\d:\d\d) \|$", section, re.MULTILINE)
    assert len(rows) >= 10
    for typed, told in rows:
        assert f"{parse_date(typed):%d/%m/%Y, %H:%M}" == told, typed
    refused = re.findall(r"`([^`]+)`", section.partition("Không được:")[2])
    assert len(refused) >= 4
    for typed in refused:
        with pytest.raises(DateProblem):
            parse_date(typed)


def test_list_markers_of_the_example_stay_as_typed(render):
    example = next(b for b in blocks(ROOT / "docs" / "bien-tap.md", "text") if b.startswith("I. "))
    html = render(example)
    typed = [line.split()[0] for line in example.splitlines() if line.strip()]
    assert re.findall(r'<span class="dau">([^<]+)</span>', html) == typed
