"""The report as one page: complete, escaped, and asking nothing of anybody."""

import re
from datetime import datetime
from html.parser import HTMLParser

from plugins.gate.examine import Verdict, Withheld
from plugins.gate.webreport import as_html
from plugins.model.dates import VIETNAM
from plugins.model.problems import problem
from plugins.model.vocab import Standing

EVIL = '<script>alert(1)</script>"&'
PROBLEMS = [
    problem("title-html", "tin-tuc/b.md", 2),
    problem("category-unknown", "tin-tuc/a.md", 4, value=EVIL, nearest="Chỉ số", choices="…"),
    problem("file-empty", f"tin-tuc/{EVIL}.md"),
]
VERDICT = Verdict(None, (), (Withheld("tin-tuc/c.md", EVIL, Standing.SCHEDULED, datetime(2026, 7, 1, tzinfo=VIETNAM)),), 4, 1, 2)
VOID = {"meta", "br"}


def page(problems=PROBLEMS) -> str:
    return as_html(VERDICT, problems, "08:00, ngày 01 tháng 6 năm 2026")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_every_problem_stands_under_its_file_with_line_and_remedy():
    html = page()
    assert re.findall(r"<h2>(.*?)</h2>", html) == ["tin-tuc/&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;.md", "tin-tuc/a.md", "tin-tuc/b.md", "Theo loại", "Chưa đăng"]
    assert '<span class="place">dòng 4</span>' in html
    assert "→ viết tiêu đề bằng chữ thường, không có thẻ" in html
    assert "2 lỗi, 1 cảnh báo" in html
    assert "01/07/2026" in html


def test_what_was_typed_is_shown_and_never_run():
    tags = Tags()
    tags.feed(page())
    assert tags.open == []
    assert {tag for tag, _ in tags.seen} & {"script", "img", "iframe", "link", "form", "a", "svg"} == set()
    assert page().count("&lt;script&gt;alert(1)") == 3


def test_it_asks_nothing_of_any_server():
    html = page()
    assert re.search(r"https?://|url\(|@import|src=", html) is None
    assert "default-src 'none'" in html


def test_each_rule_is_counted_errors_first():
    rows = re.findall(r"<td><code>([\w-]+)</code></td><td>(\d+)</td>", page([*PROBLEMS, problem("title-html", "x.md", 2)]))
    assert rows == [("category-unknown", "1"), ("file-empty", "1"), ("title-html", "2")]


def test_a_clean_site_is_told_so():
    assert "Không có điều gì cần sửa." in page([])
    assert "Theo loại" not in page([])
