"""``preview`` and ``waiting``: one item for the eyes of who approves it, and what still waits."""

import base64
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from commands.verbs import cli
from tests.commune import NOW
from tests.gate.test_agreement import Catalogue

DRAFT = {"status": "nháp", "title": "Họp dân tổ 4", "summary": "UBND phường mời bà con."}


@pytest.fixture
def commune(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    monkeypatch.setenv("CCHC_CACHE", str(tmp_path / "cache"))
    return Catalogue(tmp_path / "xa")


def call(commune: Catalogue, verb: str, *words: str) -> tuple[int, str]:
    if verb == "preview":
        words = ("--public", str(commune.content.parent / "public"), *words)
    done = CliRunner().invoke(cli, [verb, "--content", str(commune.content), "--now", NOW, *words])
    return done.exit_code, done.output


def preview(commune: Catalogue, item: str) -> str:
    out = commune.content.parent / "out" / "a.html"
    code, said = call(commune, "preview", "--item", item, "--out", str(out))
    assert code == 0, said
    return out.read_text(encoding="utf-8")


class Asks(HTMLParser):
    """Everything in a file that a browser would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag] if tag in {"script", "link", "iframe", "object", "embed", "form", "base", "video", "audio"} else []
        for name, value in attrs:
            if name in {"src", "srcset", "background", "poster", "style"} or name.startswith("on"):
                self.found += [] if (value or "").startswith("data:image/") else [f"{name}={value}"]


def asked_of_the_net(html: str) -> list[str]:
    reader = Asks()
    reader.feed(html)
    return [*reader.found, *re.findall(r"@import|url\((?!data:)[^)]*\)", html)]


@pytest.mark.parametrize("keys", [{"status": "nháp"}, {"date": "1/7/2026"}, {"expires": "3/4/2026"}, {}], ids=["draft", "scheduled", "expired", "public"])
def test_an_item_is_shown_whole_in_one_file_that_asks_nothing_of_the_net(commune, keys):
    commune.picture("hinh-anh/hop.jpg", 2000, 1500)
    commune.news("a", "UBND phường họp.\n\n![Phòng họp](/hinh-anh/hop.jpg)", image="hinh-anh/hop.jpg", image_alt="Phòng họp", **keys)
    html = preview(commune, "tin-tuc/a.md")
    assert "<h1>Bài a</h1>" in html
    assert '<abbr title="Ủy ban nhân dân">UBND</abbr> phường họp.' in html
    assert asked_of_the_net(html) == []
    pictures = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', html)
    assert [Image.open(io.BytesIO(base64.b64decode(one))).width for one in pictures] == [1280, 1280]


def test_a_banner_says_that_it_is_not_published_when_it_was_made_and_who_approves(commune):
    commune.news("a", **DRAFT)
    html = preview(commune, "a.md")
    assert "Bản xem trước – chưa đăng" in html
    assert "08:00, ngày 01 tháng 6 năm 2026" in html
    assert re.search(r"<dt>Người duyệt</dt><dd>\w", html)
    assert '<meta name="robots" content="noindex' in html
    assert "default-src 'none'" in html


def test_who_has_approved_it_stands_in_the_banner_alone(commune):
    commune.news("a", **DRAFT, approved_by="Trần Văn Bình", approved_on="24/5/2026")
    html = preview(commune, "a")
    assert "<dt>Đã duyệt</dt><dd>Trần Văn Bình, 24/05/2026</dd>" in html
    assert html.count("Trần Văn Bình") == 1


def test_no_other_item_is_in_it_drafts_least_of_all(commune):
    commune.news("a", **DRAFT)
    for name, keys in {"truoc": {}, "nhap": {"status": "nháp"}, "hen": {"date": "1/7/2026"}}.items():
        commune.news(name, f"Bí mật của {name}.", title=f"Chuyện khác {name}", **keys)
    html = preview(commune, "a")
    assert "Chuyện khác" not in html
    assert "Bí mật" not in html


def test_the_lists_of_other_procedures_and_answers_are_left_out_too(commune):
    commune.procedure("1.001193")
    commune.procedure("1.001194", title="Thủ tục khác hẳn")
    for name, title in {"hoi": "Hỏi gì?", "khac": "Câu khác hẳn?"}.items():
        asked = {"title": title, "asked": "4/5/2026", "answered": "5/5/2026", "unit": "Phòng", "sector": "Hộ tịch", "procedures": "1.001193"}
        commune._item(f"hoi-dap/{name}.md", asked, "## Câu hỏi\n\nA?\n\n## Trả lời\n\nB.")
    assert "khác hẳn" not in preview(commune, "1.001193") + preview(commune, "hoi")


def test_links_lead_to_the_site_and_files_that_are_not_there_yet_are_named_instead(commune):
    commune.write("tai-lieu/mau.pdf", b"%PDF-1.4\n%%EOF\n")
    commune.page("gioi-thieu")
    commune.news("a", "[Giới thiệu](../trang/gioi-thieu.md), [Mẫu](/tai-lieu/mau.pdf), [Cổng](https://dichvucong.gov.vn).", status="nháp")
    html = preview(commune, "a")
    assert re.search(r'<a href="https://[^"]+/trang/gioi-thieu.html">Giới thiệu</a>', html)
    assert "<a>Mẫu</a>" in html
    assert '<a href="https://dichvucong.gov.vn"' in html
    assert "tai-lieu/mau.pdf" in call(commune, "preview", "--item", "a", "--out", str(commune.content.parent / "b"))[1]


def test_every_kind_of_item_can_be_shown(commune):
    asked = {"title": "Hỏi gì?", "asked": "4/5/2026", "answered": "5/5/2026", "unit": "Phòng", "sector": "Hộ tịch", "status": "nháp"}
    commune._item("hoi-dap/hoi.md", asked, "## Câu hỏi\n\nA?\n\n## Trả lời\n\nB.")
    commune._item("phan-anh/cong.md", {**asked, "outcome": "đã giải quyết"}, "## Câu hỏi\n\nA?\n\n## Trả lời\n\nB.")
    commune._item("van-ban/12.md", {"number": "12/KH-UBND", "title": "Kế hoạch", "date": "15/1/2026", "status": "nháp"}, "Nội dung.")
    commune.procedure("1.001193", status="nháp")
    commune.procedure("5.000001", title="Thủ tục nội bộ")
    commune.decision("10", new="1.001193", status="nháp")
    commune.page("p", status="nháp")
    shown = {item: re.search(r"<h1[^>]*>(.*?)</h1>", preview(commune, item), re.DOTALL) for item in ("hoi", "cong", "12", "1.001193", "5.000001", "p")}
    assert [item for item, found in shown.items() if not found] == []
    assert asked_of_the_net(preview(commune, "1.001193")) == []


def test_what_an_editor_typed_cannot_break_out_of_the_file(commune):
    commune.news("a", "</main><p title='\"><b>'>x</p> <script>alert(1)</script>", title='"><script>alert(2)</script>', status="nháp")
    html = preview(commune, "a")
    assert "<script" not in html
    assert html.count("</main>") == 1


def test_errors_of_the_item_are_told_and_those_of_others_do_not_matter(commune):
    commune.news("a", **DRAFT)
    commune.news("hong", date="30/2/2026")
    assert "Họp dân tổ 4" in preview(commune, "a")
    code, said = call(commune, "preview", "--item", "hong", "--out", str(commune.content.parent / "c"))
    assert (code, "tin-tuc/hong.md:3" in said, "date-impossible" in said) == (1, True, True)
    assert not (commune.content.parent / "c").exists()


def test_an_item_that_nobody_approved_can_be_shown_where_the_profile_wants_approvals(commune):
    commune.profile(check={"approval": True})
    commune.news("a")
    assert "<h1>Bài a</h1>" in preview(commune, "a")


@pytest.mark.parametrize("place", ["public", "public/x/a.html", "xa", "xa/tin-tuc/b.html"])
def test_it_is_never_written_into_what_is_published_or_among_the_content(commune, place):
    commune.news("a", **DRAFT)
    code, said = call(commune, "preview", "--item", "a", "--out", str(commune.content.parent / place))
    assert (code, "OUT=" in said) == (2, True)
    assert list(commune.content.parent.rglob("*.html")) == []


def test_an_unknown_item_is_refused_with_the_nearest(commune):
    commune.news("hop-dan")
    code, said = call(commune, "preview", "--item", "tin-tuc/hop-da.md")
    assert (code, "ITEM=tin-tuc/hop-dan.md" in said) == (2, True)


def test_a_heavy_file_is_told(commune, monkeypatch):
    monkeypatch.setattr("commands.preview.HEAVY", 10_000)
    commune.news("a", **DRAFT)
    assert "quá 5 MB" in call(commune, "preview", "--item", "a", "--out", str(commune.content.parent / "d"))[1]


def test_two_previews_of_one_item_are_the_same_bytes(commune):
    commune.news("a", **DRAFT)
    assert preview(commune, "a") == preview(commune, "a")


def test_the_code_of_what_is_approved_stands_in_the_banner_and_on_the_screen(commune):
    commune.news("a", **DRAFT)
    code, said = call(commune, "preview", "--item", "a.md", "--out", str(commune.content.parent / "x.html"))
    assert code == 0
    found = re.search(r"approved_text: ([0-9a-f]{8})", said)
    assert found is not None
    assert f"kèm mã {found[1]}" in (commune.content.parent / "x.html").read_text(encoding="utf-8")
    commune.news("a", **DRAFT | {"approved_by": "Trần Văn Bình", "approved_on": "24/5/2026", "approved_text": "00000000"})
    assert "bài đã sửa từ đó" in preview(commune, "a.md")
    assert "sửa sau khi Trần Văn Bình duyệt" in call(commune, "waiting")[1]
    commune.news("a", **DRAFT | {"approved_by": "Trần Văn Bình", "approved_on": "24/5/2026", "approved_text": found[1]})
    assert "approved_text" not in call(commune, "preview", "--item", "a.md", "--out", str(commune.content.parent / "x.html"))[1]


def test_waiting_lists_drafts_and_what_was_approved_but_not_published(commune):
    commune.news("a", **DRAFT)
    commune.news("b", status="nháp", approved_by="Trần Văn Bình", approved_on="24/5/2026")
    code, said = call(commune, "waiting")
    assert code == 0
    assert "Chờ duyệt (1):\n  nháp        tin-tuc/a.md  “Họp dân tổ 4”" in said
    assert "Đã duyệt, còn để nháp (1); đổi status để đăng:\n  nháp        tin-tuc/b.md  “Bài b”  – Trần Văn Bình" in said
    assert "make preview ITEM=tin-tuc/a.md" in said


def test_where_approvals_are_wanted_waiting_lists_what_has_none(commune):
    commune.news("a")
    assert "Không có bài nào chờ duyệt." in call(commune, "waiting")[1]
    commune.profile(check={"approval": True})
    assert "chưa duyệt  tin-tuc/a.md  “Bài a”" in call(commune, "waiting")[1]
