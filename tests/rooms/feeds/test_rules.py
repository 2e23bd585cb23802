"""The feed rules (../shared/feed_rules.md) that all forms keep, one after another, over every feed of a built site.

W3C feed validation, RSS Advisory Board profile; those of Atom and JSON Feed stand in test_forms.py.
"""

import re
import unicodedata
import warnings
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import html as lxml_html

from plugins.feeds.plan import ITEMS
from tests.commune import Commune, published
from tests.rooms.feeds.built import (
    ATOM,
    BASE,
    CONTENT,
    CREATOR,
    MARKUP_TITLE,
    NAMES,
    SECRETS,
    Built,
    each,
    entries,
    items,
    write,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import feedparser

# — 1: well-formed, UTF-8, no control characters, NFC —


@each
def test_every_feed_is_well_formed_utf8_in_composed_letters_without_control_characters(name, built):
    for kind in ("rss.xml", "atom.xml", "json"):
        data = built.files[f"feeds/{name}.{kind}"]
        text = data.decode("utf-8")
        assert text == unicodedata.normalize("NFC", text)
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", text)
        if kind != "json":
            assert data.startswith((b"<?xml version='1.0' encoding='UTF-8'?>", b"<?xml version='1.0' encoding='utf-8'?>"))


@each
def test_a_feed_reader_finds_nothing_to_complain_about(name, built):
    for kind, version in (("rss.xml", "rss20"), ("atom.xml", "atom10")):
        parsed = feedparser.parse(built.files[f"feeds/{name}.{kind}"])
        assert parsed.bozo == 0, parsed.get("bozo_exception")
        assert parsed.version == version


# — 2: the channel —


@each
def test_a_channel_says_what_it_is_where_it_belongs_and_in_which_language(name, built):
    channel = built.rss[name].find("channel")
    home = BASE if name == "tat-ca" else f"{BASE}chuyen-muc/{name}.html"
    assert channel.findtext("title")
    assert channel.findtext("link") == home
    assert channel.findtext("description")
    assert channel.findtext("language") == "vi"
    (own,) = [link for link in channel.iterfind(f"{ATOM}link") if link.get("rel") == "self"]
    assert (own.get("href"), own.get("type")) == (f"{BASE}feeds/{name}.rss.xml", "application/rss+xml")
    assert channel.findtext("generator") == "CCHC trên Pelican"


def test_the_build_date_is_the_newest_change_of_an_item_and_not_the_clock(built):
    newest = {name: parsedate_to_datetime(built.rss[name].findtext("channel/lastBuildDate")).isoformat() for name in NAMES}
    assert newest["tat-ca"] == "2026-05-25T10:00:00+07:00"
    assert newest["chi-so"] == "2026-05-25T10:00:00+07:00"
    assert newest["hoi-dap"] == "2026-05-22T00:00:00+07:00"
    assert newest["cai-cach-the-che"] == "2023-01-01T00:00:00+07:00"  # empty: when the unit's feeds began


# — 3: items —


@each
def test_every_item_has_a_plain_title_a_live_link_a_zoned_date_and_its_whole_body(name, built):
    for item in items(built.rss[name]):
        title, link, date = (item.findtext(tag) for tag in ("title", "link", "pubDate"))
        assert title
        assert len(item.find("title")) == 0
        assert link.startswith(BASE)
        assert link.removeprefix(BASE) in built.files
        assert re.fullmatch(r"\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0700", date)
        assert item.findtext("description")
        assert item.findtext(CONTENT)


def test_a_title_with_markup_is_text(built):
    (item,) = [i for i in items(built.rss["chi-so"]) if i.findtext("link").endswith("nhan-de.html")]
    assert item.findtext("title") == MARKUP_TITLE
    (entry,) = [e for e in built.json["chi-so"]["items"] if e["url"].endswith("nhan-de.html")]
    assert entry["title"] == MARKUP_TITLE


def test_a_summary_is_clean_html_in_rss_and_plain_text_elsewhere(built):
    (item,) = [i for i in items(built.rss["chi-so"]) if i.findtext("link").endswith("nhan-de.html")]
    assert item.findtext("description") == "Thời hạn &lt; 5 ngày &amp; đúng hạn."
    (entry,) = [e for e in entries(built.atom["chi-so"]) if "nhan-de" in e.findtext(f"{ATOM}id")]
    assert entry.findtext(f"{ATOM}summary") == "Thời hạn < 5 ngày & đúng hạn."
    assert entry.find(f"{ATOM}summary").get("type") in {None, "text"}


def bodies(built: Built, name: str) -> list[str]:
    return [
        *(item.findtext(CONTENT) for item in items(built.rss[name])),
        *(entry.findtext(f"{ATOM}content") for entry in entries(built.atom[name])),
        *(item["content_html"] for item in built.json[name]["items"]),
    ]


@each
def test_bodies_have_full_addresses_and_nothing_active(name, built):
    for body in bodies(built, name):
        whole = lxml_html.fragment_fromstring(body, create_parent="div")
        for element in whole.iter("a", "img"):
            target = element.get("href") or element.get("src")
            assert urlsplit(target).scheme in {"https", "http", "mailto", "tel"}, target
            if target.startswith(BASE):
                assert urlsplit(target).path.removeprefix(urlsplit(BASE).path) in built.files
        assert not list(whole.iter("script", "style", "iframe", "form"))
        assert not [name for element in whole.iter() for name in element.attrib if name.startswith("on") or name == "style"]
        assert "\x02" not in body


def test_the_whole_body_is_there_with_its_typed_bullets(built):
    (body,) = [b for b in bodies(built, "chi-so") if "mot-cua.jpg" in b][:1]
    assert f'src="{BASE}hinh-anh/mot-cua.jpg"' in body
    assert f'href="{BASE}tin-tuc/nhan-de.html"' in body
    assert "+ Một;" in body
    assert "alert" not in body


# — 4: identity —


@each
def test_ids_are_unique_tag_uris_and_the_same_in_every_form(name, built):
    guids = [item.find("guid") for item in items(built.rss[name])]
    assert all(guid.get("isPermaLink") == "false" for guid in guids)
    ids = [guid.text for guid in guids]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"tag:thunghiem\.example,2023:tin-tuc/[\w/-]+", one) for one in ids)
    assert ids == [entry.findtext(f"{ATOM}id") for entry in entries(built.atom[name])]
    assert ids == [item["id"] for item in built.json[name]["items"]]
    assert built.atom[name].findtext(f"{ATOM}id") == f"tag:thunghiem.example,2023:feeds/{name}"


def test_ids_outlive_a_new_title_date_address_and_domain(built, tmp_path):
    commune = write(tmp_path / "content", domain="https://khac.example")
    commune.news("anh", title="Nhan đề mới", date="26/5/2026", slug="dia-chi-moi")
    commune.news("cap-nhat", title="Bài cap-nhat", date="10/5/2026", updated="27/5/2026", category="hoi-dap")
    moved = Built(published(commune.content, tmp_path / "public"))
    for form, ids in built.ids().items():
        after = moved.ids()[form]
        assert after["Nhan đề mới"] == ids["Bài anh"]
        common = ids.keys() & after.keys()
        assert len(common) > 10
        assert {title: ids[title] for title in common} == {title: after[title] for title in common}


def test_a_written_id_outlives_even_the_name_of_the_file(tmp_path):
    ids = []
    for name in ("ten-cu", "ten-moi"):
        commune = Commune(tmp_path / name / "content")
        commune.news(name, title="Bài", id="tag:thunghiem.example,2023:tin-tuc/ten-cu")
        ids.append(Built(published(commune.content, tmp_path / name / "public")).ids())
    assert ids[0] == ids[1]


# — 5: enclosures —


@each
def test_an_enclosure_has_the_full_address_the_true_length_and_the_true_type(name, built):
    found = [(e.get("url"), e.get("length"), e.get("type")) for e in built.rss[name].iter("enclosure")]
    found += [(e.get("href"), e.get("length"), e.get("type")) for e in built.atom[name].iter(f"{ATOM}link") if e.get("rel") == "enclosure"]
    found += [(a["url"], str(a["size_in_bytes"]), a["mime_type"]) for i in built.json[name]["items"] for a in i.get("attachments", [])]
    for address, length, kind in found:
        data = built.files[address.removeprefix(BASE)]
        assert (len(data), kind) == (int(length), "image/png")
    assert len(found) == (3 if name in {"tat-ca", "chi-so"} else 0)


# — 6: order and size —


@each
def test_items_stand_newest_first_and_equal_dates_by_address(name, built):
    keys = [(-parsedate_to_datetime(i.findtext("pubDate")).timestamp(), i.findtext("link")) for i in items(built.rss[name])]
    assert keys == sorted(keys)
    assert len(keys) <= ITEMS
    links = [link for _, link in keys]
    assert links == [item["url"] for item in built.json[name]["items"]]
    assert links == [e.find(f"{ATOM}link[@rel='alternate']").get("href") for e in entries(built.atom[name])]


def test_a_feed_is_cut_at_its_limit_and_keeps_the_newest(built):
    titles = [item.findtext("title") for item in items(built.rss["tuyen-truyen"])]
    assert titles == [f"Bài nhieu-{day:02d}" for day in range(25, 25 - ITEMS, -1)]


def test_drafts_scheduled_and_expired_items_are_in_no_file_of_the_site(built):
    for path, data in built.files.items():
        for secret in SECRETS:
            assert secret.encode() not in data, path


# — 7: categories, pen-names, sources —


@each
def test_categories_carry_their_slugs_as_domain_and_pen_names_stand_in_dc_creator(name, built):
    for item in items(built.rss[name]):
        terms = item.findall("category")
        assert terms
        assert all(term.get("domain") in NAMES and term.text for term in terms)
        assert item.find("author") is None
    names = {item.findtext(CREATOR) for item in items(built.rss["chi-so"])}
    assert names == {None, "Bút danh Mai & Lan"}


def test_an_item_taken_from_elsewhere_names_its_source(built):
    (item,) = [i for i in items(built.rss["chi-so"]) if i.findtext("link").endswith("cap-nhat.html")]
    source = item.find("source")
    assert (source.get("url"), source.text) == ("https://tinh.example/tin?a=1&b=2", "Cổng TTĐT tỉnh")


# — 12: a person who opens a feed —


@each
def test_a_feed_opened_in_a_browser_has_its_stylesheet_and_no_script(name, built):
    for kind in ("rss.xml", "atom.xml"):
        data = built.files[f"feeds/{name}.{kind}"]
        (style,) = re.findall(rb'<\?xml-stylesheet [^?]*href="\.\./([^"]+)"', data)
        assert style.decode() in built.files
        assert b"<script" not in data


# — 13: one feed of the site, one a category, empty ones too —


def test_there_is_a_feed_of_the_site_one_of_each_category_and_one_of_answers_in_three_forms(built):
    assert {path for path in built.files if path.startswith("feeds/")} == {f"feeds/{name}.{kind}" for name in (*NAMES, "tra-loi") for kind in ("rss.xml", "atom.xml", "json")}


def test_an_empty_category_has_a_valid_empty_feed(built):
    for name in ("cai-cach-the-che", "guong-dien-hinh"):
        assert items(built.rss[name]) == []
        assert entries(built.atom[name]) == []
        assert built.json[name]["items"] == []


# — 14: the same bytes again —


def test_another_build_at_another_hour_gives_the_same_bytes(content, built, tmp_path):
    again = published(content, tmp_path / "public", NOW="2026-06-02T23:15", PYTHONHASHSEED="7", TZ="America/New_York")
    assert {path: data for path, data in again.items() if path.startswith("feeds/")} == {
        path: data for path, data in built.files.items() if path.startswith("feeds/")
    }
