"""Five real texts of Vietnamese offices become a commune's site. Their words stay in ``../shared/seeds``: they are read from there.

A seed file is cut by line numbers into title, stamp, body and author, pasted as an editor would paste it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from tests.commune import Commune, publish, published, run
from tests.conftest import SEEDS

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real texts in ../shared/seeds are not on this machine")

NOW = "2026-06-01T08:00"
MARKER = re.compile(r"^\s*(\d+(?:\.\d+)*\.?|[IVX]+\.|[a-zđ]\)|[-+])(?=\s|[^\W\d])")


@dataclass(frozen=True)
class Seed:
    """Where in a seed file the parts stand: line numbers count from 1, ``body`` is first and last line."""

    number: str
    category: str
    title: int
    body: tuple[int, int]
    date: str
    stamp: int = 0
    author: int = 0
    given: str = ""

    @property
    def lines(self) -> list[str]:
        (path,) = SEEDS.glob(f"{self.number}_*.txt")
        return path.read_text(encoding="utf-8").split("\n")

    def line(self, number: int) -> str:
        return self.lines[number - 1].strip() if number else ""

    @property
    def heading(self) -> str:
        return self.line(self.title).partition(" (")[0]

    @property
    def typed_date(self) -> str:
        """The stamp as it stands in the text, or the date that an editor gives where there is none."""
        return self.given or re.sub(r"^[^(]*(?=\()", "", self.line(self.stamp))

    @property
    def text(self) -> str:
        first, last = self.body
        return "\n".join(self.lines[first - 1 : last])


ARTICLES = (
    Seed("000", "tuyen-truyen", title=3, stamp=4, body=(5, 25), author=27, date="2022-05-30T10:43:00+07:00"),
    Seed("001", "tuyen-truyen", title=5, stamp=6, body=(8, 28), author=30, date="2022-01-10T00:00:00+07:00"),
    Seed("002", "chi-dao-dieu-hanh", title=8, body=(10, 119), given="10/01/2024", date="2024-01-10T00:00:00+07:00"),
    Seed("003", "tuyen-truyen", title=1, body=(7, 13), given="15/3/2024", date="2024-03-15T00:00:00+07:00"),
    Seed("004", "tuyen-truyen", title=1, stamp=1, body=(3, 13), author=17, date="2020-03-25T13:52:00+07:00"),
)
each = pytest.mark.parametrize("seed", ARTICLES, ids=lambda seed: seed.number)


def paste(commune: Commune, seed: Seed, date: str | None) -> Path:
    return commune.news(
        f"bai-{seed.number}", seed.text, title='"' + seed.heading.replace('"', '\\"') + '"', date=date, category=seed.category, author=seed.line(seed.author) or None
    )


def licence() -> dict[str, str]:
    """The footer of seed 004: number, issuer and date of its licence."""
    typed = ARTICLES[4].line(21)
    number, issuer, date = re.fullmatch(r"Giấy phép số (\S+) do (.+) cấp ngày (\S+)", typed).groups()
    return {"number": number, "issuer": issuer, "date": date}


def editorial() -> dict[str, str]:
    seed = ARTICLES[4]
    head, _, post = seed.line(27).partition(":")[2].partition(". Fax")[0].strip().partition(" - ")
    return {
        "managing_agency": seed.line(23).partition(": ")[2],
        "standing_agency": seed.line(25).partition(": ")[2],
        "head": head,
        "head_title": post,
        "reuse_notice": seed.line(29),
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("seeds")
    fax = re.search(r"Fax (\S+)", ARTICLES[4].line(27))[1]
    email = re.search(r"Email: (\S+)", ARTICLES[4].line(27))[1]
    commune = Commune(folder / "content", licence=licence(), editorial=editorial(), unit={"fax": fax, "email": email})
    for seed in ARTICLES:
        paste(commune, seed, seed.typed_date)
    return published(commune.content, folder / "public", NOW=NOW)


def page(built: dict[str, bytes], path: str) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(built[path].decode())


def squeezed(text: str) -> str:
    return "".join(text.split())


@each
def test_a_page_shows_the_title_date_and_author_of_its_text(seed, built):
    made = page(built, f"tin-tuc/bai-{seed.number}.html")
    (heading,) = made.iter("h1")
    assert heading.text_content() == seed.heading
    assert made.find(".//article//time").get("datetime") == seed.date
    if seed.author:
        assert made.find_class("c-article__author")[0].text_content().endswith(seed.line(seed.author))


@each
def test_a_page_shows_every_word_of_its_text_in_order(seed, built):
    (prose,) = page(built, f"tin-tuc/bai-{seed.number}.html").find_class("c-prose")
    assert squeezed(prose.text_content()) == squeezed(seed.text)


@each
def test_a_page_keeps_every_number_and_bullet_of_its_text(seed, built):
    (prose,) = page(built, f"tin-tuc/bai-{seed.number}.html").find_class("c-prose")
    typed = [match[1] for match in map(MARKER.match, seed.text.split("\n")) if match]
    assert [mark.text for mark in prose.find_class("dau")] == typed


@each
def test_a_text_stands_in_the_feeds_of_the_site_and_of_its_category(seed, built):
    for name in ("tat-ca", seed.category):
        (item,) = [i for i in etree.fromstring(built[f"feeds/{name}.rss.xml"]).iter("item") if i.findtext("title") == seed.heading]
        assert item.findtext("guid") == f"tag:thunghiem.example,2023:tin-tuc/bai-{seed.number}"
        body = lxml_html.fragment_fromstring(item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded"), create_parent="div")
        assert squeezed(body.text_content()) == squeezed(seed.text)


@each
def test_a_text_is_found_by_its_day(seed, built):
    year, month, day = seed.date[:10].split("-")
    made = page(built, f"ngay/{year}/{month}/{day}.html")
    assert [link.text_content() for link in made.xpath("//main//article//a[contains(@href, 'tin-tuc')]")] == [seed.heading]
    calendar = page(built, f"ngay/{year}/{month}.html")
    assert [link.get("href") for link in calendar.xpath("//table//a")] == [f"../../ngay/{year}/{month}/{day}.html"]


def test_the_footer_of_every_page_tells_the_licence_and_who_answers(built):
    for path in ("index.html", "tin-tuc/bai-000.html", "404.html", "chuyen-muc/chi-so.html"):
        (footer,) = page(built, path).find_class("c-footer")
        shown = " ".join(footer.text_content().split())
        facts = editorial()
        for fact in (licence()["number"], licence()["issuer"], licence()["date"], facts["managing_agency"], facts["standing_agency"], facts["head"], facts["head_title"], facts["reuse_notice"]):
            assert fact in shown, (path, fact)


def test_a_text_without_a_date_is_refused_with_the_key_and_an_example(tmp_path):
    seed = ARTICLES[3]
    commune = Commune(tmp_path / "content")
    paste(commune, seed, None)
    outcome = publish(commune.content, tmp_path / "public", NOW=NOW)
    assert outcome.code == 1
    assert "tin-tuc/bai-003.md: lỗi: Thiếu 'date' (ngày đăng) [key-missing]" in outcome.said
    assert "→ thêm dòng 'date: 24/5/2026 08:30'" in outcome.said
    assert not (tmp_path / "public").exists()
    paste(commune, seed, seed.given)
    assert "tin-tuc/bai-003.html" in published(commune.content, tmp_path / "public", NOW=NOW)


def test_the_plans_half_written_date_is_refused_as_it_stands(tmp_path):
    commune = Commune(tmp_path / "content")
    paste(commune, ARTICLES[2], ARTICLES[2].line(5).partition(", ")[2])
    outcome = run("check", "--content", commune.content, cache=tmp_path / "cache")
    assert outcome.code == 1
    assert "[date-form]" in outcome.said


def test_a_text_pasted_without_any_front_matter_is_told_how_to_begin(tmp_path):
    commune = Commune(tmp_path / "content")
    commune.write("tin-tuc/bai.md", "\n".join(ARTICLES[3].lines))
    outcome = run("check", "--content", commune.content, cache=tmp_path / "cache")
    assert outcome.code == 1
    assert "tin-tuc/bai.md:1: lỗi: Không có phần đầu bài (title, date, category) [matter-missing]" in outcome.said
