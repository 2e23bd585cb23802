"""``new``: a file of each kind, which is an item once its blanks are filled in."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands import new
from commands.forms import FORMS
from commands.verbs import cli
from plugins.model.matter import KINDS
from plugins.reading.limits import PLACEHOLDER
from tests.commune import Commune
from tests.gate.test_agreement import judged

WHEN = "5/3/2026 08:30"
WHERE = {
    "tin": "tin-tuc/2026/2026-03-05-bai-moi.md",
    "thu-tuc": "thu-tuc/bai-moi.md",
    "van-ban": "van-ban/2026/bai-moi.md",
    "trang": "trang/bai-moi.md",
    "hoi-dap": "hoi-dap/2026/2026-03-05-bai-moi.md",
    "phan-anh": "phan-anh/2026/2026-03-05-bai-moi.md",
}


@pytest.fixture
def commune(tmp_path: Path) -> Commune:
    made = Commune(tmp_path / "xa")
    made.write("tai-lieu/ke-hoach-12.pdf", b"%PDF-1.4\n%%EOF\n")
    return made


def make(commune: Commune, *words: str, typed: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["new", "--content", str(commune.content), "--now", WHEN, *words], input=typed)
    return done.exit_code, done.output


def filled(text: str, published: str) -> str:
    """As an editor leaves it: blanks after the examples beside them, prose in the place of the words of the form."""
    text = text.replace("20/4/2026", "1/3/2026")  # asked before it was answered
    text = re.sub(r"^#   \(cần ghi, ví dụ: (.*)\)\n(\w+):$", r"\2: \1", text, flags=re.MULTILINE)
    return text.replace("status: draft", f"status: {published}").replace(PLACEHOLDER, "Điều cần nói")


@pytest.mark.parametrize("kind", FORMS)
def test_a_new_file_stands_in_its_folder_as_a_draft_and_explains_every_key(commune, kind):
    code, said = make(commune, "--kind", kind, "--title", "Bài mới")
    assert (code, WHERE[kind] in said) == (0, True)
    text = (commune.content / WHERE[kind]).read_text(encoding="utf-8")
    assert [key for key in KINDS[FORMS[kind].folder][1] if not re.search(rf"^(?:# )?{key}:", text, re.MULTILINE)] == []
    site, problems = judged(commune)
    assert (site is not None, problems) == (True, ())


@pytest.mark.parametrize("kind", FORMS)
def test_it_passes_the_check_once_its_blanks_are_filled_in(commune, kind):
    make(commune, "--kind", kind, "--title", "Bài mới")
    file = commune.content / WHERE[kind]
    file.write_text(filled(file.read_text(encoding="utf-8"), FORMS[kind].published), encoding="utf-8")
    site, problems = judged(commune)
    assert [(p.line, p.code, p.what) for p in problems if p.severity == "lỗi"] == []
    assert site is not None
    assert len([one for room in (site.news, site.pages, site.procedures, site.documents, site.answers) for one in room]) == 1


@pytest.mark.parametrize("kind", FORMS)
def test_published_with_its_blanks_it_is_refused(commune, kind):
    make(commune, "--kind", kind, "--title", "Bài mới")
    file = commune.content / WHERE[kind]
    file.write_text(file.read_text(encoding="utf-8").replace("status: draft", f"status: {FORMS[kind].published}"), encoding="utf-8")
    _, problems = judged(commune)
    blanks = {"key-missing"} if kind not in {"tin", "trang"} else set()
    assert {p.code for p in problems if p.severity == "lỗi"} >= {"body-placeholder", *blanks}


def test_without_a_terminal_it_is_news(commune):
    assert make(commune, "--title", "Bài mới")[0] == 0
    assert (commune.content / WHERE["tin"]).exists()


def test_on_a_terminal_the_kind_and_the_title_are_asked_for(commune, monkeypatch):
    monkeypatch.setattr(new, "on_terminal", lambda: True)
    code, said = make(commune, typed="văn bản\nBài mới\n")
    assert code == 0
    assert "văn bản của đơn vị" in said
    assert (commune.content / WHERE["van-ban"]).exists()


def test_an_unknown_kind_is_refused_with_the_nearest(commune):
    code, said = make(commune, "--kind", "van-bn", "--title", "Bài mới")
    assert (code, "Có phải van-ban?" in said) == (2, True)
    assert list(commune.content.rglob("*.md")) == []


def test_a_folder_that_cannot_be_written_is_told(commune):
    commune.write("van-ban", "không phải thư mục")
    code, said = make(commune, "--kind", "van-ban", "--title", "Bài mới")
    assert (code, "Không ghi được" in said) == (2, True)
