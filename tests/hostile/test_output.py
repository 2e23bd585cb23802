"""What is published of hostile and of honest inputs: nothing active, nothing invisible, everything well formed."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree, html
from PIL import Image

from .case import ITEM, Case
from .cases import ALL
from .commune import GOOD, lay
from .line import press_folder

PUBLISHED = [case for case in ALL if case.expected in {"ok", "sanitised", "warning"}]
# Few enough for all of them to stand in the feed of the newest items.
TOGETHER = 15
_MARKS = re.compile(r"</?abbr\b[^>]*>")
_ACTIVE_TAGS = {"iframe", "frame", "object", "embed", "applet", "form", "input", "base", "textarea", "style", "svg", "math", "noscript"}
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]")
_FEED_HTML = ("description", "{http://purl.org/rss/1.0/modules/content/}encoded", "{http://www.w3.org/2005/Atom}content")


@dataclass(frozen=True)
class Published:
    """One build: its folder, and the page of each case in it."""

    folder: Path
    pages: dict[str, str]
    faults: list[str]


def groups() -> Iterator[list[Case]]:
    """One-item cases share a tree, the others have one each."""
    single = [case for case in PUBLISHED if case.is_one_item]
    yield from (single[start : start + TOGETHER] for start in range(0, len(single), TOGETHER))
    yield from ([case] for case in PUBLISHED if not case.is_one_item)


def build(cases: Sequence[Case], folder: Path) -> Published:
    """The good commune with these cases, as files."""
    content, out = folder / "content", folder / "out"
    if len(cases) == 1 and not cases[0].is_one_item:
        lay(content, {**GOOD, **cases[0].files}, cases[0].links, cases[0].fifos)
        sources = {cases[0].id: ITEM}
    else:
        lay(content, {**GOOD, **{case.own_path: case.own_bytes for case in cases}})
        sources = {case.id: case.own_path for case in cases}
    paths, faults = press_folder(content, out)
    return Published(out, {name: paths.get(source, "") for name, source in sources.items()}, [f"{f.path}: {f.what}" for f in faults])


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Published]:
    """Every published case → the build that holds it. Each tree is built once."""
    made = {}
    for cases in groups():
        published = build(cases, tmp_path_factory.mktemp("trang"))
        made.update({case.id: published for case in cases})
    return made


@pytest.fixture(scope="module")
def folders(builds: dict[str, Published]) -> list[Path]:
    return sorted({published.folder for published in builds.values()})


def active(page: html.HtmlElement) -> list[str]:
    """Everything in a parsed page that runs, frames, sends or leads away by itself."""
    found = []
    for element in page.iter(etree.Element):
        tag = str(element.tag).lower()
        if tag in {"form", "input"} and {"c-search", "c-answer__filters", "c-display__sheet"} & set(element.xpath("ancestor-or-self::form/@class")):
            continue  # of the theme: the search box asks a page of this site, the others send nothing
        runs = tag == "script" and not element.get("src") and element.get("type") != "application/ld+json"  # data is no script
        found += [f"<{tag}>"] if tag in _ACTIVE_TAGS or runs else []
        found += ["<meta refresh>"] if tag == "meta" and element.get("http-equiv", "").lower() == "refresh" else []
        found += [f"{tag} {name}" for name in element.attrib if str(name).lower().startswith("on") or name in {"style", "srcdoc"}]
        for name in ("href", "src", "action", "data", "poster"):
            scheme = re.sub(r"[\x00-\x20]", "", element.get(name) or "").lower().partition(":")[0]
            found += [f"{tag} {name}={scheme}:"] if scheme in {"javascript", "vbscript", "data", "file"} and ":" in element.get(name, "") else []
    return found


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case.id)
def test_the_page_shows_what_it_should_and_hides_what_it_must(case: Case, builds: dict[str, Published]) -> None:
    """Text that an honest editor wrote is there, what was taken out is not, and the release passes verification."""
    published = builds[case.id]
    assert published.faults == []
    # A case in a shared tree stands under an address of its own; what it writes elsewhere is the same.
    own = {"tin-tuc/bai-thu.html": published.pages[case.id]}
    for path in case.writes:
        assert (published.folder / own.get(path, path)).is_file()
    if case.shows or case.hides:
        text = (published.folder / published.pages[case.id]).read_text(encoding="utf-8")
        # In a shared tree the title ends with the name of the case. Short forms are marked, to the letter the same.
        text = text.replace(f" {case.id}", "")
        plain = _MARKS.sub("", text)
        assert [part for part in case.shows if part not in text and part not in plain] == []
        assert [part for part in case.hides if part in text] == []


def test_nothing_active_stands_in_any_page(folders: list[Path]) -> None:
    """No script without a file, no handler, no frame, form, base or refresh, no address that runs."""
    for folder in folders:
        for path in folder.rglob("*.html"):
            assert active(html.fromstring(path.read_text(encoding="utf-8"))) == [], path


def test_no_other_machine_is_asked_for_a_script_or_a_frame(folders: list[Path]) -> None:
    """Scripts and stylesheets are files of the site."""
    for folder in folders:
        for path in folder.rglob("*.html"):
            page = html.fromstring(path.read_text(encoding="utf-8"))
            loaded = [*page.xpath("//script/@src"), *page.xpath("//link[@rel='stylesheet']/@href")]
            assert [address for address in loaded if "//" in address] == [], path


def test_every_text_file_is_composed_and_has_no_unseen_character(folders: list[Path]) -> None:
    """NFC everywhere; no control, bidi or zero-width character in any page, feed or map."""
    for folder in folders:
        for path in (p for p in folder.rglob("*") if p.suffix in {".html", ".xml", ".json", ".txt"}):
            text = path.read_text(encoding="utf-8")
            assert not _UNSEEN.search(text), path
            assert unicodedata.is_normalized("NFC", re.sub(r"[<>]", "\n", text)), path


def test_every_feed_and_map_is_well_formed_and_its_html_is_inactive(folders: list[Path]) -> None:
    """What a feed reader unescapes and shows as HTML holds nothing that runs."""
    for folder in folders:
        for path in folder.rglob("*.xml"):
            root = etree.parse(str(path)).getroot()
            assert etree.QName(root).localname in {"rss", "feed", "urlset", "sitemapindex"}
            for element in root.iter(*_FEED_HTML):
                if (element.text or "").strip():
                    assert active(html.fragment_fromstring(element.text, create_parent=True)) == [], path
        for path in (folder / "feeds").glob("*.json"):
            for entry in json.loads(path.read_text(encoding="utf-8"))["items"]:
                assert active(html.fragment_fromstring(entry["content_html"] or " ", create_parent=True)) == [], path


def test_titles_with_markup_are_text_on_every_page_and_in_every_feed(builds: dict[str, Published]) -> None:
    """The title reads as it was typed, on the page, in the lists and in the feeds."""
    typed = "Bài thử js-title <script>alert(1)</script>"
    folder = builds["js-title"].folder
    section = html.fromstring((folder / "chuyen-muc" / "chi-so" / "2026.html").read_text(encoding="utf-8"))
    assert typed in section.text_content()
    titles = [e.text for e in etree.parse(str(folder / "feeds" / "tat-ca.rss.xml")).getroot().iter("title")]
    assert typed in titles
    for path in folder.rglob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("case_id", "path"), [("jpeg-gps", "hinh-anh/moi.jpg"), ("jpeg-xmp", "hinh-anh/moi.jpg"), ("png-text", "hinh-anh/moi.png")])
def test_pictures_go_out_without_place_and_person(case_id: str, path: str, builds: dict[str, Published]) -> None:
    """No EXIF, no GPS, no comment in the published bytes."""
    data = (builds[case_id].folder / path).read_bytes()
    for mark in (b"Exif", b"xmp", b"Dien thoai", b"Nguy", b"Author"):
        assert mark not in data
    with Image.open(builds[case_id].folder / path) as picture:
        assert picture.size == (8, 8)


def test_files_that_no_page_names_stay_where_they_are(builds: dict[str, Published]) -> None:
    """Leftovers, keys and unknown folders are not in the output."""
    for case_id in ("backup-files", "secret-in-root", "folder-unknown", "docx-author"):
        names = {path.name.lower() for path in builds[case_id].folder.rglob("*")}
        assert not names & {"deploy.env", "~$x.docx", "thumbs.db", "x.bak", "ghi-chu.md", "ghi-chu.html", "don.docx"}
